import type { Pt } from '../../base/units.ts'
import type { TableOf } from '../../content/block.ts'
import { coveredPlaces } from '../../content/merged-cells.ts'
import { scaledText } from '../../text/scaled-text.ts'
import type { ShapedText } from '../../text/shaped-text.ts'
import { asEntry, floorWidth, pointOf, widthUpTo } from '../../text/table-cell.ts'
import type { Galley } from './galley.ts'
import { columnWidths, type Wish } from './table-columns.ts'

type Table = TableOf<ShapedText>

/** Narrowest column of text, in em. */
export const NARROWEST_EM = 2

/** Sizes of type, largest first: a step smaller is the next (字号, CLREQ §7.1.1: none below 六号). */
const STEPS: readonly Pt[] = [16, 15, 14, 12, 10.5, 9, 8, 7.5]

/** Steps by which a table's type may be smaller than the design's before its columns break words. */
const MOST_STEPS = 2

/** One cell before it has a width: its text as the document's and as it is set. */
export interface PlannedCell {
  readonly owner: ShapedText
  readonly text: ShapedText
  readonly entry: ShapedText
  readonly column: number
  readonly columns: number
  readonly rows: number
  /** Width before its point, and from there on; null where it is no number of a column of numbers. */
  readonly number: { readonly lead: Pt; readonly tail: Pt } | null
  /** Its longest item that is not parted. */
  readonly floor: () => Pt
  /** Not of the head. */
  readonly isBody: boolean
  readonly wish: Wish
}

/** A table's cells by rows, without those that another covers, and the widths of its columns. */
export interface TablePlan {
  readonly rows: readonly (readonly PlannedCell[])[]
  readonly widths: readonly Pt[]
  /** Of the columns of numbers: the greatest widths before and behind the point. */
  readonly points: readonly ({ readonly lead: Pt; readonly tail: Pt } | null)[]
  /** Words had to be broken: the columns are narrower than what they hold. */
  readonly narrow: boolean
  /** Of all columns, each text on one line, at the design's size. */
  readonly wanted: Pt
}

/** The header row, or none, and the others; row 0 is the header's, as in `merged`. */
export function planTable(block: Table, galley: Galley): TablePlan {
  const size = Math.max(0, ...[...block.header, ...block.rows.flat()].map((cell) => cell.style.size))
  let last: TablePlan | null = null
  for (const scale of scalesOf(size)) {
    const plan = planAt(block, galley, scale)
    const wanted: Pt = last?.wanted ?? plan.wanted
    last = { ...plan, wanted }
    if (!plan.narrow) return last
  }
  return last as TablePlan
}

function scalesOf(size: Pt): number[] {
  if (size === 0) return [1]
  const smaller = STEPS.filter((step) => step < size - 0.2).slice(0, MOST_STEPS)
  return [1, ...smaller.map((step) => step / size)]
}

function planAt(block: Table, galley: Galley, scale: number): TablePlan {
  const air = 2 * galley.design.looks.table.cellAir
  const merged = new Map((block.merged ?? []).map((one) => [`${one.row}/${one.column}`, one]))
  const covered = coveredPlaces(block.merged ?? [])
  const rows = [block.header, ...block.rows].map((cells, row) =>
    cells.flatMap((owner, column) => {
      const key = `${row}/${column}`
      if (covered.has(key)) return []
      const isBody = row > (block.headRows ?? 0)
      const isNumber = isBody && block.decimal?.[column] === true
      const place = { owner, column, isBody, isNumber, air, rows: 1, columns: 1, ...merged.get(key) }
      return [planCell(scaledText(owner, scale), place)]
    }),
  )
  const count = Math.max(block.header.length, ...block.rows.map((row) => row.length), 1)
  const points = Array.from({ length: count }, (_, column) => decimalPoints(rows, column))
  const wishes = rows.flat().map((cell) => withPoints(cell, points[cell.column] ?? null, air))
  return { rows, points, ...columnWidths(wishes, count, galley.measure) }
}

interface CellPlace {
  readonly owner: ShapedText
  readonly column: number
  readonly isBody: boolean
  readonly isNumber: boolean
  readonly air: number
  readonly rows: number
  readonly columns: number
}

function planCell(text: ShapedText, place: CellPlace): PlannedCell {
  const { owner, column, rows, columns, air, isBody, isNumber } = place
  const { size } = text.style
  const entry = asEntry(text)
  const whole = widthUpTo(entry, entry.items.count)
  // Words are looked for only where they may have to be parted.
  let known: Pt | null = null
  const floor = () => {
    known ??= floorWidth(entry)
    return known
  }
  const point = isNumber ? pointOf(entry) : null
  const lead = point === null ? 0 : widthUpTo(entry, point)
  return {
    owner,
    text,
    entry,
    column,
    columns,
    rows,
    number: point === null ? null : { lead, tail: whole - lead },
    floor,
    isBody,
    wish: {
      column,
      columns,
      wanted: Math.max(whole + 0.1, NARROWEST_EM * size) + air * size,
      floor: () => Math.max(floor() + 0.1, NARROWEST_EM * size) + air * size,
      text: whole,
    },
  }
}

function decimalPoints(
  rows: readonly (readonly PlannedCell[])[],
  column: number,
): TablePlan['points'][number] {
  const numbers = rows.flat().flatMap((cell) => (cell.column === column && cell.number ? [cell.number] : []))
  if (numbers.length === 0) return null
  return {
    lead: Math.max(...numbers.map(({ lead }) => lead)),
    tail: Math.max(...numbers.map(({ tail }) => tail)),
  }
}

/** A number is as wide as all of its column are, standing point below point. */
function withPoints({ wish, number, entry }: PlannedCell, points: TablePlan['points'][number], air: number) {
  if (number === null || points === null) return wish
  const least = points.lead + points.tail + 0.1 + air * entry.style.size
  return { ...wish, wanted: Math.max(wish.wanted, least), floor: () => Math.max(wish.floor(), least) }
}
