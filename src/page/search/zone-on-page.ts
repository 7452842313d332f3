import { type BandFill, balanceBand, fillBand, fillToEnd, isOver } from './band.ts'
import { BREAK, PICTURE } from './costs.ts'
import { endingCost } from './last-page.ts'
import type { Arrival, Band, Inside } from './layout.ts'
import { noSurplus, withSettings } from './surplus.ts'
import { isWordless } from './wordless.ts'
import { aloneAcross, bandOf, onNextPage, type ZoneTask } from './zone-task.ts'

/** Fills the page's columns and goes on with the next page, in ways that cost no more than `limit` together. */
export function runsOn(task: ZoneTask, from: Inside, limit: number, done: Arrival[] | null): Inside[] {
  const { zone, rows } = task
  const band = { ...bandOf(task, rows - from.row, from.row), limit: limit - from.cost }
  return fillBand(band, from.start).flatMap((fill) => {
    if (isOver(zone.flow, fill.to) && from.inserts === zone.inserts.length) {
      // The columns took everything, level or not: better than nothing where balancing found no way.
      done?.push(arrive(task, from, fill))
      return []
    }
    const next = onNextPage(task, from, fill)
    if (fill.columns.some((column) => column.rows > 0)) return [next]
    const parted = from.bands?.band.zone === task.index ? 0 : task.parted
    return [{ ...next, cost: next.cost + aloneAcross(task, from) + (from.row > 0 ? parted : 0) }]
  })
}

/** The zone's end on this page, above what the colophon needs where there is one. */
export function closing(task: ZoneTask, from: Inside, room: number): Arrival | null {
  const close = task.zone.closes === 'balanced' ? balanceBand : fillToEnd
  const above = close(bandOf(task, room - task.reserve, from.row), from.start)
  if (above) return arrive(task, from, above)
  if (task.reserve === 0) return null
  const whole = close(bandOf(task, room, from.row), from.start)
  return whole ? arrive(task, from, whole) : null
}

/** Headings across the columns with lines of air more, where they may have some: what stands below begins lower. */
export function airier(task: ZoneTask, from: Inside, { bands }: Arrival): Arrival[] {
  const { flow, headings } = task.zone
  const [column] = bands?.band.fill.columns ?? []
  if (!headings || column === undefined || column.choices !== null) return []
  const most = task.effort.surplus
  const surpluses = flow.reduce((sum, _, at) => withSettings(sum, flow, at, from.row === 0), noSurplus(most))
  return surpluses.slice(most + 1).flatMap((one, more) => {
    const rows = column.rows + more + 1
    if (one === null || rows > task.rows - from.row) return []
    const fill = { ...column, rows, choices: one.choices, cost: column.cost + one.cost }
    return [arrive(task, from, { columns: [fill], rows, to: fill.to, cost: fill.cost })]
  })
}

function arrive(task: ZoneTask, from: Inside, fill: BandFill): Arrival {
  const row = from.row + fill.rows
  const short = task.zone.keepNext > task.rows - row && task.zone.keepNext > 0 ? BREAK.keep : 0
  const band = { zone: task.index, page: from.page, row: from.row, fill, runsOn: false }
  return {
    page: from.page,
    row,
    cost: from.cost + fill.cost + short + aloneCost(task, band) + endingCost(task, from.page, row),
    bands: { band, before: from.bands },
  }
}

/** What it costs that a zone of one column ends with pictures alone on their page. */
function aloneCost({ zone }: ZoneTask, { row, fill }: Band): number {
  const [column] = fill.columns
  return row === 0 && column && isWordless(zone, column) ? PICTURE.alone : 0
}
