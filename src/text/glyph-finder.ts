import type { FontFace, FontLibrary } from '../assets/font.ts'
import type { TextStyle } from '../base/text-style.ts'
import { DASH, DIGIT, ELLIPSIS, LETTER, OTHER } from './clreq/kinds.ts'
import { dashGlyphs, ellipsisGlyphs, glyphOfKind, latinQuote, type SetGlyph } from './glyphs.ts'

/** A glyph and whether the face wanted first had it: 0 yes, 1 another face did, 2 none does and 〓 stands for it. */
export interface FoundGlyph extends SetGlyph {
  readonly substitute: 0 | 1 | 2
}

const GETA = 0x3013

/**
 * Finds and places the glyphs of one text style: the face by kind (digits and letters may have their own
 * family), the fallback chain, the placement of marks. Remembers what it found, so that a long text costs one
 * look-up a character.
 */
export class GlyphFinder {
  readonly style: TextStyle
  private readonly chinese: readonly FontFace[]
  private readonly latin: readonly FontFace[]
  private readonly found = new Map<number, FoundGlyph>()

  constructor(fonts: FontLibrary, style: TextStyle, latinFamily: string | null) {
    this.style = style
    this.chinese = fonts.chain(style.family, style.weight)
    const latin = latinFamily === null ? [] : fonts.chain(latinFamily, style.weight)
    this.latin = [...latin, ...this.chinese]
  }

  /** The glyph of a character with its kind; `selector` is a variation selector or 0. */
  find(codePoint: number, kind: number, selector = 0): FoundGlyph {
    if (selector !== 0) return this.look(codePoint, kind, selector)
    const key = codePoint * 32 + kind
    let glyph = this.found.get(key)
    if (glyph === undefined) {
      glyph = this.look(codePoint, kind, 0)
      this.found.set(key, glyph)
    }
    return glyph
  }

  /** —— or …… as one cluster. */
  findPair(codePoint: number, kind: number): FoundGlyph {
    const key = -(codePoint * 32 + kind)
    let pair = this.found.get(key)
    if (pair === undefined) {
      const one = this.find(codePoint, kind)
      const id = one.glyphs[0]?.id ?? 0
      const make = kind === DASH ? dashGlyphs : ellipsisGlyphs
      pair = { ...make(one.face, id, this.style.size), substitute: one.substitute }
      this.found.set(key, pair)
    }
    return pair
  }

  private look(codePoint: number, kind: number, selector: number): FoundGlyph {
    const latin = kind === LETTER || kind === DIGIT || kind === OTHER
    const faces = latin ? this.latin : this.chinese
    for (const [index, face] of faces.entries()) {
      const glyph = selector === 0 ? face.glyphOf(codePoint) : face.glyphOf(codePoint, selector)
      if (glyph !== 0)
        return this.placed(
          face,
          glyph,
          codePoint,
          kind,
          index === 0 || (latin && face === this.chinese[0]) ? 0 : 1,
        )
    }
    if (selector !== 0) return this.look(codePoint, kind, 0)
    return this.missing(codePoint, kind)
  }

  private placed(
    face: FontFace,
    glyph: number,
    codePoint: number,
    kind: number,
    substitute: 0 | 1 | 2,
  ): FoundGlyph {
    const { size } = this.style
    const quote =
      kind === OTHER &&
      (codePoint === 0x201c || codePoint === 0x201d || codePoint === 0x2018 || codePoint === 0x2019)
    if (quote) return { ...latinQuote(face, glyph, size), substitute }
    return { ...glyphOfKind(face, glyph, size, kind, String.fromCodePoint(codePoint)), substitute }
  }

  /** 〓, or the face's own mark for what it lacks when it has not even that. */
  private missing(codePoint: number, kind: number): FoundGlyph {
    const bases = kind === ELLIPSIS || kind === DASH ? [codePoint === 0x22ef ? 0x2026 : 0x22ef, GETA] : [GETA]
    for (const base of bases) {
      for (const face of this.chinese) {
        const glyph = face.glyphOf(base)
        if (glyph !== 0) return this.placed(face, glyph, base, kind, base === GETA ? 2 : 1)
      }
    }
    return this.placed(this.chinese[0] as FontFace, 0, codePoint, kind, 2)
  }
}
