import type { Block, StyledText } from '../../src/content/block.ts'

function words(text: StyledText | null): string {
  return text === null ? '' : text.runs.map((run) => run.text).join('')
}

/** All words of a block, its pictures' among them, in reading order; a list's sign and a heading's outline left out. */
export function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return words(block.shoulder) + words(block.text) + words(block.subtitle)
    case 'paragraph':
      return words(block.text)
    case 'figure':
      return block.pictures.map((one) => words(one.placeholder) + words(one.caption)).join('')
    case 'table':
      return [block.header, ...block.rows].flat().map(words).join('')
    case 'panel':
      return block.blocks.map(blockText).join('')
    case 'colophon':
      return block.rows.map((row) => words(row.label) + words(row.text) + words(row.right)).join('')
    default:
      return ''
  }
}
