import type { ColumnFill } from './column-fill.ts'
import { columnContent } from './column-strips.ts'
import type { FlowElement } from './elements.ts'

/** What tells a zone whose columns have their pages to themselves. */
interface OneColumn {
  readonly flow: readonly FlowElement[]
  readonly columns: number
  readonly foot: boolean
  readonly inserted: boolean
}

/** Whether a column is all there is on its page, and holds pictures without a line of text. */
export function isWordless(zone: OneColumn, fill: ColumnFill): boolean {
  if (zone.columns > 1 || zone.inserted || zone.foot) return false
  const { strips, foot } = columnContent(zone.flow, fill)
  const all = [...strips, ...foot].filter(({ strip }) => !strip.blank)
  return all.length > 0 && all.every(({ element }) => zone.flow[element]?.floatCost !== null)
}
