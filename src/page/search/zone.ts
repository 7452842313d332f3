import type { FlowElement } from './elements.ts'

/** A stretch of the document with one number of columns and nothing across them (分段). */
export interface Zone {
  readonly flow: readonly FlowElement[]
  readonly columns: number
  /** Begins on a fresh page. */
  readonly startsPage: boolean
  /** How its last columns end: level, or filled one after the other. */
  readonly closes: 'balanced' | 'filled'
  /** Lines of the next zone that must stand below it on its page (a headline across the columns). */
  readonly keepNext: number
  /** Stands at the foot of its page (报尾). */
  readonly foot: boolean
  /** At the foot of an even page. */
  readonly evenPage?: true
  /** Pictures across the columns met in the flow, in order. */
  readonly inserts: readonly Insert[]
  /** Lines left empty above it where another zone ends on its page. */
  readonly gap: number
  /** Headings across the columns, and nothing else. */
  readonly headings: boolean
  /** Set by another zone that has it as an insert. */
  readonly inserted: boolean
  /** Stands above the first lines of some of its columns. */
  readonly notch?: Notch
}

/** What stands across the first or last two of three columns at a zone's head (跨两栏). */
export interface Notch {
  /** The first of its columns and the one after its last. */
  readonly from: number
  readonly to: number
  readonly rows: number
}

/** Lines that it takes of a column. */
export function notchRows(notch: Notch | undefined, column: number): number {
  return notch && column >= notch.from && column < notch.to ? notch.rows : 0
}

/** A picture across the columns (通栏图): stands where it was met, or at the next head or foot of a page. */
export interface Insert {
  /** The element before which it was met. */
  readonly element: number
  /** The zone that holds it. */
  readonly zone: number
  readonly rows: number
  /** Which of its zone's settings. */
  readonly setting: number
  readonly group: string
  /** Elements of its article after it, before which it may stand instead. */
  readonly later: number
  /** Elements of its article before it, above which it may stand instead: not above its first paragraph. */
  readonly earlier: number
  /** Marked by the editor. */
  readonly placed: boolean
}
