import type { Word, WordClass } from '../clreq/titles/word.ts'
import { HAN_UNIT, unitKindOf } from './unit-kind.ts'
import { characterPrice, classOf, findWords, signsOf, wordPlace } from './word-list.ts'

const NUMERALS = '〇零一二三四五六七八九十百千万亿两'
const ROUND_NUMERALS = '十百千万亿'

/** 十二, 三百余, 第二十: a number that is not listed is one word, about as common as 三十. */
const NUMBER_PRICE = 45

/**
 * Divides the Chinese characters from `from` on into words: of all divisions into listed words, numbers and single
 * characters the one with the least sum of prices, so the most probable when every word is independent of the others
 * (shortest path from left to right).
 */
export function cutHan(text: string, from: number): Word[] {
  const path = new Path(text, from)
  for (let at = 0; at < path.length; at += 1) path.extend(at)
  return path.words()
}

class Path {
  readonly length: number
  readonly #text: string
  readonly #from: number
  /** Of each character, for the word list. */
  readonly #places: number[] = []
  readonly #signs: number[] = []
  /** The price of the best way to each place, and where its last word begins. */
  readonly #prices: number[] = [0]
  readonly #starts: number[] = [0]
  readonly #found: number[] = [0, 0, 0, 0, 0]
  /** The end of the run of numerals that was met last. */
  #numeralsEnd = 0

  constructor(text: string, from: number) {
    this.#text = text
    this.#from = from
    let at = from
    for (; at < text.length && unitKindOf(text, at) === HAN_UNIT; at += 1) {
      const place = wordPlace(text.charCodeAt(at))
      this.#places.push(place)
      this.#signs.push(signsOf(place))
      this.#prices.push(Number.MAX_SAFE_INTEGER)
      this.#starts.push(0)
    }
    this.length = at - from
  }

  /** Tries the words that begin at `at`. */
  extend(at: number): void {
    const places = this.#places
    const signs = this.#signs
    const found = this.#found
    const price = this.#prices[at] as number
    this.#offer(at, at + 1, price + characterPrice(places[at] as number))
    findWords(places, signs, at, found)
    for (let length = 2; length <= 4; length += 1) {
      const more = found[length] as number
      if (more > 0) this.#offer(at, at + length, price + more)
    }
    this.#extendByNumber(at, price + NUMBER_PRICE)
  }

  #offer(start: number, end: number, price: number): void {
    if (price >= (this.#prices[end] as number)) return
    this.#prices[end] = price
    this.#starts[end] = start
  }

  #extendByNumber(at: number, price: number): void {
    const first = this.#character(at) === '第' ? at + 1 : at
    const end = this.#endOfNumerals(first)
    if (end === first || end - at < 2) return
    this.#offer(at, end, price)
    const after = this.#character(end)
    if ((after === '余' || after === '多') && ROUND_NUMERALS.includes(this.#character(end - 1)))
      this.#offer(at, end + 1, price)
  }

  #endOfNumerals(first: number): number {
    if (first < this.#numeralsEnd) return this.#numeralsEnd
    let end = first
    while (end < this.length && NUMERALS.includes(this.#character(end))) end += 1
    if (end > first) this.#numeralsEnd = end
    return end
  }

  #character(at: number): string {
    return at < this.length ? (this.#text[this.#from + at] as string) : ' '
  }

  /** The words of the best way. */
  words(): Word[] {
    const words: Word[] = []
    for (let end = this.length; end > 0; ) {
      const start = this.#starts[end] as number
      const from = this.#from + start
      words.push({ text: this.#text.slice(from, this.#from + end), from, class: this.#classOf(start, end) })
      end = start
    }
    return words.reverse()
  }

  #classOf(start: number, end: number): WordClass {
    const last = this.#character(end - 1)
    const round = NUMERALS.includes(last) || last === '余' || last === '多'
    if (round && (NUMERALS.includes(this.#character(start)) || this.#character(start) === '第'))
      return 'number'
    return classOf(this.#places, this.#signs, start, end - start)
  }
}
