import type { ColumnStart } from './column-fill.ts'
import type { Effort } from './effort.ts'
import { type FlowElement, isBlankElement, pictureRows, rowsFrom, type Setting } from './elements.ts'
import { notesFrom } from './notes.ts'

/** What is known of a flow without filling columns with it. */
export interface Reckoned {
  /** Lines from each element to the flow's end, at natural setting, without blank ones: a column's edge may swallow these. */
  readonly rowsAfter: readonly number[]
  /** The same with each element in the shortest of its settings, without notes. */
  readonly leastAfter: readonly number[]
  /** Lines by which other settings may shorten a column. */
  readonly surplus: number
}

/** A flow, with what is known of it. */
interface ReckonedFlow {
  readonly flow: readonly FlowElement[]
  readonly reckoned: Reckoned
}

/** Of a flow from an element on; what is before it is nought. */
export function reckoned(flow: readonly FlowElement[], effort: Effort, from = 0): Reckoned {
  const rowsAfter = new Array<number>(flow.length + 1).fill(0)
  const leastAfter = rowsAfter.slice()
  for (let index = flow.length - 1; index >= from; index -= 1) {
    const element = flow[index] as FlowElement
    const blank = isBlankElement(element)
    rowsAfter[index] = (rowsAfter[index + 1] as number) + (blank ? 0 : rowsWithNotes(element))
    leastAfter[index] = (leastAfter[index + 1] as number) + (blank ? 0 : leastRows(element))
  }
  const surplus = flow.some((element) => element.settings.length > 1) ? effort.surplus : 0
  return { rowsAfter, leastAfter, surplus }
}

function leastRows(element: FlowElement | undefined): number {
  const settings = element?.settings ?? []
  let least = settings[0]?.rows ?? 0
  for (let index = 1; index < settings.length; index += 1)
    least = Math.min(least, (settings[index] as Setting).rows)
  return least
}

function rowsWithNotes({ settings: [natural] }: FlowElement): number {
  return natural ? natural.rows + (natural.notes ?? 0) : 0
}

/** Lines from a start to the flow's end, without blank ones. */
export function rowsLeft({ flow, reckoned }: ReckonedFlow, start: ColumnStart): number {
  const { element, setting, strip } = start.at
  const rows = pictureRows(flow, start.pending) - pictureRows(flow, start.early ?? [])
  if (strip === 0) return rows + (reckoned.rowsAfter[element] ?? 0)
  const strips = flow[element]?.settings[setting]?.strips ?? []
  return rows + rowsFrom(strips, strip) + notesFrom(strips, strip) + (reckoned.rowsAfter[element + 1] ?? 0)
}

/** Lines from a start to the flow's end that no setting makes fewer. */
export function leastLeft({ flow, reckoned: { leastAfter } }: ReckonedFlow, start: ColumnStart): number {
  const { element, setting, strip } = start.at
  let rows = leastAfter[strip === 0 ? element : element + 1] ?? 0
  if (strip > 0) rows += rowsFrom(flow[element]?.settings[setting]?.strips ?? [], strip)
  for (const index of start.pending) rows += leastRows(flow[index])
  for (const index of start.early ?? []) rows -= leastRows(flow[index])
  return rows
}
