// The word list as text of printable ASCII that src/text/dictionary/word-list.ts reads in place.

/** Ascending; without what a string would need a backslash for, and without ${. */
const SIGNS = Array.from({ length: 0x7f - 0x25 }, (_, at) => String.fromCharCode(0x25 + at)).filter(
  (one) => one !== '\\',
)
const BASE = SIGNS.length
const FIRST_HAN = 0x4e00
const BLOCK = 6
const MOST = 42
const NO_WORD = 43

const digits = (value, count) => {
  let text = ''
  for (let rest = value, at = 0; at < count; at += 1) {
    text = SIGNS[rest % BASE] + text
    rest = Math.floor(rest / BASE)
  }
  if (value >= BASE ** count) throw new Error(`${value} needs more than ${count} signs`)
  return text
}

/** Thirds of a bit of log₂(total / count), from 7 bits on. */
function priceOf(count, total) {
  return Math.min(MOST, Math.max(0, Math.round(3 * (Math.log2(total / Math.max(1, count)) - 7))))
}

/** In the order of src/text/dictionary/word-classes.ts; nine, so that one sign tells two of them. */
export const CLASSES = [
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

/** Two classes a sign. */
function packed(classes) {
  let text = ''
  const value = (at) => Math.max(0, CLASSES.indexOf(classes[at] ?? 'noun'))
  for (let at = 0; at < classes.length; at += 2) text += digits(9 * value(at) + value(at + 1), 1)
  return text
}

/** The parts of src/text/dictionary/word-table.ts. */
export function encode({ words, singles, total, classes }) {
  const used = [...new Set([...words.keys()].flatMap((one) => [...one]))].sort()
  const rank = new Map(used.map((one, at) => [one, at]))
  const code = (text) => [...text].map((one) => digits(rank.get(one), 2)).join('')
  const byFirst = new Map(used.map((one) => [one, []]))
  for (const text of words.keys()) byFirst.get(text[0]).push(text)
  let groups = ''
  let body = ''
  // Entries take three signs or more, so a third of the offset numbers them.
  const classesOfWords = []
  const add = (text, entry) => {
    classesOfWords[Math.floor(body.length / 3)] = classes.get(text)
    body += entry
  }
  const price = (text) => (words.has(text) ? priceOf(words.get(text), total) : NO_WORD)
  for (const first of used) {
    const list = byFirst.get(first)
    const longer = list.filter(({ length }) => length > 2)
    const single = priceOf(singles.get(first) ?? 0, total)
    groups += digits(body.length, 3) + digits(2 * single + (longer.length > 0 ? 1 : 0), 1)
    const heads = new Set(longer.map((text) => text.slice(0, 2)))
    const pairs = [...new Set([...list.filter(({ length }) => length === 2), ...heads])].sort()
    const rest = (length) => longer.filter((text) => text.length === length).sort()
    if (longer.length > 0) body += digits(pairs.length, 2) + digits(rest(3).length, 2)
    for (const text of pairs)
      add(text, code(text[1]) + digits(2 * price(text) + (heads.has(text) ? 1 : 0), 1))
    for (const text of [...rest(3), ...rest(4)]) add(text, code(text.slice(1)) + digits(price(text), 1))
  }
  groups += digits(body.length, 3)
  return {
    characters: directory(used),
    groups,
    words: body,
    classesOfCharacters: packed(used.map((one) => classes.get(one))),
    classesOfWords: packed(classesOfWords),
  }
}

/** For every six code points: which of them are used, and how many are before. */
function directory(used) {
  const codes = new Set(used.map((one) => one.codePointAt(0)))
  const last = Math.max(...codes)
  let text = ''
  let before = 0
  for (let from = FIRST_HAN; from <= last; from += BLOCK) {
    let bits = 0
    for (let at = 0; at < BLOCK; at += 1) if (codes.has(from + at)) bits |= 1 << at
    text += digits(bits, 1) + digits(before, 2)
    before += bits.toString(2).replaceAll('0', '').length
  }
  if (before !== used.length) throw new Error('a character outside U+4E00–9FFF')
  return text
}
