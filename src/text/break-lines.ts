import type { Breaking, BreakOptions, RoomOfLine } from './breaking.ts'
import { LINE_COST } from './costs.ts'
import { hasForcedBreak, type Items, visibleEnd } from './items.ts'
import { LinePricer } from './line-price.ts'
import { type LineLimits, LineSearch } from './line-search.ts'

const ALL = Number.POSITIVE_INFINITY

/**
 * The search is tried with little tolerance first: most paragraphs need no more, and it looks at fewer lines. When
 * no setting has 0.05 em everywhere, any other has a line that costs 100 and more.
 */
const LIMITS: readonly LineLimits[] = [
  { tolerance: 0.05, counts: null, last: false, budget: 24 },
  { tolerance: 0.1, counts: null, last: false, budget: 400 },
  { tolerance: 0.25, counts: null, last: false, budget: ALL },
]
const ANY: LineLimits = { tolerance: ALL, counts: null, last: true, budget: ALL }

/**
 * The best breaks of a whole paragraph (Knuth and Plass, "Breaking Paragraphs into Lines", 1981): dynamic
 * programming over the legal breaks, with the prices of Chinese adjustment inside the search, neighbouring
 * lines compared by tracking, and no line of fewer than two characters at the end (孤字, R64). When nothing
 * fits, the least bad breaks: any tracking, a runt, at worst a cut inside what has no break.
 */
export function breakLines(items: Items, room: RoomOfLine, options: BreakOptions): Breaking {
  if (isOneLine(items, room, options)) return { ends: [items.count], demerits: LINE_COST.line, cuts: [] }
  for (const limits of LIMITS) {
    const [best] = new LineSearch(items, room, options, limits).run()
    if (best !== undefined) return best
  }
  return new LineSearch(items, room, options, ANY).run()[0] as Breaking
}

/** Most texts of a page beside its body are: nothing is cheaper, and there is nothing to search. */
function isOneLine(items: Items, room: RoomOfLine, { em }: BreakOptions): boolean {
  const seen = visibleEnd(items, 0, items.count)
  const fits = new LinePricer(items, em).natural(0, seen, room(0)) < ALL
  return fits && !hasForcedBreak(items)
}

/** The best breaks for those of some numbers of lines that can be had with tracking up to 0.1 em. */
export function breakLinesByCount(
  items: Items,
  room: RoomOfLine,
  options: BreakOptions,
  counts: readonly number[],
): readonly Breaking[] {
  const limits: LineLimits = { tolerance: 0.1, counts, last: false, budget: ALL }
  const found = new LineSearch(items, room, options, limits).run()
  return found.filter((one) => counts.includes(one.ends.length))
}
