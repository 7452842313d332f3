import type { Pt } from '../base/units.ts'
import { RELUCTANT } from './breaks.ts'
import { GRID_COST } from './costs.ts'
import { GridCells, type LineCells } from './grid-cells.ts'
import type { Items } from './items.ts'
import type { Line } from './line.ts'
import { runtsFrom } from './runts.ts'
import type { ShapedText } from './shaped-text.ts'
import { FORBIDDEN, MANDATORY } from './uax14/break-opportunities.ts'

/** Where the lines of a text stand, by their index; lengths in pt. */
export interface GridRoom {
  readonly measure: (line: number) => Pt
  readonly start: (line: number) => Pt
  readonly end: Pt
  /** Lines from this one on have the same room. */
  readonly uniformFrom: number
}

/** Lines with so many cells fewer than the fullest are worth a look. */
const SHORTER_CELLS = 4

type EndingLine = LineCells & { readonly end: number }

/** A way to have set the text up to a place. */
interface Way {
  readonly at: number
  readonly line: number
  readonly price: number
  readonly before: Way | null
  readonly cells: LineCells | null
  readonly widened: number
}

/** One that ends a line. */
type Taken = Way & { readonly before: Way; readonly cells: LineCells }

/**
 * The lines of a text on the grid of cells (R61): the breaks that leave the fewest cells over, by a search over the
 * whole paragraph. A line that no Latin can fill is as many whole cells shorter; nothing moves off the grid.
 */
export function setOnGrid(text: ShapedText, room: GridRoom): Line[] {
  const cells = new GridCells(text)
  const lines: Line[] = []
  for (let way = bestWay(text, cells, room); way.before !== null; way = way.before) {
    lines.push(lineOf(text, cells, room, way as Taken))
  }
  return lines.reverse()
}

function bestWay(text: ShapedText, cells: GridCells, room: GridRoom): Way {
  const { count } = text.items
  const ways: Map<number, Way>[] = Array.from({ length: count + 1 }, () => new Map())
  const offer = (way: Way) => {
    const key = Math.min(way.line, room.uniformFrom)
    const other = ways[way.at]?.get(key)
    if (other === undefined || way.price < other.price) ways[way.at]?.set(key, way)
  }
  offer({ at: 0, line: 0, price: 0, before: null, cells: null, widened: 0 })
  for (let at = 0; at < count; at += 1) {
    for (const way of ways[at]?.values() ?? [])
      linesFrom(text, cells, way, cellsOfLine(text, room, way.line), offer)
  }
  return [...(ways[count]?.values() ?? [])].reduce((best, way) => (way.price < best.price ? way : best))
}

/** Offers the fullest lines that may follow; a cut where there is none. */
function linesFrom(
  text: ShapedText,
  cells: GridCells,
  way: Way,
  room: number,
  offer: (way: Way) => void,
): void {
  const { items } = text
  const lines: EndingLine[] = []
  let longest: EndingLine = { end: way.at + 1, seen: way.at + 1, cells: room, hangs: false, wider: 0 }
  for (const line of cells.endsFrom(way.at, room)) {
    if (line.cells > room) continue
    if (!line.hangs) longest = line
    const kind = items.breaks[line.end - 1] as number
    if (kind !== FORBIDDEN || line.end === items.count) lines.push(line)
    if (kind === MANDATORY) break
  }
  const fullest = lines.at(-1)
  if (fullest === undefined) offer(after(way, longest, GRID_COST.cut, 0))
  for (const line of lines) {
    if (line.cells < (fullest as EndingLine).cells - SHORTER_CELLS) continue
    const widened = endsParagraph(items, line.end) ? 0 : Math.min(room - line.cells, line.wider)
    const runt = line.end === items.count && way.at > 0 && way.at >= runtsFrom(items) ? GRID_COST.runt : 0
    const price = endsParagraph(items, line.end)
      ? runt
      : priceOf(line, room - line.cells - widened, widened, items)
    offer(after(way, line, price, widened))
  }
}

function endsParagraph({ breaks, count }: Items, end: number): boolean {
  return end === count || breaks[end - 1] === MANDATORY
}

function priceOf(line: EndingLine, left: number, widened: number, { breaks }: Items): number {
  const at = breaks[line.end - 1] === RELUCTANT ? GRID_COST.reluctant : 0
  return (
    GRID_COST.emptyCell * left * left +
    GRID_COST.widened * widened +
    (line.hangs ? GRID_COST.hanging : 0) +
    at
  )
}

function after(before: Way, cells: EndingLine, price: number, widened: number): Way {
  const line = before.line + 1
  return { at: cells.end, line, price: before.price + price, before, cells, widened }
}

/** Cells of a line: its indents leave whole ones, whatever they are. */
function cellsOfLine(text: ShapedText, room: GridRoom, line: number): number {
  const em = text.style.size
  return Math.max(1, Math.floor((room.measure(line) - startOnGrid(text, room, line) - room.end) / em + 0.01))
}

function startOnGrid(text: ShapedText, room: GridRoom, line: number): Pt {
  const em = text.style.size
  return Math.ceil(room.start(line) / em - 0.01) * em
}

function lineOf(text: ShapedText, cells: GridCells, room: GridRoom, way: Taken): Line {
  const { items, style } = text
  const em = style.size
  const { before } = way
  const { seen, hangs } = way.cells
  const start = startOnGrid(text, room, before.line)
  const measure = room.measure(before.line)
  const bodies = cells.bodies(before.at, seen, way.widened).map((x) => start + x * em)
  const xs = bodies.map((x, k) => x - (items.origin[before.at + k] as number))
  const final = seen - before.at - 1
  const right = (bodies[final] as number) + (items.body[seen - 1] as number)
  for (let i = seen; i < way.at; i += 1) xs.push(right)
  const over = right - (measure - room.end)
  const isCut = items.breaks[way.at - 1] === FORBIDDEN && way.at < items.count
  const line = {
    text,
    from: before.at,
    to: way.at,
    xs,
    width: hangs ? (bodies[final] as number) : right,
    measure,
    trackingEm: 0,
    overfull: !hangs && over > 0.005 * em ? over : 0,
    last: endsParagraph(items, way.at),
  }
  return isCut ? { ...line, cut: true } : line
}
