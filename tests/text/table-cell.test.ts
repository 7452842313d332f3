import { expect, test } from 'vitest'
import { shapeText } from '../../src/text/shape.ts'
import { asEntry, floorWidth } from '../../src/text/table-cell.ts'
import { FORBIDDEN } from '../../src/text/uax14/break-opportunities.ts'
import { fakeFonts, styled, textOptions } from './fake-fonts.ts'

/** A cell's text with `/` where a line may end. */
function breaksIn(words: string): string {
  const { clusters, items } = asEntry(shapeText(styled(words), fakeFonts, textOptions))
  return clusters
    .map(({ text }, at) => text + (at + 1 < clusters.length && items.breaks[at] !== FORBIDDEN ? '/' : ''))
    .join('')
}

test('a date with its dashes is whole, and so is a name', () => {
  expect(breaksIn('6月3日—6月5日')).toBe('6月3日—6月5日')
  expect(breaksIn('▲3.2%、↓0.5%')).toBe('▲3.2%、/↓0.5%')
  expect(breaksIn('沈知行、顾南乔')).toBe('沈知行、/顾南乔')
})

test('a chain of dates that is too long to be one item ends lines at its dashes, and nowhere in a date', () => {
  expect(breaksIn('2026年6月3日—2026年6月15日—2026年7月20日')).toBe(
    '2026年6月3日—/2026年6月15日—/2026年7月20日',
  )
})

const entry = (words: string) => asEntry(shapeText(styled(words), fakeFonts, textOptions))

test('what is too long for an entry is broken as a paragraph is', () => {
  expect(entry('字'.repeat(60)).style.headline).toBe(true)
  expect(entry('字'.repeat(61)).style.headline).toBe(false)
})

test('a column is never narrower than the longest word of an entry', () => {
  const { style } = entry('供水')
  expect(floorWidth(entry('检查供水管网'))).toBeCloseTo(4 * style.size)
  expect(floorWidth(entry('检查供水情况的负责人'))).toBeCloseTo(3 * style.size)
})
