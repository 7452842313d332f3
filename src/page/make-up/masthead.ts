import type { Pt } from '../../base/units.ts'
import type { ContentsLineOf, MastheadOf } from '../../content/block.ts'
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

type Masthead = MastheadOf<ShapedText>

/** 文武线: the thick rule, the gap, the thin one; and a single rule (GB/T 9704 asks for no width). */
const THICK: Pt = 2.25
const RULE_GAP: Pt = 1.6
const THIN: Pt = 0.75
const SINGLE: Pt = 2.25

/** 4 mm between issuer line and rule (GB/T 9704 clause 7.2.7). */
const ABOVE_RULE: Pt = 11.34

/** Air below the rule, in lines. */
const BELOW_RULE = 0.75

/** Room in a masthead between name, 期号 and issuer line: shares of what is left over. */
const SHARES = { aboveName: 0.36, aboveSubtitle: 0.12, aboveIssue: 0.22, aboveIssuer: 0.3 } as const

/** Least distance between two lines of the masthead. */
const LEAST_GAP: Pt = 5

/** What a masthead with many lines is made taller by, for each of them, rather than set them close. */
const COMFORT: Pt = 12

/** The masthead itself, and the contents box below it where it is asked for. */
export interface MastheadParts {
  /** One strip, unless it is taller than a page. */
  readonly head: readonly Strip[]
  readonly contents: ContentsParts | null
}

export interface ContentsParts {
  title(galley: Galley): Strip
  lines(galley: Galley): Strip[][]
}

/** 报头: 刊名, 期号, issuer and date above the rule (R82–R86), in whole lines of grid. */
export function mastheadParts(block: Masthead, galley: Galley): MastheadParts {
  const { contents } = block
  const head = block.image !== null && block.pixels ? imageHead(block, galley) : typeHead(block, galley)
  return {
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
  const corners = lineEnds(block.classification, block.copyNumber, roomOf(galley))
  const foot = lineEnds(block.issuer, block.date, roomOf(galley))
  const stack: Centred[] = [
    centred(block.name, block.name, SHARES.aboveName, galley),
    ...(block.specialTitle
      ? [centred(block.specialTitle, block.specialTitle, SHARES.aboveSubtitle, galley)]
      : []),
    ...(block.subtitle ? [centred(block.subtitle, block.subtitle, SHARES.aboveSubtitle, galley)] : []),
    centred(block.issueLabel, block.issueLabel, SHARES.aboveIssue, galley),
  ]
  const rules = ruleHeight(galley)
  const fixed =
    corners.height +
    stack.reduce((sum, one) => sum + heightOf(one) + LEAST_GAP, 0) +
    LEAST_GAP +
    foot.height +
    ABOVE_RULE +
    rules +
    BELOW_RULE * galley.lineHeight
  // The design's height is a wish and goes to the nearest line; what the text needs is not.
  const wished = Math.min(galley.rows, Math.round(block.height / galley.lineHeight))
  const rows = Math.max(wished, rowsFor(fixed + stack.length * COMFORT, galley))
  const free = rows * galley.lineHeight - fixed
  const shares = stack.reduce((sum, one) => sum + one.share, 0) + SHARES.aboveIssuer
  const marks: Mark[] = [...corners.marks]
  let y = corners.height
  for (const one of stack) {
    y += LEAST_GAP + (free * one.share) / shares
    marks.push(...stackMarks(one, y, galley.left))
    if (one.owner === block.name) marks.push(...logoMarks(block, one, y, galley))
    y += heightOf(one)
  }
  y += LEAST_GAP + (free * SHARES.aboveIssuer) / shares
  marks.push(...moved(foot.marks, 0, y))
  marks.push(...ruleMarks(galley, y + foot.height + ABOVE_RULE))
  return { rows, marks, breakAfter: BREAK.free }
}

/** Height of the logo in em of the name, and its distance from it. */
const LOGO_EM = 1.1
const LOGO_GAP_EM = 0.35

/** The logo left of the name, on its middle line; smaller where the name leaves little room. */
function logoMarks(block: Masthead, name: Centred, top: Pt, galley: Galley): Mark[] {
  const [line] = name.lines
  if (block.logo === null || !block.logoPixels || !line) return []
  const ratio = block.logoPixels.width / Math.max(1, block.logoPixels.height)
  const room = (line.xs[0] ?? 0) - LOGO_GAP_EM * name.size
  const width = Math.min(LOGO_EM * name.size * ratio, room)
  if (width <= 0) return []
  const height = width / ratio
  const x = galley.left + (line.xs[0] ?? 0) - LOGO_GAP_EM * name.size - width
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

function stackMarks(one: Centred, top: Pt, left: Pt): Mark[] {
  return one.lines.map((line, index) => ({
    kind: 'text',
    line,
    x: left,
    y: top + one.size * (HAN_ASCENT_EM + 1.3 * index),
    owner: one.owner,
  }))
}

/** 密级 and the copy number stand at the ends of the first line (R86), issuer and date at those of the last. */
function roomOf({ left, measure }: Galley) {
  return { left, width: measure }
}

function ruleHeight(galley: Galley): Pt {
  const { rule } = galley.design.masthead
  return rule === 'double' ? THICK + RULE_GAP + THIN : rule === 'single' ? SINGLE : 0
}

function ruleMarks(galley: Galley, y: Pt): Mark[] {
  const { rule, style } = galley.design.masthead
  const colour = style === 'plain' ? ('black' as const) : ('accent' as const)
  const bar = (top: Pt, height: Pt): Mark => ({
    kind: 'rule',
    x: galley.left,
    y: top,
    width: galley.measure,
    height,
    colour,
    owner: null,
  })
  if (rule === 'none') return []
  return rule === 'single' ? [bar(y, SINGLE)] : [bar(y, THICK), bar(y + THICK + RULE_GAP, THIN)]
}

/** Part of a column that a picture may take as the whole masthead. */
const TALLEST_PICTURE = 0.62

/** A picture as the whole masthead, as wide as the type area; 期号 and issuer stand on the line below it. */
function imageHead(block: Masthead, galley: Galley): Strip {
  const pixels = block.pixels as { width: number; height: number }
  const ratio = pixels.width / Math.max(1, pixels.height)
  const width = Math.min(galley.measure, ratio * TALLEST_PICTURE * galley.rows * galley.lineHeight)
  const height = width / ratio
  const foot = lineEnds(block.issuer, block.date, roomOf(galley))
  const label = labelBetween(block, galley)
  const rules = ruleHeight(galley)
  const corners = lineEnds(block.classification, block.copyNumber, roomOf(galley))
  const top = corners.height > 0 ? corners.height + LEAST_GAP : 0
  const stack = [block.specialTitle, block.subtitle, label ? null : block.issueLabel].flatMap((text) =>
    text ? [centred(text, text, SHARES.aboveSubtitle, galley)] : [],
  )
  const stacked = stack.reduce((sum, one) => sum + LEAST_GAP + heightOf(one), 0)
  const below = LEAST_GAP + foot.height + ABOVE_RULE + rules + BELOW_RULE * galley.lineHeight
  const total = top + height + stacked + below
  const rows = rowsFor(total, galley)
  const y = top + height + stacked + LEAST_GAP + (rows * galley.lineHeight - total) / 2
  const marks: Mark[] = [
    ...corners.marks,
    {
      kind: 'picture',
      x: galley.left + (galley.measure - width) / 2,
      y: top,
      width,
      height,
      image: block.image as string,
      ratio,
      focus: [0.5, 0.5],
      span: block.span,
      owner: block,
    },
    ...moved(foot.marks, 0, y),
  ]
  let stackTop = top + height
  for (const one of stack) {
    marks.push(...stackMarks(one, stackTop + LEAST_GAP, galley.left))
    stackTop += LEAST_GAP + heightOf(one)
  }
  if (label) {
    marks.push(lineAt(label, galley.left + (galley.measure - ownWidth(label)) / 2, y, block.issueLabel))
  }
  marks.push(...ruleMarks(galley, y + foot.height + ABOVE_RULE))
  return { rows, marks, breakAfter: BREAK.free }
}

/** 期号 on the middle of the line between issuer and date; null where it has no room there. */
function labelBetween({ issueLabel, issuer, date }: Masthead, { measure }: Galley): Line | null {
  const label = wholeLine(issueLabel)
  const sides = [wholeLine(issuer), wholeLine(date)]
  if (label === null || sides.includes(null)) return null
  const air = issueLabel.style.size
  const widest = Math.max(...sides.map((line) => ownWidth(line)))
  return ownWidth(label) + 2 * (widest + air) <= measure ? label : null
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

/** Room for a leader and a page number at the end of a contents line, in em. */
const NUMBER_ROOM_EM = 3

function contentsLine(entry: ContentsLineOf<ShapedText>, galley: Galley): Strip[] {
  const { text, place, style } = entry
  const { lines } = setParagraph(text, galley.measure - NUMBER_ROOM_EM * text.style.size)
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
