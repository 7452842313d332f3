import { GAP_STRETCH, type Items, PLACES, SHRINK, SUMS, visibleEnd, WIDTH, WORD_STRETCH } from './items.ts'
import { LinePricer } from './line-price.ts'
import { LINE_PRICE, type Limits, LineSearch } from './line-search.ts'
import { MANDATORY } from './uax14/break-opportunities.ts'

/** Room for the text of each line, in pt: the measure without indents. */
export type RoomOfLine = (line: number) => number

export interface BreakOptions {
  /** Em of the paragraph, in pt. */
  readonly em: number
  /** Whether the room is the same for every line but the first; lets the search forget line numbers. */
  readonly uniformFrom: number
  readonly justified: boolean
}

/** The lines of a paragraph as cluster indexes: line `k` is `ends[k-1] … ends[k]-1`. */
export interface Breaking {
  readonly ends: readonly number[]
  readonly demerits: number
  /** Lines at whose end something unbreakable had to be cut because it is longer than the line. */
  readonly cuts: readonly number[]
}

const ALL = Number.POSITIVE_INFINITY

/**
 * The search is tried with little tolerance first: most paragraphs need no more, and it looks at fewer lines. When
 * no setting has 0.05 em everywhere, any other has a line that costs 100 and more.
 */
const LIMITS: readonly Limits[] = [
  { tolerance: 0.05, byLine: false, last: false, budget: 60 },
  { tolerance: 0.1, byLine: false, last: false, budget: 400 },
  { tolerance: 0.25, byLine: false, last: false, budget: ALL },
]
const BY_COUNT: Limits = { tolerance: 0.1, byLine: true, last: false, budget: ALL }
const ANY: Limits = { tolerance: ALL, byLine: false, last: true, budget: ALL }

/**
 * The best breaks of a whole paragraph (Knuth and Plass, "Breaking Paragraphs into Lines", 1981): dynamic
 * programming over the legal breaks, with the prices of Chinese adjustment inside the search, neighbouring
 * lines compared by tracking, and no line of fewer than two characters at the end (孤字, R64). When nothing
 * fits, the least bad breaks: any tracking, a runt, at worst a cut inside what has no break.
 */
export function breakLines(items: Items, room: RoomOfLine, options: BreakOptions): Breaking {
  if (isOneLine(items, room, options)) return { ends: [items.count], demerits: LINE_PRICE, cuts: [] }
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

function hasForcedBreak({ breaks, count }: Items): boolean {
  const at = breaks.indexOf(MANDATORY)
  return at >= 0 && at < count - 1
}

/**
 * Whether a justified text may at all be set in so many lines with tracking up to 0.1 em: by its widths together,
 * each line's room filled and what the end of a line may drop counted in. No promise that it can.
 */
export function mayFillLines(items: Items, room: RoomOfLine, { em }: BreakOptions, lines: number): boolean {
  if (lines < 1) return false
  if (hasForcedBreak(items)) return true
  const row = items.count * SUMS
  const sum = (column: number) => items.sums[row + column] as number
  let full = 0
  for (let line = 0; line < lines - 1; line += 1) full += room(line)
  const widest = sum(WIDTH) + sum(WORD_STRETCH) + sum(GAP_STRETCH) + sum(PLACES) * BY_COUNT.tolerance * em
  return full <= widest + em && sum(WIDTH) - sum(SHRINK) <= full + room(lines - 1) + lines * em
}

/** The best breaks for every number of lines that can be had with tracking up to 0.1 em. */
export function breakLinesByCount(
  items: Items,
  room: RoomOfLine,
  options: BreakOptions,
): readonly Breaking[] {
  return new LineSearch(items, room, options, BY_COUNT).run()
}
