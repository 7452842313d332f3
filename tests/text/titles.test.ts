import { describe, expect, test } from 'vitest'
import { RULES } from '../../src/text/clreq/titles/grammar.ts'
import { titleBreaks } from '../../src/text/clreq/titles/title-breaks.ts'
import { wordsIn } from '../../src/text/dictionary/words-in.ts'
import { endsOf, judge, type Lot, readTitles, share, turned, type Verdict } from './titles/score.ts'

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
  'looked-at': { right: 0.94, marked: 0.98 },
  'learned-from': { right: 0.82, marked: 0.95 },
  'learned-more': { right: 0.92, marked: 0.95 },
  'learned-kinds': { right: 0.9, marked: 0.93 },
  varied: { right: 0.91, marked: 0.98 },
  'kept-back': { right: 0.87, marked: 0.92 },
  'kept-back-last': { right: 0.82, marked: 0.93 },
  'kept-back-new': { right: 0.8, marked: 0.88 },
  'kept-back-varied': { right: 0.88, marked: 0.9 },
  'kept-back-other': { right: 0.87, marked: 0.93 },
  'kept-back-latest': { right: 0.89, marked: 0.92 },
} as const

describe('R47: titles turn between the parts of the sentence', () => {
  test.each(Object.keys(SCORES) as Lot[])('of the titles %s', (name) => {
    const verdicts = verdictsOf(name)
    expect(verdicts.length).toBeGreaterThan(
      name.endsWith('varied') ? 90 : name === 'kept-back-other' ? 80 : 160,
    )
    expect(share(verdicts)).toBeGreaterThanOrEqual(SCORES[name].right)
    expect(share(verdicts, 'marked')).toBeGreaterThanOrEqual(SCORES[name].marked)
  })

  test('of the breaks of titles kept back one in ten is at no marked place', () => {
    const lots = (Object.keys(SCORES) as Lot[]).filter((name) => name.startsWith('kept-back'))
    const breaks = lots.flatMap(readTitles).flatMap((one) => {
      const ends = [8, 11, 15, 22].flatMap((em) => endsOf(turned(one.title, em)))
      return ends.map((at) => one.good.has(at) || one.allowed.has(at))
    })
    const wrong = breaks.filter((marked) => !marked).length / breaks.length
    expect(wrong).toBeLessThan(0.1)
  })

  test('words beside a place tell what the grammar does not', () => {
    const verdicts = readTitles('learned-from').flatMap((one) => judge(one, byGrammar))
    expect(share(verdicts, 'marked')).toBeLessThan(SCORES['learned-from'].marked - 0.02)
  })

  test('it is the grammar that does it', () => {
    const some = readTitles('looked-at').filter((_, at) => at % 3 === 0)
    const without = some.flatMap((one) => judge(one, byWords))
    expect(share(without)).toBeLessThan(SCORES['looked-at'].right - 0.25)
  })

  test('no line has fewer than three characters', () => {
    const short = verdictsOf('looked-at').filter(({ lines }) => lines.some((line) => [...line].length < 3))
    expect(short).toEqual([])
  })
})
