import type { ColumnFill } from './column-fill.ts'
import { columnContent } from './column-strips.ts'
import { BREAK } from './costs.ts'
import { BOUNDS } from './effort.ts'
import type { FlowElement, Room, Setting } from './elements.ts'
import { awayAcross, isShort, openPages, pagesBeforeShort } from './faults.ts'
import type { Band, Layout } from './layout.ts'
import { isWordless } from './wordless.ts'
import type { Zone } from './zone.ts'

/** An element to look for other settings of, and where it stood. */
interface Wish {
  readonly element: number
  readonly room: Room
}

/** For pictures across the columns, whose other settings do not depend on it. */
const NO_ROOM: Room = { below: 0, next: 0 }

/** Where a layout is not yet good: holes, stranded lines, columns that are not level. */
export function isTroubled(band: Band, fill: ColumnFill, column: number): boolean {
  if (fill.breakCost >= BREAK.smallTable || fill.late.length > 0) return true
  const hole = band.fill.rows - fill.rows
  if (band.runsOn) return hole > BOUNDS.seenHole
  const columns = band.fill.columns
  return columns.length > 1 && column < columns.length && unevenness(columns) > 1
}

/** Lines by which a band's columns differ. */
export function unevenness(columns: readonly ColumnFill[]): number {
  const rows = columns.map((column) => column.rows)
  return Math.max(...rows) - Math.min(...rows)
}

/**
 * The zones with other settings (paragraph variants, pictures beside text elsewhere) for the elements in and
 * before troubled columns; null when nothing more is to be found.
 */
export function refined<Z extends Zone>(
  zones: readonly Z[],
  layout: Layout,
  rows: number,
  before = 0,
): Z[] | null {
  let found = false
  const flows = new Map<number, FlowElement[]>()
  const short = pagesBeforeShort(zones, layout, rows)
  const columns = layout.bands.flatMap((band) =>
    band.fill.columns.map((fill, column) => ({
      band,
      fill,
      trouble:
        isTroubled(band, fill, column) ||
        short.has(band.page) ||
        ((band.runsOn || band.row === 0) && isWordless(zones[band.zone] as Z, fill)),
    })),
  )
  const refine = (at: number, wished: readonly Wish[]) => {
    const zone = zones[at] as Z
    const flow = flows.get(at) ?? [...zone.flow]
    for (const wish of wished) {
      const room = { ...wish.room, widely: before > 0 }
      const element = flow[wish.element] as FlowElement
      const more = refinedElement(element, zone.flow[wish.element] as FlowElement, room)
      flow[wish.element] = more.element
      if (more.isFresh) found = true
    }
    flows.set(at, flow)
  }
  columns.forEach(({ band, fill, trouble }, index) => {
    const next = columns[index + 1]
    const torn = columns
      .slice(index + 1, index + 1 + before)
      .some((one) => one.band.zone === band.zone && isShort(one.band, one.fill))
    if (trouble || torn || (next?.trouble && next.band.zone === band.zone))
      refine(band.zone, wishes((zones[band.zone] as Z).flow, fill, band, rows))
  })
  const faulty = new Set([
    ...short,
    ...openPages(zones, layout, rows),
    ...columns.filter(({ trouble }) => trouble).map(({ band }) => band.page),
  ])
  for (const { zone, page } of layout.bands)
    if (zones[zone]?.inserted && (faulty.has(page) || faulty.has(page - 1)))
      refine(zone, [{ element: 0, room: NO_ROOM }])
  for (const { zone } of awayAcross(zones, layout)) refine(zone, [{ element: 0, room: NO_ROOM }])
  for (const zone of headingsAbove(zones, layout))
    refine(
      zone,
      (zones[zone] as Z).flow.map((_, element) => ({ element, room: NO_ROOM })),
    )
  for (const { zone, rest } of freshZones(zones, layout, rows))
    refine(zone, wishesBelow((zones[zone] as Z).flow, 0, { from: 0, height: rest, rows }))
  if (!found) return null
  return zones.map((zone, index) => {
    const flow = flows.get(index)
    return flow === undefined ? zone : { ...zone, flow }
  })
}

/** An element with the settings that were looked for, and whether any of them is new to it. */
interface Refined {
  readonly element: FlowElement
  readonly isFresh: boolean
}

/** By element and room, as long as it is kept: what is asked for again is the same element, of which more is known. */
const knownRefined = new WeakMap<FlowElement, Map<string, Refined>>()

/** The element, which came of `source` by earlier wishes, with what this room asks for. */
function refinedElement(element: FlowElement, source: FlowElement, room: Room): Refined {
  if (element !== source) return withMoreSettings(element, moreSettings(source, room))
  const rooms = knownRefined.get(source) ?? new Map<string, Refined>()
  const key = `${room.below} ${room.next} ${room.widely}`
  const before = rooms.get(key)
  if (before !== undefined) return before
  if (rooms.size >= BOUNDS.roomsKept) rooms.clear()
  const refined = withMoreSettings(source, moreSettings(source, room))
  rooms.set(key, refined)
  knownRefined.set(source, rooms)
  return refined
}

function withMoreSettings(element: FlowElement, settings: readonly Setting[]): Refined {
  const fresh = settings.filter((one) => !isKnown(element, one))
  const again = element.block?.kind === 'figure' ? element.refine : null
  const all = [...element.settings, ...fresh].slice(0, BOUNDS.settings)
  return { element: { ...element, settings: all, refine: again }, isFresh: fresh.length > 0 }
}

/** Zones of headings right above columns of which one is really short: air between them closes it. */
function headingsAbove(zones: readonly Zone[], { bands }: Layout): number[] {
  return bands.flatMap((band, index) => {
    const below = bands[index + 1]
    if (!zones[band.zone]?.headings || below?.page !== band.page || !below.runsOn) return []
    return below.fill.columns.some((fill) => isShort(below, fill)) ? [band.zone] : []
  })
}

/** Zones that begin on a fresh page although lines are left on the page before, and how many. */
function freshZones(
  zones: readonly Zone[],
  { bands }: Layout,
  rows: number,
): { zone: number; rest: number }[] {
  return bands.flatMap((band, index) => {
    const before = bands[index - 1]
    const zone = zones[band.zone] as Zone
    if (!before || before.page === band.page || before.zone === band.zone || zone.foot || zone.startsPage)
      return []
    const rest = rows - before.row - before.fill.rows
    return rest > BOUNDS.seenHole ? [{ zone: band.zone, rest }] : []
  })
}

function moreSettings(element: FlowElement, room: Room): readonly Setting[] {
  return element.refine?.(room) ?? []
}

function isKnown(element: FlowElement, setting: Setting): boolean {
  return element.settings.some(
    (one) => one.note === setting.note && one.rows === setting.rows && sameBreaks(one, setting),
  )
}

function sameBreaks(a: Setting, b: Setting): boolean {
  return a.strips.every((strip, index) => strip.breakAfter === b.strips[index]?.breakAfter)
}

/** The elements of a column that may be set otherwise, the one its foot cuts or keeps out among them. */
function wishes(flow: readonly FlowElement[], fill: ColumnFill, band: Band, rows: number): Wish[] {
  const result: Wish[] = []
  const seen = new Set<number>()
  const height = band.runsOn ? rows - band.row : band.fill.rows
  let row = 0
  const wish = (element: number, below: number) => {
    if (seen.has(element) || !flow[element]?.refine) return
    seen.add(element)
    result.push({ element, room: { below, next: rows } })
  }
  const { strips, foot } = columnContent(flow, fill)
  for (const { strip, element } of [...strips, ...foot]) {
    if (!(element === fill.from.at.element && fill.from.at.strip > 0)) wish(element, height - row)
    row += strip.rows
  }
  // What the column was too short for, and waits for a later one.
  for (const picture of fill.to.pending) wish(picture, height - row)
  const below = wishesBelow(flow, fill.to.at.element, { from: row, height, rows })
  return [...result, ...below.filter((one) => !seen.has(one.element))]
}

/** What a foot cuts or keeps out: a heading and the text below it that did not fit. */
function wishesBelow(
  flow: readonly FlowElement[],
  first: number,
  { from, height, rows }: { readonly from: number; readonly height: number; readonly rows: number },
): Wish[] {
  const result: Wish[] = []
  let row = from
  for (let element = first; element < flow.length && row < height; element += 1) {
    if (flow[element]?.refine) result.push({ element, room: { below: height - row, next: rows } })
    row += flow[element]?.settings[0]?.rows ?? 0
  }
  return result
}
