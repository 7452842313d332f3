import type { PageBox } from '../../display/source-map.ts'
import type { ScreenPage, ShownPage } from '../protocol.ts'

/** The pages with those that came in their places; what was not told of yet is null. */
export function withPages(
  before: readonly (ScreenPage | null)[],
  count: number,
  came: readonly ShownPage[],
): readonly (ScreenPage | null)[] {
  const same = came.length === 0 && count === before.length
  if (same) return before
  const pages = Array.from({ length: count }, (_, index) => before[index] ?? null)
  for (const { index, page } of came) pages[index] = page
  return pages
}

/** Of the places that show one line of the source, the one that is looked at: the largest, before a contents line's. */
export function mainBox(boxes: readonly PageBox[]): PageBox | null {
  const tallest = Math.max(...boxes.map(({ height }) => height))
  return boxes.find(({ height }) => height === tallest) ?? null
}
