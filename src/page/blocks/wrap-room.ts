import type { Pt } from '../../base/units.ts'
import type { FigureOf, ParagraphOf } from '../../content/block.ts'
import type { ShapedBlock, ShapedText } from '../../text/shaped-text.ts'
import { figureBox } from './figure.ts'
import { type Galley, lineAir, rowsFor } from './galley.ts'
import { wholeEms } from './geometry.ts'

/** Text beside a picture is at least this wide, and at least this far from it, in em (R75). */
const LEAST_MEASURE_EM = 8
const LEAST_GAP_EM = 1

/** Most width of a picture that has text beside it: half the measure. Null where too little text would remain. */
export function wrappedWidth(galley: Galley): { picture: Pt; text: Pt } | null {
  const em = galley.design.type.body.size
  const picture = galley.measure / 2
  const text = wholeEms(galley.measure - picture - LEAST_GAP_EM * em, em)
  return text + 0.01 < LEAST_MEASURE_EM * em ? null : { picture, text }
}

/** Width of the text beside a picture, which an upright one leaves more of. */
export function measureBeside(figure: FigureOf<ShapedText>, galley: Galley): Pt {
  const em = galley.design.type.body.size
  const { width } = figureBox(figure, galley.measure / 2, galley)
  return wholeEms(galley.measure - width - LEAST_GAP_EM * em, em)
}

/** Lines that a picture with text beside it takes, caption included. */
export function wrapRows(figure: FigureOf<ShapedText>, galley: Galley): number {
  const width = wrappedWidth(galley)
  if (width === null) return 0
  return rowsFor(lineAir(galley) * 1.6 + figureBox(figure, width.picture, galley).height, galley)
}

/** What no picture stands beside: notes of their own, and what belongs to a table. */
const APART: readonly string[] = ['note', 'footnote', 'table-title', 'table-unit', 'table-note']

/** Whether a block is text that runs on beside a picture; 落款 is none. */
export function runsBeside(block: ShapedBlock): block is ParagraphOf<ShapedText> {
  return block.kind === 'paragraph' && !block.signature && !APART.includes(block.role)
}
