import { describe, expect, test } from 'vitest'
import { withoutTotal } from '../../src/issue/numbering/number-text.ts'
import { type Numbered, numberIssues } from '../../src/issue/numbering/series.ts'
import { PUBLICATION, reading } from './reading.ts'

const issueOf = (date: string, more = '') =>
  `date: ${date}\n${more}sections:\n  简讯:\n    - 近日，甲公司完成检修。\n`

/** `2024-01-15` or `2024-01-15 n3 t40 s`: a date, a number, a total, a supplement. */
function issues(...lines: readonly string[]): readonly Numbered[] {
  return lines.map((line, index) => {
    const [date = '', ...more] = line.split(' ')
    const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
    const value = (sign: string) => more.find((one) => one.startsWith(sign))?.slice(1) ?? null
    const number = value('n')
    const total = value('t')
    return {
      file: `${index}`,
      date: { year, month, day },
      number: number === null ? null : Number(number),
      total: total === null ? null : Number(total),
      supplement: more.includes('s'),
    }
  })
}

type Rules = Parameters<typeof numberIssues>[1]
function numbers(rules: Partial<Rules>, ...lines: readonly string[]): readonly string[] {
  const all = numberIssues(issues(...lines), {
    reset: 'yearly',
    frequency: 'monthly',
    anchor: null,
    ...rules,
  })
  return lines.map((_, index) => {
    const one = all.get(`${index}`)
    return `${one?.number}/${one?.total ?? '-'}`
  })
}
const anchor = { year: 2024, number: 1, total: 87 }

describe('期号 and 总期号', () => {
  test.each([
    [
      'monthly',
      [{ frequency: 'monthly', anchor }, '2024-01-20', '2024-05-20', '2025-02-20'],
      ['1/87', '5/91', '2/100'],
    ],
    [
      'semimonthly',
      [{ frequency: 'semimonthly', anchor }, '2024-01-15', '2024-01-31', '2024-12-16', '2025-01-15'],
      ['1/87', '2/88', '24/110', '1/111'],
    ],
    [
      'weekly',
      [{ frequency: 'weekly', anchor }, '2024-01-05', '2024-01-12', '2024-12-27', '2025-01-03'],
      ['1/87', '2/88', '52/138', '1/139'],
    ],
    [
      'weekly, 53 in a year',
      [{ frequency: 'weekly', anchor }, '2024-01-01', '2024-12-30', '2025-01-06'],
      ['1/87', '53/139', '1/140'],
    ],
    [
      'irregular',
      [{ frequency: 'irregular', anchor }, '2024-01-20', '2024-03-01', '2025-02-02'],
      ['1/87', '2/88', '1/89'],
    ],
    [
      'irregular, known from later on',
      [{ frequency: 'irregular', anchor: { year: 2024, number: 7, total: 40 } }, '2024-06-01', '2024-08-01'],
      ['7/40', '8/41'],
    ],
    [
      'before the anchor',
      [{ frequency: 'monthly', anchor: { year: 2024, number: 3, total: 3 } }, '2024-01-05', '2023-12-05'],
      ['1/1', '12/-'],
    ],
    ['without an anchor', [{ frequency: 'monthly' }, '2024-03-05'], ['3/-']],
    [
      'a written number carries on',
      [{ frequency: 'monthly', anchor }, '2024-03-05 n2', '2024-04-05'],
      ['2/88', '3/89'],
    ],
    [
      'a written total carries on',
      [{ frequency: 'monthly' }, '2024-03-05 t50', '2024-04-05'],
      ['3/50', '4/51'],
    ],
    [
      'never beginning anew',
      [
        { frequency: 'monthly', reset: 'never', anchor: { year: 2024, number: 87, total: 87 } },
        '2024-01-05',
        '2025-01-05',
      ],
      ['87/87', '99/99'],
    ],
    [
      'supplements apart',
      [{ frequency: 'monthly', anchor }, '2024-01-05', '2024-01-10 s', '2024-02-05', '2024-02-10 s'],
      ['1/87', '1/-', '2/88', '2/-'],
    ],
  ] as const)('%s', (_, [rules, ...lines], expected) => {
    expect(numbers(rules as Partial<Rules>, ...lines)).toEqual(expected)
  })
})

describe('an issue’s number among the files present', () => {
  const publication = `${PUBLICATION}frequency: monthly\nnumbering: { anchor: { issue: 2024-01, total: 87 } }\n`
  const codes = (text: string, others: Record<string, string>) =>
    reading(text, publication, others).diagnostics.map((one) => `${one.severity} ${one.code}`)

  test('is printed as the publication wants it', () => {
    const { issue } = reading(issueOf('2024-03-05'), publication)
    expect([issue.number, issue.total, issue.label, issue.dateText]).toEqual([
      3,
      89,
      '2024年第3期（总第89期）',
      '2024年3月5日',
    ])
  })

  test('without a total says nothing of it', () => {
    expect(reading(issueOf('2024-03-15')).issue.label).toBe('2024年第5期')
    expect(withoutTotal('第{n}期(总{total}期)')).toBe('第{n}期')
    expect(withoutTotal('第{n}期　总第{total}期')).toBe('第{n}期　')
  })

  test('a supplement has its own', () => {
    const { issue } = reading(issueOf('2024-03-15', 'supplement: true\n'), publication, {
      '2024-02.yaml': issueOf('2024-02-05'),
    })
    expect(issue.label).toBe('2024年增刊第1期')
  })

  test('twice, with a gap or backwards it is warned of', () => {
    const read = (text: string, others: Record<string, string>) => {
      try {
        return codes(text, others)
      } catch (error) {
        return [(JSON.parse((error as Error).message) as { code: string }[])[0]?.code]
      }
    }
    expect(read(issueOf('2024-03-05'), { 'a.yaml': issueOf('2024-03-20') })).toEqual([
      'warning W-NUMBER-TWICE',
    ])
    expect(read(issueOf('2024-03-05'), { 'a.yaml': issueOf('2024-02-05') })).toEqual([])
    expect(read(issueOf('2024-03-05'), { 'a.yaml': issueOf('2024-01-05') })).toEqual(['warning W-NUMBER-GAP'])
    expect(read(issueOf('2024-03-05', 'number: 3\n'), { 'a.yaml': issueOf('2024-01-05') })).toEqual([
      'info W-NUMBER-GAP',
    ])
    expect(read(issueOf('2024-03-05', '期号: 1\n'), { 'a.yaml': issueOf('2024-02-05') })).toEqual([
      'info W-NUMBER-ORDER',
    ])
    expect(read(issueOf('2024-03-05'), { 'a.yaml': issueOf('2023-11-05'), 'b.md': '没有日期' })).toEqual([])
  })
})
