import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addItems } from '../../src/issue/write/add-items.ts'
import { docx, p, SENTENCE, title } from './docx-parts.ts'
import { imported, letters, wordsOf } from './imported.ts'

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
const hostile = fc
  .array(
    fc.constantFrom(
      ...'甲乙一二1a，。：；“”（）、—…　 *^~[]()\\|#->!&%@`\'"{}:,.?=+_<$/',
      '**',
      '---',
      '# ',
      '| ',
      ': ',
      ' #',
      '1. ',
      '1.',
      '一、',
      '（一）',
      '- ',
      '> ',
      '![](a)',
      '](https://a.cn)',
      '\t',
      '供稿：',
      '图为',
      '——',
      '***',
      '\u200b',
      '𠮷',
      '编者按：',
      'key: v',
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join(''))

describe('what comes in', () => {
  test('is read again as the same text, whatever it looks like', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostile, { minLength: 1, maxLength: 5 }), async (lines) => {
        const body =
          title('水务集团检查供水保障') +
          p(SENTENCE) +
          lines.map((line) => p(`<w:r><w:t xml:space="preserve">${escaped(line)}</w:t></w:r>`)).join('') +
          p(SENTENCE)
        const found = await imported({ '来稿.docx': docx({ body }) })
        expect(found.diagnostics).toEqual([])
        expect(found.readDiagnostics.filter((one) => one.severity === 'error')).toEqual([])
        const words = letters(wordsOf(found.issue) + found.entries.map((one) => one.text).join('\n'))
        for (const line of lines) expect(words).toContain(letters(line.replace(/\u200b/g, '')))
      }),
      { numRuns: 150 },
    )
  })

  test('gets its title through whatever signs it has', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (line) => {
        const body = title(`供水${escaped(line)}保障`) + p(SENTENCE)
        const found = await imported({ '来稿.docx': docx({ body }) })
        expect(found.readDiagnostics.filter((one) => one.severity === 'error')).toEqual([])
        expect(letters(wordsOf(found.issue))).toContain(letters(`供水${line.replace(/\u200b/g, '')}保障`))
      }),
      { numRuns: 100 },
    )
  })
})

describe('the issue that takes items in', () => {
  const add = (text: string, section = '要闻') =>
    addItems({ file: 'a.yaml', text }, section, [{ file: '甲/a.md' }])

  test.each([
    [
      'a list with comments',
      'date: 2026-01-05\nsections:\n  要闻:  # 头版\n    - file: a.md # 一\n    # 二\n  简讯:\n    - 乙\n',
      'date: 2026-01-05\nsections:\n  要闻:  # 头版\n    - file: a.md # 一\n    - file: 甲/a.md\n    # 二\n  简讯:\n    - 乙\n',
    ],
    [
      'a list at its key’s indent',
      'date: 2026-01-05\nsections:\n  要闻:\n  - file: a.md\n',
      'date: 2026-01-05\nsections:\n  要闻:\n  - file: a.md\n  - file: 甲/a.md\n',
    ],
    [
      'a body as a block',
      'sections:\n  要闻:\n    - title: 甲\n      body: |\n        一。\n\n        # 二\n\n# 完\n',
      'sections:\n  要闻:\n    - title: 甲\n      body: |\n        一。\n\n        # 二\n    - file: 甲/a.md\n\n# 完\n',
    ],
    [
      'an empty section',
      'sections:\n  要闻:   # 空\n  简讯:\n    - 乙\n',
      'sections:\n  要闻:   # 空\n    - file: 甲/a.md\n  简讯:\n    - 乙\n',
    ],
    ['brackets without anything', 'sections:\n  要闻: []\n', 'sections:\n  要闻:\n    - file: 甲/a.md\n'],
    [
      'no section of that name',
      'sections:\n  简讯:\n    - 乙\ntitle: x\n',
      'sections:\n  简讯:\n    - 乙\n  要闻:\n    - file: 甲/a.md\ntitle: x\n',
    ],
    ['no sections at all', 'date: 2026-01-05', 'date: 2026-01-05\nsections:\n  要闻:\n    - file: 甲/a.md\n'],
    [
      'sections without anything',
      'date: 2026-01-05\nsections:\n',
      'date: 2026-01-05\nsections:\n  要闻:\n    - file: 甲/a.md\n',
    ],
    [
      'Windows line ends',
      'sections:\r\n  要闻:\r\n    - 甲\r\n',
      'sections:\r\n  要闻:\r\n    - 甲\r\n    - file: 甲/a.md\r\n',
    ],
    [
      'no line end at its end',
      'sections:\n  要闻:\n    - 甲',
      'sections:\n  要闻:\n    - 甲\n    - file: 甲/a.md\n',
    ],
    ['keys in Chinese', '栏目:\n  要闻:\n    - 甲\n', '栏目:\n  要闻:\n    - 甲\n    - 文件: 甲/a.md\n'],
  ])('%s', (_, before, after) => {
    const { value, diagnostics } = add(before)
    expect(diagnostics).toEqual([])
    expect(value).toBe(after)
  })

  test('stays as it is when it has errors, or the section is no list of lines', () => {
    for (const text of [
      'sections:\n  要闻: [甲]\n',
      'sections: { 要闻: [甲] }\n',
      'sections:\n  要闻：\n',
      'sections:\n  要闻: 一句话\n',
    ]) {
      const { value, diagnostics } = add(text)
      expect(value).toBe(text)
      expect(diagnostics.length).toBeGreaterThan(0)
    }
  })
})
