import { describe, expect, test } from 'vitest'
import { cured } from '../../src/project/fix-sources.ts'
import { diagnose } from './slips.ts'

const FILE = 'issues/a.yaml'
const ISSUE = '日期: 2026-06-15\n栏目:\n  要闻:\n    - 标题: 甲\n      正文: |\n        文。\n'
const BRIEFS = `${ISSUE}  简讯:\n`

function errors(text: string) {
  return diagnose({ file: FILE, text }).filter((one) => one.severity === 'error')
}

/** The text after every certain cure, round after round. */
function mended(text: string): string {
  const next = cured(errors(text), new Map([[FILE, { file: FILE, text }]])).sources.get(FILE)?.text
  return next === undefined ? text : mended(next)
}

describe('signs that mean nothing where they stand', () => {
  test.each(['1. "', "3' 见", 'a, note: 5"'])(
    'a quotation mark within a bare text in brackets: %s',
    (words) => {
      const second =
        '    - title: 乙\n      body: |\n        | 甲 | ]乙 |\n        | :-- | :-- |\n        ***\n      signature: 甲\n'
      const text = `date: 2026-06-15\nsections:\n  要闻:\n    - { title: 甲, body: ${words} }\n${second}`
      expect(errors(text)).toEqual([])
    },
  )

  test('quotes where a value begins hide the brackets in them, also on a further line', () => {
    const text = `date: 2026-06-15\nsections:\n  要闻:\n    - { title: 甲,\n        body:  "文}{", shoulder: '一}]' }\n    - title: 乙\n      body: 文\n`
    expect(errors(text)).toEqual([])
  })
})

describe('what is certain is put right by the cure', () => {
  test.each([
    ['日期: ', '日期﹕', '日期: '],
    ['日期: ', '日期∶ ', '日期: '],
    ['日期: ', '日期︰', '日期: '],
    ['- 标题', '· 标题', '- 标题'],
    ['- 标题', '● 标题', '- 标题'],
    ['- 标题', '* 标题', '- 标题'],
    ['- 标题', '1. 标题', '- 标题'],
    ['- 标题', '1、 标题', '- 标题'],
    ['- 标题', '（1） 标题', '- 标题'],
    ['正文: |', '正文|', '正文: |'],
    ['正文: |', '正文 |', '正文: |'],
    ['正文: |', '正文: |。', '正文: |'],
    ['正文: |', '正文: ｜', '正文: |'],
    ['正文: |', '正文: 丨', '正文: |'],
    ['正文: |\n        文', '正文: | 文', '正文: |\n        文'],
    ['      正文', '    正文', '      正文'],
    ['甲', '- 甲', '"- 甲"'],
    ['栏目:', '＃ 这一期的备注\n栏目:', '# 这一期的备注\n栏目:'],
    ['甲', '? 甲', '"? 甲"'],
    ['      正文', '      副题: "甲"乙\n      正文', `      副题: '"甲"乙'\n      正文`],
    [
      '      正文',
      '      图片: [{ 占位: 待补, 图说: "会场"内景 }]\n      正文',
      `      图片: [{ 占位: 待补, 图说: '"会场"内景' }]\n      正文`,
    ],
    [
      '      正文',
      '      图片: [{ 图说: @会场, 占位: 待补 }]\n      正文',
      '      图片: [{ 图说: "@会场", 占位: 待补 }]\n      正文',
    ],
    [
      '      正文',
      '      图片: [{ 图说: 会场,内景, 占位: 待补 }]\n      正文',
      '      图片: [{ 图说: "会场,内景", 占位: 待补 }]\n      正文',
    ],
    ['栏目:', '改动: { 页面: { 起始页码: 1,200 } }\n栏目:', '改动: { 页面: { 起始页码: 1200 } }\n栏目:'],
    ['      正文', '      供稿: ｛ 综合科: 张某 ｝\n      正文', '      供稿: { 综合科: 张某 }\n      正文'],
    ['      正文', '      供稿: ｛ 综合科：张某 ｝\n      正文', '      供稿: { 综合科: 张某 }\n      正文'],
  ])('%j typed as %j', (right, wrong, after) => {
    expect(errors(ISSUE.replace(right, wrong))).not.toEqual([])
    const text = mended(ISSUE.replace(right, wrong))
    expect(text).toBe(ISSUE.replace(right, after))
    expect(errors(text)).toEqual([])
  })

  test('every colon of a file typed wide', () => {
    const wide = ISSUE.replace(/: /g, '：').replace(/:\n/g, '：\n')
    expect(mended(wide)).toBe(ISSUE)
  })

  test('a second article in line with the hyphen of the first', () => {
    const second = `${ISSUE}    标题: 乙\n      正文: 文。\n`
    expect(mended(second)).toBe(second.replace('    标题: 乙', '    - 标题: 乙'))
  })

  test('a brief with a colon before a blank', () => {
    expect(mended(`${BRIEFS}    - 6月10日: 水厂检修\n`)).toBe(`${BRIEFS}    - "6月10日: 水厂检修"\n`)
    expect(errors(`${BRIEFS}    - 题目: 水厂检修\n`).map((one) => one.code)).toEqual(['E-UNKNOWN'])
  })
})

describe('what is probable is offered', () => {
  test.each([
    ['供稿: { 综合科 张某 }', '{ 综合科: 张某 }'],
    ['副题: {城南}', '"{城南}"'],
  ])('%s', (line, guess) => {
    const [one, more] = errors(`${ISSUE}      ${line}\n`)
    expect([one?.code, one?.guess, more]).toEqual(['E-YAML', guess, undefined])
  })

  test('two pictures in one name', () => {
    const picture = (name: string) =>
      errors(`${ISSUE}      图片:\n        - 文件: ${name}\n`).map((one) => one.code)
    expect(picture('a.png、b.png')).toEqual(['E-TYPE'])
    expect(picture('a.png, b.png')).toEqual(['E-TYPE'])
    expect(picture('a，b.png')).toEqual([])
  })

  test('a headline of nothing but the sign of a text', () => {
    expect(errors(ISSUE.replace('甲', '|')).map((one) => one.code)).toEqual(['E-EMPTY'])
  })
})
