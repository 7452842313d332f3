import { HOLE } from './costs.ts'
import { BOUNDS } from './effort.ts'

/** What lines left empty at a column's foot cost: two are hardly seen, more tear the page. */
export function holeCost(rows: number): number {
  return HOLE_COSTS[rows] ?? costOfHole(rows)
}

function costOfHole(rows: number): number {
  const more = Math.max(0, rows - HOLE.seen)
  return HOLE.line * rows * rows + HOLE.torn * more * more
}

/** The same for every number of lines that a page usually has. */
export const HOLE_COSTS: readonly number[] = Array.from({ length: BOUNDS.usualPage }, (_, rows) =>
  costOfHole(rows),
)
