import {
  CLOSER,
  COMMA,
  INTERPUNCT,
  isClosing,
  NARROW_CLOSER,
  NARROW_OPENER,
  OPENER,
  QUESTION,
  STOP,
  WIDE_DOT,
  WIDE_SPACE,
} from './kinds.ts'

/** 标点风格: every mark full width (全角式), only those that end a sentence (开明式), none (半角式). */
export type MarkStyle = 'full' | 'kaiming' | 'half'

/** The blank in front of a mark's ink at its full width, in em (GB/T 15834 clause 5.1; clreq §6.3.2). */
export function blankBefore(kind: number): number {
  if (kind === OPENER) return 0.5
  return kind === WIDE_DOT ? 0.25 : 0
}

/** The blank after a mark's ink at its full width, in em. */
export function blankAfter(kind: number): number {
  if (isClosing(kind)) return 0.5
  return kind === WIDE_DOT ? 0.25 : 0
}

/** What the style leaves of a mark's blank: all or nothing. */
export function keepsBlank(kind: number, style: MarkStyle): boolean {
  if (style === 'full') return true
  return style === 'kaiming' && (kind === STOP || kind === QUESTION)
}

/**
 * Whether an opening mark loses its blank to what stands before it (clreq §6.3.2.2; CSS Text 4,
 * fullwidth punctuation collapsing): another mark, whose own blank or ink is room enough.
 */
export function openerIsSqueezedBy(before: number): boolean {
  return (
    before === OPENER ||
    isClosing(before) ||
    before === WIDE_DOT ||
    before === INTERPUNCT ||
    before === WIDE_SPACE ||
    before === NARROW_OPENER
  )
}

/** Whether a closing mark or point loses its blank to what stands after it. */
export function closerIsSqueezedBy(after: number): boolean {
  return (
    isClosing(after) ||
    after === WIDE_DOT ||
    after === INTERPUNCT ||
    after === WIDE_SPACE ||
    after === NARROW_CLOSER
  )
}

/**
 * How many ？ and ！ stand together up to here. Two take one em together, three take two
 * (GB/T 15834 clause 5.1.2).
 */
export function questionsUpTo(kinds: ArrayLike<number>, at: number): number {
  let count = 0
  while (kinds[at - count] === QUESTION) count += 1
  return count
}

/** Classes of adjustable room in a line, in the order in which they shrink (clreq §6.2.2.3, R50). */
export const NO_ROOM = 0
export const WORD_SPACE = 1
const INTERPUNCT_ROOM = 2
const BRACKET_ROOM = 3
const COMMA_ROOM = 4
export const GAP_ROOM = 5
export const STOP_ROOM = 6

/** The class that a mark's blank shrinks with. */
export function roomOf(kind: number): number {
  if (kind === OPENER || kind === CLOSER) return BRACKET_ROOM
  if (kind === COMMA) return COMMA_ROOM
  if (kind === STOP || kind === QUESTION) return STOP_ROOM
  return kind === WIDE_DOT ? INTERPUNCT_ROOM : NO_ROOM
}

/** The marks that may hang beyond the right edge (行尾点号悬挂, clreq §6.1.3): 、，。 */
export function mayHang(kind: number, character: string): boolean {
  return kind === STOP || (kind === COMMA && (character === '，' || character === '、'))
}
