import type { ImageAsset } from './image.ts'
import { MARKERS, type Segment, segmentsOf } from './jpeg-segments.ts'
import type { PictureFault } from './picture-facts.ts'
import { openPng } from './png.ts'
import { rowFault } from './png-rows.ts'

const BETWEEN_SCANS: readonly number[] = [MARKERS.SOS, MARKERS.DHT, MARKERS.DRI, MARKERS.EOI]
/** Entropy-coded data look like noise: in so many bytes, taken a few apart, every bit is now 0 and now 1. */
const STRETCH = 256
const STRIDE = 4

/**
 * Decodes as much of a picture as shows whether all of it is there; keeps no pixels. null when it is whole. Headers
 * alone cannot say: a file that was cut may have been closed again.
 */
export async function pixelFault(asset: ImageAsset): Promise<PictureFault | null> {
  if (asset.format === 'jpeg') {
    const { entropyFault } = await import('./jpeg-entropy.ts')
    return entropyFault(asset.bytes)
  }
  const png = openPng(asset.bytes)
  return typeof png === 'string' ? png : rowFault(png)
}

/**
 * Whether a JPEG has a place that a sound photograph has not: bytes all alike, plain text, markers where none belong.
 * Costs about a hundredth of decoding; decoders themselves pass over such places in silence.
 */
export function looksHollow(bytes: Uint8Array): boolean {
  const segments = segmentsOf(bytes)
  if (typeof segments === 'string') return true
  const first = segments.findIndex(({ marker }) => marker === MARKERS.SOS)
  if (segments.slice(first).some(({ marker }) => !BETWEEN_SCANS.includes(marker) && marker < MARKERS.APP0))
    return true
  return segments.some(
    ({ marker, to }, index) =>
      marker === MARKERS.SOS && isHollow(bytes, to, (segments[index + 1] as Segment).from),
  )
}

function isHollow(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at + STRETCH <= to; at += STRETCH) {
    let [ones, zeros] = [0, 0xff]
    for (let i = at; i < at + STRETCH; i += STRIDE) {
      ones |= bytes[i] as number
      zeros &= bytes[i] as number
    }
    if (ones !== 0xff || zeros !== 0) return true
  }
  return false
}
