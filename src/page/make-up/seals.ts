import type { TypeArea } from '../blocks/geometry.ts'
import type { PictureMark } from '../search/strip.ts'
import type { Column } from './page.ts'

/** Lines that a seal may reach beyond the page's first and last. */
const BEYOND = 0.5

/**
 * The seals of a column, from its left edge and top. They are drawn before its text: black on red is as black as a seal
 * over it is, and a seal whose ground is white hides no word.
 */
export function sealMarks(
  { strips, width, y: top }: Pick<Column, 'strips' | 'width' | 'y'>,
  area: Pick<TypeArea, 'top' | 'rows' | 'lineHeight'>,
): readonly PictureMark[] {
  return strips.flatMap(({ strip: { seal }, row }) => {
    if (!seal) return []
    const least = area.top - BEYOND * area.lineHeight - top
    const most = area.top + (area.rows + BEYOND) * area.lineHeight - top - seal.height
    const x = Math.max(0, Math.min(seal.x, width - seal.width))
    return [{ ...seal, x, y: Math.max(least, Math.min(seal.y + row * area.lineHeight, most)) }]
  })
}
