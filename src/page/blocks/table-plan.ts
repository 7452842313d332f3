import { mostOf, type NumberKind } from '../../base/table-numbers.ts'
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

/** Part of a column that a row may take before the table is set in smaller type. */
const LOW_ROW = 1 / 4

/** Part of a column from which on a row is divided, and a header is a row like the others. */
export const TALL_ROW = 1 / 3

/** Steps by which a table's type may be smaller than the design's before its columns break words. */
const MOST_STEPS = 2

/** What a table gives up whose smallest type is still too wide: parts of the air beside its cells, then ranges on one line. */
const LAST_WAYS = [
  { air: 0.5, turns: false },
  { air: 0.5, turns: true },
  { air: 0.4, turns: true },
] as const

interface Way {
  readonly scale: number
  readonly airEm: number
  readonly turns: boolean
}

/** One cell before it has a width: its text as the document's and as it is set. */
export interface PlannedCell {
  readonly owner: ShapedText
  readonly text: ShapedText
  readonly entry: ShapedText
  readonly column: number
  readonly columns: number
  readonly rows: number
  /** Width before its point, and from there on; null where it is no number such as most of a column of numbers. */
  readonly number: CellNumber | null
  /** Its longest item that is not parted. */
  readonly floor: () => Pt
  /** Not of the head. */
  readonly isBody: boolean
  readonly wish: Wish
}

interface CellNumber {
  readonly kind: NumberKind
  readonly lead: Pt
  readonly tail: Pt
}

/** A table's cells by rows, without those that another covers, and the widths of its columns. */
export interface TablePlan {
  readonly rows: readonly (readonly PlannedCell[])[]
  readonly widths: readonly Pt[]
  /** Of the columns of numbers: the greatest widths before and behind the point. */
  readonly points: readonly ({ readonly lead: Pt; readonly tail: Pt } | null)[]
  /** Words had to be broken: the columns are narrower than what they hold. */
  readonly narrow: boolean
  /** Beside a cell's text, at each side, in em. */
  readonly airEm: number
  /** Of all columns, each text on one line, at the design's size. */
  readonly wanted: Pt
}

/** The header row, or none, and the others; row 0 is the header's, as in `merged`. */
export function planTable(block: Table, galley: Galley): TablePlan {
  const size = Math.max(0, ...[...block.header, ...block.rows.flat()].map((cell) => cell.style.size))
  const { cellAir } = galley.design.looks.table
  const scales = scalesOf(size)
  const smallest = scales.at(-1) ?? 1
  const ways: readonly Way[] = [
    ...scales.map((scale) => ({ scale, airEm: cellAir, turns: false })),
    ...LAST_WAYS.map(({ air, turns }) => ({ scale: smallest, airEm: air * cellAir, turns })),
  ]
  let last: TablePlan | null = null
  for (const way of ways) {
    const plan = planAt(block, galley, way)
    const wanted: Pt = last?.wanted ?? plan.wanted
    if (!plan.narrow && (!hasTallRow(plan, galley) || way.scale === smallest)) return { ...plan, wanted }
    last = { ...plan, wanted }
  }
  return last as TablePlan
}

/** Whether a row is so tall that it would nearly be divided: smaller type comes first. */
function hasTallRow({ rows, widths, airEm }: TablePlan, galley: Galley): boolean {
  const most = LOW_ROW * galley.rows * galley.lineHeight
  return rows.flat().some(({ column, columns, rows: over, text, wish }) => {
    const { size } = text.style
    const width = widths.slice(column, column + columns).reduce((all, one) => all + one, -2 * airEm * size)
    const lines = Math.ceil(wish.text / Math.max(size, width))
    return over === 1 && lines * size * galley.design.looks.table.pitch > most
  })
}

function scalesOf(size: Pt): number[] {
  if (size === 0) return [1]
  const smaller = STEPS.filter((step) => step < size - 0.2).slice(0, MOST_STEPS)
  return [1, ...smaller.map((step) => step / size)]
}

function planAt(block: Table, galley: Galley, { scale, airEm, turns }: Way): TablePlan {
  const air = 2 * airEm
  const merged = new Map((block.merged ?? []).map((one) => [`${one.row}/${one.column}`, one]))
  const covered = coveredPlaces(block.merged ?? [])
  const rows = [block.header, ...block.rows].map((cells, row) =>
    cells.flatMap((owner, column) => {
      const key = `${row}/${column}`
      if (covered.has(key)) return []
      const isBody = row > (block.headRows ?? 0)
      const isNumber = isBody && block.decimal?.[column] === true
      const merge = merged.get(key)
      const place = { owner, column, isBody, isNumber, air, turns, rows: 1, columns: 1, ...merge }
      return [planCell(scaledText(owner, scale), place)]
    }),
  )
  const count = Math.max(block.header.length, ...block.rows.map((row) => row.length), 1)
  const aligned = withOneKind(rows, count)
  const points = Array.from({ length: count }, (_, column) => decimalPoints(aligned, column))
  const wishes = aligned.flat().map((cell) => withPoints(cell, points[cell.column] ?? null, air))
  return { rows: aligned, points, airEm, ...columnWidths(wishes, count, galley.measure) }
}

interface CellPlace {
  readonly owner: ShapedText
  readonly column: number
  readonly isBody: boolean
  readonly isNumber: boolean
  readonly air: number
  readonly turns: boolean
  readonly rows: number
  readonly columns: number
}

function planCell(text: ShapedText, place: CellPlace): PlannedCell {
  const { owner, column, rows, columns, air, isBody, isNumber } = place
  const { size } = text.style
  const entry = asEntry(text, place.turns)
  const whole = widthUpTo(entry, entry.items.count)
  // Words are looked for only where they may have to be parted.
  let known: Pt | null = null
  const floor = () => {
    known ??= floorWidth(entry)
    return known
  }
  const point = isNumber ? pointOf(entry) : null
  const lead = point === null ? 0 : widthUpTo(entry, point.cluster)
  return {
    owner,
    text,
    entry,
    column,
    columns,
    rows,
    number: point === null ? null : { kind: point.kind, lead, tail: whole - lead },
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

/** A column's numbers that are of another kind than most stand in its middle, as words do. */
function withOneKind(rows: readonly (readonly PlannedCell[])[], count: number): PlannedCell[][] {
  const found = Array.from({ length: count }, (): NumberKind[] => [])
  for (const cell of rows.flat()) if (cell.number !== null) found[cell.column]?.push(cell.number.kind)
  const kinds = found.map(mostOf)
  return rows.map((cells) =>
    cells.map((cell) =>
      cell.number === null || cell.number.kind === kinds[cell.column] ? cell : { ...cell, number: null },
    ),
  )
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
