import type { Breaking, BreakOptions, RoomOfLine } from './breaking.ts'
import { RELUCTANT } from './breaks.ts'
import { HAN } from './clreq/kinds.ts'
import { mayCutBetween } from './clreq/pairs.ts'
import { LINE_COST } from './costs.ts'
import { HYPHENATED } from './hyphens.ts'
import { FULL_STRETCH, hasForcedBreak, type Items, SHRINK, SUMS, visibleEnd, WIDTH } from './items.ts'
import { LineNodes, NONE, ROOT } from './line-nodes.ts'
import { affordableTracking, contrastPrice, fitness, LinePricer, LOOSE_EM } from './line-price.ts'
import { runtsFrom } from './runts.ts'
import { FORBIDDEN, MANDATORY } from './uax14/break-opportunities.ts'

/** How far a search goes. */
export interface LineLimits {
  /** Most tracking of a line, in em. */
  readonly tolerance: number
  /** Numbers of lines whose best settings are each wanted; null for the best of all. */
  readonly counts: readonly number[] | null
  /** Nothing comes after this search: it must give an answer. */
  readonly last: boolean
  /**
   * What all lines together are first allowed to cost beyond {@link LINE_COST.line} each. Only when no setting is so
   * cheap is all looked at; the answer is the same.
   */
  readonly budget: number
}

/** Nodes that no search is using: touching fresh memory costs more than clearing what was used before. */
let idle: LineNodes | null = null

/** More nodes than this are not kept: they were for a text of many thousand characters. */
const MOST_KEPT = 65_536

/** Nodes for one search alone: while it runs its room may set other texts. */
function takeNodes(): LineNodes {
  const taken = idle ?? new LineNodes()
  idle = null
  return taken
}

function giveBack(nodes: LineNodes): void {
  if (nodes.total.length <= MOST_KEPT) idle = nodes
}

/**
 * One search through a paragraph: from every place that lines reach, in order, to every place where the line
 * that begins there may end.
 */
export class LineSearch {
  readonly #items: Items
  readonly #room: RoomOfLine
  readonly #limits: LineLimits
  readonly #uniformFrom: number
  readonly #justified: boolean
  readonly #em: number
  readonly #pricer: LinePricer
  readonly #nodes = takeNodes()
  readonly #runtsFrom: number
  /** Tracking counted into `fullest`, in pt for each place; 0 where it does not tell. */
  #tolerated = 0
  /** Widths tell how many lines the rest makes: every line but the last is full, and of one measure. */
  readonly #countsByWidth: boolean
  /** Of the whole text: see `mayBeWanted`. */
  #fullestAll = 0
  #tightestAll = 0
  /** Of the first line, and of every other where all have one. */
  readonly #firstRoom: number
  readonly #otherRoom: number
  #budget = 0
  /** Whether something was beyond the budget. */
  #refused = false
  /** The last place reached by any line. */
  #furthest = 0
  /** First place that is not before any line's fullest extent. */
  #near = 1
  /** Where a line must end at the latest. */
  #forced = 0
  /** The last end that was too far away. */
  #beyond = 0

  constructor(items: Items, room: RoomOfLine, options: BreakOptions, limits: LineLimits) {
    this.#items = items
    this.#room = room
    this.#limits = limits
    this.#uniformFrom = options.uniformFrom
    this.#justified = options.justified
    this.#em = options.em
    this.#firstRoom = room(0)
    this.#otherRoom = room(1)
    this.#pricer = new LinePricer(items, options.em)
    this.#runtsFrom = runtsFrom(items)
    this.#countsByWidth = limits.counts !== null && options.uniformFrom <= 1 && !hasForcedBreak(items)
  }

  /** The best way to the end; one for every line count when they are kept apart; none when nothing fits. Once only. */
  run(): Breaking[] {
    const found = this.#found()
    giveBack(this.#nodes)
    return found
  }

  #found(): Breaking[] {
    for (let budget = this.#limits.budget; ; ) {
      const found = this.#within(budget)
      const [best] = found
      if (budget === Number.POSITIVE_INFINITY || (best === undefined && !this.#refused)) return found
      // A cheaper setting than the best would have fewer lines, and may cost this beyond them.
      const most =
        best === undefined ? this.#wider(budget) : best.demerits - LINE_COST.line * this.#fewestLines()
      if (most <= budget) return found
      budget = most
    }
  }

  #wider(budget: number): number {
    return budget < this.#limits.budget * 4 ? budget * 4 : Number.POSITIVE_INFINITY
  }

  /** The text has at least so many lines: no line holds more than its room, and a mark or gap dropped at its end. */
  #fewestLines(): number {
    return Math.ceil(
      this.#tightest(this.#items.count) / (Math.max(this.#firstRoom, this.#otherRoom) + this.#em),
    )
  }

  /** The search without any line that would take the costs beyond `budget`. */
  #within(budget: number): Breaking[] {
    const { count } = this.#items
    this.#budget = budget
    const { tolerance } = this.#limits
    const affordable = affordableTracking(budget, tolerance)
    this.#tolerated = tolerance < LOOSE_EM ? affordable * this.#em : 0
    this.#refused = affordable < tolerance
    if (this.#countsByWidth) {
      this.#fullestAll = this.#fullest(count)
      this.#tightestAll = this.#tightest(count)
    }
    this.#furthest = 0
    this.#near = 1
    this.#forced = 0
    if (!this.#mayBeWanted(0, 0)) return []
    this.#nodes.clear(count)
    const { first } = this.#nodes
    for (let at = 0; at < count; at += 1) {
      if (first[at] === NONE) continue
      this.#linesFrom(at)
      if (this.#furthest > at) continue
      if (!this.#limits.last) return []
      this.#cut(at)
    }
    return this.#answers()
  }

  /** Ends lines that begin at a place; at one measure all its nodes are looked at together. */
  #linesFrom(at: number): void {
    if (this.#forced <= at) this.#forced = this.#forcedEnd(at)
    const { first, next, key } = this.#nodes
    let from = first[at] as number
    while (from !== NONE) {
      let to = NONE
      if (this.#uniformFrom > 1) {
        to = next[from] as number
        while (to !== NONE && key[to] === key[from]) to = next[to] as number
      }
      this.#linesOf(at, from, to)
      from = to
    }
  }

  #forcedEnd(at: number): number {
    const index = this.#items.breaks.indexOf(MANDATORY, at)
    return index < 0 || index >= this.#items.count ? this.#items.count : index + 1
  }

  /** Ends lines that begin with the nodes from … to (not included) of a place. */
  #linesOf(at: number, from: number, to: number): void {
    const pricer = this.#pricer
    const forced = this.#forced
    const items = this.#items
    const justified = this.#justified
    const { breaks, kinds, even, sums, left, body } = items
    const { tolerance } = this.#limits
    const room = this.#roomOf(this.#nodes.line[from] as number)
    const isPlain = items.hangs === null && !items.hyphens
    const start = (sums[at * SUMS + WIDTH] as number) + (left[at] as number)
    for (let end = this.#nearestEnd(at, room); end < forced; end += 1) {
      const kind = breaks[end - 1] as number
      if (kind === FORBIDDEN) continue
      const seen = kinds[end - 1] === HAN ? end : visibleEnd(items, at, end)
      let price: number
      if (justified) {
        const last = seen - 1
        // What `naturalWidth` says, written out for most texts: nothing is asked more often.
        let width: number
        if (!isPlain) width = pricer.naturalWidth(at, seen)
        else if (kinds[last] === HAN && even > 0) width = (sums[last * SUMS + WIDTH] as number) + even - start
        else
          width =
            (sums[last * SUMS + WIDTH] as number) + (left[last] as number) + (body[last] as number) - start
        price = pricer.filled(at, last, room - width)
        if (pricer.trackingEm > tolerance) continue
      } else {
        price = pricer.natural(at, seen, room)
        price *= price
      }
      if (pricer.tooLong) {
        this.#beyond = end
        return
      }
      this.#extend(from, to, end, price + LINE_COST.line + priceOfBreak(kind))
    }
    const price = this.#priceOfLast(at, forced, room)
    if (pricer.tooLong) this.#beyond = forced
    if (price < Number.POSITIVE_INFINITY) this.#extend(from, to, forced, price)
  }

  /** The first end that a line from a place can fill at the most tracking; the places before it need no look. */
  #nearestEnd(at: number, room: number): number {
    if (!this.#justified) return at + 1
    const forced = this.#forced
    const em = this.#em
    const tolerated = this.#tolerated
    const { sums, places } = this.#items
    const least = tolerated > 0 ? room : room / (1 + 2 * this.#limits.tolerance)
    const full =
      (sums[at * SUMS + FULL_STRETCH] as number) + (places[at] as number) * tolerated + least - 0.01
    let end = this.#uniformFrom <= 1 && this.#near > at ? this.#near : at + 1
    let far = false
    while (end < forced) {
      const missing =
        full - ((sums[end * SUMS + FULL_STRETCH] as number) + (places[end] as number) * tolerated)
      if (missing <= 0) break
      if (missing >= 2 * em) {
        end = Math.min(forced, end + Math.floor(missing / em))
        far = true
      } else end += 1
    }
    // Where clusters are wider than an em the steps went too far.
    if (far) while (end > at + 1 && this.#fullest(end - 1) >= full) end -= 1
    this.#near = end
    return end
  }

  /**
   * Whether after some lines, the last of which ends at a place, the rest can make up a wanted number of lines:
   * by widths alone, counting in what each line's end may drop. No promise that it can.
   */
  #mayBeWanted(at: number, line: number): boolean {
    const { counts } = this.#limits
    if (counts === null || !this.#countsByWidth) return true
    const widest = this.#fullestAll - this.#fullest(at) + this.#em
    const narrowest = this.#tightestAll - this.#tightest(at)
    const room = this.#otherRoom
    const first = line === 0 ? this.#firstRoom - room : 0
    for (let index = 0; index < counts.length; index += 1) {
      const left = (counts[index] as number) - line
      if (first + (left - 1) * room <= widest && narrowest <= first + left * (room + this.#em)) return true
    }
    return false
  }

  #roomOf(line: number): number {
    if (line === 0) return this.#firstRoom
    return this.#uniformFrom <= 1 ? this.#otherRoom : this.#room(line)
  }

  #tightest(at: number): number {
    const { sums, roomAt, rooms } = this.#items
    return (sums[at * SUMS + WIDTH] as number) - (rooms[(roomAt[at] as number) + SHRINK] as number)
  }

  /** Width up to a place with every gap at its cap, and with the tracking tolerated. */
  #fullest(at: number): number {
    const { sums, places } = this.#items
    return (sums[at * SUMS + FULL_STRETCH] as number) + (places[at] as number) * this.#tolerated
  }

  #priceOfLast(from: number, end: number, room: number): number {
    const pricer = this.#pricer
    const seen = visibleEnd(this.#items, from, end)
    let price = pricer.natural(from, seen, room) < Number.POSITIVE_INFINITY ? 0 : Number.POSITIVE_INFINITY
    if (pricer.tooLong && this.#justified) {
      price = pricer.justified(from, seen, room) + LINE_COST.squeezedLast
      if (pricer.trackingEm > 0) price = Number.POSITIVE_INFINITY
    }
    const runt = end === this.#items.count && from > 0 && from >= this.#runtsFrom
    if (!runt) return price + LINE_COST.line
    return this.#limits.last ? price + LINE_COST.runt : Number.POSITIVE_INFINITY
  }

  /** Makes nodes at `end` out of the best of the nodes first … to (not included), one for each key. */
  #extend(first: number, to: number, end: number, price: number): void {
    const { next, key, total, tracking } = this.#nodes
    const { trackingEm } = this.#pricer
    let best = NONE
    let least = Number.POSITIVE_INFINITY
    for (let node = first; node !== to; node = next[node] as number) {
      if (best !== NONE && key[node] !== key[best]) {
        this.#offer(best, end, least)
        least = Number.POSITIVE_INFINITY
      }
      let sum = (total[node] as number) + price
      if (sum >= least) continue
      if (this.#justified && node !== ROOT) sum += contrastPrice(tracking[node] as number, trackingEm)
      if (sum >= least) continue
      least = sum
      best = node
    }
    if (best !== NONE) this.#offer(best, end, least)
  }

  /** Keeps the best node of each fitness class and key at a break. */
  #offer(before: number, end: number, total: number): void {
    const nodes = this.#nodes
    const line = (nodes.line[before] as number) + 1
    if (total - LINE_COST.line * line > this.#budget) {
      this.#refused = true
      return
    }
    if (!this.#mayBeWanted(end, line)) return
    const { trackingEm } = this.#pricer
    const fit = fitness(trackingEm)
    const key = this.#keyOf(line)
    let after = NONE
    for (let node = nodes.first[end] as number; node !== NONE; node = nodes.next[node] as number) {
      if (nodes.key[node] === key) {
        if (nodes.fit[node] === fit) {
          if (total >= (nodes.total[node] as number)) return
          nodes.set(node, before, total)
          nodes.tracking[node] = trackingEm
          return
        }
        after = node
      } else if (after === NONE || nodes.key[after] !== key) after = node
    }
    const made = nodes.add(end, before, total)
    nodes.key[made] = key
    nodes.fit[made] = fit
    nodes.tracking[made] = trackingEm
    if (after === NONE) nodes.first[end] = made
    else {
      nodes.next[made] = nodes.next[after] as number
      nodes.next[after] = made
    }
    if (end > this.#furthest) this.#furthest = end
  }

  /** Line numbers matter where the room still changes, or where counts are asked for. */
  #keyOf(line: number): number {
    return this.#limits.counts !== null || line < this.#uniformFrom ? line : this.#uniformFrom
  }

  /** Cuts what has no break and is longer than the line that begins at a place, at the last cluster that fits. */
  #cut(at: number): void {
    const nodes = this.#nodes
    const { kinds } = this.#items
    const node = nodes.first[at] as number
    const room = this.#roomOf(nodes.line[node] as number)
    let place = at + 1
    for (
      let next = place + 1;
      next < this.#beyond && this.#pricer.naturalWidth(at, next) <= room;
      next += 1
    ) {
      if (mayCutBetween(kinds[next - 1] as number, kinds[next] as number)) place = next
    }
    this.#furthest = place
    const made = nodes.add(place, node, (nodes.total[node] as number) + LINE_COST.cut)
    nodes.key[made] = this.#keyOf(nodes.line[made] as number)
    nodes.cut[made] = 1
    nodes.first[place] = made
  }

  #answers(): Breaking[] {
    const nodes = this.#nodes
    const { first, next, key, total } = nodes
    const best: Breaking[] = []
    let least = NONE
    for (let node = first[this.#items.count] as number; node !== NONE; node = next[node] as number) {
      if (least !== NONE && this.#limits.counts !== null && key[node] !== key[least]) {
        best.push(nodes.breakingTo(least))
        least = NONE
      }
      if (least === NONE || (total[node] as number) < (total[least] as number)) least = node
    }
    if (least !== NONE) best.push(nodes.breakingTo(least))
    return best
  }
}

function priceOfBreak(kind: number): number {
  if (kind === RELUCTANT) return LINE_COST.reluctant
  return kind === HYPHENATED ? LINE_COST.hyphen : 0
}
