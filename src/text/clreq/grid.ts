import { COMMA, isClosing, OPENER, STOP, WIDE_DOT } from './kinds.ts'

/**
 * 纵横对齐 (clreq, grid alignment of Chinese and Western text; R61): every Han character and full-width mark stands in a cell
 * of one em, and what is not as wide as cells is given room at its ends up to whole cells. All lengths in em.
 */

/** Room at the ends of Latin together, at the least: so that it does not touch Han. */
const LEAST_PAD_EM = 0.125

/** What a gap beside Latin may be stretched to so that a line is full: clreq's half an em, and half as much again. */
const MOST_GAP_EM = 0.75

/** Widths that differ by less are the same. */
const CLOSE_EM = 0.01

/** How many cells something takes that is not as wide as cells; `touches` says whether Han stands beside it. */
export function cellsFor(width: number, touches: boolean): number {
  const cells = Math.max(1, Math.ceil(width - CLOSE_EM))
  return touches && cells - width < LEAST_PAD_EM ? cells + 1 : cells
}

/** Whether one more cell may be given to what has this much room at its ends. */
export function mayWiden(pad: number): boolean {
  return pad + 1 <= 2 * MOST_GAP_EM
}

/** What stands at one end of Latin: a line's edge, a mark, that has a blank of its own, or Han. */
export type Beside = 'edge' | 'mark' | 'han'

/** How much of its room stands before Latin: none at a line's edge and little beside marks (R58), else equal shares. */
export function padBefore(pad: number, before: Beside, after: Beside): number {
  if (before === 'edge') return 0
  if (after === 'edge') return pad
  if (before === after) return pad / 2
  const atHan = Math.min(pad, MOST_GAP_EM)
  return before === 'han' ? atHan : pad - atHan
}

/** A point that would begin a line hangs at the end of the one before (clreq: 、，。, in the grid all that pause). */
export function mayHangOnGrid(kind: number): boolean {
  return kind === COMMA || kind === STOP
}

/** Whether a mark takes a cell, its ink and its blank half of it each. */
export function isCellMark(kind: number): boolean {
  return kind === OPENER || isClosing(kind) || kind === WIDE_DOT
}
