import type { ParagraphOf } from '../../content/block.ts'
import type { ShapedBlock, ShapedText } from '../../text/shaped-text.ts'
import type { Galley } from './galley.ts'

/** Lines that must stand below the heading at `index`: no more than there are before its article ends, or a table or a page of one picture comes. */
export function needBelow(blocks: readonly ShapedBlock[], index: number, galley: Galley): number {
  const { kind, keep } = blocks[index] as ShapedBlock
  if (kind !== 'heading') return 0
  let lines = 0
  for (let below = index + 1; below < blocks.length && lines < keep.withNext; below += 1) {
    const block = blocks[below] as ShapedBlock
    // A picture that fills a page has none of them above it.
    if (block.kind === 'heading' || (block.kind === 'figure' && block.full && lines > 0)) break
    if (block.kind === 'figure' && lines === 0) continue
    if (block.kind !== 'paragraph') return keep.withNext
    lines += estimatedRows(block, galley)
  }
  return Math.min(keep.withNext, lines)
}

/** Whether words stand right above a picture: the heading above them needs no more below it than them and the picture. */
export function hasWordsAbove(blocks: readonly ShapedBlock[], index: number): boolean {
  const above = blocks[index - 1]
  return blocks[index]?.kind === 'figure' && above?.kind === 'paragraph' && above.keep.withNext === 0
}

/** 表题 or 单位: the air above its table stands above it. */
export function isAboveTable(block: ShapedBlock | undefined): boolean {
  return block?.kind === 'paragraph' && (block.role === 'table-title' || block.role === 'table-unit')
}

export function isNoteOfTable(block: ShapedBlock | undefined): boolean {
  return block?.kind === 'paragraph' && block.role === 'table-note'
}

/** Lines that a paragraph will have, nearly. */
export function estimatedRows(block: ParagraphOf<ShapedText>, galley: Galley): number {
  const text = block.text.clusters.reduce((sum, cluster) => sum + cluster.advance, 0)
  return Math.max(1, Math.ceil(text / galley.measure))
}
