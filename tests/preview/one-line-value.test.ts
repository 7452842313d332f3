import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { bodyIndent } from '../../src/preview/page/body-indent.ts'
import { creditWords, creditYaml } from '../../src/preview/page/credit-words.ts'
import { oneLineValue, withParagraphs } from '../../src/preview/page/one-line-value.ts'

/** A line with paragraphs pasted where ‸ stands, or in the place of what stands between two; null where it is none. */
function pasted(marked: string, lines: readonly string[], next = ''): string | null {
  const from = marked.indexOf('‸')
  const line = marked.replaceAll('‸', '')
  const to = Math.max(from, marked.lastIndexOf('‸') - 1)
  const value = oneLineValue(line, { from, to }, next)
  if (value === null) return null
  const { text, cursor } = withParagraphs(value, lines)
  return `${line.slice(0, value.from)}${text.slice(0, cursor)}‸${text.slice(cursor)}${line.slice(value.to)}`
}

const TWO = ['一段。', '', '二段: 有 #号。']

describe('paragraphs that are pasted into a value of one line', () => {
  test.each([
    ['  body: 前‸后', TWO, '  body: |\n    前一段。\n\n    二段: 有 #号。‸后'],
    ['    - 正文: ‸', TWO, '    - 正文: |\n        一段。\n\n        二段: 有 #号。‸'],
    ['  body: "前‸"', TWO, '  body: |\n    前一段。\n\n    二段: 有 #号。‸'],
    ['  body: 前‸', ['一段。'], '  body: 前一段。‸'],
    ['    - 前‸后', ['甲。', '', '- 乙。', '', '3. 丙'], '    - 前甲。\n    - 乙。\n    - 丙‸后'],
    ['    - ‸', ['甲: 一', '乙 #2'], '    - "甲: 一"\n    - "乙 #2‸"'],
    ['  title: 前‸后', ['甲', '乙'], '  title: 前甲乙‸后'],
    ['  title: ‸', ['One', 'two'], '  title: One two‸'],
    ['  title: 前‸旧‸后 # 注', TWO, '  title: "前一段。二段: 有 #号。‸后" # 注'],
    ["  title: '前‸''后'", ["it's"], "  title: '前it''s‸''后'"],
    ['  title: "前\\"‸后"', ['"甲"'], '  title: "前\\"\\"甲\\"‸后"'],
    ['  body: 前‸ # 注', TWO, '  body: "前一段。二段: 有 #号。‸" # 注'],
  ])('%s', (line, lines, wanted) => {
    expect(pasted(line, lines)).toBe(wanted)
    expect(() => parse((wanted ?? '').replace('‸', ''))).not.toThrow()
  })

  test.each([
    ['a key', '  ti‸tle: 前'],
    ['a blank line', '    ‸'],
    ['a paragraph', '    第一段‸'],
    ['a flow collection', '  credit: { 综合科: 张‸ }'],
    ['a block', '  body: |‸'],
    ['a remark', '  title: 前 # 注‸'],
    ['behind quotes', '  title: "前" ‸'],
    ['quotes without an end', '  title: "前‸'],
    ['a broken escape', '  title: "\\‸n"'],
  ])('%s is none', (_, line) => {
    expect(pasted(line, TWO)).toBeNull()
  })

  test('one that goes on below is none', () => {
    expect(pasted('  title: 前‸', TWO, '    后')).toBeNull()
    expect(pasted('  title: 前‸', TWO, '  body: 后')).not.toBeNull()
    expect(pasted('  title: ‸', TWO, '      后')).not.toBeNull()
  })
})

test.each([
  ['article', '# 题\n\n文', ''],
  ['article', '文', ''],
  ['article', '# 题', null],
  ['article', '---\ntitle: 题\n---\n文', ''],
  ['article', '---\ntitle: 题', null],
  ['design', 'body: |\n  文', null],
  ['issue', '    - body: |\n        文', '        '],
] as const)('in an %s, the body %j is indented by %j', (kind, before, indent) => {
  expect(bodyIndent(before, kind)).toBe(indent)
})

describe('a credit in words', () => {
  test.each([
    ['{ 水务集团: [周明远, 林小禾] }', '水务集团 周明远、林小禾'],
    ['{ 综合科: 张某 }', '综合科 张某'],
    ['{ 甲局: 张某, 乙局: [李某, 王某] }', '甲局 张某；乙局 李某、王某'],
    ['{ 外事办: Anna Li }', '外事办 Anna Li'],
  ])('%s', (yaml, words) => {
    expect(creditWords(yaml)).toBe(words)
    expect(creditYaml(words)).toBe(yaml)
  })

  test.each([
    ['综合科：张某，李某', '{ 综合科: [张某, 李某] }'],
    ['综合科　张某 李某', '{ 综合科: [张某, 李某] }'],
    ['综合科', '综合科'],
    ['据新华网 2026 年', '据新华网 2026 年'],
    ['甲 张某；甲 李某', '甲 张某；甲 李某'],
    ['', ''],
    ['{ 综合科: 张某 }', '{ 综合科: 张某 }'],
  ])('%s, typed', (words, yaml) => {
    expect(creditYaml(words)).toBe(yaml)
  })

  test.each([
    ['{ "a: b": 张某 }'],
    ['{ 综合科: { 姓名: 张某 } }'],
    ['{ 综合科: 张某 2 }'],
    ['{}'],
    ['综合科'],
  ])('%s is shown as it is written', (yaml) => {
    expect(creditWords(yaml)).toBe(yaml)
  })
})
