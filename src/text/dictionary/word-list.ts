import type { WordClass } from '../clreq/titles/word.ts'
import { CHARACTERS, CLASSES_OF_CHARACTERS, CLASSES_OF_WORDS, GROUPS, WORDS } from './word-table.ts'

/** Prices are thirds of a bit: the rarer, the dearer. Those of the table begin at 7 bits. */
const LEAST = 21
const NO_WORD = 43

/** A character that no listed word contains. */
export const UNLISTED = 78

/** As scripts/words/encode.js numbers them. */
const CLASSES: readonly WordClass[] = [
  'noun',
  'predicate',
  'verb',
  'verbal',
  'adjective',
  'adverb',
  'time',
  'number',
  'phrase',
]

const FIRST_HAN = 0x4e00
const BLOCK = 6

/** The table's signs are U+0025–007E without the backslash: the digits of numbers with base 89. */
function digit(table: string, at: number): number {
  const code = table.charCodeAt(at)
  return code > 92 ? code - 38 : code - 37
}

function number(table: string, at: number, count: number): number {
  let value = 0
  for (let i = at; i < at + count; i += 1) value = value * 89 + digit(table, i)
  return value
}

/** The place of a UTF-16 code unit in the list of characters; -1 when no word contains it. */
export function wordPlace(unit: number): number {
  const offset = unit - FIRST_HAN
  const at = 3 * Math.floor(offset / BLOCK)
  if (offset < 0 || at >= CHARACTERS.length) return -1
  const bit = 1 << (offset % BLOCK)
  const bits = digit(CHARACTERS, at)
  if ((bits & bit) === 0) return -1
  let place = number(CHARACTERS, at + 1, 2)
  for (let rest = bits & (bit - 1); rest > 0; rest &= rest - 1) place += 1
  return place
}

/** The two signs that stand for a character in words, as one number that sorts as they do. */
export function signsOf(place: number): number {
  if (place < 0) return -1
  const first = Math.floor(place / 89) + 37
  const second = (place % 89) + 37
  return (first < 92 ? first : first + 1) * 128 + (second < 92 ? second : second + 1)
}

/** The price of a character that is a word by itself. */
export function characterPrice(place: number): number {
  return place < 0 ? UNLISTED : LEAST + (digit(GROUPS, 4 * place + 3) >> 1)
}

/**
 * The prices of the listed words that begin with the character at `from` of a text, by their length (2 to 4), into
 * `found`; 0 for those that are none. `places` and `signs` of all its characters: see above.
 */
export function findWords(
  places: readonly number[],
  signs: readonly number[],
  from: number,
  found: number[],
): void {
  for (let length = 2; length <= 4; length += 1) found[length] = 0
  const lists = listsOf(places, signs, from)
  if (lists === null) return
  const pair = find(lists, signs, from, 2)
  if (pair < 0) return
  const price = digit(WORDS, pair + 2)
  if (price >> 1 !== NO_WORD) found[2] = LEAST + (price >> 1)
  if ((price & 1) === 0) return
  for (let length = 3; length <= 4; length += 1) {
    const entry = find(lists, signs, from, length)
    if (entry >= 0) found[length] = LEAST + digit(WORDS, entry + 2 * length - 2)
  }
}

/** The class of the word of `length` characters at `from`; a noun when it is in no list. */
export function classOf(
  places: readonly number[],
  signs: readonly number[],
  from: number,
  length: number,
): WordClass {
  if (length === 1) return classAt(CLASSES_OF_CHARACTERS, places[from] as number)
  const lists = length > 4 ? null : listsOf(places, signs, from)
  const entry = lists === null ? -1 : find(lists, signs, from, length)
  return classAt(CLASSES_OF_WORDS, Math.floor(entry / 3))
}

function classAt(table: string, at: number): WordClass {
  if (at < 0) return 'noun'
  const two = digit(table, at >> 1)
  return CLASSES[(at & 1) === 0 ? Math.floor(two / 9) : two % 9] as WordClass
}

/** Where the words of 2, 3 and 4 characters with one first character begin, and where the last end. */
type Lists = readonly [number, number, number, number]

function listsOf(places: readonly number[], signs: readonly number[], from: number): Lists | null {
  const place = places[from] as number
  if (place < 0 || from + 1 >= signs.length) return null
  const at = number(GROUPS, 4 * place, 3)
  const end = number(GROUPS, 4 * place + 4, 3)
  if ((digit(GROUPS, 4 * place + 3) & 1) === 0) return [at, end, end, end]
  const triples = at + 4 + 3 * number(WORDS, at, 2)
  return [at + 4, triples, triples + 5 * number(WORDS, at + 2, 2), end]
}

/** Where the entry of the word of `length` characters of `signs` from `from` on stands in its sorted list; or -1. */
function find(lists: Lists, signs: readonly number[], from: number, length: number): number {
  if (from + length > signs.length) return -1
  const at = lists[length - 2] as number
  const width = 2 * length - 1
  let low = 0
  let high = Math.floor(((lists[length - 1] as number) - at) / width)
  while (low < high) {
    const middle = (low + high) >> 1
    const entry = at + middle * width
    const order = compare(entry, signs, from + 1, length - 1)
    if (order === 0) return entry
    if (order < 0) low = middle + 1
    else high = middle
  }
  return -1
}

function compare(entry: number, signs: readonly number[], from: number, length: number): number {
  for (let i = 0; i < length; i += 1) {
    const listed = WORDS.charCodeAt(entry + 2 * i) * 128 + WORDS.charCodeAt(entry + 2 * i + 1)
    const order = listed - (signs[from + i] as number)
    if (order !== 0) return order
  }
  return 0
}
