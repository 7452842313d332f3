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

/**
 * Of the places that show one line of the source, the one that is looked at: of the largest, which come after a contents
 * line's, that which has what is so far into the line, as a part of it.
 */
export function mainBox(boxes: readonly PageBox[], part = 0): PageBox | null {
  const tallest = Math.max(...boxes.map(({ height }) => height))
  const lines = boxes.filter(({ height }) => height > tallest * 0.99)
  let left = part * lines.reduce((sum, { width }) => sum + width, 0)
  for (const line of lines) {
    if (left <= line.width) return line
    left -= line.width
  }
  return lines.at(-1) ?? null
}
