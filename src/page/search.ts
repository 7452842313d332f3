import { type BandFill, type BandTask, balanceBand, fillBand, fillToEnd, rowsAfter } from './band.ts'
import { type ColumnStart, FLOW_BEGINNING, holeCost, startKey } from './column.ts'
import type { FlowElement } from './flow.ts'
import { COST } from './strip.ts'

/** A stretch of the document with one number of columns and nothing across them (分段). */
export interface Zone {
  readonly flow: readonly FlowElement[]
  readonly columns: number
  /** Begins on a fresh page. */
  readonly startsPage: boolean
  /** How its last columns end: level, or filled one after the other. */
  readonly closes: 'balanced' | 'filled'
  /** Lines of the next zone that must stand below it on its page (a headline across the columns). */
  readonly keepNext: number
  /** Stands at the foot of its page (报尾). */
  readonly foot: boolean
}

/** One zone's columns on one page. */
export interface Band {
  readonly zone: number
  readonly page: number
  /** First line of grid, from the type area's top. */
  readonly row: number
  readonly fill: BandFill
  /** Lines available to the band, which is taller when the zone runs on. */
  readonly runsOn: boolean
}

/** A way of setting everything up to here: where it ends and what it cost. */
interface Arrival {
  readonly page: number
  readonly row: number
  readonly cost: number
  readonly bands: BandChain | null
}

interface BandChain {
  readonly band: Band
  readonly before: BandChain | null
}

/** An arrival inside a zone. */
interface Inside extends Arrival {
  readonly start: ColumnStart
}

/** Arrivals kept between zones, and at the head of each page inside one. */
const MOST_ARRIVALS = 5
const MOST_PAGE_STARTS = 6

/** A zone also tries the next page when this few lines are left on its own. */
const SHORT_REST = 14

/** Cost of a page more for the colophon alone. */
const COLOPHON_PAGE_COST = 250

/** The best way found to set the zones on pages of `rows` lines. */
export interface Layout {
  readonly bands: readonly Band[]
  readonly pages: number
  readonly cost: number
}

/**
 * The shortest path over (zone, place in its flow, line of the page, pictures waiting): Plass's pagination
 * over whole-line boxes, with the paragraph variants of Mittelbach (DocEng 2016). The number of places kept
 * at each step is bounded, so the time is linear in the content.
 */
export function searchLayout(zones: readonly Zone[], rows: number): Layout {
  let arrivals: Arrival[] = [{ page: 1, row: 0, cost: 0, bands: null }]
  zones.forEach((zone, index) => {
    const next = zones[index + 1]
    const reserve = next?.foot
      ? Math.max(0, ...next.flow.map((element) => element.settings[0]?.rows ?? 0))
      : 0
    const task: ZoneTask = { zone, index, rows, reserve, rowsAfter: rowsAfter(zone.flow), known: new Map() }
    arrivals = kept(zone.foot ? arrivals.map((one) => atFoot(task, one)) : acrossZone(task, arrivals))
  })
  const best = arrivals[0] as Arrival
  return {
    bands: listed(best.bands),
    pages: best.row === 0 && best.page > 1 ? best.page - 1 : best.page,
    cost: best.cost,
  }
}

interface ZoneTask {
  readonly zone: Zone
  readonly index: number
  readonly rows: number
  /** Lines to leave at the foot of the page where the zone ends (the colophon's). */
  readonly reserve: number
  readonly rowsAfter: readonly number[]
  readonly known: BandTask['known']
}

function listed(chain: BandChain | null): Band[] {
  const bands: Band[] = []
  for (let one = chain; one; one = one.before) bands.push(one.band)
  return bands.reverse()
}

/** The cheapest arrivals, one for each line of each page. */
function kept(arrivals: readonly Arrival[]): Arrival[] {
  const best = new Map<number, Arrival>()
  for (const one of arrivals) {
    const key = one.page * 1000 + one.row
    const known = best.get(key)
    if (!known || one.cost < known.cost) best.set(key, one)
  }
  return [...best.values()].sort((a, b) => a.cost - b.cost || a.page - b.page).slice(0, MOST_ARRIVALS)
}

/** Runs a zone from every arrival, page after page. */
function acrossZone(task: ZoneTask, arrivals: readonly Arrival[]): Arrival[] {
  if (task.zone.flow.length === 0) return [...arrivals]
  const done: Arrival[] = []
  let inside = arrivals.flatMap((one) => entries(task, one))
  while (inside.length > 0) {
    const page = Math.min(...inside.map((one) => one.page))
    task.known.clear()
    const later = inside.filter((one) => one.page > page)
    const here = inside.filter((one) => one.page === page)
    inside = bestStarts([...later, ...here.flatMap((one) => onPage(task, one, done))])
  }
  return done
}

/** Where a zone may begin after an arrival: right there, or on the next page when little is left. */
function entries({ zone, rows }: ZoneTask, arrival: Arrival): Inside[] {
  const rest = rows - arrival.row
  const here: Inside = { ...arrival, start: FLOW_BEGINNING }
  const next: Inside = { ...here, page: arrival.page + 1, row: 0 }
  if (arrival.row === 0) return [here]
  if (zone.startsPage) return [next]
  if (rest <= 0) return [next]
  if (rest > SHORT_REST) return [here]
  return [here, { ...next, cost: next.cost + holeCost(rest) * zone.columns }]
}

function bestStarts(inside: readonly Inside[]): Inside[] {
  const best = new Map<string, Inside>()
  for (const one of inside) {
    const key = `${one.page}/${one.row}/${startKey(one.start)}`
    const known = best.get(key)
    if (!known || one.cost < known.cost) best.set(key, one)
  }
  return [...best.values()].sort((a, b) => a.cost - b.cost).slice(0, MOST_PAGE_STARTS)
}

/** Sets a zone from one start on one page: ends there when it fits, else runs on to the next. */
function onPage(task: ZoneTask, from: Inside, done: Arrival[]): Inside[] {
  const { zone, rows } = task
  const room = rows - from.row
  const ended = closing(task, from, room)
  if (ended) {
    done.push(ended)
    if (ended.cost - from.cost < COST.strandedFirst) return []
  }
  const bandTask = bandOf(task, room)
  return fillBand(bandTask, from.start).flatMap((fill) => {
    if (fill.to.at.element >= zone.flow.length && fill.to.pending.length === 0) {
      // The columns took everything, level or not: better than nothing where balancing found no way.
      if (!ended) done.push(arrive(task, from, fill, COLOPHON_PAGE_COST))
      return []
    }
    const band = { zone: task.index, page: from.page, row: from.row, fill, runsOn: true }
    const bands = { band, before: from.bands }
    return [{ page: from.page + 1, row: 0, cost: from.cost + fill.cost, bands, start: fill.to }]
  })
}

function bandOf(task: ZoneTask, height: number): BandTask {
  const { zone, rows } = task
  return {
    flow: zone.flow,
    rowsAfter: task.rowsAfter,
    known: task.known,
    columns: zone.columns,
    height,
    page: rows,
    endHole: zone.closes === 'balanced',
  }
}

/** The zone's end on this page, above what the colophon needs where there is one. */
function closing(task: ZoneTask, from: Inside, room: number): Arrival | null {
  const close = task.zone.closes === 'balanced' ? balanceBand : fillToEnd
  const above = close(bandOf(task, room - task.reserve), from.start)
  if (above) return arrive(task, from, above, 0)
  if (task.reserve === 0) return null
  const whole = close(bandOf(task, room), from.start)
  return whole ? arrive(task, from, whole, COLOPHON_PAGE_COST) : null
}

function arrive(task: ZoneTask, from: Inside, fill: BandFill, extra: number): Arrival {
  const row = from.row + fill.rows
  const short = task.zone.keepNext > task.rows - row && task.zone.keepNext > 0 ? COST.keep : 0
  const band = { zone: task.index, page: from.page, row: from.row, fill, runsOn: false }
  return {
    page: from.page,
    row,
    cost: from.cost + fill.cost + short + extra,
    bands: { band, before: from.bands },
  }
}

/** The colophon at the foot of the page, or of the next where it does not fit. */
function atFoot(task: ZoneTask, arrival: Arrival): Arrival {
  const { zone, rows } = task
  const height = Math.min(rows, zone.flow[0]?.settings[0]?.rows ?? 0)
  const fitsHere = rows - arrival.row >= height
  const page = fitsHere ? arrival.page : arrival.page + 1
  const fill = fillBand({ ...bandOf(task, height), page: height }, FLOW_BEGINNING)[0] as BandFill
  const band = { zone: task.index, page, row: rows - height, fill, runsOn: false }
  return { page, row: rows, cost: arrival.cost, bands: { band, before: arrival.bands } }
}
