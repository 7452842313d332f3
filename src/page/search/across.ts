import { packed } from '../../base/packed.ts'
import { type BandFill, balanceBand, fillBand, isOver } from './band.ts'
import { type ColumnStart, FLOW_BEGINNING } from './column-fill.ts'
import { ACROSS, BAND, BREAK } from './costs.ts'
import { BOUNDS } from './effort.ts'
import { FLOW_START, type FlowElement, type Setting } from './elements.ts'
import { holeCost } from './hole.ts'
import { KEY_BOUNDS } from './keys.ts'
import { lastItemsCost } from './last-page.ts'
import type { Inside } from './layout.ts'
import { rowsLeft } from './reckoned.ts'
import { hasWordsOf } from './wordless.ts'
import type { Insert, Zone } from './zone.ts'
import { runsOn } from './zone-on-page.ts'
import { bandOf, cutAt, nextPageOf, onNextPage, type ZoneTask } from './zone-task.ts'

/** The insert at its own height, and at those it may have besides. */
function heightsOf(task: ZoneTask, insert: Insert): readonly Insert[] {
  const settings = task.zones[insert.zone]?.flow[0]?.settings ?? []
  if (!task.effort.early) return [insert]
  // The lowest first: above it there is most room, and what is closed level there serves the others.
  return settings.map(({ rows }, setting) => ({ ...insert, rows, setting })).sort((a, b) => a.rows - b.rows)
}

/**
 * A page on which a picture across the columns is due, or may be: the places on the next page that are reached, and
 * those further down this one, below the picture.
 */
export function withInsert(task: ZoneTask, from: Inside, insert: Insert, limit: number): Inside[] {
  const heights = heightsOf(task, insert).filter((one) => from.cost + filledWith(task, one).cost <= limit)
  if (from.start.at.element >= insert.element) return heights.flatMap((one) => atOnce(task, from, one, limit))
  const level: LevelAbove = new Map()
  return [
    ...heights.flatMap((one) => [
      ...atPageHead(task, from, one),
      ...inPlace(task, from, one, { level, limit }),
    ]),
    ...belowText(task, from, limit),
    ...heights.flatMap((one) => [...atPageFoot(task, from, one, limit), ...belowLevel(task, from, one)]),
  ]
}

/** A picture met already: at the head of this page, or of the next where this one has begun and has no room. */
function atOnce(task: ZoneTask, from: Inside, insert: Insert, limit: number): Inside[] {
  const { rows, zone } = task
  if (rows - from.row < insert.rows && from.row > 0) {
    const empty = holeCost(rows - from.row) * zone.columns
    const next = { ...from, page: from.page + 1, row: 0, cost: from.cost + empty }
    return isOver(zone.flow, from.start) ? [next] : [next, ...belowText(task, from, limit)]
  }
  const { element } = from.start.at
  const near = element <= insert.element + insert.later || zone.flow[element]?.group === insert.group
  const away = !near || isAway(task, from, insert)
  return [setInsert(task, from, insert, from.row, away ? ACROSS.elsewhere : 0)]
}

/** Whether a page has no words of a picture's article: neither above it nor, where lines are left, below it. */
function isAway(
  { rows, zones, zone }: ZoneTask,
  { bands, page, row, start }: Inside,
  insert: Insert,
): boolean {
  const { element } = start.at
  if (zone.flow[element]?.group === insert.group && rows - row - insert.rows > 1) return false
  for (let one = bands; one !== null && one.band.page === page; one = one.before)
    if (hasWordsOf(zones, one.band, insert.group)) return false
  return true
}

/** The page filled with text, and the picture at the head of a later one. */
export function belowText(task: ZoneTask, from: Inside, limit: number): Inside[] {
  return runsOn(task, from, limit - ACROSS.nextPage, null).map((one) => ({
    ...one,
    cost: one.cost + ACROSS.nextPage,
  }))
}

/** A picture that may end its zone, at the head of the page after the zone's columns, which are closed level. */
function belowLevel(task: ZoneTask, from: Inside, insert: Insert): Inside[] {
  const past = task.zone.flow.length - insert.element
  // One that this page cannot hold goes over in any case.
  const fits = task.rows - from.row > insert.rows
  if ((fits && past > insert.later) || isOver(task.zone.flow, from.start)) return []
  const fill = balanceBand(bandOf(task, task.rows - from.row, from.row), from.start)
  if (fill === null) return []
  const next = onNextPage(task, from, fill)
  const set = setInsert(task, next, insert, 0, ACROSS.nextPage + ACROSS.elsewhere)
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
function atPageHead(task: ZoneTask, from: Inside, insert: Insert): Inside[] {
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
  return [setInsert(task, from, insert, 0, ACROSS.nextPage + earlierCost(insert, above))]
}

/** The picture as a band of its own at a line of the page. */
function setInsert(task: ZoneTask, from: Inside, insert: Insert, row: number, extra: number): Inside {
  const fill = filledWith(task, insert)
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
function filledWith({ zones, alone }: ZoneTask, { zone, setting }: Insert): BandFill {
  const key = packed(zone, setting, KEY_BOUNDS.settings)
  const known = alone.get(key)
  if (known) return known
  const [element] = (zones[zone] as Zone).flow as [FlowElement]
  const { rows, cost } = element.settings[setting] as Setting
  const to = { at: { ...FLOW_START, element: 1 }, pending: [] }
  const choices = setting === 0 ? null : { element: 0, setting, before: null }
  const column = { head: [], foot: [], inline: [], late: [], choices, breakCost: 0 }
  const fill = { columns: [{ ...column, from: FLOW_BEGINNING, to, rows, cost }], rows, to, cost }
  alone.set(key, fill)
  return fill
}

/** Columns closed level above places where a picture may stand, by the elements that these are further down. */
type LevelAbove = Map<number, Inside | null>

/** What is known of columns closed above a picture at its other heights, and the cost beyond which a place is not wanted. */
interface InPlace {
  readonly level: LevelAbove
  readonly limit: number
}

/**
 * The columns closed level above the picture, and begun again below it on the same page (R69): at the few cheapest of
 * the places near to where it was met. What costs more than two others is not looked for.
 */
function inPlace(task: ZoneTask, from: Inside, insert: Insert, { level, limit }: InPlace): Inside[] {
  const room = task.rows - from.row - insert.rows
  if (room <= 0) return []
  const kept: Inside[] = []
  for (const step of stepsFrom(task, insert)) {
    const dearest = kept[BOUNDS.places - 1]
    if (dearest && from.cost + stepCost(insert, step) >= dearest.cost) break
    const known = level.get(step)
    const isKnown = known !== undefined && (known === null || known.row - from.row <= room)
    const most = Math.min(limit, dearest?.cost ?? limit)
    const closed = isKnown ? known : closedAbove(task, from, insert, { room, step, most })
    if (closed === null || closed.cost <= most) level.set(step, closed)
    if (closed !== null) kept.push(closed)
    kept.sort((a, b) => a.cost - b.cost).splice(BOUNDS.places)
  }
  return kept.map((closed) => {
    const set = setInsert(task, closed, insert, closed.row, 0)
    return task.rows - set.row < 2 ? nextPageOf(task, set) : set
  })
}

/** The places where a picture is tried, by the elements further down that they are: the cheapest first. */
function stepsFrom(task: ZoneTask, insert: Insert): number[] {
  const earlier = mostAbove(task, insert)
  const places = Math.min(insert.later, BOUNDS.later) + earlier + 1
  return Array.from({ length: places }, (_, index) => index - earlier).sort(
    (a, b) => stepCost(insert, a) - stepCost(insert, b),
  )
}

/** What it costs that a picture stands `step` elements further down. */
function stepCost(insert: Insert, step: number): number {
  return Math.max(0, step) * ACROSS.later + earlierCost(insert, -step)
}

/** The columns level above the picture, `step` elements after where it was met, at the least cost up to `most`; null where they do not fit. */
function closedAbove(
  task: ZoneTask,
  from: Inside,
  insert: Insert,
  { room, step, most }: { readonly room: number; readonly step: number; readonly most: number },
): Inside | null {
  const element = insert.element + step
  if (from.start.at.element >= element || !mayCloseAbove(task, from.start, element, room)) return null
  // What keeps with the text above it does not begin the columns below, nor a heading end those above.
  const below = task.zone.flow[element]
  const last = task.zone.flow[element - 1]?.settings[0]?.strips.at(-1)
  const torn = below ? (below.keepsPrevious ? BREAK.keep : 0) + (last?.breakAfter ?? 0) : 0
  const limit = most - from.cost - stepCost(insert, step) - torn
  const above = {
    ...bandOf(task, room, from.row),
    ...cutAt(task, element, from.start.at.element),
    endHole: true,
    limit,
  }
  const fill = balanceBand(above, from.start)
  if (fill === null) return null
  const band = { zone: task.index, page: from.page, row: from.row, fill, runsOn: false }
  return {
    ...from,
    row: from.row + fill.rows,
    cost: from.cost + fill.cost + stepCost(insert, step) + torn,
    bands: { band, before: from.bands },
    start: {
      at: { element, setting: 0, strip: 0 },
      pending: [],
      ...stillEarly(fill.to, from.start, element),
    },
  }
}

/** Whether columns so tall may hold all above an element: they are tried only where its lines are not too many. */
function mayCloseAbove(task: ZoneTask, start: ColumnStart, element: number, room: number): boolean {
  const rows = rowsLeft(bandOf(task, room), start) - (task.reckoned.rowsAfter[element] ?? 0)
  return rows - 1 <= task.zone.columns * (room + BOUNDS.belowShare)
}

/** Pictures below an element that stand above it already. */
function stillEarly(to: ColumnStart, from: ColumnStart, element: number): Pick<ColumnStart, 'early'> {
  const early = [...(to.early ?? []), ...(from.early ?? [])].filter((index) => index >= element)
  return early.length > 0 ? { early: [...new Set(early)] } : {}
}

/** Elements above which the picture may stand at most. */
function mostAbove(task: ZoneTask, insert: Insert): number {
  return task.effort.early ? insert.earlier : 0
}

/** The picture at the foot of the page on which it was met, when its article goes on after it. */
function atPageFoot(task: ZoneTask, from: Inside, insert: Insert, limit: number): Inside[] {
  const { rows, zone } = task
  const height = rows - from.row - insert.rows
  if (height <= 0) return []
  const higher = mostAbove(task, insert)
  const reach = higher > 0 ? insert.element - higher - 1 : insert.element
  const most = limit - from.cost - ACROSS.foot - filledWith(task, insert).cost
  const band = { ...bandOf(task, height, from.row), limit: most, reach }
  return fillBand(band, from.start).flatMap((fill) => {
    const here = zone.flow[fill.to.at.element]
    const above = insert.element - fill.to.at.element - (fill.to.at.strip > 0 ? 1 : 0)
    const met = fill.to.at.element >= insert.element || higher > 0
    if (here?.group !== insert.group || above > higher || !met) return []
    const next = onNextPage(task, from, fill)
    const cost = ACROSS.foot + earlierCost(insert, above)
    const set = setInsert(task, { ...next, page: from.page }, insert, rows - insert.rows, cost)
    return [{ ...set, page: from.page + 1, row: 0 }]
  })
}
