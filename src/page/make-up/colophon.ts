import type { Pt } from '../../base/units.ts'
import type { ColophonOf } from '../../content/block.ts'
import { setParagraph } from '../../text/set-paragraph.ts'
import type { ShapedText } from '../../text/shaped-text.ts'
import { codeMark, codeSide } from '../blocks/code.ts'
import { creditLines } from '../blocks/credit-lines.ts'
import { divided } from '../blocks/divided.ts'
import type { Galley } from '../blocks/galley.ts'
import { ownWidth } from '../blocks/line-ends.ts'
import { oneLine } from '../blocks/page-text.ts'
import { baselineOf } from '../blocks/paragraph.ts'
import { BREAK } from '../search/costs.ts'
import { type Mark, moved, type Strip } from '../search/strip.ts'
import { type ImprintLine, imprintLines } from './colophon-imprint.ts'

type Row = ColophonOf<ShapedText>['rows'][number]

/** Where lines stand nearer than this, in em, a row's lone line would touch its rules: it is given this height. */
const AIRY_LINE_EM = 1.7
const AIRY_ROW_EM = 2.1

/** What stands between two rules. */
interface RowBox {
  /** From the top of the row's first line of text. */
  readonly marks: readonly Mark[]
  readonly lines: number
}

/** 报尾 in one strip, or where it is taller than a page in one for each page; the last ends on its closing rule. */
export function colophonStrips(block: ColophonOf<ShapedText>, galley: Galley): Strip[] {
  const whole = setColophon(block, galley)
  const strips = divided(whole, galley)
  const last = strips[strips.length - 1]
  const close = last?.marks[last.marks.length - 1]
  if (strips.length === 1 || !last || close?.kind !== 'rule') return strips
  const down = last.rows * galley.lineHeight - close.y - close.height
  return [...strips.slice(0, -1), { ...last, marks: moved(last.marks, 0, down) }]
}

/** 报尾: rows between rules, turned lines aligned after the label, the closing rule on the type area's foot (R88). */
export function setColophon(block: ColophonOf<ShapedText>, whole: Galley): Strip {
  const side = block.code ? codeSide(block.code.rows.length) : 0
  const galley = { ...whole, measure: whole.measure - side }
  const imprint = imprintLines(block.rows, roomIn(galley, block.rows))
  const boxes = block.rows.map((row, index) => rowBox(row, imprint[index] ?? null, galley))
  const text = boxes.reduce((sum, row) => sum + row.lines, 0)
  const air = Math.max(airLines(block.rows, galley), Math.ceil(side / galley.lineHeight) - text)
  const { outer, inner, above } = galley.design.looks.colophon
  const rows = text + air + Math.round(above)
  const foot = rows * galley.lineHeight
  const airOfRow = (air * galley.lineHeight) / Math.max(1, boxes.length)
  let y = foot - (text + air) * galley.lineHeight
  const marks = ownRule(whole, y, outer)
  marks.push(...codeBeside(block, side, y, foot - y, whole))
  boxes.forEach((row, index) => {
    for (const mark of row.marks) marks.push({ ...mark, y: mark.y + y + airOfRow / 2 })
    y += row.lines * galley.lineHeight + airOfRow
    if (index < boxes.length - 1) marks.push(...ownRule(galley, y - inner / 2, inner))
  })
  marks.push(...ownRule(whole, foot - outer, outer))
  return { rows, marks, breakAfter: BREAK.free }
}

/** The QR code at the right, in the middle between the first rule and the last. */
function codeBeside(
  { code }: ColophonOf<ShapedText>,
  side: Pt,
  top: Pt,
  height: Pt,
  { left, measure }: Galley,
): Mark[] {
  if (!code) return []
  const box = { x: left + measure - side, y: top + (height - side) / 2, width: side, height: side }
  return [codeMark(code, code.rows, box)]
}

/** Whole lines of air to share among the rows; none in designs whose lines stand well apart. */
function airLines(rows: ColophonOf<ShapedText>['rows'], { lineHeight }: Galley): number {
  const size = Math.max(0, ...rows.map((row) => row.text.style.size))
  if (lineHeight >= AIRY_LINE_EM * size) return 0
  return Math.ceil((rows.length * (AIRY_ROW_EM * size - lineHeight)) / lineHeight)
}

/** A rule of the colophon; none where it has no thickness. */
function ownRule({ left, measure, design }: Galley, y: Pt, height: Pt): Mark[] {
  if (height === 0) return []
  const { colour } = design.looks.colophon
  return [{ kind: 'rule', x: left, y, width: measure, height, colour, owner: null }]
}

/** Room from the rules' ends to a row's text. */
function sideOf({ design }: Galley, text: ShapedText): Pt {
  return design.looks.colophon.side * text.style.size
}

function roomIn(galley: Galley, rows: ColophonOf<ShapedText>['rows']): Pt {
  const [first] = rows
  return galley.measure - (first ? 2 * sideOf(galley, first.text) : 0)
}

/** One row's text: as many lines of grid as it takes. */
function rowBox(row: Row, imprint: readonly ImprintLine[] | null, galley: Galley): RowBox {
  const x = galley.left + sideOf(galley, row.text)
  const y = baselineOf(row.text, galley)
  const text = imprint ?? turnedLines(row, galley)
  const marks = text.map<Mark>(({ line, x: from, row: at }) => ({
    kind: 'text',
    line,
    x: x + from,
    y: y + at * galley.lineHeight,
    owner: row.text,
  }))
  const lines = 1 + Math.max(0, ...text.map((one) => one.row))
  const label = row.label && oneLine(row.label)
  if (label) marks.unshift({ kind: 'text', line: label, x, y, owner: row.label })
  return { marks: [...marks, ...rightMarks(row, y + (lines - 1) * galley.lineHeight, galley)], lines }
}

/** What stands at the right of the row's last line (份数). */
function rightMarks({ right, text }: Row, y: Pt, galley: Galley): Mark[] {
  const line = right && oneLine(right)
  if (!line || !right) return []
  const x = galley.left + galley.measure - sideOf(galley, text) - ownWidth(line)
  return [{ kind: 'text', line, x: x - (line.xs[0] ?? 0), y, owner: right }]
}

/** The text beside its label, turned between the names where it has one. */
function turnedLines(row: Row, galley: Galley): ImprintLine[] {
  const { size } = row.text.style
  // The label's colon keeps its whole width: turned lines stand after it.
  const indent = row.label ? row.label.clusters.reduce((sum, cluster) => sum + cluster.advance, 0) : 0
  const right = row.right && oneLine(row.right)
  const room = galley.measure - 2 * sideOf(galley, row.text) - indent - (right ? ownWidth(right) + size : 0)
  const measure = Math.max(4 * size, room)
  const lines = row.label ? creditLines(row.text, measure) : setParagraph(row.text, measure).lines
  return lines.map((line, index) => ({ line, x: indent, row: index }))
}
