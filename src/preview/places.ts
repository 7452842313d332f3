import type { DisplayList } from '../display/display-list.ts'
import { boxesAt, type PageBox } from '../display/source-map.ts'

/** Where the pages show what begins in a stretch of a text, the first of it. */
export function nearestBoxes(
  list: DisplayList,
  file: string,
  [from, to]: readonly [number, number],
): readonly PageBox[] {
  const starts = list.pages.flatMap(({ items }) =>
    items.flatMap(({ span }) =>
      span?.file === file && span.from < to && span.to > from ? [Math.max(from, span.from)] : [],
    ),
  )
  return starts.length === 0 ? [] : boxesAt(list, file, Math.min(...starts))
}
