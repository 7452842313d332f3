import { describe, expect, test } from 'vitest'
import { sizeOf } from '../../src/base/type-size.ts'
import { mm } from '../../src/base/units.ts'
import { classic } from '../../src/design/classic.ts'
import type { Design } from '../../src/design/design.ts'
import { official } from '../../src/design/official.ts'
import { settled, stated } from '../../src/design/settled.ts'
import { twoColumn } from '../../src/design/two-column.ts'

function typeAreaEms({ page, type }: Design): number {
  const width = page.width - page.margin.inside - page.margin.outside
  return (width - (page.columns - 1) * page.columnGap) / page.columns / type.body.size
}

describe('settled', () => {
  test('built-in designs hold the lines and ems that were decided for them', () => {
    const lines = (design: Design) => settled(design, {}).grid.lines
    expect([lines(twoColumn), lines(classic), lines(official)]).toEqual([43, 26, 22])
    expect(Math.floor(typeAreaEms(twoColumn) + 0.01)).toBe(22)
    expect(Math.floor(typeAreaEms(classic) + 0.01)).toBe(34)
    expect(Math.floor(typeAreaEms(official) + 0.01)).toBe(28)
  })

  test('official: the em boxes of 22 lines touch 37 mm and 37 + 225 mm (GB/T 9704 5.2)', () => {
    const { page, grid, type } = official
    const gap = grid.lineHeight - type.body.size
    expect(page.margin.top + gap / 2).toBeCloseTo(mm(37), 6)
    expect(Math.abs(22 * grid.lineHeight - gap - mm(225))).toBeLessThan(mm(0.1))
  })

  test('changes are put in at any depth and the rest stays', () => {
    const design = settled(twoColumn, {
      page: { margin: { top: mm(40) } },
      type: { headline: { size: 18 } },
    })
    expect(design.page.margin.bottom).toBe(mm(22))
    expect(design.type.headline.family).toBe('黑体')
    expect(design.type.headline.size).toBe(18)
    expect(design.grid.lines).toBe(40)
  })

  test('a misspelt member of a design does not compile', () => {
    // @ts-expect-error: no such member of a page
    stated<Design['page']>({ colums: 1 })
    // @ts-expect-error: a member of another type
    stated<Design['page']>({ columns: '1' })
    // @ts-expect-error: no such look
    settled(twoColumn, { looks: { table: { outr: 1 } } })
    // @ts-expect-error: no such part of a design
    settled(twoColumn, { colours: { accent: '#000000' } })
    expect(stated<Design['page']>({ columns: undefined })).toBeUndefined()
    expect(stated<Design['page']>({ columns: 1, columnGap: undefined })).toEqual({ columns: 1 })
  })

  test('字号 names', () => {
    expect([sizeOf('初号'), sizeOf('五号'), sizeOf('小五'), sizeOf('九号')]).toEqual([42, 10.5, 9, null])
  })
})
