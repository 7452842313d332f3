import { COMPONENT } from '../truetype/glyphs.ts'
import { FontFault } from '../truetype/sfnt.ts'
import { ByteReader } from './byte-reader.ts'

/** The tables that WOFF2's transformed `glyf` stands for; long offsets. */
export interface RestoredGlyphs {
  readonly glyf: Uint8Array
  readonly loca: Uint8Array
  /** Left edges of all outlines, 0 for an empty one. */
  readonly lefts: readonly number[]
}

const STREAMS = ['contours', 'points', 'flags', 'coordinates', 'composites', 'boxes', 'instructions'] as const
const HEADER = 36
const MAX_POINTS = 20_000

type Streams = Readonly<Record<(typeof STREAMS)[number], ByteReader>>

interface Point {
  readonly dx: number
  readonly dy: number
  readonly isOn: boolean
}

/** Takes the transformed table (WOFF2, 5.1); gives what it was before, without instructions. */
export function readGlyphs(table: Uint8Array): RestoredGlyphs {
  const head = new ByteReader(table, 4)
  const count = head.u16()
  head.skip(2)
  const streams = {} as Record<(typeof STREAMS)[number], ByteReader>
  let at = HEADER
  for (const name of STREAMS) {
    const length = head.u32()
    if (at + length > table.length) throw new FontFault('WOFF2 glyf')
    streams[name] = new ByteReader(table.subarray(at, at + length), 0)
    at += length
  }
  const bitmap = streams.boxes.bytes(4 * ((count + 31) >> 5))
  const hasBox = (glyph: number) => (((bitmap[glyph >> 3] as number) >> (7 - (glyph & 7))) & 1) === 1
  const outlines = Array.from({ length: count }, (_, glyph) => readGlyph(streams, hasBox(glyph)))
  return joined(outlines)
}

function joined(outlines: readonly Uint8Array[]): RestoredGlyphs {
  const glyf = new Uint8Array(outlines.reduce((sum, { length }) => sum + length + (length & 1), 0))
  const loca = new DataView(new ArrayBuffer(4 * (outlines.length + 1)))
  const lefts: number[] = []
  let end = 0
  outlines.forEach((outline, glyph) => {
    glyf.set(outline, end)
    end += outline.length + (outline.length & 1)
    loca.setUint32(4 * (glyph + 1), end)
    lefts.push(outline.length === 0 ? 0 : new DataView(outline.buffer).getInt16(2))
  })
  return { glyf, loca: new Uint8Array(loca.buffer), lefts }
}

function readGlyph(streams: Streams, hasBox: boolean): Uint8Array {
  const contours = streams.contours.i16()
  if (contours === 0) return new Uint8Array(0)
  if (contours > 0) return simpleGlyph(streams, contours, hasBox)
  if (!hasBox) throw new FontFault('WOFF2 glyf')
  return compositeGlyph(streams)
}

function compositeGlyph(streams: Streams): Uint8Array {
  const parts: number[] = []
  let hasInstructions = false
  for (let more = true; more; ) {
    const flags = streams.composites.u16()
    more = (flags & COMPONENT.more) !== 0
    hasInstructions ||= (flags & COMPONENT.instructions) !== 0
    let length = flags & COMPONENT.wideArguments ? 6 : 4
    if (flags & COMPONENT.scale) length += 2
    else if (flags & COMPONENT.twoScales) length += 4
    else if (flags & COMPONENT.matrix) length += 8
    const kept = flags & ~COMPONENT.instructions
    parts.push(kept >> 8, kept & 0xff, ...streams.composites.bytes(length))
  }
  if (hasInstructions) streams.coordinates.packed()
  return Uint8Array.from([0xff, 0xff, ...streams.boxes.bytes(8), ...parts])
}

function simpleGlyph(streams: Streams, contours: number, hasBox: boolean): Uint8Array {
  const ends: number[] = []
  let total = 0
  for (let contour = 0; contour < contours; contour += 1) {
    total += streams.points.packed()
    if (total > MAX_POINTS) throw new FontFault('WOFF2 glyf')
    ends.push(total - 1)
  }
  const points = Array.from({ length: total }, () => readPoint(streams))
  streams.coordinates.packed()
  const box = hasBox ? [...streams.boxes.bytes(8)] : boxOf(points).flatMap(word)
  const flags: number[] = []
  const xs: number[] = []
  const ys: number[] = []
  for (const { dx, dy, isOn } of points) {
    const flag = (isOn ? 1 : 0) | coordinate(dx, 0x02, 0x10, xs) | coordinate(dy, 0x04, 0x20, ys)
    flags.push(flag)
  }
  return Uint8Array.from([...word(contours), ...box, ...ends.flatMap(word), 0, 0, ...flags, ...xs, ...ys])
}

function word(value: number): number[] {
  return [(value >> 8) & 0xff, value & 0xff]
}

/** Writes one step of a coordinate as `glyf` does; gives its flag. */
function coordinate(step: number, short: number, sameOrPositive: number, to: number[]): number {
  if (step === 0) return sameOrPositive
  if (Math.abs(step) < 256) {
    to.push(Math.abs(step))
    return short | (step > 0 ? sameOrPositive : 0)
  }
  to.push(...word(step))
  return 0
}

function boxOf(points: readonly Point[]): readonly number[] {
  let [x, y] = [0, 0]
  const box: [number, number, number, number] = [32767, 32767, -32768, -32768]
  for (const { dx, dy } of points) {
    x += dx
    y += dy
    box[0] = Math.min(box[0], x)
    box[1] = Math.min(box[1], y)
    box[2] = Math.max(box[2], x)
    box[3] = Math.max(box[3], y)
  }
  return box
}

/** Of the two low bits, the one that says whether a step is positive. */
function signed(bit: number, value: number): number {
  return bit & 1 ? value : -value
}

/** One point by its flag and one to four bytes (5.2). */
function readPoint({ flags, coordinates }: Streams): Point {
  const byte = flags.u8()
  const isOn = byte < 0x80
  const flag = byte & 0x7f
  if (flag < 10) return { dx: 0, dy: signed(flag, ((flag & 14) << 7) + coordinates.u8()), isOn }
  if (flag < 20) return { dx: signed(flag, (((flag - 10) & 14) << 7) + coordinates.u8()), dy: 0, isOn }
  const step = (x: number, y: number) => ({ dx: signed(flag, x), dy: signed(flag >> 1, y), isOn })
  const first = coordinates.u8()
  if (flag < 84) {
    const high = flag - 20
    return step(1 + (high & 0x30) + (first >> 4), 1 + ((high & 0x0c) << 2) + (first & 0x0f))
  }
  const second = coordinates.u8()
  if (flag < 120) {
    const high = flag - 84
    return step(1 + (Math.floor(high / 12) << 8) + first, 1 + (((high % 12) >> 2) << 8) + second)
  }
  const third = coordinates.u8()
  if (flag < 124) return step((first << 4) + (second >> 4), ((second & 0x0f) << 8) + third)
  return step((first << 8) + second, (third << 8) + coordinates.u8())
}
