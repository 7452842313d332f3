import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { catalogue } from '../../src/base/catalogue.ts'
import type { MessageText } from '../../src/base/message-text.ts'
import { findExplanation } from '../../src/report/explain/find-explanation.ts'

const codes = Object.keys(catalogue())

describe('explanations', () => {
  test('every code has a cause, an example and a cure in both languages', async () => {
    const wanting: string[] = []
    for (const code of codes) {
      const found = await findExplanation(code)
      const whole =
        found && [found.zh, found.en, found.example, found.cureZh, found.cureEn].every((one) => one !== '')
      if (!whole) wanting.push(code)
    }
    expect(wanting).toEqual([])
  })

  test('Chinese is Chinese, English is English', async () => {
    for (const code of codes) {
      const found = await findExplanation(code)
      expect(`${found?.zh}${found?.cureZh}`, code).toMatch(/[\u4e00-\u9fff]{2}/)
      expect(found?.en, code).toMatch(/[a-z]{2,} [a-z]{2,}/)
    }
  })

  test('nothing is explained that nobody says', async () => {
    const folder = resolve(import.meta.dirname, '../../src/report/explain')
    const explained = readdirSync(folder).flatMap((file) =>
      [...readFileSync(join(folder, file), 'utf8').matchAll(/^ {2}'([EWI]-[A-Z-]+)': \{/gm)].map(
        (match) => match[1] ?? '',
      ),
    )
    expect(explained.filter((code) => !codes.includes(code))).toEqual([])
  })
})

/** Codes that need a machine or a moment no test has: another program holding a file, a full disk, a missing library. */
const BEYOND_TESTS = [
  'E-WRITE',
  'E-WRITE-FULL',
  'E-WRITE-BUSY',
  'W-SHARP',
  'E-IMAGE-TIME',
  'E-MEMORY',
  'E-USAGE',
]

/** Fonts of kinds that cannot be made in a test's few bytes. */
const BY_FONTS = ['W-PRINT-FONT']

describe('codes', () => {
  test('each is raised by some test or case', () => {
    const folder = resolve(import.meta.dirname, '..')
    const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:ts|yaml|md|txt)$/.test(name) && !name.endsWith('explain.test.ts'))
      .map((name) => readFileSync(join(folder, name), 'utf8'))
    const all = texts.join('\n')
    const excused = (code: string) => [...BEYOND_TESTS, ...BY_FONTS].includes(code)
    const raised = (code: string) => new RegExp(`${code}(?![A-Z-])`).test(all)
    const silent = codes.filter((code) => !raised(code) && !excused(code))
    expect(silent).toEqual([])
  })

  test('exit codes are those that the README gives them', () => {
    const exits = (prefix: RegExp) =>
      new Set(
        Object.entries(catalogue() as Readonly<Record<string, MessageText>>)
          .filter(([code, text]) => prefix.test(code) && text.severity === 'error')
          .map(([, text]) => text.exit ?? 1),
      )
    expect(exits(/^E-(?:OPTION|ARGUMENT|COMMAND|USAGE)/)).toEqual(new Set([2]))
    expect(exits(/^E-(?:MISSING|ENCODING|READ|NO-)/)).toEqual(new Set([3, 1]))
    expect(exits(/^E-WRITE(?!-INPUT)/)).toEqual(new Set([5]))
    expect(exits(/^E-(?:PATH|PIXELS|FILE-KIND|FILE-SIZE|OUTPUT-)/)).toEqual(new Set([6]))
  })
})
