import { BREAK } from '../search/costs.ts'
import { type FlowElement, isBlankElement, type Setting } from '../search/elements.ts'

/**
 * Pictures and air between an article's last words, or its last table, and its credit: none of them begins a column
 * without the one before, so that no credit stands alone.
 */
export function withCreditsKept(flow: readonly FlowElement[]): FlowElement[] {
  return flow.map((element, index) => {
    const worded = isStretch(element)
    if (!worded && (!isBetween(element) || element.keepsPrevious)) return element
    const after = elementAfter(flow, index)
    const isBefore =
      after?.keepsPrevious && after.block?.kind === 'paragraph' && after.group === element.group
    if (!isBefore) return element
    return keptElement(element, worded)
  })
}

/** The next element that is no picture or air. */
function elementAfter(flow: readonly FlowElement[], index: number): FlowElement | undefined {
  let next = index + 1
  while (next < flow.length && isBetween(flow[next] as FlowElement)) next += 1
  return flow[next]
}

// An element of an issue that is set again is kept as it was before: what is known of it stays known.
const kept = new WeakMap<FlowElement, FlowElement>()

function keptElement(element: FlowElement, worded: boolean): FlowElement {
  const known = kept.get(element)
  if (known !== undefined) return known
  const together = withRowsTogether(element)
  const one = worded ? together : { ...together, keepsPrevious: true }
  kept.set(element, one)
  return one
}

/** The element with its rows of pictures kept in each of its settings, also those that are found later. */
function withRowsTogether(element: FlowElement): FlowElement {
  const { settings, refine } = element
  return {
    ...element,
    settings: settings.map(withRowsKept),
    refine: refine && ((room) => refine(room).map(withRowsKept)),
  }
}

/** Pictures with words beside or above them in one element. */
function isStretch({ block, settings }: FlowElement): boolean {
  return block?.kind === 'figure' && settings[0]?.strips.some(({ textLines = 0 }) => textLines > 0) === true
}

function isBetween(element: FlowElement): boolean {
  const { block, floatCost, settings } = element
  if (isStretch(element)) return false
  return (
    block?.kind === 'figure' || floatCost !== null || isBlankElement(element) || isTableAir(block, settings)
  )
}

/** The line of air at a table's edge, inside a frame too. */
function isTableAir(block: FlowElement['block'], [natural]: readonly Setting[]): boolean {
  return block?.kind === 'table' && natural?.strips.length === 1 && natural.strips[0]?.marks.length === 0
}

/** Rows of pictures one below the other, of which no column begins with a part, nor parts them from words above them. */
function withRowsKept(setting: Setting): Setting {
  const last = setting.strips.length - 1
  const words = setting.strips.findLastIndex(({ textLines = 0 }) => textLines > 0)
  const strips = setting.strips.map((strip, at) =>
    at < last && at >= words ? { ...strip, breakAfter: Math.max(strip.breakAfter, BREAK.keep) } : strip,
  )
  return { ...setting, strips }
}
