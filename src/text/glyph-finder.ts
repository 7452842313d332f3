import { EmboldenedFace } from '../assets/emboldened-face.ts'
import type { FontFace, FontLibrary, ShapedPiece } from '../assets/font.ts'
import { packed } from '../base/packed.ts'
import type { TextStyle } from '../base/text-style.ts'
import type { Pt } from '../base/units.ts'
import { DASH, DIGIT, HAN, KINDS, LETTER, LINE_END, OTHER, SPACE, WIDE } from './clreq/kinds.ts'
import { isRightToLeft } from './complex-scripts.ts'
import { sequenceCode } from './emoji.ts'
import { dashGlyphs, ellipsisGlyphs, glyphOfKind, latinQuote, type SetGlyph } from './glyphs.ts'
import type { Cluster, ClusterGlyph } from './shaped-text.ts'

/** A glyph and whether the face wanted first had it: 0 yes, 1 another face did, 2 none does and 〓 stands for it. */
export interface FoundGlyph extends SetGlyph, Cluster {
  readonly substitute: 0 | 1 | 2
  /** A Han character of one em, as nearly all are, with its origin at its left edge. */
  readonly isEven: boolean
}

/** Identifies a character of a kind among others; negative, a pair of it. */
function glyphKey(codePoint: number, kind: number): number {
  return packed(codePoint, kind, KINDS)
}

/** The one place where they are made, so that all have their parts in one order. */
function foundGlyph(set: SetGlyph, text: string, substitute: 0 | 1 | 2): FoundGlyph {
  const { face, glyphs, advance, body, origin } = set
  return { text, font: face.id, glyphs, advance, face, body, origin, substitute, isEven: false }
}

/**
 * Finds and places the glyphs of one text style: the face by kind (digits and letters may have their own
 * family), the fallback chain, the placement of marks. Remembers what it found, so that a long text costs one
 * look-up a character.
 */
export class GlyphFinder {
  readonly style: TextStyle
  readonly #chinese: readonly FontFace[]
  readonly #latin: readonly FontFace[]
  readonly #fonts: FontLibrary
  readonly #found = new Map<number, FoundGlyph>()
  readonly #words = new Map<string, readonly FoundGlyph[] | null>()

  constructor(fonts: FontLibrary, style: TextStyle, latinFamily: string | null) {
    this.style = style
    this.#fonts = fonts
    this.#chinese = fonts.chain(style.family, style.weight)
    const latin = latinFamily === null ? [] : fonts.chain(latinFamily, style.weight)
    this.#latin = [...latin, ...this.#chinese]
  }

  /**
   * The pieces of a word whose letters join, stack or change places, in the order in which they are read: of the first
   * face that has and shapes them all, or null.
   */
  findWord(word: string): readonly FoundGlyph[] | null {
    const known = this.#words.get(word)
    if (known !== undefined) return known
    const found = this.#shapedWord(word)
    this.#words.set(word, found)
    return found
  }

  #shapedWord(word: string): readonly FoundGlyph[] | null {
    for (const face of this.#chinese) {
      if (face.shape === undefined || face.glyphOf(word.codePointAt(0) as number) === 0) continue
      const pieces = face.shape(word)
      if (pieces === null) continue
      const substitute = face === this.#chinese[0] || this.#isKin(face) ? 0 : 1
      return pieces.map((piece) => this.#shapedPiece(face, piece, substitute))
    }
    return null
  }

  #shapedPiece(face: FontFace, { text, parts, advanceEm }: ShapedPiece, substitute: 0 | 1): FoundGlyph {
    const [first] = parts
    const isPlain = parts.length === 1 && first?.dx === 0 && first.dy === 0
    const id =
      isPlain && face.advanceEm(first.glyph) === advanceEm ? first.glyph : face.combine(parts, advanceEm)
    const advance = advanceEm * this.style.size
    const toLeft = isRightToLeft(text.charCodeAt(0))
    const isOne = text.length === 1 || (!toLeft && !/\p{Mn}/u.test(text))
    const place = toLeft ? piecesToLeft : piecesToRight
    const glyphs = isOne ? [{ id, dx: 0, dy: 0 }] : place({ text, parts, advanceEm }, face, this.style.size)
    const found = foundGlyph({ face, glyphs, advance, body: advance, origin: 0 }, text, substitute)
    return toLeft ? { ...found, isRightToLeft: true } : found
  }

  /** A space between two words of such a face: of its width, and painted with them. */
  spaceOf(face: FontFace): FoundGlyph {
    const advance = (face.advanceEm(face.glyphOf(0x20)) || 0.25) * this.style.size
    return foundGlyph({ face, glyphs: [], advance, body: advance, origin: 0 }, ' ', 0)
  }

  /** Whether a stroke makes the bold of a family that the publication names; that of 楷体 is the program's own affair. */
  get isEmboldened(): boolean {
    return this.#chinese[0] instanceof EmboldenedFace
  }

  /** The glyph of a character with its kind; `selector` is a variation selector or 0. */
  find(codePoint: number, kind: number, selector = 0): FoundGlyph {
    if (selector !== 0) return this.#look(codePoint, kind, selector)
    const key = glyphKey(codePoint, kind)
    let glyph = this.#found.get(key)
    if (glyph === undefined) {
      glyph = this.#look(codePoint, kind, 0)
      this.#found.set(key, glyph)
    }
    return glyph
  }

  /** The one glyph of a flag or keycap; null for other texts, and where no font has it. */
  findSequence(text: string): FoundGlyph | null {
    const code = sequenceCode(text)
    if (code === 0) return null
    for (const face of this.#chinese) {
      const glyph = face.glyphOf(code)
      if (glyph !== 0) return foundGlyph(this.#placed(face, glyph, code, WIDE), text, 0)
    }
    return null
  }

  /** —— or …… as one cluster. */
  findPair(codePoint: number, kind: number): FoundGlyph {
    const key = -glyphKey(codePoint, kind)
    let pair = this.#found.get(key)
    if (pair === undefined) {
      const one = this.find(codePoint, kind)
      const id = one.glyphs[0]?.id ?? 0
      const make = kind === DASH ? dashGlyphs : ellipsisGlyphs
      pair = foundGlyph(make(one.face, id, this.style.size), one.text + one.text, one.substitute)
      this.#found.set(key, pair)
    }
    return pair
  }

  #look(codePoint: number, kind: number, selector: number): FoundGlyph {
    if (kind === HAN && selector === 0) {
      const han = this.#lookHan(codePoint)
      if (han !== null) return han
    }
    const text = String.fromCodePoint(codePoint)
    if (isInvisible(codePoint, kind)) return this.#invisible(text, kind)
    const faces = isLatinKind(kind) ? this.#latin : this.#chinese
    for (const face of faces) {
      const glyph = selector === 0 ? face.glyphOf(codePoint) : face.glyphOf(codePoint, selector)
      if (glyph === 0) continue
      const wanted = face === faces[0] || face === this.#chinese[0] || this.#isKin(face)
      return foundGlyph(this.#placed(face, glyph, codePoint, kind), text, wanted ? 0 : 1)
    }
    return selector !== 0 ? this.#look(codePoint, kind, 0) : this.#alike(text, codePoint, kind)
  }

  /** The Han that a compatibility ideograph or radical is only a form of (Unicode's decompositions); else what `missing` finds. */
  #alike(text: string, codePoint: number, kind: number): FoundGlyph {
    const plain = kind === HAN ? text.normalize('NFKC') : text
    const other = plain.codePointAt(0) as number
    if (plain === text || plain.length !== (other > 0xffff ? 2 : 1))
      return this.#missing(text, codePoint, kind)
    return { ...this.#look(other, kind, 0), text }
  }

  #isKin(face: FontFace): boolean {
    const { family, weight } = this.style
    return this.#fonts.kin?.(family, weight).has(face) ?? false
  }

  /** By far the most: a Han character that the face wanted has. */
  #lookHan(codePoint: number): FoundGlyph | null {
    const face = this.#chinese[0] as FontFace
    const id = face.glyphOf(codePoint)
    if (id === 0) return null
    const advance = face.advanceEm(id) * this.style.size
    const glyphs = [{ id, dx: 0, dy: 0 }]
    const text = String.fromCodePoint(codePoint)
    const isEven = advance === this.style.size
    return { text, font: face.id, glyphs, advance, face, body: advance, origin: 0, substitute: 0, isEven }
  }

  /** Spaces and format characters have width or none, but no glyph. */
  #invisible(text: string, kind: number): FoundGlyph {
    const face = this.#latin[0] as FontFace
    const codePoint = text.codePointAt(0) as number
    const glyph = face.glyphOf(codePoint) || face.glyphOf(0x20)
    const width = kind === SPACE ? face.advanceEm(glyph) * this.style.size : 0
    return foundGlyph({ face, glyphs: [], advance: width, body: width, origin: 0 }, text, 0)
  }

  #placed(face: FontFace, glyph: number, codePoint: number, kind: number): SetGlyph {
    const { size } = this.style
    if (kind === OTHER && LATIN_QUOTES.includes(codePoint)) return latinQuote(face, glyph, size)
    return glyphOfKind(face, glyph, size, kind, String.fromCodePoint(codePoint))
  }

  /** Another sign of the same look, 〓, or the face's own mark for what it lacks when it has not even that. */
  #missing(text: string, codePoint: number, kind: number): FoundGlyph {
    for (const stand of [...(ALIKE.get(codePoint) ?? []), GETA]) {
      for (const face of this.#chinese) {
        const glyph = face.glyphOf(stand)
        const substitute = stand === GETA ? 2 : 0
        if (glyph !== 0) return foundGlyph(this.#placed(face, glyph, stand, kind), text, substitute)
      }
    }
    return foundGlyph(this.#placed(this.#chinese[0] as FontFace, 0, codePoint, kind), text, 2)
  }
}

/**
 * Readers give a glyph that stands for a mark no width: so the ink is one glyph for the first character, and the others
 * have glyphs after it without ink or width.
 */
function piecesToRight({ text, parts, advanceEm }: ShapedPiece, face: FontFace, size: Pt): ClusterGlyph[] {
  const [first = '', ...others] = text
  const ink = { id: face.combine(parts, advanceEm), dx: 0, dy: 0, text: first }
  const empty = face.combine([], 0)
  return [ink, ...others.map((one) => ({ id: empty, dx: advanceEm * size, dy: 0, text: one }))]
}

/** Of a mark's glyph, so small that no reader misses it. */
const MARK_EM = 0.02

/**
 * Readers turn what runs from right to left, glyph by glyph, and part words at glyphs without width: so every character
 * has its share of the room, the last one first; the ink goes with the first.
 */
function piecesToLeft({ text, parts, advanceEm }: ShapedPiece, face: FontFace, size: Pt): ClusterGlyph[] {
  const [, ...others] = text
  const isMark = (one: string) => /\p{Mn}/u.test(one)
  const marks = others.filter(isMark).length
  const share = (advanceEm - marks * MARK_EM) / (others.length + 1 - marks)
  let at = 0
  const glyphs = others.reverse().map((one): ClusterGlyph => {
    const width = isMark(one) ? MARK_EM : share
    const glyph = { id: face.combine([], width), dx: at * size, dy: 0, text: one }
    at += width
    return glyph
  })
  const moved = parts.map((part) => ({ ...part, dx: part.dx - at }))
  return [
    ...glyphs,
    { id: face.combine(moved, advanceEm - at), dx: at * size, dy: 0, text: [...text][0] as string },
  ]
}

const GETA = 0x3013

/** “ ” ‘ ’. */
const LATIN_QUOTES = [0x201c, 0x201d, 0x2018, 0x2019]

/** Signs that look the same when placed anew: · from ・, — from ―, … from ⋯ and the other way. */
const ALIKE = new Map<number, readonly number[]>([
  [0xb7, [0x30fb, 0x2022, 0x2027]],
  [0x30fb, [0xb7, 0x2022]],
  [0x2027, [0xb7, 0x30fb]],
  [0x2014, [0x2015, 0x2500]],
  [0x2015, [0x2014]],
  [0x2e3a, [0x2014]],
  [0x2026, [0x22ef]],
  [0x22ef, [0x2026]],
  [0xff5e, [0x301c, 0x223c]],
  [0x301c, [0xff5e]],
  [0x2013, [0x2012, 0x2d]],
])

function isLatinKind(kind: number): boolean {
  return kind === LETTER || kind === DIGIT || kind === OTHER
}

/** Spaces, line ends, and format characters that nothing shows. */
function isInvisible(codePoint: number, kind: number): boolean {
  if (kind === SPACE || kind === LINE_END) return true
  if (codePoint === 0xad || codePoint === 0xfeff) return true
  return (
    (codePoint >= 0x200b && codePoint <= 0x200f) ||
    (codePoint >= 0x202a && codePoint <= 0x202e) ||
    (codePoint >= 0x2060 && codePoint <= 0x2064)
  )
}
