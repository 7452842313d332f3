import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { didYouMean } from '../../src/issue/language/did-you-mean.ts'
import { nearDate, nearNumber } from '../../src/issue/language/near-values.ts'
import { diagnose } from './slips.ts'

const ISSUE = '日期: 2026-06-15\n期号: 1\n栏目:\n  要闻:\n    - 标题: 甲\n      正文: 文。\n'
const PICTURE = `${ISSUE}      图片:\n        - 文件: a.jpg\n          图说: 乙\n`

/** Code and guess of each error. */
function told(text: string): readonly (readonly [string, string | undefined])[] {
  return diagnose({ file: 'issues/a.yaml', text })
    .filter((one) => one.severity === 'error')
    .map(({ code, guess }) => [code, guess])
}

describe('keys by what they mean', () => {
  test.each([
    ['题目', '标题', '标题:'],
    ['内容', '正文', '正文:'],
    ['文章', '正文', '正文:'],
    ['版块', '栏目', '栏目:'],
    ['时间', '日期', '日期:'],
    ['期', '期号', '期号:'],
  ])('%s is offered as %s, and nothing is said to be missing', (written, meant, key) => {
    expect(told(ISSUE.replace(key, `${written}:`))).toEqual([['E-UNKNOWN', meant]])
  })

  test.each([
    ['作者: 张某', '供稿'],
    ['通讯员: 张某', '供稿'],
    ['副标题: 乙', '副题'],
    ['配图: a.jpg', '图片'],
    ['按语: 乙', '编者按'],
    ['author: 张某', 'credit'],
    ['Photos: a.jpg', 'images'],
  ])('in an article, %s', (line, meant) => {
    expect(told(`${ISSUE}      ${line}\n`)).toEqual([['E-UNKNOWN', meant]])
  })

  test.each([
    ['说明: 乙', '图说'],
    ['标题: 乙', '图说'],
    ['宽度: 8厘米', '位置'],
    ['拍摄: 张某', '摄影'],
  ])('in a picture, %s', (line, meant) => {
    expect(told(`${ISSUE}      图片:\n        - 文件: a.jpg\n          ${line}\n`)).toEqual([
      ['E-UNKNOWN', meant],
    ])
  })

  test.each(['引言: 乙', '摘要: 乙', '导语: 乙'])('no false friend for %s', (line) => {
    expect(told(`${ISSUE}      ${line}\n`)).toEqual([['E-UNKNOWN', undefined]])
  })

  test('who edits is written in the colophon, whatever the word', () => {
    for (const place of [`主编: 张某\n${ISSUE}`, `${ISSUE}      责任编辑: 张某\n`]) {
      const [one] = diagnose({ file: 'issues/a.yaml', text: place })
      expect(one?.values.askZh).toContain('“报尾.人员”下面')
    }
  })

  test('of two names as near neither is offered, nor any for two letters', () => {
    expect(didYouMean('逐行', ['空行', '每行'])).toBeNull()
    expect(didYouMean('cn', ['zh', 'en'])).toBeNull()
    expect(didYouMean('bulid', ['build', 'bulb'])).toBe('build')
  })
})

describe('values by what they mean', () => {
  test.each([
    ['日期: 2026-06-15', '日期: 20260615', '2026-06-15'],
    ['日期: 2026-06-15', '日期: “2026-06-15”', '2026-06-15'],
    ['期号: 1', '期号: 第12期', '12'],
    ['期号: 1', '期号: 十二', '12'],
    ['期号: 1', '期号: １', '1'],
    ['期号: 1', '期号: 1\n页数: 四页', '4'],
    ['期号: 1', '期号: 1\n导读: 有', '是'],
    ['期号: 1', '期号: 1\n状态: 发布', '定稿'],
    ['期号: 1', '期号: 1\n状态: “定稿”', '定稿'],
    ['期号: 1', '期号: 第6期（总第126期）', '6'],
    ['期号: 1', '期号: 1\n导读: √', '是'],
    ['期号: 1', '期号: 1\n增刊: 1', '是'],
    ['期号: 1', '期号: 1\n排满: { 图片: 百分之十 }', '10%'],
    ['正文: 文。', '正文: 文。\n      头条: 真', '是'],
    ['正文: 文。', '正文: 文。\n      分段: 逐行', '每行'],
  ])('%s as %s', (before, after, meant) => {
    expect(told(ISSUE.replace(before, after))).toEqual([['E-TYPE', meant]])
  })

  test.each([
    ['文字: { 正文: { 字号: 10.5 } }', '10.5pt'],
    ['文字: { 正文: { 字号: 五号字 } }', '五号'],
    ['文字: { 正文: { 字号: 5号 } }', '五号'],
    ['文字: { 正文: { 字号: 小4 } }', '小四'],
    ['文字: { 正文: { 行高: 1.5倍 } }', undefined],
    ['文字: { 正文: { 行高: 12倍 } }', '12em'],
    ['文字: { 缩进: 2倍 }', '2em'],
    ['页面: { 纸张: a4纸 }', 'A4'],
    ['页面: { 纸张: 大16开 }', '16K'],
    ['页面: { 页边: 25mm }', '{ 天头: 25mm, 地脚: 25mm, 订口: 25mm, 切口: 25mm }'],
    ['page: { margin: 1in }', '{ top: 1in, bottom: 1in, inside: 1in, outside: 1in }'],
    ['颜色: { 强调色: 红色 }', '"#c00000"'],
    ['颜色: { 强调色: c00000 }', '"#c00000"'],
    ['颜色: { 强调色: "“#c00000”" }', '"#c00000"'],
    ['颜色: { 强调色: "#C00" }', '"#cc0000"'],
    ['颜色: { 强调色: "RGB(192, 0, 0)" }', '"#c00000"'],
    ['颜色: { 强调色: "RGB(300, 0, 0)" }', undefined],
    ['颜色: { 强调色: 喜庆的 }', undefined],
    ['报尾: { 份数: 120份 }', '120'],
    ['报尾: { 份数: "1,200" }', '1200'],
    ['报尾: { 份数: 共120份 }', '120'],
    ['报尾: { 人员: [编辑 顾南乔, 校对 罗青] }', '{ 编辑: 顾南乔, 校对: 罗青 }'],
    ['报尾: { 人员: 编辑：顾南乔  校对：罗青、叶舟 }', '{ 编辑: 顾南乔, 校对: [罗青, 叶舟] }'],
    ['报尾: { 人员: 顾南乔 }', undefined],
    ['报尾: { 联系方式: [值班室, 办公室] }', '值班室、办公室'],
    ['报尾: { 联系方式: [值班室]电话 }', undefined],
  ])('of a publication, %s', (line, meant) => {
    const [one, more] = diagnose({
      file: 'issues/publication-a.yaml',
      text: `bulletin: 1\nname: 甲\nissuer: 乙\n${line}\n`,
    }).filter(({ severity }) => severity === 'error')
    expect([one?.code, one?.guess, more]).toEqual([
      line.includes(']电') ? 'E-YAML' : 'E-TYPE',
      meant,
      undefined,
    ])
  })

  test.each([
    ['位置: 左', '左侧'],
    ['位置: 跨栏', '通栏'],
    ['焦点: 左上', undefined],
  ])('of a picture, %s', (line, meant) => {
    expect(told(`${PICTURE}          ${line}\n`)).toEqual([['E-TYPE', meant]])
  })

  test.each([
    '2026年06月15号',
    '二〇二六年六月十五日',
    '二○二六年六月十五',
    '2026－06－15',
    '2026—06—15',
    '２０２６-06-15',
    '2026。6。15',
    '2026-06-15 星期一',
    '2026-06-15（周一）',
    '2026-06-15T08:00:00',
    'June 15, 2026',
    '15 Jun 2026',
  ])('the day of %s', (words) => {
    expect(nearDate(words)).toBe('2026-06-15')
  })

  test.each(['6月15日', '2026-06', '今天', '2026-06-31', '15/6/2026', '26-06-15'])(
    'no day of %s',
    (words) => {
      expect(nearDate(words)).toBeUndefined()
    },
  )

  test('a number comes back from every way of writing it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), (value) => {
        for (const one of [`第${value}期`, `${value}页`, `${value}、`, `“${value}”`])
          expect(nearNumber(one)).toBe(String(value))
      }),
    )
    expect(['十', '二十', '三十四', '第五期', '两', '壹'].map(nearNumber)).toEqual([
      '10',
      '20',
      '34',
      '5',
      '2',
      undefined,
    ])
  })
})

describe('a list without its signs', () => {
  const briefs = (lines: string) => `${ISSUE}  简讯:${lines}\n`

  test.each([
    ['\n    甲。', '- 甲。'],
    ['\n    甲。\n    乙。', '- 甲。\n    - 乙。'],
    ['\n    1. 甲。\n    2. 乙。', '- 甲。\n    - 乙。'],
    ['\n    ● 甲。\n    ● 乙。', '- 甲。\n    - 乙。'],
    ['\n    标题: 甲\n    正文: 乙。', '- 标题: 甲\n      正文: 乙。'],
    [' 甲。', '[甲。]'],
    [' “甲”, 乙', undefined],
  ])('%j', (lines, meant) => {
    expect(told(briefs(lines))).toEqual([['E-TYPE', meant]])
    if (meant !== undefined) expect(told(briefs(lines.replace(lines.trimStart(), meant)))).toEqual([])
  })
})
