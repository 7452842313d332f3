import { describe, expect, test } from 'vitest'
import { sizeOf } from '../../src/base/type-size.ts'
import { mm } from '../../src/base/units.ts'
import { builtInDesigns, resolveDesign } from '../../src/design/resolve-design.ts'

function typeAreaEms(name: keyof typeof builtInDesigns): number {
  const { page, type } = builtInDesigns[name]
  const width = page.width - page.margin.inside - page.margin.outside
  return (width - (page.columns - 1) * page.columnGap) / page.columns / type.body.size
}

describe('resolveDesign', () => {
  test('built-in designs hold the lines and ems that design/page.md gives', () => {
    const lines = (name: keyof typeof builtInDesigns) =>
      resolveDesign({ extends: name, changes: {} }).grid.lines
    expect([lines('two-column'), lines('classic'), lines('official')]).toEqual([43, 26, 22])
    expect(Math.floor(typeAreaEms('two-column') + 0.01)).toBe(22)
    expect(Math.floor(typeAreaEms('classic') + 0.01)).toBe(34)
    expect(Math.floor(typeAreaEms('official') + 0.01)).toBe(28)
  })

  test('official: the em boxes of 22 lines touch 37 mm and 37 + 225 mm (GB/T 9704 5.2)', () => {
    const { page, grid, type } = builtInDesigns.official
    const gap = grid.lineHeight - type.body.size
    expect(page.margin.top + gap / 2).toBeCloseTo(mm(37), 6)
    expect(Math.abs(22 * grid.lineHeight - gap - mm(225))).toBeLessThan(mm(0.1))
  })

  test('changes are put in at any depth and the rest stays', () => {
    const design = resolveDesign({
      extends: 'two-column',
      changes: { page: { margin: { top: mm(40) } }, type: { headline: { size: 18 } } },
    })
    expect(design.page.margin.bottom).toBe(mm(22))
    expect(design.type.headline.family).toBe('黑体')
    expect(design.type.headline.size).toBe(18)
    expect(design.grid.lines).toBe(40)
  })

  test('字号 names', () => {
    expect([sizeOf('初号'), sizeOf('五号'), sizeOf('小五'), sizeOf('九号')]).toEqual([42, 10.5, 9, null])
  })
})
