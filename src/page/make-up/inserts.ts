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
    let earlier = 0
    while (
      earlier < BOUNDS.earlier &&
      one.element - earlier - 1 > from &&
      mayStandBelow(flow[one.element - earlier - 2], one)
    )
      earlier += 1
    return { ...one, later, earlier }
  })
}

/** Whether a picture may stand right below an element: text of its own article. */
function mayStandBelow(above: FlowElement | undefined, { group }: Insert): boolean {
  return above?.group === group && above.block?.kind !== 'heading'
}
