import {
  frameOf,
  type Intervals,
  intervalsOf,
  type JpegComponent,
  type JpegFrame,
  type JpegScan,
  scanOf,
} from './jpeg-frame.ts'
import { isFrame, MARKERS, type Segment, segmentsOf } from './jpeg-segments.ts'
import type { PictureFault } from './picture-facts.ts'

/** By the next sixteen bits: a code's symbol, and above it (× 256) the code's length; 0 for what is no code. */
type HuffmanTable = Uint16Array

interface State {
  readonly bytes: Uint8Array
  readonly frame: JpegFrame
  readonly dc: (HuffmanTable | undefined)[]
  readonly ac: (HuffmanTable | undefined)[]
  /** First entry of each quantization table. */
  readonly steps: number[]
  restart: number
  /** By component and coefficient: how many low bits are still missing; -1 when nothing came. */
  readonly missing: readonly Int8Array[]
  /** By component: 64 bits a block, which coefficients are not zero. Progressive files only. */
  readonly nonzero: readonly Uint32Array[]
}

/** Bits that a careless encoder may have left out at the end of its data. */
const FORGIVEN_BITS = 16
/** Added to where the data ended too early. */
const SHORT = FORGIVEN_BITS + 1
/** Bytes after the last unit that are passed over whatever they are; more must be all alike, as padding is. */
const FORGIVEN_BYTES = 64
/** A block's mean can be no further from grey than this, in units of its samples × 8 (with room to spare). */
const MOST_DC = 1536

/**
 * Walks through all entropy-coded data of a JPEG that `readJpeg` accepted, without making pixels: whether every block
 * of every scan is there, and every coefficient has got all its bits. Pictures that were cut and closed again, holes
 * filled with zeros or rubbish and lost scans are found so; a flipped bit that only changes a value is not.
 */
export function entropyFault(bytes: Uint8Array): PictureFault | null {
  const segments = segmentsOf(bytes)
  if (typeof segments === 'string') return segments
  const frame = frameOf(bytes, segments)
  if (frame === null) return 'damaged'
  const state = stateOf(bytes, frame)
  for (const [index, segment] of segments.entries()) {
    const fault = segmentFault(state, segment, segments[index + 1])
    if (fault !== null) return fault
  }
  return state.missing.every((one) => one.every((bits) => bits === 0)) ? null : 'truncated'
}

function stateOf(bytes: Uint8Array, frame: JpegFrame): State {
  const { components, progressive } = frame
  return {
    bytes,
    frame,
    dc: [],
    ac: [],
    steps: [],
    restart: 0,
    missing: components.map(() => new Int8Array(64).fill(-1)),
    nonzero: components.map(({ across, down }) => new Uint32Array(progressive ? 2 * across * down : 0)),
  }
}

function segmentFault(state: State, segment: Segment, next: Segment | undefined): PictureFault | null {
  const { bytes } = state
  switch (segment.marker) {
    case MARKERS.DHT:
      return readTables(state, segment) ? null : 'damaged'
    case MARKERS.DQT:
      return readSteps(state, segment) ? null : 'damaged'
    case MARKERS.DRI:
      state.restart = ((bytes[segment.payload] as number) << 8) | (bytes[segment.payload + 1] as number)
      return null
    case MARKERS.SOS: {
      const scan = scanOf(bytes, segment, state.frame)
      return scan === null
        ? 'damaged'
        : scanFault(state, scan, intervalsOf(bytes, segment.to, (next as Segment).from))
    }
    default:
      return isFrame(segment.marker) || segment.marker >= MARKERS.APP0 || segment.marker >= MARKERS.EOI
        ? null
        : 'damaged'
  }
}

/** Huffman tables (T.81, B.2.4.2 and annex C); false when they are none. */
function readTables({ bytes, dc, ac }: State, { payload, to }: Segment): boolean {
  for (let at = payload; at < to; ) {
    const [kind, place] = [(bytes[at] as number) >> 4, (bytes[at] as number) & 15]
    const counts = bytes.subarray(at + 1, at + 17)
    const total = counts.reduce((sum, count) => sum + count, 0)
    if (kind > 1 || place > 3 || at + 17 + total > to || total > 256) return false
    const table = huffmanTable(counts, bytes.subarray(at + 17, at + 17 + total))
    if (table === null) return false
    const tables = kind === 0 ? dc : ac
    tables[place] = table
    at += 17 + total
  }
  return true
}

function huffmanTable(counts: Uint8Array, symbols: Uint8Array): HuffmanTable | null {
  const table = new Uint16Array(65_536)
  let code = 0
  let index = 0
  for (let length = 1; length <= 16; length += 1) {
    const span = 1 << (16 - length)
    for (let i = 0; i < (counts[length - 1] as number); i += 1) {
      if (code + span > 65_536) return null
      table.fill((length << 8) | (symbols[index] as number), code, code + span)
      index += 1
      code += span
    }
  }
  return table
}

/** Bits that nearly all codes of means have at most: so few entries stay near the processor. */
const HEAD_BITS = 9

/** The same by the next `HEAD_BITS` bits, 0 for longer codes. */
function headTable(table: HuffmanTable): HuffmanTable {
  return Uint16Array.from({ length: 1 << HEAD_BITS }, (_, index) => {
    const found = table[index << (16 - HEAD_BITS)] as number
    return found >> 8 <= HEAD_BITS ? found : 0
  })
}

/** As many whole codes as the next bits hold, with what follows each, in one entry: two of a photograph's, mostly. */
type StrideTable = Uint16Array

/** Bits by which strides are looked up: few enough for a table that the processor keeps near. */
const STRIDE_BITS = 12
/** An entry: bits passed over, coefficients passed over, and whether the block ended. 0 where no code is whole. */
const STRIDE = { bits: 31, coefficients: 5, ended: 0x800 } as const
/** Coefficients of a stride from which on no code is added to it. */
const LONG_STRIDE = 47

function strideTable(table: HuffmanTable): StrideTable {
  const strides = new Uint16Array(1 << STRIDE_BITS)
  for (let index = 0; index < strides.length; index += 1) strides[index] = strideAt(table, index)
  return strides
}

function strideAt(table: HuffmanTable, index: number): number {
  let bits = 0
  let coefficients = 0
  while (bits < STRIDE_BITS && coefficients <= LONG_STRIDE) {
    const found = table[(index << (16 - STRIDE_BITS + bits)) & 0xffff] as number
    if (found === 0 || bits + (found >> 8) > STRIDE_BITS) break
    bits += (found >> 8) + (found & 15)
    if (isBlockEnd(found)) return STRIDE.ended | (coefficients << STRIDE.coefficients) | bits
    coefficients += ((found >> 4) & 15) + 1
  }
  return (coefficients << STRIDE.coefficients) | bits
}

/** No value follows, and it is not the code of sixteen zeros. */
function isBlockEnd(found: number): boolean {
  return (found & 15) === 0 && (found & 255) !== 0xf0
}

/** Quantization tables (T.81, B.2.4.1); false when a step is 0, which all would be divided by. */
function readSteps({ bytes, steps }: State, { payload, to }: Segment): boolean {
  for (let at = payload; at < to; ) {
    const wide = (bytes[at] as number) >> 4 > 0
    steps[(bytes[at] as number) & 15] = wide
      ? ((bytes[at + 1] as number) << 8) | (bytes[at + 2] as number)
      : (bytes[at + 1] as number)
    const end = Math.min(to, at + (wide ? 129 : 65))
    for (let step = at + 1; step < end; step += wide ? 2 : 1)
      if (bytes[step] === 0 && !(wide && bytes[step + 1] !== 0)) return false
    at += wide ? 129 : 65
  }
  return true
}

/** Unit by unit, through every interval between restart markers. */
function scanFault(state: State, scan: JpegScan, intervals: Intervals): PictureFault | null {
  const { frame, restart } = state
  const { data } = intervals
  const walk = walkOf(state, scan, new DataView(data.buffer, data.byteOffset, data.length))
  if (walk === null) return 'damaged'
  const [{ component }] = scan.parts as [JpegScan['parts'][number]]
  const { across, down } = frame.components[component] as JpegComponent
  const units = scan.parts.length === 1 ? across * down : frame.units
  const size = restart === 0 ? units : restart
  const expected = Math.ceil(units / size)
  if (intervals.ends.length < expected) return 'truncated'
  if (intervals.ends.length > expected || !intervals.inOrder) return 'damaged'
  for (const [index, end] of intervals.ends.entries()) {
    const from = (intervals.ends[index - 1] ?? 0) * 8
    const stop = walk(from, end * 8, index * size, Math.min(size, units - index * size))
    const fault = stop < 0 ? 'damaged' : stop > end * 8 + FORGIVEN_BITS ? 'truncated' : null
    if (fault !== null) return fault
    if (!isPadding(data, stop, end)) return 'damaged'
  }
  note(state, scan)
  return null
}

/** What stands behind the last unit: nothing, bytes all alike, or a few stray ones behind a byte that was filled up. */
function isPadding(data: Uint8Array, bit: number, end: number): boolean {
  const rest = data.subarray((bit + 7) >> 3, end)
  if (rest.every((byte) => byte === rest[0])) return true
  const filling = (data[bit >> 3] as number) & (0xff >> (bit & 7))
  return rest.length <= FORGIVEN_BYTES && ((bit & 7) === 0 || filling === 0 || filling === 0xff >> (bit & 7))
}

function note({ missing }: State, { parts, from, to, low }: JpegScan): void {
  for (const { component } of parts) (missing[component] as Int8Array).fill(low, from, to + 1)
}

/**
 * Walks over `count` units from a bit on, the first of them being unit `first`. Gives the bit after the last; a number
 * beyond `end` when the data do not suffice, -1 when they make no sense.
 */
type Walk = (from: number, end: number, first: number, count: number) => number

function walkOf(state: State, scan: JpegScan, data: DataView): Walk | null {
  if (!state.frame.progressive) return sequentialWalk(state, scan, data)
  if (scan.from === 0)
    return scan.high > 0 ? bitWalk(blocksOf(state, scan).length) : firstDcWalk(state, scan, data)
  const [{ component, ac }] = scan.parts as [JpegScan['parts'][number]]
  const table = state.ac[ac]
  if (table === undefined) return null
  const nonzero = state.nonzero[component] as Uint32Array
  return scan.high === 0 ? firstAcWalk(scan, data, table, nonzero) : laterAcWalk(scan, data, table, nonzero)
}

/** A unit's blocks, each by its place among the scan's parts. */
function blocksOf({ frame }: State, { parts }: JpegScan): readonly number[] {
  if (parts.length === 1) return [0]
  return parts.flatMap(({ component }, index) => {
    const { h, v } = frame.components[component] as JpegComponent
    return new Array<number>(h * v).fill(index)
  })
}

/** The next 25 bits, the first of them the highest; what stands below is of no meaning. */
function ahead(data: DataView, bit: number): number {
  return data.getInt32(bit >> 3) << (bit & 7)
}

/**
 * A number of `size` bits as Huffman-coded differences are written (T.81, F.2.2.1). Without a branch: whether its first
 * bit is set cannot be guessed.
 */
function difference(data: DataView, bit: number, size: number): number {
  const value = (ahead(data, bit) >>> 1) >>> (31 - size)
  return value + (((value >> (size - 1)) - 1) & (1 - (1 << size)))
}

function mostOfParts({ frame, steps }: State, { parts, low }: JpegScan): readonly number[] {
  return parts.map(({ component }) => {
    const step = steps[(frame.components[component] as JpegComponent).table] || 1
    return (MOST_DC / step + 1) / (1 << low)
  })
}

function sequentialWalk(state: State, scan: JpegScan, data: DataView): Walk | null {
  const blocks = Int32Array.from(blocksOf(state, scan))
  const dcs = scan.parts.map(({ dc }) => state.dc[dc])
  const acs = scan.parts.map(({ ac }) => state.ac[ac])
  if ([...dcs, ...acs].includes(undefined)) return null
  const most = mostOfParts(state, scan)
  const heads = dcs.map((table) => headTable(table as HuffmanTable))
  const stridesOf = acs.map((table) => strideTable(table as HuffmanTable))
  return (from, end, _first, count) => {
    const means = new Int32Array(dcs.length)
    let bit = from
    for (let unit = 0; unit < count; unit += 1) {
      if (bit >= end) return bit + SHORT
      for (let block = 0; block < blocks.length; block += 1) {
        const part = blocks[block] as number
        const start = ahead(data, bit)
        const short = (heads[part] as HuffmanTable)[start >>> (32 - HEAD_BITS)] as number
        const mean = short || ((dcs[part] as HuffmanTable)[start >>> 16] as number)
        const size = mean & 255
        if (mean === 0 || size > 11) return bit > end ? bit + SHORT : -1
        bit += mean >> 8
        means[part] = (means[part] as number) + difference(data, bit, size)
        bit += size
        if (Math.abs(means[part] as number) > (most[part] as number)) return bit > end ? bit + SHORT : -1
        const table = acs[part] as HuffmanTable
        const strides = stridesOf[part] as StrideTable
        let k = 1
        while (k < 64) {
          // `ahead`, which V8 would call here until it has found out how often.
          const next = data.getInt32(bit >> 3) << (bit & 7)
          const stride = strides[next >>> (32 - STRIDE_BITS)] as number
          const after = k + ((stride >> STRIDE.coefficients) & 63)
          // A block's last coefficient ends it without a code: up to there it is one code after the other.
          if (stride !== 0 && after < 64) {
            k = after
            bit += stride & STRIDE.bits
            if (stride >= STRIDE.ended) break
            continue
          }
          const found = table[next >>> 16] as number
          if (found === 0) return bit > end ? bit + SHORT : -1
          bit += (found >> 8) + (found & 15)
          if (isBlockEnd(found)) break
          k += ((found >> 4) & 15) + 1
        }
        if (k > 64) return bit > end ? bit + SHORT : -1
      }
    }
    return bit
  }
}

/** One bit for each block. */
function bitWalk(blocks: number): Walk {
  return (from, _end, _first, count) => from + blocks * count
}

function firstDcWalk(state: State, scan: JpegScan, data: DataView): Walk | null {
  const blocks = blocksOf(state, scan)
  const tables = scan.parts.map(({ dc }) => state.dc[dc])
  if (tables.includes(undefined)) return null
  const most = mostOfParts(state, scan)
  return (from, end, _first, count) => {
    const means = new Int32Array(tables.length)
    let bit = from
    for (let unit = 0; unit < count; unit += 1) {
      if (bit >= end) return bit + SHORT
      for (const part of blocks) {
        const found = (tables[part] as HuffmanTable)[ahead(data, bit) >>> 16] as number
        const size = found & 255
        if (found === 0 || size > 11) return bit > end ? bit + SHORT : -1
        bit += found >> 8
        means[part] = (means[part] as number) + difference(data, bit, size)
        bit += size
        if (Math.abs(means[part] as number) > (most[part] as number)) return bit > end ? bit + SHORT : -1
      }
    }
    return bit
  }
}

/** Blocks that an end-of-band code ends, this one among them: 2ⁿ and n more bits (T.81, G.1.2.2). */
function bandEnd(data: DataView, bit: number, size: number): number {
  return (1 << size) + (size === 0 ? 0 : ahead(data, bit) >>> (32 - size))
}

function firstAcWalk(
  { from: low, to: high }: JpegScan,
  data: DataView,
  table: HuffmanTable,
  nonzero: Uint32Array,
): Walk {
  return (from, end, first, count) => {
    let bit = from
    let ended = 0
    for (let block = first; block < first + count; block += 1) {
      if (ended > 0) {
        ended -= 1
        continue
      }
      if (bit >= end) return bit + SHORT
      for (let k = low; k <= high; k += 1) {
        const found = table[ahead(data, bit) >>> 16] as number
        if (found === 0) return bit > end ? bit + SHORT : -1
        const [run, size] = [(found >> 4) & 15, found & 15]
        bit += found >> 8
        if (size === 0 && run < 15) {
          ended = bandEnd(data, bit, run) - 1
          bit += run
          break
        }
        k += run
        if (k > high) return bit > end ? bit + SHORT : -1
        bit += size
        if (size > 0) (nonzero[2 * block + (k >> 5)] as number) |= 1 << (k & 31)
      }
    }
    return ended > 0 ? -1 : bit
  }
}

/** Refinement (T.81, G.1.2.3): a bit for each coefficient that is not zero, and those that now become so. */
function laterAcWalk(
  { from: low, to: high }: JpegScan,
  data: DataView,
  table: HuffmanTable,
  nonzero: Uint32Array,
): Walk {
  const isNonzero = (block: number, k: number) => ((nonzero[2 * block + (k >> 5)] as number) >>> (k & 31)) & 1
  return (from, end, first, count) => {
    let bit = from
    let ended = 0
    for (let block = first; block < first + count; block += 1) {
      if (bit > end || (ended === 0 && bit === end)) return bit + SHORT
      let k = low
      while (ended === 0 && k <= high) {
        const found = table[ahead(data, bit) >>> 16] as number
        if (found === 0) return bit > end ? bit + SHORT : -1
        const [run, size] = [(found >> 4) & 15, found & 15]
        bit += (found >> 8) + size
        if (size > 1) return bit > end ? bit + SHORT : -1
        if (size === 0 && run < 15) {
          ended = bandEnd(data, bit, run)
          bit += run
          break
        }
        for (let zeros = run; k <= high; k += 1) {
          if (isNonzero(block, k)) bit += 1
          else {
            zeros -= 1
            if (zeros < 0) break
          }
        }
        if (k > high && size > 0) return bit > end ? bit + SHORT : -1
        if (size > 0) (nonzero[2 * block + (k >> 5)] as number) |= 1 << (k & 31)
        k += 1
      }
      if (ended === 0) continue
      for (; k <= high; k += 1) bit += isNonzero(block, k)
      ended -= 1
    }
    return ended > 0 ? -1 : bit
  }
}
