import { describe, expect, test } from 'vitest'
import { RULES } from '../../src/text/clreq/titles/grammar.ts'
import { titleBreaks } from '../../src/text/clreq/titles/title-breaks.ts'
import { wordsIn } from '../../src/text/dictionary/words-in.ts'
import { judge, type Lot, readTitles, share, type Verdict } from './titles/score.ts'

/** Without what the words tell. */
const byGrammar = (title: string) => titleBreaks(title, wordsIn(title), { rules: RULES, weigh: () => 0 })

/** Without any rule of the grammar. */
const byWords = (title: string) => titleBreaks(title, wordsIn(title), { rules: [], weigh: () => 0 })

const judged = new Map<Lot, readonly Verdict[]>()

function verdictsOf(name: Lot): readonly Verdict[] {
  const known = judged.get(name) ?? readTitles(name).flatMap((one) => judge(one))
  judged.set(name, known)
  return known
}

/** What docs/titles.md tells; a change that lowers one of them is no improvement. */
const SCORES = {
  'looked-at': { right: 0.95, marked: 0.97 },
  'learned-from': { right: 0.8, marked: 0.92 },
  'kept-back': { right: 0.87, marked: 0.89 },
  'kept-back-last': { right: 0.83, marked: 0.91 },
  'kept-back-new': { right: 0.82, marked: 0.88 },
} as const

describe('R47: titles turn between the parts of the sentence', () => {
  test.each(Object.keys(SCORES) as Lot[])('of the titles %s', (name) => {
    const verdicts = verdictsOf(name)
    expect(verdicts.length).toBeGreaterThan(160)
    expect(share(verdicts)).toBeGreaterThanOrEqual(SCORES[name].right)
    expect(share(verdicts, 'marked')).toBeGreaterThanOrEqual(SCORES[name].marked)
  })

  test('words beside a place tell what the grammar does not', () => {
    const verdicts = readTitles('learned-from').flatMap((one) => judge(one, byGrammar))
    expect(share(verdicts, 'marked')).toBeLessThan(SCORES['learned-from'].marked - 0.02)
  })

  test('it is the grammar that does it', () => {
    const some = readTitles('looked-at').filter((_, at) => at % 3 === 0)
    const without = some.flatMap((one) => judge(one, byWords))
    expect(share(without)).toBeLessThan(0.65)
  })

  test('no line has fewer than three characters', () => {
    const short = verdictsOf('looked-at').filter(({ lines }) => lines.some((line) => [...line].length < 3))
    expect(short).toEqual([])
  })
})
