import { FontFault, type Sfnt, tableBytes } from '../truetype/sfnt.ts'
import { type CffBytes, type CffIndex, type DictEntry, readDict, readIndex } from './structure.ts'

/** DICT operators (Technical Note 5176, tables 9, 10 and 23). */
export const OPERATOR = {
  charset: 15,
  charStrings: 17,
  private: 18,
  subrs: 19,
  nominalWidth: 21,
  charstringType: 0x0c06,
  fontMatrix: 0x0c07,
  ros: 0x0c1e,
  cidCount: 0x0c22,
  fdArray: 0x0c24,
  fdSelect: 0x0c25,
} as const

/** What one font DICT gives its glyphs. */
export interface CffPart {
  readonly matrix: Uint8Array
  /** Entries of the Private DICT. */
  readonly entries: readonly DictEntry[]
  readonly subrs: CffIndex | null
  /** What the widths in its glyphs' programs are told from, in font units. */
  readonly nominalWidth: number
}

/** A CFF font with its parts; a font that is not CID-keyed has one. */
export interface CffFont {
  readonly cff: CffBytes
  readonly charStrings: CffIndex
  readonly globalSubrs: CffIndex
  readonly matrix: Uint8Array
  readonly parts: readonly CffPart[]
  /** Which part a glyph belongs to. */
  partOf(glyph: number): number
}

const NOTHING = new Uint8Array(0)

const find = (entries: readonly DictEntry[], operator: number) =>
  entries.find((one) => one.operator === operator)
const rawOf = (entries: readonly DictEntry[], operator: number) => find(entries, operator)?.raw ?? NOTHING

function readPart(cff: CffBytes, dict: readonly DictEntry[], matrix: Uint8Array): CffPart {
  const [size, at] = find(dict, OPERATOR.private)?.operands ?? []
  if (size === undefined || at === undefined) return { matrix, entries: [], subrs: null, nominalWidth: 0 }
  if (size < 0 || at < 0) throw new FontFault('CFF Private')
  const entries = readDict(cff, at, at + size)
  const subrs = find(entries, OPERATOR.subrs)?.operands[0]
  const nominalWidth = find(entries, OPERATOR.nominalWidth)?.operands[0] ?? 0
  return { matrix, entries, subrs: subrs === undefined ? null : readIndex(cff, at + subrs), nominalWidth }
}

function readParts(cff: CffBytes, top: readonly DictEntry[]): CffPart[] {
  const at = find(top, OPERATOR.fdArray)?.operands[0]
  if (at === undefined) return [readPart(cff, top, NOTHING)]
  const index = readIndex(cff, at)
  if (index.count === 0 || index.count > 256) throw new FontFault('CFF FDArray')
  return Array.from({ length: index.count }, (_, item) => {
    const dict = readDict(cff, index.from(item), index.from(item + 1))
    return readPart(cff, dict, rawOf(dict, OPERATOR.fontMatrix))
  })
}

/** Format 3: runs of glyphs. Gives one byte a glyph. */
function spreadRanges({ view }: CffBytes, at: number, glyphs: number): Uint8Array {
  const parts = new Uint8Array(glyphs)
  const count = view.getUint16(at + 1)
  for (let range = 0; range < count; range += 1) {
    const from = view.getUint16(at + 3 + 3 * range)
    const to = Math.min(view.getUint16(at + 6 + 3 * range), glyphs)
    if (from > to) throw new FontFault('CFF FDSelect')
    parts.fill(view.getUint8(at + 5 + 3 * range), from, to)
  }
  return parts
}

function readSelection(cff: CffBytes, top: readonly DictEntry[], glyphs: number): Uint8Array | null {
  const at = find(top, OPERATOR.fdSelect)?.operands[0]
  if (at === undefined) return null
  const format = cff.view.getUint8(at)
  if (format === 0 && at + 1 + glyphs <= cff.bytes.length) return cff.bytes.subarray(at + 1, at + 1 + glyphs)
  if (format !== 3) throw new FontFault('CFF FDSelect')
  return spreadRanges(cff, at, glyphs)
}

/** Takes a face with a `CFF ` table; gives the font in it. Throws `FontFault` or `RangeError`. */
export function readCff(sfnt: Sfnt): CffFont {
  const bytes = tableBytes(sfnt, 'CFF ')
  const cff = { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength) }
  const names = readIndex(cff, cff.view.getUint8(2))
  const tops = readIndex(cff, names.end)
  if (tops.count !== 1) throw new FontFault('CFF Top DICT')
  const strings = readIndex(cff, tops.end)
  const globalSubrs = readIndex(cff, strings.end)
  const top = readDict(cff, tops.from(0), tops.from(1))
  const at = find(top, OPERATOR.charStrings)?.operands[0]
  const type = find(top, OPERATOR.charstringType)?.operands[0] ?? 2
  if (at === undefined || type !== 2) throw new FontFault('CFF CharStrings')
  const charStrings = readIndex(cff, at)
  const parts = readParts(cff, top)
  const selection = readSelection(cff, top, charStrings.count)
  const partOf = (glyph: number) => selection?.[glyph] ?? 0
  return { cff, charStrings, globalSubrs, matrix: rawOf(top, OPERATOR.fontMatrix), parts, partOf }
}
