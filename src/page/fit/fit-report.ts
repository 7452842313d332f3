import type { PlannedZone } from '../make-up/zones.ts'
import { articleTexts } from './changed-text.ts'
import { countToFit } from './fit-count.ts'
import type { Copy, Found } from './found-layout.ts'
import { difference } from './line-difference.ts'
import type { FitReport, LeverUse, PageWishes, ShortColumn } from './report.ts'
import { type CountTask, sharesOf } from './ways-to-change.ts'

/** Text to add is a little less than the lines that are free: what cannot be divided leaves some empty. */
const FREE_FILLED = 0.94

/** Of the free lines seen, those of which no promise is made: what cannot be divided may need them. */
const FREE_KEPT = 8

/**
 * How the pages came out against the wish, and what to cut or add where. Where the wish is not met, the counts are
 * found by changing the texts and looking for the layout again; else the free lines are those that are seen.
 */
export function fitReport(
  copy: Copy,
  found: Found,
  wishes: PageWishes,
  levers: readonly LeverUse[],
): FitReport {
  const { pages } = found.layout
  const wanted = wantedPages(wishes, pages)
  const { over, under, free } = counts(copy, found, wanted)
  const perLine = charactersPerLine(found)
  const unmet = wanted !== null && wanted !== pages
  const articles = articleTexts(copy.blocks, unmet)
  const shares = unmet ? sharesOf({ articles, perLine, cutting: over > 0 }, over + under) : []
  return {
    pages,
    wanted,
    linesOver: Math.ceil(over / perLine),
    linesUnder: free ?? (under > 0 ? Math.max(1, Math.floor(under / perLine)) : 0),
    charactersOver: over,
    charactersUnder: under,
    shortColumns: shortColumns(found),
    articles: articles.map(({ place, title, characters }, index) => ({
      place,
      title,
      characters,
      lines: Math.ceil(characters / perLine),
      change: over > 0 ? (shares[index] ?? 0) : 0 - (shares[index] ?? 0),
    })),
    levers,
  }
}

interface Counts {
  readonly over: number
  readonly under: number
  /** Lines seen free where the wish is met. */
  readonly free?: number
}

/** Characters to cut for the wanted pages, or that they have room for. */
function counts(copy: Copy, found: Found, wanted: number | null): Counts {
  if (wanted === null) return { over: 0, under: 0 }
  const { pages } = found.layout
  const { over, under } = difference(found, wanted)
  const perLine = charactersPerLine(found)
  const row = perLine * found.design.page.columns
  if (pages === wanted) {
    const room = Math.floor(under * perLine * FREE_FILLED - FREE_KEPT * perLine)
    return { over: 0, under: Math.max(0, room), free: under }
  }
  const cutting = pages > wanted
  const task: CountTask = {
    copy,
    found,
    articles: articleTexts(copy.blocks, true),
    wanted,
    cutting,
    guess: cutting ? over * perLine : under * perLine * FREE_FILLED,
    row,
    perLine,
    page: row * found.design.grid.lines,
  }
  const count = countToFit(task)
  return cutting ? { over: count, under: 0 } : { over: 0, under: count }
}

/** The page count that is wished for; the next multiple where a multiple is. */
export function wantedPages(wishes: PageWishes, made: number): number | null {
  if (wishes.pages === null) return null
  if ('count' in wishes.pages) return wishes.pages.count
  const { multiple } = wishes.pages
  return Math.max(1, Math.ceil(made / multiple)) * multiple
}

/** Han in a line of the text's columns. */
export function charactersPerLine(found: Found): number {
  const { design } = found
  const widest = found.zones.reduce(
    (best, zone) => (zone.flow.length > best.flow.length ? zone : best),
    found.zones[0] as PlannedZone,
  )
  return widest.plan.measure / design.type.body.size
}

function shortColumns(found: Found): ShortColumn[] {
  return found.layout.bands.flatMap((band) =>
    band.fill.columns.flatMap((fill, column) => {
      const empty = band.fill.rows - fill.rows
      return empty > 1 ? [{ page: band.page, column: column + 1, empty }] : []
    }),
  )
}
