import { exifOrientation } from './exif.ts'
import type { PictureFacts, PictureFault } from './picture-facts.ts'

const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda
const APP0 = 0xe0
const APP1 = 0xe1
const APP2 = 0xe2
const APP14 = 0xee
const APP15 = 0xef
const COMMENT = 0xfe
const TEMPORARY = 0x01
/** Baseline, extended and progressive Huffman: what PDF's DCTDecode takes (ISO 32000-1, 7.4.8). */
const SUPPORTED_FRAMES = [0xc0, 0xc1, 0xc2]
const NOT_FRAMES = [0xc4, 0xc8, 0xcc]
/** A sound progressive file has about ten; thousands are an attack on decoders. */
const MAX_SCANS = 200

interface Segment {
  readonly marker: number
  /** From the marker's 0xFF to the end of its payload. */
  readonly from: number
  readonly payload: number
  readonly to: number
}

const isRestart = (marker: number) => marker >= 0xd0 && marker <= 0xd7

/** Next place after `at` where 0xFF is followed by something other than stuffing; -1 when there is none. */
function nextMarker(bytes: Uint8Array, at: number): number {
  for (let found = bytes.indexOf(0xff, at); found >= 0 && found + 1 < bytes.length; ) {
    const next = bytes[found + 1]!
    if (next === 0xff) found++
    else if (next === 0 || isRestart(next)) found = bytes.indexOf(0xff, found + 2)
    else return found
  }
  return -1
}

/**
 * The segments up to and including EOI, or the fault that keeps it from being reached. Bytes after EOI
 * (second pictures, films) are no part of the picture.
 */
function segmentsOf(bytes: Uint8Array): Segment[] | PictureFault {
  const segments: Segment[] = []
  let scans = 0
  for (let at = 2; ; ) {
    const from = nextMarker(bytes, at)
    if (from < 0) return 'truncated'
    if (scans === 0 && from > at + 64) return 'damaged'
    const marker = bytes[from + 1]!
    const payload = from + 4
    if (marker === EOI) {
      segments.push({ marker, from, payload: from + 2, to: from + 2 })
      return segments
    }
    if (marker === TEMPORARY || marker === SOI) {
      at = from + 2
      continue
    }
    if (payload > bytes.length) return 'truncated'
    const to = from + 2 + ((bytes[from + 2]! << 8) | bytes[from + 3]!)
    if (to < payload) return 'damaged'
    if (to > bytes.length) return 'truncated'
    if (marker === SOS && ++scans > MAX_SCANS) return 'damaged'
    segments.push({ marker, from, payload, to })
    at = to
  }
}

function startsWith(bytes: Uint8Array, at: number, text: string): boolean {
  for (let index = 0; index < text.length; index++)
    if (bytes[at + index] !== text.charCodeAt(index)) return false
  return true
}

const EXIF = 'Exif\0\0'
const ICC = 'ICC_PROFILE\0'
const ADOBE = 'Adobe'

/** An ICC profile is spread over numbered APP2 segments; null unless they are all there. */
function profileOf(bytes: Uint8Array, segments: readonly Segment[]): Uint8Array | null {
  const parts = segments.filter(
    ({ marker, payload, to }) => marker === APP2 && to > payload + 14 && startsWith(bytes, payload, ICC),
  )
  if (parts.length === 0 || parts.length !== bytes[parts[0]!.payload + 13]) return null
  const ordered = [...parts].sort((a, b) => bytes[a.payload + 12]! - bytes[b.payload + 12]!)
  if (ordered.some(({ payload }, index) => bytes[payload + 12] !== index + 1)) return null
  const profile = new Uint8Array(ordered.reduce((sum, { payload, to }) => sum + to - payload - 14, 0))
  let end = 0
  for (const { payload, to } of ordered) {
    profile.set(bytes.subarray(payload + 14, to), end)
    end += to - payload - 14
  }
  return profile
}

function colourOf(channels: number): PictureFacts['colour'] | null {
  return channels === 1 ? 'gray' : channels === 3 ? 'rgb' : channels === 4 ? 'cmyk' : null
}

/** Takes a file that begins with a JPEG signature; gives what its headers say. */
export function readJpeg(bytes: Uint8Array): PictureFacts | PictureFault {
  const segments = segmentsOf(bytes)
  if (typeof segments === 'string') return segments
  const frame = segments.find(({ marker }) => (marker & 0xf0) === 0xc0 && !NOT_FRAMES.includes(marker))
  if (frame === undefined || frame.to < frame.payload + 6) return 'damaged'
  if (!segments.some(({ marker }) => marker === SOS)) return 'damaged'
  const { payload } = frame
  const colour = colourOf(bytes[payload + 5]!)
  if (!SUPPORTED_FRAMES.includes(frame.marker) || bytes[payload] !== 8 || colour === null)
    return 'unsupported'
  const exif = segments.find((one) => one.marker === APP1 && startsWith(bytes, one.payload, EXIF))
  const adobe = segments.find(
    (one) => one.marker === APP14 && one.to >= one.payload + 12 && startsWith(bytes, one.payload, ADOBE),
  )
  return {
    width: (bytes[payload + 3]! << 8) | bytes[payload + 4]!,
    height: (bytes[payload + 1]! << 8) | bytes[payload + 2]!,
    orientation:
      exif === undefined ? 1 : exifOrientation(bytes.subarray(exif.payload + EXIF.length, exif.to)),
    colour,
    alpha: false,
    bitDepth: 8,
    interlaced: false,
    severalScans: segments.filter(({ marker }) => marker === SOS).length > 1,
    paletted: false,
    adobeTransform: adobe === undefined ? null : bytes[adobe.payload + 11]!,
    profile: profileOf(bytes, segments),
    exif: exif !== undefined,
  }
}

/** What decoding needs among the application segments: JFIF and Adobe; ICC is kept too. */
function isKept(bytes: Uint8Array, { marker, payload }: Segment): boolean {
  if (marker === COMMENT) return false
  if (marker < APP0 || marker > APP15) return true
  return marker === APP0 || marker === APP14 || (marker === APP2 && startsWith(bytes, payload, ICC))
}

/**
 * Takes a JPEG that `readImage` accepted; gives the same picture, bit for bit, without EXIF (place, camera,
 * thumbnail), XMP, comments and whatever follows its end.
 */
export function withoutMetadata(bytes: Uint8Array): Uint8Array {
  const segments = segmentsOf(bytes)
  if (typeof segments === 'string') return bytes
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  segments.forEach((segment, index) => {
    // Entropy-coded data lies between a scan's header and the next segment.
    const end = segment.marker === SOS ? segments[index + 1]!.from : segment.to
    if (isKept(bytes, segment)) kept.push(bytes.subarray(segment.from, end))
  })
  const result = new Uint8Array(kept.reduce((sum, part) => sum + part.length, 0))
  let end = 0
  for (const part of kept) {
    result.set(part, end)
    end += part.length
  }
  return result
}
