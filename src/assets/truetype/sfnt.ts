import type { PartialFile, Stretches } from '../partial-file.ts'

/** A font file that cannot be used; `where` is the table or part at fault, such as `cmap`. */
export class FontFault extends Error {
  readonly where: string

  constructor(where: string) {
    super(`unusable font: ${where}`)
    this.where = where
  }
}

/** One table's bytes, as a place in the file. */
export interface SfntTable {
  readonly offset: number
  readonly length: number
}

/** One face's table directory. Every table lies inside the file. */
export interface Sfnt {
  readonly bytes: Uint8Array
  readonly view: DataView
  readonly flavour: 'truetype' | 'cff'
  readonly tables: ReadonlyMap<string, SfntTable>
  /**
   * Fetches stretches of `glyf`, in the file's order, of a file that is read in part, and gives where in `bytes` each
   * begins; null when all bytes are there.
   */
  readonly fetch: ((stretches: Stretches) => Uint32Array) | null
}

const TRUE_TYPE = [0x00010000, 0x74727565]
const OPEN_TYPE_CFF = 0x4f54544f
const COLLECTION = 0x74746366
const MAX_FACES = 256

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function tagAt(view: DataView, at: number): string {
  return String.fromCharCode(
    view.getUint8(at),
    view.getUint8(at + 1),
    view.getUint8(at + 2),
    view.getUint8(at + 3),
  )
}

/** Where the faces of a collection (TTC, OTC) begin; `[0]` for a file of one face. */
export function faceOffsets(bytes: Uint8Array): number[] {
  if (bytes.length < 12) throw new FontFault('header')
  const view = viewOf(bytes)
  if (view.getUint32(0) !== COLLECTION) return [0]
  const count = view.getUint32(8)
  if (count === 0 || count > MAX_FACES || 12 + 4 * count > bytes.length) throw new FontFault('ttcf')
  return Array.from({ length: count }, (_, face) => view.getUint32(12 + 4 * face))
}

/** Takes a font file and where one face begins in it; gives its tables. Throws `FontFault`. */
export function readSfnt(file: Uint8Array, at = 0): Sfnt {
  // A Buffer's slice() shares its memory where a Uint8Array's copies.
  const bytes = new Uint8Array(file.buffer, file.byteOffset, file.byteLength)
  const view = viewOf(bytes)
  if (at + 12 > bytes.length) throw new FontFault('header')
  const version = view.getUint32(at)
  if (version !== OPEN_TYPE_CFF && !TRUE_TYPE.includes(version)) throw new FontFault('header')
  const count = view.getUint16(at + 4)
  if (at + 12 + 16 * count > bytes.length) throw new FontFault('header')
  const tables = new Map<string, SfntTable>()
  for (let entry = at + 12; entry < at + 12 + 16 * count; entry += 16) {
    const tag = tagAt(view, entry)
    const table = { offset: view.getUint32(entry + 8), length: view.getUint32(entry + 12) }
    if (table.offset + table.length > bytes.length) throw new FontFault(tag)
    if (!tables.has(tag)) tables.set(tag, table)
  }
  return { bytes, view, flavour: tables.has('glyf') ? 'truetype' : 'cff', tables, fetch: null }
}

/** How much of a font file tells where its tables are, and more. */
export const SFNT_START = 512

/**
 * Takes a file that is read in part and has its first `SFNT_START` bytes; gives its tables, with all but the outlines of
 * `glyf` at hand. Throws `FontFault`.
 */
export function readSfntInPart(file: PartialFile): Sfnt {
  const sfnt = readSfnt(file.bytes)
  const { offset, length } = requiredTable(sfnt, 'glyf')
  file.load([0, offset, offset + length, file.bytes.length])
  // Outlines lie one behind the other where `glyf` would: memory that nothing else is in, and little of it is touched.
  let end = offset
  const fetch = (stretches: Stretches) => {
    const places = file.pack(stretches, end)
    const last = places.length - 1
    if (last >= 0)
      end = (places[last] as number) + (stretches[2 * last + 1] as number) - (stretches[2 * last] as number)
    return places
  }
  return { ...sfnt, fetch }
}

/** A table that must be there, at least `length` bytes long. */
export function requiredTable(sfnt: Sfnt, tag: string, length = 0): SfntTable {
  const table = sfnt.tables.get(tag)
  if (table === undefined || table.length < length) throw new FontFault(tag)
  return table
}

/** The bytes of a table, shared with the file. */
export function tableBytes(sfnt: Sfnt, tag: string): Uint8Array {
  const { offset, length } = requiredTable(sfnt, tag)
  return sfnt.bytes.subarray(offset, offset + length)
}

/** The file's 32-bit words as this machine's numbers: adding those up is quicker than reading each from its bytes. */
function wordsOf(bytes: Uint8Array): Int32Array {
  const copy = bytes.slice()
  if (LITTLE_ENDIAN) Buffer.from(copy.buffer).swap32()
  return new Int32Array(copy.buffer)
}

const LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1

/** Sum of the words between two offsets in bytes. */
function checksum(words: Int32Array, from: number, to: number): number {
  const end = to >> 2
  let at = from >> 2
  let sum = 0
  // Four at a time: this is the longest loop of a small build, and runs as it was written.
  for (; at + 3 < end; at += 4) {
    sum = (sum + (words[at] as number)) | 0
    sum = (sum + (words[at + 1] as number)) | 0
    sum = (sum + (words[at + 2] as number)) | 0
    sum = (sum + (words[at + 3] as number)) | 0
  }
  for (; at < end; at += 1) sum = (sum + (words[at] as number)) | 0
  return sum >>> 0
}

function writeTag(view: DataView, at: number, tag: string): void {
  for (let index = 0; index < 4; index += 1) view.setUint8(at + index, tag.charCodeAt(index))
}

/**
 * A font file of these tables, in tag order, with checksums and `head.checkSumAdjustment` set.
 * Same tables, same bytes.
 */
export function writeSfnt(tables: ReadonlyMap<string, Uint8Array>, flavour: 'truetype' | 'cff'): Uint8Array {
  const tags = [...tables.keys()].sort()
  const log = Math.floor(Math.log2(tags.length))
  const start = 12 + 16 * tags.length
  const size = tags.reduce((sum, tag) => sum + (((tables.get(tag) as Uint8Array).length + 3) & ~3), start)
  const bytes = new Uint8Array(size)
  const view = viewOf(bytes)
  view.setUint32(0, flavour === 'cff' ? OPEN_TYPE_CFF : 0x00010000)
  view.setUint16(4, tags.length)
  view.setUint16(6, 16 << log)
  view.setUint16(8, log)
  view.setUint16(10, 16 * tags.length - (16 << log))
  let offset = start
  let head = 0
  tags.forEach((tag, index) => {
    const table = tables.get(tag) as Uint8Array
    bytes.set(table, offset)
    if (tag === 'head') {
      head = offset
      view.setUint32(head + 8, 0)
    }
    writeTag(view, 12 + 16 * index, tag)
    view.setUint32(20 + 16 * index, offset)
    view.setUint32(24 + 16 * index, table.length)
    offset += (table.length + 3) & ~3
  })
  writeChecksums(view, wordsOf(bytes), tags.length, head)
  return bytes
}

/** Each table's own, and the whole file's in `head`, if there is one. */
function writeChecksums(view: DataView, words: Int32Array, tables: number, head: number): void {
  const start = 12 + 16 * tables
  let sum = checksum(words, 0, start)
  for (let entry = 12; entry < start; entry += 16) {
    const offset = view.getUint32(entry + 8)
    const own = checksum(words, offset, offset + view.getUint32(entry + 12) + 3)
    view.setUint32(entry + 4, own)
    // Once as the table, and once where the directory states it.
    sum += 2 * own
  }
  if (head > 0) view.setUint32(head + 8, (0xb1b0afba - sum) >>> 0)
}
