import { describe, expect, test } from 'vitest'
import { judge, type Lot, readTitles, share, type Verdict } from './titles/score.ts'

const judged = new Map<Lot, readonly Verdict[]>()

function verdictsOf(name: Lot): readonly Verdict[] {
  const known = judged.get(name) ?? readTitles(name).flatMap((one) => judge(one))
  judged.set(name, known)
  return known
}

/** What docs/titles.md tells; a change that lowers one of them is no improvement. */
const SCORES = { 'looked-at': 0.94, 'kept-back': 0.83, 'kept-back-last': 0.77 } as const

describe('R47: titles turn between the parts of the sentence', () => {
  test.each(['looked-at', 'kept-back', 'kept-back-last'] as const)('of the titles %s', (name) => {
    const verdicts = verdictsOf(name)
    expect(verdicts.length).toBeGreaterThan(170)
    expect(share(verdicts)).toBeGreaterThanOrEqual(SCORES[name])
  })

  test('it is the grammar that does it', () => {
    const some = readTitles('looked-at').filter((_, at) => at % 3 === 0)
    const without = some.flatMap((one) => judge(one, []))
    expect(share(without)).toBeLessThan(0.65)
  })

  test('no line has fewer than three characters', () => {
    const short = verdictsOf('looked-at').filter(({ lines }) => lines.some((line) => [...line].length < 3))
    expect(short).toEqual([])
  })
})
