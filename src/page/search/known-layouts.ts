import { Generations } from '../../base/generations.ts'
import type { Effort } from './effort.ts'
import type { FlowElement, Setting } from './elements.ts'
import type { Layout, Onward } from './layout.ts'
import { searchLayout } from './pages.ts'
import type { Strip } from './strip.ts'
import type { Zone } from './zone.ts'

/** Layouts that were found, by all that their search saw: lines, costs and bonds, never words. */
export interface LayoutMemory {
  readonly layouts: Generations<Layout>
  /** Numbers of elements that the search cannot tell apart. */
  readonly numbers: Generations<number>
  readonly elements: WeakMap<FlowElement, number>
  readonly zones: WeakMap<Zone, string>
  readonly settings: WeakMap<Setting, string>
  /** Numbers of layouts that others went on from. */
  readonly found: WeakMap<Layout, number>
  /** Numbers given so far; none is given twice. */
  count: number
}

export function layoutMemory(): LayoutMemory {
  return {
    layouts: new Generations(),
    numbers: new Generations(),
    elements: new WeakMap(),
    zones: new WeakMap(),
    settings: new WeakMap(),
    found: new WeakMap(),
    count: 0,
  }
}

/** How widely is searched, and from which stage of a layout on. */
export interface SearchWay {
  readonly effort: Effort
  /** Of a layout that this memory gave. */
  readonly onward: Onward | null
}

/** What `searchLayout` finds, or found before for zones that are alike to it. */
export function knownLayout(
  zones: readonly Zone[],
  rows: number,
  way: SearchWay,
  memory: LayoutMemory,
): Layout {
  const key = [rows, wayKey(way, memory), ...zones.map((zone) => zoneKey(zone, memory))].join('\n')
  const known = memory.layouts.get(key)
  if (known !== undefined) return known
  const found = searchLayout(zones, rows, way.effort, way.onward)
  memory.layouts.set(key, found)
  memory.found.set(found, memory.count)
  memory.count += 1
  return found
}

function wayKey({ effort, onward }: SearchWay, memory: LayoutMemory): string {
  if (onward === null) return JSON.stringify([effort])
  const { layout, stage, on } = onward
  return JSON.stringify([effort, memory.found.get(layout), stage, on === null ? null : [...on]])
}

/** A zone that came of several looks unchanged is written once. */
function zoneKey(zone: Zone, memory: LayoutMemory): string {
  const known = memory.zones.get(zone)
  if (known !== undefined) return known
  const { columns, startsPage, closes, keepNext, foot, evenPage, inserts, gap, inserted, headings, notch } =
    zone
  const numbers = zone.flow.map((element) => numberOf(element, memory))
  const own = [columns, startsPage, closes, keepNext, foot, evenPage, inserts, gap, inserted, headings, notch]
  const key = `${JSON.stringify(own)}${numbers.join()}`
  memory.zones.set(zone, key)
  return key
}

function numberOf(element: FlowElement, memory: LayoutMemory): number {
  const known = memory.elements.get(element)
  if (known !== undefined) return known
  const key = elementKey(element, memory)
  const number = memory.numbers.get(key) ?? memory.count
  if (number === memory.count) memory.count += 1
  memory.numbers.set(key, number)
  memory.elements.set(element, number)
  return number
}

function elementKey(element: FlowElement, memory: LayoutMemory): string {
  const { floatCost, group, keepsPrevious, startsColumn, block, need } = element
  const settings = element.settings.map((setting) => settingKey(setting, memory))
  const bonds = [floatCost, group, keepsPrevious, startsColumn, block?.kind, need]
  return `${JSON.stringify(bonds)}${settings.join(';')}`
}

function settingKey(setting: Setting, memory: LayoutMemory): string {
  const known = memory.settings.get(setting)
  if (known !== undefined) return known
  const { rows, cost, note = '' } = setting
  const key = `${rows},${cost},${note}:${setting.strips.map(stripKey).join()}`
  memory.settings.set(setting, key)
  return key
}

function stripKey({ rows, breakAfter, blank, carry, textLines, notes }: Strip): string {
  const above = carry === undefined ? '' : `(${stripKey(carry)})`
  return `${rows}/${breakAfter}${blank ? 'b' : ''}${textLines ?? ''}${above}${notes ? `n${notes.height}` : ''}`
}
