import { isNumbers } from '../base/table-numbers.ts'
import type { Design } from '../design/design.ts'
import { inkOf } from '../design/looks.ts'
import type { BodyBlock, InlineText, TableCell } from '../issue/issue.ts'
import type { Arrangement } from './arrangement.ts'
import type { Block, MergedCells, Place, StyledText, TextRun } from './block.ts'
import { cellAlign, plain, styledText } from './styles.ts'

type TableBlock = Extract<BodyBlock, { kind: 'table' }>

const FREE = { withNext: 0, withPrevious: false, whole: false } as const

/** A table with its title above and its notes below; together where they may be turned. */
export function arrangeTable(arrangement: Arrangement, block: TableBlock, place: Place): readonly Block[] {
  const { caption, unit, notes = [], spans = false } = block
  const parts = [
    ...(caption ? [tableTitle(arrangement, caption, { place, spans })] : []),
    ...(unit ? [tableUnit(arrangement, unit, { place, spans, hasTitle: Boolean(caption) })] : []),
    table(arrangement, block, place),
    ...notes.map((note) => tableNote(arrangement, note, { place, spans })),
  ]
  if (!block.turns) return parts
  return [{ kind: 'turnable', place, keep: FREE, span: block.span, spans, blocks: parts }]
}

type OfTable = { readonly place: Place; readonly spans: boolean }

/** 表题 above its table, in the middle. */
function tableTitle({ design }: Arrangement, caption: InlineText, { place, spans }: OfTable): Block {
  const text = styledText(design, 'table', caption, { align: 'centre' })
  return {
    kind: 'paragraph',
    role: 'table-title',
    place,
    keep: { withNext: 2, withPrevious: false, whole: true },
    span: caption[0]?.span ?? null,
    text: { ...text, runs: text.runs.map(bold) },
    marker: null,
    spans,
  }
}

/** 单位：万元 above its table, at its right edge. */
function tableUnit(
  { design }: Arrangement,
  unit: InlineText,
  { place, spans, hasTitle }: OfTable & { readonly hasTitle: boolean },
): Block {
  return {
    kind: 'paragraph',
    role: 'table-unit',
    place,
    keep: { withNext: 2, withPrevious: hasTitle, whole: true },
    span: unit[0]?.span ?? null,
    text: styledText(design, 'table', unit, { align: 'right' }),
    marker: null,
    spans,
  }
}

/** 表注 or 资料来源 below its table. */
function tableNote({ design }: Arrangement, note: InlineText, { place, spans }: OfTable): Block {
  return {
    kind: 'paragraph',
    role: 'table-note',
    place,
    keep: { withNext: 0, withPrevious: true, whole: true },
    span: note[0]?.span ?? null,
    text: styledText(design, 'table', note, { align: 'justify' }),
    marker: null,
    spans,
  }
}

function bold(run: TextRun): TextRun {
  return { ...run, style: { ...run.style, weight: 'bold' } }
}

/** The first column heads its rows where its own head is empty, or where all its cells are bold. */
function hasRowHeads({ header, rows }: TableBlock): boolean {
  if (rows.length === 0 || header.length < 2) return false
  if (plain(header[0]?.text ?? []) === '' && header.some((cell) => plain(cell.text) !== '')) return true
  return rows.every(([first]) => first && first.text.length > 0 && first.text.every((one) => one.bold))
}

function table({ design }: Arrangement, block: TableBlock, place: Place): Block {
  const hasHead = block.header.some((cell) => plain(cell.text) !== '')
  const headRows = hasHead ? headRowsOf(block) : 0
  const merged = mergedCells([hasHead ? block.header : [], ...block.rows])
  const body = block.rows.slice(headRows)
  const row = (cells: TableBlock['header'], header: boolean): readonly StyledText[] =>
    cells.map((cell, index) => {
      const align = header ? 'centre' : cellAlign(block.align[index])
      const text = styledText(design, 'table', cell.text, { align })
      return header ? headText(text, design) : text
    })
  return {
    kind: 'table',
    place,
    keep: FREE,
    span: block.span,
    header: hasHead ? row(block.header, true) : [],
    rows: block.rows.map((cells, index) => row(cells, index < headRows)),
    rowHeads: hasRowHeads(block),
    decimal: block.align.map(
      (align, index) => align === 'auto' && isNumbers(body.map((cells) => plain(cells[index]?.text ?? []))),
    ),
    ...(headRows > 0 ? { headRows } : {}),
    ...(merged.length > 0 ? { merged } : {}),
    ...(block.spans ? { spans: true } : {}),
  }
}

/** The head's words are bold, in a colour of their own where the design says one. */
function headText(text: StyledText, design: Design): StyledText {
  const colour = inkOf(design.looks.table.headColour)
  const runs = text.runs.map(bold)
  if (colour === null) return { ...text, runs }
  return { ...text, runs: runs.map((run) => ({ ...run, style: { ...run.style, colour } })) }
}

/** Rows below the first line that its cells reach down into: the head's. */
function headRowsOf({ rows }: TableBlock): number {
  const end = rows.findIndex((cells) => !cells.some((cell) => cell.merged === 'above'))
  const below = end < 0 ? rows.length : end
  // A cell of the second line on that goes on below begins in the body.
  let count = 0
  const reaching = new Set(rows[0]?.flatMap((cell, at) => (cell.merged === 'above' ? [at] : [])))
  while (count < below && rows[count]?.some((cell, at) => cell.merged === 'above' && reaching.has(at)))
    count += 1
  return count
}

/** Cells that are one: `^^` goes on with what is above, `<<` with what is to the left; the corner of both is either. */
function mergedCells(rows: readonly (readonly TableCell[])[]): readonly MergedCells[] {
  const taken = new Set<string>()
  const merged: MergedCells[] = []
  const isMerged = (row: number, column: number, how: readonly TableCell['merged'][]) => {
    const cell = rows[row]?.[column]
    return cell?.merged !== undefined && how.includes(cell.merged) && !taken.has(`${row}/${column}`)
  }
  rows.forEach((cells, row) => {
    cells.forEach((_, column) => {
      if (taken.has(`${row}/${column}`)) return
      let columns = 1
      while (isMerged(row, column + columns, ['left'])) columns += 1
      let down = 1
      const goesOn = () =>
        isMerged(row + down, column, ['above']) &&
        Array.from({ length: columns }, (__, at) =>
          isMerged(row + down, column + at, ['above', 'left']),
        ).every(Boolean)
      while (goesOn()) down += 1
      if (columns * down === 1) return
      for (let at = 0; at < columns * down; at += 1)
        taken.add(`${row + Math.floor(at / columns)}/${column + (at % columns)}`)
      merged.push({ row, column, rows: down, columns })
    })
  })
  return merged
}
