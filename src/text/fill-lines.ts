import type { Breaking, BreakOptions, RoomOfLine } from './breaking.ts'
import { type Items, visibleEnd } from './items.ts'
import { LinePricer } from './line-price.ts'
import { FORBIDDEN, MANDATORY } from './uax14/break-opportunities.ts'

/** Breaks by first fit: every line takes what it can hold at natural width; nothing is looked back at. */
export function fillLines(items: Items, room: RoomOfLine, options: BreakOptions): Breaking {
  const pricer = new LinePricer(items, options.em)
  const ends: number[] = []
  const cuts: number[] = []
  for (let from = 0; from < items.count; from = ends.at(-1) as number) {
    const end = lineEnd(items, pricer, from, room(ends.length))
    if (cutsWord(items, end)) cuts.push(ends.length)
    ends.push(end)
  }
  return { ends, demerits: 0, cuts }
}

/** Where the line that begins at an item ends by first fit. */
export function filledEnd(items: Items, em: number, from: number, room: number): number {
  return lineEnd(items, new LinePricer(items, em), from, room)
}

/** Whether a line would end where none may. */
export function cutsWord(items: Items, end: number): boolean {
  return end < items.count && items.breaks[end - 1] === FORBIDDEN
}

function lineEnd(items: Items, pricer: LinePricer, from: number, room: number): number {
  let best = 0
  let fits = from + 1
  for (let end = from + 1; end <= items.count; end += 1) {
    const kind = items.breaks[end - 1] as number
    if (pricer.natural(from, visibleEnd(items, from, end), room) === Number.POSITIVE_INFINITY) {
      if (end > from + 1 && items.breaks[end - 1] !== FORBIDDEN) break
      continue
    }
    fits = end
    if (kind !== FORBIDDEN || end === items.count) best = end
    if (kind === MANDATORY) return end
  }
  return best > 0 ? best : fits
}
