import type { Sfnt } from './sfnt.ts'

/** Kerning of a glyph pair in font units. */
export type PairKerning = (left: number, right: number) => number

const HORIZONTAL = 0x0001
const MINIMUM_OR_CROSS_STREAM = 0x0006

/** The classic `kern` table's first horizontal list of pairs (format 0); null where there is none. */
export function readKern(sfnt: Sfnt): PairKerning | null {
  const table = sfnt.tables.get('kern')
  const { view } = sfnt
  if (table === undefined || table.length < 18 || view.getUint16(table.offset) !== 0) return null
  const at = table.offset + 4
  const coverage = view.getUint16(at + 4)
  if ((coverage & HORIZONTAL) === 0 || (coverage & MINIMUM_OR_CROSS_STREAM) !== 0 || coverage >> 8 !== 0)
    return null
  const count = Math.min(view.getUint16(at + 6), Math.floor((table.length - 18) / 6))
  return (left, right) => {
    const wanted = left * 0x10000 + right
    let low = 0
    let high = count - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const pair = view.getUint32(at + 14 + 6 * middle)
      if (pair === wanted) return view.getInt16(at + 18 + 6 * middle)
      if (pair < wanted) low = middle + 1
      else high = middle - 1
    }
    return 0
  }
}
