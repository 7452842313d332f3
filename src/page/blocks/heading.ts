import type { Pt } from '../../base/units.ts'
import type { HeadingOf } from '../../content/block.ts'
import type { Line } from '../../text/line.ts'
import { setParagraph } from '../../text/set-paragraph.ts'
import type { ShapedText } from '../../text/shaped-text.ts'
import { AIR, BREAK } from '../search/costs.ts'
import type { Setting } from '../search/elements.ts'
import type { Mark, Strip } from '../search/strip.ts'
import { type Galley, rowsFor } from './galley.ts'
import { centredBaseline, HAN_ASCENT_EM } from './geometry.ts'

type Heading = HeadingOf<ShapedText>

/** Distance of baselines in a turned headline, in em of its size. */
const TURNED_PITCH_EM = 1.36

/** Air between a headline and its 引题 or 副题, in em of the smaller. */
const COMPANION_GAP_EM = 0.55

/** Accent block before a section's name: width and the distance to the name, in em of the name. */
const BLOCK_WIDTH_EM = 0.32
const BLOCK_GAP_EM = 0.5
const HAIRLINE: Pt = 0.5

/** One line of a heading: where its em box begins, from the first line's. */
interface Stacked {
  readonly line: Line
  readonly top: Pt
  readonly size: Pt
  readonly owner: object
}

/** A heading's lines, set once for all its settings. */
export interface HeadingStack {
  readonly block: Heading
  readonly galley: Galley
  readonly lines: readonly Stacked[]
  /** Room for the ornament at the left. */
  readonly left: Pt
}

/** The lines of a heading with its 引题 and 副题, from the top of its text. */
export function headingStack(block: Heading, galley: Galley): HeadingStack {
  const left = block.ornament ? (BLOCK_WIDTH_EM + BLOCK_GAP_EM) * block.text.style.size : 0
  return { block, galley, left, lines: stackLines(block, galley, left) }
}

/** Part of a column from which on a heading's lines may be parted after all. */
const MONSTROUS = 0.5

/** A heading in its whole lines of grid (占行), ready to stand in a column. */
export function setHeading(stack: HeadingStack): Setting {
  const strip = headingStrip(stack, 0)
  const whole = strip.rows <= MONSTROUS * stack.galley.rows
  const strips = whole
    ? [strip]
    : stack.lines.map((line) => headingStrip({ ...stack, lines: [{ ...line, top: 0 }] }, 0))
  return { strips, rows: strips.reduce((sum, one) => sum + one.rows, 0), cost: 0 }
}

/** The same heading with a line or two of air more around it, to close a hole at the column's foot. */
export function airierHeading(stack: HeadingStack): Setting[] {
  const { role } = stack.block
  if (role === 'subhead3' || setHeading(stack).strips.length > 1) return []
  const lines = role === 'headline' ? [1, 2] : [1]
  return lines.map((more) => {
    const strip = headingStrip(stack, more)
    return { strips: [strip], rows: strip.rows, cost: AIR[role] * more * more, note: 'air' }
  })
}

/** Least air above and below a heading together, in lines. */
const LEAST_AIR = 0.6

/** Part of a heading's air that stands above it: it belongs to what follows. */
const AIR_ABOVE = 0.58

function headingStrip({ block, galley, lines, left }: HeadingStack, more: number): Strip {
  const last = lines[lines.length - 1]
  const height = last ? last.top + last.size : 0
  const air = block.rows > 1 ? LEAST_AIR * galley.lineHeight : 0
  const rows = Math.max(headingRows(block, lines, galley), rowsFor(height + air, galley)) + more
  return {
    rows,
    marks: stackMarks(block, lines, galley, { rows, height, left, more }),
    breakAfter: block.keep.withNext > 0 ? BREAK.keep : BREAK.free,
    textLines: lines.length,
    ...(galley.frame ? { frame: galley.frame } : {}),
  }
}

interface HeadingBox {
  readonly rows: number
  readonly height: Pt
  readonly left: Pt
  readonly more: number
}

function stackMarks(block: Heading, stack: readonly Stacked[], galley: Galley, box: HeadingBox): Mark[] {
  const { rows, height, left, more } = box
  const { lineHeight } = galley
  const body = galley.design.type.body.size
  const first = stack[0]
  // A sub-heading of the body's size stands on the grid's own baseline, at the foot of its lines.
  const onGrid = stack.length === 1 && rows - more === 1 && first && first.size <= body * 1.2
  const gridTop =
    (rows - 1) * lineHeight + centredBaseline(body, lineHeight) - HAN_ASCENT_EM * (first?.size ?? body)
  const shared = (rows * lineHeight - height) * (block.role === 'headline' ? AIR_ABOVE : 0.5)
  const top = onGrid ? gridTop : block.rowsAbove === null ? shared : airAbove(block, galley)
  const marks = stack.map<Mark>(({ line, top: from, size, owner }) => ({
    kind: 'text',
    line,
    x: galley.left + left,
    y: top + from + HAN_ASCENT_EM * size,
    owner,
  }))
  return block.ornament ? [...ornaments(block, stack, top, galley), ...marks] : marks
}

function airAbove(block: Heading, galley: Galley): Pt {
  return (block.rowsAbove ?? 0) * galley.lineHeight + (galley.lineHeight - block.text.style.size) / 2
}

/** Lines of grid: `rows` for one line of text, more for each further line, one for each companion's line. */
function headingRows(block: Heading, stack: readonly Stacked[], galley: Galley): number {
  const lines = stack.filter((one) => one.owner === block).length
  const { headlineMore } = galley.design.rows
  const more = block.role === 'headline' ? headlineMore : 1
  const around = block.rows > 1 ? galley.headingRows : 0
  return Math.max(1, block.rows + around) + (lines - 1) * more + (stack.length - lines)
}

/** Characters from which on a headline is no headline: its lines are not balanced any more, which takes long. */
const MOST_BALANCED = 120

function plainly(text: ShapedText): ShapedText {
  if (text.clusters.length <= MOST_BALANCED) return text
  return { ...text, style: { ...text.style, headline: false } }
}

function stackLines(block: Heading, galley: Galley, left: Pt): Stacked[] {
  const stack: Stacked[] = []
  const parts: [ShapedText | null, object][] = [
    [block.shoulder, block.shoulder ?? block],
    [block.text, block],
    [block.subtitle, block.subtitle ?? block],
  ]
  let top = 0
  for (const [text, owner] of parts) {
    if (text === null) continue
    const { size } = text.style
    const before = stack[stack.length - 1]
    if (before) top = before.top + before.size + COMPANION_GAP_EM * Math.min(size, before.size)
    const pitch = block.rows === 1 && text === block.text ? galley.lineHeight : TURNED_PITCH_EM * size
    for (const line of setParagraph(plainly(text), galley.measure - left).lines) {
      stack.push({ line, top, size, owner })
      top += pitch
    }
  }
  return stack
}

/** A small accent block before a section's name and a hairline from it to the column's edge. */
function ornaments(block: Heading, stack: readonly Stacked[], top: Pt, galley: Galley): Mark[] {
  const first = stack[0]
  if (!first) return []
  const { size } = first
  const indent = (BLOCK_WIDTH_EM + BLOCK_GAP_EM) * size
  const from = indent + first.line.width + 0.8 * size
  const foot = top + 0.96 * size
  const marks: Mark[] = [accentRule(galley.left, top + 0.04 * size, BLOCK_WIDTH_EM * size, 0.92 * size)]
  if (stack.length === 1 && block.shoulder === null && from < galley.measure) {
    marks.push(accentRule(galley.left + from, foot - HAIRLINE, galley.measure - from, HAIRLINE))
  }
  return marks
}

function accentRule(x: Pt, y: Pt, width: Pt, height: Pt): Mark {
  return { kind: 'rule', x, y, width, height, colour: 'accent', owner: null }
}
