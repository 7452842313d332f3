import type { ShapedBlock } from '../../text/shaped-text.ts'
import type { ColumnFill } from './column-fill.ts'
import { BREAK } from './costs.ts'
import { type FlowElement, isBlankElement } from './elements.ts'
import type { Strip } from './strip.ts'

/** A strip and the block it comes from. */
export interface ColumnStrip {
  readonly strip: Strip
  /** -1 for the lines over which something stands across the columns. */
  readonly element: number
  readonly block: ShapedBlock | null
}

/** What a filled column holds, from the top; pictures at its foot apart. */
export interface ColumnContent {
  readonly strips: readonly ColumnStrip[]
  readonly foot: readonly ColumnStrip[]
}

/** What a column was found to hold, and the flow that it was last asked of. */
interface KnownContent {
  flow: readonly FlowElement[]
  readonly content: ColumnContent
}

// Making up, looking over and telling all ask for the same: of a pure function, by what it is given.
const known = new WeakMap<ColumnFill, KnownContent>()

/** The strips of a column as its fill chose them; the same object for the same elements. */
export function columnContent(flow: readonly FlowElement[], fill: ColumnFill): ColumnContent {
  const before = known.get(fill)
  if (before !== undefined && hasSameElements(fill, before.flow, flow)) {
    before.flow = flow
    return before.content
  }
  const content = contentOf(flow, fill)
  known.set(fill, { flow, content })
  return content
}

/** Whether two flows agree in all that a column may show. */
function hasSameElements(
  { from, to, head, foot, late }: ColumnFill,
  before: readonly FlowElement[],
  now: readonly FlowElement[],
): boolean {
  if (before === now) return true
  const isSame = (index: number) => before[index] === now[index]
  for (let index = from.at.element; index <= to.at.element; index += 1) if (!isSame(index)) return false
  return head.every(isSame) && foot.every(isSame) && late.every(({ picture }) => isSame(picture))
}

function contentOf(flow: readonly FlowElement[], fill: ColumnFill): ColumnContent {
  const { above = 0, ...own } = fill
  if (above > 0) {
    const { strips, foot } = contentOf(flow, own)
    const strip: Strip = { rows: above, marks: [], breakAfter: BREAK.free }
    return { strips: [{ strip, element: -1, block: null }, ...strips], foot }
  }
  const chosen = choicesOf(fill)
  const strips: ColumnStrip[] = []
  const picture = (index: number, to = strips) => addStrips(to, flow, index, chosen.get(index) ?? 0)
  for (const index of fill.head) picture(index)
  const { from, to } = fill
  const end = to.at.strip > 0 ? to.at.element : to.at.element - 1
  for (let index = from.at.element; index <= end && index < flow.length; index += 1) {
    for (const late of fill.late) if (late.before === index) picture(late.picture)
    const element = flow[index] as FlowElement
    if (isBlankElement(element) && strips.length === 0) continue
    if (element.floatCost !== null && !fill.inline.includes(index)) continue
    const setting = settingIn(fill, index, chosen)
    const first = index === from.at.element ? from.at.strip : 0
    const last = index === to.at.element && to.at.strip > 0 ? to.at.strip : undefined
    const carry = first > 0 ? element.settings[setting]?.strips[first]?.carry : undefined
    if (carry) strips.push({ strip: carry, element: index, block: element.block })
    addStrips(strips, flow, index, setting, first, last)
  }
  for (const late of fill.late) if (late.before > end) picture(late.picture)
  const foot: ColumnStrip[] = []
  for (const index of fill.foot) picture(index, foot)
  return { strips: withoutBlankFoot(strips), foot }
}

/** Chosen settings by element. */
export function choicesOf(fill: ColumnFill): ReadonlyMap<number, number> {
  const chosen = new Map<number, number>()
  for (let one = fill.choices; one; one = one.before) chosen.set(one.element, one.setting)
  return chosen
}

/** Which setting of an element a column shows. */
export function settingIn(fill: ColumnFill, element: number, chosen = choicesOf(fill)): number {
  if (element === fill.from.at.element && fill.from.at.strip > 0) return fill.from.at.setting
  if (element === fill.to.at.element && fill.to.at.strip > 0) return fill.to.at.setting
  return chosen.get(element) ?? 0
}

/** Adds an element's strips, or those from `first` on and before `last`. */
function addStrips(
  to: ColumnStrip[],
  flow: readonly FlowElement[],
  index: number,
  setting: number,
  first = 0,
  last = Number.POSITIVE_INFINITY,
): void {
  const { settings, block } = flow[index] as FlowElement
  const strips = settings[setting]?.strips ?? []
  for (let at = first; at < strips.length && at < last; at += 1)
    to.push({ strip: strips[at] as Strip, element: index, block })
}

function withoutBlankFoot(strips: ColumnStrip[]): ColumnStrip[] {
  strips.length = strips.findLastIndex((one) => !one.strip.blank) + 1
  return strips
}
