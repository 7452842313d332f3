import type { Pt } from '../../base/units.ts'
import type { ColophonOf } from '../../content/block.ts'
import type { Line } from '../../text/line.ts'
import type { ShapedText } from '../../text/shaped-text.ts'
import { ownWidth } from '../blocks/line-ends.ts'
import { oneLine, wholeLine } from '../blocks/page-text.ts'
import { partOf } from '../blocks/text-part.ts'

type Row = ColophonOf<ShapedText>['rows'][number]

/** A piece of a row's text, from the row's left end, on one of its lines. */
export interface ImprintLine {
  readonly line: Line
  readonly x: Pt
  readonly row: number
}

/** “主编：沈知行”: a label, its colon and what follows. */
interface Entry {
  readonly line: Line
  /** Clusters before the colon; 0 where nothing is spread. */
  readonly label: number
  readonly size: Pt
}

/** Labels this long are spread (均排), in Han. */
const SHORTEST_LABEL = 2
const LONGEST_LABEL = 4

/** Between entries that stand in columns, and between others, in em. */
const COLUMN_GAP_EM = 2
const GAP_EM = 1

/**
 * People and contact in the colophon: labels spread to one width (R67) and entries one below the other, so that
 * their colons align; where that is too wide, row by row, turned between entries. Null for a row without labels.
 */
export function imprintLines(rows: readonly Row[], room: Pt): (readonly ImprintLine[] | null)[] {
  const entries = rows.map((row) => (row.label === null ? entriesOf(row.text) : []))
  const width = Math.max(0, ...entries.flat().map((entry) => entry.label))
  const spread = entries.map((row) => row.map((entry) => spreadTo(entry, width)))
  const rooms = rows.map((row) => room - rightWidth(row))
  const starts = columnStarts(spread, rooms)
  return entries.map((row, index) => {
    if (row.length === 0) return null
    return starts ? inColumns(spread[index] ?? [], starts) : entriesInTurn(row, width, rooms[index] ?? room)
  })
}

function rightWidth({ right, text }: Row): Pt {
  const line = right && oneLine(right)
  return line ? ownWidth(line) + COLUMN_GAP_EM * text.style.size : 0
}

const BETWEEN = /^[\s　]$/

/** The text's entries, parted by wide spaces; none unless the text begins with a label and each has one line. */
function entriesOf(text: ShapedText): Entry[] {
  const characters = text.clusters.map((cluster) => cluster.text)
  const starts = characters.flatMap((_, index) => (isEntryStart(characters, index) ? [index] : []))
  if (starts[0] !== 0) return []
  const entries = starts.map((from, index): Entry | null => {
    let to = starts[index + 1] ?? characters.length
    while (to > from && BETWEEN.test(characters[to - 1] ?? '')) to -= 1
    const line = wholeLine(partOf(text, from, to))
    return line && { line, label: labelLength(characters, from), size: text.style.size }
  })
  return entries.every((one) => one !== null) ? entries : []
}

function isEntryStart(characters: readonly string[], index: number): boolean {
  const before = characters[index - 1]
  return (before === undefined || BETWEEN.test(before)) && labelLength(characters, index) > 0
}

/** Han from `from` to a colon, when they are as many as a label has; else 0. */
function labelLength(characters: readonly string[], from: number): number {
  let length = 0
  while (/^\p{Script=Han}$/u.test(characters[from + length] ?? '')) length += 1
  const isLabel = characters[from + length] === '：' && length >= SHORTEST_LABEL && length <= LONGEST_LABEL
  return isLabel ? length : 0
}

/** The entry with its label as wide as `count` Han. */
function spreadTo({ line, label, size }: Entry, count: number): Line {
  const missing = (count - label) * size
  if (missing <= 0 || label < 2) return line
  const xs = line.xs.map((x, index) => x + missing * Math.min(1, index / (label - 1)))
  return { ...line, xs, width: line.width + missing }
}

/** Where columns of entries begin; null when a row is wider than its room. */
function columnStarts(rows: readonly (readonly Line[])[], rooms: readonly Pt[]): Pt[] | null {
  const count = Math.max(0, ...rows.map((row) => row.length))
  const starts = [0]
  for (let column = 0; column + 1 < count; column += 1) {
    const followed = rows.flatMap((row) => (row.length > column + 1 ? [row[column] as Line] : []))
    const widest = Math.max(0, ...followed.map((line) => line.width))
    starts.push((starts[column] as Pt) + widest + COLUMN_GAP_EM * sizeOfFirst(rows))
  }
  const fits = rows.every((row, index) => {
    const last = row[row.length - 1]
    return !last || (starts[row.length - 1] as Pt) + last.width <= (rooms[index] as Pt)
  })
  return fits ? starts : null
}

function sizeOfFirst(rows: readonly (readonly Line[])[]): Pt {
  return rows.flat()[0]?.text.style.size ?? 0
}

function inColumns(row: readonly Line[], starts: readonly Pt[]): ImprintLine[] {
  return row.map((line, index) => ({ line, x: starts[index] as Pt, row: 0 }))
}

/**
 * Entries one after the other, turned where the next has no room; those that begin a line have their labels spread.
 * Null when one alone is too wide.
 */
function entriesInTurn(entries: readonly Entry[], width: number, room: Pt): ImprintLine[] | null {
  const placed: ImprintLine[] = []
  let x = 0
  let row = 0
  for (const entry of entries) {
    if (x > 0 && x + entry.line.width > room) {
      x = 0
      row += 1
    }
    const line = x === 0 ? spreadTo(entry, width) : entry.line
    if (line.width > room) return null
    placed.push({ line, x, row })
    x += line.width + GAP_EM * entry.size
  }
  return placed
}
