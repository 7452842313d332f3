import { belowText, withInsert } from './across.ts'
import { cheapest, isOver } from './band.ts'
import { FLOW_BEGINNING, startKey } from './column-fill.ts'
import { BAND, BREAK } from './costs.ts'
import { BOUNDS, type Effort, QUICK } from './effort.ts'
import { atFoot } from './foot-zone.ts'
import { holeCost } from './hole.ts'
import { lineKey } from './keys.ts'
import { endGuess, endingCost, lastItems } from './last-page.ts'
import { type Arrival, bandsOf, type Inside, type Layout, type Onward, type Stage } from './layout.ts'
import { reckoned, rowsLeft } from './reckoned.ts'
import type { Zone } from './zone.ts'
import { airier, closing, runsOn } from './zone-on-page.ts'
import { aloneAcross, bandOf, type ZoneTask } from './zone-task.ts'

/**
 * The shortest path over (zone, place in its flow, line of the page, pictures waiting): Plass's pagination
 * over whole-line boxes, with the paragraph variants of Mittelbach (DocEng 2016). The number of places kept
 * at each step is bounded, so the time is linear in the content.
 */
export function searchLayout(
  zones: readonly Zone[],
  rows: number,
  effort: Effort = QUICK,
  onward: Onward | null = null,
): Layout {
  const known = onward === null ? [] : onward.layout.stages.slice(0, onward.stage + 1)
  const stages = [...known]
  const resumed = known.at(-1)
  let arrivals: readonly Arrival[] = [{ page: 1, row: 0, cost: 0, bands: null }]
  zones.forEach((zone, index) => {
    if (zone.inserted || index < (resumed?.zone ?? 0)) return
    const task = zoneTask(zones, index, { rows, effort, on: onward?.on ?? null })
    if (zone.foot) arrivals = arrivals.map((one) => atFoot(task, one))
    else if (index === resumed?.zone) arrivals = pageAfterPage(task, resumed, stages)
    else arrivals = acrossZone(task, arrivals, stages)
    arrivals = kept(arrivals, effort)
  })
  const best = arrivals[0] as Arrival
  return {
    bands: bandsOf(best.bands),
    pages: best.row === 0 && best.page > 1 ? best.page - 1 : best.page,
    cost: best.cost,
    stages,
  }
}

/** What is to be done with one zone, by what follows it. */
function zoneTask(
  zones: readonly Zone[],
  index: number,
  { rows, effort, on }: Pick<ZoneTask, 'rows' | 'effort' | 'on'>,
): ZoneTask {
  const zone = zones[index] as Zone
  const next = zones.find((one, at) => at > index && !one.inserted)
  return {
    zone,
    index,
    rows,
    parted: zones.findLast((one, at) => at < index && !one.inserted)?.keepNext ? BREAK.keep : 0,
    reserve: next?.foot ? (next.flow[0]?.settings[0]?.rows ?? 0) : 0,
    last: next === undefined || next.foot,
    reckoned: reckoned(zone.flow, effort),
    known: new Map(),
    zones,
    effort,
    on,
    cuts: new Map(),
    alone: new Map(),
  }
}

/** The cheapest arrivals, one for each line of each page. */
function kept(arrivals: readonly Arrival[], effort: Effort): Arrival[] {
  const best = new Map<number, Arrival>()
  for (const one of arrivals) {
    const key = lineKey(one.page, one.row)
    const known = best.get(key)
    if (!known || one.cost < known.cost) best.set(key, one)
  }
  return [...best.values()].sort((a, b) => a.cost - b.cost || a.page - b.page).slice(0, effort.arrivals)
}

/** Runs a zone from every arrival, page after page. */
function acrossZone(task: ZoneTask, arrivals: readonly Arrival[], stages: Stage[]): readonly Arrival[] {
  if (task.zone.flow.length === 0) return arrivals
  const inside = arrivals.flatMap((one) => entries(task, one))
  return pageAfterPage(task, { inside, done: [] }, stages)
}

/** Fills the pages of a zone one after the other, from what is reached; each is a stage. */
function pageAfterPage(
  task: ZoneTask,
  from: Pick<Stage, 'inside' | 'done'>,
  stages: Stage[],
): readonly Arrival[] {
  const done = [...from.done]
  let { inside } = from
  const mostPages = Math.max(...inside.map((one) => one.page)) + pageBound(task)
  while (inside.length > 0) {
    const page = Math.min(...inside.map((one) => one.page))
    if (page > mostPages) throw new Error('the search for page breaks makes no headway')
    const stage = { zone: task.index, page, inside, done: [...done] }
    if (stages.at(-1)?.inside !== inside) stages.push(stage)
    task.known.clear()
    task.cuts.clear()
    const later = inside.filter((one) => one.page > page)
    const here = inside.filter((one) => one.page === page)
    const onThis = onPageOf(task, page)
    inside = pastPage(onThis, here, { later, done })
  }
  return done
}

/** The task on one page, with the effort that is spent there. */
function onPageOf(task: ZoneTask, page: number): ZoneTask {
  if (task.on === null) return task
  return { ...task, effort: task.on.has(page) ? task.effort : QUICK }
}

/** More pages than a zone can take: one for each strip and insert. */
function pageBound({ zone }: ZoneTask): number {
  const strips = zone.flow.reduce((sum, element) => sum + (element.settings[0]?.strips.length ?? 0), 0)
  return strips + zone.flow.length + zone.inserts.length + BOUNDS.sparePages
}

/** Where a zone may begin after an arrival: right there, or on the next page when little is left. */
function entries({ zone, rows, parted }: ZoneTask, arrival: Arrival): Inside[] {
  const rest = rows - arrival.row
  const here: Inside = { ...arrival, start: FLOW_BEGINNING, inserts: 0 }
  const next: Inside = { ...here, page: arrival.page + 1, row: 0, cost: here.cost + parted }
  if (arrival.row === 0) return [here]
  if (zone.startsPage) return [next]
  if (rest <= zone.gap + (zone.notch ? zone.notch.rows + 2 : 0)) return [next]
  const below = { ...here, row: here.row + zone.gap }
  if (rest > BOUNDS.shortRest) return [below]
  return [below, { ...next, cost: next.cost + BAND.levelRest * holeCost(rest) }]
}

/** The cheapest places, by their costs and a guess of what the end may cost besides. */
function bestStarts(task: ZoneTask, inside: readonly Inside[]): Guessed[] {
  const best = new Map<string, Inside>()
  for (const one of inside) {
    const key = insideKey(one)
    const known = best.get(key)
    if (!known || one.cost < known.cost) best.set(key, one)
  }
  const guessed = [...best.values()].map((one) => ({ one, cost: one.cost + endGuess(task, one) }))
  return cheapest(guessed, task.effort.pageStarts, task.effort.margin)
}

interface Guessed {
  readonly one: Inside
  readonly cost: number
}

function insideKey({ page, row, inserts, start }: Inside): string {
  return `${page}/${row}/${inserts}/${startKey(start)}`
}

/**
 * From places on one page to the best on later ones, some of which are known. Pictures across lead to places further
 * down the page: the cheapest is gone on from first, each once, and none that is too dear for what it leads to.
 */
function pastPage(task: ZoneTask, here: readonly Inside[], { later, done }: Beyond): Inside[] {
  const waiting = [...here]
  const gone = new Set<string>()
  let next = bestStarts(task, [...later, ...firstWays(task, here)])
  const bounded = here.every((one) => !nearEnd(task, one))
  while (waiting.length > 0) {
    const from = takeCheapest(waiting)
    const limit = bounded ? dearest(task, next) : Number.POSITIVE_INFINITY
    if (from.cost > limit) break
    if (gone.has(insideKey(from))) continue
    gone.add(insideKey(from))
    const reached = onPage(task, from, { done, limit })
    waiting.push(...reached.filter((one) => one.page === from.page))
    const beyond = reached.filter((one) => one.page > from.page)
    next = bestStarts(task, [...next.map(({ one }) => one), ...beyond])
  }
  return next.map(({ one }) => one)
}

/** Ways past a page on which a picture across is due, without it, from its cheapest place: they tell what is too dear. */
function firstWays(task: ZoneTask, here: readonly Inside[]): Inside[] {
  const from = takeCheapest([...here])
  const insert = task.zone.inserts[from.inserts]
  if (!insert || from.start.at.element >= insert.element) return []
  return belowText(task, from, Number.POSITIVE_INFINITY)
}

/** Where a page may lead to: places on later pages that are known, and ends of the zone. */
interface Beyond {
  readonly later: readonly Inside[]
  readonly done: Arrival[]
}

/** What a place may cost at most to be among the best. */
function dearest({ effort }: ZoneTask, best: readonly Guessed[]): number {
  const [first] = best
  if (first === undefined) return Number.POSITIVE_INFINITY
  const last = best[effort.pageStarts - 1]
  return Math.min(first.cost + effort.margin, last?.cost ?? Number.POSITIVE_INFINITY)
}

/** Whether the zone may end on the page: its ends are looked for whatever they cost. */
function nearEnd(task: ZoneTask, { start }: Inside): boolean {
  return rowsLeft(bandOf(task, task.rows), start) <= BOUNDS.pagesToEnd * task.rows * task.zone.columns
}

function takeCheapest(waiting: Inside[]): Inside {
  let at = 0
  for (let index = 1; index < waiting.length; index += 1)
    if ((waiting[index] as Inside).cost < (waiting[at] as Inside).cost) at = index
  return waiting.splice(at, 1)[0] as Inside
}

/** What is wanted of a page: ends of its zone, and nothing dearer than what is known. */
interface Wanted {
  readonly done: Arrival[]
  /** Cost beyond which a place on a later page is not kept. */
  readonly limit: number
}

/** Sets a zone from one start on one page: ends there when it fits, else runs on to the next. */
function onPage(task: ZoneTask, from: Inside, { done, limit }: Wanted): Inside[] {
  const insert = task.zone.inserts[from.inserts]
  if (insert) return withInsert(task, from, insert, limit)
  if (isOver(task.zone.flow, from.start)) {
    done.push({ ...from, cost: from.cost + aloneAcross(task, from) + endingCost(task, from.page, from.row) })
    return []
  }
  const ended = closing(task, from, task.rows - from.row)
  if (ended) {
    done.push(ended, ...airier(task, from, ended))
    if (task.reserve > task.rows - ended.row) return lastItems(task, from)
    if (ended.cost - from.cost < BREAK.strandedFirst) return []
  }
  return runsOn(task, from, limit, ended === null ? done : null)
}
