import type { Pt } from '../../base/units.ts'
import type { Line, Measure } from '../../text/line.ts'
import { fillLine } from '../../text/set-paragraph.ts'
import type { ShapedText } from '../../text/shaped-text.ts'
import { partOf } from './text-part.ts'

/** After these a credit may turn: between units and between people, and else after a unit's name. */
const BETWEEN = /^[、，；,;]$/
const AFTER_UNIT = /^[\s　]$/

/** More than the rounding of a width, less than any character. */
const ROUNDING: Pt = 0.01

/** A credit too long for one line turns between units or people, never inside a name (R78). */
export function creditLines(text: ShapedText, measure: Measure): readonly Line[] {
  const full = (index: number) => (typeof measure === 'number' ? measure : measure(index))
  const lines: Line[] = []
  for (let from = 0; from < text.items.count; from = (lines.at(-1) as Line).to) {
    const at = lines.length
    const line = fillLine(text, from, at, full(at))
    const turned = line.to < text.items.count ? turnedMeasure(line) : line.measure
    lines.push(turned < line.measure ? fillLine(text, from, at, turned) : line)
  }
  return lines.map((line, index) => movedRight(line, full(index) - line.measure))
}

/** The measure at which a line ends after its last place to turn; its own where it has none. */
function turnedMeasure(line: Line): Pt {
  const { text, from, to, xs } = line
  const characters = text.clusters.slice(from, to).map((cluster) => cluster.text)
  const between = characters.findLastIndex((one) => BETWEEN.test(one))
  const last = between > 0 ? between : characters.findLastIndex((one) => AFTER_UNIT.test(one))
  if (last <= 0 || last === characters.length - 1) return line.measure
  const width = (xs[last + 1] as Pt) - (xs[0] as Pt)
  const { startIndentEm, endIndentEm, size } = text.style
  return width + (startIndentEm + endIndentEm) * size + ROUNDING
}

function movedRight(line: Line, by: Pt): Line {
  if (by === 0 || line.text.style.align !== 'right') return line
  return { ...line, xs: line.xs.map((x) => x + by), width: line.width + by, measure: line.measure + by }
}

/** A brief's words, and its credit at their end; null where it has none. */
export interface CreditedText {
  readonly words: ShapedText
  readonly credit: ShapedText | null
}

/** The text parted before the last `length` UTF-16 units; the credit with its room at the right, in em. */
export function parted(text: ShapedText, length: number, endIndentEm: number): CreditedText {
  let at = text.clusters.length
  for (let left = length; left > 0 && at > 0; at -= 1) left -= (text.clusters[at - 1]?.text ?? '').length
  if (length === 0 || at === 0) return { words: text, credit: null }
  const credit = partOf(text, at, text.clusters.length)
  return {
    words: partOf(text, 0, at),
    credit: {
      ...credit,
      style: { ...text.style, align: 'right', firstIndentEm: 0, endIndentEm },
    },
  }
}

/** Least room between a brief's last words and its credit in one line, in em. */
const LEAST_BETWEEN_EM = 0.5

/**
 * The lines of a brief, each row's own: its credit stands at the right of the last row where it has room there
 * whole, else in rows of its own.
 */
export function creditedRows(words: readonly Line[], credit: ShapedText, measure: Pt): (readonly Line[])[] {
  const own = creditLines(credit, measure)
  const [first] = own
  const last = words[words.length - 1]
  const rows = words.map((line) => [line])
  if (!first || !last) return [...rows, ...own.map((line) => [line])]
  const room = (first.xs[0] ?? 0) - last.width
  const fits = own.length === 1 && room >= LEAST_BETWEEN_EM * credit.style.size
  return fits ? [...rows.slice(0, -1), [last, first]] : [...rows, ...own.map((line) => [line])]
}
