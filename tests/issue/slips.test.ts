import { describe, expect, test } from 'vitest'
import { wordsOf } from '../../src/cli/words.ts'
import { bless, diagnose, expectation, slips } from './slips.ts'

const all = slips()
if (process.env.BLESS) for (const slip of all) bless(slip)

/** Words that only the YAML library uses. */
const PARSER_WORDS = /implicit|scalar|flow|sequence|collection|mapping|token|indicator|at line \d/i

describe('slips', () => {
  test('there are at least sixty', () => {
    expect(all.length).toBeGreaterThanOrEqual(60)
  })

  test.each(slips().map((slip) => [slip.name, slip] as const))('%s', (_, slip) => {
    const found = diagnose(slip.source)
    expect(found.map((one) => expectation(one, slip.source))).toEqual(slip.expected)
    for (const one of found) {
      for (const language of ['zh', 'en'] as const) {
        const { message, hint } = wordsOf(one, language)
        expect(message).not.toBe('')
        expect(`${message}${hint}`).not.toMatch(/\{\w+\}|undefined|\[object/)
        expect(message).not.toMatch(PARSER_WORDS)
      }
    }
  })
})
