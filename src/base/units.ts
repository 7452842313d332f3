/** Points, 1/72 inch. All lengths in the engine are plain numbers in pt unless their name ends in `Em`. */
export type Pt = number

/** Millimetres to points. */
export function mm(length: number): Pt {
  return (length * 72) / 25.4
}
