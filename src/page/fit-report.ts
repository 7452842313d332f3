import type { Place } from '../content/block.ts'
import type { ShapedBlock } from '../text/shaped-text.ts'
import type { Found } from './found-layout.ts'
import {
  type ArticleReport,
  type FitReport,
  type LeverUse,
  type PageWishes,
  type ShortColumn,
  textsOf,
} from './report.ts'
import type { PlannedZone } from './zones.ts'

/** Text to add is a little less than the lines that are free: what cannot be divided leaves some empty. */
const FREE_FILLED = 0.94

/** How the pages came out against the wish, and what to cut or add where. */
export function fitReport(
  blocks: readonly ShapedBlock[],
  found: Found,
  wishes: PageWishes,
  levers: readonly LeverUse[],
): FitReport {
  const wanted = wantedPages(wishes, found.layout.pages)
  const { over, under } = wanted === null ? { over: 0, under: 0 } : difference(found, wanted)
  const perLine = charactersPerLine(found)
  const charactersOver = Math.ceil(over * perLine)
  const charactersUnder = Math.floor(under * perLine * FREE_FILLED)
  return {
    pages: found.layout.pages,
    wanted,
    linesOver: over,
    linesUnder: under,
    charactersOver,
    charactersUnder,
    shortColumns: shortColumns(found),
    articles: articleReports(blocks, charactersOver - charactersUnder, perLine),
    levers,
  }
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

/** Column lines beyond the wanted pages, or free before their end. */
export function difference(found: Found, wanted: number): { over: number; under: number } {
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

function bandLines(
  fills: readonly { rows: number }[],
  zone: PlannedZone | undefined,
  columns: number,
): number {
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

function shortColumns(found: Found): ShortColumn[] {
  return found.layout.bands.flatMap((band) =>
    band.fill.columns.flatMap((fill, column) => {
      const empty = band.fill.rows - fill.rows
      return empty > 1 ? [{ page: band.page, column: column + 1, empty }] : []
    }),
  )
}

/** Characters of a brief's text that stand for its title in a report. */
const BRIEF_TITLE = 12

/** The title a block gives its article: a headline's, also inside a panel; of a brief its first words. */
function titleIn(block: ShapedBlock): string {
  if (block.kind === 'panel') return block.blocks.map(titleIn).find((title) => title !== '') ?? ''
  if (block.kind === 'heading' && block.role === 'headline') return block.outline
  if (block.kind !== 'paragraph' || block.role !== 'brief') return ''
  const characters = [...block.text.plain]
  return characters.length > BRIEF_TITLE ? `${characters.slice(0, BRIEF_TITLE).join('')}…` : block.text.plain
}

/** Characters and lines of each article, and its share of what is to be cut or added. */
function articleReports(blocks: readonly ShapedBlock[], change: number, perLine: number): ArticleReport[] {
  const articles = new Map<string, { place: Place; title: string; characters: number }>()
  for (const block of blocks) {
    if (block.place.article < 0) continue
    const key = `${block.place.section}/${block.place.article}`
    const known = articles.get(key) ?? { place: block.place, title: '', characters: 0 }
    known.title ||= titleIn(block)
    known.characters += textsOf(block).reduce((sum, text) => sum + [...text.plain].length, 0)
    articles.set(key, known)
  }
  const total = [...articles.values()].reduce((sum, one) => sum + one.characters, 0)
  return [...articles.values()].map((one) => ({
    ...one,
    lines: Math.ceil(one.characters / perLine),
    change: total === 0 ? 0 : Math.round((change * one.characters) / total),
  }))
}
