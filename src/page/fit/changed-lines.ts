import { SUMS, WIDTH } from '../../text/items.ts'
import type { ShapedText } from '../../text/shaped-text.ts'
import type { PlannedZone } from '../make-up/zones.ts'
import type { FlowElement, Setting } from '../search/elements.ts'
import { type Mark, rowsOf, type Strip } from '../search/strip.ts'
import type { TextChange } from './changed-text.ts'

/** Where a text stands in zones, and the measure of its lines in pt. */
interface TextPlace {
  readonly zone: number
  readonly element: number
  readonly measure: number
}

/** The places of texts in zones that they were set in. */
export type TextPlaces = ReadonlyMap<ShapedText, TextPlace>

/** Where each paragraph's text stands. */
export function textPlaces(zones: readonly PlannedZone[]): TextPlaces {
  const places = new Map<ShapedText, TextPlace>()
  for (const [zone, { flow, plan }] of zones.entries())
    for (const [element, { settings }] of flow.entries())
      for (const text of paragraphsIn((settings[0] as Setting).strips))
        places.set(text, { zone, element, measure: plan.measure })
  return places
}

function paragraphsIn(strips: readonly Strip[]): ReadonlySet<ShapedText> {
  const found = new Set<ShapedText>()
  for (const { marks } of strips)
    for (const { kind, owner } of marks) if (kind === 'text' && isParagraph(owner)) found.add(owner.text)
  return found
}

function isParagraph(owner: Mark['owner']): owner is { readonly text: ShapedText } {
  return owner !== null && 'kind' in owner && owner.kind === 'paragraph'
}

/** Lines that a text has more when so many characters, each as wide as a Han, are cut from it (or added, negative). */
function moreLines({ items, style }: ShapedText, { measure }: TextPlace, by: number): number {
  const width = (items.sums[items.count * SUMS + WIDTH] as number) + style.firstIndentEm * style.size
  const lines = (of: number) => Math.max(1, Math.ceil(of / measure))
  return lines(width - by * style.size) - lines(width)
}

/** Lines that zones have more, by zone and element, when texts are changed. */
export type MoreLines = ReadonlyMap<number, ReadonlyMap<number, number>>

/** What a change of texts does to the lines of what they stand in. */
export function linesChanged(places: TextPlaces, change: TextChange): MoreLines {
  const more = new Map<number, Map<number, number>>()
  for (const [text, by] of change) {
    const place = places.get(text)
    if (place === undefined || by === 0) continue
    const zone = more.get(place.zone) ?? new Map<number, number>()
    more.set(place.zone, zone.set(place.element, (zone.get(place.element) ?? 0) + moreLines(text, place, by)))
  }
  return more
}

/** Lines that columns together have more. */
export function sumOfLines(more: MoreLines): number {
  let sum = 0
  for (const zone of more.values()) for (const lines of zone.values()) sum += lines
  return sum
}

/** Zones as they were set, but with so many lines more in some of their elements. */
export function zonesWith(zones: readonly PlannedZone[], more: MoreLines): PlannedZone[] {
  return zones.map((zone, at) => {
    const changed = more.get(at)
    if (changed === undefined) return zone
    return { ...zone, flow: zone.flow.map((one, index) => elementWith(one, changed.get(index) ?? 0)) }
  })
}

function elementWith(element: FlowElement, more: number): FlowElement {
  if (more === 0) return element
  const { settings, refine } = element
  const changed = (all: readonly Setting[]) => all.map((one) => settingWith(one, more))
  return { ...element, settings: changed(settings), refine: refine && ((room) => changed(refine(room))) }
}

/** A setting of more or fewer lines, at least one: its first and its last two, whose ends have prices of their own, stay. */
function settingWith(setting: Setting, more: number): Setting {
  const { strips } = setting
  const [only] = strips as [Strip]
  const count = Math.max(1, strips.length + more)
  const tail = count > 2 ? 2 : 1
  const changed =
    strips.length === 1 && only.rows > 1
      ? [{ ...only, rows: Math.max(1, only.rows + more) }]
      : more > 0
        ? withMore(strips, more)
        : [...strips.slice(0, count - tail), ...strips.slice(strips.length - tail)]
  return { ...setting, strips: changed, rows: rowsOf(changed) }
}

function withMore(strips: readonly Strip[], more: number): Strip[] {
  const at = Math.max(0, strips.length - 3)
  return [
    ...strips.slice(0, at),
    ...Array.from({ length: more }, () => strips[at] as Strip),
    ...strips.slice(at),
  ]
}
