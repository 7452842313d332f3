import type { ColumnFill } from '../search/column-fill.ts'
import { choicesOf, columnContent } from '../search/column-strips.ts'
import { BOUNDS } from '../search/effort.ts'
import type { FlowElement, Setting } from '../search/elements.ts'
import type { Band, Layout } from '../search/layout.ts'
import type { PlannedZone } from './zones.ts'

/** Zones with their layout. */
interface Laid {
  readonly zones: readonly PlannedZone[]
  readonly layout: Layout
}

/** For {@link FlowElement.refine}: what a heading may be does not depend on where it stands. */
const NO_ROOM = { below: 0, next: 0 } as const

/**
 * A line or two that a column lacks at its foot stand above the headlines in it that follow another article: a line for
 * each, the first first, and in a page of one column all or none; what is left then around its sub-headings, half a line above each. Nothing else moves to another column.
 */
export function withArticleAir({ zones, layout }: Laid): Laid {
  const flows = new Map<number, FlowElement[]>()
  const bands = layout.bands.map((band) => {
    const zone = zones[band.zone] as PlannedZone
    if (!band.runsOn || !zone.text) return band
    const flow = flows.get(band.zone) ?? [...zone.flow]
    const columns = band.fill.columns.map((fill) => airedColumn(flow, band, fill))
    if (columns.every((fill, index) => fill === band.fill.columns[index])) return band
    flows.set(band.zone, flow)
    return { ...band, fill: { ...band.fill, columns } }
  })
  if (flows.size === 0) return { zones, layout }
  return {
    zones: zones.map((zone, index) => ({ ...zone, flow: flows.get(index) ?? zone.flow })),
    layout: { ...layout, bands },
  }
}

/** The column with its empty lines above headlines; settings that this needs are added to the flow. */
function airedColumn(flow: FlowElement[], band: Band, fill: ColumnFill): ColumnFill {
  let left = band.fill.rows - fill.rows
  if (left < 1 || left > BOUNDS.hardlySeen) return fill
  let aired = fill
  const heads = headsBelowArticles(flow, fill)
  // A column alone on its page need not end level with another: its articles have air all alike, or none has.
  const isEven = band.fill.columns.length > 1 || heads.length <= left
  for (const at of isEven ? heads : []) {
    if (left === 0) break
    const setting = withAir(flow, at)
    if (setting < 0) continue
    left -= 1
    aired = withChoice(aired, at, setting)
  }
  const subheads = subheadsWithin(flow, fill)
  if (subheads.length > left) return aired
  return subheads.reduce((column, at) => {
    const setting = withAir(flow, at)
    return setting < 0 ? column : withChoice(column, at, setting)
  }, aired)
}

/** A heading of the column in another setting, a line taller. */
function withChoice(fill: ColumnFill, element: number, setting: number): ColumnFill {
  return { ...fill, rows: fill.rows + 1, choices: { element, setting, before: fill.choices } }
}

/** Sub-headings in a column, but one at its head: they have the lines that are left all alike, or none has. */
function subheadsWithin(flow: readonly FlowElement[], fill: ColumnFill): number[] {
  const chosen = choicesOf(fill)
  const { strips } = columnContent(flow, fill)
  const [first, ...elements] = [...new Set(strips.map(({ element }) => element))].filter((at) => at >= 0)
  return elements.filter((at) => {
    const { block } = flow[at] as FlowElement
    return at !== first && block?.kind === 'heading' && block.role === 'subhead' && !chosen.has(at)
  })
}

/** Headings in a column right below another article's last line, as they are by themselves. */
function headsBelowArticles(flow: readonly FlowElement[], fill: ColumnFill): number[] {
  const chosen = choicesOf(fill)
  const { strips } = columnContent(flow, fill)
  const elements = [...new Set(strips.map(({ element }) => element))].filter((at) => at >= 0)
  return elements.filter((at, index) => {
    const { block, place } = flow[at] as FlowElement
    const above = elements[index - 1]
    if (block?.kind !== 'heading' || above === undefined || chosen.has(at)) return false
    const before = (flow[above] as FlowElement).place
    return before.section !== place.section || (before.article !== place.article && before.article >= 0)
  })
}

/** The number of an element's setting with a line of air more, which it is given; -1 where it has none. */
function withAir(flow: FlowElement[], at: number): number {
  const element = flow[at] as FlowElement
  const [natural] = element.settings as [Setting]
  const isAiry = ({ note, rows }: Setting) => note === 'air' && rows === natural.rows + 1
  const known = element.settings.findIndex(isAiry)
  if (known >= 0) return known
  const fresh = element.refine?.(NO_ROOM).find(isAiry)
  if (fresh === undefined) return -1
  flow[at] = { ...element, settings: [...element.settings, fresh] }
  return element.settings.length
}
