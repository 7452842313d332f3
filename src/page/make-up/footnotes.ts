import { circled } from '../../base/circled.ts'
import type { Pt } from '../../base/units.ts'
import type { ParagraphOf, TextRun } from '../../content/block.ts'
import type { Design } from '../../design/design.ts'
import type { Line } from '../../text/line.ts'
import { type Cluster, runAt, type ShapedText } from '../../text/shaped-text.ts'
import { notePitch } from '../blocks/footnotes.ts'
import { centredBaseline, HAN_ASCENT_EM, type TypeArea } from '../blocks/geometry.ts'
import { oneLine, type PageText } from '../blocks/page-text.ts'
import { noteRows } from '../search/notes.ts'
import type { Mark, Strip, StripNote } from '../search/strip.ts'
import type { Column, PlacedStrip } from './page.ts'

/** Lines between the rule and the em boxes of the first note. */
const BELOW_RULE = 0.18

interface Setting {
  readonly design: Design
  readonly pageText: PageText
  readonly area: TypeArea
}

/** Lines that a column's foot is left for its notes. */
export function rowsOfNotes(strips: readonly Strip[]): number {
  return noteRows(strips.reduce((sum, strip) => sum + (strip.notes?.height ?? 0), 0))
}

/** A page's columns with their footnotes at their feet, numbered from 1 on the page where the design says so. */
export function withFootnotes(columns: readonly Column[], setting: Setting): readonly Column[] {
  if (!columns.some(({ strips }) => strips.some(({ strip }) => strip.notes))) return columns
  const numbers = new Map<ParagraphOf<ShapedText>, number>()
  return columns.map((column) => {
    const notes = column.strips.flatMap(({ strip }) => strip.notes?.notes ?? [])
    if (notes.length === 0) return column
    for (const { block, begins } of notes) {
      const number = setting.design.text.footnotes === 'article' ? block.number : numbers.size + 1
      if (begins) numbers.set(block, number ?? 1)
    }
    const rows = rowsOfNotes(column.strips.map(({ strip }) => strip))
    const strip = notesStrip(notes, rows, numbers, { ...setting, width: column.width })
    const foot: PlacedStrip = { strip, block: null, row: column.rows - rows, shift: 0 }
    const strips = column.strips.map((one) => renumbered(one, numbers, setting.pageText))
    return { ...column, strips: [...strips, foot] }
  })
}

type Numbers = ReadonlyMap<ParagraphOf<ShapedText>, number>

/** The rule and the notes below it; the last baseline is the grid's. */
function notesStrip(
  notes: readonly StripNote[],
  rows: number,
  numbers: Numbers,
  { design, pageText, area, width }: Setting & { readonly width: Pt },
): Strip {
  const lines = notes.flatMap((note) => note.lines.map((line, index) => ({ note, line, index })))
  let y = (rows - 1) * area.lineHeight + centredBaseline(design.type.body.size, area.lineHeight)
  const marks: Mark[] = []
  for (const { note, line, index } of lines.reverse()) {
    const { block, left: x } = note
    if (note.begins && index === 0) marks.unshift(...labelOf(block, numbers.get(block), { x, y }, pageText))
    marks.unshift({ kind: 'text', line, x, y, owner: block })
    y -= notePitch(block, { design })
  }
  const { rule, ruleWidth, colour } = design.looks.footnote
  const [first] = notes as readonly [StripNote]
  const top = y + notePitch(first.block, { design }) - HAN_ASCENT_EM * first.block.text.style.size
  const height = rule
  const bar = {
    kind: 'rule' as const,
    x: first.left,
    y: top - BELOW_RULE * area.lineHeight - height,
    height,
    colour,
  }
  if (rule > 0) marks.unshift({ ...bar, width: (width - 2 * first.left) * ruleWidth, owner: null })
  return { rows, marks, breakAfter: 0 }
}

/** A note's number before its text. */
function labelOf(
  { marker }: ParagraphOf<ShapedText>,
  number: number | undefined,
  { x, y }: { readonly x: Pt; readonly y: Pt },
  pageText: PageText,
): Mark[] {
  const run = marker?.text.runs[0]?.run
  if (!marker || !run || number === undefined) return []
  const words = circled(number)
  const line = oneLine(words === run.text ? marker.text : pageText(words, run.style))
  return line ? [{ kind: 'text', line, x, y, owner: marker }] : []
}

/** A strip with the numbers of its notes on this page in place of those in their article. */
function renumbered(one: PlacedStrip, numbers: Numbers, pageText: PageText): PlacedStrip {
  const { strip } = one
  if (!strip.notes) return one
  const changed = new Map<number, number>()
  for (const { block } of strip.notes.notes) {
    const number = numbers.get(block)
    if (number !== undefined && block.number !== undefined && number !== block.number)
      changed.set(block.number, number)
  }
  if (changed.size === 0) return one
  const marks = strip.marks.map((mark) =>
    mark.kind === 'text' ? { ...mark, line: renumberedLine(mark.line, changed, pageText) } : mark,
  )
  return { ...one, strip: { ...strip, marks } }
}

/** Every circled number has the same width: nothing else in the line moves. */
function renumberedLine(line: Line, changed: ReadonlyMap<number, number>, pageText: PageText): Line {
  const clusters = [...line.text.clusters]
  for (let index = line.from; index < line.to; index += 1) {
    const run = runAt(line.text, index)
    const number = run?.note === undefined ? undefined : changed.get(run.note)
    if (run && number !== undefined) clusters[index] = clusterOf(circled(number), run, pageText)
  }
  return { ...line, text: { ...line.text, clusters } }
}

/** A number as one cluster, though it may have two digits. */
function clusterOf(words: string, { style }: TextRun, pageText: PageText): Cluster {
  const { clusters } = pageText(words, style)
  const [first, ...others] = clusters as [Cluster, ...Cluster[]]
  let { advance } = first
  const glyphs = [...first.glyphs]
  for (const other of others) {
    const dx = advance
    glyphs.push(...other.glyphs.map((glyph) => ({ ...glyph, dx: glyph.dx + dx })))
    advance += other.advance
  }
  return { ...first, text: words, glyphs, advance }
}
