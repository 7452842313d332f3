import { exifOrientation } from './exif.ts'
import { frameOf } from './jpeg-frame.ts'
import { isFrame, MARKERS, type Segment, segmentsOf, startsWith } from './jpeg-segments.ts'
import type { PictureFacts, PictureFault } from './picture-facts.ts'

const { SOS, APP0, APP1, APP2, APP14, APP15, COM } = MARKERS
/** Baseline, extended and progressive Huffman: what PDF's DCTDecode takes (ISO 32000-1, 7.4.8). */
const SUPPORTED_FRAMES = [0xc0, 0xc1, 0xc2]
const EXIF = 'Exif\0\0'
const ICC = 'ICC_PROFILE\0'
const ADOBE = 'Adobe'

/** An ICC profile is spread over numbered APP2 segments (ICC.1, annex B.4); null unless they are all there. */
function profileOf(bytes: Uint8Array, segments: readonly Segment[]): Uint8Array | null {
  const parts = segments.filter(
    ({ marker, payload, to }) => marker === APP2 && to > payload + 14 && startsWith(bytes, payload, ICC),
  )
  if (parts.length === 0 || parts.length !== bytes[(parts[0] as Segment).payload + 13]) return null
  const ordered = [...parts].sort(
    (a, b) => (bytes[a.payload + 12] as number) - (bytes[b.payload + 12] as number),
  )
  if (ordered.some(({ payload }, index) => bytes[payload + 12] !== index + 1)) return null
  return joinedBytes(ordered.map(({ payload, to }) => bytes.subarray(payload + 14, to)))
}

function joinedBytes(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let end = 0
  for (const part of parts) {
    whole.set(part, end)
    end += part.length
  }
  return whole
}

function colourOf(channels: number): PictureFacts['colour'] | null {
  return channels === 1 ? 'gray' : channels === 3 ? 'rgb' : channels === 4 ? 'cmyk' : null
}

function adobeOf(bytes: Uint8Array, segments: readonly Segment[]): Segment | undefined {
  return segments.find(
    (one) => one.marker === APP14 && one.to >= one.payload + 12 && startsWith(bytes, one.payload, ADOBE),
  )
}

/** Decoders hold two bytes for each coefficient until the last scan is read. */
function coefficientBytes(bytes: Uint8Array, segments: readonly Segment[]): number {
  const components = frameOf(bytes, segments)?.components ?? []
  return components.reduce((sum, { across, down }) => sum + across * down * 64 * 2, 0)
}

/** Takes a file that begins with a JPEG signature; gives what its headers say. */
export function readJpeg(bytes: Uint8Array): PictureFacts | PictureFault {
  const segments = segmentsOf(bytes)
  if (typeof segments === 'string') return segments
  const frame = segments.find(({ marker }) => isFrame(marker))
  if (frame === undefined || frame.to < frame.payload + 6) return 'damaged'
  if (!segments.some(({ marker }) => marker === SOS)) return 'damaged'
  const { payload } = frame
  const colour = colourOf(bytes[payload + 5] as number)
  if (!SUPPORTED_FRAMES.includes(frame.marker) || bytes[payload] !== 8 || colour === null)
    return 'unsupported'
  const scans = segments.filter(({ marker }) => marker === SOS).length
  // What follows the first scan's head is not read by those who turn a picture.
  const heads = segments.slice(
    0,
    segments.findIndex(({ marker }) => marker === SOS),
  )
  const exif = heads.find((one) => one.marker === APP1 && startsWith(bytes, one.payload, EXIF))
  const adobe = adobeOf(bytes, segments)
  return {
    width: ((bytes[payload + 3] as number) << 8) | (bytes[payload + 4] as number),
    height: ((bytes[payload + 1] as number) << 8) | (bytes[payload + 2] as number),
    orientation:
      exif === undefined ? 1 : exifOrientation(bytes.subarray(exif.payload + EXIF.length, exif.to)),
    colour,
    alpha: false,
    bitDepth: 8,
    interlaced: false,
    severalScans: scans > 1,
    ...(scans > 1 && { wholeBytes: coefficientBytes(bytes, segments) }),
    paletted: false,
    adobeTransform: adobe === undefined ? null : (bytes[adobe.payload + 11] as number),
    profile: profileOf(bytes, segments),
    exif: exif !== undefined,
  }
}

const JFIF = 'JFIF\0'
const RGB = ['R', 'G', 'B'].map((letter) => letter.charCodeAt(0))

/**
 * Whether three colours are stored as they are (0) or as light and colour differences (1), where readers of PDF could
 * not come to it by themselves: components named R, G and B are the colours, unless JFIF's marker, which does not go
 * into the product, says that they are not. null where the file says it, or nothing is odd.
 */
export function statedTransform(bytes: Uint8Array): 0 | 1 | null {
  const segments = segmentsOf(bytes)
  if (typeof segments === 'string' || adobeOf(bytes, segments) !== undefined) return null
  const names = frameOf(bytes, segments)?.components.map(({ id }) => id) ?? []
  if (names.length !== RGB.length || names.some((one, index) => one !== RGB[index])) return null
  return segments.some(({ marker, payload }) => marker === APP0 && startsWith(bytes, payload, JFIF)) ? 1 : 0
}

/** What decoding needs among the application segments: Adobe's; a profile goes into the product by itself. */
function isPicture({ marker }: Segment): boolean {
  return marker !== COM && (marker < APP0 || marker > APP15 || marker === APP14)
}

/**
 * Takes a JPEG that `readJpeg` accepted; gives the same picture, bit for bit, without EXIF (place, camera,
 * thumbnail), XMP, comments and whatever follows its end.
 */
export function bareJpeg(bytes: Uint8Array): Uint8Array {
  return partsOf(bytes, isPicture)
}

/** The same with what its makers wrote into it, up to the picture's end. */
export function wholeJpeg(bytes: Uint8Array): Uint8Array {
  return partsOf(bytes, () => true)
}

function partsOf(bytes: Uint8Array, wanted: (segment: Segment) => boolean): Uint8Array {
  const segments = segmentsOf(bytes)
  if (typeof segments === 'string') throw new Error(`JPEG that is ${segments}`)
  const kept = segments.flatMap((segment, index) => {
    const end = segment.marker === SOS ? (segments[index + 1] as Segment).from : segment.to
    return wanted(segment) ? [bytes.subarray(segment.from, end)] : []
  })
  return joinedBytes([bytes.subarray(0, 2), ...kept])
}
