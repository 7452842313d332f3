import { expect, test } from 'vitest'
import { twoColumn } from '../../src/design/two-column.ts'
import { pageText } from '../../src/page/blocks/page-text.ts'
import { fakeFonts } from './fake-fonts.ts'

test("the page's own words are shaped once in each style", () => {
  const shape = pageText(twoColumn, fakeFonts)
  const { family, size } = twoColumn.type.caption
  const style = {
    family,
    size,
    weight: 'regular',
    colour: 'black',
    trackingEm: 0,
    raiseEm: 0,
    dots: false,
  } as const
  const first = shape('81 × 54 mm', style, 'centre')
  expect(shape('81 × 54 mm', { ...style }, 'centre')).toBe(first)
  expect(shape('81 × 54 mm', style)).not.toBe(first)
  expect(shape('81 × 55 mm', style, 'centre')).not.toBe(first)
  expect(shape('81 × 54 mm', { ...style, size: size + 1 }, 'centre')).not.toBe(first)
})
