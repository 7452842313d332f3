import { PICTURE } from './costs.ts'
import { BOUNDS } from './effort.ts'
import type { FlowElement } from './elements.ts'

/**
 * The next picture of the article that could stand above where it would be met: never above the article's headline or
 * first paragraph, nor above another picture. `inside` where the element at `from` is begun. -1 when there is none.
 */
export function nextPicture(
  flow: readonly FlowElement[],
  from: number,
  inside: boolean,
  early: readonly number[],
): number {
  const above = flow[inside ? from : from - 1]
  if (!above || above.block?.kind === 'heading') return -1
  const end = Math.min(flow.length, from + BOUNDS.early + 1)
  for (let index = inside ? from + 1 : from; index < end; index += 1) {
    const element = flow[index] as FlowElement
    if (element.group !== above.group || element.startsColumn) return -1
    if (element.floatCost !== null && !early.includes(index)) return index
    if (element.block?.kind === 'figure' && element.floatCost === null) return -1
  }
  return -1
}

/** What a picture costs that stands at an end or head by element `from` instead of where it would be met. */
export function earlyCost(flow: readonly FlowElement[], from: number, picture: number): number {
  const marked = (flow[picture]?.floatCost ?? 0) > 0 ? PICTURE.earlyMarked : 0
  return PICTURE.early + marked + PICTURE.earlyEach * (picture - from)
}

/** Lines of the next picture that may go up to the element at `from`, or into it. */
export function nextRows(flow: readonly FlowElement[], from: number, early: readonly number[]): number {
  const next = nextPicture(flow, from, true, early)
  return next < 0 ? 0 : (flow[next]?.settings[0]?.rows ?? 0)
}
