import type { Design } from '../../design/design.ts'
import type { ShapedBlock } from '../../text/shaped-text.ts'
import { type FlowElement, isBlankElement } from '../search/elements.ts'

/** Headings that say so, those of an article with columns of its own, and names of sections that are closed level. */
export function standsAcross(design: Design, block: ShapedBlock, columns: number, turned: boolean): boolean {
  if (block.kind !== 'heading' || columns === 1) return false
  if (block.two && columns === 2) return true
  if (block.role === 'section') return block.spans || design.page.balance === 'section'
  return block.spans || (turned && block.role === 'headline')
}

/** A table across the columns, or the title and notes of one. */
export function tableAcross(block: ShapedBlock): boolean {
  return (block.kind === 'table' || block.kind === 'paragraph') && block.spans === true
}

/** Whether a table across the columns has no air of its own above it: other than that below another table. */
export function wantsAir(block: ShapedBlock | undefined, above: readonly FlowElement[]): boolean {
  return block !== undefined && tableAcross(block) && !isBlankElement(above.at(-1) as FlowElement)
}

/** Whether a block stands across the columns, and so in a zone of its own. */
export function spans(block: ShapedBlock, columns: number): boolean {
  if (block.kind === 'masthead' || block.kind === 'colophon') return true
  if (columns === 1) return block.kind === 'panel' && block.spans
  if (block.kind === 'panel') return block.spans || block.two === true
  if (block.kind === 'turnable') return block.spans
  return block.kind === 'figure' && (block.fit === 'page' || block.fit === 'two')
}

/** A picture, or a table on its side, across the columns with something of its article above it: the text may run on around it. */
export function isInsert(block: ShapedBlock, above: ShapedBlock | undefined, columns: number): boolean {
  return (
    columns > 1 &&
    (block.kind === 'figure' || block.kind === 'turnable') &&
    spans(block, columns) &&
    above !== undefined &&
    sameArticle(above, block)
  )
}

function sameArticle(a: ShapedBlock, b: ShapedBlock): boolean {
  return a.place.section === b.place.section && a.place.article === b.place.article
}
