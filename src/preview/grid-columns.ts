import type { Pt } from '../base/units.ts'
import type { Issue } from '../issue/issue.ts'
import type { GridFacts } from './protocol.ts'

/** The columns of the pages of an issue. */
export function gridOf({ publication: { design } }: Issue): GridFacts {
  const { columns, columnGap, margin } = design.page
  return { columns, columnGap, lineHeight: design.grid.lineHeight, ...margin }
}

/** A column of a page: where it begins and how wide it is. */
export function columnOf(
  { columns, columnGap, inside, outside }: GridFacts,
  page: { readonly index: number; readonly width: Pt },
  column: number,
): { readonly x: Pt; readonly width: Pt } {
  const left = page.index % 2 === 0 ? inside : outside
  const width = (page.width - inside - outside - (columns - 1) * columnGap) / columns
  return { x: left + column * (width + columnGap), width }
}

/** The column that a place across is in, or nearest to. */
export function columnAt(
  grid: GridFacts,
  page: { readonly index: number; readonly width: Pt },
  x: Pt,
): { readonly x: Pt; readonly width: Pt } {
  const { x: left, width } = columnOf(grid, page, 0)
  const step = width + grid.columnGap
  const column = Math.min(grid.columns - 1, Math.max(0, Math.floor((x - left + grid.columnGap / 2) / step)))
  return columnOf(grid, page, column)
}

/** How far a place across is from the beginning of the column that it is in. */
export function placeInColumn(
  grid: GridFacts,
  page: { readonly index: number; readonly width: Pt },
  x: Pt,
): Pt {
  return x - columnAt(grid, page, x).x
}
