import { jointsOf } from './chart.ts'
import { learnedWeight } from './cue-weights.ts'
import { areWords, cuesAt, kindsOf, type WeighCue } from './cues.ts'
import { type GrammarRule, RULES } from './grammar.ts'
import { PRICES, TEARS, TORN } from './prices.ts'
import { isHan, type Token, tokensOf } from './tokens.ts'
import type { Word, WordClass } from './word.ts'

/**
 * A title's breaks by UTF-16 offset: the price of each, and the part that it divides, from … to. A line that has one of
 * the halves and more besides tears that part.
 */
export interface TitleBreaks {
  readonly prices: Uint16Array
  readonly from: Uint16Array
  readonly to: Uint16Array
  /** The price of the left half in a line with what is before the part. */
  readonly tears: Uint8Array
  /** 1 where a clause ends. */
  readonly clauses: Uint8Array
  /** The name of the rule that joins the two sides; empty where none does. */
  readonly rules: string[]
}

/** What titles are read by: the grammar, and what the words beside a place add to its price. */
export interface Sense {
  readonly rules: readonly GrammarRule[]
  readonly weigh: WeighCue
}

const SENSE: Sense = { rules: RULES, weigh: learnedWeight }

/** Longer runs without a mark are read in pieces: the time of reading grows with the third power. */
const MOST_TOKENS = 40

/**
 * The price of breaking a title before each UTF-16 offset, by its words and their classes: the words are joined to
 * tokens, the clauses read by the grammar, and each place priced by the rule that joins its two sides. Offsets inside
 * a word have the price {@link PRICES.inWord}.
 */
export function titleBreaks(title: string, words: readonly Word[], sense: Sense = SENSE): TitleBreaks {
  const length = title.length + 1
  const breaks: TitleBreaks = {
    prices: new Uint16Array(length).fill(PRICES.inWord),
    from: new Uint16Array(length),
    to: new Uint16Array(length).fill(title.length),
    tears: new Uint8Array(length),
    clauses: new Uint8Array(length),
    rules: [],
  }
  const tokens = tokensOf(words)
  priceTerms(tokens, words, breaks)
  readRun(tokens, breaks, sense.rules)
  weighWords(tokens, breaks, sense.weigh)
  priceMarks(tokens, breaks)
  return breaks
}

/** A term of so many characters is parted between its words before any word is: 疾病预防｜控制中心. */
const LONG_TERM = 5

function priceTerms(tokens: readonly Token[], words: readonly Word[], breaks: TitleBreaks): void {
  const terms = tokens.filter(
    ({ text, class: made }) =>
      text.length >= LONG_TERM && (made === 'noun' || made === 'verbal') && isHan(text),
  )
  if (terms.length === 0) return
  words.forEach(({ text, from }, at) => {
    if (text.length === 1 || words[at - 1]?.text.length === 1) return
    const term = terms.find((one) => from > one.from && from < endOf(one))
    if (term === undefined) return
    const shorter = Math.min(from - term.from, endOf(term) - from)
    breaks.prices[from] = shorter > 2 ? PRICES.inTerm : PRICES.inTerm + PRICES.shortOfTerm
    breaks.tears[from] = TORN
    breaks.from[from] = term.from
    breaks.to[from] = endOf(term)
  })
}

const OPENING = '“‘《〈「『（('
const CLOSING = '”’》〉」』）)'

/** Clauses one by one; what is in brackets is one word to the clause around it, and is read by itself. */
function readRun(tokens: readonly Token[], breaks: TitleBreaks, rules: Sense['rules']): void {
  let clause: Token[] = []
  const end = () => {
    readClause(clause, breaks, rules)
    clause = []
  }
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i] as Token
    const close = OPENING.includes(token.text) ? closingAt(tokens, i) : -1
    if (close > i) {
      const inside = tokens.slice(i + 1, close)
      readRun(inside, breaks, rules)
      priceQuoted(inside, breaks.prices)
      const text = tokens
        .slice(i, close + 1)
        .map((one) => one.text)
        .join('')
      if (token.text === '（' || token.text === '(') {
        if (token.from > 0) breaks.prices[token.from] = PRICES.bracket
      } else clause.push({ text, from: token.from, class: 'noun' })
      i = close
    } else if (isParting(token.text)) end()
    else clause.push(token)
    if (clause.length === MOST_TOKENS) end()
  }
  end()
}

function closingAt(tokens: readonly Token[], at: number): number {
  const closing = CLOSING[OPENING.indexOf((tokens[at] as Token).text)]
  return tokens.findIndex((one, i) => i > at && one.text === closing)
}

function readClause(tokens: readonly Token[], breaks: TitleBreaks, rules: Sense['rules']): void {
  const second = secondVerse(tokens)
  if (second === 0) {
    readPart(tokens, breaks, rules)
    return
  }
  readPart(tokens.slice(0, second), breaks, rules)
  readPart(tokens.slice(second), breaks, rules)
  const at = (tokens[second] as Token).from
  breaks.prices[at] = PRICES.clause
  breaks.clauses[at] = 1
  breaks.from[at] = (tokens[0] as Token).from
  breaks.to[at] = endOf(tokens.at(-1))
}

function endOf(token: Token | undefined): number {
  return token === undefined ? 0 : token.from + token.text.length
}

function readPart(tokens: readonly Token[], breaks: TitleBreaks, rules: Sense['rules']): void {
  for (const joint of jointsOf(tokens, rules)) {
    const at = tokens[joint.at]?.from as number
    breaks.prices[at] = joint.price
    breaks.rules[at] = joint.rule
    breaks.tears[at] = TEARS[joint.rule] ?? TORN
    if (joint.rule === 'clauses') breaks.clauses[at] = 1
    breaks.from[at] = tokens[joint.from]?.from as number
    breaks.to[at] = endOf(tokens[joint.to - 1])
  }
}

/** A verse of a title has so many characters. */
const SHORTEST_VERSE = 4
const LONGEST_VERSE = 10

const ACTS: ReadonlySet<WordClass> = new Set<WordClass>(['predicate', 'verb', 'verbal'])

/**
 * The token that the second of two verses begins with: both have words of the same lengths, three at least, and their
 * verbs at the same places, with an object each (渡口变大桥｜天堑变通途). 0 when the clause is no such pair.
 */
function secondVerse(tokens: readonly Token[]): number {
  const half = tokens.length / 2
  if (half < 3 || !Number.isInteger(half)) return 0
  let length = 0
  let states = false
  for (let i = 0; i < half; i += 1) {
    const one = tokens[i] as Token
    const other = tokens[half + i] as Token
    if (one.text.length !== other.text.length || ACTS.has(one.class) !== ACTS.has(other.class)) return 0
    if (isStated(one) && isStated(other)) states = true
    length += one.text.length
  }
  const object = !ACTS.has((tokens[half - 1] as Token).class)
  return states && object && length >= SHORTEST_VERSE && length <= LONGEST_VERSE ? half : 0
}

function isStated(token: Token): boolean {
  return token.class === 'predicate' || token.class === 'verb'
}

/** A short quotation or title in brackets is better not divided. */
function priceQuoted(inside: readonly Token[], prices: Uint16Array): void {
  const length = inside.reduce((sum, one) => sum + one.text.length, 0)
  if (length > 12) return
  for (const { from } of inside.slice(1))
    prices[from] = Math.min(
      PRICES.inWord,
      (prices[from] as number) + (length <= 8 ? PRICES.shortQuoted : PRICES.quoted),
    )
}

const DASHES = '—⸺―'
const DOTS_AND_DASHES = '—…⸺'
const PARTING = '：；，。！？—…⸺―'
const isSpace = (text: string): boolean => text.trim() === ''
const isDash = (text: string): boolean => isOf(DASHES, text)

function isOf(marks: string, text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (!marks.includes(text.charAt(at))) return false
  return true
}

function isParting(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const one = text.charAt(at)
    if (!PARTING.includes(one) && !isSpace(one)) return false
  }
  return true
}

/** Whether a token is the space between a number and its unit, or the unit behind it: 3 kHz. */
function isInAmount(tokens: readonly Token[], at: number): boolean {
  const space = isSpace((tokens[at] as Token).text) ? at : at - 1
  if (!isSpace(tokens[space]?.text ?? '-')) return false
  return /\d$/.test(tokens[space - 1]?.text ?? '') && /^[a-zµΩ°℃%]/i.test(tokens[space + 1]?.text ?? '')
}

/** Adds what the words on both sides tell; where a mark stands it decides, and what is never parted stays so. */
function weighWords(tokens: readonly Token[], breaks: TitleBreaks, weigh: WeighCue): void {
  for (const { at, cues } of weighedPlaces(tokens, breaks)) {
    let more = 0
    for (const cue of cues) more += weigh(cue)
    breaks.prices[at] = weighedPrice(breaks.prices[at] as number, more)
  }
}

/** The places whose price words may change, by UTF-16 offset, with their cues. */
export function weighedPlaces(
  tokens: readonly Token[],
  { prices, from, to, rules }: TitleBreaks,
): { at: number; cues: number[] }[] {
  const kinds = kindsOf(tokens)
  const places: { at: number; cues: number[] }[] = []
  for (let i = 1; i < tokens.length; i += 1) {
    const at = (tokens[i] as Token).from
    if ((prices[at] as number) >= PRICES.inWord || !areWords(tokens, i)) continue
    const joining = {
      rule: rules[at] ?? '',
      before: at - (from[at] as number),
      after: (to[at] as number) - at,
    }
    places.push({ at, cues: cuesAt(tokens, kinds, i, joining) })
  }
  return places
}

/** A price by the grammar and what words add to it: what reads as one thing stays so, what may be parted too. */
export function weighedPrice(price: number, more: number): number {
  const least = price >= PRICES.whole ? PRICES.whole : 0
  return Math.max(least, Math.min(PRICES.inWord - 1, Math.round(price + more)))
}

/** At the marks that part a title's clauses: none before them but spaces, dashes and dots; all behind them. */
function priceMarks(tokens: readonly Token[], { prices, clauses }: TitleBreaks): void {
  for (let i = 1; i < tokens.length; i += 1) {
    if (areWords(tokens, i)) continue
    const before = tokens[i - 1] as Token
    const after = tokens[i] as Token
    // A dash that the title begins with ends nothing.
    if (isInAmount(tokens, i)) prices[after.from] = PRICES.inWord
    else if (isDash(before.text) && tokens.slice(0, i).every((one) => isDash(one.text)))
      prices[after.from] = PRICES.inWord
    else if (isDash(after.text)) {
      prices[after.from] = isDash(before.text) ? PRICES.inWord : PRICES.afterMark
      if (!isDash(before.text)) clauses[after.from] = 1
    } else if (isDash(before.text)) prices[after.from] = PRICES.afterDash
    else if (isParting(before.text) && !CLOSING.includes(after.text)) {
      prices[after.from] = PRICES.afterMark
      clauses[after.from] = 1
    } else if (isSpace(after.text) || isOf(DOTS_AND_DASHES, after.text))
      prices[after.from] = PRICES.beforeMark
  }
}
