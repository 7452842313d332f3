import type { ColumnFill } from './column-fill.ts'
import { BREAK } from './costs.ts'
import { BOUNDS } from './effort.ts'
import type { Band, Layout, Zone } from './pages.ts'

/** Lines left empty at a column's foot: below a paragraph that goes on in the next column, or between two. */
export function isShort(band: Band, fill: ColumnFill): boolean {
  const hole = (band.runsOn ? band.fill.rows : tallest(band)) - fill.rows
  return hole > (fill.to.at.strip > 0 ? BOUNDS.seenHole : BOUNDS.hardlySeen)
}

function tallest({ fill }: Band): number {
  return Math.max(...fill.columns.map((one) => one.rows))
}

/** Pages on which a column is really short, breaks a rule, or has a picture below its article. */
export function faultyPages(zones: readonly Zone[], { bands }: Layout): Set<number> {
  const pages = new Set<number>()
  for (const band of bands) {
    if (zones[band.zone]?.foot) continue
    const faulty = band.fill.columns.some(
      (fill) => fill.breakCost >= BREAK.strandedFirst || fill.late.length > 0 || isShort(band, fill),
    )
    if (faulty) pages.add(band.page)
  }
  return pages
}
