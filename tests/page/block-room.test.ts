import { describe, expect, test } from 'vitest'
import type { FigureOf } from '../../src/content/block.ts'
import { figureBox } from '../../src/page/blocks/figure.ts'
import { inset, lineAir, rowsFor } from '../../src/page/blocks/galley.ts'
import type { ShapedText } from '../../src/text/shaped-text.ts'
import { figure, galley, picture, shaped, styled } from './blocks.ts'

const LINE = 16.5
const EM = 10.5

describe('room in a column', () => {
  test('a height takes whole lines, one at least; what is nearly a line is one', () => {
    expect([0, 1, LINE, LINE + 0.04, LINE + 0.06, 3 * LINE].map((one) => rowsFor(one, galley()))).toEqual([
      1, 1, 1, 1, 2, 3,
    ])
  })
  test('a panel’s text is moved in by whole ems at both sides', () => {
    expect(inset(galley({ left: 5 }), 1, null)).toMatchObject({ measure: 231 - 2 * EM, left: 5 + EM })
    expect(inset(galley(), 2, null)).toMatchObject({ measure: 231 - 4 * EM, left: 2 * EM })
  })
  test('half of what a line is taller than its Han stands above them', () => {
    expect(lineAir(galley())).toBe((LINE - EM) / 2)
  })
})

describe('a picture with its caption', () => {
  const box = (caption: string | null, rows: number) => {
    const one = picture(caption === null ? {} : { caption: styled(caption, { size: 9, align: 'centre' }) })
    const [block] = shaped([figure({ pictures: [one] })]) as [FigureOf<ShapedText>]
    return figureBox(block, 231, galley({ rows }))
  }
  test('is as tall as its width asks when there is room', () =>
    expect(box(null, 43).height).toBeCloseTo(154, 0))
  test('gives way to a long caption in a short column', () => {
    const long = '国'.repeat(150)
    const free = box(long, 43)
    expect(free.height).toBeGreaterThan(12 * LINE)
    expect(box(long, 13).height).toBeLessThan(free.height)
  })
})
