import type { Design } from '../../design/design.ts'
import type { Layout } from '../search/layout.ts'
import type { Zone } from '../search/zone.ts'

/** Zones with a layout of them, and the design that they are set in. */
export interface LaidOut {
  readonly zones: readonly Zone[]
  readonly layout: Pick<Layout, 'pages' | 'bands'>
  readonly design: Design
}

/** Column lines beyond the wanted pages, or free before their end. */
export function difference(found: LaidOut, wanted: number): { over: number; under: number } {
  const { layout, zones, design } = found
  const { lines } = design.grid
  const columns = design.page.columns
  const colophon = layout.bands.find((band) => zones[band.zone]?.foot)
  const colophonRows = colophon?.fill.rows ?? 0
  const text = layout.bands.filter((band) => !zones[band.zone]?.foot)
  if (layout.pages > wanted) {
    const beyond = text.filter((band) => band.page > wanted)
    const set = beyond.reduce((sum, band) => sum + bandLines(band.fill.columns, zones[band.zone], columns), 0)
    const extra = (colophon?.page ?? 0) > wanted ? colophonRows * columns : 0
    return { over: set + extra - freeOn(text, wanted, lines, columns), under: 0 }
  }
  const pages = wanted - layout.pages
  const free = freeOn(text, layout.pages, lines, columns) - (colophon ? colophonRows * columns : 0)
  return { over: 0, under: Math.max(0, free) + pages * lines * columns }
}

function bandLines(fills: readonly { rows: number }[], zone: Zone | undefined, columns: number): number {
  const rows = fills.reduce((sum, fill) => sum + fill.rows, 0)
  return zone?.columns === columns ? rows : Math.max(...fills.map((fill) => fill.rows)) * columns
}

/** Column lines free below the text of a page. */
function freeOn(
  bands: readonly { page: number; row: number; fill: { rows: number } }[],
  page: number,
  lines: number,
  columns: number,
): number {
  const foot = Math.max(
    0,
    ...bands.filter((band) => band.page === page).map((band) => band.row + band.fill.rows),
  )
  return (lines - foot) * columns
}
