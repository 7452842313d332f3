import { describe, expect, test } from 'vitest'
import { type Code, catalogue } from '../../src/base/catalogue.ts'
import { type Diagnostic, diagnostic } from '../../src/base/diagnostic.ts'
import type { MessageText } from '../../src/base/message-text.ts'
import { exitCodeOf } from '../../src/report/exit-code.ts'
import { formatReport } from '../../src/report/report.ts'
import { jsonReport } from '../../src/report/report-json.ts'
import { languageOf } from '../../src/report/words.ts'

const text = '一行\n\t题图： caption 很长\r\n第三行'
const sources = new Map([['a.yaml', { file: 'a.yaml', text }]])
const code = 'E-NO-ISSUE' satisfies Code

function at(from: number, to: number): Diagnostic {
  return { severity: 'error', code, span: { file: 'a.yaml', from, to }, values: { folder: 'x' } }
}

describe('formatReport', () => {
  test('frames the place with carets aligned by East Asian width', () => {
    const lines = formatReport([at(6, 7)], sources, { language: 'zh', colour: false }).split('\n')
    expect(lines[0]).toBe(`错误 ${code}  a.yaml:2:4`)
    expect(lines.filter((line) => line.includes('│'))).toEqual([
      ' 1 │ 一行',
      ' 2 │  题图： caption 很长',
      '   │      ^^',
    ])
  })

  test('counts lines ended by CR LF once', () => {
    const place = text.indexOf('第三')
    expect(formatReport([at(place, place + 1)], sources, { language: 'en', colour: false })).toContain(
      'a.yaml:3:1',
    )
  })

  test('shows the part around the place of a long line', () => {
    const long = { file: 'b.yaml', text: `${'字'.repeat(300)}错${'字'.repeat(300)}` }
    const one: Diagnostic = { ...at(300, 301), span: { file: 'b.yaml', from: 300, to: 301 } }
    const report = formatReport([one], new Map([['b.yaml', long]]), { language: 'zh', colour: false })
    const [line = '', carets = ''] = report
      .split('\n')
      .filter((row) => row.includes('│'))
      .slice(-2)
    expect(line).toContain('错')
    const before = [...line.slice(0, line.indexOf('错'))].reduce(
      (sum, c) => sum + (/[字…]/.test(c) ? 2 : 1),
      0,
    )
    expect(carets.indexOf('^')).toBe(before)
  })
})

describe('exit codes', () => {
  test('warnings end with 0, an error with its own code', () => {
    expect(exitCodeOf([{ ...at(0, 0), severity: 'warning' }])).toBe(0)
    expect(exitCodeOf([at(0, 0)])).toBe((catalogue()[code] as MessageText).exit ?? 1)
  })
})

describe('jsonReport', () => {
  test('gives line and column counted from 1', () => {
    const [one] = jsonReport([at(4, 5)], sources, 'en') as Record<string, unknown>[]
    expect(one).toMatchObject({ code, line: 2, column: 2, endLine: 2, endColumn: 3, file: 'a.yaml' })
  })
})

describe('languageOf', () => {
  test('--lang wins over the locale; without either Chinese', () => {
    expect(languageOf('en', { LANG: 'zh_CN.UTF-8' })).toBe('en')
    expect(languageOf(undefined, { LANG: 'en_GB.UTF-8' })).toBe('en')
    expect(languageOf(undefined, {})).toBe('zh')
  })
})

describe('catalogue', () => {
  test("a code's letter is its severity", () => {
    const letters = { error: 'E', warning: 'W', info: 'I' }
    for (const [code, { severity }] of Object.entries(catalogue())) expect(code[0]).toBe(letters[severity])
    expect(diagnostic('W-GLYPH', null).severity).toBe('warning')
  })

  test('every code has words in both languages with the same placeholders', () => {
    // A value may be said in each language: {askZh} in one is {askEn} in the other.
    const names = (words: string) =>
      [...words.matchAll(/\{(\w+)\}/g)]
        .map((match) => match[1]?.replace(/(Zh|En)$/, '') ?? '')
        .filter((name) => name !== 'zh' && name !== 'en')
        .sort()
    const uneven = Object.entries(catalogue() as Record<string, MessageText>).filter(([, message]) => {
      const missing =
        message.zh === '' ||
        message.en === '' ||
        (message.hintZh === undefined) !== (message.hintEn === undefined)
      return missing || names(message.zh).join() !== names(message.en).join()
    })
    expect(uneven.map(([name]) => name)).toEqual([])
  })
})
