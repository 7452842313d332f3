import { type Items, withSums } from '../../text/items.ts'
import { type ClusterRun, runIndex, type ShapedText } from '../../text/shaped-text.ts'

/** The clusters `from` … `to`-1 of a text as a text of its own. */
export function partOf(text: ShapedText, from: number, to: number): ShapedText {
  return chosenText(
    text,
    Array.from({ length: to - from }, (_, index) => from + index),
  )
}

/** The text with some of its clusters in this order, some of them more than once; it ends where they end. */
export function chosenText(text: ShapedText, order: readonly number[]): ShapedText {
  const { items, clusters } = text
  return {
    ...text,
    clusters: order.map((index) => clusters[index] as (typeof clusters)[number]),
    runs: chosenRuns(text, order),
    items: chosenItems(items, order),
    wantedBreaks: [],
  }
}

function chosenRuns(text: ShapedText, order: readonly number[]): ClusterRun[] {
  const runs: ClusterRun[] = []
  let last = -1
  order.forEach((cluster, index) => {
    const at = runIndex(text, cluster)
    if (at === last) runs.pop()
    last = at
    runs.push({ to: index + 1, run: (text.runs[at] as ClusterRun).run })
  })
  return runs
}

function chosenItems(items: Items, order: readonly number[]): Items {
  const bytes = (from: Uint8Array) => Uint8Array.from(order, (index) => from[index] as number)
  const numbers = (from: Float64Array) => Float64Array.from(order, (index) => from[index] as number)
  return withSums({
    count: order.length,
    even: items.even,
    kinds: bytes(items.kinds),
    left: numbers(items.left),
    body: numbers(items.body),
    right: numbers(items.right),
    gap: numbers(items.gap),
    gapRoom: bytes(items.gapRoom),
    track: bytes(items.track),
    breaks: endingBreaks(items, order),
    origin: numbers(items.origin),
    size: numbers(items.size),
    hangs: items.hangs && bytes(items.hangs),
  })
}

/** A text may end after its last cluster, whatever stood there before. */
function endingBreaks({ breaks, count }: Items, order: readonly number[]): Uint8Array {
  const chosen = Uint8Array.from(order, (index) => breaks[index] as number)
  if (chosen.length > 0) chosen[chosen.length - 1] = breaks[count - 1] as number
  return chosen
}
