import type { CombinedGlyph } from '../combined-glyphs.ts'
import type { FittedGlyph } from '../font.ts'
import type { BarePath } from './charstring.ts'
import { drawPaths, type PlacedPath } from './draw.ts'
import type { SubsetGlyph } from './write.ts'

/** Where glyphs that are drawn anew have their paths from. */
export interface DrawnFrom {
  readonly unitsPerEm: number
  /** null for one that has none. */
  path(glyph: number): BarePath | null
  partOf(glyph: number): number
  nominalWidth(part: number): number
  combinedOf(glyph: number): CombinedGlyph | undefined
}

/** Glyphs drawn anew: moved, with another advance, or several as one. */
export class Drawing {
  readonly #from: DrawnFrom

  constructor(from: DrawnFrom) {
    this.#from = from
  }

  /** null for a glyph of the font itself. */
  combined(glyph: number): SubsetGlyph | null {
    const combined = this.#from.combinedOf(glyph)
    return combined === undefined ? null : this.drawn(glyph, 0, combined.advanceEm)
  }

  fitted(glyph: number, { shift, width }: FittedGlyph): SubsetGlyph {
    return this.drawn(glyph, shift / 1000, width / 1000)
  }

  drawn(glyph: number, shiftEm: number, advanceEm: number): SubsetGlyph {
    const { unitsPerEm: em, combinedOf, path, partOf, nominalWidth } = this.#from
    const parts = combinedOf(glyph)?.parts ?? [{ glyph, dx: 0, dy: 0 }]
    const paths = parts.flatMap(({ glyph: one, dx, dy }): PlacedPath[] => {
      const found = path(one)
      return found === null
        ? []
        : [{ path: found, dx: Math.round((dx + shiftEm) * em), dy: Math.round(dy * em) }]
    })
    const part = partOf(parts[0]?.glyph ?? 0)
    return { program: drawPaths(Math.round(advanceEm * em) - nominalWidth(part), paths), part }
  }
}
