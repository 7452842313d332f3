import type { PanelOf, StyledText } from '../content/block.ts'
import type { DocxBlock } from './docx-blocks.ts'

/** What stands in a box on the page, between lines or on a ground. */
export function boxed({ look }: PanelOf<StyledText>, blocks: readonly DocxBlock[]): readonly DocxBlock[] {
  const isText = (one: DocxBlock) => one.kind === 'paragraph'
  const [first, last] = [blocks.findIndex(isText), blocks.findLastIndex(isText)]
  const hasTint = look !== 'box' && look !== 'quote'
  const hasLines = look !== 'tint' && look !== 'note'
  return blocks.map((one, at) => {
    if (one.kind !== 'paragraph') return one
    const inner = one.boxed
    const above = (hasLines && at === first) || inner?.above === true
    const below = (hasLines && at === last) || inner?.below === true
    return { ...one, boxed: { above, below, tint: hasTint || inner?.tint === true } }
  })
}
