import type { FigureOf } from '../../content/block.ts'
import type { Design } from '../../design/design.ts'
import type { ShapedBlock, ShapedText } from '../../text/shaped-text.ts'
import { setFigure } from '../blocks/figure.ts'
import type { Galley } from '../blocks/galley.ts'
import type { ColumnPlan } from '../blocks/geometry.ts'
import { BREAK } from '../search/costs.ts'
import type { Strip } from '../search/strip.ts'
import type { Zone } from '../search/zone.ts'

/** Least height of a cover's picture, in lines. */
const LEAST_COVER = 5

export function isCover(block: ShapedBlock): block is FigureOf<ShapedText> {
  return block.kind === 'figure' && block.cover === true
}

/** Whether a page has room for a cover's picture beside other zones. */
export function hasCoverRoom(rows: number, others: readonly Pick<Zone, 'flow' | 'columns'>[]): boolean {
  return others.reduce((sum, zone) => sum + levelRows(zone), 0) <= rows - LEAST_COVER
}

/** A cover's picture in all the lines that the other zones of its page leave. */
export function coverStrips(
  block: FigureOf<ShapedText>,
  galley: Galley,
  others: readonly Pick<Zone, 'flow' | 'columns'>[],
): readonly Strip[] {
  const taken = others.reduce((sum, zone) => sum + levelRows(zone), 0)
  // On a small page it stands on a page of its own.
  const rows = Math.min(galley.rows, Math.max(LEAST_COVER, galley.rows - taken))
  return setFigure(block, { ...galley, rows }).strips
}

/** Lines that a flow takes in columns closed level: the fewest in which what is not to be parted has its place. */
function levelRows({ flow, columns }: Pick<Zone, 'flow' | 'columns'>): number {
  const pieces = flow.flatMap(({ settings }) => unparted(settings[0]?.strips ?? []))
  let rows = Math.max(0, ...pieces, Math.ceil(pieces.reduce((sum, piece) => sum + piece, 0) / columns))
  while (columnsIn(rows, pieces) > columns) rows += 1
  return rows
}

/** Heights of runs of strips that no column's end parts, in lines. */
function unparted(strips: readonly Pick<Strip, 'rows' | 'breakAfter'>[]): readonly number[] {
  const heights: number[] = []
  let open = 0
  strips.forEach(({ rows, breakAfter }, index) => {
    open += rows
    if (breakAfter >= BREAK.strandedFirst && index < strips.length - 1) return
    heights.push(open)
    open = 0
  })
  return heights
}

function columnsIn(rows: number, pieces: readonly number[]): number {
  let columns = 1
  let filled = 0
  for (const piece of pieces) {
    if (filled + piece > rows) {
      columns += 1
      filled = 0
    }
    filled += piece
  }
  return columns
}

/** Columns of contents at most, and the least width of one, in em. */
const MOST_CONTENTS_COLUMNS = 3
const LEAST_CONTENTS_EM = 12

/** The contents in as many columns as the page has, or in more where else their box would not be whole below the masthead. */
export function wholeContents<Z extends Pick<Zone, 'flow' | 'columns'> & { readonly plan: ColumnPlan }>(
  inColumns: (columns: number) => Z,
  { page, grid, type }: Design,
  {
    above,
    hasCover,
  }: { readonly above: readonly Pick<Zone, 'flow' | 'columns'>[]; readonly hasCover: boolean },
): Z {
  const taken = above.reduce((sum, zone) => sum + levelRows(zone), 0)
  const room = grid.lines - taken - 1 - (hasCover ? LEAST_COVER : 0)
  let zone = inColumns(page.columns)
  for (let more = page.columns + 1; more <= MOST_CONTENTS_COLUMNS && levelRows(zone) > room; more += 1) {
    const fresh = inColumns(more)
    if (fresh.columns < more || fresh.plan.measure < LEAST_CONTENTS_EM * type.body.size) break
    if (levelRows(fresh) < levelRows(zone)) zone = fresh
  }
  return zone
}
