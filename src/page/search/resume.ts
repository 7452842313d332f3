import { BOUNDS } from './effort.ts'
import { type FlowElement, shortestRest } from './elements.ts'
import type { Inside, Layout } from './layout.ts'
import type { Zone } from './zone.ts'

/** Zones, and the layout that a search found for them. */
export interface Searched {
  readonly zones: readonly Zone[]
  readonly layout: Layout
}

/** The first element that is set otherwise, by its zone. */
interface Change {
  readonly zone: number
  readonly element: number
}

/**
 * The number of the last stage of a layout that is as it was if some elements have other settings: a search of the
 * same effort for `now` finds the same from there on as from the first page. Natural settings are the same.
 */
export function lastStageAlike({ zones, layout }: Searched, now: readonly Zone[], rows: number): number {
  const { stages } = layout
  const change = firstChange(zones, now)
  if (change === null) return stages.length - 1
  const within = stages.findIndex(
    ({ zone, inside }) => zone === change.zone && reach(now[zone] as Zone, inside, rows) >= change.element,
  )
  if (within >= 0) return within
  return Math.max(
    0,
    stages.findLastIndex(({ zone }) => zone < change.zone),
  )
}

/** The number of the first stage at which a page, or a later one, is filled. */
export function stageOfPage({ stages }: Layout, page: number): number {
  const first = stages.findIndex((one) => one.page >= page)
  return first < 0 ? stages.length - 1 : first
}

function firstChange(before: readonly Zone[], now: readonly Zone[]): Change | null {
  const changes = now.flatMap((zone, index) => {
    const element = firstChanged(before[index] as Zone, zone)
    return element === null ? [] : [metAt(now, index, element)]
  })
  return changes.sort((a, b) => a.zone - b.zone || a.element - b.element)[0] ?? null
}

/** The first element of a zone with other settings; its first one where settings are new to it. */
function firstChanged({ flow: before }: Zone, { flow: now }: Zone): number | null {
  if (before === now) return null
  const at = now.findIndex((element, index) => isOtherwise(before[index] as FlowElement, element))
  if (at < 0) return null
  return before.some(hasSettings) ? at : 0
}

function isOtherwise(one: FlowElement, other: FlowElement): boolean {
  const { settings: before } = one
  const { settings: now } = other
  if (before === now) return false
  return before.length !== now.length || now.some((one, index) => one !== before[index])
}

function hasSettings({ settings }: FlowElement): boolean {
  return settings.length > 1
}

/** Where a change is met: that of a picture across the columns by the zone that has it, from where it may stand on. */
function metAt(zones: readonly Zone[], zone: number, element: number): Change {
  for (const [host, { inserts }] of zones.entries()) {
    const insert = inserts.find((one) => one.zone === zone)
    if (insert) return { zone: host, element: Math.max(0, insert.element - insert.earlier - 1) }
  }
  return { zone, element }
}

/** An element beyond which nothing is looked at while a page is filled. */
function reach({ flow, columns }: Zone, inside: readonly Inside[], rows: number): number {
  let element = Math.max(...inside.map(({ start }) => start.at.element)) + 1
  let room = BOUNDS.pagesSeen * columns * rows
  while (element < flow.length && room >= 0) {
    room -= shortestRest(flow[element] as FlowElement, null)
    element += 1
  }
  return element + BOUNDS.early + BOUNDS.later
}
