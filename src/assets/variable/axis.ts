import type { Sfnt } from '../truetype/sfnt.ts'

/** The weight axis of a variable font (OpenType, `fvar`). */
export interface WeightAxis {
  readonly least: number
  readonly usual: number
  readonly most: number
}

/** null for a font that is not variable, or not in weight. */
export function weightAxis({ tables, view }: Sfnt): WeightAxis | null {
  const fvar = tables.get('fvar')
  if (fvar === undefined || fvar.length < 16) return null
  const start = fvar.offset + view.getUint16(fvar.offset + 4)
  const count = view.getUint16(fvar.offset + 8)
  const size = view.getUint16(fvar.offset + 10)
  for (
    let at = start;
    at < start + count * size && at + 20 <= fvar.offset + fvar.length;
    at += Math.max(size, 20)
  ) {
    if (view.getUint32(at) !== 0x77676874) continue
    const [least, usual, most] = [4, 8, 12].map((place) => view.getInt32(at + place) / 0x10000) as [
      number,
      number,
      number,
    ]
    return least <= usual && usual <= most ? { least, usual, most } : null
  }
  return null
}

/** A weight as near as the axis comes to it. */
export function clamped({ least, most }: WeightAxis, weight: number): number {
  return Math.min(Math.max(weight, least), most)
}
