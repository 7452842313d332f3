import { BOUNDS } from '../search/effort.ts'
import type { FlowElement } from '../search/elements.ts'
import type { Insert } from '../search/zone.ts'

/** How far each insert may move: its article goes on before the next insert, and its text is begun above it. */
export function withLater(places: readonly Insert[], flow: readonly FlowElement[]): Insert[] {
  return places.map((one, index) => {
    // Those met at one place may move down together.
    const end = places.slice(index + 1).find(({ element }) => element > one.element)?.element ?? flow.length
    const from = places[index - 1]?.element ?? 0
    // A marked picture only makes way for what may not be parted from the text above it, such as a credit.
    const mayFollow = (at: number) =>
      flow[at]?.group === one.group && (!one.placed || flow[at]?.keepsPrevious === true)
    let later = 0
    while (one.element + later < end && mayFollow(one.element + later)) later += 1
    return { ...one, later, earlier: earliest(one, from, flow) }
  })
}

/**
 * Elements above which a picture may stand at most: below text of its own article, and not right below a heading in
 * it, which the search keeps to its text.
 */
function earliest(one: Insert, from: number, flow: readonly FlowElement[]): number {
  let earlier = 0
  for (let step = 1; step <= BOUNDS.earlier && one.element - step > from; step += 1) {
    const above = flow[one.element - step - 1]
    if (above?.group !== one.group) break
    if (above.block?.kind !== 'heading') earlier = step
  }
  return earlier
}
