import { FontFault } from '../truetype/sfnt.ts'

/** A CFF table (Adobe Technical Note 5176); all places are offsets in it. */
export interface CffBytes {
  readonly bytes: Uint8Array
  readonly view: DataView
}

/** An INDEX: item `i` lies at `from(i) … from(i + 1)`. */
export interface CffIndex {
  readonly count: number
  readonly end: number
  from(item: number): number
}

function offsetAt({ bytes }: CffBytes, at: number, size: number): number {
  let offset = 0
  for (let index = 0; index < size; index += 1) offset = offset * 256 + (bytes[at + index] as number)
  return offset
}

/** Takes the place of an INDEX; every item is checked to lie in the table, one after the other. */
export function readIndex(cff: CffBytes, at: number): CffIndex {
  const count = cff.view.getUint16(at)
  if (count === 0) return { count, end: at + 2, from: () => at + 2 }
  const size = cff.view.getUint8(at + 2)
  const objects = at + 2 + (count + 1) * size
  if (size < 1 || size > 4 || objects > cff.bytes.length) throw new FontFault('CFF INDEX')
  const from = (item: number) => objects + offsetAt(cff, at + 3 + item * size, size)
  let previous = objects + 1
  for (let item = 0; item <= count; item += 1) {
    const next = from(item)
    if (next < previous) throw new FontFault('CFF INDEX')
    previous = next
  }
  if (from(count) > cff.bytes.length) throw new FontFault('CFF INDEX')
  return { count, end: from(count), from }
}

/** One entry of a DICT: operator (two-byte ones as 0x0c00 + second byte), operands, and its own bytes. */
export interface DictEntry {
  readonly operator: number
  readonly operands: readonly number[]
  readonly raw: Uint8Array
}

const REAL = 30
const ESCAPE = 12
const MAX_OPERANDS = 513

/** Length in bytes of a DICT operand that begins with this byte. */
function realLength(bytes: Uint8Array, at: number, to: number): number {
  for (let next = at + 1; next < to; next += 1) {
    if (((bytes[next] as number) & 0x0f) === 0x0f || (bytes[next] as number) >> 4 === 0x0f)
      return next + 1 - at
  }
  throw new FontFault('CFF DICT')
}

const NIBBLES = '0123456789.EE?-'

/** A real number of a DICT, by its nibbles (Technical Note 5176, table 5); 0 for what is none. */
function realAt(bytes: Uint8Array, at: number, length: number): number {
  let written = ''
  for (let next = at + 1; next < at + length; next += 1) {
    for (const nibble of [(bytes[next] as number) >> 4, (bytes[next] as number) & 0x0f]) {
      if (nibble === 0x0f) return Number(written) || 0
      written += (NIBBLES[nibble] as string) + (nibble === 0x0c ? '-' : '')
    }
  }
  return 0
}

/** Entries of the DICT at `from … to`. */
export function readDict({ bytes, view }: CffBytes, from: number, to: number): DictEntry[] {
  if (from > to || to > bytes.length) throw new FontFault('CFF DICT')
  const entries: DictEntry[] = []
  let operands: number[] = []
  let start = from
  for (let at = from; at < to; ) {
    const byte = bytes[at] as number
    if (byte <= 21) {
      const operator = byte === ESCAPE ? 0x0c00 + (bytes[at + 1] as number) : byte
      at += byte === ESCAPE ? 2 : 1
      entries.push({ operator, operands, raw: bytes.subarray(start, at) })
      operands = []
      start = at
      continue
    }
    if (operands.length >= MAX_OPERANDS) throw new FontFault('CFF DICT')
    if (byte === REAL) {
      const length = realLength(bytes, at, to)
      operands.push(realAt(bytes, at, length))
      at += length
    } else if (byte === 28) {
      operands.push(view.getInt16(at + 1))
      at += 3
    } else if (byte === 29) {
      operands.push(view.getInt32(at + 1))
      at += 5
    } else if (byte >= 251) {
      operands.push(-(byte - 251) * 256 - (bytes[at + 1] as number) - 108)
      at += 2
    } else if (byte >= 247) {
      operands.push((byte - 247) * 256 + (bytes[at + 1] as number) + 108)
      at += 2
    } else {
      operands.push(byte - 139)
      at += 1
    }
  }
  return entries
}
