import type { BarePath } from './charstring.ts'

/** A path and where its origin is moved to, in font units. */
export interface PlacedPath {
  readonly path: BarePath
  readonly dx: number
  readonly dy: number
}

const RMOVETO = 21
const ENDCHAR = 14
const MAX_PROGRAM = 65_535

/** A number as a Type 2 program writes it (Technical Note 5177, 3.2); fractions to 1/65536. */
export function operand(value: number): number[] {
  const fixed = Math.round(value * 0x10000)
  if (fixed % 0x10000 !== 0)
    return [255, fixed >>> 24, (fixed >> 16) & 0xff, (fixed >> 8) & 0xff, fixed & 0xff]
  const whole = fixed / 0x10000
  if (whole >= -107 && whole <= 107) return [whole + 139]
  if (whole >= 108 && whole <= 1131) return [247 + ((whole - 108) >> 8), (whole - 108) & 0xff]
  if (whole >= -1131 && whole <= -108) return [251 + ((-whole - 108) >> 8), (-whole - 108) & 0xff]
  return [28, (whole >> 8) & 0xff, whole & 0xff]
}

/**
 * A program that draws these paths, each at its place, without hints. `width` is in font units, told from the nominal
 * width of the glyph's part. A glyph too long for a program is empty.
 */
export function drawPaths(width: number, paths: readonly PlacedPath[]): Uint8Array {
  const pieces: (readonly number[] | Uint8Array)[] = [operand(width)]
  let x = 0
  let y = 0
  for (const { path, dx, dy } of paths) {
    if (path.program.length === 0) continue
    const { start, end } = path
    pieces.push([...operand(dx + start.x - x), ...operand(dy + start.y - y), RMOVETO], path.program)
    x = dx + end.x
    y = dy + end.y
  }
  pieces.push([ENDCHAR])
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0)
  if (length > MAX_PROGRAM) return Uint8Array.from([...operand(width), ENDCHAR])
  const program = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    program.set(piece, at)
    at += piece.length
  }
  return program
}
