import type { Outlines } from '../truetype/face.ts'
import { readNames } from '../truetype/names.ts'
import { FontFault, requiredTable, type Sfnt } from '../truetype/sfnt.ts'
import { barePath, type FlatGlyph, flatten } from './charstring.ts'
import { Drawing } from './drawing.ts'
import { readCff } from './font.ts'
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
      const drawing = new Drawing({
        unitsPerEm,
        path: (glyph) => (glyph < count ? barePath(font, glyph) : null),
        partOf: font.partOf,
        nominalWidth: (part) => font.parts[part]?.nominalWidth ?? 0,
        combinedOf,
      })
      const chosen = glyphs.map((glyph) => drawing.combined(glyph) ?? glyphOf(glyph))
      const made = fitted.map((one) => drawing.fitted(glyphs[one.source] ?? 0, one))
      return { format: 'cff', bytes: writeCff(font, postScript, [...chosen, ...made]) }
    },
  }
}
