import type { ColumnFill } from './column-fill.ts'
import { columnContent } from './column-strips.ts'
import type { FlowElement } from './elements.ts'
import type { Band } from './layout.ts'
import type { Zone } from './zone.ts'

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

/** Whether columns have words of an article, by its group: a heading across them, or anything but its pictures. */
export function hasWordsOf(zones: readonly Zone[], { zone, fill }: Band, group: string): boolean {
  const { flow, inserted } = zones[zone] as Zone
  const first = fill.columns[0]?.from.at.element ?? 0
  const { element, strip } = fill.to.at
  if (inserted) return false
  return flow
    .slice(first, strip > 0 ? element + 1 : element)
    .some((one) => one.group === group && hasWords(one))
}

/** Whether an element is no picture by itself. */
function hasWords({ block, settings }: FlowElement): boolean {
  return block?.kind !== 'figure' || settings[0]?.strips.some(({ textLines }) => textLines) === true
}
