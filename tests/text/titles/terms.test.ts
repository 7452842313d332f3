import { expect, test } from 'vitest'
import { numberOfTerm } from '../../../src/text/clreq/titles/terms.ts'
import { titleBreaks } from '../../../src/text/clreq/titles/title-breaks.ts'
import { tokensOf } from '../../../src/text/clreq/titles/tokens.ts'
import { wordsIn } from '../../../src/text/dictionary/words-in.ts'
import { turned } from './score.ts'

const tokens = (title: string) => tokensOf(wordsIn(title)).map(({ text }) => text)

test.each([
  ['市疾病预防控制中心提醒市民', '市疾病预防控制中心 提醒 市民'],
  ['区工业和信息化局组织企业', '区工业和信息化局 组织 企业'],
  ['工业用地挂牌出让', '工业 用地 挂牌出让'],
  ['预防与控制', '预防 与 控制'],
  ['大学生创业孵化园二期开工', '大学生 创业孵化园 二期 开工'],
  ['职工合理化建议采纳率再提高', '职工 合理化 建议 采纳率 再 提高'],
  ['专题视察组到我区考察', '专题 视察 组 到 我区 考察'],
  ['提升A级景区', '提升 A级 景区'],
])('%s: %s', (title, words) => {
  expect(tokens(title).join(' ')).toBe(words)
})

test('a term is as it was classed: 挂牌出让 may state, 产业工人 does not', () => {
  const classOf = (title: string) => tokensOf(wordsIn(title)).map((one) => one.class)
  expect(classOf('挂牌出让')).toEqual(['verbal'])
  expect(classOf('产业工人')).toEqual(['noun'])
})

test('a long term that no line has room for is parted between its words, rather in halves', () => {
  expect(turned('市疾病预防控制中心提醒市民', 6)).toEqual(['市疾病预防', '控制中心', '提醒市民'])
  const { prices } = titleBreaks('疾病预防控制中心', wordsIn('疾病预防控制中心'))
  expect([...prices.slice(1, 8)]).toEqual([400, 400, 400, 330, 400, 390, 400])
})

test('a term has one number of 24 bits, which its order of characters makes', () => {
  expect(numberOfTerm('产业工人')).toBeLessThan(2 ** 24)
  expect(numberOfTerm('产业工人')).not.toBe(numberOfTerm('工人产业'))
})
