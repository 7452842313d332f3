import type { InlineText, TableCell } from '../issue.ts'
import type { MappedText } from '../mapped-text.ts'
import { type Range, stripped, textIn } from './lines.ts'

type Align = 'left' | 'centre' | 'right'

export interface ParsedTable {
  readonly header: readonly TableCell[]
  readonly align: readonly Align[]
  readonly rows: readonly (readonly TableCell[])[]
}

const RULE = /^\|(?:\s*:?-+:?\s*\|)+$/

/** A table whose second line is `| --- | :-: |`; null without one. Every row gets as many cells as the widest. */
export function parseTable(
  mapped: MappedText,
  lines: readonly Range[],
  inline: (range: Range) => InlineText,
): ParsedTable | null {
  const [head, rule, ...rest] = lines
  if (!head || !rule || !RULE.test(textIn(mapped, rule))) return null
  const align = cellsOf(mapped.text, rule).map((cell) => alignOf(textIn(mapped, cell)))
  const rows = [head, ...rest].map((line) => cellsOf(mapped.text, line))
  const columns = Math.max(align.length, ...rows.map((row) => row.length))
  const cells = rows.map((row) =>
    Array.from({ length: columns }, (_, index) => ({ text: row[index] ? inline(row[index]) : [] })),
  )
  const [header = [], ...body] = cells
  return { header, align: Array.from({ length: columns }, (_, index) => align[index] ?? 'left'), rows: body }
}

/** A row's cells; `\|` is a bar that belongs to the text. */
function cellsOf(text: string, { from, to }: Range): readonly Range[] {
  const cells: Range[] = []
  let start = from + 1
  for (let at = start; at < to; at += 1) {
    if (text[at] === '\\') at += 1
    else if (text[at] === '|') {
      cells.push(stripped(text, { from: start, to: at }))
      start = at + 1
    }
  }
  return cells
}

function alignOf(rule: string): Align {
  if (!rule.endsWith(':')) return 'left'
  return rule.startsWith(':') ? 'centre' : 'right'
}
