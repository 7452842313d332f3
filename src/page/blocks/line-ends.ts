import type { Pt } from '../../base/units.ts'
import type { Line } from '../../text/line.ts'
import { setParagraph } from '../../text/set-paragraph.ts'
import type { ShapedText } from '../../text/shaped-text.ts'
import type { Mark } from '../search/strip.ts'
import { HAN_ASCENT_EM } from './geometry.ts'
import { wholeLine } from './page-text.ts'

/** Marks from the top of their first line's em box. */
export interface LineEnds {
  readonly marks: readonly Mark[]
  readonly height: Pt
}

/** Least room between the two texts, and distance of turned lines, in em. */
const BETWEEN_EM = 1
const PITCH_EM = 1.4

/** Where a line's texts stand: from the left end of `width`, which begins at `left`. */
interface Room {
  readonly left: Pt
  readonly width: Pt
}

/**
 * Two texts at the two ends of one line (密级与份号, 编发单位与日期). Too wide together, the left one turns and the right
 * one stands at the end of its last line, or below it.
 */
export function lineEnds(left: ShapedText | null, right: ShapedText | null, room: Room): LineEnds {
  const size = Math.max(left?.style.size ?? 0, right?.style.size ?? 0)
  const one = left && wholeLine(left)
  const other = right && wholeLine(right)
  const between = left && right ? BETWEEN_EM * size : 0
  const fits =
    (left === null || one !== null) &&
    (right === null || other !== null) &&
    ownWidth(one) + ownWidth(other) + between <= room.width
  const begin = fits ? lines(one) : left ? setParagraph(left, room.width).lines : []
  const end = fits ? lines(other) : right ? setParagraph(right, room.width).lines : []
  const beside =
    begin.length === 0 ||
    (end.length === 1 && ownWidth(begin[begin.length - 1]) + ownWidth(end[0]) + between <= room.width)
  const from = begin.length - (beside && begin.length > 0 ? 1 : 0)
  const pitch = PITCH_EM * size
  return {
    marks: [
      ...begin.map((line, at) => lineAt(line, room.left, at * pitch, left as ShapedText)),
      ...end.map((line, at) =>
        lineAt(line, room.left + room.width - ownWidth(line), (from + at) * pitch, right as ShapedText),
      ),
    ],
    height: size === 0 ? 0 : size + (Math.max(begin.length, from + end.length) - 1) * pitch,
  }
}

function lines(line: Line | null): readonly Line[] {
  return line ? [line] : []
}

/** Width of a line from its first glyph on: text set at the right begins far from its measure's left end. */
export function ownWidth(line: Line | null | undefined): Pt {
  return line ? line.width - (line.xs[0] ?? 0) : 0
}

/** A line whose em box begins at `top`, in its own place whatever its alignment. */
export function lineAt(line: Line, x: Pt, top: Pt, owner: ShapedText): Mark {
  return {
    kind: 'text',
    line,
    x: x - (line.xs[0] ?? 0),
    y: top + HAN_ASCENT_EM * owner.style.size,
    owner,
  }
}
