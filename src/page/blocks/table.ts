import type { Colour } from '../../base/text-style.ts'
import type { Pt } from '../../base/units.ts'
import type { TableOf } from '../../content/block.ts'
import { type Fill, inkOf, type TableLook } from '../../design/looks.ts'
import type { Line } from '../../text/line.ts'
import { setParagraph } from '../../text/set-paragraph.ts'
import type { ShapedText } from '../../text/shaped-text.ts'
import { BREAK } from '../search/costs.ts'
import type { Setting } from '../search/elements.ts'
import { type Mark, rowsOf, type Strip } from '../search/strip.ts'
import { type Galley, rowsFor } from './galley.ts'
import { HAN_ASCENT_EM } from './geometry.ts'
import { oneLine } from './page-text.ts'

type Table = TableOf<ShapedText>

/** Narrowest column of text, in em. */
const NARROWEST_EM = 2

/** Part of a column from which on a row is divided, and a header is a row like the others. */
const TALL = 1 / 3

/** Lines of grid in which a divided row's lines are shared out: as many as leave the least air, up to this. */
const MOST_SHARED = 4

/** A cell's text at its width; `x` from the galley's left. */
interface Cell {
  readonly text: ShapedText
  readonly lines: readonly Line[]
  readonly x: Pt
}

/** What a row is in its table: what stands below it and behind it. */
interface RowPlace {
  readonly kind: 'head' | 'row' | 'last'
  readonly fill: Fill
  /** Where columns part, from the galley's left. */
  readonly edges: readonly Pt[]
}

/**
 * A table on the grid, in the design's rules. Rows are whole, but for those much taller than others; the header row never stands alone, and
 * is set again where a column begins with the rest.
 */
export function setTable(block: Table, galley: Galley): Setting {
  const widths = columnWidths(block, galley)
  const place = rowPlaces(block, widths, galley.design.looks.table)
  const header =
    block.header.length > 0 ? setRow(cellsOf(block.header, widths, galley), galley, place('head')) : null
  const carry = header?.length === 1 ? again(topped(header, galley)[0] as Strip) : undefined
  const rows = block.rows.map((cells, index) => setRow(cellsOf(cells, widths, galley), galley, place(index)))
  const first = header ?? rows.shift()
  if (!first) return { strips: [], rows: 0, cost: 0 }
  const body = rows.map((strips, index) =>
    breakingAfter(carry ? strips.map((strip) => ({ ...strip, carry })) : strips, breakAfterRow(rows, index)),
  )
  const afterFirst = body.length === 0 ? BREAK.free : carry ? BREAK.never : BREAK.keep
  const strips = [...breakingAfter(topped(first, galley), afterFirst), ...body.flat()]
  return { strips, rows: rowsOf(strips), cost: 0 }
}

/** What each row is, by its number or as the head. */
function rowPlaces(block: Table, widths: readonly Pt[], { headFill, stripe }: TableLook) {
  let edge = 0
  const edges = widths.slice(0, -1).map((width) => {
    edge += width
    return edge
  })
  return (row: number | 'head'): RowPlace => {
    if (row === 'head') return { kind: 'head', fill: headFill, edges }
    const kind = row === block.rows.length - 1 ? 'last' : 'row'
    return { kind, fill: row % 2 === 1 ? stripe : 'none', edges }
  }
}

/** A header as it is set again, under its rule: no part of the table's structure, where it is read once. */
function again(header: Strip): Strip {
  return { ...header, marks: header.marks.map((mark) => ({ ...mark, owner: null })) }
}

function isTall(strip: Strip, galley: Galley): boolean {
  return strip.rows > TALL * galley.rows
}

/** The first row stays with the second, and no row is left alone after a break; a divided one may be. */
function breakAfterRow(rows: readonly (readonly Strip[])[], index: number): number {
  if (index === rows.length - 1 || (rows[index] as readonly Strip[]).length > 1) return BREAK.free
  return index === 0 || index === rows.length - 2 ? BREAK.keep : BREAK.free
}

function breakingAfter(strips: readonly Strip[], breakAfter: number): Strip[] {
  return strips.map((strip, index) => (index === strips.length - 1 ? { ...strip, breakAfter } : strip))
}

function topped([first, ...more]: readonly Strip[], galley: Galley): Strip[] {
  const { outer, colour } = galley.design.looks.table
  return first ? [{ ...first, marks: [...rule(galley, 0, outer, colour), ...first.marks] }, ...more] : []
}

/** Columns as wide as their text wants; where that is too much, the wide ones share what the narrow leave. */
export function columnWidths(block: Table, galley: Galley): Pt[] {
  const count = Math.max(block.header.length, ...block.rows.map((row) => row.length), 1)
  const wanted = new Array<Pt>(count).fill(0)
  for (const row of [block.header, ...block.rows]) {
    row.forEach((cell, index) => {
      wanted[index] = Math.max(wanted[index] ?? 0, naturalWidth(cell, galley.design.looks.table))
    })
  }
  return shareWidth(wanted, galley.measure)
}

function naturalWidth(cell: ShapedText, { cellAir }: TableLook): Pt {
  const { size } = cell.style
  const line = oneLine(cell)
  const text = line ? line.width - (line.xs[0] ?? 0) : 0
  return Math.max(text + 0.1, NARROWEST_EM * size) + 2 * cellAir * size
}

/** Widths that fill `room`: rest spread evenly, or what is short taken from the widest. */
export function shareWidth(wanted: readonly Pt[], room: Pt): Pt[] {
  const total = wanted.reduce((sum, width) => sum + width, 0)
  if (total <= room) return wanted.map((width) => width + (room - total) / wanted.length)
  const order = wanted.map((width, index) => ({ width, index })).sort((a, b) => a.width - b.width)
  const result = new Array<Pt>(wanted.length).fill(0)
  let left = room
  order.forEach(({ width, index }, at) => {
    const share = left / (order.length - at)
    result[index] = Math.min(width, share)
    left -= result[index] as number
  })
  return result
}

/** The cells of a row; beside many others a cell first gives up its air. */
function cellsOf(texts: readonly ShapedText[], widths: readonly Pt[], galley: Galley): Cell[] {
  const { cellAir } = galley.design.looks.table
  let left = galley.left
  return texts.map((text, index) => {
    const { size } = text.style
    const share = widths[index] ?? 0
    const air = Math.max(0, Math.min(cellAir * size, (share - NARROWEST_EM * size) / 2))
    const x = left + air
    left += share
    return { text, lines: setParagraph(text, share - 2 * air).lines, x }
  })
}

function setRow(cells: readonly Cell[], galley: Galley, place: RowPlace): Strip[] {
  const whole = wholeRow(cells, galley, place)
  return isTall(whole, galley) ? dividedRow(cells, galley, place) : [whole]
}

/** A row with its cells centred in height. */
function wholeRow(cells: readonly Cell[], galley: Galley, place: RowPlace): Strip {
  const { pitch } = galley.design.looks.table
  const heights = cells.map(({ text, lines }) => text.style.size * (1 + (lines.length - 1) * pitch))
  const rows = rowsFor(Math.max(0, ...heights) + 4, galley)
  const height = rows * galley.lineHeight
  const marks = cells.flatMap((cell, index) => {
    const top = (height - (heights[index] as number)) / 2
    return cellMarks(cell, cell.lines, top, pitch * cell.text.style.size)
  })
  return rowStrip([...marks, ...ruleOfRow(galley, height, place)], rows, galley, place)
}

/** A tall row as pieces of a few lines of grid each, its cells side by side from the top; no rule where it is cut. */
function dividedRow(cells: readonly Cell[], galley: Galley, place: RowPlace): Strip[] {
  const size = Math.max(...cells.map((cell) => cell.text.style.size))
  const { lines, pitch } = sharedLines(size, galley)
  const most = Math.max(...cells.map((cell) => cell.lines.length))
  return Array.from({ length: Math.ceil(most / lines) }, (_, index) => {
    const from = index * lines
    const isLast = from + lines >= most
    const rows = rowsFor((isLast ? most - from : lines) * pitch, galley)
    const marks = cells.flatMap((cell) => {
      const air = (pitch - cell.text.style.size) / 2
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
  const most = Math.min(MOST_SHARED, Math.max(1, Math.floor(TALL * galley.rows)))
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

function cellMarks({ text, x }: Cell, lines: readonly Line[], top: Pt, pitch: Pt): Mark[] {
  return lines.map((line, at) => ({
    kind: 'text',
    line,
    x,
    y: top + HAN_ASCENT_EM * text.style.size + at * pitch,
    owner: text,
  }))
}

function ruleOfRow(galley: Galley, height: Pt, { kind }: RowPlace): Mark[] {
  const look = galley.design.looks.table
  const thickness = kind === 'head' ? look.head : kind === 'last' ? look.outer : look.row
  return rule(galley, height - thickness, thickness, kind === 'row' ? look.rowColour : look.colour)
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
function rule(galley: Galley, y: Pt, height: Pt, colour: Colour): Mark[] {
  if (height === 0) return []
  return [{ kind: 'rule', x: galley.left, y, width: galley.measure, height, colour, owner: null }]
}
