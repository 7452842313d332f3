import type { ArticleDraft } from '../../issue/write/draft.ts'
import type { BodyDraft } from '../../issue/write/write-body.ts'
import { type SourceCell, type SourceTable, textOfParagraph } from '../source-document.ts'
import { markedOf, unmarkedOf } from './marked.ts'

type Marked = ArticleDraft['title']

/** A table with a cell at every place: merged ones have their text in the first. */
export function tableDraft(table: SourceTable, caption: Marked | null): BodyDraft {
  const rows = table.rows.map(cellsOf)
  const columns = Math.max(1, ...rows.map((row) => row.length))
  const filled = rows.map((row) => Array.from({ length: columns }, (_, at) => ({ text: row[at] ?? [] })))
  const [header = [], ...body] = filled
  const first = table.rows[0] ?? []
  const unbold = header.map((_, at) => ({
    text: (first[at] ? unmarkedText(first, at) : null) ?? header[at]?.text ?? [],
  }))
  return {
    kind: 'table',
    ...(caption === null ? {} : { caption }),
    header: unbold,
    align: Array.from({ length: columns }, (_, at) => alignOf(table, at)),
    rows: body,
  }
}

/** A header's cells have a look of their own. */
function unmarkedText(row: readonly SourceCell[], at: number): Marked | null {
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

function cellsOf(row: readonly SourceCell[]): readonly Marked[] {
  return row.flatMap((cell) => [joined(cell, false), ...Array.from({ length: cell.columns - 1 }, () => [])])
}

/** A cell's paragraphs on one line. */
function joined({ paragraphs }: SourceCell, plain: boolean): Marked {
  const texts = paragraphs
    .filter((one) => textOfParagraph(one) !== '' || one.number !== '')
    .map(plain ? unmarkedOf : markedOf)
  return texts.flatMap((text, index) => (index === 0 ? text : [{ text: '\u3000' }, ...text]))
}

/** Numbers stand at the right where all of a column's are there. */
function alignOf({ rows }: SourceTable, at: number): 'left' | 'centre' | 'right' {
  const cells = rows.slice(1).map((row) => cellAt(row, at))
  const texts = cells
    .flatMap((cell) => (cell ? [cell.paragraphs.map(textOfParagraph).join('').trim()] : []))
    .filter((text) => text !== '')
  if (texts.length > 0 && texts.every((text) => /^[-+−]?[\d,，.]+[%％]?$/.test(text))) return 'right'
  const centred = cells.filter((cell) => cell?.paragraphs[0]?.align === 'centre').length
  return cells.length > 0 && centred === cells.length ? 'centre' : 'left'
}
