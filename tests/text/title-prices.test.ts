import { expect, test } from 'vitest'
import { PRICES, priceOfAttribute, priceOfCompound, priceOfWhen } from '../../src/text/clreq/titles/prices.ts'
import { titleBreaks } from '../../src/text/clreq/titles/title-breaks.ts'
import { wordsIn } from '../../src/text/dictionary/words-in.ts'
import { golden } from '../golden.ts'
import { SAMPLE_TITLES } from './sample-texts.ts'
import { readTitles } from './titles/score.ts'

/** A title with its price before each place that may be turned at, and `!` where the clause ends, `<` what it tears. */
function priced(title: string): string {
  const { prices, tears, clauses, from, to } = titleBreaks(title, wordsIn(title))
  return title
    .split('')
    .map((sign, at) => {
      if (at === 0 || prices[at] === PRICES.inWord) return sign
      const part = `${from[at]}-${to[at]}`
      return `[${prices[at]}${clauses[at] ? '!' : ''}${tears[at] ? `<${tears[at]}` : ''} ${part}]${sign}`
    })
    .join('')
}

/** Marks, brackets, spaces and dashes of every kind around the same words. */
const MARKED = [
  '——水务集团开展汛前排查',
  '水务集团——开展汛前排查——确保安全',
  '水务集团⸺开展汛前排查',
  '“绝不断水”——抢修班组的一夜',
  '《条例》宣传月活动启动',
  '（试行）管理办法印发',
  '管理办法（试行）印发（第二批）',
  '开展“工匠讲堂”活动',
  '开展“学思想、强党性、重实践、建新功”主题教育活动',
  '推进“一网通办”服务平台建设工作',
  '水务集团 开展汛前排查',
  '水务集团　开展汛前排查…… 管网安全',
  '安全生产，人人有责；防汛备汛：从我做起！',
  '水务集团“开展汛前排查',
  '2026年1—6月云汀区GDP增长5.3%',
  '第五次全国经济普查登记工作全面启动',
  'A股上市公司云汀环境',
  '张三、李四和王五到柳溪街道走访慰问',
  '区委、区政府与各街道办事处签订安全生产责任书',
  '接待游客八十六万人次 同比增长12%',
  '全区'.repeat(45),
]

/** A third of the titles that are looked at, so that a diff can be read. */
const LOOKED_AT = readTitles('looked-at').filter((_, at) => at % 3 === 0)

test.each([
  ['looked-at', LOOKED_AT.map((one) => one.title)],
  ['marked', [...MARKED, ...SAMPLE_TITLES]],
] as const)('what each break of a title costs: %s', (name, titles) => {
  const found = `${titles.map(priced).join('\n')}\n`
  expect(found).toBe(golden(`titles/${name}.txt`, found))
})

test('what a compound costs by its halves', () => {
  const sides = [1, 2, 3, 4, 5, 6, 7, 8, 9]
  const rows = [priceOfCompound, priceOfAttribute, priceOfWhen].flatMap((price) => [
    price.name,
    ...sides.map((left) => `  ${left}: ${sides.map((right) => price(left, right)).join(' ')}`),
  ])
  const found = `${rows.join('\n')}\n`
  expect(found).toBe(golden('titles/compounds.txt', found))
})

test('a number stays with its Latin unit, a space typed between words parts them', () => {
  const { prices } = titleBreaks('听漏：从3 kHz到800 Hz', wordsIn('听漏：从3 kHz到800 Hz'))
  expect([5, 6, 13, 14].map((at) => prices[at])).toEqual([400, 400, 400, 400])
  const { prices: parted } = titleBreaks('二季度 供水平稳', wordsIn('二季度 供水平稳'))
  expect(parted[4]).toBe(PRICES.afterMark)
})
