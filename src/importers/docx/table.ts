import { childOf, childrenOf, descendantsOf, settingOf, type XmlElement } from '../container/xml.ts'
import type { SourceBlock, SourceCell, SourceParagraph, SourceTable } from '../source-document.ts'
import { printedText } from '../source-document.ts'
import type { DocxContext } from './docx-context.ts'
import { chosenOf } from './drawing.ts'
import { authorship } from './inline.ts'
import { allText } from './piece.ts'

/** Reads the blocks in a cell. */
interface CellReader {
  read(element: XmlElement): readonly SourceBlock[]
}

/**
 * A table, and behind it the pictures and notes that its cells hold; the paragraphs themselves where the table is only
 * a frame around them.
 */
export function readTable(
  table: XmlElement,
  context: DocxContext,
  cells: CellReader,
): readonly SourceBlock[] {
  const rows = rowsOf(table).filter((row) => isKept(row, context))
  const read = rows.map((row) => [
    ...cellsBefore(row),
    ...withOldMerges(cellsIn(row).map((cell) => readCell(cell, context, cells))),
  ])
  const outside = read.flatMap((row) => row.flatMap((cell) => cell.outside))
  const grid = read.map((row) => row.map((cell) => cell.cell)).filter((row) => row.length > 0)
  const pictures = read.map((row) => row.map((cell) => cell.outside.filter((one) => one.kind === 'picture')))
  if (grid.length === 0) return outside
  if (grid.every((row) => row.length === 1) || isFrameOfPictures(grid, pictures))
    return asFrame(read, context)
  reportLines(grid, context)
  return [{ kind: 'table', rows: grid }, ...outside]
}

/** Rows and cells may lie in content controls and in other wrappers. */
function rowsOf(element: XmlElement): readonly XmlElement[] {
  return childrenOf(element).flatMap((one) =>
    one.name === 'w:tr' ? [one] : one.name.endsWith('Pr') ? [] : rowsOf(chosenIn(one)),
  )
}

function chosenIn(element: XmlElement): XmlElement {
  return (element.name === 'mc:AlternateContent' ? chosenOf(element) : undefined) ?? element
}

function cellsIn(row: XmlElement): readonly XmlElement[] {
  return childrenOf(row).flatMap((one) =>
    one.name === 'w:tc' ? [one] : one.name.endsWith('Pr') ? [] : cellsIn(chosenIn(one)),
  )
}

/** A row that begins in a later column: nothing stands in those before. */
function cellsBefore(row: XmlElement): readonly ReadCell[] {
  const columns = Math.min(63, Number(settingOf(childOf(row, 'w:trPr'), 'w:gridBefore') ?? 0) || 0)
  const cell = { paragraphs: [], columns: 1, continues: false }
  return Array.from({ length: columns }, () => ({ cell, outside: [], blocks: [] }))
}

/** A row that was deleted or inserted as a whole, by what is done with tracked changes. */
function isKept(row: XmlElement, { tracked, report }: DocxContext): boolean {
  const properties = childOf(row, 'w:trPr')
  if (isHidden(properties)) {
    report('hidden', allText(row))
    return false
  }
  const gone = childOf(properties, tracked === 'accept' ? 'w:del' : 'w:ins')
  if (!gone) {
    reportCame(row, tracked, report)
    return true
  }
  report(tracked === 'accept' ? 'deleted' : 'inserted-rejected', allText(row), authorship(gone))
  return false
}

function isHidden(properties: XmlElement | undefined): boolean {
  const hidden = childOf(properties, 'w:hidden')
  return hidden !== undefined && !/^(?:0|false|off)$/.test(hidden.attributes['w:val'] ?? '1')
}

/** A row that came as a whole is told, unless its words are told by themselves. */
function reportCame(row: XmlElement, tracked: DocxContext['tracked'], report: DocxContext['report']): void {
  const kept = tracked === 'accept' ? 'w:ins' : 'w:del'
  const came = childOf(childOf(row, 'w:trPr'), kept)
  const isTold = [...descendantsOf(row, new Set([kept]))].some((one) => allText(one) !== '')
  if (came && !isTold)
    report(tracked === 'accept' ? 'inserted' : 'deleted-rejected', allText(row), authorship(came))
  for (const one of descendantsOf(row, CELL_CHANGES)) report('cell-tracked', allText(row), authorship(one))
}

const CELL_CHANGES = new Set(['w:cellIns', 'w:cellDel', 'w:cellMerge'])

interface ReadCell {
  /** Goes on from the cell at its left (`w:hMerge`, before `w:gridSpan`). */
  readonly fromLeft?: boolean
  readonly cell: SourceCell
  readonly outside: readonly SourceBlock[]
  readonly blocks: readonly SourceBlock[]
}

function readCell(element: XmlElement, context: DocxContext, cells: CellReader): ReadCell {
  const properties = childOf(element, 'w:tcPr')
  const merge = childOf(properties, 'w:vMerge')
  const blocks = cells.read(element)
  const inner = blocks.filter((one) => one.kind === 'table')
  if (inner.length > 0) context.report('table-nested', inner.map(tableText).join(' '))
  const paragraphs = blocks.flatMap((one): readonly SourceParagraph[] => {
    if (one.kind === 'table') return one.rows.flatMap((row) => row.flatMap((cell) => cell.paragraphs))
    return one.kind === 'paragraph' && !one.note ? [one] : []
  })
  const outside = blocks.filter(
    (one) => one.kind === 'picture' || (one.kind === 'paragraph' && one.note === true),
  )
  const columns = Math.min(64, Math.max(1, Number(settingOf(properties, 'w:gridSpan') ?? 1) || 1))
  const continues = merge !== undefined && (merge.attributes['w:val'] ?? 'continue') === 'continue'
  const old = childOf(properties, 'w:hMerge')
  const fromLeft = old !== undefined && old.attributes['w:val'] !== 'restart' && blocks.length === 0
  return { cell: { paragraphs, columns, continues }, outside, blocks, fromLeft }
}

/** Empty cells that go on from the left make the one before them wider. */
function withOldMerges(cells: readonly ReadCell[]): readonly ReadCell[] {
  const made: ReadCell[] = []
  for (const one of cells) {
    const before = made.at(-1)
    if (one.fromLeft && before) {
      const columns = before.cell.columns + one.cell.columns
      made[made.length - 1] = { ...before, cell: { ...before.cell, columns } }
    } else made.push(one)
  }
  return made
}

/** Pictures in more than every third row: the table holds them and their texts in place, and nothing else. */
function isFrameOfPictures(
  grid: SourceTable['rows'],
  pictures: readonly (readonly (readonly SourceBlock[])[])[],
): boolean {
  const pictured = pictures.map((row) => row.some((one) => one.length > 0))
  const count = pictured.filter((one) => one).length
  const isData = grid.every(
    (row, at) => pictured[at] || row.filter((cell) => cell.paragraphs.length > 0).length > 1,
  )
  return count > 0 && !(isData && count * 3 < grid.length)
}

function tableText(table: Extract<SourceBlock, { kind: 'table' }>): string {
  return table.rows.flatMap((row) => row.flatMap((cell) => cell.paragraphs.map(printedText))).join(' ')
}

/** A row of pictures and the row of texts below it go by columns, so that each picture has its caption beside it. */
function asFrame(rows: readonly (readonly ReadCell[])[], context: DocxContext): readonly SourceBlock[] {
  const blocks: SourceBlock[] = []
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] as readonly ReadCell[]
    const below = rows[index + 1]
    const isPair =
      below !== undefined && row.some(isPicture) && row.every(isPictureOrEmpty) && below.length === row.length
    if (isPair && below.every((cell) => !cell.blocks.some((one) => one.kind === 'picture'))) {
      row.forEach((cell, column) => {
        blocks.push(...cell.blocks, ...(below[column] as ReadCell).blocks)
      })
      index += 1
    } else blocks.push(...row.flatMap((cell) => cell.blocks))
  }
  const text = blocks.flatMap((one) => (one.kind === 'paragraph' ? [printedText(one)] : [])).join(' ')
  if (text !== '') context.report('table-frame', text)
  return blocks
}

function isPicture({ blocks }: ReadCell): boolean {
  return blocks.length > 0 && isPictureOrEmpty({ blocks })
}

function isPictureOrEmpty({ blocks }: Pick<ReadCell, 'blocks'>): boolean {
  return blocks.every((one) => one.kind === 'picture')
}

function reportLines(rows: readonly (readonly SourceCell[])[], { report }: DocxContext): void {
  const cells = rows.flat()
  const long = cells.filter((cell) => cell.paragraphs.length > 1)
  if (long.length > 0)
    report('table-lines', long.map((cell) => cell.paragraphs.map(printedText).join(' ↵ ')).join('；'))
}
