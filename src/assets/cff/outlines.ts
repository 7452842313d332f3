import type { CombinedGlyph } from '../combined-glyphs.ts'
import type { FittedGlyph } from '../font.ts'
import type { Outlines } from '../truetype/face.ts'
import { readNames } from '../truetype/names.ts'
import { FontFault, requiredTable, type Sfnt } from '../truetype/sfnt.ts'
import { barePath, type FlatGlyph, flatten } from './charstring.ts'
import { drawPaths, type PlacedPath } from './draw.ts'
import { type CffFont, readCff } from './font.ts'
import { type SubsetGlyph, writeCff } from './write.ts'

/** A glyph that draws nothing. */
const EMPTY_PROGRAM = new Uint8Array([14])

/** Outlines in `CFF ` (OpenType with PostScript outlines). Throws `FontFault` or `RangeError`. */
export function cffOutlines(sfnt: Sfnt): Outlines {
  const font = readCff(sfnt)
  const count = sfnt.view.getUint16(requiredTable(sfnt, 'maxp', 6).offset + 4)
  if (count !== font.charStrings.count) throw new FontFault('CFF CharStrings')
  const known = new Map<number, FlatGlyph | null>()
  const flat = (glyph: number): FlatGlyph | null => {
    if (glyph >= count) return null
    const found = known.get(glyph)
    if (found !== undefined) return found
    const made = flatten(font, glyph)
    known.set(glyph, made)
    return made
  }
  const { postScript } = readNames(sfnt)
  const unitsPerEm = sfnt.view.getUint16(requiredTable(sfnt, 'head', 54).offset + 18)
  const glyphOf = (glyph: number): SubsetGlyph => {
    const program = flat(glyph)?.program
    return program === undefined ? { program: EMPTY_PROGRAM, part: 0 } : { program, part: font.partOf(glyph) }
  }
  return {
    count,
    sound: (glyph) => flat(glyph) !== null,
    ink: (glyph) => flat(glyph)?.box ?? null,
    format: 'cff',
    fetch: () => {},
    subset(glyphs, fitted, combinedOf) {
      const drawing = new Drawing(font, unitsPerEm, combinedOf)
      const chosen = glyphs.map((glyph) => drawing.combined(glyph) ?? glyphOf(glyph))
      const made = fitted.map((one) => drawing.fitted(glyphs[one.source] ?? 0, one))
      return { format: 'cff', bytes: writeCff(font, postScript, [...chosen, ...made]) }
    },
  }
}

/** Glyphs drawn anew: moved, with another advance, or several as one. */
class Drawing {
  readonly #font: CffFont
  readonly #unitsPerEm: number
  readonly #combinedOf: (glyph: number) => CombinedGlyph | undefined

  constructor(font: CffFont, unitsPerEm: number, combinedOf: (glyph: number) => CombinedGlyph | undefined) {
    this.#font = font
    this.#unitsPerEm = unitsPerEm
    this.#combinedOf = combinedOf
  }

  /** null for a glyph of the font itself. */
  combined(glyph: number): SubsetGlyph | null {
    const combined = this.#combinedOf(glyph)
    return combined === undefined ? null : this.#drawn(glyph, 0, combined.advanceEm)
  }

  fitted(glyph: number, { shift, width }: FittedGlyph): SubsetGlyph {
    return this.#drawn(glyph, shift / 1000, width / 1000)
  }

  #drawn(glyph: number, shiftEm: number, advanceEm: number): SubsetGlyph {
    const parts = this.#combinedOf(glyph)?.parts ?? [{ glyph, dx: 0, dy: 0 }]
    const em = this.#unitsPerEm
    const paths = parts.flatMap(({ glyph: part, dx, dy }): PlacedPath[] => {
      const path = part < this.#font.charStrings.count ? barePath(this.#font, part) : null
      return path === null ? [] : [{ path, dx: Math.round((dx + shiftEm) * em), dy: Math.round(dy * em) }]
    })
    const part = this.#font.partOf(parts[0]?.glyph ?? 0)
    const width = Math.round(advanceEm * em) - (this.#font.parts[part]?.nominalWidth ?? 0)
    return { program: drawPaths(width, paths), part }
  }
}
