import type { Pt } from '../../base/units.ts'
import type { ContentsLineOf, MastheadOf, PanelOf } from '../../content/block.ts'
import type { Line } from '../../text/line.ts'
import { setParagraph } from '../../text/set-paragraph.ts'
import type { ShapedText } from '../../text/shaped-text.ts'
import { divided } from '../blocks/divided.ts'
import { type Galley, rowsFor } from '../blocks/galley.ts'
import { centredBaseline, HAN_ASCENT_EM } from '../blocks/geometry.ts'
import { lineAt, lineEnds, ownWidth } from '../blocks/line-ends.ts'
import { oneLine, wholeLine } from '../blocks/page-text.ts'
import { baselineOf } from '../blocks/paragraph.ts'
import { BREAK } from '../search/costs.ts'
import { type Mark, moved, type Strip } from '../search/strip.ts'
import { earBeside, type SetEar } from './ear.ts'
import { behindMasthead, ruleHeight, ruleMarks } from './masthead-rules.ts'

type Masthead = MastheadOf<ShapedText>

/** The masthead itself, and the contents box below it where it is asked for. */
export interface MastheadParts {
  /** One strip, unless it is taller than a page. */
  readonly head: readonly Strip[]
  readonly contents: ContentsParts | null
  /** 报眼 that has no room beside the name. */
  readonly ear: PanelOf<ShapedText> | null
}

export interface ContentsParts {
  title(galley: Galley): Strip
  lines(galley: Galley): Strip[][]
}

/** 报头: 刊名, 期号, issuer and date above the rule (R82–R86), in whole lines of grid. */
export function mastheadParts(block: Masthead, galley: Galley): MastheadParts {
  const { contents } = block
  const isPicture = block.image !== null && block.pixels !== undefined
  const ear = isPicture && block.ear ? earBeside(block.ear, galley) : null
  const head = isPicture ? imageHead(block, galley, ear) : typeHead(block, galley)
  return {
    ear: ear === null ? (block.ear ?? null) : null,
    head: divided(head, galley),
    contents: contents && {
      title: (at) => contentsTitle(contents.title, at),
      lines: (at) => contents.lines.map((line) => contentsLine(line, at)),
    },
  }
}

interface Centred {
  readonly lines: readonly Line[]
  readonly size: Pt
  readonly owner: object
  readonly share: number
}

function typeHead(block: Masthead, galley: Galley): Strip {
  const look = galley.design.looks.masthead
  const corners = lineEnds(block.classification, block.copyNumber, roomBetweenSides(galley))
  const beside = look.issuePlace === 'beside' ? besideName(block, galley) : null
  const foot = lineEnds(block.issuer, beside ? null : block.date, roomBetweenSides(galley))
  const label = look.issuePlace === 'between' ? labelBetween(block, galley) : null
  const stack = centredStack(block, label === null && beside === null, galley)
  const head = look.topRule + look.top
  const fixed =
    head +
    corners.height +
    stack.reduce((sum, one) => sum + heightOf(one) + look.leastGap, 0) +
    look.leastGap +
    foot.height +
    look.aboveRule +
    ruleHeight(galley) +
    look.belowRule * galley.lineHeight
  // The design's height is a wish and goes to the nearest line; what the text needs is not.
  const wished = Math.min(galley.rows, Math.round(block.height / galley.lineHeight))
  const rows = Math.max(wished, rowsFor(fixed + stack.length * look.comfort, galley))
  const free = rows * galley.lineHeight - fixed
  const shares = stack.reduce((sum, one) => sum + one.share, 0) + look.aboveIssuer
  const marks = moved(corners.marks, 0, head)
  let y = head + corners.height
  for (const one of stack) {
    y += look.leastGap + (free * one.share) / shares
    marks.push(...centredMarks(one, y, galley.left))
    if (one.owner === block.name) marks.push(...logoMarks(block, one, y, galley))
    if (one.owner === block.name && beside) marks.push(...marksBesideName(beside, y + one.size, galley))
    y += heightOf(one)
  }
  y += look.leastGap + (free * look.aboveIssuer) / shares
  marks.push(...moved(foot.marks, 0, y))
  if (label) marks.push(labelMark(label, block, y, galley))
  const rule = y + foot.height + look.aboveRule
  marks.push(...ruleMarks(galley, rule))
  return { rows, marks: [...behindMasthead(galley, rule), ...marks], breakAfter: BREAK.free }
}

/** The lines in the middle, from the name down; 期号 among them when it has a line of its own. */
function centredStack(block: Masthead, withIssue: boolean, galley: Galley): Centred[] {
  const look = galley.design.looks.masthead
  const line = (text: ShapedText | null, share: number): Centred[] =>
    text === null ? [] : [centred(text, text, share, galley)]
  return [
    ...line(block.name, look.aboveName),
    ...line(block.specialTitle, look.aboveSubtitle),
    ...line(block.subtitle, look.aboveSubtitle),
    ...line(withIssue ? block.issueLabel : null, look.aboveIssue),
  ]
}

/** 期号 in the middle of the line whose em box begins at `y`. */
function labelMark(label: Line, { issueLabel }: Masthead, y: Pt, { left, measure }: Galley): Mark {
  return lineAt(label, left + (measure - ownWidth(label)) / 2, y, issueLabel)
}

/** 期号 above the date, whole lines that stand at the right end of the name's line (报眼). */
type Beside = readonly (readonly [Line, ShapedText])[]

/** Distance of the two lines beside the name, in em of the issue number; least room between them and the name. */
const BESIDE_PITCH = 1.6
const FROM_NAME = 1

/** What stands at the right of a name that begins at the left; null where the name leaves too little room. */
function besideName({ name, issueLabel, date }: Masthead, galley: Galley): Beside | null {
  const [line, second] = setParagraph(name, galley.measure).lines
  const label = wholeLine(issueLabel)
  const day = wholeLine(date)
  if (!line || second || label === null || day === null) return null
  const room = roomBetweenSides(galley)
  const free = room.left - galley.left + room.width - line.width - FROM_NAME * issueLabel.style.size
  if (Math.max(ownWidth(label), ownWidth(day)) > free) return null
  return [
    [label, issueLabel],
    [day, date],
  ]
}

/** The lines beside a name, the last of them on the foot of its em box. */
function marksBesideName(beside: Beside, foot: Pt, galley: Galley): Mark[] {
  const { left, width } = roomBetweenSides(galley)
  const pitch = BESIDE_PITCH * Math.max(...beside.map(([, text]) => text.style.size))
  return beside.map(([line, text], at) => {
    const top = foot - text.style.size - (beside.length - 1 - at) * pitch - FOOT_OF_HAN * text.style.size
    return lineAt(line, left + width - ownWidth(line), top, text)
  })
}

/** Air below Han in their em box, so that small type looks as if it stood where large type does. */
const FOOT_OF_HAN = 0.3

/** The logo left of the name, on its middle line; smaller where the name leaves little room. */
function logoMarks(block: Masthead, name: Centred, top: Pt, galley: Galley): Mark[] {
  const [line] = name.lines
  if (block.logo === null || !block.logoPixels || !line) return []
  const ratio = block.logoPixels.width / Math.max(1, block.logoPixels.height)
  const look = galley.design.looks.masthead
  const gap = look.logoGap * name.size
  const room = (line.xs[0] ?? 0) - gap
  const width = Math.min(look.logo * name.size * ratio, room)
  if (width <= 0) return []
  const height = width / ratio
  const x = galley.left + (line.xs[0] ?? 0) - gap - width
  const y = top + (name.size - height) / 2
  const { logo: image, span } = block
  return [{ kind: 'picture', x, y, width, height, image, ratio, focus: [0.5, 0.5], span, owner: null }]
}

function centred(text: ShapedText, owner: object, share: number, galley: Galley): Centred {
  return { lines: setParagraph(text, galley.measure).lines, size: text.style.size, owner, share }
}

function heightOf(one: Centred): Pt {
  return one.size * (1 + 1.3 * (one.lines.length - 1))
}

function centredMarks(one: Centred, top: Pt, left: Pt): Mark[] {
  return one.lines.map((line, index) => ({
    kind: 'text',
    line,
    x: left,
    y: top + one.size * (HAN_ASCENT_EM + 1.3 * index),
    owner: one.owner,
  }))
}

/** Part of the width that may be left free at either end. */
const MOST_SIDE = 0.25

/** 密级 and the copy number stand at the ends of the first line (R86), issuer and date at those of the last. */
function roomBetweenSides({ left, measure, design }: Galley) {
  const side = Math.min(design.looks.masthead.side, MOST_SIDE * measure)
  return { left: left + side, width: measure - 2 * side }
}

/** Air below a box beside the picture, in lines. */
const EAR_AIR = 0.5

/** A picture as the whole masthead, as wide as the type area; 期号 and issuer stand on the line below it. */
function imageHead(block: Masthead, galley: Galley, ear: SetEar | null): Strip {
  const look = galley.design.looks.masthead
  const pixels = block.pixels as { width: number; height: number }
  const ratio = pixels.width / Math.max(1, pixels.height)
  const room = galley.measure - (ear === null ? 0 : ear.width + ear.gap)
  const width = Math.min(room, ratio * look.tallestPicture * galley.rows * galley.lineHeight)
  const tall = width / ratio
  const height = Math.max(tall, ear?.least ?? 0)
  const air = ear === null ? 0 : EAR_AIR * galley.lineHeight
  const foot = lineEnds(block.issuer, block.date, roomBetweenSides(galley))
  const label = labelBetween(block, galley)
  const rules = ruleHeight(galley)
  const corners = lineEnds(block.classification, block.copyNumber, roomBetweenSides(galley))
  const top = corners.height > 0 ? corners.height + look.leastGap : 0
  const stack = [block.specialTitle, block.subtitle, label ? null : block.issueLabel].flatMap((text) =>
    text ? [centred(text, text, look.aboveSubtitle, galley)] : [],
  )
  const stacked = stack.reduce((sum, one) => sum + look.leastGap + heightOf(one), 0)
  const below = look.leastGap + foot.height + look.aboveRule + rules + look.belowRule * galley.lineHeight
  const total = top + height + air + stacked + below
  const rows = rowsFor(total, galley)
  const y = top + height + air + stacked + look.leastGap + (rows * galley.lineHeight - total) / 2
  const marks: Mark[] = [
    ...corners.marks,
    {
      kind: 'picture',
      x: galley.left + (room - width) / 2,
      y: top + (height - tall) / 2,
      width,
      height: tall,
      image: block.image as string,
      ratio,
      focus: [0.5, 0.5],
      span: block.span,
      owner: block,
    },
    ...(ear === null ? [] : moved(ear.marks(height), 0, top)),
    ...moved(foot.marks, 0, y),
  ]
  let stackTop = top + height + air
  for (const one of stack) {
    marks.push(...centredMarks(one, stackTop + look.leastGap, galley.left))
    stackTop += look.leastGap + heightOf(one)
  }
  if (label) marks.push(labelMark(label, block, y, galley))
  marks.push(...ruleMarks(galley, y + foot.height + look.aboveRule))
  return { rows, marks, breakAfter: BREAK.free }
}

/** 期号 on the middle of the line between issuer and date; null where it has no room there. */
function labelBetween({ issueLabel, issuer, date }: Masthead, galley: Galley): Line | null {
  const label = wholeLine(issueLabel)
  const sides = [wholeLine(issuer), wholeLine(date)]
  if (label === null || sides.includes(null)) return null
  const air = issueLabel.style.size
  const widest = Math.max(...sides.map((line) => ownWidth(line)))
  return ownWidth(label) + 2 * (widest + air) <= roomBetweenSides(galley).width ? label : null
}

function contentsTitle(text: ShapedText, galley: Galley): Strip {
  const line = oneLine(text)
  const { size } = text.style
  const rows = rowsFor(size + 4, galley)
  const y = centredBaseline(size, rows * galley.lineHeight)
  return {
    rows,
    marks: line ? [lineAt(line, galley.left, y - HAN_ASCENT_EM * size, text)] : [],
    breakAfter: BREAK.keep,
  }
}

/** Part of a narrow column that a page number's room may take. */
const MOST_NUMBER_ROOM = 0.5

function contentsLine(entry: ContentsLineOf<ShapedText>, galley: Galley): Strip[] {
  const { text, place, style } = entry
  const room = galley.design.looks.contents.numberRoom * text.style.size
  const numberRoom = Math.min(room, MOST_NUMBER_ROOM * galley.measure)
  const { lines } = setParagraph(text, galley.measure - numberRoom)
  const y = baselineOf(text, galley)
  return lines.map((line, index) => {
    const marks: Mark[] = [{ kind: 'text', line, x: galley.left, y, owner: text }]
    if (index === lines.length - 1) {
      marks.push({
        kind: 'page-number',
        place,
        x: galley.left + galley.measure,
        y,
        left: galley.left,
        leaderFrom: galley.left + line.width + 0.5 * text.style.size,
        style,
        owner: text,
      })
    }
    return { rows: 1, marks, breakAfter: index < lines.length - 1 ? BREAK.keep : BREAK.free, textLines: 1 }
  })
}
