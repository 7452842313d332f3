import { expect, test } from 'vitest'
import type { FigureOf } from '../../src/content/block.ts'
import { figureHeights, setFigure } from '../../src/page/blocks/figure.ts'
import type { ShapedText } from '../../src/text/shaped-text.ts'
import { figure, galley, picture, shaped } from './blocks.ts'

const heights = (more: Parameters<typeof figure>[0]) => {
  const [block] = shaped([figure(more)]) as [FigureOf<ShapedText>]
  return figureHeights(block, galley()).length + figureHeights(block, galley(), true).length
}

const code = Array.from({ length: 21 }, () => '10'.repeat(10).padEnd(21, '1'))

test('a picture may be a line or two lower or taller', () => {
  expect(heights({})).toBeGreaterThan(0)
  expect(heights({ pictures: [picture({ ratio: 0.8 })] })).toBeGreaterThan(0)
})

test('a picture too tall for its column is made smaller line by line, uncropped', () => {
  const wide = galley({ rows: 20 })
  const [block] = shaped([figure({ pictures: [picture({ ratio: 1 })] })]) as [FigureOf<ShapedText>]
  const { lineHeight, design } = wide
  const measure = design.looks.picture.tallest * 20 * lineHeight * 1.2
  const natural = setFigure(block, { ...wide, measure }).rows
  const rows = figureHeights(block, { ...wide, measure }).map((one) => one.rows - natural)
  expect(rows).toContain(-1)
  expect(rows).toContain(-2)
})

test.each([
  [
    'a QR code, of which nothing can be cropped',
    { pictures: [picture({ code, placeholder: null, ratio: 1 })] },
  ],
  ['a row with one', { pictures: [picture(), picture({ code, placeholder: null, ratio: 1 })] }],
  [
    'a gallery, whose rows fill the width',
    { gallery: true as const, pictures: [picture(), picture(), picture(), picture()] },
  ],
  ['a picture that fills its page', { full: true as const }],
])('but not %s', (_, more) => {
  expect(heights(more)).toBe(0)
})

test('where all else fails a tall picture is no larger than one that is not its article’s first', () => {
  const column = galley({ rows: 40 })
  const [block] = shaped([figure({ pictures: [picture({ ratio: 1 })] })]) as [FigureOf<ShapedText>]
  const rows = figureHeights(block, column, true).map((one) => one.rows)
  expect(Math.min(...rows)).toBeLessThan(0.36 * 40)
  expect(Math.min(...rows)).toBeGreaterThanOrEqual(0.27 * 40)
})
