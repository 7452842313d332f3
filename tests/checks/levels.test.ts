import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkIssue } from '../../src/checks/check-issue.ts'
import { readIssue } from '../../src/issue/read-issue.ts'
import { articleOf, brief, checked, findings, PUBLICATION } from './checked.ts'

const ROOT = join(import.meta.dirname, '../..')
const REAL = join(ROOT, '../shared/data/bulletin-2023-12')

function checkedFile(folder: string, publication: string, issue: string): readonly string[] {
  const read = (name: string) => ({ file: name, text: readFileSync(join(folder, name), 'utf8') })
  const reading = readIssue({
    publication: read(publication),
    issue: read(issue),
    others: [],
    article: (path) => ({ value: read(path), diagnostics: [] }),
  })
  if (reading.value === null) throw new Error(JSON.stringify(reading.diagnostics))
  const { text } = read(issue)
  return [...reading.diagnostics, ...checkIssue(reading.value)].map((one) => brief(one, text))
}

describe('levels', () => {
  const body = '12月29日至30，公司检查,公司落实。'

  test('a date range is an error unless the settings say otherwise', () => {
    expect(checked(articleOf(body)).map((one) => one.severity)).toEqual(['error', 'warning'])
    const publication = `${PUBLICATION}check: { rules: { date-range: info, 半角标点: 关 } }\n`
    expect(checked(articleOf(body), {}, publication).map((one) => one.severity)).toEqual(['info'])
  })

  test('an article’s own settings win', () => {
    const text = articleOf(body).replace(
      '      body:',
      '      check: { date-range: off, half-width: error }\n      body:',
    )
    expect(checked(text).map((one) => [one.code, one.severity])).toEqual([['W-HALF-WIDTH', 'error']])
  })

  test('profile off says nothing', () => {
    expect(checked(articleOf(body), {}, `${PUBLICATION}check: { profile: off }\n`)).toEqual([])
  })
})

describe('issues', () => {
  test.runIf(existsSync(REAL))('the real one has its five mistakes and no other', () => {
    expect(checkedFile(REAL, 'publication.yaml', 'issue.yaml')).toEqual([
      'W-DATE-RANGE 12月29日至30 → 12月29日至30日',
      ...Array.from({ length: 4 }, () => 'W-HYPHEN - → —'),
    ])
  })

  test.each(['2026-05.yaml', '2026-06.yaml'])('the example %s has none', (name) => {
    expect(checkedFile(join(ROOT, 'issues'), 'publication.yaml', name)).toEqual([])
  })
})

describe('any text', () => {
  const piece = fc.constantFrom(
    ...'一二三要是，。、“”‘’（）()《》…—-,.:"12月日至局长王李张甲乙 ',
    '三点要求：',
    '12月3日',
    '“四统一”（即',
  )

  test('is checked without an exception, and a fix that is taken is not asked for again', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const body = `甲${pieces.join('').replace(/\s+/g, ' ')}`
        const text = articleOf(body)
        const found = checked(text)
        for (const one of found) {
          if (one.replacement === undefined || one.span === null || one.code === 'W-DATE-RANGE') continue
          const fixed = text.slice(0, one.span.from) + one.replacement + text.slice(one.span.to)
          const again = checked(fixed).filter((other) => other.code === one.code)
          expect(again.length).toBeLessThan(found.filter((other) => other.code === one.code).length + 1)
        }
        expect(findings(body).length).toBe(found.length)
      }),
      { numRuns: 200 },
    )
  })
})
