import { describe, expect, test } from 'vitest'
import { RULES } from '../../src/text/clreq/titles/grammar.ts'
import { PRICES } from '../../src/text/clreq/titles/prices.ts'
import { type Sense, titleBreaks } from '../../src/text/clreq/titles/title-breaks.ts'
import { wordsIn } from '../../src/text/dictionary/words-in.ts'
import { setParagraph } from '../../src/text/set-paragraph.ts'
import { shapeText } from '../../src/text/shape.ts'
import { fakeFonts, styled, textOptions } from './fake-fonts.ts'

function turned(title: string, em: number, wantedBreaks: readonly number[] = []): string[] {
  const text = { ...styled(title, { headline: true, align: 'centre' }), wantedBreaks }
  return setParagraph(shapeText(text, fakeFonts, textOptions), em * 10).lines.map((line) =>
    line.text.clusters
      .slice(line.from, line.to)
      .map((one) => one.text)
      .join(''),
  )
}

const SERVICE = '区企业服务中心检查冬季供水保障暨节前安全工作'

test('a title that nearly fills its measure stands on one line, and is not cut up', () => {
  expect(turned('泵站夜班见闻', 7)).toEqual(['泵站夜班见闻'])
  expect(turned('你好，新同事', 7)).toEqual(['你好，新同事'])
})

describe('R47: titles turn at word ends', () => {
  test.each(Array.from({ length: 52 }, (_, half) => 5 + half / 2))('服务中心 and 安全工作 at %d em', (em) => {
    const lines = turned(SERVICE, em)
    expect(lines.join('')).toBe(SERVICE)
    if (em >= 5) expect(lines.some((line) => line.includes('服务中心'))).toBe(true)
    expect(lines.every((line) => [...line].length >= 3)).toBe(true)
    expect(lines).not.toContain('工作')
  })

  test.each([
    ['副区长闻晓岚赴在建工地开展汛前安全检查', ['闻晓岚', '在建', '汛前']],
    [
      '区委委员、副区长沈知远赴云建集团所属供水公司督导高温用水保供工作',
      ['沈知远', '副区长', '督导', '云建集团', '供水公司'],
    ],
    ['青禾控股集团召开2026年班组长抓安全述职评议、技能考核暨质量工作专题会议', ['2026年', '述职', '技能']],
    ['关于印发《云汀区属企业2026年度安全生产工作要点》的通知', ['印发', '2026年', '》的']],
    ['碳达峰碳中和工作领导小组第三次会议召开', ['碳达峰', '碳中和', '第三次', '会议']],
    ['国家电网云汀供电公司迎峰度夏准备就绪', ['云汀', '供电公司', '迎峰度夏']],
    ['关于11月1日起施行停车新规的通知', ['11月1日起', '新规']],
    ['今年1—5月全区固定资产投资增长12.5%', ['5月', '固定资产', '12.5%']],
    ['老旧小区二十一台电梯集中加装完工记', ['二十一台', '加装', '完工']],
  ])('%s keeps its words', (title, words) => {
    for (let em = 10; em <= 30; em += 1) {
      const lines = turned(title, em)
      for (const word of words)
        expect(
          lines.some((line) => line.includes(word)),
          `${em} ${word}: ${lines.join('/')}`,
        ).toBe(true)
    }
  })

  test('no line begins with a particle or ends with a preposition', () => {
    const title = '让老百姓吃上放心菜的幕后英雄们在菜市场与居民的对话'
    for (let em = 8; em <= 30; em += 1) {
      for (const line of turned(title, em)) {
        expect(line).not.toMatch(/^[的了们]/u)
        expect(line).not.toMatch(/[在与]$/u)
      }
    }
  })
})

describe('the price of a break', () => {
  /** Before the bar of a title with one bar. */
  const price = (barred: string, sense?: Sense) => {
    const title = barred.replace('|', '')
    return titleBreaks(title, wordsIn(title), sense).prices[barred.indexOf('|')] as number
  }
  const byGrammar: Sense = { rules: RULES, weigh: () => 0 }

  test('is high behind an amount, which leans on what it counts, not behind a place or a time', () => {
    expect(price('与六家|科技企业签约')).toBeGreaterThan(2 * PRICES.object)
    expect(price('启动2026年|春风助企系列行动')).toBeLessThan(price('启动六项|春风助企系列行动'))
    expect(price('旧仓库里|长出新业态', byGrammar)).toBe(PRICES.adverbial)
  })

  test.each([
    ['before a predicate', '水务集团|开展汛前排查', '水务集团开展|汛前排查'],
    ['between two predicates', '水务集团开展汛前排查|确保管网安全', '水务集团开展汛前排查确保|管网安全'],
    ['behind a phrase of place', '党支部赴教育基地|开展主题活动', '党支部赴|教育基地开展主题活动'],
    ['between long halves of a compound', '推进老旧管网|更新改造工程', '推进老旧|管网更新改造工程'],
    ['behind an institution', '区卫生监督所|抽检游泳场馆', '区卫生|监督所抽检游泳场馆'],
    ['before 和', '基层治理体系|和治理能力', '基层治理体系和|治理能力'],
    ['behind 的', '凌晨四点的|垃圾转运站', '凌晨四点|的垃圾转运站'],
  ])('is lower %s: %s', (_, good, bad) => {
    expect(price(good)).toBeLessThan(price(bad))
  })

  test.each([
    '老旧|管网',
    '公共|停车场',
    '治理|能力',
    '传统|制造业',
    '第四|季度',
    '新一|代产品',
    '新|门诊大楼',
  ])('is high inside one thing: %s', (barred) => expect(price(barred)).toBeGreaterThanOrEqual(250))

  test('is that of a word inside a number with its unit', () => {
    for (const one of ['与六|家科技企业签约', '第二十|届运动会', '1.2万|户居民', '11月1日|起施行'])
      expect(price(one), one).toBe(PRICES.inWord)
  })

  test('is higher inside what no list has than beside it', () => {
    expect(price('走进柳|溪供水公司')).toBeGreaterThan(price('走进柳溪|供水公司'))
  })
})

describe('lines of the editor’s own making', () => {
  test('fill the measure before they turn', () => {
    const title = '港务公司远控岸桥投入运行平均单船作业时间缩短近两成'
    expect(turned(title, 15, [12])).toEqual(['港务公司远控岸桥投入运行', '平均单船作业时间缩短近两成'])
  })
})

describe('shape', () => {
  test('a centred line takes at most four fifths of its measure before it turns', () => {
    expect(turned('一二三四五六七八', 10)).toHaveLength(1)
    expect(turned('区委召开会议部署明年工作', 12).length).toBeGreaterThan(1)
  })

  test('lines are balanced', () => {
    const [first = '', second = ''] = turned('交发集团圆满完成冬至祭扫营运保障工作', 15.4)
    expect(Math.abs(first.length - second.length)).toBeLessThanOrEqual(3)
  })
})

test("the editor's break wins", () => {
  const title = '迎高峰保供水云建集团积极行动中'
  expect(turned(title, 30, [6])).toEqual(['迎高峰保供水', '云建集团积极行动中'])
})

test('a word longer than the measure is still set', () => {
  expect(turned('Antidisestablishmentarianism', 8).join('')).toBe('Antidisestablishmentarianism')
})

test('what is far too long for a title is set like a paragraph, whole', () => {
  const title = SERVICE.repeat(200)
  expect(turned(title, 20).join('')).toBe(title)
})

describe('R47: a line has whole clauses, or a part of one', () => {
  test.each([
    ['问与答：换管期间怎么用水', 12, ['问与答：', '换管期间怎么用水']],
    ['一线日记：凌晨三点的抢修现场', 12, ['一线日记：', '凌晨三点的抢修现场']],
    ['桥梁检测“体检” 守护群众出行安全', 10, ['桥梁检测“体检” ', '守护群众出行安全']],
    ['聚焦主业 深化改革 奋力开创国企发展新局面', 10, ['聚焦主业 深化改革 ', '奋力开创', '国企发展新局面']],
    ['小资料：暴雨预警信号怎样看', 14, ['小资料：暴雨预警信号怎样看']],
    // A third line is better than a clause that is parted in its middle.
    [
      '强化党建引领 推动国有企业改革发展再上新台阶',
      16,
      ['强化党建引领 ', '推动国有企业改革发展', '再上新台阶'],
    ],
  ])('%s at %d em', (title, em, lines) => {
    expect(turned(title, em)).toEqual(lines)
  })

  test('a dash at the very beginning ends no clause', () => {
    const title = '——区属企业防汛综合演练侧记'
    expect(titleBreaks(title, wordsIn(title)).prices[2]).toBe(PRICES.inWord)
  })
})
