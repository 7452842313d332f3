import type { Pt } from '../../base/units.ts'
import type { PictureOf } from '../../content/block.ts'
import { inkOf, type PlaceholderLook } from '../../design/looks.ts'
import type { Line } from '../../text/line.ts'
import { setParagraph } from '../../text/set-paragraph.ts'
import type { ShapedText } from '../../text/shaped-text.ts'
import type { Mark, PathMark } from '../search/strip.ts'
import type { Box, Galley } from './galley.ts'
import { HAN_ASCENT_EM } from './geometry.ts'

/**
 * The box a photograph will take, to the point (占位): panel, border, a small picture sign and the
 * placeholder's text, which says what is wanted and at what size.
 */
export function placeholderMarks(picture: PictureOf<ShapedText>, box: Box, galley: Galley): Mark[] {
  const look = galley.design.looks.placeholder
  const { size, inner, words, most } = placeholderWords(picture, box, look)
  const lines = [...words, ...wantedSize(box, inner, galley)].slice(0, most)
  const textHeight = lines.length * look.pitch * size - (look.pitch - 1) * size
  const signRoom = look.sign + look.signGap
  const withSign = look.sign > 0 && box.height > textHeight + signRoom + 2 * size
  const above = withSign ? signRoom : 0
  const top = box.y + (box.height - textHeight - above) / 2
  const left = box.x + (box.width - inner) / 2
  return [
    panel(picture, box, look),
    ...(withSign ? [sign(box.x + box.width / 2, top, look)] : []),
    ...lines.map<Mark>((line, index) => ({
      kind: 'text',
      line,
      x: left + centring(line),
      y: top + above + HAN_ASCENT_EM * size + index * look.pitch * size,
      owner: null,
    })),
  ]
}

/** Lines of a placeholder's words that its box cannot hold: they go on below it, so that none is lost. */
export function wordsBelow(picture: PictureOf<ShapedText>, box: Box, galley: Galley): readonly Line[] {
  const { words, most } = placeholderWords(picture, box, galley.design.looks.placeholder)
  return words.slice(most)
}

/** A placeholder's words at the width of its box, and how many lines the box can hold. */
function placeholderWords({ placeholder }: PictureOf<ShapedText>, box: Box, { pitch }: PlaceholderLook) {
  const size = placeholder?.style.size ?? 9
  const inner = Math.max(4 * size, box.width - 2 * size)
  const words = placeholder ? setParagraph(placeholder, inner).lines : []
  const most = Math.max(box.height < size ? 0 : 1, Math.floor((box.height - size) / (pitch * size)))
  return { size, inner, words, most }
}

/** The photograph's size as it will be printed, and the pixels that want it at 300 ppi. */
function wantedSize(box: Box, width: Pt, galley: Galley): readonly Line[] {
  const millimetres = (length: Pt) => Math.round((length * 25.4) / 72)
  const pixels = (length: Pt) => Math.round((length * 300) / 72)
  const printed = `${millimetres(box.width)} × ${millimetres(box.height)} mm`
  const wanted = `${pixels(box.width)} × ${pixels(box.height)} px`
  const { family, size } = galley.design.type.caption
  const style = {
    family,
    weight: 'regular',
    size,
    colour: galley.design.looks.placeholder.sizeColour,
    trackingEm: 0,
    raiseEm: 0,
    dots: false,
  } as const
  const set = (text: string) => setParagraph(galley.pageText(text, style, 'centre'), width).lines
  const together = set(`${printed}　${wanted}`)
  return together.length === 1 ? together : [...set(printed), ...set(wanted)]
}

/** Text of a placeholder stands in the middle whatever captions do. */
function centring(line: Line): Pt {
  return line.text.style.align === 'centre' ? 0 : Math.max(0, (line.measure - line.width) / 2)
}

function panel(picture: object, { x, y, width, height }: Box, look: PlaceholderLook): PathMark {
  const { border } = look
  const half = border / 2
  return {
    kind: 'path',
    x,
    y,
    commands: rectangle(half, half, width - border, height - border),
    fill: inkOf(look.fill),
    stroke: border === 0 ? null : { colour: look.borderColour, width: border, dash: [] },
    owner: picture,
  }
}

export function rectangle(x: Pt, y: Pt, width: Pt, height: Pt): PathMark['commands'] {
  return [['M', x, y], ['L', x + width, y], ['L', x + width, y + height], ['L', x, y + height], ['Z']]
}

/** A small framed landscape: two hills and a sun. */
function sign(centre: Pt, y: Pt, { sign: h, signColour }: PlaceholderLook): PathMark {
  const w = h * 1.35
  const sun = circle(w * 0.3, h * 0.32, h * 0.1)
  const hills: PathMark['commands'] = [
    ['M', w * 0.06, h * 0.86],
    ['L', w * 0.36, h * 0.5],
    ['L', w * 0.52, h * 0.68],
    ['L', w * 0.72, h * 0.38],
    ['L', w * 0.94, h * 0.7],
    ['L', w * 0.94, h * 0.86],
    ['Z'],
  ]
  return {
    kind: 'path',
    x: centre - w / 2,
    y,
    commands: [...rectangle(0, 0, w, h), ...hills, ...sun],
    fill: null,
    stroke: { colour: signColour, width: 0.9, dash: [] },
    owner: null,
  }
}

/** A circle of four cubic arcs. */
export function circle(x: Pt, y: Pt, r: Pt): PathMark['commands'] {
  const k = 0.5523 * r
  return [
    ['M', x + r, y],
    ['C', x + r, y + k, x + k, y + r, x, y + r],
    ['C', x - k, y + r, x - r, y + k, x - r, y],
    ['C', x - r, y - k, x - k, y - r, x, y - r],
    ['C', x + k, y - r, x + r, y - k, x + r, y],
    ['Z'],
  ]
}
