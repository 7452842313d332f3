import { clinging } from './clinging.ts'
import { endsIn } from './endings.ts'
import { GLUE, type GrammarRule, PARTS, type Part, RULES } from './grammar.ts'
import { CONJUNCTIONS, GENRES, LOCALIZERS, OF, PREPOSITIONS } from './lexicon.ts'
import { PRICES } from './prices.ts'
import { readingsOf } from './readings.ts'
import {
  BIT,
  bitsOf,
  COUNT,
  lowest,
  NUMBER,
  numbered,
  type RuleByNumber,
  type RuleTable,
} from './rule-table.ts'
import type { Token } from './tokens.ts'

const NEVER = 1e6
/** A reading of a run that costs so much more than another is not followed as the left half of more. */
const HOPELESS = 12

/** What costs it to take a run of one part for another: a verb alone for a predicate, rather at the end (成果发布). */
const AS_OTHER: readonly { from: Part; to: Part; last: number; within: number }[] = [
  { from: 'verb', to: 'predicate', last: 1, within: 7 },
  { from: 'light', to: 'predicate', last: 1, within: 12 },
  { from: 'event', to: 'noun', last: 2, within: 2 },
  { from: 'agent', to: 'noun', last: 1, within: 1 },
]

/** What it costs to take a run for the whole title; and where the name of a kind of text ends it (综合管廊运维管理规程). */
const WHOLE: Partial<Record<Part, number>> = {
  clause: 0,
  predicate: 2,
  document: 0,
  noun: 4,
  adverbial: 8,
  name: 8,
  matter: 8,
}
const WHOLE_TEXT: Partial<Record<Part, number>> = { document: 0, noun: 0, clause: 2, predicate: 4 }
const NOT_WHOLE = 12

/** A sentence before a noun describes it. */
const SENTENCES: ReadonlySet<Part> = new Set<Part>(['predicate', 'clause'])
const NOUNS: ReadonlySet<Part> = new Set<Part>(['noun', 'event', 'agent'])

/** What two words that cling make, when they are read as one. */
const BONDED = bitsOf('noun', 'act', 'event', 'agent', 'verb', 'predicate')

/** Two neighbouring runs of tokens, from … at and at … to, the rule that joins them, and the price of a break between. */
export interface Joint {
  readonly from: number
  readonly at: number
  readonly to: number
  readonly price: number
  readonly rule: string
}

/**
 * The cheapest reading of a run of tokens by the grammar: one joint for each place between two of them. All runs are
 * read, shorter ones first, each as every part it may be (Cocke, Younger and Kasami).
 */
export function jointsOf(tokens: readonly Token[], rules: readonly GrammarRule[] = RULES): Joint[] {
  if (tokens.length < 2) return []
  const chart = new Chart(tokens, rules)
  chart.fill()
  return chart.joints()
}

class Chart {
  readonly #tokens: readonly Token[]
  readonly #rules: readonly GrammarRule[]
  readonly #table: RuleTable
  readonly #costs: Int32Array
  /** Of each run, a bit for each part that it may be, and those of them that may be the left half of more. */
  readonly #parts: Int32Array
  readonly #alive: Int32Array
  /** Of each run, what may stand on the right of those that are alive. */
  readonly #wants: Int32Array
  /** Of each run and part: where it is joined (0 for a single token), by which rule (-1 for none), of which parts. */
  readonly #joinedAt: Uint8Array
  readonly #joinedBy: Int16Array
  readonly #lefts: Uint8Array
  readonly #rights: Uint8Array
  /** Characters before each token. */
  readonly #before: number[] = [0]
  /** How much each token clings to the one before it. */
  readonly #bonds: number[]

  constructor(tokens: readonly Token[], rules: readonly GrammarRule[]) {
    this.#tokens = tokens
    this.#rules = rules
    const runs = (tokens.length + 1) ** 2
    const size = runs * COUNT
    this.#costs = new Int32Array(size).fill(NEVER)
    this.#parts = new Int32Array(runs)
    this.#alive = new Int32Array(runs)
    this.#wants = new Int32Array(runs)
    this.#joinedAt = new Uint8Array(size)
    this.#joinedBy = new Int16Array(size)
    this.#lefts = new Uint8Array(size)
    this.#rights = new Uint8Array(size)
    this.#table = numbered(rules)
    this.#bonds = tokens.map(({ text }, at) => clinging(tokens[at - 1]?.text ?? '', text))
    for (const { text } of tokens) this.#before.push((this.#before.at(-1) as number) + lengthOf(text))
  }

  fill(): void {
    const { length } = this.#tokens
    this.#tokens.forEach((token, at) => {
      const run = this.#run(at, at + 1)
      for (const [part, cost] of readingsOf(token)) this.#read(run, NUMBER[part], cost)
      this.#offerAsOther(run, at + 1)
      this.#keepAlive(run)
    })
    for (let size = 2; size <= length; size += 1)
      for (let from = 0; from + size <= length; from += 1) this.#fillRun(from, from + size)
  }

  #run(from: number, to: number): number {
    return from * (this.#tokens.length + 1) + to
  }

  #read(run: number, part: number, cost: number): void {
    const entry = run * COUNT + part
    this.#costs[entry] = Math.min(cost, this.#costs[entry] as number)
    this.#parts[run] = (this.#parts[run] as number) | (1 << part)
  }

  #offerAsOther(run: number, to: number): void {
    const cell = run * COUNT
    for (const one of AS_OTHER) {
      const from = cell + NUMBER[one.from]
      if ((this.#costs[from] as number) >= NEVER) continue
      const entry = cell + NUMBER[one.to]
      const cost = (this.#costs[from] as number) + (to === this.#tokens.length ? one.last : one.within)
      if (cost >= (this.#costs[entry] as number)) continue
      this.#read(run, NUMBER[one.to], cost)
      for (const table of [this.#joinedAt, this.#joinedBy, this.#lefts, this.#rights])
        table[entry] = table[from] as number
    }
  }

  #fillRun(from: number, to: number): void {
    const run = this.#run(from, to)
    for (let at = from + 1; at < to; at += 1) this.#join(run, from, at, to)
    this.#offerAsOther(run, to)
    if (this.#parts[run] === 0) this.#glue(run, from, to)
    this.#keepAlive(run)
  }

  #join(run: number, from: number, at: number, to: number): void {
    const left = this.#run(from, at)
    const right = this.#run(at, to)
    const rightParts = this.#parts[right] as number
    if (((this.#wants[left] as number) & rightParts) === 0) return
    const before = this.#lengthOf(from, at)
    const after = this.#lengthOf(at, to)
    const { rightsOf, byParts } = this.#table
    const costs = this.#costs
    const leftCell = left * COUNT
    const rightCell = right * COUNT
    const cell = run * COUNT
    // Reading two words that cling as one is the cheaper for it.
    const bond = to - from === 2 ? (this.#bonds[at] as number) : 0
    for (let lefts = this.#alive[left] as number; lefts !== 0; lefts &= lefts - 1) {
      const part = BIT[(lefts & -lefts) % 37] as number
      let rights = (rightsOf[part] as number) & rightParts
      if (rights === 0) continue
      const cost = costs[leftCell + part] as number
      for (; rights !== 0; rights &= rights - 1) {
        const other = BIT[(rights & -rights) % 37] as number
        const both = cost + (costs[rightCell + other] as number)
        const joining = byParts[part * COUNT + other] as readonly RuleByNumber[]
        for (let i = 0; i < joining.length; i += 1) {
          const rule = joining[i] as RuleByNumber
          const apart = both + (rule.fixed ?? rule.cost(before, after))
          const all = ((BONDED >> rule.makes) & 1) === 1 ? apart - bond : apart
          if (all <= (costs[cell + rule.makes] as number)) this.#offer(run, all, at, rule, part, other)
        }
      }
    }
  }

  /** Takes what costs no more than what is there; of two that cost the same the first rule. */
  #offer(run: number, cost: number, at: number, rule: RuleByNumber, left: number, right: number): void {
    const entry = run * COUNT + rule.makes
    if (cost === this.#costs[entry]) {
      const sameHalves = this.#joinedAt[entry] === at && this.#lefts[entry] === left
      if (!sameHalves || rule.index > (this.#joinedBy[entry] as number)) return
    }
    this.#enter(run, rule.makes, cost, at, rule.index, left, right)
  }

  /** Keeps the parts that a run may be as the left half of more. */
  #keepAlive(run: number): void {
    const costs = this.#costs
    const cell = run * COUNT
    const { rightsOf } = this.#table
    const most = (costs[cell + this.#cheapest(run)] as number) + HOPELESS
    let alive = 0
    let wants = 0
    for (let parts = this.#parts[run] as number; parts !== 0; parts &= parts - 1) {
      const part = lowest(parts)
      if ((costs[cell + part] as number) >= most) continue
      alive |= parts & -parts
      wants |= rightsOf[part] as number
    }
    this.#alive[run] = alive
    this.#wants[run] = wants
  }

  #enter(
    run: number,
    part: number,
    cost: number,
    at: number,
    rule: number,
    left: number,
    right: number,
  ): void {
    const entry = run * COUNT + part
    this.#costs[entry] = cost
    this.#parts[run] = (this.#parts[run] as number) | (1 << part)
    this.#joinedAt[entry] = at
    this.#joinedBy[entry] = rule
    this.#lefts[entry] = left
    this.#rights[entry] = right
  }

  /** What no rule joins is joined nevertheless, as what its last half is. */
  #glue(run: number, from: number, to: number): void {
    for (let at = from + 1; at < to; at += 1) {
      const before = this.#run(from, at)
      const after = this.#run(at, to)
      const left = this.#cheapest(before)
      const right = this.#cheapest(after)
      const cost = (this.#costs[before * COUNT + left] as number) + GLUE
      const all = cost + (this.#costs[after * COUNT + right] as number)
      if (all < (this.#costs[run * COUNT + right] as number))
        this.#enter(run, right, all, at, -1, left, right)
    }
  }

  /** The number of a run's cheapest part. */
  #cheapest(run: number): number {
    const costs = this.#costs
    const cell = run * COUNT
    let best = -1
    let least = Number.POSITIVE_INFINITY
    for (let parts = this.#parts[run] as number; parts !== 0; parts &= parts - 1) {
      const part = lowest(parts)
      const cost = costs[cell + part] as number
      if (cost >= least) continue
      best = part
      least = cost
    }
    return best
  }

  joints(): Joint[] {
    const joints: Joint[] = []
    const { length } = this.#tokens
    const last = this.#tokens[length - 1] as Token
    const costs = endsIn(last.text, GENRES) ? WHOLE_TEXT : WHOLE
    const cell = this.#run(0, length) * COUNT
    const whole = PARTS.map((part, i) => (this.#costs[cell + i] as number) + (costs[part] ?? NOT_WHOLE))
    this.#collect(0, length, whole.indexOf(Math.min(...whole)), joints, 0)
    return joints
  }

  /** `more`: what any break inside costs besides. */
  #collect(from: number, to: number, part: number, joints: Joint[], more: number): void {
    if (to - from < 2) return
    const entry = this.#run(from, to) * COUNT + part
    const at = this.#joinedAt[entry] as number
    const rule = this.#rules[this.#joinedBy[entry] as number]
    const price =
      rule === undefined ? this.#priceOfGlue(at) : this.#withBond(this.#priceOf(rule, from, at, to), at)
    joints.push({ from, at, to, price: Math.min(PRICES.inWord, price + more), rule: rule?.name ?? 'none' })
    const left = this.#lefts[entry] as number
    const describes = rule !== undefined && NOUNS.has(rule.makes) && SENTENCES.has(PARTS[left] as Part)
    this.#collect(from, at, left, joints, describes ? PRICES.described : more)
    this.#collect(at, to, this.#rights[entry] as number, joints, more)
  }

  /** Words that cling are parted at a higher price, but no other is as high as that of a place inside a word. */
  #withBond(price: number, at: number): number {
    if (price >= PRICES.inWord) return PRICES.inWord
    return Math.min(PRICES.inWord - 1, price + PRICES.bond * (this.#bonds[at] as number))
  }

  #priceOf(rule: GrammarRule, from: number, at: number, to: number): number {
    const before = this.#tokens[at - 1]?.text as string
    const right = this.#lengthOf(at, to)
    if (rule.left === 'conjunction' && before === '、') return PRICES.listed
    if (rule.right === 'half' && this.#tokens[at]?.text === '、') return PRICES.inWord
    if (rule.left === 'attribute' && OF.has(before.slice(-1)))
      return right <= 2 ? PRICES.shortPredicate : PRICES.afterOf
    return rule.price(this.#lengthOf(from, at), right)
  }

  /** A particle is not parted from its word, whatever the word is. */
  #priceOfGlue(at: number): number {
    const before = (this.#tokens[at - 1] as Token).text
    const after = (this.#tokens[at] as Token).text
    const bound =
      OF.has(after) || LOCALIZERS.has(after) || PREPOSITIONS.has(before) || CONJUNCTIONS.has(before)
    return bound ? PRICES.inWord : PRICES.unknown
  }

  #lengthOf(from: number, to: number): number {
    return (this.#before[to] as number) - (this.#before[from] as number)
  }
}

const WIDTHLESS = '“”‘’《》〈〉（）、'

/** In full characters: letters and digits are half as wide, marks of quotation count nothing. */
function lengthOf(text: string): number {
  let width = 0
  for (const one of text) width += one < '\u0300' ? 0.5 : WIDTHLESS.includes(one) ? 0 : 1
  return width
}
