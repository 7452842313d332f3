import type { BandFill, BandTask, KnownFills } from './band.ts'
import { PICTURE } from './costs.ts'
import type { Effort } from './effort.ts'
import { holeCost } from './hole.ts'
import type { Arrival, Inside, Onward } from './layout.ts'
import { type Reckoned, reckoned } from './reckoned.ts'
import type { Zone } from './zone.ts'

export interface ZoneTask {
  readonly zone: Zone
  readonly index: number
  readonly rows: number
  /** What it costs to begin on the page after the one where the zone above it ends. */
  readonly parted: number
  /** Lines to leave at the foot of the page where the zone ends (the colophon's). */
  readonly reserve: number
  /** Nothing but the colophon follows. */
  readonly last: boolean
  readonly reckoned: Reckoned
  readonly known: KnownFills
  readonly zones: readonly Zone[]
  readonly effort: Effort
  readonly on: Onward['on']
  /** The flow above each place tried for an insert on this page. */
  readonly cuts: Map<number, Cut>
  /** Inserts by themselves, each in one of its settings. */
  readonly alone: Map<number, BandFill>
}

/** A flow's beginning, reckoned from an element on. */
type Cut = Pick<BandTask, 'flow' | 'reckoned' | 'known'> & { readonly from: number }

/** Columns of the zone, `height` lines tall, from line `row` of a page on. */
export function bandOf(task: ZoneTask, height: number, row = 0): BandTask {
  const { zone, rows } = task
  return {
    flow: zone.flow,
    reckoned: task.reckoned,
    known: task.known,
    effort: task.effort,
    columns: zone.columns,
    height,
    below: row > 0,
    ...(zone.notch ? { notch: zone.notch } : {}),
    page: rows,
    endHole: zone.closes === 'balanced',
  }
}

/** The flow up to an element, with what is known of filling it from `from` on. */
export function cutAt(task: ZoneTask, element: number, from: number): Omit<Cut, 'from'> {
  const before = task.cuts.get(element)
  if (before !== undefined && before.from <= from) return before
  const flow = before?.flow ?? task.zone.flow.slice(0, element)
  const cut = { flow, from, reckoned: reckoned(flow, task.effort, from), known: before?.known ?? new Map() }
  task.cuts.set(element, cut)
  return cut
}

export function onNextPage(task: ZoneTask, from: Inside, fill: BandFill): Inside {
  const band = { zone: task.index, page: from.page, row: from.row, fill, runsOn: true }
  const bands = { band, before: from.bands }
  return { ...from, page: from.page + 1, row: 0, cost: from.cost + fill.cost, bands, start: fill.to }
}

export function nextPageOf(task: ZoneTask, from: Inside): Inside {
  const cost = from.cost + holeCost(task.rows - from.row) + aloneAcross(task, from)
  return { ...from, page: from.page + 1, row: 0, cost }
}

/** What it costs that pictures across the columns are all there is on a page that ends here, unless it is meant so. */
export function aloneAcross({ zones }: Pick<ZoneTask, 'zones'>, { bands, page }: Arrival): number {
  let cost = 0
  for (let one = bands; one !== null && one.band.page === page; one = one.before) {
    const zone = zones[one.band.zone]
    if (!zone?.inserted || makesPages(zone)) return 0
    cost = PICTURE.alone
  }
  return cost
}

/** Whether a zone holds a gallery, or a picture that fills its page. */
function makesPages({ flow }: Zone): boolean {
  const block = flow[0]?.block
  return block?.kind === 'figure' && (block.gallery ?? block.full) === true
}
