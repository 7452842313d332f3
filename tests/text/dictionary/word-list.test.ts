import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { characterPrice, findWords, signsOf, wordPlace } from '../../../src/text/dictionary/word-list.ts'
import { CHARACTERS, GROUPS, WORDS } from '../../../src/text/dictionary/word-table.ts'
import { wordsIn } from '../../../src/text/dictionary/words-in.ts'

/** The table read from its description alone, all of it: every word with its price. */
function readAll(): Map<string, number> {
  const value = (table: string, at: number, count: number) =>
    [...table.slice(at, at + count)].reduce((sum, one) => {
      const code = one.charCodeAt(0)
      return sum * 89 + code - (code > 92 ? 38 : 37)
    }, 0)
  const characters: string[] = []
  for (let at = 0; at < CHARACTERS.length; at += 3) {
    expect(value(CHARACTERS, at + 1, 2)).toBe(characters.length)
    for (let bit = 0; bit < 6; bit += 1)
      if ((value(CHARACTERS, at, 1) >> bit) & 1) characters.push(String.fromCharCode(0x4e00 + at * 2 + bit))
  }
  const words = new Map<string, number>()
  let last = ''
  const add = (text: string, price: number) => {
    expect(text.length !== last.length || text > last, `${last} ${text}`).toBe(true)
    last = text
    words.set(text, price)
  }
  const rest = (at: number, length: number) =>
    Array.from({ length }, (_, i) => characters[value(WORDS, at + 2 * i, 2)]).join('')
  characters.forEach((first, i) => {
    let at = value(GROUPS, 4 * i, 3)
    const end = value(GROUPS, 4 * i + 4, 3)
    const longer = value(GROUPS, 4 * i + 3, 1) % 2 === 1
    const pairs = longer ? value(WORDS, at, 2) : (end - at) / 3
    const triples = longer ? value(WORDS, at + 2, 2) : 0
    if (longer) at += 4
    last = ''
    for (let left = pairs; left > 0; left -= 1, at += 3) {
      const price = Math.floor(value(WORDS, at + 2, 1) / 2)
      if (price < 43) add(first + rest(at, 1), price)
    }
    last = ''
    for (let left = triples; left > 0; left -= 1, at += 5) add(first + rest(at, 2), value(WORDS, at + 4, 1))
    last = ''
    for (; at < end; at += 7) add(first + rest(at, 3), value(WORDS, at + 6, 1))
    expect(at).toBe(end)
  })
  return words
}

const all = readAll()

/** As cut-han.ts asks for it. */
function priceOf(word: string): number {
  const places = [...word].map((one) => wordPlace(one.charCodeAt(0)))
  if (places.length === 1) return characterPrice(places[0] as number)
  const found: number[] = []
  findWords(places, places.map(signsOf), 0, found)
  return found[word.length] || Number.POSITIVE_INFINITY
}

describe('the word list', () => {
  test('is ASCII that needs no escape, and not larger than it should be', () => {
    expect(CHARACTERS + GROUPS + WORDS).toMatch(/^[%-[\]-~]+$/)
    expect((CHARACTERS + GROUPS + WORDS).length).toBeLessThan(210_000)
    expect(all.size).toBeGreaterThan(40_000)
  })

  test('every word is found, with its price', () => {
    const wrong = [...all].filter(([word, price]) => priceOf(word) !== 21 + price)
    expect(wrong).toEqual([])
  })

  test('nothing else is found', () => {
    const characters = [...new Set([...all.keys()].join(''))].slice(0, 400)
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...characters), minLength: 2, maxLength: 4 }), (word) => {
        expect(Number.isFinite(priceOf(word))).toBe(all.has(word))
      }),
      { numRuns: 2000 },
    )
  })

  test('common words are cheaper than rare ones', () => {
    expect(priceOf('中国')).toBeLessThan(priceOf('国家'))
    expect(priceOf('国家')).toBeLessThan(priceOf('国徽'))
    expect(priceOf('的')).toBeLessThan(priceOf('水'))
  })
})

describe('the division', () => {
  const words = [
    '国家',
    '家人',
    '人民',
    '民生',
    '生活',
    '活动',
    '动员',
    '员工',
    '工会',
    '会议',
    '中',
    '心',
    '的',
  ]

  test('no other is cheaper', () => {
    const cheapest = (text: string): number => {
      if (text === '') return 0
      let best = Number.POSITIVE_INFINITY
      for (let length = 1; length <= Math.min(4, text.length); length += 1) {
        const price = priceOf(text.slice(0, length))
        if (Number.isFinite(price)) best = Math.min(best, price + cheapest(text.slice(length)))
      }
      return best
    }
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 5 }), (parts) => {
        const text = parts.join('')
        const price = wordsIn(text).reduce((sum, one) => sum + priceOf(one.text), 0)
        expect(price).toBe(cheapest(text))
      }),
    )
  })
})
