import { describe, expect, test } from 'vitest'
import { wordsOf } from '../../src/report/words.ts'
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

  test('a replacement is certain: put in, the slip it was given for is gone', () => {
    const given = all.flatMap((slip) => diagnose(slip.source).map((one) => [slip, one] as const))
    const certain = given.filter(([, one]) => one.replacement !== undefined)
    expect(certain.length).toBeGreaterThan(15)
    const left = certain.filter(([{ source }, one]) => {
      const place = one.replaces ?? one.span
      if (!place || place.file !== source.file) return true
      const text = source.text.slice(0, place.from) + one.replacement + source.text.slice(place.to)
      const again = diagnose({ file: source.file, text })
      return again.some((other) => other.code === one.code && other.span?.from === one.span?.from)
    })
    expect(left.map(([{ name }, { code, replacement }]) => `${name} ${code} ${replacement}`)).toEqual([])
  })

  test('what is only probable is a guess, and never both', () => {
    const given = all.flatMap((slip) => diagnose(slip.source))
    const guessed = given.filter((one) => one.guess !== undefined)
    expect(new Set(guessed.map((one) => one.code))).toEqual(
      new Set([
        'E-UNKNOWN',
        'E-TYPE',
        'E-ALIAS',
        'E-ANCHOR',
        'E-TAG',
        'E-PICTURE',
        'W-SECTION',
        'W-HASH',
        'W-COLON',
      ]),
    )
    expect(guessed.filter((one) => one.replacement !== undefined)).toEqual([])
  })
})
