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
import { ornamentRoom, type SetName, sectionOrnament } from './section-ornament.ts'

type Heading = HeadingOf<ShapedText>

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
  const { section } = galley.design.looks
  const left = block.ornament ? ornamentRoom(section, block.text.style.size) : 0
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

/** The same heading with a line or two of air more around it, or one less, to close a hole at the column's foot. */
export function airierHeading(stack: HeadingStack): Setting[] {
  const { role } = stack.block
  const natural = setHeading(stack)
  if (role === 'subhead3' || natural.strips.length > 1) return []
  const lines = role === 'subhead' ? [-1, 1] : [-1, 1, 2]
  return lines.flatMap((more) => {
    const strip = headingStrip(stack, more)
    if (strip.rows === natural.rows) return []
    const cost = AIR[role] * more * more
    return [{ strips: [strip], rows: strip.rows, cost, note: more < 0 ? 'tight' : 'air' }]
  })
}

/** A heading parted from its text: where something must be parted, a credit or a picture is, for a heading alone is seen first. */
const STRANDED = BREAK.keep + BREAK.strandedFirst + BREAK.strandedLast

function headingStrip({ block, galley, lines, left }: HeadingStack, more: number): Strip {
  const last = lines[lines.length - 1]
  const height = last ? last.top + last.size : 0
  const air = block.rows > 1 ? galley.design.looks.heading.leastAir * galley.lineHeight : 0
  const least = rowsFor(height + air, galley)
  const rows = Math.max(Math.max(headingRows(block, lines, galley), least) + more, least)
  return {
    rows,
    marks: stackMarks(block, lines, galley, { rows, height, left }),
    breakAfter: block.keep.withNext > 0 ? STRANDED : BREAK.free,
    textLines: lines.length,
    ...(galley.frame ? { frame: galley.frame } : {}),
  }
}

interface HeadingBox {
  readonly rows: number
  readonly height: Pt
  readonly left: Pt
}

function stackMarks(block: Heading, stack: readonly Stacked[], galley: Galley, box: HeadingBox): Mark[] {
  const { rows, height, left } = box
  const { lineHeight } = galley
  const { looks, type } = galley.design
  const body = type.body.size
  const first = stack[0]
  // A sub-heading of the body's size stands on the grid's own baseline; in two lines it has half a line on both sides.
  const onGrid = stack.length === 1 && rows === 1 && first && first.size <= body * 1.2
  const gridTop = centredBaseline(body, lineHeight) - HAN_ASCENT_EM * (first?.size ?? body)
  const shared = (rows * lineHeight - height) * (block.role === 'headline' ? looks.heading.airAbove : 0.5)
  const top = onGrid ? gridTop : shared
  const marks = stack.map<Mark>(({ line, top: from, size, owner }) => ({
    kind: 'text',
    line,
    x: galley.left + left,
    y: top + from + HAN_ASCENT_EM * size,
    owner,
  }))
  const placed = { top, height, room: rows * lineHeight }
  if (block.ornament) return [...ornaments(block, stack, placed, galley), ...marks]
  return block.role === 'headline' ? [...marks, ...headlineRules(placed, galley)] : marks
}

/** The text of a heading in its rows of grid. */
type PlacedText = Pick<SetName, 'top' | 'height' | 'room'>

/** Part of the air below a headline above its rule, and of that above it above the rule there. */
const ABOVE_RULE = 0.5
const ABOVE_TOP_RULE = 0.25

function headlineRules({ top, height, room }: PlacedText, { design, left, measure }: Galley): Mark[] {
  const { rule, topRule, ruleColour: colour } = design.looks.heading
  const bar = (y: Pt, thick: Pt): Mark[] =>
    thick === 0 ? [] : [{ kind: 'rule', x: left, y, width: measure, height: thick, colour, owner: null }]
  return [
    ...bar(ABOVE_TOP_RULE * top, topRule),
    ...bar(top + height + ABOVE_RULE * (room - top - height), rule),
  ]
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
  const look = galley.design.looks.heading
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
    if (before) top = before.top + before.size + look.companionGap * Math.min(size, before.size)
    const pitch = block.rows === 1 && text === block.text ? galley.lineHeight : look.pitch * size
    for (const line of setParagraph(plainly(text), galley.measure - left).lines) {
      stack.push({ line, top, size, owner })
      top += pitch
    }
  }
  return stack
}

function ornaments(block: Heading, stack: readonly Stacked[], placed: PlacedText, galley: Galley): Mark[] {
  const first = stack[0]
  if (!first) return []
  const alone = stack.length === 1 && block.shoulder === null
  return sectionOrnament({ ...placed, line: first.line, size: first.size, alone }, galley)
}
