import { type BandFill, fillBand } from './band.ts'
import { FLOW_BEGINNING } from './column-fill.ts'
import type { Arrival } from './layout.ts'
import { bandOf, type ZoneTask } from './zone-task.ts'

/**
 * The colophon at the foot of the page, or of the next where it does not fit or where an even one is wanted; one taller
 * than a page on several.
 */
export function atFoot(task: ZoneTask, arrival: Arrival): Arrival {
  return task.zone.flow.reduce<Arrival>((above, _, element) => partAtFoot(task, above, element), arrival)
}

function partAtFoot(task: ZoneTask, arrival: Arrival, element: number): Arrival {
  const { zone, rows } = task
  const height = Math.min(rows, zone.flow[element]?.settings[0]?.rows ?? 0)
  const fitsHere = rows - arrival.row >= height
  const near = fitsHere ? arrival.page : arrival.page + 1
  // Its parts lie on pages that follow each other, the last on an even one.
  const last = near + zone.flow.length - 1 - element
  const page = zone.evenPage && last % 2 === 1 ? near + 1 : near
  const start = { ...FLOW_BEGINNING, at: { ...FLOW_BEGINNING.at, element } }
  const fill = fillBand({ ...bandOf(task, height), page: height }, start)[0] as BandFill
  const band = { zone: task.index, page, row: rows - height, fill, runsOn: false }
  return { page, row: rows, cost: arrival.cost, bands: { band, before: arrival.bands } }
}
