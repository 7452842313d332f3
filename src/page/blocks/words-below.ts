import type { Pt } from '../../base/units.ts'
import type { PictureOf } from '../../content/block.ts'
import type { Line } from '../../text/line.ts'
import { setParagraph } from '../../text/set-paragraph.ts'
import type { ShapedText } from '../../text/shaped-text.ts'
import type { Mark } from '../search/strip.ts'
import type { Box, Galley } from './galley.ts'
import { HAN_ASCENT_EM } from './geometry.ts'
import { wordsBelow } from './placeholder.ts'

/** Narrowest picture of a row, in em: a row that would be narrower is set as several. */
export const NARROWEST_PICTURE_EM = 4

/** Where words below a picture stand. */
type Slot = Pick<Box, 'x' | 'width'>

interface Words {
  readonly marks: Mark[]
  readonly height: Pt
}

/** Words of a placeholder that its box cannot hold, then the caption: one line below the other. */
export function textBelow(picture: PictureOf<ShapedText>, box: Box, slot: Slot, galley: Galley): Words {
  const foot = box.y + box.height
  const { placeholder, caption } = picture
  const rest = wordsUnder(placeholder, wordsBelow(picture, box, galley), slot, foot, galley, null)
  const own = wordsUnder(caption, captionLines(caption, slot.width), slot, foot + rest.height, galley)
  return { marks: [...rest.marks, ...own.marks], height: rest.height + own.height }
}

/** Lines of a text below a place, which belong to the text unless to another owner. */
export function wordsUnder(
  text: ShapedText | null,
  lines: readonly Line[],
  { x }: Slot,
  from: Pt,
  galley: Galley,
  owner: Mark['owner'] = text,
): Words {
  if (text === null || lines.length === 0) return { marks: [], height: 0 }
  const { captionGap, captionPitch } = galley.design.looks.picture
  const { size } = text.style
  const marks = lines.map<Mark>((line, index) => {
    const top = from + captionGap + index * captionPitch * size
    return { kind: 'text', line, x, y: top + HAN_ASCENT_EM * size, owner }
  })
  return { marks, height: captionGap + size + (lines.length - 1) * captionPitch * size }
}

/** A caption of a very narrow picture is not narrower than a few characters. */
export function captionLines(caption: ShapedText | null, width: Pt): readonly Line[] {
  return caption
    ? setParagraph(caption, Math.max(width, NARROWEST_PICTURE_EM * caption.style.size)).lines
    : []
}
