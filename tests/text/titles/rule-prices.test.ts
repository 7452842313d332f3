import { describe, expect, test } from 'vitest'
import { type GrammarRule, RULES } from '../../../src/text/clreq/titles/grammar.ts'
import { type Sense, titleBreaks } from '../../../src/text/clreq/titles/title-breaks.ts'
import { wordsIn } from '../../../src/text/dictionary/words-in.ts'
import { NOT_SHOWN, PRICED_TITLES } from './priced-titles.ts'
import { turned } from './score.ts'

const nameOf = ({ left, right, makes }: GrammarRule) => `${left} ${right} ${makes}`

/** The grammar with one rule's breaks at another price. */
const pricedAt = (rule: string, price: number) =>
  RULES.map((one) => (nameOf(one) === rule ? { ...one, price: () => price } : one))

/** By the grammar alone. */
const readBy = (rules: Sense['rules']) => (title: string) =>
  titleBreaks(title, wordsIn(title), { rules, weigh: () => 0 })

describe('each rule’s price makes its title', () => {
  test.each(PRICED_TITLES)('$rule: $is', ({ rule, measure, is, otherwise, at = 0 }) => {
    const title = is.replaceAll('/', '')
    expect(turned(title, measure, readBy(RULES)).join('/')).toBe(is)
    expect(turned(title, measure, readBy(pricedAt(rule, at))).join('/')).toBe(otherwise)
  })

  test('all rules have one, but for those of which it is said', () => {
    const shown = PRICED_TITLES.map(({ rule }) => rule)
    expect([...shown, ...NOT_SHOWN].sort()).toEqual(RULES.map(nameOf).sort())
  })
})
