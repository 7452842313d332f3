import type { FontLibrary, GlyphOutlines } from '../../assets/font.ts'
import type { Furniture } from '../../content/content.ts'
import type { Design } from '../../design/design.ts'
import { ownWidth } from '../blocks/line-ends.ts'
import { oneLine, type PageText } from '../blocks/page-text.ts'
import type { Mark } from '../search/strip.ts'
import { drawnLine, type Point } from './drawn-line.ts'

/** What words are drawn with. */
interface Drawing {
  readonly fonts: FontLibrary
  readonly outlines?: GlyphOutlines | undefined
  readonly pageText: PageText
}

/**
 * 水印: words across the page, rising to the right, below everything. They are drawn and not set, so that nobody finds or
 * copies them with the text. Nothing without outlines.
 */
export function watermarkMarks(
  design: Design,
  watermark: Furniture['watermark'],
  { fonts, outlines, pageText }: Drawing,
): readonly Mark[] {
  const text = watermark && pageText(watermark.text, watermark.style)
  const line = text && oneLine(text)
  if (!line || outlines === undefined) return []
  const { angle, part, most, colour } = design.looks.watermark
  const { width, height } = design.page
  const em = line.text.style.size
  const long = ownWidth(line)
  const turn = (angle * Math.PI) / 180
  const room = Math.min(width / Math.cos(turn), height / Math.sin(turn)) * part
  const scale = Math.min(room / (long + 0.5 * em), most / em)
  const place = turnedAbout(
    turn,
    scale,
    [width / 2, height / 2],
    [(line.xs[0] ?? 0) + long / 2, -MIDDLE_EM * em],
  )
  const commands = drawnLine(line, { fonts, outlines }, place)
  return [{ kind: 'path', x: 0, y: 0, commands, fill: colour, stroke: null, owner: null }]
}

/** Middle of a Han character above its baseline. */
const MIDDLE_EM = 0.38

/** Moves a point so that `centre` comes to the page's, made larger and turned about it counter-clockwise. */
function turnedAbout(
  turn: number,
  scale: number,
  [pageX, pageY]: Point,
  [x0, y0]: Point,
): (point: Point) => Point {
  const cos = Math.cos(turn) * scale
  const sin = Math.sin(turn) * scale
  return ([x, y]) => [
    rounded(pageX + (x - x0) * cos + (y - y0) * sin),
    rounded(pageY - (x - x0) * sin + (y - y0) * cos),
  ]
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10
}
