import { isFrame, isRestart, MARKERS, type Segment } from './jpeg-segments.ts'

/** A component of a frame: its sampling, its size in blocks of 8 × 8, its quantization table. */
export interface JpegComponent {
  readonly id: number
  readonly h: number
  readonly v: number
  readonly table: number
  /** Blocks across and down when the component is alone in a scan (T.81, A.2.2). */
  readonly across: number
  readonly down: number
}

export interface JpegFrame {
  readonly progressive: boolean
  readonly components: readonly JpegComponent[]
  /** MCUs of a scan with several components. */
  readonly units: number
}

/** A scan's header (T.81, B.2.3). */
export interface JpegScan {
  /** Index in the frame, and the Huffman tables. */
  readonly parts: readonly { readonly component: number; readonly dc: number; readonly ac: number }[]
  readonly from: number
  readonly to: number
  readonly high: number
  readonly low: number
}

/** The frame's header; null when it contradicts itself. */
export function frameOf(bytes: Uint8Array, segments: readonly Segment[]): JpegFrame | null {
  const frames = segments.filter(({ marker }) => isFrame(marker))
  const [segment] = frames
  if (segment === undefined || frames.length > 1) return null
  const { payload, to } = segment
  const count = bytes[payload + 5] as number
  if (payload + 6 + 3 * count > to) return null
  const height = ((bytes[payload + 1] as number) << 8) | (bytes[payload + 2] as number)
  const width = ((bytes[payload + 3] as number) << 8) | (bytes[payload + 4] as number)
  const raw = Array.from({ length: count }, (_, i) =>
    bytes.subarray(payload + 6 + 3 * i, payload + 9 + 3 * i),
  )
  const sampled = raw.map(([id, sampling, table]) => ({
    id: id as number,
    h: (sampling as number) >> 4,
    v: (sampling as number) & 15,
    table: table as number,
  }))
  if (sampled.some(({ h, v, table }) => h < 1 || h > 4 || v < 1 || v > 4 || table > 3)) return null
  const mostH = Math.max(...sampled.map(({ h }) => h))
  const mostV = Math.max(...sampled.map(({ v }) => v))
  const components = sampled.map((one) => ({
    ...one,
    across: Math.ceil(Math.ceil((width * one.h) / mostH) / 8),
    down: Math.ceil(Math.ceil((height * one.v) / mostV) / 8),
  }))
  const units = Math.ceil(width / (8 * mostH)) * Math.ceil(height / (8 * mostV))
  return { progressive: segment.marker === 0xc2, components, units }
}

/** A scan's header; null when it contradicts the frame. */
export function scanOf(bytes: Uint8Array, { payload, to }: Segment, frame: JpegFrame): JpegScan | null {
  const count = bytes[payload] as number
  const after = payload + 1 + 2 * count
  if (count < 1 || count > 4 || after + 3 > to) return null
  const parts = Array.from({ length: count }, (_, i) => {
    const [id, tables] = bytes.subarray(payload + 1 + 2 * i, payload + 3 + 2 * i)
    const component = frame.components.findIndex((one) => one.id === id)
    return { component, dc: (tables as number) >> 4, ac: (tables as number) & 15 }
  })
  const [from, last, bits] = bytes.subarray(after, after + 3)
  const scan = {
    parts,
    from: from as number,
    to: last as number,
    high: (bits as number) >> 4,
    low: (bits as number) & 15,
  }
  const known = parts.every(({ component, dc, ac }) => component >= 0 && dc < 4 && ac < 4)
  if (!known || new Set(parts.map(({ component }) => component)).size < count) return null
  if (!frame.progressive) return { ...scan, from: 0, to: 63, high: 0, low: 0 }
  const alone = scan.from === 0 ? scan.to === 0 : scan.to >= scan.from && scan.to < 64 && count === 1
  return alone && scan.low < 14 ? scan : null
}

/** Stretches between restart markers, without stuffing: `data` and where each stretch ends in it. */
export interface Intervals {
  readonly data: Uint8Array
  readonly ends: readonly number[]
  /** Whether the markers count RST0, RST1 … as they must. */
  readonly inOrder: boolean
}

/** Zeros behind the data: a unit begun before its end is read on, 64 blocks of 64 coefficients of 31 bits at most. */
const AHEAD = 16_384

/** A scan's entropy-coded data as a decoder sees it. */
export function intervalsOf(bytes: Uint8Array, from: number, to: number): Intervals {
  const data = new Uint8Array(to - from + AHEAD)
  const ends: number[] = []
  let length = 0
  let inOrder = true
  for (let at = from; at < to; ) {
    const found = bytes.indexOf(0xff, at)
    const stop = found < 0 || found >= to ? to : found
    data.set(bytes.subarray(at, stop), length)
    length += stop - at
    if (stop === to) break
    const next = bytes[stop + 1] as number
    at = next === 0xff ? stop + 1 : stop + 2
    if (next === 0) {
      data[length] = 0xff
      length += 1
    } else if (isRestart(next)) {
      inOrder &&= next - MARKERS.RST0 === ends.length % 8
      ends.push(length)
    }
  }
  return { data, ends: [...ends, length], inOrder }
}
