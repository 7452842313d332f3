import type { Pt } from '../base/units.ts'
import type { DisplayItem, DisplayList, DisplayPage, GlyphRun } from '../display/display-list.ts'
import { columnAt, placeInColumn } from './grid-columns.ts'
import { withFootMoved } from './moved-column.ts'
import type { GridFacts } from './protocol.ts'

/** A paragraph on pages, line by line. */
export interface PlacedParagraph {
  readonly node: number
  readonly lines: readonly PlacedLine[]
}

interface PlacedLine {
  readonly page: number
  readonly y: Pt
  /** From the beginning of its column. */
  readonly indent: Pt
  readonly runs: readonly GlyphRun[]
  /** Whether no line stood there. */
  readonly isExtra?: true
}

/** Parts of an em by which a line's last glyph stands further in where it is a sign of half an em. */
const END_EM = 1.2
/** In pt, what nobody sees. */
const LEAST_MOVE = 0.1

/**
 * The paragraph that shows a place of a text, where it is nothing but glyphs of its own; null for any other, whose parts
 * would have to be moved together.
 */
export function paragraphAt(
  list: DisplayList,
  grid: GridFacts,
  { file, offset }: { readonly file: string; readonly offset: number },
): PlacedParagraph | null {
  for (const [page, { items }] of list.pages.entries()) {
    const found = items.find(
      ({ span, node }) => node !== null && span?.file === file && span.from <= offset && offset <= span.to,
    )
    if (found?.node != null) return paragraphFrom(list, grid, { page, node: found.node })
  }
  return null
}

function paragraphFrom(
  { pages, structure }: Pick<DisplayList, 'pages' | 'structure'>,
  grid: GridFacts,
  { page: first, node }: { readonly page: number; readonly node: number },
): PlacedParagraph | null {
  const own = structure.find(({ id }) => id === node)
  if (!PLAIN.has(own?.role ?? '') || structure.some(({ parent }) => parent === node)) return null
  const lines: PlacedLine[] = []
  for (let page = first; page < pages.length; page += 1) {
    const items = (pages[page] as DisplayPage).items.filter((one) => one.node === node)
    if (items.length === 0) break
    for (const item of items) {
      if (item.kind !== 'glyphs' || item.angle) return null
      addRun(lines, page, item)
    }
  }
  return { node, lines: lines.map((line) => withIndent(line, grid, pages)) }
}

/** Pieces of structure whose lines begin at the left. */
const PLAIN: ReadonlySet<string> = new Set(['P', 'LBody'])

function withIndent(line: PlacedLine, grid: GridFacts, pages: DisplayList['pages']): PlacedLine {
  const page = { index: line.page, width: pages[line.page]?.width ?? 0 }
  return { ...line, indent: placeInColumn(grid, page, startOf(line)) }
}

function addRun(lines: PlacedLine[], page: number, run: GlyphRun): void {
  const last = lines.at(-1)
  if (last?.page === page && last.y === run.y) {
    lines[lines.length - 1] = { ...last, runs: [...last.runs, run] }
    return
  }
  lines.push({ page, y: run.y, indent: 0, runs: [run] })
}

/** The same paragraph on pages as they are by now. */
export function paragraphAgain(
  list: Pick<DisplayList, 'pages' | 'structure'>,
  grid: GridFacts,
  { node, lines }: PlacedParagraph,
): PlacedParagraph | null {
  return paragraphFrom(list, grid, { page: lines[0]?.page ?? 0, node })
}

/**
 * Pages with a paragraph's lines in the place of those that it had, by page; where it has one more or fewer, what stands
 * below it in its column goes down or up by a line. null where it has still others, or they are not as wide: then
 * more on the pages changes.
 */
export function patchedPages(
  pages: ReadonlyMap<number, DisplayPage>,
  before: PlacedParagraph,
  after: PlacedParagraph,
  grid: GridFacts,
): ReadonlyMap<number, DisplayPage> | null {
  const { lines } = before
  const more = after.lines.length - lines.length
  if (Math.abs(more) > 1 || !areAsWide(lines, after.lines)) return null
  const placed = placedLines(withExtra(lines, more, grid), after.lines, before.node)
  const made = more === 0 ? pages : withRoom(pages, lines, more, grid)
  if (placed === null || made === null) return null
  return new Map(
    [...made].map(([index, page]) => {
      const own = placed.filter((one) => one.page === index).flatMap(({ runs }) => runs)
      return [index, withRuns(page, before.node, own)]
    }),
  )
}

/** The lines' places, with one more below the last or without that. */
function withExtra(
  lines: readonly PlacedLine[],
  more: number,
  { lineHeight }: GridFacts,
): readonly PlacedLine[] {
  const last = lines.at(-1)
  if (last === undefined || more <= 0) return more < 0 ? lines.slice(0, -1) : lines
  return [...lines, { ...last, y: last.y + lineHeight, isExtra: true }]
}

/** The pages with room for a line more below the last, or without its own. */
function withRoom(
  pages: ReadonlyMap<number, DisplayPage>,
  lines: readonly PlacedLine[],
  more: number,
  grid: GridFacts,
): ReadonlyMap<number, DisplayPage> | null {
  const last = lines.at(-1)
  const page = last && pages.get(last.page)
  if (!last || !page) return null
  const { x, width } = columnAt(grid, { index: last.page, width: page.width }, startOf(last))
  const foot = { x, width, from: last.y, to: page.height - grid.bottom }
  const items = withFootMoved(page.items, foot, more * grid.lineHeight)
  return items && new Map(pages).set(last.page, { ...page, items })
}

function areAsWide(before: readonly PlacedLine[], after: readonly PlacedLine[]): boolean {
  return before.every((line, at) => {
    const now = after[at]
    if (now === undefined) return true
    const [size, other] = [line.runs[0]?.size ?? 0, now.runs[0]?.size ?? 0]
    if (size !== other) return false
    return (
      at === before.length - 1 ||
      at >= after.length - 1 ||
      Math.abs(endOf(line) - endOf(now)) <= END_EM * size
    )
  })
}

const startOf = ({ runs }: PlacedLine) => Math.min(...runs.map(({ xs }) => xs[0] as number))
/** How far the last glyph stands from the first. */
const endOf = (line: PlacedLine) =>
  Math.max(...line.runs.map(({ xs }) => xs.at(-1) as number)) - startOf(line)

/** The new lines where the old ones were. null where a line that begins as before does so elsewhere in its column. */
function placedLines(
  before: readonly PlacedLine[],
  after: readonly PlacedLine[],
  node: number,
): readonly PlacedLine[] | null {
  const pairs = before.map((old, at) => ({ old, now: after[at] as PlacedLine }))
  const isMoved = ({ old, now }: (typeof pairs)[number]) =>
    !old.isExtra &&
    old.runs[0]?.glyphs[0] === now.runs[0]?.glyphs[0] &&
    Math.abs(old.indent - now.indent) > LEAST_MOVE
  if (pairs.some(isMoved)) return null
  return pairs.map(({ old, now }) => {
    const across = startOf(old) - old.indent - (startOf(now) - now.indent)
    const runs = now.runs.map(
      (run): GlyphRun => ({ ...run, node, y: old.y, xs: run.xs.map((x) => x + across) }),
    )
    return { ...old, runs }
  })
}

function withRuns(page: DisplayPage, node: number, runs: readonly GlyphRun[]): DisplayPage {
  const first = page.items.findIndex((one) => one.node === node)
  const rest = page.items.filter((one) => one.node !== node)
  const items: readonly DisplayItem[] = [...rest.slice(0, first), ...runs, ...rest.slice(first)]
  return { ...page, items }
}
