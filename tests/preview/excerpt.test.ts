import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  excerptOf,
  type OutlinePieces,
  outlinePieces,
  pieceOf,
  piecesAfter,
  sameUpTo,
  stretchBetween,
} from '../../src/preview/excerpt.ts'

const FILE = 'issues/2026-01.yaml'
const TEXT = `# 一期
date: 2026-01-05
sections:
  要闻:
    - title: 甲题   # 注
      body: |
        甲文一段。

        甲文二段。
    - title: 乙题
      body: 乙文。
  简讯:
    - 一条。
    - 二条。
pages: 2
`

const pieces = outlinePieces(FILE, TEXT) as OutlinePieces
const at = (words: string) => TEXT.indexOf(words)

describe('where two texts differ', () => {
  test('the stretch turns one into the other, and is as short as can be told', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 9 })
    fc.assert(
      fc.property(word, word, word, word, (head, old, now, tail) => {
        const [before, after] = [head + old + tail, head + now + tail]
        const stretch = stretchBetween(before, after)
        if (stretch === null) return before === after
        const { from, to, length } = stretch
        const put = after.slice(from, from + length)
        expect(before.slice(0, from) + put + before.slice(to)).toBe(after)
        return to - from <= old.length && length <= now.length
      }),
    )
  })

  test('in long texts too', () => {
    const long = '字'.repeat(9000)
    const [before, after] = [`${long}甲${long}`, `${long}乙丙${long}`]
    expect(stretchBetween(before, after)).toEqual({ from: 9000, to: 9001, length: 2 })
    expect(sameUpTo(long, before)).toBe(9000)
    expect(stretchBetween(long, long)).toBeNull()
  })
})

describe('one piece of an issue alone', () => {
  test('is its section’s only one, and its words are as far on as is said', () => {
    const piece = pieceOf(pieces, { from: at('二段'), to: at('二段') + 1, length: 0 }) as number
    const { text, shift } = excerptOf(TEXT, pieces, piece)
    expect(text).toBe(
      '# 一期\ndate: 2026-01-05\nsections:\n  要闻:\n    - title: 甲题   # 注\n      body: |\n        甲文一段。\n\n        甲文二段。\n\n',
    )
    const second = pieceOf(pieces, { from: at('二条'), to: at('二条'), length: 1 }) as number
    const own = excerptOf(TEXT, pieces, second)
    expect(own.text).toContain('  简讯:\n    - 二条。')
    expect(own.text.indexOf('二条')).toBe(at('二条') - own.shift)
    expect(shift).toBe(0)
  })

  test('what lies in no piece, or in two, is in none', () => {
    expect(pieceOf(pieces, { from: at('date'), to: at('date'), length: 1 })).toBeNull()
    expect(pieceOf(pieces, { from: at('二段'), to: at('乙文'), length: 1 })).toBeNull()
    expect(pieceOf(pieces, { from: at('pages'), to: at('pages'), length: 1 })).toBeNull()
    expect(outlinePieces(FILE, 'sections: [')).toBeNull()
  })

  test('after words in a piece, all pieces are where they are read to be', () => {
    const places = ['文一段', '甲文二', '乙文', '一条', '二条'].map(at)
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        fc.nat(2),
        fc.constantFrom('', '字', '三个字'),
        (from, less, put) => {
          const stretch = { from, to: from + less, length: put.length }
          const text = TEXT.slice(0, from) + put + TEXT.slice(from + less)
          const piece = pieceOf(pieces, stretch)
          if (piece === null) throw new Error('no piece')
          expect(piecesAfter(pieces, piece, stretch)).toEqual(outlinePieces(FILE, text))
        },
      ),
    )
  })
})
