import type { ColumnAlign, InlineText, TableCell } from '../issue.ts'
import type { MappedText } from '../mapped-text.ts'
import { type Range, stripped, textIn } from './lines.ts'

export interface ParsedTable {
  readonly header: readonly TableCell[]
  readonly align: readonly ColumnAlign[]
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
  const cells = rows.map((row, at) =>
    Array.from({ length: columns }, (_, index) => cellOf(mapped, row[index], inline, { at, index })),
  )
  const [header = [], ...body] = cells
  return { header, align: Array.from({ length: columns }, (_, index) => align[index] ?? 'auto'), rows: body }
}

/** A cell that is all `^^` or `<<` is one with its neighbour, where there is one. */
function cellOf(
  mapped: MappedText,
  range: Range | undefined,
  inline: (range: Range) => InlineText,
  { at, index }: { readonly at: number; readonly index: number },
): TableCell {
  if (!range) return { text: [] }
  const text = textIn(mapped, range)
  if (text === '^^' && at > 0) return { text: [], merged: 'above' }
  if (text === '<<' && index > 0) return { text: [], merged: 'left' }
  return { text: inline(range) }
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

function alignOf(rule: string): ColumnAlign {
  if (!rule.endsWith(':')) return rule.startsWith(':') ? 'left' : 'auto'
  return rule.startsWith(':') ? 'centre' : 'right'
}

/** What a line beside a table says of it: words, and what stands in braces at its end, like `{span: page, turn: true}`. */
export interface TableLine {
  readonly words: Range | null
  readonly settings: TableSettings
  /** Settings that are none. */
  readonly unknown: Range | null
}

export interface TableSettings {
  readonly spans?: true
  readonly turns?: true
}

const BRACES = /(?<!\\)\{([^{}]*)\}$/
const SPANS_PAGE = /^(?:span|跨栏|通栏)\s*[:：]\s*(?:page|通栏|是|true)$/
const SPANS_COLUMN = /^(?:span|跨栏|通栏)\s*[:：]\s*(?:column|栏内|否|false)$/
const TURNS = /^(?:turn|卧排|横放)\s*[:：]\s*(?:true|yes|是)$/
const STANDS = /^(?:turn|卧排|横放)\s*[:：]\s*(?:false|no|否)$/

/** Settings have names; braces around words alone, or around nothing, are words. */
const NAMED = /[:：]/

/** The words of a line beside a table, their last braces written so that they are none of its settings. */
export function asTableWords(words: string): string {
  return words.replace(BRACES, '\\{$1}')
}

/** Reads the words and settings of a line beside a table. */
export function tableLine(text: string, range: Range): TableLine {
  const braces = BRACES.exec(text.slice(range.from, range.to))
  if (braces === null || !NAMED.test(braces[1] ?? '')) return { words: range, settings: {}, unknown: null }
  const words = stripped(text, { from: range.from, to: range.from + braces.index })
  const parts = (braces[1] ?? '')
    .split(/[,，;；]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const isKnown = (part: string) =>
    [SPANS_PAGE, SPANS_COLUMN, TURNS, STANDS].some((pattern) => pattern.test(part))
  return {
    words: words.from < words.to ? words : null,
    settings: {
      ...(parts.some((part) => SPANS_PAGE.test(part)) ? { spans: true } : {}),
      ...(parts.some((part) => TURNS.test(part)) ? { turns: true } : {}),
    },
    unknown: parts.every(isKnown) ? null : { from: range.from + braces.index, to: range.to },
  }
}
