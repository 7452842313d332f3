import type { PictureFault } from './picture-facts.ts'

/** Markers by their names in ITU-T T.81, table B.1. */
export const MARKERS = {
  DHT: 0xc4,
  RST0: 0xd0,
  SOI: 0xd8,
  EOI: 0xd9,
  SOS: 0xda,
  DQT: 0xdb,
  DNL: 0xdc,
  DRI: 0xdd,
  APP0: 0xe0,
  APP1: 0xe1,
  APP2: 0xe2,
  APP14: 0xee,
  APP15: 0xef,
  COM: 0xfe,
} as const

const { SOI, EOI, SOS } = MARKERS
const TEMPORARY = 0x01
const NOT_FRAMES = [MARKERS.DHT, 0xc8, 0xcc]
/** A sound progressive file has about ten; thousands are an attack on decoders. */
const MAX_SCANS = 200
/** Bytes that belong to no segment are passed over; more of them than this is not a picture with a blemish. */
const MAX_STRAY = 64

/** A marker segment; entropy-coded data lies between a scan's header and the next segment. */
export interface Segment {
  readonly marker: number
  /** From the marker's 0xFF to the end of its payload. */
  readonly from: number
  readonly payload: number
  readonly to: number
}

/** Whether the marker is RST0–RST7. */
export function isRestart(marker: number): boolean {
  return marker >= MARKERS.RST0 && marker <= MARKERS.RST0 + 7
}

/** Whether the marker begins a frame (SOF0–SOF15). */
export function isFrame(marker: number): boolean {
  return (marker & 0xf0) === 0xc0 && !NOT_FRAMES.includes(marker)
}

/** Next place after `at` where 0xFF is followed by something other than stuffing; -1 when there is none. */
function nextMarker(bytes: Uint8Array, at: number): number {
  for (let found = bytes.indexOf(0xff, at); found >= 0 && found + 1 < bytes.length; ) {
    const next = bytes[found + 1] as number
    if (next === 0xff) found += 1
    else if (next === 0 || isRestart(next)) found = bytes.indexOf(0xff, found + 2)
    else return found
  }
  return -1
}

/**
 * The segments up to and including EOI, or the fault that keeps it from being reached. Bytes after EOI
 * (second pictures, films) are no part of the picture.
 */
export function segmentsOf(bytes: Uint8Array): Segment[] | PictureFault {
  const segments: Segment[] = []
  let scans = 0
  for (let at = 2; ; ) {
    const from = nextMarker(bytes, at)
    if (from < 0) return 'truncated'
    if (scans === 0 && from > at + MAX_STRAY) return 'damaged'
    const marker = bytes[from + 1] as number
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
    const to = from + 2 + (((bytes[from + 2] as number) << 8) | (bytes[from + 3] as number))
    if (to < payload) return 'damaged'
    if (to > bytes.length) return 'truncated'
    if (marker === SOS) scans += 1
    if (scans > MAX_SCANS) return 'damaged'
    segments.push({ marker, from, payload, to })
    at = to
  }
}

/** Whether these characters of one byte stand at `at`. */
export function startsWith(bytes: Uint8Array, at: number, text: string): boolean {
  for (let index = 0; index < text.length; index += 1)
    if (bytes[at + index] !== text.charCodeAt(index)) return false
  return true
}
