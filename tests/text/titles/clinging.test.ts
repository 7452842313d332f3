import { expect, test } from 'vitest'
import { BY_ENDS, clinging, LOOSE, signsOfWord, WHOLLY } from '../../../src/text/clreq/titles/clinging.ts'
import { ROWS } from '../../../src/text/clreq/titles/clinging-rows.ts'
import { RULES } from '../../../src/text/clreq/titles/grammar.ts'
import { PRICES } from '../../../src/text/clreq/titles/prices.ts'
import { titleBreaks } from '../../../src/text/clreq/titles/title-breaks.ts'
import { tokensOf } from '../../../src/text/clreq/titles/tokens.ts'
import { wordsIn } from '../../../src/text/dictionary/words-in.ts'

test.each([
  ['质量', '提升', WHOLLY],
  ['职称', '评审', WHOLLY],
  ['提升', '质量', LOOSE],
  ['服务', '服务', LOOSE],
  ['工程质量', '提升', BY_ENDS],
  ['区', '提升', LOOSE],
  ['', '提升', LOOSE],
])('%s and %s cling so much: %i', (first, second, degree) => {
  expect(clinging(first, second)).toBe(degree)
})

test('a word is found in its row where its signs begin, not across two words', () => {
  const words = [
    '质量',
    '提升',
    '职称',
    '评审',
    '返乡',
    '创业',
    '安全',
    '工程',
    '服务',
    '培训',
    '技能',
    '检查',
  ]
  const three = (signs: string) => signs.match(/.../g) ?? []
  const rows = ROWS.map((row) => row.split('>').map((side) => new Set(three(side))))
  for (const first of words)
    for (const second of words) {
      const listed = rows.some(
        ([left, right]) => left?.has(signsOfWord(first)) && right?.has(signsOfWord(second)),
      )
      expect(clinging(first, second), `${first} ${second}`).toBe(listed && first !== second ? WHOLLY : LOOSE)
    }
})

/** The price of a break before the last `count` characters, by the grammar alone. */
function priceBefore(title: string, count: number): number {
  const { prices } = titleBreaks(title, wordsIn(title), { rules: RULES, weigh: () => 0 })
  return prices[title.length - count] as number
}

test('words that cling are read as one, and a break between them is dearer', () => {
  expect(priceBefore('区残联职业技能培训', 4)).toBeGreaterThan(PRICES.whole)
  expect(priceBefore('区残联职业技能培训', 6)).toBeLessThan(PRICES.whole)
})

test('no bond makes a place between words as dear as one inside a word', () => {
  const title = '老旧管网更新改造工程质量安全监管体系'
  const words = wordsIn(title)
  const { prices } = titleBreaks(title, words)
  for (const { from } of tokensOf(words).slice(1)) expect(prices[from]).toBeLessThan(PRICES.inWord)
})
