import { expect, test } from 'vitest'
import { endings, endsIn } from '../../../src/text/clreq/titles/endings.ts'

const some = endings('公司 委员会', { 局: '大布' })

test.each([
  ['水务公司', true],
  ['公司', true],
  ['居民委员会', true],
  ['员会', false],
  ['公司化', false],
  ['卫生局', true],
  ['大局', false],
  ['布局', false],
  ['局', false],
  ['', false],
])('%s ends so: %s', (word, ends) => {
  expect(endsIn(word, some)).toBe(ends)
})

test('asks for characters before the ending', () => {
  expect(endsIn('机会', endings('会'), 2)).toBe(false)
  expect(endsIn('座谈会', endings('会'), 2)).toBe(true)
})
