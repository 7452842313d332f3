import { BREAK } from '../search/costs.ts'
import { type FlowElement, isBlankElement, type Setting } from '../search/elements.ts'

/**
 * Pictures and air between an article's last words, or its last table, and its credit: none of them begins a column
 * without the one before, so that no credit stands alone.
 */
export function withCreditsKept(flow: readonly FlowElement[]): FlowElement[] {
  return flow.map((element, index) => {
    if (!isBetween(element) || element.keepsPrevious) return element
    const after = flow.slice(index + 1).find((one) => !isBetween(one))
    const kept = after?.keepsPrevious && after.block?.kind === 'paragraph' && after.group === element.group
    return kept ? { ...element, keepsPrevious: true, settings: element.settings.map(withRowsKept) } : element
  })
}

function isBetween(element: FlowElement): boolean {
  const { block, floatCost, settings } = element
  return (
    block?.kind === 'figure' || floatCost !== null || isBlankElement(element) || isTableAir(block, settings)
  )
}

/** The line of air at a table's edge, inside a frame too. */
function isTableAir(block: FlowElement['block'], [natural]: readonly Setting[]): boolean {
  return block?.kind === 'table' && natural?.strips.length === 1 && natural.strips[0]?.marks.length === 0
}

/** Rows of pictures one below the other, of which no column begins with a part; text beside pictures as it is. */
function withRowsKept(setting: Setting): Setting {
  if (setting.strips.some(({ textLines = 0 }) => textLines > 0)) return setting
  const last = setting.strips.length - 1
  const strips = setting.strips.map((strip, at) => (at < last ? { ...strip, breakAfter: BREAK.keep } : strip))
  return { ...setting, strips }
}
