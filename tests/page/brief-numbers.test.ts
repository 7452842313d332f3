import { expect, test } from 'vitest'
import { arrangeBriefs } from '../../src/content/briefs.ts'
import { twoColumn } from '../../src/design/two-column.ts'
import { setBody } from '../../src/page/blocks/paragraph.ts'
import { galley, shaped } from './blocks.ts'

/** Where the point behind each brief's number stands. */
function pointsOf(count: number): number[] {
  const briefs = Array.from({ length: count }, () => ({ text: [{ text: '国国' }], credit: null, span: null }))
  const section = { briefs, numbering: '1.' }
  const blocks = arrangeBriefs({ design: twoColumn } as never, section as never, 0)
  return shaped(blocks).flatMap((block) => {
    const { strips } = setBody(block as never, galley(), 0)
    const [sign] = strips.flatMap(({ marks }) => marks)
    return sign?.kind === 'text' ? [sign.x + (sign.line.xs.at(-1) as number)] : []
  })
}

test('the numbers of a long list stand with their points below one another', () => {
  const points = pointsOf(12)
  expect(points).toHaveLength(12)
  for (const point of points) expect(point).toBeCloseTo(points[0] as number, 6)
})

test('those of a short one begin at the column’s edge', () => {
  expect(pointsOf(9)[0]).toBeLessThan(pointsOf(12)[0] as number)
})
