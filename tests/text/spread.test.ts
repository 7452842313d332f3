import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shapeText } from '../../src/text/shape.ts'
import { spreadText as spreadLine } from '../../src/text/spread.ts'
import { spread } from '../../src/typography.ts'
import { fakeFonts, styled, textOptions } from './fake-fonts.ts'

function starts(text: string, width: number): number[] {
  return spread(text, width).clusters.map((one) => Math.round(one.x * 1000) / 1000)
}

describe('均排 (R67)', () => {
  test('names of two and three characters have the same edges', () => {
    expect(starts('张三', 3)).toEqual([0, 2])
    expect(starts('李小四', 3)).toEqual([0, 1, 2])
    expect(starts('欧阳小四', 5)).toEqual([0, 1.333, 2.667, 4])
  })
  test('a typed space is not counted in', () => {
    expect(spread('张 三', 3).width).toBeCloseTo(3, 6)
    expect(starts('张 三', 3)).toEqual([0, 1, 2])
    expect(spread('张　三', 3).clusters.at(-1)?.x).toBeCloseTo(2, 6)
    expect(spread('张 三', 2).width).toBeCloseTo(2, 6)
  })
  test('the colon of a label stays beside its last character', () => {
    expect(starts('编辑：', 5)).toEqual([0, 3, 4])
    expect(spread('编辑：', 5).width).toBeCloseTo(5, 6)
  })
  test('brackets stay beside what they enclose', () => {
    expect(starts('（甲乙）', 6)).toEqual([0.5, 1, 4, 5])
  })
  test('Latin words and numbers are not opened', () => {
    const { clusters, width } = spread('第12组', 5)
    expect(width).toBeCloseTo(5, 6)
    expect((clusters[2]?.x ?? 0) - (clusters[1]?.x ?? 0)).toBeCloseTo(0.5, 6)
    expect(spread('AB', 4).width).toBeCloseTo(1, 6)
  })
  test('what is as wide already, or has one character, keeps its natural width', () => {
    expect(spread('办公室', 2).width).toBeCloseTo(3, 6)
    expect(spread('张', 3).width).toBeCloseTo(1, 6)
    expect(spread('', 3)).toMatchObject({ text: '', width: 0 })
  })
  test('any Han fill the width evenly, and none is lost', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...'国家企业王李张'), { minLength: 2, maxLength: 8 }),
        fc.integer({ min: 8, max: 20 }),
        (han, width) => {
          const set = spread(han.join(''), width)
          expect(set.text).toBe(han.join(''))
          expect(set.width).toBeCloseTo(width, 6)
          const steps = set.clusters.slice(1).map((one, i) => one.x - (set.clusters[i]?.x ?? 0))
          for (const step of steps) expect(step).toBeCloseTo(steps[0] as number, 6)
        },
      ),
    )
  })
  test('a label that does not fit says so; one that is spread is not loose', () => {
    const shaped = shapeText(styled('办公室'), fakeFonts, textOptions)
    expect(spreadLine(shaped, 20)).toMatchObject({ overfull: 10, trackingEm: 0, width: 30 })
    expect(spreadLine(shaped, 50)).toMatchObject({ overfull: 0, trackingEm: 0, width: 50, measure: 50 })
  })
})
