import { describe, expect, test } from 'vitest'
import { divided } from '../../src/page/blocks/divided.ts'
import { lineAir } from '../../src/page/blocks/galley.ts'
import { BREAK } from '../../src/page/search/costs.ts'
import type { Mark, Strip } from '../../src/page/search/strip.ts'
import { galley } from './blocks.ts'

/** Columns of ten lines of 10 pt. */
const column = galley({ lineHeight: 10, rows: 10 })
const air = lineAir(column)

const bar = (y: number, height: number): Mark => ({
  kind: 'rule',
  x: 0,
  y,
  width: 50,
  height,
  colour: 'black',
  owner: null,
})

/** A path from `y` + `from` to `y` + `to`. */
const path = (y: number, from: number, to: number): Mark => ({
  kind: 'path',
  x: 0,
  y,
  commands: [
    ['M', 70, from],
    ['L', 90, to],
  ],
  fill: null,
  stroke: null,
  owner: null,
})

const strip = (rows: number, marks: readonly Mark[]): Strip => ({
  rows,
  marks,
  breakAfter: BREAK.never,
  slack: { head: 0, foot: 0 },
})

const tops = (strips: readonly Strip[]) => strips.map(({ marks }) => marks.map(({ y }) => y))

describe('a strip taller than a column', () => {
  test('stays one where it is as tall as the column', () => {
    const one = strip(10, [bar(0, 100)])
    expect(divided(one, column)).toEqual([one])
  })

  test('is parted between its marks; a further column begins as far from its top as body text', () => {
    const parts = divided(strip(15, [bar(5, 40), bar(50, 45), bar(100, 40)]), column)
    expect(tops(parts)).toEqual([[5, 50], [air]])
    expect(parts.map(({ rows }) => rows)).toEqual([10, 5])
    expect(parts.map(({ breakAfter }) => breakAfter)).toEqual([BREAK.free, BREAK.never])
  })

  test('of three columns each begins and ends by itself', () => {
    const parts = divided(strip(29, [bar(0, 96), bar(100, 80), bar(190, 90)]), column)
    expect(tops(parts)).toEqual([[0], [air], [air]])
    expect(parts.map(({ rows }) => rows)).toEqual([10, Math.ceil((80 + air) / 10), 10])
  })

  test('marks over one another stay together; a path’s own numbers tell where it is', () => {
    const parts = divided(strip(15, [bar(0, 50), path(70, -15, 20), bar(85, 30), bar(120, 20)]), column)
    expect(tops(parts)).toEqual([[0], [15 + air, 30 + air, 65 + air]])
  })

  test('blank lines at its foot stay with the last part, as far as its column has room', () => {
    const [, last] = divided(strip(18, [bar(0, 90), bar(100, 20)]), column)
    expect(last?.rows).toBe(8)
    const [, full] = divided(strip(40, [bar(0, 90), bar(100, 20)]), column)
    expect(full?.rows).toBe(10)
  })
})
