import type { Range } from './lines.ts'
import type { TableLine } from './table.ts'

/** The lines of a text, by their numbers. */
export interface LinesOfText {
  readonly count: number
  /** The words of a `: …` line; null for any other. */
  wordsOf(line: number): Range | null
  isEmpty(line: number): boolean
  isRow(line: number): boolean
  textIn(range: Range): string
}

/** A line of words beside a table. */
export interface LineBeside {
  readonly line: number
  readonly content: Range
}

/** Lines of words that may stand above a table. */
const MOST_ABOVE = 4

/** Whether a table's rows follow a line of words, or other lines of words above them. */
export function rowsFollow(lines: LinesOfText, line: number): boolean {
  let at = filledFrom(lines, line + 1)
  for (let more = 1; more < MOST_ABOVE && at < lines.count && lines.wordsOf(at) !== null; more += 1)
    at = filledFrom(lines, at + 1)
  return at < lines.count && lines.isRow(at)
}

/** The lines of words from one on, and the line that follows them. */
export function wordsFrom(
  lines: LinesOfText,
  from: number,
): { readonly found: readonly LineBeside[]; readonly next: number } {
  const found: LineBeside[] = []
  for (let next = from; ; ) {
    const line = filledFrom(lines, next)
    const content = line < lines.count ? lines.wordsOf(line) : null
    if (content === null) return { found, next: line }
    found.push({ line, content })
    next = line + 1
  }
}

/** Title, notes and source that follow a table; between two tables all but the upper one's notes belong to the lower one. */
export function linesBelowTable(lines: LinesOfText, from: number): readonly LineBeside[] {
  const { found, next } = wordsFrom(lines, from)
  if (next >= lines.count || !lines.isRow(next)) return found
  const end = found.findIndex(({ content }) => !NOTE.test(lines.textIn(content)))
  return end < 0 ? found : found.slice(0, end)
}

function filledFrom(lines: LinesOfText, line: number): number {
  let at = line
  while (at < lines.count && lines.isEmpty(at)) at += 1
  return at
}

const UNIT = /^[（(]?(?:计量)?单位\s*[:：]/
const NOTE = /^(?:(?:表)?注(?:释)?\d*|备注|说明|(?:资料|数据|信息)?来源)\s*[:：]|^(?:\*(?!\*)|[※①-⑳])/

/** What lines beside a table are: its title; the unit of its numbers; notes and source. */
export interface WordsOfTable {
  readonly title: Range | null
  readonly unit: Range | null
  readonly notes: readonly Range[]
}

/** Tells title, unit and notes by their words and place; the first `above` lines stand above the table. */
export function wordsOfTable(
  lines: readonly TableLine[],
  above: number,
  wordsIn: (range: Range) => string,
): WordsOfTable {
  const all = lines.flatMap(({ words }, at) => (words ? [{ words, isAbove: at < above }] : []))
  const unit = all.find(({ words, isAbove }) => isAbove && UNIT.test(wordsIn(words))) ?? null
  const isNote = ({ words }: { readonly words: Range }) =>
    NOTE.test(wordsIn(words)) || UNIT.test(wordsIn(words))
  const title = all.find((one) => one !== unit && !isNote(one)) ?? null
  return {
    title: title?.words ?? null,
    unit: unit?.words ?? null,
    notes: all.filter((one) => one !== title && one !== unit).map(({ words }) => words),
  }
}
