import { heightsOf, withInsert } from './across.ts'
import { cheapest, isOver, reckoned } from './band.ts'
import { FLOW_BEGINNING, startKey } from './column-fill.ts'
import { BAND, BREAK } from './costs.ts'
import { BOUNDS, type Effort, QUICK } from './effort.ts'
import { atFoot } from './foot-zone.ts'
import { holeCost } from './hole.ts'
import { lineKey } from './keys.ts'
import { endGuess, endingCost, lastItems } from './last-page.ts'
import { type Arrival, bandsOf, type Inside, type Layout, type Onward, type Stage } from './layout.ts'
import type { Zone } from './zone.ts'
import { airier, closing, runsOn } from './zone-on-page.ts'
import type { ZoneTask } from './zone-task.ts'

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
  const known = onward === null ? [] : stagesBefore(onward)
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
    reserve: next?.foot ? (next.flow[0]?.settings[0]?.rows ?? 0) : 0,
    last: next === undefined || next.foot,
    reckoned: reckoned(zone.flow, effort),
    known: new Map(),
    zones,
    effort,
    on,
    cuts: new Map(),
  }
}

/** The stages of a layout up to the first that fills a page, or a later one. */
function stagesBefore({ layout, page }: Onward): readonly Stage[] {
  const first = layout.stages.findIndex((one) => one.page >= page)
  return layout.stages.slice(0, first + 1)
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
    const later = inside.filter((one) => one.page > page)
    const here = inside.filter((one) => one.page === page)
    const onThis = onPageOf(task, page)
    const next = [...later, ...here.flatMap((one) => onPage(onThis, one, done))]
    inside = bestStarts(next, onThis.effort, (one) => endGuess(onThis, one))
  }
  return done
}

/** The task on one page, with the effort that is spent there. */
function onPageOf(task: ZoneTask, page: number): ZoneTask {
  if (task.on === null) return task
  return { ...task, effort: task.on.has(page) ? task.effort : QUICK, cuts: new Map() }
}

/** More pages than a zone can take: one for each strip and insert. */
function pageBound({ zone }: ZoneTask): number {
  const strips = zone.flow.reduce((sum, element) => sum + (element.settings[0]?.strips.length ?? 0), 0)
  return strips + zone.flow.length + zone.inserts.length + BOUNDS.sparePages
}

/** Where a zone may begin after an arrival: right there, or on the next page when little is left. */
function entries({ zone, rows }: ZoneTask, arrival: Arrival): Inside[] {
  const rest = rows - arrival.row
  const here: Inside = { ...arrival, start: FLOW_BEGINNING, inserts: 0 }
  const next: Inside = { ...here, page: arrival.page + 1, row: 0 }
  if (arrival.row === 0) return [here]
  if (zone.startsPage) return [next]
  if (rest <= zone.gap) return [next]
  const below = { ...here, row: here.row + zone.gap }
  if (rest > BOUNDS.shortRest) return [below]
  return [below, { ...next, cost: next.cost + BAND.levelRest * holeCost(rest) }]
}

function bestStarts(
  inside: readonly Inside[],
  effort: Effort,
  guess: (one: Inside) => number = () => 0,
): Inside[] {
  const best = new Map<string, Inside>()
  for (const one of inside) {
    const key = `${one.page}/${one.row}/${one.inserts}/${startKey(one.start)}`
    const known = best.get(key)
    if (!known || one.cost < known.cost) best.set(key, one)
  }
  const guessed = [...best.values()].map((one) => ({ one, cost: one.cost + guess(one) }))
  return cheapest(guessed, effort.pageStarts, effort.margin).map(({ one }) => one)
}

/** Sets a zone from one start on one page: ends there when it fits, else runs on to the next. */
function onPage(task: ZoneTask, from: Inside, done: Arrival[]): Inside[] {
  const insert = task.zone.inserts[from.inserts]
  const goOn = (next: Inside) => onPage(task, next, done)
  if (insert) return heightsOf(task, insert).flatMap((one) => withInsert(task, from, one, goOn))
  if (isOver(task.zone.flow, from.start)) {
    done.push({ ...from, cost: from.cost + endingCost(task, from.page, from.row) })
    return []
  }
  const ended = closing(task, from, task.rows - from.row)
  if (ended) {
    done.push(ended, ...airier(task, from, ended))
    if (task.reserve > task.rows - ended.row) return lastItems(task, from)
    if (ended.cost - from.cost < BREAK.strandedFirst) return []
  }
  return runsOn(task, from, ended === null ? done : null)
}
