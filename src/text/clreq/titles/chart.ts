import { GLUE, type GrammarRule, PARTS, type Part, RULES } from './grammar.ts'
import { CONJUNCTIONS, GENRES, LOCALIZERS, OF, PREPOSITIONS } from './lexicon.ts'
import { PRICES } from './prices.ts'
import { readingsOf } from './readings.ts'
import type { Token } from './tokens.ts'

const COUNT = PARTS.length
const NEVER = 1e6
/** A reading of a run that costs so much more than another is not followed as the left half of more. */
const HOPELESS = 12
const NUMBER = Object.fromEntries(PARTS.map((part, at) => [part, at])) as Record<Part, number>

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

/** A rule by the numbers of its parts. */
interface Numbered {
  readonly index: number
  readonly right: number
  readonly makes: number
  readonly cost: GrammarRule['cost']
}

const known = new WeakMap<readonly GrammarRule[], readonly (readonly Numbered[])[]>()

/** The rules by the number of their left part; a list of rules is sorted once. */
function numbered(rules: readonly GrammarRule[]): readonly (readonly Numbered[])[] {
  const sorted = known.get(rules)
  if (sorted !== undefined) return sorted
  const byLeft: Numbered[][] = PARTS.map(() => [])
  rules.forEach(({ left, right, makes, cost }, index) => {
    byLeft[NUMBER[left]]?.push({ index, right: NUMBER[right], makes: NUMBER[makes], cost })
  })
  known.set(rules, byLeft)
  return byLeft
}

class Chart {
  readonly #tokens: readonly Token[]
  readonly #rules: readonly GrammarRule[]
  /** By the number of their left part. */
  readonly #byLeft: readonly (readonly Numbered[])[]
  readonly #costs: Int32Array
  /** Of each run, the numbers of the parts that it may be. */
  readonly #alive: (readonly number[])[] = []
  /** Of each run and part: where it is joined (0 for a single token), by which rule (-1 for none), of which parts. */
  readonly #joinedAt: Uint8Array
  readonly #joinedBy: Int16Array
  readonly #lefts: Uint8Array
  readonly #rights: Uint8Array
  /** Characters before each token. */
  readonly #before: number[] = [0]

  constructor(tokens: readonly Token[], rules: readonly GrammarRule[]) {
    this.#tokens = tokens
    this.#rules = rules
    const size = (tokens.length + 1) ** 2 * COUNT
    this.#costs = new Int32Array(size).fill(NEVER)
    this.#joinedAt = new Uint8Array(size)
    this.#joinedBy = new Int16Array(size)
    this.#lefts = new Uint8Array(size)
    this.#rights = new Uint8Array(size)
    this.#byLeft = numbered(rules)
    for (const { text } of tokens) this.#before.push((this.#before.at(-1) as number) + lengthOf(text))
  }

  fill(): void {
    const { length } = this.#tokens
    this.#tokens.forEach((token, at) => {
      const cell = this.#cell(at, at + 1)
      for (const [part, cost] of readingsOf(token)) {
        const entry = cell + NUMBER[part]
        this.#costs[entry] = Math.min(cost, this.#costs[entry] as number)
      }
      this.#offerAsOther(cell, at + 1)
      this.#keepAlive(cell)
    })
    for (let size = 2; size <= length; size += 1)
      for (let from = 0; from + size <= length; from += 1) this.#fillCell(from, from + size)
  }

  #cell(from: number, to: number): number {
    return (from * (this.#tokens.length + 1) + to) * COUNT
  }

  #offerAsOther(cell: number, to: number): void {
    for (const one of AS_OTHER) {
      const from = cell + NUMBER[one.from]
      if ((this.#costs[from] as number) >= NEVER) continue
      const entry = cell + NUMBER[one.to]
      const cost = (this.#costs[from] as number) + (to === this.#tokens.length ? one.last : one.within)
      if (cost >= (this.#costs[entry] as number)) continue
      this.#costs[entry] = cost
      for (const table of [this.#joinedAt, this.#joinedBy, this.#lefts, this.#rights])
        table[entry] = table[from] as number
    }
  }

  #fillCell(from: number, to: number): void {
    const cell = this.#cell(from, to)
    for (let at = from + 1; at < to; at += 1) this.#join(cell, from, at, to)
    this.#offerAsOther(cell, to)
    if (this.#cheapest(cell) < 0) this.#glue(cell, from, to)
    this.#keepAlive(cell)
  }

  #join(cell: number, from: number, at: number, to: number): void {
    const left = this.#cell(from, at)
    const right = this.#cell(at, to)
    const before = this.#lengthOf(from, at)
    const after = this.#lengthOf(at, to)
    const costs = this.#costs
    for (const part of this.#alive[left / COUNT] as readonly number[]) {
      const cost = costs[left + part] as number
      for (const rule of this.#byLeft[part] as readonly Numbered[]) {
        const other = costs[right + rule.right] as number
        if (other >= NEVER) continue
        const all = cost + other + rule.cost(before, after)
        const entry = cell + rule.makes
        if (all < (costs[entry] as number)) this.#enter(entry, all, at, rule.index, part, rule.right)
      }
    }
  }

  /** Keeps the numbers of the parts that a run may be. */
  #keepAlive(cell: number): void {
    const alive: number[] = []
    const best = this.#cheapest(cell)
    const most = best < 0 ? 0 : (this.#costs[cell + best] as number) + HOPELESS
    for (let part = 0; part < COUNT; part += 1)
      if ((this.#costs[cell + part] as number) < most) alive.push(part)
    this.#alive[cell / COUNT] = alive
  }

  #enter(entry: number, cost: number, at: number, rule: number, left: number, right: number): void {
    this.#costs[entry] = cost
    this.#joinedAt[entry] = at
    this.#joinedBy[entry] = rule
    this.#lefts[entry] = left
    this.#rights[entry] = right
  }

  /** What no rule joins is joined nevertheless, as what its last half is. */
  #glue(cell: number, from: number, to: number): void {
    for (let at = from + 1; at < to; at += 1) {
      const left = this.#cheapest(this.#cell(from, at))
      const right = this.#cheapest(this.#cell(at, to))
      const cost = (this.#costs[this.#cell(from, at) + left] as number) + GLUE
      const all = cost + (this.#costs[this.#cell(at, to) + right] as number)
      if (all < (this.#costs[cell + right] as number)) this.#enter(cell + right, all, at, -1, left, right)
    }
  }

  /** The number of a run's cheapest part; -1 when it has none. */
  #cheapest(cell: number): number {
    let best = -1
    for (let part = 0; part < COUNT; part += 1) {
      const cost = this.#costs[cell + part] as number
      if (cost < NEVER && (best < 0 || cost < (this.#costs[cell + best] as number))) best = part
    }
    return best
  }

  joints(): Joint[] {
    const joints: Joint[] = []
    const { length } = this.#tokens
    const last = this.#tokens[length - 1] as Token
    const costs = GENRES.test(last.text) ? WHOLE_TEXT : WHOLE
    const cell = this.#cell(0, length)
    const whole = PARTS.map((part, i) => (this.#costs[cell + i] as number) + (costs[part] ?? NOT_WHOLE))
    this.#collect(0, length, whole.indexOf(Math.min(...whole)), joints, 0)
    return joints
  }

  /** `more`: what any break inside costs besides. */
  #collect(from: number, to: number, part: number, joints: Joint[], more: number): void {
    if (to - from < 2) return
    const entry = this.#cell(from, to) + part
    const at = this.#joinedAt[entry] as number
    const rule = this.#rules[this.#joinedBy[entry] as number]
    const price = (rule === undefined ? this.#priceOfGlue(at) : this.#priceOf(rule, from, at, to)) + more
    joints.push({ from, at, to, price: Math.min(PRICES.inWord, price), rule: rule?.name ?? 'none' })
    const left = this.#lefts[entry] as number
    const describes = rule !== undefined && NOUNS.has(rule.makes) && SENTENCES.has(PARTS[left] as Part)
    this.#collect(from, at, left, joints, describes ? PRICES.described : more)
    this.#collect(at, to, this.#rights[entry] as number, joints, more)
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

/** In full characters: letters and digits are half as wide, marks of quotation count nothing. */
function lengthOf(text: string): number {
  let width = 0
  for (const one of text) width += one < '\u0300' ? 0.5 : /[“”‘’《》〈〉（）、]/u.test(one) ? 0 : 1
  return width
}
