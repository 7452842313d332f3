import {
  type BandFill,
  type BandTask,
  balanceBand,
  cheapest,
  fillBand,
  fillToEnd,
  isOver,
  type Reckoned,
  reckoned,
  rowsLeft,
} from './band.ts'
import { type ColumnStart, FLOW_BEGINNING, startKey } from './column-fill.ts'
import { ACROSS, BAND, BREAK, PICTURE, SHORT } from './costs.ts'
import { BOUNDS, type Effort, leastLastRows, QUICK } from './effort.ts'
import { FLOW_START, type FlowElement, type Setting } from './elements.ts'
import { holeCost } from './hole.ts'
import { lineKey } from './keys.ts'
import { isWordless } from './wordless.ts'

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
  /** Pictures across the columns met in the flow, in order. */
  readonly inserts: readonly Insert[]
  /** Lines left empty above it where another zone ends on its page. */
  readonly gap: number
  /** Set by another zone that has it as an insert. */
  readonly inserted: boolean
}

/** A picture across the columns (通栏图): stands where it was met, or at the next head or foot of a page. */
export interface Insert {
  /** The element before which it was met. */
  readonly element: number
  /** The zone that holds it. */
  readonly zone: number
  readonly rows: number
  /** Which of its zone's settings. */
  readonly setting: number
  readonly group: string
  /** Elements of its article after it, before which it may stand instead. */
  readonly later: number
  /** Elements of its article before it, above which it may stand instead: not above its first paragraph. */
  readonly earlier: number
  /** Marked by the editor. */
  readonly placed: boolean
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
  /** Inserts set so far. */
  readonly inserts: number
}

/** The best way found to set the zones on pages of `rows` lines. */
export interface Layout {
  readonly bands: readonly Band[]
  readonly pages: number
  readonly cost: number
  /** What was known at the head of each page of each zone, in order: another search may go on from there. */
  readonly stages: readonly Stage[]
}

/** The places reached before a page of a zone is filled. */
export interface Stage {
  readonly zone: number
  readonly page: number
  /** Places inside the zone, on this page and later ones. */
  readonly inside: readonly Inside[]
  /** Ends of the zone found on pages before. */
  readonly done: readonly Arrival[]
}

/** A search that goes on from a page of another: what it reached before stays. */
export interface Onward {
  readonly layout: Layout
  readonly page: number
  /** The pages that are looked at with all its effort, the others quickly; null for all. */
  readonly on: ReadonlySet<number> | null
}

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
    const next = zones.find((one, at) => at > index && !one.inserted)
    const reserve = next?.foot ? (next.flow[0]?.settings[0]?.rows ?? 0) : 0
    const last = next === undefined || next.foot
    const task: ZoneTask = {
      zone,
      index,
      rows,
      reserve,
      last,
      reckoned: reckoned(zone.flow, effort),
      known: new Map(),
      zones,
      effort,
      on: onward?.on ?? null,
      cuts: new Map(),
    }
    if (zone.foot) arrivals = arrivals.map((one) => atFoot(task, one))
    else if (index === resumed?.zone) arrivals = pageAfterPage(task, resumed, stages)
    else arrivals = acrossZone(task, arrivals, stages)
    arrivals = kept(arrivals, effort)
  })
  const best = arrivals[0] as Arrival
  return {
    bands: listed(best.bands),
    pages: best.row === 0 && best.page > 1 ? best.page - 1 : best.page,
    cost: best.cost,
    stages,
  }
}

/** The stages of a layout up to the first that fills a page, or a later one. */
function stagesBefore({ layout, page }: Onward): readonly Stage[] {
  const first = layout.stages.findIndex((one) => one.page >= page)
  return layout.stages.slice(0, first + 1)
}

interface ZoneTask {
  readonly zone: Zone
  readonly index: number
  readonly rows: number
  /** Lines to leave at the foot of the page where the zone ends (the colophon's). */
  readonly reserve: number
  /** Nothing but the colophon follows. */
  readonly last: boolean
  readonly reckoned: Reckoned
  readonly known: BandTask['known']
  readonly zones: readonly Zone[]
  readonly effort: Effort
  readonly on: Onward['on']
  /** The flow above each place tried for an insert. */
  readonly cuts: Map<number, Cut>
}

type Cut = Pick<BandTask, 'flow' | 'reckoned' | 'known'>

function listed(chain: BandChain | null): Band[] {
  const bands: Band[] = []
  for (let one = chain; one; one = one.before) bands.push(one.band)
  return bands.reverse()
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

/**
 * What the document's end may cost from a place on, by the lines that are left: places from which the colophon finds
 * room below its text are kept although they cost a little more.
 */
function endGuess(task: ZoneTask, { start, row, inserts }: Inside): number {
  const { effort, last, reserve, rows, zone } = task
  if (!effort.early || !last || reserve === 0) return 0
  const across = zone.inserts.slice(inserts).reduce((sum, insert) => sum + insert.rows, row)
  const left = Math.ceil(rowsLeft(bandOf(task, rows), start) / zone.columns) + across
  const foot = left % rows
  const least = leastLastRows(zone.columns)
  if (foot > rows - reserve) return lastItemsCost(rows - foot + least)
  return left > rows ? SHORT.lastPage * Math.max(0, least - foot) : 0
}

/** Sets a zone from one start on one page: ends there when it fits, else runs on to the next. */
function onPage(task: ZoneTask, from: Inside, done: Arrival[]): Inside[] {
  const insert = task.zone.inserts[from.inserts]
  if (insert) return heightsOf(task, insert).flatMap((one) => withInsert(task, from, one, done))
  if (isOver(task.zone.flow, from.start)) {
    done.push({ ...from, cost: from.cost + endingCost(task, from.page, from.row) })
    return []
  }
  const ended = closing(task, from, task.rows - from.row)
  if (ended) {
    done.push(ended)
    if (task.reserve > task.rows - ended.row) return lastItems(task, from)
    if (ended.cost - from.cost < BREAK.strandedFirst) return []
  }
  return runsOn(task, from, ended === null ? done : null)
}

/** The insert at its own height, and at those it may have besides. */
function heightsOf(task: ZoneTask, insert: Insert): readonly Insert[] {
  const settings = task.zones[insert.zone]?.flow[0]?.settings ?? []
  if (!task.effort.early) return [insert]
  return settings.map(({ rows }, setting) => ({ ...insert, rows, setting }))
}

/** Where the colophon has no room below the text, the last items go with it to the next page. */
function lastItems(task: ZoneTask, from: Inside): Inside[] {
  const room = task.rows - from.row
  const most = Math.min(BOUNDS.lastItems, room - 1)
  return Array.from({ length: most }, (_, less) => less + 1).flatMap((less) => {
    const band = bandOf(task, room - less)
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
function lastItemsCost(less: number): number {
  return SHORT.lastItems * less + (less > BOUNDS.hardlySeen ? SHORT.lastItemsSeen : 0)
}

/** What it costs that the document, but for its colophon, ends after `row` lines of a page. */
function endingCost({ last, reserve, rows, zone }: ZoneTask, page: number, row: number): number {
  if (!last) return 0
  if (reserve > rows - row) return BAND.colophonPage
  return page > 1 ? SHORT.lastPage * Math.max(0, leastLastRows(zone.columns) - row) : 0
}

/** Fills the page's columns and goes on with the next page. */
function runsOn(task: ZoneTask, from: Inside, done: Arrival[] | null): Inside[] {
  const { zone, rows } = task
  return fillBand(bandOf(task, rows - from.row), from.start).flatMap((fill) => {
    if (isOver(zone.flow, fill.to) && from.inserts === zone.inserts.length) {
      // The columns took everything, level or not: better than nothing where balancing found no way.
      done?.push(arrive(task, from, fill, 0))
      return []
    }
    return [onNextPage(task, from, fill)]
  })
}

function onNextPage(task: ZoneTask, from: Inside, fill: BandFill): Inside {
  const band = { zone: task.index, page: from.page, row: from.row, fill, runsOn: true }
  const bands = { band, before: from.bands }
  return { ...from, page: from.page + 1, row: 0, cost: from.cost + fill.cost, bands, start: fill.to }
}

/** A page on which a picture across the columns is due, or may be. */
function withInsert(task: ZoneTask, from: Inside, insert: Insert, done: Arrival[]): Inside[] {
  const { rows, zone } = task
  if (from.start.at.element >= insert.element) {
    // Met already: at the head of this page, or of the next where this one has begun.
    if (rows - from.row < insert.rows && from.row > 0) {
      const empty = holeCost(rows - from.row) * zone.columns
      const next = { ...from, page: from.page + 1, row: 0, cost: from.cost + empty }
      if (isOver(zone.flow, from.start)) return [next]
      const below = runsOn(task, from, null).map((one) => ({ ...one, cost: one.cost + ACROSS.nextPage }))
      return [next, ...below]
    }
    const late = zone.flow[from.start.at.element]?.group === insert.group ? 0 : ACROSS.elsewhere
    return onPage(task, setInsert(task, from, insert, from.row, late), done)
  }
  return [
    ...atPageHead(task, from, insert, done),
    ...inPlace(task, from, insert, done),
    ...runsOn(task, from, null).map((one) => ({ ...one, cost: one.cost + ACROSS.nextPage })),
    ...atPageFoot(task, from, insert),
    ...belowLevel(task, from, insert),
  ]
}

/** A picture that may end its zone, at the head of the page after the zone's columns, which are closed level. */
function belowLevel(task: ZoneTask, from: Inside, insert: Insert): Inside[] {
  const past = task.zone.flow.length - insert.element
  // One that this page cannot hold goes over in any case.
  const fits = task.rows - from.row > insert.rows
  if ((fits && past > insert.later) || isOver(task.zone.flow, from.start)) return []
  const fill = balanceBand(bandOf(task, task.rows - from.row), from.start)
  if (fill === null) return []
  const next = onNextPage(task, from, fill)
  const set = setInsert(task, next, insert, 0, ACROSS.nextPage)
  const left = task.rows - from.row - fill.rows
  // With the colophon it is wished, so that neither is alone.
  const open = task.reserve > 0 ? lastItemsCost(left) : BAND.levelRest * holeCost(left)
  return [{ ...set, cost: set.cost + open + (fits ? past * ACROSS.later : 0) }]
}

/** What it costs that a picture stands `elements` above where it was met. */
function earlierCost({ placed }: Insert, elements: number): number {
  return elements > 0 ? elements * ACROSS.earlier + (placed ? ACROSS.earlierMarked : 0) : 0
}

/** The picture at the head of a page on which it will be met soon. */
function atPageHead(task: ZoneTask, from: Inside, insert: Insert, done: Arrival[]): Inside[] {
  const { element, strip } = from.start.at
  const above = insert.element - element - (strip > 0 ? 1 : 0)
  if (
    !task.effort.early ||
    from.row > 0 ||
    above < 1 ||
    above > insert.earlier ||
    from.start.pending.length > 0
  )
    return []
  return onPage(task, setInsert(task, from, insert, 0, ACROSS.nextPage + earlierCost(insert, above)), done)
}

/** The picture as a band of its own at a line of the page. */
function setInsert(task: ZoneTask, from: Inside, insert: Insert, row: number, extra: number): Inside {
  const flow = task.zones[insert.zone]?.flow ?? []
  const fill = filledWith(flow, insert.setting)
  const band = { zone: insert.zone, page: from.page, row, fill, runsOn: false }
  return {
    ...from,
    row: Math.min(task.rows, row + insert.rows),
    cost: from.cost + extra + fill.cost,
    bands: { band, before: from.bands },
    inserts: from.inserts + 1,
  }
}

/** One column with a single element in one of its settings, and nothing else. */
function filledWith(flow: readonly FlowElement[], setting: number): BandFill {
  const { rows, cost } = (flow[0] as FlowElement).settings[setting] as Setting
  const to = { at: { ...FLOW_START, element: 1 }, pending: [] }
  const choices = setting === 0 ? null : { element: 0, setting, before: null }
  const column = { head: [], foot: [], inline: [], late: [], choices, breakCost: 0 }
  return { columns: [{ ...column, from: FLOW_BEGINNING, to, rows, cost }], rows, to, cost }
}

/** The columns closed level above the picture, and begun again below it on the same page (R69). */
function inPlace(task: ZoneTask, from: Inside, insert: Insert, done: Arrival[]): Inside[] {
  const room = task.rows - from.row - insert.rows
  if (room <= 0) return []
  const earlier = task.effort.early ? insert.earlier : 0
  const places = Math.min(insert.later, BOUNDS.later) + earlier + 1
  return Array.from({ length: places }, (_, index) =>
    closedAbove(task, from, insert, { room, step: index - earlier }),
  )
    .filter((closed) => closed !== null)
    .sort((a, b) => a.cost - b.cost)
    .slice(0, BOUNDS.places)
    .flatMap((closed) => {
      const set = setInsert(task, closed, insert, closed.row, 0)
      return task.rows - set.row < 2 ? [nextPageOf(task, set)] : onPage(task, set, done)
    })
}

/** The columns level above the picture, `step` elements after where it was met; null where they do not fit. */
function closedAbove(
  task: ZoneTask,
  from: Inside,
  insert: Insert,
  { room, step }: { readonly room: number; readonly step: number },
): Inside | null {
  const element = insert.element + step
  if (from.start.at.element >= element) return null
  const above = { ...bandOf(task, room), ...cutAt(task, element), endHole: true }
  const fill = balanceBand(above, from.start)
  if (fill === null) return null
  const band = { zone: task.index, page: from.page, row: from.row, fill, runsOn: false }
  // What keeps with the text above it does not begin the columns below, nor a heading end those above.
  const below = task.zone.flow[element]
  const last = task.zone.flow[element - 1]?.settings[0]?.strips.at(-1)
  const torn = below ? (below.keepsPrevious ? BREAK.keep : 0) + (last?.breakAfter ?? 0) : 0
  return {
    ...from,
    row: from.row + fill.rows,
    cost: from.cost + fill.cost + Math.max(0, step) * ACROSS.later + earlierCost(insert, -step) + torn,
    bands: { band, before: from.bands },
    start: {
      at: { element, setting: 0, strip: 0 },
      pending: [],
      ...stillEarly(fill.to, from.start, element),
    },
  }
}

/** Pictures below an element that stand above it already. */
function stillEarly(to: ColumnStart, from: ColumnStart, element: number): Pick<ColumnStart, 'early'> {
  const early = [...(to.early ?? []), ...(from.early ?? [])].filter((index) => index >= element)
  return early.length > 0 ? { early: [...new Set(early)] } : {}
}

/** The flow up to an element, with what is known of filling it. */
function cutAt(task: ZoneTask, element: number): Cut {
  const known = task.cuts.get(element)
  if (known) return known
  const flow = task.zone.flow.slice(0, element)
  const cut = { flow, reckoned: reckoned(flow, task.effort), known: new Map() }
  task.cuts.set(element, cut)
  return cut
}

function nextPageOf(task: ZoneTask, from: Inside): Inside {
  return { ...from, page: from.page + 1, row: 0, cost: from.cost + holeCost(task.rows - from.row) }
}

/** The picture at the foot of the page on which it was met, when its article goes on after it. */
function atPageFoot(task: ZoneTask, from: Inside, insert: Insert): Inside[] {
  const { rows, zone } = task
  const height = rows - from.row - insert.rows
  if (height <= 0) return []
  return fillBand(bandOf(task, height), from.start).flatMap((fill) => {
    const here = zone.flow[fill.to.at.element]
    const above = insert.element - fill.to.at.element - (fill.to.at.strip > 0 ? 1 : 0)
    const most = task.effort.early ? insert.earlier : 0
    const met = fill.to.at.element >= insert.element || most > 0
    if (here?.group !== insert.group || above > most || !met) return []
    const next = onNextPage(task, from, fill)
    const cost = ACROSS.foot + earlierCost(insert, above)
    const set = setInsert(task, { ...next, page: from.page }, insert, rows - insert.rows, cost)
    return [{ ...set, page: from.page + 1, row: 0 }]
  })
}

function bandOf(task: ZoneTask, height: number): BandTask {
  const { zone, rows } = task
  return {
    flow: zone.flow,
    reckoned: task.reckoned,
    known: task.known,
    effort: task.effort,
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
  return whole ? arrive(task, from, whole, 0) : null
}

function arrive(task: ZoneTask, from: Inside, fill: BandFill, extra: number): Arrival {
  const row = from.row + fill.rows
  const short = task.zone.keepNext > task.rows - row && task.zone.keepNext > 0 ? BREAK.keep : 0
  const band = { zone: task.index, page: from.page, row: from.row, fill, runsOn: false }
  return {
    page: from.page,
    row,
    cost: from.cost + fill.cost + short + extra + aloneCost(task, band) + endingCost(task, from.page, row),
    bands: { band, before: from.bands },
  }
}

/** What it costs that a zone of one column ends with pictures alone on their page. */
function aloneCost({ zone }: ZoneTask, { row, fill }: Band): number {
  const [column] = fill.columns
  return row === 0 && column && isWordless(zone, column) ? PICTURE.alone : 0
}

/** The colophon at the foot of the page, or of the next where it does not fit; one taller than a page on several. */
function atFoot(task: ZoneTask, arrival: Arrival): Arrival {
  return task.zone.flow.reduce<Arrival>((above, _, element) => partAtFoot(task, above, element), arrival)
}

function partAtFoot(task: ZoneTask, arrival: Arrival, element: number): Arrival {
  const { zone, rows } = task
  const height = Math.min(rows, zone.flow[element]?.settings[0]?.rows ?? 0)
  const fitsHere = rows - arrival.row >= height
  const page = fitsHere ? arrival.page : arrival.page + 1
  const start = { ...FLOW_BEGINNING, at: { ...FLOW_BEGINNING.at, element } }
  const fill = fillBand({ ...bandOf(task, height), page: height }, start)[0] as BandFill
  const band = { zone: task.index, page, row: rows - height, fill, runsOn: false }
  return { page, row: rows, cost: arrival.cost, bands: { band, before: arrival.bands } }
}
