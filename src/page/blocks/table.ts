import type { Colour } from '../../base/text-style.ts'
import type { Pt } from '../../base/units.ts'
import type { TableOf } from '../../content/block.ts'
import { type Fill, inkOf } from '../../design/looks.ts'
import type { Line } from '../../text/line.ts'
import { setParagraph } from '../../text/set-paragraph.ts'
import type { ShapedText } from '../../text/shaped-text.ts'
import { BREAK } from '../search/costs.ts'
import type { Setting } from '../search/elements.ts'
import { type Mark, moved, rowsOf, type Strip } from '../search/strip.ts'
import { type Galley, rowsFor } from './galley.ts'
import { HAN_ASCENT_EM } from './geometry.ts'
import { partedRows } from './table-breaks.ts'
import { NARROWEST_EM, type PlannedCell, planTable, TALL_ROW, type TablePlan } from './table-plan.ts'

type Table = TableOf<ShapedText>

/** Lines of grid in which a divided row's lines are shared out: as many as leave the least air, up to this. */
const MOST_SHARED = 4

/** A cell's text at its width; `x` from the galley's left. */
interface Cell {
  readonly owner: ShapedText
  readonly lines: readonly Line[]
  readonly x: Pt
  readonly column: number
  readonly columns: number
  readonly rows: number
}

/** What a row is in its table: what stands below it and behind it. */
interface RowPlace {
  readonly kind: 'head' | 'row' | 'last'
  readonly fill: Fill
  /** Where columns part, from the galley's left; at each the cells there are parted, or it is left out. */
  readonly edges: readonly Pt[]
  /** Parts of the width under which a rule stands: all but where a cell goes on below. */
  readonly ruled: readonly { readonly from: Pt; readonly to: Pt }[]
}

/** Rows that cells tie together, as they are set: mostly one. */
interface RowGroup {
  readonly rows: readonly { readonly cells: readonly Cell[]; readonly place: RowPlace }[]
  readonly isHead: boolean
}

/**
 * A table on the grid, in the design's rules. Rows are whole, but for those much taller than others; the header row never stands alone, and
 * is set again where a column begins with the rest. Where the columns are narrower than their words, the setting is `torn`.
 */
export function setTable(block: Table, galley: Galley): Setting {
  const plan = planTable(block, galley)
  const groups = rowGroups(block, plan, galley)
  const header = groups[0]?.isHead ? setGroup(groups[0], galley) : null
  const carry = header?.length === 1 ? again(topped(header, galley)[0] as Strip) : undefined
  const rows = groups.filter(({ isHead }) => !isHead).map((group) => setGroup(group, galley))
  const first = header ?? rows.shift()
  if (!first) return { strips: [], rows: 0, cost: 0 }
  const strips = partedRows(topped(first, galley), rows, carry, galley)
  return { strips, rows: rowsOf(strips), cost: 0, ...(plan.narrow ? { torn: true as const } : {}) }
}

/** The table's rows, those together that a cell ties. */
function rowGroups(block: Table, plan: TablePlan, galley: Galley): RowGroup[] {
  const last = plan.rows.length - 1
  const headTo = block.header.length > 0 ? (block.headRows ?? 0) : -1
  const groups: RowGroup[] = []
  for (let row = headTo < 0 ? 1 : 0; row <= last; ) {
    let to = row === 0 ? headTo : row
    for (let at = row; at <= to; at += 1)
      for (const cell of plan.rows[at] ?? []) to = Math.min(last, Math.max(to, at + cell.rows - 1))
    const rows = Array.from({ length: to - row + 1 }, (_, at) => ({
      cells: cellsOf(plan, row + at, galley),
      place: rowPlace(plan, row + at, { headTo, last }, galley),
    }))
    groups.push({ rows, isHead: row === 0 })
    row = to + 1
  }
  return groups
}

/** What a row is, and what cells from above and beside leave of its rules. */
function rowPlace(
  { rows, widths }: TablePlan,
  row: number,
  { headTo, last }: { readonly headTo: number; readonly last: number },
  galley: Galley,
): RowPlace {
  const { headFill, stripe } = galley.design.looks.table
  const inHead = row <= headTo
  const lefts = leftsOf(widths)
  const goesOn = new Set<number>()
  const inside = new Set<number>()
  rows.slice(0, row + 1).forEach((cells, above) => {
    for (const cell of cells) {
      if (above + cell.rows <= row) continue
      for (let at = cell.column; at < cell.column + cell.columns; at += 1) {
        if (above + cell.rows - 1 > row) goesOn.add(at)
        if (at > cell.column) inside.add(at)
      }
    }
  })
  return {
    kind: row === headTo ? 'head' : row === last ? 'last' : 'row',
    fill: inHead ? headFill : (row - headTo) % 2 === 0 && row > 0 ? stripe : 'none',
    edges: lefts.slice(1, -1).filter((_, at) => !inside.has(at + 1)),
    ruled: ruledParts(lefts, goesOn),
  }
}

/** Left edges of the columns and the last one's right edge. */
function leftsOf(widths: readonly Pt[]): Pt[] {
  let left = 0
  return [0, ...widths.map((width) => (left += width))]
}

function ruledParts(lefts: readonly Pt[], goesOn: ReadonlySet<number>): RowPlace['ruled'] {
  const parts: { from: Pt; to: Pt }[] = []
  for (let at = 0; at + 1 < lefts.length; at += 1) {
    if (goesOn.has(at)) continue
    const open = goesOn.has(at - 1) ? undefined : parts[parts.length - 1]
    if (open) open.to = lefts[at + 1] as Pt
    else parts.push({ from: lefts[at] as Pt, to: lefts[at + 1] as Pt })
  }
  return parts
}

/** A header as it is set again, under its rule: no part of the table's structure, where it is read once. */
function again(header: Strip): Strip {
  return { ...header, marks: header.marks.map((mark) => ({ ...mark, owner: null })) }
}

function isTall(rows: number, galley: Galley): boolean {
  return rows > TALL_ROW * galley.rows
}

function topped([first, ...more]: readonly Strip[], galley: Galley): Strip[] {
  const { outer, colour } = galley.design.looks.table
  return first ? [{ ...first, marks: [...rule(galley, 0, outer, colour), ...first.marks] }, ...more] : []
}

/** The cells of a row; beside many others a cell first gives up its air. */
function cellsOf(plan: TablePlan, row: number, galley: Galley): Cell[] {
  const lefts = leftsOf(plan.widths)
  return (plan.rows[row] ?? []).map((cell) => {
    const { size } = cell.text.style
    const left = lefts[cell.column] as Pt
    const share = (lefts[cell.column + cell.columns] as Pt) - left
    const air = Math.max(0, Math.min(plan.airEm * size, (share - NARROWEST_EM * size) / 2))
    const { lines, shift } = textIn(cell, share - 2 * air, plan)
    const { owner, column, columns, rows } = cell
    return { owner, lines, x: galley.left + left + air + shift, column, columns, rows }
  })
}

/** A cell's lines in a width, and how far they stand to the right of its left edge: a number by its point. */
function textIn(
  cell: PlannedCell,
  width: Pt,
  { points }: TablePlan,
): { readonly lines: readonly Line[]; readonly shift: Pt } {
  const point = points[cell.column] ?? null
  const { entry, number } = cell
  if (point !== null && number !== null && point.lead + point.tail <= width + 0.05) {
    const shift = (width - point.lead - point.tail) / 2 + point.lead - number.lead
    return { lines: setParagraph(entry, width).lines, shift }
  }
  const fits = cell.wish.text <= width + 0.05 || cell.floor() <= width + 0.05
  const text = fits ? entry : cell.text
  const style = point !== null && cell.isBody ? { ...text.style, align: 'centre' as const } : text.style
  return { lines: setParagraph({ ...text, style }, width).lines, shift: 0 }
}

function setGroup({ rows }: RowGroup, galley: Galley): Strip[] {
  const [first] = rows
  if (!first) return []
  if (rows.length === 1) return setRow(first.cells, galley, first.place)
  const whole = groupStrip(rows, galley)
  if (!isTall(whole.rows, galley)) return [whole]
  return rows.flatMap(({ cells, place }) => setRow(cells, galley, place))
}

/** Rows tied by cells, as one piece: each as tall as its own cells want, the last as those over several want. */
function groupStrip(rows: RowGroup['rows'], galley: Galley): Strip {
  const heights = rows.map(({ cells }) =>
    rowsOfCells(
      cells.filter((cell) => cell.rows === 1),
      galley,
    ),
  )
  rows.forEach(({ cells }, row) => {
    for (const cell of cells.filter((one) => one.rows > 1)) {
      const own = heights.slice(row, row + cell.rows)
      const missing = rowsOfCells([cell], galley) - own.reduce((all, height) => all + height, 0)
      if (missing > 0) heights[row + own.length - 1] = (own[own.length - 1] as number) + missing
    }
  })
  const marks: Mark[] = []
  let top = 0
  rows.forEach(({ cells, place }, row) => {
    const height = heights[row] as number
    const strip = rowStrip(ruleOfRow(galley, height * galley.lineHeight, place), height, galley, place)
    marks.push(...moved(strip.marks, 0, top))
    for (const cell of cells) {
      const over = heights.slice(row, row + cell.rows).reduce((all, one) => all + one, 0)
      marks.push(...moved(cellInHeight(cell, over * galley.lineHeight, galley), 0, top))
    }
    top += height * galley.lineHeight
  })
  const total = heights.reduce((all, one) => all + one, 0)
  return {
    rows: total,
    marks,
    breakAfter: BREAK.free,
    textLines: total,
    ...(galley.frame ? { frame: galley.frame } : {}),
  }
}

function setRow(cells: readonly Cell[], galley: Galley, place: RowPlace): Strip[] {
  const whole = wholeRow(cells, galley, place)
  return isTall(whole.rows, galley) ? dividedRow(cells, galley, place) : [whole]
}

/** Lines of grid that cells side by side take. */
function rowsOfCells(cells: readonly Cell[], galley: Galley): number {
  return rowsFor(Math.max(0, ...cells.map((cell) => cellHeight(cell, galley))) + 4, galley)
}

function cellSize({ lines, owner }: Cell): Pt {
  return lines[0]?.text.style.size ?? owner.style.size
}

function cellHeight(cell: Cell, galley: Galley): Pt {
  return cellSize(cell) * (1 + (cell.lines.length - 1) * galley.design.looks.table.pitch)
}

/** A row with its cells centred in height. */
function wholeRow(cells: readonly Cell[], galley: Galley, place: RowPlace): Strip {
  const rows = rowsOfCells(cells, galley)
  const height = rows * galley.lineHeight
  const marks = cells.flatMap((cell) => cellInHeight(cell, height, galley))
  return rowStrip([...marks, ...ruleOfRow(galley, height, place)], rows, galley, place)
}

function cellInHeight(cell: Cell, height: Pt, galley: Galley): Mark[] {
  const top = (height - cellHeight(cell, galley)) / 2
  return cellMarks(cell, cell.lines, top, galley.design.looks.table.pitch * cellSize(cell))
}

/** A tall row as pieces of a few lines of grid each, its cells side by side from the top; no rule where it is cut. */
function dividedRow(cells: readonly Cell[], galley: Galley, place: RowPlace): Strip[] {
  const size = Math.max(...cells.map(cellSize))
  const { lines, pitch } = sharedLines(size, galley)
  const most = Math.max(...cells.map((cell) => cell.lines.length))
  return Array.from({ length: Math.ceil(most / lines) }, (_, index) => {
    const from = index * lines
    const isLast = from + lines >= most
    const rows = rowsFor((isLast ? most - from : lines) * pitch, galley)
    const marks = cells.flatMap((cell) => {
      const air = (pitch - cellSize(cell)) / 2
      return cellMarks(cell, cell.lines.slice(from, from + lines), air, pitch)
    })
    return rowStrip(
      isLast ? [...marks, ...ruleOfRow(galley, rows * galley.lineHeight, place)] : marks,
      rows,
      galley,
      place,
    )
  })
}

/** How many lines of a size share how many lines of grid, and their pitch: the closest that is not closer than usual. */
function sharedLines(size: Pt, galley: Galley): { readonly lines: number; readonly pitch: Pt } {
  const { lineHeight } = galley
  const least = galley.design.looks.table.pitch * size
  const most = Math.min(MOST_SHARED, Math.max(1, Math.floor(TALL_ROW * galley.rows)))
  const ways = Array.from({ length: most }, (_, index) => {
    const lines = Math.floor(((index + 1) * lineHeight) / least + 0.001)
    return { lines, pitch: ((index + 1) * lineHeight) / Math.max(1, lines) }
  }).filter(({ lines }) => lines > 0)
  const best = ways.reduce<(typeof ways)[number] | null>(
    (least, way) => (least === null || way.pitch < least.pitch - 0.01 ? way : least),
    null,
  )
  return best ?? { lines: 1, pitch: rowsFor(least, galley) * lineHeight }
}

function cellMarks(cell: Cell, lines: readonly Line[], top: Pt, pitch: Pt): Mark[] {
  const { owner, x } = cell
  const y = top + HAN_ASCENT_EM * cellSize(cell)
  return lines.map((line, at) => ({ kind: 'text', line, x, y: y + at * pitch, owner }))
}

function ruleOfRow(galley: Galley, height: Pt, { kind, ruled }: RowPlace): Mark[] {
  const look = galley.design.looks.table
  const thickness = kind === 'head' ? look.head : kind === 'last' ? look.outer : look.row
  const colour = kind === 'row' ? look.rowColour : look.colour
  if (kind !== 'row') return rule(galley, height - thickness, thickness, colour)
  return ruled.flatMap(({ from, to }) => rule(galley, height - thickness, thickness, colour, { from, to }))
}

function rowStrip(marks: readonly Mark[], rows: number, galley: Galley, place: RowPlace): Strip {
  return {
    rows,
    marks: [...behindRow(rows * galley.lineHeight, galley, place), ...marks],
    breakAfter: BREAK.free,
    textLines: rows,
    ...(galley.frame ? { frame: galley.frame } : {}),
  }
}

/** A row's tint, and the rules between its columns. */
function behindRow(height: Pt, galley: Galley, { fill, edges }: RowPlace): Mark[] {
  const { column, rowColour } = galley.design.looks.table
  const tint = inkOf(fill)
  return [
    ...(tint === null ? [] : rule(galley, 0, height, tint)),
    ...(column === 0 ? [] : edges).map<Mark>((edge) => {
      const x = galley.left + edge - column / 2
      return { kind: 'rule', x, y: 0, width: column, height, colour: rowColour, owner: null }
    }),
  ]
}

/** A rule across the table; none where it has no thickness. */
function rule(
  { left, measure }: Galley,
  y: Pt,
  height: Pt,
  colour: Colour,
  { from, to } = { from: 0, to: measure },
): Mark[] {
  if (height === 0) return []
  return [{ kind: 'rule', x: left + from, y, width: to - from, height, colour, owner: null }]
}
