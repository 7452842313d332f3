import type { Pt } from '../../base/units.ts'
import type { FigureOf, PictureOf } from '../../content/block.ts'
import { TALLEST_SHARE } from '../../content/picture-shape.ts'
import type { PictureLook } from '../../design/looks.ts'
import type { ShapedText } from '../../text/shaped-text.ts'
import { BREAK, PICTURE } from '../search/costs.ts'
import type { Setting } from '../search/elements.ts'
import { type Mark, moved, rowsOf, type Strip } from '../search/strip.ts'
import { codeMark, codeSide } from './code.ts'
import { divided } from './divided.ts'
import { galleryRows } from './gallery.ts'
import { type Box, type FigureBox, type Galley, lineAir, rowsFor } from './galley.ts'
import { placeholderMarks, rectangle } from './placeholder.ts'
import { captionLines, NARROWEST_PICTURE_EM, textBelow, wordsUnder } from './words-below.ts'

type Figure = FigureOf<ShapedText>
type Picture = PictureOf<ShapedText>

/** A figure as wide as the galley, in whole lines; rows of pictures one below the other, and a caption taller than a column, may be parted. */
export function setFigure(block: Figure, galley: Galley): Setting {
  const ratio = fillingRatio(block, galley)
  const rows = rowsOfPictures(block, galley.measure, galley)
  const parts = block.gallery ? [rows] : rows.map((row) => [row])
  const strips = parts.flatMap((part, index) => {
    const caption = index === parts.length - 1 ? block.caption : undefined
    return divided(figureStrip({ rows: part, caption, gallery: block.gallery, ratio }, galley), galley)
  })
  return { strips, rows: rowsOf(strips), cost: 0 }
}

/** Shape that a page has above the caption of the one picture on it (整版); undefined for others. */
function fillingRatio({ full, pictures }: Figure, galley: Galley): number | undefined {
  const [picture, ...more] = pictures
  if (!full || !picture || more.length > 0) return undefined
  const { measure, rows, lineHeight } = galley
  const slot = { x: 0, width: measure }
  const below = wordsUnder(picture.caption, captionLines(picture.caption, measure), slot, 0, galley)
  return measure / Math.max(lineHeight, rows * lineHeight - leastAir(galley) - below.height)
}

/** Part of its height by which a picture may be made taller or lower, cropped a little at its edges. */
const MOST_HEIGHT_CHANGE = 0.12

/** The same for a placeholder: its photograph is yet to come. */
const MOST_PLACEHOLDER_CHANGE = 0.25

/** Lines by which a figure may be lower or taller. */
const HEIGHT_LINES = [-1, 1, -2, 2]
const WIDE_HEIGHT_LINES = [-3, 3]

/** Part of its height by which a figure may be lower or taller. */
export function mostHeightChange({ pictures }: Figure): number {
  return pictures.every(({ image }) => image === null) ? MOST_PLACEHOLDER_CHANGE : MOST_HEIGHT_CHANGE
}

/** Part of a column's height from which on a picture may be set smaller as a whole, and at which it is small enough. */
const SMALLER_FROM = 0.27

/** Lines by which a tall picture may be smaller. */
const SMALLER_LINES = [-3, -4, -5, -6, -8, -10]

/**
 * The same figure a line or two lower and taller, where that crops or widens its pictures by little; `widely` also by
 * three lines, and a tall one smaller as a whole, narrower and uncropped.
 */
export function figureHeights(block: Figure, galley: Galley, widely = false): Setting[] {
  const [strip, more] = setFigure(block, galley).strips
  if (!strip || more || block.gallery || block.full || block.pictures.some(({ code }) => code)) return []
  const near = croppedHeights(block, strip, galley, HEIGHT_LINES)
  if (!widely) return near
  const wide = croppedHeights(block, strip, galley, WIDE_HEIGHT_LINES)
  return [...near, ...wide, ...smallerFigures(block, strip, galley)]
}

function smallerFigures(block: Figure, strip: Strip, galley: Galley): Setting[] {
  const { rows, lineHeight } = galley
  const box = figureBox(block, galley.measure, galley)
  const { height } = rowHeight(
    block.pictures,
    { width: galley.measure, tallest: tallestPicture(galley) },
    galley,
  )
  return SMALLER_LINES.flatMap((lines) => {
    if (strip.rows + lines < SMALLER_FROM * rows) return []
    const tallest = (strip.rows + lines) * lineHeight - leastAir(galley) - (box.height - height)
    const setting = setFigure(block, withTallest(galley, tallest))
    if (setting.strips.length > 1 || setting.rows !== strip.rows + lines) return []
    return [{ ...setting, cost: PICTURE.height * Math.abs(lines), note: 'height' as const }]
  })
}

/** The galley with another height for its tallest picture. */
function withTallest(galley: Galley, tallest: Pt): Galley {
  const { design, rows, lineHeight } = galley
  const picture = { ...design.looks.picture, tallest: tallest / (rows * lineHeight) }
  return { ...galley, boxes: new Map(), design: { ...design, looks: { ...design.looks, picture } } }
}

function croppedHeights(block: Figure, strip: Strip, galley: Galley, changes: readonly number[]): Setting[] {
  const { measure, lineHeight } = galley
  const box = figureBox(block, measure, galley)
  const { height, isBounded } = rowHeight(
    block.pictures,
    { width: measure, tallest: tallestPicture(galley) },
    galley,
  )
  // What is narrower than the measure is made smaller as a whole.
  const lower = (change: number) => withTallest(galley, height * (1 + change))
  const taller = (change: number) => ({
    ...withTallest(galley, tallestPicture(galley) * Math.max(1, 1 + change)),
    pictureScale: galley.pictureScale * (1 + change),
  })
  return changes.flatMap((lines) => {
    const room = (strip.rows + lines) * lineHeight - leastAir(galley)
    const most = mostHeightChange(block)
    const change = Math.min(most, (room - box.height) / height)
    if (change < -most) return []
    const setting = setFigure(block, change < 0 && isBounded ? lower(change) : taller(change))
    if (setting.strips.length > 1 || setting.rows !== strip.rows + lines) return []
    return [{ ...setting, cost: PICTURE.height * Math.abs(lines), note: 'height' as const }]
  })
}

/** Air of the design above and below a figure, in pt: there is no less. */
function leastAir({ design, lineHeight }: Galley): Pt {
  const { airAbove, airBelow } = design.looks.picture
  return (airAbove + airBelow) * lineHeight
}

function tallestPicture({ design, rows, lineHeight }: Galley): Pt {
  return design.looks.picture.tallest * rows * lineHeight
}

function figureStrip(stack: PictureStack, galley: Galley): Strip {
  const box = fittingBox(stack, galley.measure, galley)
  const { lineHeight } = galley
  // The least air of the design; the rest of the whole lines is shared out.
  const { airAbove, airBelow } = galley.design.looks.picture
  const rows = rowsFor(box.height + leastAir(galley), galley)
  const air = rows * lineHeight - box.height
  const above = (air * airAbove) / (airAbove + airBelow)
  return {
    rows,
    marks: moved(box.marks, galley.left + (galley.measure - box.width) / 2, above),
    breakAfter: BREAK.free,
    slack: { head: above - lineAir(galley), foot: air - above - lineAir(galley) },
    ...(galley.frame ? { frame: galley.frame } : {}),
  }
}

/** Width from which on a gallery of five pictures has three in a row, in em of the body. */
const GALLERY_WIDE_EM = 26

/** Pictures that stand side by side: all of them, or as many as leave each its least width. */
function rowsOfPictures(block: Figure, width: Pt, galley: Galley): readonly (readonly Picture[])[] {
  const em = galley.design.type.body.size
  const { rowGap } = galley.design.looks.picture
  const inRow = Math.max(1, Math.floor((width + rowGap * em) / ((NARROWEST_PICTURE_EM + rowGap) * em)))
  if (block.gallery) {
    const isWide = width > GALLERY_WIDE_EM * em
    // Among the lines of a wide column three are one row: a larger one above would take half its page.
    const oneRow = isWide && block.fit === 'column' && block.pictures.length === 3
    const usual = isWide && (oneRow || block.pictures.length > 4) ? 3 : 2
    return galleryRows(block.pictures, { width, gap: rowGap * em, inRow: Math.min(usual, inRow), oneRow })
  }
  const rows: (readonly Picture[])[] = []
  for (let at = 0; at < block.pictures.length; at += inRow) rows.push(block.pictures.slice(at, at + inRow))
  return rows
}

/** A figure's pictures side by side at one height, each with its caption, inside a width. */
export function figureBox(block: Figure, width: Pt, galley: Galley): FigureBox {
  const known = galley.boxes.get(block) ?? new Map<Pt, FigureBox>()
  const stack = () => ({ ...block, rows: rowsOfPictures(block, width, galley) })
  const box = known.get(width) ?? fittingBox(stack(), width, galley)
  galley.boxes.set(block, known.set(width, box))
  return box
}

/** Rows of pictures one below the other, never as tall as a column: before long captions the pictures give way. */
function fittingBox(stack: PictureStack, width: Pt, galley: Galley): FigureBox {
  const most = (galley.rows - (stack.ratio === undefined ? 1 : 0)) * galley.lineHeight
  const { ratio } = stack
  const large = stack.gallery === true || ratio !== undefined
  const tallest = large ? most : tallestPicture(galley)
  const standing = large ? 'whole' : width < galley.measure - 0.01 ? 'beside' : 'column'
  const room: RowRoom = { width, tallest, standing, ratio }
  const box = stackedRows(stack, room, galley)
  if (box.height <= most) return box
  if (stack.gallery) return narrowedGallery(stack, room, box, galley)
  const lower = Math.max(2 * galley.lineHeight, tallest - (box.height - most))
  return stackedRows(stack, { ...room, tallest: lower }, galley)
}

/** Steps in which a gallery is made narrower: its pictures become lower, its words do not. */
const MOST_NARROWINGS = 12

/** A gallery as wide as lets the page hold all of it, with its caption and air. */
function narrowedGallery(stack: PictureStack, room: RowRoom, tooTall: FigureBox, galley: Galley): FigureBox {
  const most = galley.rows * galley.lineHeight - leastAir(galley)
  let { width } = room
  let box = tooTall
  for (let tries = 0; tries < MOST_NARROWINGS && box.height > most; tries += 1) {
    width *= most / box.height
    box = stackedRows(stack, { ...room, width }, galley)
  }
  return box
}

function stackedRows({ rows, caption, gallery }: PictureStack, room: RowRoom, galley: Galley): FigureBox {
  // Rows of a gallery are as tall as they fill its width, as long as the page bears it.
  const tallest = gallery ? room.tallest : room.tallest / rows.length
  const marks: Mark[] = []
  let height = 0
  let widest = 0
  for (const pictures of rows) {
    if (height > 0) height += galley.lineHeight / 2
    const row = pictureRow(pictures, { ...room, tallest }, galley)
    marks.push(...moved(row.marks, 0, height))
    height += row.height
    widest = Math.max(widest, row.width)
  }
  if (!caption) return { marks, width: widest, height }
  const slot = { x: (widest - room.width) / 2, width: room.width }
  const below = wordsUnder(caption, captionLines(caption, room.width), slot, height, galley)
  return { marks: [...marks, ...below.marks], width: widest, height: height + below.height }
}

/** Rows of pictures one below the other, and the words below all of them. */
interface PictureStack {
  readonly rows: readonly (readonly Picture[])[]
  readonly caption?: ShapedText | undefined
  readonly gallery?: true | undefined
  /** In place of its pictures' own. */
  readonly ratio?: number | undefined
}

interface RowRoom {
  readonly width: Pt
  readonly tallest: Pt
  /** By itself in its column, with text beside it, or as large as its page bears. */
  readonly standing?: 'column' | 'beside' | 'whole'
  readonly ratio?: number | undefined
}

function pictureRow(pictures: readonly Picture[], room: RowRoom, galley: Galley): FigureBox {
  const gap = galley.design.looks.picture.rowGap * galley.design.type.body.size
  const { height, stretch } = rowHeight(pictures, room, galley)
  const marks: Mark[] = []
  let x = 0
  let foot = height
  for (const picture of pictures) {
    const own = (room.ratio ?? picture.ratio) * height * stretch
    const slot = pictures.length === 1 ? aloneSlot(picture, own, room) : slotOf(picture, own)
    const box = { x: x + (slot - own) / 2, y: 0, width: own, height }
    marks.push(...pictureMarks(picture, box, galley))
    const below = textBelow(picture, box, { x, width: slot }, galley)
    marks.push(...below.marks)
    foot = Math.max(foot, height + below.height)
    x += slot + gap
  }
  return { marks, width: x - gap, height: foot }
}

/** Room that a picture takes in its row: no less than its words want, or they would lie over its neighbour's. */
function slotOf({ caption, placeholder }: Picture, own: Pt): Pt {
  const size = Math.max(caption?.style.size ?? 0, placeholder?.style.size ?? 0)
  return Math.max(own, NARROWEST_PICTURE_EM * size)
}

/** Narrowest that the words below a picture are that stands alone, in em of their own, where there is room. */
const ALONE_WORDS_EM = 12

function aloneSlot(picture: Picture, own: Pt, { width }: RowRoom): Pt {
  const words = ALONE_WORDS_EM * (picture.caption?.style.size ?? 0)
  return Math.max(slotOf(picture, own), Math.min(words, width))
}

/** Beside pictures that their words keep wide the others are made lower, in steps, until the row fits. */
const LOWERED = 0.95
const MOST_LOWERINGS = 60

/** Narrowest that a photograph of few pixels is made, in em of the body. */
const LEAST_SHARP_EM = 6

/** As tall as a picture may be: an upright one, and a photograph whose pixels would else be seen. */
function mostHeight(
  picture: Picture,
  room: RowRoom & { readonly alone: boolean },
  { design, rows, lineHeight, pictureScale }: Galley,
): Pt {
  const { tallest, ratio = picture.ratio } = room
  const { pixels, code } = picture
  if (code) return Math.min(tallest, codeSide(code.length))
  const share = tallestShare(picture, ratio, room)
  // Narrower than its column, it grows without being cropped; beside text it gives way, too.
  const scale = room.standing === 'beside' ? pictureScale : Math.max(1, pictureScale)
  const upright = share === null ? tallest : Math.min(tallest, share * scale * rows * lineHeight)
  if (pixels === null) return upright
  const shown = Math.min(pixels.height, pixels.width / ratio)
  const sharp = (shown * POINTS_PER_INCH) / design.images.minPpi
  return Math.min(upright, Math.max(sharp, (LEAST_SHARP_EM * design.type.body.size) / ratio))
}

/** Part of a column's height that a picture takes at most; null where its width alone settles it. */
function tallestShare(
  { minor }: Picture,
  ratio: number,
  { standing = 'column', alone }: RowRoom & { readonly alone: boolean },
): number | null {
  if (standing === 'whole' || (standing === 'beside' && ratio >= 1)) return null
  if (minor && alone) return TALLEST_SHARE.minor
  return ratio < 1 ? TALLEST_SHARE.upright : null
}

const POINTS_PER_INCH = 72

/** The height at which a row of pictures fills its width, and how much wider each is than that makes it. */
function rowHeight(pictures: readonly Picture[], room: RowRoom, galley: Galley) {
  const ratioOf = (one: Picture) => room.ratio ?? one.ratio
  const ratios = pictures.reduce((sum, picture) => sum + ratioOf(picture), 0)
  const gaps = (pictures.length - 1) * galley.design.looks.picture.rowGap * galley.design.type.body.size
  const natural = ((room.width - gaps) / ratios) * galley.pictureScale
  const alone = pictures.length === 1
  const most = pictures.map((one) => mostHeight(one, { ...room, alone }, galley))
  let height = Math.min(natural, room.tallest, ...most)
  // A picture made lower for copy-fitting keeps its width: it is cropped a little more.
  const isBounded = height < natural - 0.01
  const stretch = height < natural ? 1 : 1 / galley.pictureScale
  const widthAt = (tall: Pt) =>
    pictures.reduce((sum, one) => sum + slotOf(one, ratioOf(one) * tall * stretch), gaps)
  for (let tries = 0; tries < MOST_LOWERINGS && widthAt(height) > room.width + 0.01; tries += 1)
    height *= LOWERED
  return { height, stretch, isBounded }
}

function pictureMarks(picture: Picture, box: Box, galley: Galley): Mark[] {
  if (picture.code) return [codeMark(picture, picture.code, box)]
  if (picture.image === null || picture.pixels === null) return placeholderMarks(picture, box, galley)
  const { image, pixels, focus, span } = picture
  const ratio = pixels.width / Math.max(1, pixels.height)
  const photograph: Mark = { kind: 'picture', ...box, image, ratio, focus, span, owner: picture }
  return [photograph, ...borderOf(box, galley.design.looks.picture)]
}

/** A border within a photograph's edges. */
function borderOf({ x, y, width, height }: Box, { border, borderColour: colour }: PictureLook): Mark[] {
  if (border === 0) return []
  const commands = rectangle(border / 2, border / 2, width - border, height - border)
  return [
    { kind: 'path', x, y, commands, fill: null, stroke: { colour, width: border, dash: [] }, owner: null },
  ]
}
