import { type CombinedGlyph, CombinedGlyphs, inkOfParts } from '../combined-glyphs.ts'
import type { FittedGlyph, FontFace, FontSubset, InkBox, PlacedGlyph, ShapedPiece } from '../font.ts'
import { CharacterMap } from './cmap.ts'
import { type FaceMeasures, readMeasures } from './descriptor.ts'
import { GlyphTable } from './glyphs.ts'
import { type PairKerning, readKern } from './kern.ts'
import { type FaceNames, readNames } from './names.ts'
import { FontFault, requiredTable, type Sfnt } from './sfnt.ts'
import { subsetTrueType } from './subset.ts'

/** How a face's glyphs are drawn: the only thing in which TrueType and CFF faces differ. */
export interface Outlines {
  readonly count: number
  /** Ink box in font units; null for an empty glyph. */
  ink(glyph: number): InkBox | null
  /** In font units, where they are not those of `hmtx`. */
  advance?(glyph: number): number
  /** Whether a glyph can be drawn. */
  sound(glyph: number): boolean
  readonly format: FontSubset['format']
  fetch(glyphs: readonly number[]): void
  /** `combinedOf` knows the glyphs of `COMBINED` and more; their parts are glyphs of the file. */
  subset(
    glyphs: readonly number[],
    fitted: readonly FittedGlyph[],
    combinedOf: (glyph: number) => CombinedGlyph | undefined,
  ): FontSubset
}

/** Outlines in `glyf`. */
export function trueTypeOutlines(sfnt: Sfnt, trusted = false): Outlines {
  const table = new GlyphTable(sfnt, trusted)
  const { view } = sfnt
  return {
    count: table.count,
    sound: (glyph) => table.sound(glyph),
    ink(glyph) {
      if (glyph >= table.count) return null
      table.fetch([glyph])
      const from = table.from(glyph)
      if (table.to(glyph) < from + 10 || from + 10 > view.byteLength) return null
      return {
        left: view.getInt16(from + 2),
        bottom: view.getInt16(from + 4),
        right: view.getInt16(from + 6),
        top: view.getInt16(from + 8),
      }
    },
    format: 'truetype',
    fetch: (glyphs) => table.fetch(glyphs),
    subset: (glyphs, fitted, combinedOf) => ({
      format: 'truetype',
      bytes: subsetTrueType(sfnt, table, glyphs, fitted, combinedOf),
    }),
  }
}

/** Number of entries of `hmtx` that have an advance, checked against the table's length. */
function countFullMetrics(sfnt: Sfnt, glyphs: number): number {
  const hhea = requiredTable(sfnt, 'hhea', 36)
  const full = sfnt.view.getUint16(hhea.offset + 34)
  const hmtx = requiredTable(sfnt, 'hmtx', 4)
  if (full === 0 || full > glyphs || hmtx.length < 4 * full + 2 * (glyphs - full)) throw new FontFault('hmtx')
  return full
}

/** A face read from its tables. Construction throws `FontFault`; look-ups never do. */
export class OpenTypeFace implements FontFace {
  readonly id: string
  readonly #sfnt: Sfnt
  readonly #outlines: Outlines
  readonly #measures: FaceMeasures
  readonly #characters: CharacterMap
  readonly #names: FaceNames
  readonly #kern: PairKerning | null
  readonly #hmtx: number
  readonly #fullMetrics: number
  readonly #combined = new CombinedGlyphs()
  readonly #shaper: ((text: string) => readonly ShapedPiece[] | null) | null

  /** `trusted` faces are our own files: their glyphs are not inspected before use. */
  constructor(
    id: string,
    sfnt: Sfnt,
    outlines: Outlines,
    trusted: boolean,
    shaper: OpenTypeFace['shape'] | null = null,
  ) {
    this.id = id
    this.#shaper = shaper
    this.#sfnt = sfnt
    this.#outlines = outlines
    this.#measures = readMeasures(sfnt)
    const { unitsPerEm } = this.#measures
    if (unitsPerEm < 16 || unitsPerEm > 16384) throw new FontFault('head')
    if (outlines.count === 0) throw new FontFault('maxp')
    const known = (glyph: number) => glyph < outlines.count
    this.#characters = new CharacterMap(
      sfnt,
      trusted ? known : (glyph) => known(glyph) && outlines.sound(glyph),
    )
    this.#names = readNames(sfnt)
    this.#kern = readKern(sfnt)
    this.#fullMetrics = countFullMetrics(sfnt, outlines.count)
    this.#hmtx = requiredTable(sfnt, 'hmtx').offset
  }

  get postScriptName(): string {
    return this.#names.postScript
  }

  get ascentEm(): number {
    return this.#measures.ascentEm
  }

  get descentEm(): number {
    return this.#measures.descentEm
  }

  get descriptor(): FontFace['descriptor'] {
    return this.#measures.descriptor
  }

  glyphOf(codePoint: number, variationSelector?: number): number {
    if (variationSelector === undefined) return this.#characters.glyphOf(codePoint)
    return this.#characters.variantOf(codePoint, variationSelector)
  }

  advanceEm(glyph: number): number {
    if (glyph >= this.#outlines.count) return this.#combined.get(glyph)?.advanceEm ?? 0
    const { advance } = this.#outlines
    if (advance !== undefined) return advance(glyph) / this.#measures.unitsPerEm
    const entry = glyph < this.#fullMetrics ? glyph : this.#fullMetrics - 1
    return this.#sfnt.view.getUint16(this.#hmtx + 4 * entry) / this.#measures.unitsPerEm
  }

  inkEm(glyph: number): InkBox | null {
    const combined = this.#combined.get(glyph)
    if (combined !== undefined) return inkOfParts(combined.parts, (part) => this.inkEm(part))
    const ink = this.#outlines.ink(glyph)
    if (ink === null) return null
    const em = this.#measures.unitsPerEm
    return { left: ink.left / em, bottom: ink.bottom / em, right: ink.right / em, top: ink.top / em }
  }

  kernEm(left: number, right: number): number {
    return this.#kern === null ? 0 : this.#kern(left, right) / this.#measures.unitsPerEm
  }

  combine(parts: readonly PlacedGlyph[], advanceEm: number): number {
    return this.#combined.add(parts, advanceEm)
  }

  shape(text: string): readonly ShapedPiece[] | null {
    const pieces = this.#shaper?.(text) ?? null
    const isSound = pieces?.every(({ parts }) => parts.every(({ glyph }) => this.#outlines.sound(glyph)))
    return isSound ? pieces : null
  }

  get format(): FontSubset['format'] {
    return this.#outlines.format
  }

  fetch(glyphs: readonly number[]): void {
    this.#outlines.fetch(glyphs)
  }

  subset(glyphs: readonly number[], fitted: readonly FittedGlyph[] = []): FontSubset {
    return this.#outlines.subset(glyphs, fitted, (glyph) => this.#combined.get(glyph))
  }
}
