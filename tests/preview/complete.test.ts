import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { CompletionContext } from '@codemirror/autocomplete'
import { EditorState } from '@codemirror/state'
import { describe, expect, test } from 'vitest'
import { completions, keyHelp, pathAt, type Schema } from '../../src/preview/page/complete.ts'

const schemaOf = (language: string, name: string): Schema =>
  JSON.parse(
    readFileSync(resolve(import.meta.dirname, `../../schema/${language}/${name}.schema.json`), 'utf8'),
  )

const ISSUE = `date: 2026-01-05
sta
sections:
  要闻:
    - title: 甲
      bo
      images:
        - src: a.jpg
          fit: pa
          fo
    - ti
  简讯:
    - 一条。
`

/** What is offered behind words of the text. */
function offered(behind: string, schema: Schema, text = ISSUE): readonly string[] {
  const at = text.indexOf(behind) + behind.length
  const context = new CompletionContext(EditorState.create({ doc: text }), at, true)
  return completions(context, schema)?.options.map((one) => one.label) ?? []
}

describe('what is offered', () => {
  const english = schemaOf('en', 'issue')

  test('keys of the language that is written, whichever the page is in', () => {
    const chinese = schemaOf('zh', 'issue')
    expect(offered('\nsta', chinese)).toEqual(expect.arrayContaining(['status', 'pages', 'sections']))
    expect(offered('\nsta', chinese)).not.toContain('页数')
    const own = '日期: 2026-01-05\n页\n\n栏目:\n  要闻: []\n'
    for (const schema of [chinese, english]) {
      expect(offered('\n页', schema, own)).toEqual(expect.arrayContaining(['页数', '栏目']))
      expect(offered('\n页\n', schema, own)).toContain('栏目')
      expect(offered('\n页\n', schema, own)).not.toContain('sections')
    }
  })

  test('keys of the issue, of an article, of a picture', () => {
    expect(offered('\nsta', english)).toEqual(expect.arrayContaining(['status', 'pages', 'sections']))
    expect(offered('      bo', english)).toEqual(expect.arrayContaining(['body', 'subtitle', 'credit']))
    expect(offered('      bo', english)).not.toContain('status')
    expect(offered('          fo', english)).toEqual(expect.arrayContaining(['focus', 'caption']))
    expect(offered('          fo', english)).not.toContain('body')
    expect(offered('    - ti', english)).toEqual(expect.arrayContaining(['title', 'file', 'text']))
  })

  test('Chinese keys in a text of Chinese keys, the others not', () => {
    const own = '日期: 2026-01-05\n栏目:\n  要闻:\n    - 标题: 甲\n      正\n'
    const keys = offered('      正', schemaOf('zh', 'issue'), own)
    expect(keys).toContain('正文')
    expect(keys).not.toContain('body')
  })

  test('the words that a key takes', () => {
    expect(offered('fit: pa', english)).toEqual(expect.arrayContaining(['page', 'column', 'left', 'right']))
    expect(offered('status: ', english, 'date: 2026-01-05\nstatus: \n')).toEqual(
      expect.arrayContaining(['draft', 'review', 'final']),
    )
  })

  test('what a key means, where the pointer is on it', () => {
    const state = EditorState.create({ doc: ISSUE })
    expect(keyHelp(state, ISSUE.indexOf('title') + 1, english)?.to).toBe(ISSUE.indexOf('title') + 5)
    expect(keyHelp(state, ISSUE.indexOf('甲'), english)).toBeNull()
  })
})

test.each([
  [['a:', '  b:', ''], 4, ['a', 'b']],
  [['sections:', '  要闻:', '    - title: x', ''], 6, ['sections', '要闻', '-']],
  [
    ['sections:', '  要闻:', '    - title: x', '      images:', '        - src: a', ''],
    10,
    ['sections', '要闻', '-', 'images', '-'],
  ],
  [['a:', '- x: 1', ''], 0, []],
] as const)('the keys above a line: %j', (lines, column, path) => {
  expect(pathAt(lines, lines.length - 1, column)).toEqual(path)
})
