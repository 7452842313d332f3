import type { Pt } from '../base/units.ts'
import type { ContentsLineOf, MastheadOf } from '../content/block.ts'
import type { Line } from '../text/line.ts'
import { setParagraph } from '../text/set-paragraph.ts'
import type { ShapedText } from '../text/shaped-text.ts'
import { type Galley, rowsFor } from './galley.ts'
import { centredBaseline, HAN_ASCENT_EM } from './geometry.ts'
import { oneLine } from './page-text.ts'
import { baselineOf } from './paragraph.ts'
import { COST, type Mark, type Strip } from './strip.ts'

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
  readonly head: Strip
  readonly contents: ContentsParts | null
}

export interface ContentsParts {
  title(galley: Galley): Strip
  lines(galley: Galley): Strip[][]
}

/** 报头: 刊名, 期号, issuer and date above the rule (R82–R86), in whole lines of grid. */
export function mastheadParts(block: Masthead, galley: Galley): MastheadParts {
  const { contents } = block
  return {
    head: block.image !== null && block.pixels ? imageHead(block, galley) : typeHead(block, galley),
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
  const corners = cornerMarks(block, galley)
  const stack: Centred[] = [
    centred(block.name, block.name, SHARES.aboveName, galley),
    ...(block.specialTitle
      ? [centred(block.specialTitle, block.specialTitle, SHARES.aboveSubtitle, galley)]
      : []),
    ...(block.subtitle ? [centred(block.subtitle, block.subtitle, SHARES.aboveSubtitle, galley)] : []),
    centred(block.issueLabel, block.issueLabel, SHARES.aboveIssue, galley),
  ]
  const rules = ruleHeight(galley)
  const issuer = block.issuer.style.size
  const fixed =
    corners.height +
    stack.reduce((sum, one) => sum + heightOf(one) + LEAST_GAP, 0) +
    LEAST_GAP +
    issuer +
    ABOVE_RULE +
    rules +
    BELOW_RULE * galley.lineHeight
  // The design's height is a wish and goes to the nearest line; what the text needs is not.
  const wished = Math.round(block.height / galley.lineHeight)
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
  marks.push(...issuerLine(block, y + HAN_ASCENT_EM * issuer, galley))
  marks.push(...ruleMarks(galley, y + issuer + ABOVE_RULE))
  return { rows, marks, breakAfter: COST.free }
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

/** 密级 at the left and the copy number at the right of the first line (R86). */
function cornerMarks(block: Masthead, galley: Galley): { marks: Mark[]; height: Pt } {
  const marks: Mark[] = []
  let height = 0
  const left = block.classification && oneLine(block.classification)
  const right = block.copyNumber && oneLine(block.copyNumber)
  if (left && block.classification) {
    marks.push(lineAt(left, galley.left, block.classification))
    height = block.classification.style.size
  }
  if (right && block.copyNumber) {
    marks.push(lineAt(right, galley.left + galley.measure - right.width, block.copyNumber))
    height = Math.max(height, block.copyNumber.style.size)
  }
  return { marks, height }
}

/** A line whose em box begins at the strip's top, in its own place whatever its alignment. */
function lineAt(line: Line, x: Pt, text: ShapedText, y = HAN_ASCENT_EM * text.style.size): Mark {
  return { kind: 'text', line, x: x - (line.xs[0] ?? 0), y, owner: text }
}

function issuerLine(block: Masthead, y: Pt, galley: Galley): Mark[] {
  const issuer = oneLine(block.issuer)
  const date = oneLine(block.date)
  const marks: Mark[] = []
  if (issuer) marks.push(lineAt(issuer, galley.left, block.issuer, y))
  if (date) {
    const width = date.width - (date.xs[0] ?? 0)
    marks.push(lineAt(date, galley.left + galley.measure - width, block.date, y))
  }
  return marks
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

/** A picture as the whole masthead, as wide as the type area; 期号 and issuer stand on the line below it. */
function imageHead(block: Masthead, galley: Galley): Strip {
  const pixels = block.pixels as { width: number; height: number }
  const ratio = pixels.width / Math.max(1, pixels.height)
  const height = galley.measure / ratio
  const issuer = block.issuer.style.size
  const label = oneLine(block.issueLabel)
  const rules = ruleHeight(galley)
  const corners = cornerMarks(block, galley)
  const top = corners.height > 0 ? corners.height + LEAST_GAP : 0
  const stack = [block.specialTitle, block.subtitle].flatMap((text) =>
    text ? [centred(text, text, SHARES.aboveSubtitle, galley)] : [],
  )
  const stacked = stack.reduce((sum, one) => sum + LEAST_GAP + heightOf(one), 0)
  const below = LEAST_GAP + issuer + ABOVE_RULE + rules + BELOW_RULE * galley.lineHeight
  const total = top + height + stacked + below
  const rows = rowsFor(total, galley)
  const y =
    top + height + stacked + LEAST_GAP + (rows * galley.lineHeight - total) / 2 + HAN_ASCENT_EM * issuer
  const marks: Mark[] = [
    ...corners.marks,
    {
      kind: 'picture',
      x: galley.left,
      y: top,
      width: galley.measure,
      height,
      image: block.image as string,
      ratio,
      focus: [0.5, 0.5],
      span: block.span,
      owner: block,
    },
    ...issuerLine(block, y, galley),
  ]
  let stackTop = top + height
  for (const one of stack) {
    marks.push(...stackMarks(one, stackTop + LEAST_GAP, galley.left))
    stackTop += LEAST_GAP + heightOf(one)
  }
  if (label) {
    const width = label.width - (label.xs[0] ?? 0)
    marks.push(lineAt(label, galley.left + (galley.measure - width) / 2, block.issueLabel, y))
  }
  marks.push(...ruleMarks(galley, y + (1 - HAN_ASCENT_EM) * issuer + ABOVE_RULE))
  return { rows, marks, breakAfter: COST.free }
}

function contentsTitle(text: ShapedText, galley: Galley): Strip {
  const line = oneLine(text)
  const { size } = text.style
  const rows = rowsFor(size + 4, galley)
  const y = centredBaseline(size, rows * galley.lineHeight)
  return { rows, marks: line ? [lineAt(line, galley.left, text, y)] : [], breakAfter: COST.keep }
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
    return { rows: 1, marks, breakAfter: index < lines.length - 1 ? COST.keep : COST.free, textLines: 1 }
  })
}
