import { packed, secondOf } from '../base/packed.ts'
import { PRICES, TORN_BEHIND, TORN_CLAUSE } from './clreq/titles/prices.ts'
import { type TitleBreaks, titleBreaks } from './clreq/titles/title-breaks.ts'
import { TITLE_COST } from './costs.ts'
import { wordsIn } from './dictionary/words-in.ts'
import { type Items, visibleEnd } from './items.ts'
import { LinePricer } from './line-price.ts'
import type { ShapedText } from './shaped-text.ts'
import { FORBIDDEN, MANDATORY } from './uax14/break-opportunities.ts'

/** A centred title line takes at most this part of its measure (R72); a line of the editor's own making all of it. */
const FULLEST = 0.8

/** What takes more lines than this is no title: its lines are broken like a paragraph's. */
const MOST_LINES = 12

/** A word of two characters, with a mark beside it, is narrower; in em. */
const SHORT_PIECE = 2.9

/**
 * The lines of a title as cluster indexes (the end of each): at word ends, balanced, the lower line slightly
 * shorter, 梯形 or 菱形, no particle, mark or word of two characters alone (GB/T 9704-2012 clause 7.3.1, R47, R72).
 * The editor's own breaks win. Null when its words do not fit the room, and for what is too long to be a title.
 */
export function breakHeadline(
  text: ShapedText,
  room: (line: number) => number,
  read: ReadTitle = breaksOf,
): readonly number[] | null {
  const pricer = new LinePricer(text.items, text.style.size)
  const ends: number[] = []
  let from = 0
  for (const to of partsOf(text)) {
    const part = new Part(text, pricer, from, to, read)
    const lines = part.lines((line) => room(ends.length + line))
    if (lines === null) return null
    ends.push(...lines)
    from = to
  }
  return ends
}

/** Ends of the parts that the editor's breaks and forced line ends make. */
function partsOf(text: ShapedText): number[] {
  const { items, wantedBreaks } = text
  const ends = new Set(wantedBreaks.filter((at) => at > 0 && at < items.count))
  for (let i = 0; i + 1 < items.count; i += 1) if (items.breaks[i] === MANDATORY) ends.add(i + 1)
  ends.add(items.count)
  return [...ends].sort((a, b) => a - b)
}

/** A title is set at several measures, and read once: those read last, by their text. */
const lastRead = new Map<string, TitleBreaks>()
const MOST_READ = 500

/** What its breaks cost. */
export type ReadTitle = (title: string) => TitleBreaks

function breaksOf(title: string): TitleBreaks {
  const known = lastRead.get(title)
  if (known !== undefined) return known
  const breaks = titleBreaks(title, wordsIn(title))
  if (lastRead.size >= MOST_READ) lastRead.clear()
  lastRead.set(title, breaks)
  return breaks
}

/** One part of a title and the places where it may turn. */
class Part {
  readonly #items: Items
  readonly #pricer: LinePricer
  readonly #em: number
  readonly #fullest: number
  readonly #from: number
  readonly #to: number
  #places: Place[] = []
  readonly #text: ShapedText
  readonly #read: ReadTitle

  constructor(text: ShapedText, pricer: LinePricer, from: number, to: number, read: ReadTitle) {
    this.#text = text
    this.#read = read
    this.#items = text.items
    this.#pricer = pricer
    this.#em = text.style.size
    const free = text.style.align !== 'centre' || text.wantedBreaks.length > 0
    this.#fullest = free ? 1 : (text.style.fullest ?? FULLEST)
    this.#from = from
    this.#to = to
  }

  lines(room: (line: number) => number): readonly number[] | null {
    const width = this.#width(this.#from, this.#to)
    const fullest = room(0) * this.#fullest
    if (width <= fullest + 0.01) return [this.#to]
    const least = Math.max(1, Math.ceil(width / room(0) - 1e-9))
    if (least > MOST_LINES) return null
    this.#findPlaces()
    let best: Choice | null = null
    for (let count = least; count <= least + 3; count += 1) {
      // No division into so many lines can be cheaper: every line has its price.
      if (best !== null && count * TITLE_COST.line >= best.price) break
      const choice = this.#choose(count, room, best?.price ?? Number.POSITIVE_INFINITY)
      if (choice !== null) best = choice
    }
    return best === null ? null : endsOf(best)
  }

  #at(place: number): number {
    return (this.#places[place] as Place).at
  }

  #width(from: number, to: number): number {
    return this.#pricer.naturalWidth(from, visibleEnd(this.#items, from, to))
  }

  #findPlaces(): void {
    const { clusters } = this.#text
    const title = clusters
      .slice(this.#from, this.#to)
      .map((one) => one.text)
      .join('')
    const breaks = this.#read(title)
    const clusterAt = this.#clustersByOffset(title.length)
    const whole = { price: 0, from: this.#from, to: this.#to, tear: 0, clause: true }
    this.#places = [{ ...whole, at: this.#from }]
    for (let offset = 1; offset < title.length; offset += 1) {
      const at = clusterAt[offset]
      if (at === undefined || this.#items.breaks[at - 1] === FORBIDDEN) continue
      const price = breaks.prices[offset] as number
      this.#places.push({
        at,
        price: price >= PRICES.inWord ? price + TITLE_COST.inWordToo : price,
        from: clusterAt[breaks.from[offset] as number] ?? this.#from,
        to: clusterAt[breaks.to[offset] as number] ?? this.#to,
        tear: breaks.tears[offset] as number,
        clause: breaks.clauses[offset] === 1,
      })
    }
    this.#places.push({ ...whole, at: this.#to })
  }

  /** The cluster that begins at each UTF-16 offset of the part's text. */
  #clustersByOffset(length: number): (number | undefined)[] {
    const clusters: (number | undefined)[] = new Array(length + 1)
    let offset = 0
    for (let i = this.#from; i < this.#to; i += 1) {
      clusters[offset] = i
      offset += this.#text.clusters[i]?.text.length ?? 0
    }
    clusters[offset] = this.#to
    return clusters
  }

  /** The price of a line that tears a part at either of its ends: it has one half of it, and more besides. */
  #priceOfTearing(first: number, last: number): number {
    const start = this.#places[first] as Place
    const end = this.#places[last] as Place
    const left = end.from > start.at
    const right = start.to < end.at
    if (!left && !right) return 0
    for (let i = first + 1; i < last; i += 1)
      if (this.#places[i]?.clause === true) return TORN_CLAUSE * (left && right ? 2 : 1)
    const torn = left ? this.#priceOfPiece(end.from, end.at, end.tear) : 0
    return torn + (right ? this.#priceOfPiece(start.at, start.to, TORN_BEHIND) : 0)
  }

  /** Of a short piece more, up to twice. */
  #priceOfPiece(from: number, to: number, price: number): number {
    return this.#width(from, to) / this.#em < SHORT_PIECE
      ? price + Math.min(price, TITLE_COST.shortTorn)
      : price
  }

  /**
   * The best division into `count` lines that costs less than `limit`: over pairs of neighbouring breaks, so
   * that shapes can be compared.
   */
  #choose(count: number, room: (line: number) => number, limit: number): Choice | null {
    const last = this.#places.length - 1
    const mean = this.#width(this.#from, this.#to) / count / this.#em
    let states = new Map<number, Choice>([[0, { price: 0, end: 0, before: null, widthBefore: 0, width: 0 }]])
    for (let line = 0; line < count; line += 1) {
      const next = new Map<number, Choice>()
      for (const [key, state] of states)
        this.#extend(next, { key, state, line, count, mean, room: room(line), limit })
      states = next
    }
    let best: Choice | null = null
    for (const [key, state] of states) {
      if (secondOf(key, this.#places.length) === last && (best === null || state.price < best.price))
        best = state
    }
    return best
  }

  /** Adds every next line to the states: a state is known by its last two breaks. */
  #extend(next: Map<number, Choice>, step: Step): void {
    const size = this.#places.length
    const at = secondOf(step.key, size)
    const lastLine = step.line === step.count - 1
    // Only the last line ends where the title does.
    const most = lastLine ? size - 1 : size - 2
    const start = this.#at(at)
    const linesAfter = (step.count - step.line - 1) * TITLE_COST.line
    for (let to = lastLine ? size - 1 : at + 1; to <= most; to += 1) {
      const place = this.#places[to] as Place
      const width = this.#width(start, place.at) / this.#em
      if (width * this.#em > step.room + 0.01) break
      const key = packed(at, to, size)
      const other = next.get(key)
      // What it costs at least is known before its shape is looked at.
      const least = step.state.price + (place.price + TITLE_COST.line)
      if (least + linesAfter >= step.limit || (other !== undefined && other.price <= least)) continue
      const price = step.state.price + this.#priceOf(step, to, width)
      if (price + linesAfter >= step.limit || (other !== undefined && other.price <= price)) continue
      next.set(key, { price, end: place.at, before: step.state, widthBefore: step.state.width, width })
    }
  }

  #priceOf(step: Step, to: number, width: number): number {
    const { state, line, mean } = step
    let price = (this.#places[to] as Place).price + TITLE_COST.line + TITLE_COST.uneven * (width - mean) ** 2
    if (step.count > 1 && width < SHORT_PIECE) price += TITLE_COST.shortLine
    price += this.#priceOfTearing(secondOf(step.key, this.#places.length), to)
    const over = width * this.#em - step.room * this.#fullest
    if (over > 0.01)
      price +=
        TITLE_COST.overFullest * (1 + over / this.#em) + (step.count === 1 ? TITLE_COST.fullOneLine : 0)
    if (line > 0 && step.count === 2 && width > state.width + 0.01)
      price += TITLE_COST.longerBelow * (width - state.width)
    if (line > 1 && state.width + 0.75 < Math.min(state.widthBefore, width)) price += TITLE_COST.hourglass
    return price
  }
}

/** Where a title may turn: before the cluster `at`, inside the part from … to; `clause`: where one ends. */
interface Place {
  readonly at: number
  readonly price: number
  readonly from: number
  readonly to: number
  /** The price of a line that has the part's first half and more before it. */
  readonly tear: number
  readonly clause: boolean
}

interface Choice {
  readonly price: number
  /** The cluster behind its last line, and what is chosen of the lines before that. */
  readonly end: number
  readonly before: Choice | null
  readonly widthBefore: number
  readonly width: number
}

function endsOf(choice: Choice): number[] {
  const ends: number[] = []
  for (let one = choice; one.before !== null; one = one.before) ends.push(one.end)
  return ends.reverse()
}

interface Step {
  readonly key: number
  readonly state: Choice
  readonly line: number
  readonly count: number
  readonly mean: number
  readonly room: number
  /** What is not cheaper than this is not followed. */
  readonly limit: number
}
