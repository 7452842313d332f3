import { HOLE, SHORT } from './costs.ts'
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

/** The same where a paragraph goes on in the next column: the eye sees that there was text to fill it with. */
export const INSIDE_COSTS = pricedInside(SHORT.inside)

/** And in columns that are closed level, whose height may be less. */
export const LEVEL_COSTS = pricedInside(SHORT.insideLevel)

function pricedInside(more: number): readonly number[] {
  return HOLE_COSTS.map((cost, rows) => (rows > 1 ? cost + more : cost))
}
