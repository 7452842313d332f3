import type { Pt } from '../../base/units.ts'

/** Where a point of the picture as stored comes to lie when upright: u = a·s + b·t + c, v = d·s + e·t + f; t and v downwards. */
type Turn = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

/** EXIF orientations 1–8 (Exif 2.32, tag 0x0112). */
const TURNS: readonly Turn[] = [
  [1, 0, 0, 0, 1, 0],
  [-1, 0, 1, 0, 1, 0],
  [-1, 0, 1, 0, -1, 1],
  [1, 0, 0, 0, -1, 1],
  [0, 1, 0, 1, 0, 0],
  [0, -1, 1, 1, 0, 0],
  [0, -1, 1, -1, 0, 1],
  [0, 1, 0, -1, 0, 1],
]

/** The matrix that puts the unit square of an image XObject, as stored, upright into a box (`y` its top, upwards). */
export function imageMatrix(
  orientation: number,
  box: { readonly x: Pt; readonly y: Pt; readonly width: Pt; readonly height: Pt },
): readonly number[] {
  const [a, b, c, d, e, f] = TURNS[orientation - 1] ?? (TURNS[0] as Turn)
  // In the unit square the picture's top is at 1: t = 1 − y.
  return [
    a * box.width,
    -d * box.height,
    -b * box.width,
    e * box.height,
    box.x + (b + c) * box.width,
    box.y - (e + f) * box.height,
  ]
}
