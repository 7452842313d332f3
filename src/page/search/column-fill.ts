import { FLOW_START, type Position, positionKey } from './elements.ts'

/** Where a column begins: the place in the flow, and the pictures passed but not yet set (待排的图). */
export interface ColumnStart {
  readonly at: Position
  /** Indices of elements, in order. */
  readonly pending: readonly number[]
}

/** A chosen setting that is not the natural one. */
export interface Choice {
  readonly element: number
  readonly setting: number
  readonly before: Choice | null
}

/** One way of filling one column. */
export interface ColumnFill {
  readonly from: ColumnStart
  readonly to: ColumnStart
  /** Pending pictures set at the head. */
  readonly head: readonly number[]
  /** Pictures set at the foot. */
  readonly foot: readonly number[]
  /** Pictures met in this column and set where they were met. */
  readonly inline: readonly number[]
  /** Pictures set after their article's last line, because it ended before a head or foot came. */
  readonly late: readonly { readonly picture: number; readonly before: number }[]
  readonly choices: Choice | null
  readonly rows: number
  readonly cost: number
  /** Cost of the break at its foot alone. */
  readonly breakCost: number
}

export const FLOW_BEGINNING: ColumnStart = { at: FLOW_START, pending: [] }

/** Cost of lines left empty at a column's foot: two are hardly seen, more tear the page. */
export function holeCost(rows: number): number {
  return HOLE_COSTS[rows] ?? costOfHole(rows)
}

function costOfHole(rows: number): number {
  const more = Math.max(0, rows - 2)
  return 10 * rows * rows + 200 * more * more
}

/** The same for every number of lines that a page may have. */
export const HOLE_COSTS: readonly number[] = Array.from({ length: 200 }, (_, rows) => costOfHole(rows))

/** How widely is looked: places kept at each step of the search. */
export interface Effort {
  /** Fills of each column. */
  readonly fills: number
  /** Column ends while a band is filled. */
  readonly ends: number
  /** Places at the head of each page. */
  readonly pageStarts: number
  /** Line counts at which a zone may end. */
  readonly arrivals: number
  /** Places dearer than the cheapest by more than this are not kept. */
  readonly margin: number
}

/** Enough to see where a layout has its troubles. */
export const FIRST: Effort = { fills: 12, ends: 12, pageStarts: 6, arrivals: 5, margin: 100 }
/** Enough nearly always: a place this much dearer than another at the same step seldom leads to better pages. */
export const QUICK: Effort = { ...FIRST, margin: 400 }
/** For pages that are not good with less. */
export const BROAD: Effort = { ...FIRST, margin: Number.POSITIVE_INFINITY }
/** What it takes where a rule would be broken otherwise. */
export const THOROUGH: Effort = { ...BROAD, fills: 20, ends: 24, pageStarts: 12, arrivals: 8 }

/** Identifies a start among others of one flow. */
export function startKey(start: ColumnStart): string | number {
  const key = positionKey(start.at)
  return start.pending.length === 0 ? key : `${key}+${start.pending.join('+')}`
}
