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
