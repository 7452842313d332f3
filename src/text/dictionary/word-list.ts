import { CHARACTERS, GROUPS, WORDS } from './word-table.ts'

/** Prices are thirds of a bit: the rarer, the dearer. Those of the table begin at 7 bits. */
const LEAST = 21
const NO_WORD = 43

/** A character that no listed word contains. */
export const UNLISTED = 78

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
export function placeOf(unit: number): number {
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
  found[2] = found[3] = found[4] = 0
  const place = places[from] as number
  if (place < 0 || from + 1 >= signs.length) return
  let at = number(GROUPS, 4 * place, 3)
  const end = number(GROUPS, 4 * place + 4, 3)
  const longer = (digit(GROUPS, 4 * place + 3) & 1) === 1
  const pairs = longer ? number(WORDS, at, 2) : Math.floor((end - at) / 3)
  const triples = longer ? number(WORDS, at + 2, 2) : 0
  if (longer) at += 4
  const pair = find(at, pairs, signs, from + 1, 1)
  if (pair < 0) return
  if (pair >> 1 !== NO_WORD) found[2] = LEAST + (pair >> 1)
  if ((pair & 1) === 0) return
  at += 3 * pairs
  const triple = find(at, triples, signs, from + 1, 2)
  if (triple >= 0) found[3] = LEAST + triple
  at += 5 * triples
  const four = find(at, Math.floor((end - at) / 7), signs, from + 1, 3)
  if (four >= 0) found[4] = LEAST + four
}

/** What stands behind the `length` characters of `signs` from `from` on, in a sorted list of so many words; or -1. */
function find(at: number, count: number, signs: readonly number[], from: number, length: number): number {
  if (from + length > signs.length) return -1
  const width = 2 * length + 1
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    const entry = at + middle * width
    const order = compare(entry, signs, from, length)
    if (order === 0) return digit(WORDS, entry + width - 1)
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
