import { endsArticle } from './article-end.ts'
import type { ColumnFill } from './column-fill.ts'
import { BREAK } from './costs.ts'
import { BOUNDS, leastLastRows } from './effort.ts'
import type { Band, Layout } from './layout.ts'
import { hasWordsOf, isWordless } from './wordless.ts'
import type { Zone } from './zone.ts'

/** Lines left empty at a column's foot: below a paragraph that goes on in the next column, or between two. */
export function isShort(band: Band, fill: ColumnFill): boolean {
  const hole = (band.runsOn ? band.fill.rows : tallest(band)) - fill.rows
  return hole > (fill.to.at.strip > 0 ? BOUNDS.seenHole : BOUNDS.hardlySeen)
}

function tallest({ fill }: Band): number {
  return Math.max(...fill.columns.map((one) => one.rows))
}

/** Pages that end more lines above their foot than are hardly seen, though text goes on and no fresh page is wished. */
export function openPages(zones: readonly Zone[], { bands }: Layout, rows: number): number[] {
  const text = bands.filter((band) => !zones[band.zone]?.foot)
  return text.flatMap(({ page }, index) => {
    const next = text[index + 1]
    if (!next || next.page === page || zones[next.zone]?.startsPage) return []
    const feet = text.filter((band) => band.page === page).map((band) => band.row + band.fill.rows)
    return rows - Math.max(...feet) > BOUNDS.hardlySeen ? [page] : []
  })
}

/** Pages whose text could be shorter: before a colophon alone, and before a page of a few lines. */
export function pagesBeforeShort(
  zones: readonly Zone[],
  { bands, pages }: Layout,
  rows: number,
): Set<number> {
  const text = bands.filter((band) => !zones[band.zone]?.foot)
  const last = Math.max(...text.map((band) => band.page))
  const foot = Math.max(
    0,
    ...text.filter((band) => band.page === last).map((band) => band.row + band.fill.rows),
  )
  const reserve = bands
    .filter((band) => zones[band.zone]?.foot)
    .reduce((sum, band) => sum + band.fill.rows, 0)
  const columns = zones[text.at(-1)?.zone ?? -1]?.columns ?? 1
  const before = Math.max(
    0,
    ...text.filter((band) => band.page === last - 1).map((band) => band.row + band.fill.rows),
  )
  // Lines that went over with the colophon leave the page before them open.
  const given = reserve > 0 && rows - before > BOUNDS.hardlySeen && foot <= BOUNDS.lastItems
  const short =
    pages > last ||
    (last > 1 && (foot < leastLastRows(columns) || (reserve > 0 && rows - foot < reserve) || given))
  return new Set(
    short
      ? Array.from({ length: given ? BOUNDS.pagesBack : BOUNDS.pagesNear }, (_, less) => last - less)
      : [],
  )
}

/** Whether a picture across the columns stands right below a heading in them, or above what keeps to their text. */
function isPartedBy(next: Band | undefined, zones: readonly Zone[], { zone, fill, runsOn }: Band): boolean {
  if (runsOn || !next || !zones[next.zone]?.inserted) return false
  const { flow } = zones[zone] as Zone
  const { element, strip } = fill.to.at
  const last = flow[element - 1]?.settings[0]?.strips.at(-1)
  return strip === 0 && (flow[element]?.keepsPrevious === true || (last?.breakAfter ?? 0) >= BREAK.keep)
}

/** Whether a page begins with a picture in its column whose article ended on the page before. */
function beginsWithAway(zone: Zone, { fill: { columns }, row }: Band): boolean {
  const [first] = columns
  if (!first || row > 0 || zone.inserted) return false
  const { element, strip } = first.from.at
  const group = zone.flow[element]?.group
  // Where it was met, with nothing of its article below it.
  if (strip === 0 && first.inline.includes(element) && zone.columns === 1 && endsArticle(zone.flow, element))
    return true
  return first.head.some((index) => zone.flow[index]?.group !== group)
}

/** Pictures across the columns on pages without words of their article. */
export function awayAcross(zones: readonly Zone[], { bands }: Layout): Band[] {
  const inserts = zones.flatMap((zone) => zone.inserts)
  return bands.filter(({ zone, page }) => {
    const insert = inserts.find((one) => one.zone === zone)
    return insert && bands.every((one) => one.page !== page || !hasWordsOf(zones, one, insert.group))
  })
}

/** Pages on which a column is really short, breaks a rule, has a picture below its article or nothing but pictures, or from which one went over without its article. */
export function faultyPages(zones: readonly Zone[], layout: Layout, rows: number): Set<number> {
  const { bands } = layout
  const pages = new Set([...pagesBeforeShort(zones, layout, rows), ...openPages(zones, layout, rows)])
  for (const { page } of awayAcross(zones, layout)) pages.add(page - 1)
  for (const [index, band] of bands.entries()) {
    const zone = zones[band.zone] as Zone
    if (zone.foot) continue
    if (isPartedBy(bands[index + 1], zones, band)) pages.add(band.page)
    const faulty = band.fill.columns.some(
      (fill) =>
        fill.breakCost >= BREAK.smallTable ||
        fill.late.length > 0 ||
        isShort(band, fill) ||
        ((band.runsOn || band.row === 0) && isWordless(zone, fill)),
    )
    if (faulty) pages.add(band.page)
    if (beginsWithAway(zone, band)) pages.add(band.page - 1)
  }
  return pages
}
