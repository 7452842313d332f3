import { BREAK } from '../search/costs.ts'
import { rowsOf, type Strip } from '../search/strip.ts'
import type { Galley } from './galley.ts'

/** Part of a column up to which a table is small: it is parted only where a page would suffer more. */
const SMALL = 0.3

/** A table's rows below its first with what it costs to part them there; `carry` stands again above each later part. */
export function partedRows(
  first: readonly Strip[],
  rows: readonly (readonly Strip[])[],
  carry: Strip | undefined,
  galley: Galley,
): Strip[] {
  const small = [first, ...rows].reduce((sum, strips) => sum + rowsOf(strips), 0) <= SMALL * galley.rows
  const parted = small ? BREAK.smallTable : BREAK.free
  const body = rows.map((strips, index) =>
    breakingAfter(
      carry ? strips.map((strip) => ({ ...strip, carry })) : strips,
      breakAfterRow(rows, index, parted),
    ),
  )
  const afterFirst = body.length === 0 ? BREAK.free : carry ? BREAK.never : BREAK.keep
  return [...breakingAfter(first, afterFirst), ...body.flat()]
}

/** The first row stays with the second, and no row is left alone after a break; a divided one may be. */
function breakAfterRow(rows: readonly (readonly Strip[])[], index: number, parted: number): number {
  if (index === rows.length - 1 || (rows[index] as readonly Strip[]).length > 1) return BREAK.free
  return index === 0 || index === rows.length - 2 ? BREAK.keep : parted
}

function breakingAfter(strips: readonly Strip[], breakAfter: number): Strip[] {
  return strips.map((strip, index) => (index === strips.length - 1 ? { ...strip, breakAfter } : strip))
}
