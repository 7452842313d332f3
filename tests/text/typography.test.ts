import { describe, expect, test } from 'vitest'
import {
  breakOpportunities,
  chooseAdjustment,
  type Gap,
  naturalAdvances,
  setLines,
} from '../../src/typography.ts'

function mayBreak(text: string, offset: number): boolean {
  return breakOpportunities(text, { level: 'none' }).includes(offset)
}

describe('no 避头尾', () => {
  test.each([
    '国，国',
    '国。国',
    '「国国',
    '国」国',
    '国·国',
    '国～国',
    '国/国',
    '国%国',
    '国—国',
    'A，国',
    '，，国',
    '）国国',
  ])('any mark begins or ends a line: %s', (text) => expect(mayBreak(text, 1)).toBe(true))
  test.each([
    '——',
    '……',
    '？！',
    '！！',
    '12',
    '１２',
    '9%',
    '9℃',
    '-5',
    '＋5',
    '¥1',
    '￥1',
    '1₫',
    'ab',
    'a.',
    '3.5',

    '§4',
  ])('words, numbers and pairs hold: %s', (text) => expect(mayBreak(text, 1)).toBe(false))
  test('a long dash is cut between its pairs only', () => {
    expect(breakOpportunities('国————国', { level: 'none' })).toEqual([1, 3, 5, 6])
  })
  test('marks on letters, selectors and joiners are never parted from their base', () => {
    expect(mayBreak('国\u0301国', 1)).toBe(false)
    expect(mayBreak('葛\u{e0100}国', 1)).toBe(false)
    expect(mayBreak('国\u2060国', 1)).toBe(false)
    expect(mayBreak('国 国', 1)).toBe(false)
  })
  test('lines are set with it', () => {
    const lines = setLines('一二三四，五六七八', { measure: 4, level: 'none', justify: false })
    expect(lines.map((line) => line.text)).toEqual(['一二三四', '，五六七', '八'])
  })
})

function widthOf(text: string): number {
  return naturalAdvances(text, { adjacent: 'natural' }).reduce((sum, one) => sum + one.advance, 0)
}

describe('adjacent marks at their natural width', () => {
  test.each([
    ['，「', 2],
    ['。”', 2],
    ['）（', 2],
    ['。”）', 3],
    ['？！', 2],
    ['《〈', 2],
    ['··', 1],
  ])('%s', (text, width) => expect(widthOf(text)).toBeCloseTo(width, 6))
  test('a line still trims its edges, and squeezes where it must', () => {
    const natural = setLines('国国。”国国国国国国', { measure: 6, adjacent: 'natural' })
    expect(natural[0]?.text).toBe('国国。”国国')
    expect(natural[0]?.width).toBeCloseTo(6, 6)
    const tight = setLines('国国，“国国国国国国', { measure: 5.5, adjacent: 'natural' })
    expect(tight[0]?.text).toBe('国国，“国国')
    expect(tight[0]?.width).toBeCloseTo(5.5, 6)
  })
})

test('the gap between Han and Latin may have another width, or none', () => {
  const gap = (hanLatinGap: number) => naturalAdvances('国A', { hanLatinGap }).find((one) => one.text === '')
  expect(gap(0.125)?.advance).toBeCloseTo(0.125, 6)
  expect(gap(0)).toBeUndefined()
})

describe('push in or push out', () => {
  const han: Gap = { width: 0, max: 1, fallback: true }
  const comma: Gap = { width: 0.5, min: 0, shrinkClass: 'comma_group' }
  const stop: Gap = { width: 0.5, min: 0, shrinkClass: 'fullstop_group' }
  const gap: Gap = {
    width: 0.25,
    min: 0.125,
    max: 0.5,
    shrinkClass: 'cjk_western',
    stretchClass: 'cjk_western',
  }

  test('marks give way before Han are spread', () => {
    const choice = chooseAdjustment({ gaps: [han, comma], target: 0 }, { gaps: [han, han], target: 0.1 })
    expect(choice).toBe('squeeze')
  })
  test('a wider Han–Latin gap is less than a squeezed full stop', () => {
    const choice = chooseAdjustment({ gaps: [stop, gap], target: 0.4 }, { gaps: [stop, gap], target: 0.8 })
    expect(choice).toBe('stretch')
  })
  test('beyond its cap a gap is stretched as Han are', () => {
    const capped: Gap = { ...gap, fallback: true }
    const choice = chooseAdjustment({ gaps: [stop], target: 0.1 }, { gaps: [capped], target: 0.7 })
    expect(choice).toBe('squeeze')
  })
  test('what does not reach its width loses', () => {
    const inside = { gaps: [comma], target: -1 }
    expect(chooseAdjustment(inside, { gaps: [han], target: 2 })).toBe('stretch')
    expect(chooseAdjustment({ gaps: [han], target: 2 }, { gaps: [gap], target: 2 })).toBe('squeeze')
  })
  test('ties go to push-in', () => {
    expect(chooseAdjustment({ gaps: [comma], target: 0.2 }, { gaps: [comma], target: 0.2 })).toBe('squeeze')
  })
})
