import { describe, expect, test } from 'vitest'
import { arrange } from '../../src/content/arrange.ts'
import type { DisplayItem, DisplayList } from '../../src/display/display-list.ts'
import { readIssue } from '../../src/issue/read-issue.ts'
import { compose } from '../../src/page/compose.ts'
import { display } from '../../src/page/make-up/display.ts'
import { plainMeasure } from '../../src/text/plain-measure.ts'
import { shape } from '../../src/text/shape.ts'
import { someOf } from '../mode.ts'
import { overlapsOf } from './overlaps.ts'

/** Parts of an issue side by side in every setting: nothing lies over another thing, nothing leaves the page. */

const fonts = plainMeasure()

const PROSE = '检修队对北环路老旧管线进行夜间更换，PM~2.5~平均浓度为31.5微克，今年改造26.5千米。'

const PARTS: Readonly<Record<string, readonly [body: string, keys?: string]>> = {
  prose: [`${PROSE.repeat(3)}\n\n${PROSE}`],
  table: [
    ': 各片区受理事项\n| 片区 | 日期 | 金额 | 增减 | 电话 |\n| --- | --- | --- | --- | --- |\n| 东片 | 2026-06-01 | 1,204.5万元 | -3.5% | 0000-0000001 |\n| ^^ | 2026年12月31日 |  | 12.25% | 13800000000 |\n| 合计 | << | 98万元 | << | |\n: 注：金额为含税价。\n: 来源：综合科',
  ],
  long: [
    `| 项目 | 说明 |\n| --- | --- |\n| 甲 | ${PROSE.repeat(24)} |\n| SupercalifragilisticexpialidociousBuildSystem | 短 |`,
  ],
  wide: [
    `: 各月件数 {span: page}\n| ${Array.from({ length: 14 }, (_, at) => `${at + 1}月`).join(' | ')} |\n|${' --- |'.repeat(14)}\n| ${Array.from({ length: 14 }, (_, at) => `${at * 1234 - 4000}`).join(' | ')} |`,
  ],
  turned: [
    `: 值班安排 {span: page, turn: true}\n| ${Array.from({ length: 13 }, (_, at) => `第${at + 1}岗值班电话`).join(' | ')} |\n|${' --- |'.repeat(13)}\n${`| ${Array.from({ length: 13 }, (_, at) => `0000-00000${at + 10}`).join(' | ')} |\n`.repeat(4)}`,
  ],
  lists: [
    '- 一级事项说明要写得明白\n  - 二级事项\n    - 三级事项，条文较长，写到第二行才写得完，逐级对齐\n- 又一条\n\n1. 甲\n2. 乙',
  ],
  notes: [`管网改造[^1]分三年[^2]。${PROSE}\n\n[^1]: 指一级管网。\n[^2]: 自2026年起，${PROSE}`],
  ruby: [`在修谱的人家认字的[顾韫]{gù yùn}今年七十二岁，${PROSE}`],
  quote: [
    `${PROSE}\n\n![](q)\n\n${PROSE}\n\n${PROSE}`,
    '      摘引: [{ 编号: q, 文字: 一个院子解决三百多个孩子的事。, 出处: 来信 }]',
  ],
  aside: [
    PROSE.repeat(2),
    `      小资料:\n        标题: 暴雨预警怎样看\n        正文: |\n          - **蓝色**：检查雨具。\n          - **红色**：停止集会。`,
  ],
  vertical: [`${PROSE.repeat(2)}\n\n${PROSE.repeat(2)}`, '      竖题: 是'],
  tint: [PROSE.repeat(3), '      底色: 是'],
  framed: [PROSE.repeat(3), '      框栏: 是'],
  left: [PROSE.repeat(5), '      图片: [{ 占位: 待补, 位置: 左侧, 比例: "4:5", 图说: 活动现场 }]'],
  page: [
    PROSE.repeat(5),
    '      图片: [{ 占位: 待补, 位置: 通栏, 图说: 活动现场有三百名志愿者在服务台前讲解 }]',
  ],
  gallery: [
    PROSE.repeat(2),
    `      图片: [{ 图组: [${Array.from({ length: 5 }, (_, at) => `{ 占位: 待补, 图说: 现场${at} }`).join(', ')}] }]`,
  ],
  signature: [PROSE, '      落款: "柳溪供水公司\\n2026年6月15日"'],
  break: [
    '见SuperLongCamelCaseFileNameForTheReport.docx，发至some.long.mail.address@service.example.com，或登录https://www.example.com/a/very/long/path/of/a/page.html查看。',
  ],
}

const SETTINGS: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['two-column', {}],
  ['three columns', { 'page.columns': '3' }],
  ['classic', { design: 'classic' }],
  ['official', { design: 'official' }],
  ['B5', { 'page.size': 'B5' }],
  ['A5', { 'page.size': 'A5' }],
]

/** An article for each part, with prose before and behind it. */
function issueOf(names: readonly string[]): string {
  const article = (name: string, at: number) => {
    const [body, keys] = PARTS[name] ?? ['']
    const lines = `${PROSE}\n\n${body}\n\n${PROSE}`.split('\n').map((line) => `        ${line}`.trimEnd())
    return [
      `    - title: 第${at}篇：把账目晒在阳光下`,
      '      body: |',
      ...lines,
      ...(keys ? [keys] : []),
      '      credit: { 柳溪社区: 何静 }',
    ]
  }
  return `date: 2026-04-01\nnumber: 1\nsections:\n  要闻:\n${names.flatMap(article).join('\n')}\n  简讯:\n    - 5月9日，产业园举办招聘会。\n    - 二号泊位完成改造。\n`
}

function listOf(issue: string, sets: Readonly<Record<string, string>>): DisplayList {
  const { value, diagnostics } = readIssue({
    publication: {
      file: 'publication.yaml',
      text: 'bulletin: 1\nname: 南湾工作动态\nissuer: 南湾区综合服务中心\nsections: [要闻, { name: 简讯, style: briefs }]\ncolophon: { send_to: [各街道], copies: 120 }\n',
    },
    issue: { file: 'issue.yaml', text: issue },
    others: [],
    article: () => ({ value: null, diagnostics: [] }),
    sets: Object.entries(sets).map(([key, one]) => ({ key, value: one })),
  })
  if (value === null) throw new Error(JSON.stringify(diagnostics))
  const { design } = value.publication
  const content = arrange(value, design)
  const blocks = shape(content.blocks, fonts, design.text).value
  const wishes = { pages: value.pages, fit: value.fit }
  return display(
    compose(blocks, { design, fonts, furniture: content.furniture, wishes }).value,
    content.metadata,
  )
}

const NAMES = Object.keys(PARTS)
const PAIRS = SETTINGS.flatMap(([setting, sets]) =>
  NAMES.map((name, at) => ({
    setting,
    sets,
    one: name,
    other: NAMES[(at * 7 + 5) % NAMES.length] as string,
  })),
)

test.each(someOf(PAIRS, 13))('$setting: $one beside $other', ({ sets, one, other }) => {
  expect(overlapsOf(listOf(issueOf([one, other]), sets))).toEqual([])
})

describe('what would be told', () => {
  const list = listOf(issueOf(['left', 'table']), {})
  const moved = (change: (item: DisplayItem) => DisplayItem) =>
    overlapsOf({ ...list, pages: list.pages.map((page) => ({ ...page, items: page.items.map(change) })) })

  test('is a line over a picture or through a rule', () => {
    const told = moved((item) =>
      item.kind === 'glyphs' && item.angle === undefined ? { ...item, y: item.y * 0.7 } : item,
    )
    expect(told.some((one) => one.endsWith('picture'))).toBe(true)
    expect(told.some((one) => one.endsWith('rule'))).toBe(true)
  })

  test('is what lies outside the page', () => {
    const told = moved((item) =>
      item.kind === 'glyphs' ? { ...item, xs: item.xs.map((x) => x + 300) } : item,
    )
    expect(told.some((one) => one.endsWith('off the page'))).toBe(true)
  })

  test('is text on text', () => {
    const told = moved((item) =>
      item.kind === 'glyphs' ? { ...item, y: Math.round(item.y / 40) * 40 } : item,
    )
    expect(told.some((one) => / × (?!picture|rule)/.test(one))).toBe(true)
  })
})
