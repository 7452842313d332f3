import { describe, expect, test } from 'vitest'
import { articleOf, brief, checked, findings } from './checked.ts'

/** A text and what must be said of it; nothing else may be. */
type Case = readonly [text: string, ...found: string[]]

const CASES: Readonly<Record<string, readonly Case[]>> = {
  'ranges of dates': [
    ['12月29日至30，副区长检查工地。', 'W-DATE-RANGE 12月29日至30 → 12月29日至30日'],
    ['12月29日—30开展检查。', 'W-DATE-RANGE 12月29日—30 → 12月29日—30日'],
    ['12月29日至30日，副区长检查工地。'],
    ['5月18日至6月2日抽查。'],
    ['12月29日至2024年1月2日抽查。'],
    ['12月29日到30多个工地检查。'],
    ['12月29日至30个工地完成检查。'],
    ['12月30日至12月29日抽查。', 'W-DATE-ORDER 12月30日至12月29日'],
    ['12月30日至29日抽查。', 'W-DATE-ORDER 12月30日至29日'],
    ['12月30日至1月2日抽查。'],
  ],
  'dates that do not exist': [
    ['2月30日召开会议。', 'W-DATE-IMPOSSIBLE 2月30日'],
    ['13月1日召开会议。', 'W-DATE-IMPOSSIBLE 13月1日'],
    ['2023年2月29日召开会议。', 'W-DATE-IMPOSSIBLE 2023年2月29日'],
    ['2月29日召开会议。'],
    ['4月31日召开会议。', 'W-DATE-IMPOSSIBLE 4月31日'],
  ],
  weekdays: [
    ['1月15日（星期二）召开会议。', 'W-WEEKDAY 二'],
    ['1月15日（星期一）召开会议。'],
    ['2023年12月31日（周日）召开会议。'],
    ['2023年12月31日（星期天）召开会议。'],
    ['12月31日（周一）召开会议。', 'W-WEEKDAY 一'],
  ],
  'counts announced and listed': [
    ['工作组提出三点要求：一要备足物资；二要落实值班。', 'W-LIST-COUNT 三点要求'],
    ['工作组提出三点要求：一要备足物资；二要落实值班；三要加强巡查。'],
    ['会议明确四项任务，一是定人；二是定责；三是定期。', 'W-LIST-COUNT 四项任务'],
    ['一是定人；三是定责。', 'W-LIST-ORDER 三是'],
    ['一是定人；二是定责；二是定期。', 'W-LIST-ORDER 二是'],
    ['他指出，一是定人；二是定责。二要素要抓住，三个方面研讨。'],
    ['按照“四统一”（即统一定位、统一配置、统一标识）推进。', 'W-LIST-COUNT 四统一'],
    ['按照“四统一”（即统一定位、统一配置、统一标识、统一氛围）推进。'],
    ['## 一、定人\n\n正文。\n\n## 三、定责\n\n文字。', 'W-LIST-ORDER 三、'],
  ],
  'half-width marks': [
    ['公司检查,公司落实。', 'W-HALF-WIDTH , → ，'],
    ['要求:落实。', 'W-HALF-WIDTH : → ：'],
    ['公司检查.公司落实。', 'W-HALF-WIDTH . → 。'],
    ['增长12.5%,其中甲公司占3成。', 'W-HALF-WIDTH , → ，'],
    ['面积3万㎡,增长12.3％;其中甲公司占3成。', 'W-HALF-WIDTH , → ，', 'W-HALF-WIDTH ; → ；'],
    ['公司(甲)落实。', 'W-HALF-WIDTH (甲) → （甲）'],
    ['比例为3:2，共12,783人，增长1.5倍，见 https://a.cn/b,c 和 Node.js, Inc。'],
    ['推出"六个一"举措。', 'W-STRAIGHT-QUOTE "六个一" → “六个一”'],
    ['参照 IEC (61850) 标准。'],
  ],
  'quotes and brackets': [
    ['推出“六个一举措。', 'W-UNPAIRED “'],
    ['推出六个一”举措。', 'W-UNPAIRED ”'],
    ['前进路（甲路至乙路改造。', 'W-UNPAIRED （'],
    ['《办法》印发，《细则印发。', 'W-UNPAIRED 《'],
    ['“凝“芯”聚力”活动。', 'W-NESTED-QUOTE “'],
    ['“凝‘芯’聚力”活动；1）定人；2）定责；it’s good。'],
    ['他说：“第一段。\n\n“第二段。”'],
    ['（甲“乙）丙”。', 'W-UNPAIRED “', 'W-UNPAIRED ”'],
  ],
  'ellipses and dashes': [
    ['他说...算了。', 'W-ELLIPSIS ... → ……'],
    ['他说。。。算了。', 'W-ELLIPSIS 。。。 → ……'],
    ['他说…算了。', 'W-ELLIPSIS … → ……'],
    ['他说……算了。'],
    ['一.备足物资。', 'W-HALF-WIDTH . → 、'],
    ['过去--需要三人。', 'W-DASH-MARK -- → ——'],
    ['过去，—需要三人。', 'W-DASH-MARK — → ——'],
    ['甲\n\n---\n\n乙'],
    ['过去——需要三人；走出来—融进来—聚起来；甲路—乙路。'],
  ],
  hyphens: [
    ['春浓路（金昌西路-陇南路）改造。', 'W-HYPHEN - → —'],
    ['每车10-20人。', 'W-HYPHEN-RANGE - → ～'],
    ['电话021-5950，型号A-1，2024-01-15，5G-A网络。'],
  ],
  numbers: [
    ['共１２件。', 'W-WIDE-DIGITS １２ → 12'],
    ['1月2日开会，1月3日检查，一月四日总结。', 'W-DATE-STYLE 一月四日'],
    ['共12,783人，15,200件，另有51850人。', 'W-NUMBER-STYLE 51850'],
    ['共12783人，2024年15200件。'],
  ],
  'misspelt idioms': [['大家再接再励。', 'W-TYPO 再接再励 → 再接再厉'], ['大家再接再厉，一如既往。']],
  repeats: [
    [
      '工作组察看了调度室和抢修仓库，听取了值班安排。\n\n工作组察看了调度室和抢修仓库，听取了值班安排。',
      'W-REPEAT 工作组察看了调度室和抢修仓库，听取了值班安排。',
    ],
    ['好。\n\n好。'],
  ],
}

describe.each(Object.entries(CASES))('%s', (_, cases) => {
  test.each(cases.map((one) => [one[0], one.slice(1)] as const))('%s', (text, expected) => {
    expect(findings(text)).toEqual(expected)
  })
})

describe('headlines', () => {
  test('end without a full stop', () => {
    const text = articleOf('正文。', 'title: 检查冬季供水。')
    expect(checked(text).map((one) => brief(one, text))).toEqual(['W-TITLE-END 。 → '])
  })

  test('“六个一” has six sub-headings', () => {
    const text = articleOf('## 一、热线\n\n文字。\n\n## 二、手册\n\n文字。', 'title: 创新“三个一”举措')
    expect(checked(text).map((one) => brief(one, text))).toEqual(['W-LIST-COUNT 三个一'])
  })
})

describe('headlines that stand twice', () => {
  test('are named', () => {
    const article = '    - { title: 检查冬季供水, body: 正文。, credit: 甲 }\n'
    const text = `date: 2024-01-15\nsections:\n  动态:\n${article}${article}`
    expect(checked(text).map((one) => brief(one, text))).toEqual(['W-REPEAT-TITLE 检查冬季供水'])
  })
})

describe('credits', () => {
  const two = (credit: string) =>
    `date: 2024-01-15\nsections:\n  动态:\n    - title: 甲篇文章\n      body: 正文甲。\n${credit}    - title: 乙篇文章\n      body: 正文乙。\n`

  test('one missing among others is named', () => {
    const text = two('      credit: { 甲公司: 张某 }\n')
    expect(checked(text).map((one) => brief(one, text))).toEqual(['W-CREDIT-MISSING 乙篇文章'])
  })

  test('an issue without any is left alone', () => {
    expect(checked(two(''))).toEqual([])
  })
})

describe('names', () => {
  test('of a person, one character other than in a credit', () => {
    const text = articleOf('局长程立锋出席。').replace('张某', '程立峰')
    expect(checked(text).map((one) => brief(one, text))).toEqual(['W-NAME-VARIANT 程立锋'])
  })

  test('of a person, other than where the text has it twice', () => {
    const found = findings('局长程立峰出席。程立峰指出问题。副局长程立锋主持。')
    expect(found).toEqual(['W-NAME-VARIANT 程立锋'])
  })

  test('of a unit, one character other than in a credit', () => {
    const text = articleOf('青和控股集团召开会议，青禾控股集团落实。').replace('甲公司', '青禾控股集团')
    expect(checked(text).map((one) => brief(one, text))).toEqual(['W-NAME-VARIANT 青和控股集团'])
  })

  test.each([
    ['门诊部', '门诊二科室开诊。'],
    ['青禾门诊部', '青禾门诊二楼开诊。'],
    ['东湖街道办事处', '西湖街道办事处也来了。'],
    ['第一建设公司', '第二建设公司中标。'],
    ['青禾小学', '青禾中学参加。'],
    ['青禾设计院', '青禾设计所参加。'],
  ])('%s: a neighbour that is told apart by its number, side or kind is another', (unit, text) => {
    expect(checked(articleOf(`1月8日，${text}`).replace('甲公司', unit))).toEqual([])
  })

  test('that are simply two names', () => {
    expect(findings('局长程立峰、副局长程立群出席。港务集团、城建集团参加。')).toEqual([])
  })
})

describe('roster', () => {
  const roster = {
    file: '名录.txt',
    text: '# 姓名 职务\n沈知远，区委常委、副区长\n方若谷，区供水处副局长\n罗青，党委副书记、总经理\n',
  }

  test('titles', () => {
    expect(findings('区长沈知远、副局长方若谷、总经理罗青出席。', { roster })).toEqual([
      'W-ROSTER-TITLE 区长沈知远',
    ])
    expect(findings('副总经理罗青出席。', { roster })).toEqual(['W-ROSTER-TITLE 副总经理罗青'])
    expect(findings('副区长沈知远出席。', { roster })).toEqual([])
  })

  test('order', () => {
    expect(findings('罗青、方若谷出席。', { roster })).toEqual(['W-ROSTER-ORDER 方若谷'])
    expect(findings('副区长沈知远，副局长方若谷，总经理罗青出席。', { roster })).toEqual([])
    expect(findings('罗青主持会议，沈知远出席。', { roster })).toEqual([])
  })

  test('near names', () => {
    expect(findings('副区长沈志远出席。', { roster })).toEqual(['W-NAME-VARIANT 沈志远'])
  })
})

describe('word lists', () => {
  const dictionaries = [{ file: '词表.txt', text: '# 错 => 对\n帐号 => 账号\n云汀 => 云汀区\n其它 → 其他\n' }]

  test('wrong words are named with the right ones', () => {
    const found = findings('登记帐号，云汀区和云汀的其它单位。', { dictionaries })
    expect(found).toEqual([
      'W-DICTIONARY 帐号 → 账号',
      'W-DICTIONARY 云汀 → 云汀区',
      'W-DICTIONARY 其它 → 其他',
    ])
  })
})
