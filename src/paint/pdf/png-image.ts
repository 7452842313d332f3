import type { PngFile } from '../../assets/png.ts'
import { samplesOf } from '../../assets/png-rows.ts'
import { deflated } from './deflate.ts'

/** A PNG's picture as PDF wants it: compressed rows with PNG's own row filters (predictor 15). */
export interface EmbeddablePng {
  readonly bits: number
  readonly components: 1 | 3
  readonly pixels: Uint8Array
  /** Eight-bit opacity of every pixel; null when all is opaque. */
  readonly opacity: Uint8Array | null
}

/** Takes the compressed rows as they are where PDF can; decodes the picture where it cannot (alpha, interlace). */
export async function embeddablePng(png: PngFile): Promise<EmbeddablePng> {
  const components = png.type === 2 || png.type === 6 ? 3 : 1
  if (!png.interlaced && png.type < 4 && !png.transparency)
    return { components, bits: png.bits, pixels: joined(png.pieces), opacity: null }
  const { colours, opacity } = separate(png, await samplesOf(png))
  return {
    components,
    bits: 8,
    pixels: await deflated(withRowFilters(colours, png.width * components)),
    opacity: opacity && (await deflated(opacity)),
  }
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  return pieces.length === 1 ? (pieces[0] as Uint8Array) : Buffer.concat(pieces)
}

/** Colours and opacity apart; gray of few bits is brought to eight. */
function separate(
  header: PngFile,
  samples: Uint8Array,
): { readonly colours: Uint8Array; readonly opacity: Uint8Array | null } {
  const { transparency } = header
  const pixels = header.width * header.height
  const scale = header.type === 0 && header.bits < 8 ? 255 / ((1 << header.bits) - 1) : 1
  if (header.type < 4) {
    const opacity = transparency && opacityByColour(header, samples, transparency)
    return { colours: scale === 1 ? samples : samples.map((sample) => sample * scale), opacity }
  }
  const channels = header.type === 4 ? 1 : 3
  const colours = new Uint8Array(pixels * channels)
  const opacity = new Uint8Array(pixels)
  let opaque = true
  for (let i = 0; i < pixels; i += 1) {
    for (let c = 0; c < channels; c += 1)
      colours[i * channels + c] = samples[i * (channels + 1) + c] as number
    opacity[i] = samples[i * (channels + 1) + channels] as number
    if (opacity[i] !== 255) opaque = false
  }
  return { colours, opacity: opaque ? null : opacity }
}

/** Opacity from tRNS: one for each palette entry, or none for the one named colour (PNG, 11.3.2). */
function opacityByColour(header: PngFile, samples: Uint8Array, transparency: Uint8Array): Uint8Array {
  const pixels = header.width * header.height
  const opacity = new Uint8Array(pixels).fill(255)
  if (header.type === 3) {
    for (let i = 0; i < pixels; i += 1) opacity[i] = transparency[samples[i] as number] ?? 255
    return opacity
  }
  const channels = header.type === 2 ? 3 : 1
  const clear = Array.from({ length: channels }, (_, c) => transparency[c * 2 + (header.bits === 16 ? 0 : 1)])
  for (let i = 0; i < pixels; i += 1) {
    if (clear.every((value, c) => samples[i * channels + c] === value)) opacity[i] = 0
  }
  return opacity
}

/** Rows with the Up filter, which compresses drawings and photographs better than none. */
function withRowFilters(samples: Uint8Array, rowLength: number): Uint8Array {
  const rows = samples.length / rowLength
  const out = new Uint8Array(rows * (rowLength + 1))
  for (let row = 0; row < rows; row += 1) {
    const at = row * (rowLength + 1)
    out[at] = 2
    for (let i = 0; i < rowLength; i += 1) {
      const place = row * rowLength + i
      out[at + 1 + i] = (samples[place] as number) - (row > 0 ? (samples[place - rowLength] as number) : 0)
    }
  }
  return out
}
