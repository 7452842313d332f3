import { RELUCTANT } from './breaks.ts'
import { isPunctuation, MARK, SPACE, WIDE_SPACE } from './clreq/kinds.ts'
import { mayCutBetween } from './clreq/pairs.ts'
import { GAP_STRETCH, type Items, SUMS, visibleEnd, WIDTH, WORD_STRETCH } from './items.ts'
import { contrastPrice, fitness, LinePricer } from './line-price.ts'
import { FORBIDDEN, MANDATORY } from './uax14/break-opportunities.ts'

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

/** Prices beside those of lines: see `line-price.ts` for the unit. */
const LINE_PRICE = 4
const RELUCTANT_PRICE = 150
const SQUEEZED_LAST_PRICE = 600
const RUNT_PRICE = 1e8
const CUT_PRICE = 1e10

/** The search is tried with little tolerance first: most paragraphs need no more, and it looks at fewer lines. */
const TOLERANCES_EM: readonly number[] = [0.05, 0.1, 0.25]

/**
 * The best breaks of a whole paragraph (Knuth and Plass, "Breaking Paragraphs into Lines", 1981): dynamic
 * programming over the legal breaks, with the prices of Chinese adjustment inside the search, neighbouring
 * lines compared by tracking, and no line of fewer than two characters at the end (孤字, R64).
 */
export function breakLines(items: Items, room: RoomOfLine, options: BreakOptions): Breaking {
  for (const tolerance of TOLERANCES_EM) {
    const search = new Search(items, room, options, { tolerance, byLine: false, last: false })
    const [best] = search.run()
    if (best !== undefined) return best
  }
  return anyBreaking(items, room, options)
}

/** The best breaks for every number of lines that can be had with tracking up to 0.1 em. */
export function breakLinesByCount(
  items: Items,
  room: RoomOfLine,
  options: BreakOptions,
): readonly Breaking[] {
  return new Search(items, room, options, { tolerance: 0.1, byLine: true, last: false }).run()
}

/** The least bad breaks when nothing fits: any tracking, a runt, at worst a cut inside what has no break. */
function anyBreaking(items: Items, room: RoomOfLine, options: BreakOptions): Breaking {
  const limits = { tolerance: Number.POSITIVE_INFINITY, byLine: false, last: true }
  return new Search(items, room, options, limits).run()[0] as Breaking
}

interface Limits {
  readonly tolerance: number
  /** Keep settings of different line counts apart. */
  readonly byLine: boolean
  /** Nothing comes after this search: it must give an answer. */
  readonly last: boolean
}

/** A way to have set the text up to a break (Knuth–Plass's active node). */
interface Node {
  readonly at: number
  readonly line: number
  readonly fit: number
  readonly total: number
  readonly trackingEm: number
  readonly before: Node | null
  readonly cut: boolean
  /** A line from here is long enough to be worth a price when `reach` of its end is this or more. */
  readonly ready: number
  /** Too long already: no line begins here any more. */
  spent: boolean
}

class Search {
  private readonly items: Items
  private readonly room: RoomOfLine
  private readonly options: BreakOptions
  private readonly limits: Limits
  private readonly pricer: LinePricer
  private readonly runtsFrom: number
  /** Nodes in the order of their places; those before `head` are spent. */
  private active: Node[] = []
  private head = 0
  private found: Node[] = []

  constructor(items: Items, room: RoomOfLine, options: BreakOptions, limits: Limits) {
    this.items = items
    this.room = room
    this.options = options
    this.limits = limits
    this.pricer = new LinePricer(items, options.em)
    this.runtsFrom = runtsFrom(items)
  }

  /** The best way to the end; one for every line count when they are kept apart; none when nothing fits. */
  run(): Breaking[] {
    const { count, breaks } = this.items
    this.active = [this.node(null, 0, 0, 0, 0)]
    for (let end = 1; end <= count; end += 1) {
      const kind = end === count ? MANDATORY : (breaks[end - 1] as number)
      if (kind === FORBIDDEN) continue
      let stuck = this.tryBreak(end, kind)
      while (stuck !== null && this.limits.last) {
        // A single character wider than its line ends it: no line begins before `end` any more.
        stuck = this.cut(stuck, end) >= end ? null : this.tryBreak(end, kind)
      }
      if (stuck !== null || this.head === this.active.length) return []
    }
    return this.answers()
  }

  /** Ends lines here; gives the place where the text is stuck when every line to here is too long. */
  private tryBreak(end: number, kind: number): Node | null {
    const forced = kind === MANDATORY
    const reach = forced ? Number.POSITIVE_INFINITY : this.reach(end)
    const { active } = this
    let dropped: Node | null = null
    this.found = []
    for (let i = this.head; i < active.length; ) {
      const first = active[i] as Node
      let next = i + 1
      while (next < active.length && sameStart(active[next] as Node, first)) next += 1
      // At one measure those after it are later in the text, hence too short as well.
      if (first.ready > reach && this.options.uniformFrom <= 1) break
      if (!first.spent && first.ready <= reach) {
        const price = this.priceOf(first, end, forced)
        if (this.pricer.tooLong) {
          dropped = first
          for (let k = i; k < next; k += 1) (active[k] as Node).spent = true
        }
        if (price < Number.POSITIVE_INFINITY) {
          this.extend(i, next, end, price + (kind === RELUCTANT ? RELUCTANT_PRICE : 0))
        }
      }
      i = next
    }
    this.advance(forced)
    return this.head === active.length ? dropped : null
  }

  /** Takes the new nodes in and leaves those behind that begin no line any more. */
  private advance(forced: boolean): void {
    const { active } = this
    if (forced) this.head = active.length
    while (this.head < active.length && (active[this.head] as Node).spent) this.head += 1
    for (const node of this.found) active.push(node)
  }

  /** Width up to a cluster with every gap at its cap. */
  private reach(at: number): number {
    const { sums } = this.items
    const row = at * SUMS
    return (
      (sums[row + WIDTH] as number) +
      (sums[row + WORD_STRETCH] as number) +
      (sums[row + GAP_STRETCH] as number)
    )
  }

  /** From which reach on a line beginning at a place may be full; no more than two places for tracking to an em. */
  private readyAt(at: number, line: number): number {
    if (!this.options.justified) return 0
    return this.reach(at) + this.room(line) / (1 + 2 * this.limits.tolerance)
  }

  /** Price of the line from a node to a break; `Infinity` when it may not be. */
  private priceOf(node: Node, end: number, forced: boolean): number {
    const { items, pricer, limits } = this
    const seen = visibleEnd(items, node.at, end)
    const room = this.room(node.line)
    if (forced) return this.priceOfLast(node.at, seen, room, end)
    if (!this.options.justified) return this.priceOfRagged(node.at, seen, room)
    const price = pricer.justified(node.at, seen, room)
    return pricer.trackingEm > limits.tolerance ? Number.POSITIVE_INFINITY : price + LINE_PRICE
  }

  private priceOfLast(from: number, seen: number, room: number, end: number): number {
    const { pricer } = this
    let price = pricer.natural(from, seen, room) < Number.POSITIVE_INFINITY ? 0 : Number.POSITIVE_INFINITY
    if (pricer.tooLong && this.options.justified) {
      price = pricer.justified(from, seen, room) + SQUEEZED_LAST_PRICE
      if (pricer.trackingEm > 0) price = Number.POSITIVE_INFINITY
    }
    const runt = end === this.items.count && from > 0 && from >= this.runtsFrom
    if (!runt) return price + LINE_PRICE
    return this.limits.last ? price + RUNT_PRICE : Number.POSITIVE_INFINITY
  }

  private priceOfRagged(from: number, seen: number, room: number): number {
    const short = this.pricer.natural(from, seen, room)
    return short * short + LINE_PRICE
  }

  /** Makes a node at `end` out of the best of the nodes first … next-1, that begin the same line. */
  private extend(first: number, next: number, end: number, price: number): void {
    const { trackingEm } = this.pricer
    const fit = fitness(trackingEm)
    let best: Node | null = null
    let least = Number.POSITIVE_INFINITY
    for (let k = first; k < next; k += 1) {
      const node = this.active[k] as Node
      const contrast = node.before === null ? 0 : contrastPrice(node.trackingEm, trackingEm)
      const total = node.total + price + (this.options.justified ? contrast : 0)
      if (total < least) {
        least = total
        best = node
      }
    }
    if (best !== null) this.offer(best, end, fit, least)
  }

  /** Keeps the best node of each fitness class (and line, where lines are kept apart) at this break. */
  private offer(before: Node, end: number, fit: number, total: number): void {
    const line = before.line + 1
    const { found } = this
    for (let i = 0; i < found.length; i += 1) {
      const other = found[i] as Node
      if (other.fit !== fit || (this.keepsLine(line, other.line) && other.line !== line)) continue
      if (total < other.total) found[i] = this.node(before, end, fit, total, this.pricer.trackingEm)
      return
    }
    found.push(this.node(before, end, fit, total, this.pricer.trackingEm))
  }

  /** Lines are kept apart by number where the room still changes, or where counts are asked for. */
  private keepsLine(line: number, other: number): boolean {
    return this.limits.byLine || Math.min(line, other) < this.options.uniformFrom
  }

  private node(before: Node | null, at: number, fit: number, total: number, trackingEm: number): Node {
    const line = before === null ? 0 : before.line + 1
    const ready = this.readyAt(at, line)
    return { at, line, fit, total, trackingEm, before, cut: false, ready, spent: false }
  }

  /** Cuts what has no break and is longer than the line, at the last cluster that fits; gives the place. */
  private cut(node: Node, end: number): number {
    const room = this.room(node.line)
    const { kinds } = this.items
    let at = node.at + 1
    for (let next = at + 1; next < end && this.pricer.naturalWidth(node.at, next) <= room; next += 1) {
      if (mayCutBetween(kinds[next - 1] as number, kinds[next] as number)) at = next
    }
    this.active.push({ ...this.node(node, at, 0, node.total + CUT_PRICE, 0), cut: true })
    return at
  }

  private answers(): Breaking[] {
    const best = new Map<number, Node>()
    for (const node of this.active.slice(this.head)) {
      const key = this.limits.byLine ? node.line : 0
      const other = best.get(key)
      if (other === undefined || node.total < other.total) best.set(key, node)
    }
    return [...best.values()].map(breakingOf)
  }
}

function sameStart(one: Node, other: Node): boolean {
  return one.at === other.at && one.line === other.line
}

function breakingOf(node: Node): Breaking {
  const ends: number[] = []
  const cuts: number[] = []
  for (let one: Node | null = node; one !== null && one.before !== null; one = one.before) {
    ends.push(one.at)
    if (one.cut) cuts.push(one.line - 1)
  }
  return { ends: ends.reverse(), demerits: node.total, cuts: cuts.reverse() }
}

/** A last line that begins here or later has fewer than two characters besides marks. */
function runtsFrom(items: Items): number {
  let seen = 0
  for (let i = items.count - 1; i >= 0; i -= 1) {
    if (countsForRunt(items.kinds[i] as number)) seen += 1
    if (seen === 2) return i + 1
  }
  return items.count
}

function countsForRunt(kind: number): boolean {
  return !isPunctuation(kind) && kind !== SPACE && kind !== WIDE_SPACE && kind !== MARK
}
