import type { Colour } from '../base/text-style.ts'
import type { Pt } from '../base/units.ts'
import type { FigureOf, PictureOf } from '../content/block.ts'
import type { Line } from '../text/line.ts'
import { setParagraph } from '../text/set-paragraph.ts'
import type { ShapedText } from '../text/shaped-text.ts'
import type { Setting } from './flow.ts'
import { type Galley, lineAir, rowsFor } from './galley.ts'
import { HAN_ASCENT_EM } from './geometry.ts'
import { placeholderMarks } from './placeholder.ts'
import { COST, type Mark } from './strip.ts'

type Figure = FigureOf<ShapedText>
type Picture = PictureOf<ShapedText>

/** Gap between a picture and its caption, and the caption's line pitch in em of its size. */
const CAPTION_GAP: Pt = 4.5
const CAPTION_PITCH_EM = 1.4

/** Least air above and below a figure in a column, in lines; the rest of the whole lines is shared out. */
const AIR_ABOVE = 0.28
const AIR_BELOW = 0.38

/** Part of a column's height that a picture may take. */
const TALLEST = 0.62

/** Between the pictures of a row, in em. */
const ROW_GAP_EM = 1

/** A picture's box with its caption, from the figure's top left. */
export interface FigureBox {
  readonly marks: readonly Mark[]
  readonly width: Pt
  readonly height: Pt
}

/** A figure as wide as the galley, in whole lines. */
export function setFigure(block: Figure, galley: Galley): Setting {
  const box = figureBox(block, galley.measure, galley)
  const { lineHeight } = galley
  const rows = rowsFor(box.height + (AIR_ABOVE + AIR_BELOW) * lineHeight, galley)
  const air = rows * lineHeight - box.height
  const above = (air * AIR_ABOVE) / (AIR_ABOVE + AIR_BELOW)
  const strip = {
    rows,
    marks: moved(box.marks, galley.left + (galley.measure - box.width) / 2, above),
    breakAfter: COST.free,
    slack: { head: above - lineAir(galley), foot: air - above - lineAir(galley) },
    ...(galley.frame ? { frame: galley.frame } : {}),
  }
  return { strips: [strip], rows, cost: 0 }
}

/** A figure's pictures side by side at one height, each with its caption, inside a width. */
export function figureBox(block: Figure, width: Pt, galley: Galley): FigureBox {
  const gap = ROW_GAP_EM * galley.design.type.body.size
  const ratios = block.pictures.reduce((sum, picture) => sum + picture.ratio, 0)
  const gaps = (block.pictures.length - 1) * gap
  const tallest = TALLEST * galley.rows * galley.lineHeight
  const natural = ((width - gaps) / ratios) * galley.pictureScale
  const height = Math.min(natural, tallest)
  // A picture made lower for copy-fitting keeps its width: it is cropped a little more.
  const stretch = height < natural ? 1 : 1 / galley.pictureScale
  const marks: Mark[] = []
  let x = 0
  let foot = height
  for (const picture of block.pictures) {
    const own = picture.ratio * height * stretch
    marks.push(...pictureMarks(picture, { x, y: 0, width: own, height }, galley))
    const caption = captionLines(picture, own)
    marks.push(...captionMarks(picture, caption, x, height))
    foot = Math.max(foot, height + captionHeight(picture, caption))
    x += own + gap
  }
  return { marks, width: x - gap, height: foot }
}

export interface Box {
  readonly x: Pt
  readonly y: Pt
  readonly width: Pt
  readonly height: Pt
}

function pictureMarks(picture: Picture, box: Box, galley: Galley): Mark[] {
  if (picture.image === null || picture.pixels === null) return placeholderMarks(picture, box, galley)
  const { image, pixels, focus, span } = picture
  const ratio = pixels.width / Math.max(1, pixels.height)
  return [{ kind: 'picture', ...box, image, ratio, focus, span, owner: picture }]
}

function captionLines(picture: Picture, width: Pt): readonly Line[] {
  return picture.caption ? setParagraph(picture.caption, width).lines : []
}

function captionHeight(picture: Picture, lines: readonly Line[]): Pt {
  const size = picture.caption?.style.size ?? 0
  return lines.length === 0 ? 0 : CAPTION_GAP + size + (lines.length - 1) * CAPTION_PITCH_EM * size
}

function captionMarks(picture: Picture, lines: readonly Line[], x: Pt, below: Pt): Mark[] {
  const size = picture.caption?.style.size ?? 0
  return lines.map((line, index) => ({
    kind: 'text',
    line,
    x,
    y: below + CAPTION_GAP + HAN_ASCENT_EM * size + index * CAPTION_PITCH_EM * size,
    owner: picture.caption,
  }))
}

/** Marks moved by a distance. */
export function moved(marks: readonly Mark[], dx: Pt, dy: Pt): Mark[] {
  return marks.map((mark) => ({
    ...mark,
    x: mark.x + dx,
    y: mark.y + dy,
    ...(mark.kind === 'page-number' ? { leaderFrom: mark.leaderFrom + dx, left: mark.left + dx } : {}),
  }))
}

export function filledRule(box: Box, colour: Colour): Mark {
  return { kind: 'rule', ...box, colour, owner: null }
}
