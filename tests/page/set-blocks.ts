import type { Block } from '../../src/content/block.ts'
import type { Column, Page } from '../../src/page/make-up/page.ts'
import { composed, figure, headline, lines, paragraph, picture, styled } from './blocks.ts'

/**
 * A document of blocks in one line, composed: `t9 h f12 c88`. `t9` is a paragraph of nine lines, `c88` one of so many
 * characters; `S`, `h`, `s` are a section's name, a headline and a sub-heading; `f12` is a picture 1.2 times as wide as
 * high, `m12` one marked to stand where it is, `w12` one with text beside it; `T5` is a table of five rows.
 */
export function setBlocks(document: string): string {
  const { pages } = composed(document.split(' ').map(blockOf)).value
  return pages.map((page) => shown(page)).join(' / ')
}

function blockOf(word: string): Block {
  const number = Number(word.slice(1))
  switch (word[0]) {
    case 't':
      return lines(number)
    case 'c':
      return paragraph('国'.repeat(number))
    case 'T':
      return table(number)
    case 'S':
      return headline('题', { role: 'section', rows: 2 })
    case 'h':
      return headline('题')
    case 's':
      return headline('题', { role: 'subhead', rows: 1 })
    default:
      return figure({
        fit: word[0] === 'w' ? 'right' : 'column',
        placed: word[0] === 'm',
        pictures: [picture({ ratio: number / 10 })],
      })
  }
}

/** A table of two columns with so many rows below its header. */
export function table(rows: number): Block {
  const { keep, place, span } = paragraph('')
  const cells = () => [styled('国'), styled('国')]
  return {
    kind: 'table',
    header: cells(),
    rows: Array.from({ length: rows }, cells),
    rowHeads: false,
    keep,
    place,
    span,
  }
}

/** The lines of each column, and those at which pictures stand in it. */
function shown({ columns }: Page): string {
  return columns.map((column) => [column.used, ...pictureRows(column)].join('@')).join(' ')
}

function pictureRows({ strips }: Column): number[] {
  return strips.filter(({ strip }) => strip.marks.some(({ kind }) => kind === 'path')).map(({ row }) => row)
}
