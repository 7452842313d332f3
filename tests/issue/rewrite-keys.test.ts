import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readIssue } from '../../src/issue/read-issue.ts'
import { rewriteKeys } from '../../src/issue/rewrite-keys.ts'
import { article, issue, publication } from './samples.ts'

const ROOT = join(import.meta.dirname, '../../issues')
const examples = readdirSync(ROOT)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => ({ file: `issues/${name}`, text: readFileSync(join(ROOT, name), 'utf8') }))

const toChinese = (source: { file: string; text: string }) => rewriteKeys(source, 'zh').value

describe('keys in the other language', () => {
  test.each([publication, issue, article, ...examples])(
    'there and back are the same bytes: $file',
    (source) => {
      const chinese = { file: source.file, text: toChinese(source) }
      expect(chinese.text).not.toBe(source.text)
      expect(rewriteKeys(chinese, 'en').value).toBe(source.text)
      expect(toChinese(chinese)).toBe(chinese.text)
    },
  )

  test('mean the same', () => {
    const read = (change: typeof toChinese) =>
      readIssue({
        publication: { ...publication, text: change(publication) },
        issue: { ...issue, text: change(issue) },
        others: [],
        article: () => ({ value: { ...article, text: change(article) }, diagnostics: [] }),
      })
    const spans = (_: string, value: unknown) =>
      typeof value === 'object' && value !== null && 'from' in value && 'to' in value ? null : value
    const english = read((source) => source.text)
    const chinese = read(toChinese)
    expect(chinese.diagnostics).toEqual([])
    expect(JSON.stringify(chinese.value, spans)).toBe(JSON.stringify(english.value, spans))
  })

  test('comments, quotes, spaces and line ends stay', () => {
    const text =
      '# date: 不动\r\n"date" :  2024-01-15   # date\r\nsections:\r\n  简讯:\r\n    - { text: "title: 甲" }\r\n'
    expect(toChinese({ file: 'a.yaml', text })).toBe(
      '# date: 不动\r\n"日期" :  2024-01-15   # date\r\n栏目:\r\n  简讯:\r\n    - { 文字: "title: 甲" }\r\n',
    )
  })

  test('a section that is called like a key is not one', () => {
    const text = 'date: 2024-01-15\nsections:\n  title:\n    - title: 甲\n      credit: { title: 乙 }\n'
    const chinese = toChinese({ file: 'a.yaml', text })
    expect(chinese).toBe('日期: 2024-01-15\n栏目:\n  title:\n    - 标题: 甲\n      供稿: { title: 乙 }\n')
  })

  test('a file that cannot be read stays as it is, and says why', () => {
    const text = 'date：2024-01-15\n'
    const { value, diagnostics } = rewriteKeys({ file: 'a.yaml', text }, 'zh')
    expect(value).toBe(text)
    expect(diagnostics.map((one) => one.code)).toEqual(['E-COLON'])
  })

  test('a key given in both languages is left and reported', () => {
    const text = 'date: 2024-01-15\n日期: 2024-01-16\nsections: {}\n'
    const { value, diagnostics } = rewriteKeys({ file: 'a.yaml', text }, 'zh')
    expect(value).toBe('date: 2024-01-15\n日期: 2024-01-16\n栏目: {}\n')
    expect(diagnostics.map((one) => one.code)).toEqual(['E-DUP', 'E-DUP'])
  })
})
