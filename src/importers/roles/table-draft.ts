import { isNumbers } from '../../base/table-numbers.ts'
import type { ArticleDraft } from '../../issue/write/draft.ts'
import type { BodyDraft } from '../../issue/write/write-body.ts'
import {
  printedText,
  type SourceCell,
  type SourceParagraph,
  type SourceTable,
  textOfParagraph,
} from '../source-document.ts'
import { markedOf, unmarkedOf } from './marked.ts'

type Marked = ArticleDraft['title']

/** A table with a cell at every place: merged ones have their text in the first, and say in the others with what they are one. */
export function tableDraft(table: SourceTable, caption: Marked | null): BodyDraft {
  const rows = table.rows.map((row, at) => cellsOf(row, at === 0))
  const columns = Math.max(1, ...rows.map((row) => row.length))
  const filled = rows.map((row) => Array.from({ length: columns }, (_, at) => row[at] ?? { text: [] }))
  const [header = [], ...body] = filled
  const first = table.rows[0] ?? []
  const unbold = header.map((cell, at) =>
    cell.merged ? cell : { text: (first[at] ? unwriteMarked(first, at) : null) ?? cell.text },
  )
  return {
    kind: 'table',
    ...(caption === null ? {} : { caption }),
    header: unbold,
    align: Array.from({ length: columns }, (_, at) => alignOf(table, at)),
    rows: body,
  }
}

/** A header's cells have a look of their own. */
function unwriteMarked(row: readonly SourceCell[], at: number): Marked | null {
  const cell = cellAt(row, at)
  return cell === null ? null : joined(cell, true)
}

function cellAt(row: readonly SourceCell[], at: number): SourceCell | null {
  let column = 0
  for (const cell of row) {
    if (column === at) return cell
    column += cell.columns
  }
  return null
}

interface CellDraft {
  readonly text: Marked
  readonly merged?: 'above' | 'left'
}

function cellsOf(row: readonly SourceCell[], isFirst: boolean): readonly CellDraft[] {
  return row.flatMap((cell): readonly CellDraft[] => {
    const text = joined(cell, false)
    // Words in a cell that goes on from above are not lost.
    const goesOn = cell.continues && !isFirst && text.length === 0
    const own: CellDraft = goesOn ? { text: [], merged: 'above' } : { text }
    const more = Array.from({ length: cell.columns - 1 }, (): CellDraft => ({ text: [], merged: 'left' }))
    return [own, ...more]
  })
}

/** A cell's paragraphs on one line. */
function joined({ paragraphs }: SourceCell, plain: boolean): Marked {
  const texts = paragraphs
    .filter((one) => textOfParagraph(one) !== '' || one.number !== '')
    .map((one) => (plain ? unmarkedOf(one) : markedOf(one)))
  return texts.flatMap((text, index) => (index === 0 ? text : [{ text: '\u3000' }, ...text]))
}

/** Columns of numbers are told by themselves; others stand in the middle where all their cells do. */
function alignOf({ rows }: SourceTable, at: number): 'auto' | 'centre' {
  const cells = rows.slice(1).map((row) => cellAt(row, at))
  const texts = cells.map((cell) => cell?.paragraphs.map(textOfParagraph).join('') ?? '')
  if (isNumbers(texts)) return 'auto'
  const centred = cells.filter((cell) => cell?.paragraphs[0]?.align === 'centre').length
  return cells.length > 0 && centred === cells.length ? 'centre' : 'auto'
}

/** 表题 above its table. */
export function isTableTitle(paragraph: SourceParagraph): boolean {
  const text = printedText(paragraph).trim()
  if ([...text].length > 40 || /[。；]$/.test(text) || paragraph.note) return false
  return /^表\s*[\d一二三四五六七八九十]*/.test(text)
    ? paragraph.align === 'centre' || /^表\s*[\d一二三四五六七八九十]/.test(text)
    : paragraph.align === 'centre' && /表$/.test(text)
}

/** 单位：万元, above its table. */
export function isTableUnit(paragraph: SourceParagraph): boolean {
  const text = printedText(paragraph).trim()
  return [...text].length <= 20 && /^[（(]?(?:计量)?单位\s*[:：]/.test(text) && !paragraph.note
}

/** 注：… or 资料来源：… below its table. */
export function isTableNote(paragraph: SourceParagraph): boolean {
  const text = printedText(paragraph).trim()
  return [...text].length <= 100 && /^(?:表?注\d*|(?:资料|数据)来源)\s*[:：]/.test(text) && !paragraph.note
}
