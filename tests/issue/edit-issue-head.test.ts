import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editIssueHead, readIssueHead } from '../../src/issue/write/edit-issue-head.ts'
import { HEAD_FIELDS, type HeadField } from '../../src/issue/write/outline-acts.ts'

const file = 'issue.yaml'
const REST = 'sections:\n  要闻:\n    - 一条。   # 注\n'
const TEXT = `# 头一行\nstatus: draft\ndate: 2026-01-05   # 日期\n${REST}`

const edited = (field: HeadField, text: string, source = TEXT) =>
  editIssueHead({ file, text: source }, { act: 'set-issue', field, text })

describe('number, date and pages of an issue', () => {
  test('are read as they are written, in either language', () => {
    expect(readIssueHead({ file, text: TEXT })).toEqual({ date: '2026-01-05' })
    const chinese = '日期: 2026年1月5日\n期号: 3\n页数: 自动4\n栏目: {}\n'
    expect(readIssueHead({ file, text: chinese })).toEqual({
      date: '2026年1月5日',
      number: '3',
      pages: '自动4',
    })
    expect(readIssueHead({ file, text: 'date: [\n' })).toBeNull()
  })

  test.each<readonly [HeadField, string, string]>([
    ['date', '2026-02-05', TEXT.replace('2026-01-05', '2026-02-05')],
    ['number', '3', TEXT.replace('# 日期\n', '# 日期\nnumber: 3\n')],
    ['pages', 'auto4', TEXT.replace('# 日期\n', '# 日期\npages: auto4\n')],
    ['pages', '', TEXT],
  ])('%s becomes “%s” in one line', (field, text, wanted) => {
    expect(edited(field, text).value).toBe(wanted)
  })

  test('a line is taken out, and keys are in the language of the others', () => {
    const chinese = `日期: 2026-01-05\r\n页数: 8   # 要\r\n栏目:\r\n  要闻: []\r\n`
    expect(edited('pages', '', chinese).value).toBe('日期: 2026-01-05\r\n栏目:\r\n  要闻: []\r\n')
    expect(edited('number', '3', chinese).value).toBe(chinese.replace('05\r\n', '05\r\n期号: 3\r\n'))
  })

  test.each<readonly [HeadField, string]>([
    ['number', '三'],
    ['number', '0'],
    ['pages', '-1'],
    ['pages', '八开'],
    ['date', '2026-02-30'],
    ['date', '下周'],
    ['pages', '4 # 注'],
    ['date', '[2026]'],
  ])('%s cannot be “%s”: that is said by its key', (field, text) => {
    const { value, diagnostics } = edited(field, text)
    expect(value).toBeNull()
    expect(diagnostics[0]?.code).not.toBe('E-OUTLINE-EDIT')
  })

  test('where all others go on below their keys, the line stands above them', () => {
    const text = '# 头\nsections:\n  要闻: []\n'
    expect(edited('date', '2026-01-05', text).value).toBe('# 头\ndate: 2026-01-05\nsections:\n  要闻: []\n')
    expect(edited('number', '3', '栏目:\n  要闻: []\n').value).toBe('期号: 3\n栏目:\n  要闻: []\n')
  })

  test('what cannot be told is left alone', () => {
    expect(edited('number', '3', 'date: [\n').value).toBeNull()
  })

  test('whatever is asked for, all else stays; a value that is taken reads back', () => {
    const value = fc.oneof(
      fc.string({ maxLength: 8 }).filter((one) => !/[\r\n]/.test(one)),
      fc.constantFrom('7', '２', '2026-12-31', '2026年12月31日', 'auto', '自动16', 'true', '{ a: b }', '- 1'),
    )
    fc.assert(
      fc.property(fc.constantFrom(...HEAD_FIELDS), value, (field, text) => {
        const { value: made } = edited(field, text)
        if (made === null) return
        expect(made.endsWith(REST)).toBe(true)
        expect(made.startsWith('# 头一行\nstatus: draft\n')).toBe(true)
        expect(readIssueHead({ file, text: made })?.[field] ?? '').toBe(text.trimEnd())
      }),
    )
  })
})
