import { type BandFill, balanceBand, fillBand, isOver } from './band.ts'
import { type ColumnStart, FLOW_BEGINNING } from './column-fill.ts'
import { ACROSS, BAND, BREAK } from './costs.ts'
import { BOUNDS } from './effort.ts'
import { FLOW_START, type FlowElement, type Setting } from './elements.ts'
import { holeCost } from './hole.ts'
import { lastItemsCost } from './last-page.ts'
import type { Inside } from './layout.ts'
import type { Insert } from './zone.ts'
import { runsOn } from './zone-on-page.ts'
import { bandOf, cutAt, nextPageOf, onNextPage, type ZoneTask } from './zone-task.ts'

/** Sets what follows a place on its page, and tells where the next pages begin. */
type GoOn = (from: Inside) => Inside[]

/** The insert at its own height, and at those it may have besides. */
export function heightsOf(task: ZoneTask, insert: Insert): readonly Insert[] {
  const settings = task.zones[insert.zone]?.flow[0]?.settings ?? []
  if (!task.effort.early) return [insert]
  return settings.map(({ rows }, setting) => ({ ...insert, rows, setting }))
}

/** A page on which a picture across the columns is due, or may be. */
export function withInsert(task: ZoneTask, from: Inside, insert: Insert, goOn: GoOn): Inside[] {
  if (from.start.at.element >= insert.element) return atOnce(task, from, insert, goOn)
  return [
    ...atPageHead(task, from, insert, goOn),
    ...inPlace(task, from, insert, goOn),
    ...belowText(task, from),
    ...atPageFoot(task, from, insert),
    ...belowLevel(task, from, insert),
  ]
}

/** A picture met already: at the head of this page, or of the next where this one has begun and has no room. */
function atOnce(task: ZoneTask, from: Inside, insert: Insert, goOn: GoOn): Inside[] {
  const { rows, zone } = task
  if (rows - from.row < insert.rows && from.row > 0) {
    const empty = holeCost(rows - from.row) * zone.columns
    const next = { ...from, page: from.page + 1, row: 0, cost: from.cost + empty }
    return isOver(zone.flow, from.start) ? [next] : [next, ...belowText(task, from)]
  }
  const late = zone.flow[from.start.at.element]?.group === insert.group ? 0 : ACROSS.elsewhere
  return goOn(setInsert(task, from, insert, from.row, late))
}

/** The page filled with text, and the picture at the head of a later one. */
function belowText(task: ZoneTask, from: Inside): Inside[] {
  return runsOn(task, from, null).map((one) => ({ ...one, cost: one.cost + ACROSS.nextPage }))
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
function atPageHead(task: ZoneTask, from: Inside, insert: Insert, goOn: GoOn): Inside[] {
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
  return goOn(setInsert(task, from, insert, 0, ACROSS.nextPage + earlierCost(insert, above)))
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
function inPlace(task: ZoneTask, from: Inside, insert: Insert, goOn: GoOn): Inside[] {
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
      return task.rows - set.row < 2 ? [nextPageOf(task, set)] : goOn(set)
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
  const above = { ...bandOf(task, room, from.row), ...cutAt(task, element), endHole: true }
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

/** The picture at the foot of the page on which it was met, when its article goes on after it. */
function atPageFoot(task: ZoneTask, from: Inside, insert: Insert): Inside[] {
  const { rows, zone } = task
  const height = rows - from.row - insert.rows
  if (height <= 0) return []
  return fillBand(bandOf(task, height, from.row), from.start).flatMap((fill) => {
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
