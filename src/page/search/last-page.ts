import { fillBand } from './band.ts'
import { startKey } from './column-fill.ts'
import { BAND, SHORT } from './costs.ts'
import { BOUNDS, leastLastRows } from './effort.ts'
import type { Inside } from './layout.ts'
import { rowsLeft } from './reckoned.ts'
import { bandOf, onNextPage, type ZoneTask } from './zone-task.ts'

/**
 * What the document's end may cost from a place on, by the lines that are left: places from which the colophon finds
 * room below its text are kept although they cost a little more.
 */
export function endGuess(task: ZoneTask, { start, row, inserts }: Inside): number {
  const { effort, last, reserve, rows, zone } = task
  if (!effort.early || !last || reserve === 0) return 0
  const across = zone.inserts.slice(inserts).reduce((sum, insert) => sum + insert.rows, row)
  const left = Math.ceil(rowsLeft(bandOf(task, rows), start) / zone.columns) + across
  const foot = left % rows
  const least = leastLastRows(zone.columns)
  if (foot > rows - reserve) return lastItemsCost(rows - foot + least)
  return left > rows ? SHORT.lastPage * Math.max(0, least - foot) : 0
}

/** What it costs that the document, but for its colophon, ends after `row` lines of a page. */
export function endingCost({ last, reserve, rows, zone }: ZoneTask, page: number, row: number): number {
  if (!last) return 0
  // At a page's head nothing but the colophon follows on it.
  if (row === 0 && page > 1) return reserve > 0 ? BAND.colophonPage : 0
  if (reserve > rows - row) return BAND.colophonPage
  return page > 1 ? SHORT.lastPage * Math.max(0, leastLastRows(zone.columns) - row) : 0
}

/** Where the colophon has no room below the text, the last items go with it to the next page. */
export function lastItems(task: ZoneTask, from: Inside): Inside[] {
  const room = task.rows - from.row
  const most = Math.min(BOUNDS.lastItems, room - 1)
  return Array.from({ length: most }, (_, less) => less + 1).flatMap((less) => {
    const band = bandOf(task, room - less, from.row)
    return fillBand({ ...band, endHole: true }, from.start)
      .filter(
        ({ to }) => rowsLeft(band, to) >= task.zone.columns * 2 && startKey(to) !== startKey(from.start),
      )
      .map((fill) => {
        const next = onNextPage(task, from, fill)
        return { ...next, cost: next.cost + lastItemsCost(less) }
      })
  })
}

/** What a page costs that has so many lines fewer than it could, for the sake of the last one. */
export function lastItemsCost(less: number): number {
  return SHORT.lastItems * less + (less > BOUNDS.hardlySeen ? SHORT.lastItemsSeen : 0)
}
