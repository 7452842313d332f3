import type { Pt } from '../../base/units.ts'
import type { ParagraphOf } from '../../content/block.ts'
import type { Line } from '../../text/line.ts'
import { setParagraph, setVariants } from '../../text/set-paragraph.ts'
import type { ShapedText } from '../../text/shaped-text.ts'
import { BREAK, PARAGRAPH } from '../search/costs.ts'
import type { Setting } from '../search/elements.ts'
import { notesFrom } from '../search/notes.ts'
import type { Mark, Strip, TextMark } from '../search/strip.ts'
import { type CreditedText, creditedRows, creditLines, parted } from './credit-lines.ts'
import { lineNotes } from './footnotes.ts'
import type { Galley } from './galley.ts'
import { centredBaseline } from './geometry.ts'
import { ownWidth } from './line-ends.ts'
import { sealed } from './seal.ts'

type Paragraph = ParagraphOf<ShapedText>

/** A paragraph at the galley's measure; `need` lines of it must stand below the heading above. */
export function setBody(block: Paragraph, galley: Galley, need: number): Setting {
  const { measure } = galley
  if (block.role === 'credit')
    return sealed(
      block,
      asSetting(block, rowsOfLines(creditLines(block.text, measure)), galley, need),
      galley,
    )
  const { words, credit } = partedCredit(block, galley)
  const lines = withCredit(setParagraph(words, measure).lines, credit, measure)
  return asSetting(block, [...rowsOfLines(signAbove(block, measure)), ...lines], galley, need)
}

/** Room between a sign too wide for its place and the text after it, in em. */
const AFTER_SIGN_EM = 0.25

/** What （1） may reach into the blank of its own ）, in em. */
const BLANK_BEHIND_EM = 0.25

/** Room that a sign must leave for the text beside it, in em; else it has lines of its own above. */
const LEAST_BESIDE_EM = 4

/** How far a paragraph's sign reaches beyond the room for it (100. 第1条), the gaps between its Han and letters too. */
function signOver({ text, marker }: Paragraph, measure: Pt): Pt {
  if (marker === null) return 0
  const [line] = setParagraph(marker.text, measure).lines
  const sign = marker.text.plain.startsWith('（')
    ? ownWidth(line) - BLANK_BEHIND_EM * text.style.size
    : Math.max(naturalWidth(marker.text), ownWidth(line))
  return Math.max(0, sign - marker.widthEm * text.style.size)
}

function standsAbove(block: Paragraph, measure: Pt): boolean {
  const { startIndentEm, size } = block.text.style
  const over = signOver(block, measure)
  return over > 0 && over + (startIndentEm + LEAST_BESIDE_EM) * size > measure
}

/** A paragraph's text, its first line moved right where its sign is wider than the room for it. */
export function textAfterSign(block: Paragraph, measure: Pt): ShapedText {
  const { text } = block
  const over = signOver(block, measure)
  if (over === 0 || standsAbove(block, measure)) return text
  return { ...text, style: { ...text.style, firstIndentEm: over / text.style.size + AFTER_SIGN_EM } }
}

/** The lines of a sign that has no room beside its text; none for nearly every sign. */
export function signAbove(block: Paragraph, measure: Pt): readonly Line[] {
  return block.marker && standsAbove(block, measure) ? setParagraph(block.marker.text, measure).lines : []
}

/** A brief's words, and its credit where it has one. */
function partedCredit(block: Paragraph, { measure, design }: Galley): CreditedText {
  return parted(textAfterSign(block, measure), block.creditLength ?? 0, design.looks.credit.endIndent)
}

function rowsOfLines(lines: readonly Line[]): (readonly Line[])[] {
  return lines.map((line) => [line])
}

function withCredit(lines: readonly Line[], credit: ShapedText | null, measure: Pt): (readonly Line[])[] {
  return credit === null ? rowsOfLines(lines) : creditedRows(lines, credit, measure)
}

/** The same paragraph with one line fewer and one more, where the tracking allows it. */
export function bodyVariants(block: Paragraph, galley: Galley, need: number): Setting[] {
  const { words, credit } = partedCredit(block, galley)
  const { shorter, longer } = setVariants(words, galley.measure)
  const variant = (lines: readonly Line[], note: 'tightened' | 'loosened'): Setting => ({
    ...asSetting(
      block,
      [...rowsOfLines(signAbove(block, galley.measure)), ...withCredit(lines, credit, galley.measure)],
      galley,
      need,
    ),
    ...price(lines, note),
  })
  return [
    ...(shorter ? [variant(shorter.lines, 'tightened')] : []),
    ...(longer ? [variant(longer.lines, 'loosened')] : []),
  ]
}

function price(lines: readonly Line[], note: 'tightened' | 'loosened'): { cost: number; note: typeof note } {
  return { cost: variantCost(lines), note }
}

/** What it costs to set a paragraph a line shorter or longer: more where its loosest line is seen to be loose. */
export function variantCost(lines: readonly Line[]): number {
  const worst = Math.max(0, ...lines.map((line) => line.trackingEm))
  return PARAGRAPH.changed + PARAGRAPH.loose * Math.max(0, worst - PARAGRAPH.quietEm)
}

function asSetting(block: Paragraph, rows: (readonly Line[])[], galley: Galley, need: number): Setting {
  const notes = lineNotes(block, rows, galley)
  const strips = rows.map(
    (lines, index): Strip => ({
      rows: 1,
      marks: lines.flatMap((line, at) => lineMarks(block, line, index + at, galley.left, galley)),
      breakAfter: breakAfterLine(block, index, rows.length, need),
      textLines: 1,
      ...(galley.frame ? { frame: galley.frame } : {}),
      ...(notes[index] ? { notes: notes[index] } : {}),
    }),
  )
  return {
    strips,
    rows: strips.length,
    cost: 0,
    ...(notes.length > 0 ? { notes: notesFrom(strips, 0) } : {}),
  }
}

/** A line with its list sign when it is the first; `left` is its measure's left edge. */
export function lineMarks(block: Paragraph, line: Line, index: number, left: Pt, galley: Galley): Mark[] {
  const y = baselineOf(block.text, galley)
  const mark: TextMark = { kind: 'text', line, x: left, y, owner: block }
  if (index > 0 || block.marker === null || standsAbove(block, galley.measure)) return [mark]
  const { text, widthEm } = block.marker
  const size = block.text.style.size
  const indent = block.text.style.startIndentEm * size
  const sign = setParagraph(text, galley.measure).lines[0]
  if (!sign) return [mark]
  const x = left + indent - widthEm * size + shorterBy(block.marker, galley)
  return [{ kind: 'text', line: sign, x, y, owner: block.marker }, mark]
}

/** How much narrower a number is than the longest of its list: their points stand below one another. */
function shorterBy({ text, widest }: NonNullable<Paragraph['marker']>, { pageText }: Galley): Pt {
  const style = text.runs[0]?.run.style
  if (widest === undefined || style === undefined) return 0
  return Math.max(0, naturalWidth(pageText(widest, style)) - naturalWidth(text))
}

function naturalWidth(text: ShapedText): Pt {
  return text.clusters.reduce((sum, cluster) => sum + cluster.advance, 0)
}

/** Body-like text stands on the grid's own baseline, whatever its size. */
export function baselineOf(text: ShapedText, galley: Galley): Pt {
  const body = galley.design.type.body.size
  const size = text.style.size > body * 1.2 ? text.style.size : body
  return centredBaseline(size, galley.lineHeight)
}

/** What it costs to end a column below line `index` of `count` (R65, R70). */
export function breakAfterLine(block: Paragraph, index: number, count: number, need: number): number {
  if (index + 1 < need) return BREAK.keep
  if (index === count - 1) return block.keep.withNext > 0 ? BREAK.keep : BREAK.free
  if (block.keep.whole || block.role === 'credit') return BREAK.keep
  return (index === 0 ? BREAK.strandedFirst : 0) + (index === count - 2 ? BREAK.strandedLast : 0)
}

/** A strip with nothing in it. */
export function emptyStrip(rows: number, galley: Galley, breakAfter: number = BREAK.free): Strip {
  return { rows, marks: [], breakAfter, ...(galley.frame ? { frame: galley.frame } : { blank: true }) }
}
