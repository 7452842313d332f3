import { FLOW_START, type Position } from './elements.ts'
import { positionKey } from './keys.ts'

/** Where a column begins: the place in the flow, and the pictures passed but not yet set (待排的图). */
export interface ColumnStart {
  readonly at: Position
  /** Indices of elements, in order. */
  readonly pending: readonly number[]
  /** Pictures further down the flow that stand already, above where they would be met. */
  readonly early?: readonly number[]
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
  /** Of them those that something across the columns takes above it; absent for none. */
  readonly above?: number
  readonly cost: number
  /** Cost of the break at its foot alone. */
  readonly breakCost: number
}

export const FLOW_BEGINNING: ColumnStart = { at: FLOW_START, pending: [] }

/** Whether a column's end before a strip cuts an element of which the column has lines. */
export function cutsBelow({ at }: ColumnStart, element: number, strip: number): boolean {
  return strip > 0 && (element !== at.element || strip !== at.strip)
}

/** Identifies a start among others of one flow. */
export function startKey(start: ColumnStart): string | number {
  const key = positionKey(start.at)
  const { pending, early = [] } = start
  if (early.length > 0) return `${key}+${pending.join('+')}-${early.join('-')}`
  return pending.length === 0 ? key : `${key}+${pending.join('+')}`
}

/** Whether a column would end just where it begins: nothing in it, no headway. */
export function makesNoHeadway(
  start: ColumnStart,
  element: number,
  strip: number,
  pending: readonly number[],
): boolean {
  const { at } = start
  return element === at.element && strip === at.strip && pending.length === start.pending.length
}
