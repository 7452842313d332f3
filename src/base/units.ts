/** Points, 1/72 inch. All lengths in the engine are plain numbers in pt unless their name ends in `Em`. */
export type Pt = number

/** The one tolerance of the layout, in pt. */
export const EPSILON = 0.01

/** Whether a length fits into a room, within {@link EPSILON}. */
export function fits(length: Pt, room: Pt): boolean {
  return length <= room + EPSILON
}

/** Millimetres to points. */
export function mm(length: number): Pt {
  return (length * 72) / 25.4
}
