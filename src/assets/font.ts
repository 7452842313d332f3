/** A glyph's ink box in em, y up from the baseline. */
export interface InkBox {
  readonly left: number
  readonly bottom: number
  readonly right: number
  readonly top: number
}

/**
 * One font face as layout sees it (字体). All lengths in em of the face; glyph 0 is `.notdef`.
 * Methods are pure look-ups and safe to call millions of times.
 */
export interface FontFace {
  /** Stable and independent of where the file lies: the same file gives the same id on every machine. */
  readonly id: string
  readonly postScriptName: string
  /** The em box: 0.88 and −0.12 for the built-in faces. Their difference is 1; y up, so descent is negative. */
  readonly ascentEm: number
  readonly descentEm: number
  /** 0 when the face lacks the character. A variation selector may be given with its base. */
  glyphOf(codePoint: number, variationSelector?: number): number
  advanceEm(glyph: number): number
  inkEm(glyph: number): InkBox | null
  /** Pair kerning between two Latin glyphs, in em; 0 where there is none. */
  kernEm(left: number, right: number): number
  /**
   * One glyph drawn by several, of this advance: a number of its own (`COMBINED` or more) that only its parts decide.
   * It is measured, painted and cut into subsets like any other.
   */
  combine(parts: readonly PlacedGlyph[], advanceEm: number): number
  /**
   * A word of a script whose letters join, stack or change places, in the order in which it is read: one piece, or one a
   * letter where it runs from right to left. null where the face cannot; absent where it was not opened for that.
   */
  shape?(text: string): readonly ShapedPiece[] | null
  /** What a PDF font descriptor needs; lengths in 1/1000 em. */
  readonly descriptor: {
    readonly bbox: readonly [number, number, number, number]
    readonly ascent: number
    readonly descent: number
    readonly capHeight: number
    readonly italicAngle: number
    readonly stemV: number
    readonly serif: boolean
    /** OS/2 fsType: whether the foundry lets the font be embedded. */
    readonly embedding: 'installable' | 'editable' | 'preview' | 'whole' | 'restricted'
  }
  /** In em: the stroke that is drawn around its glyphs to make them bold, half of it inside; none when absent or 0. */
  readonly strokeEm?: number
  /** What its subsets are. */
  readonly format: FontSubset['format']
  /** Reads what is needed of these glyphs in one go, where the file is read in part. */
  fetch(glyphs: readonly number[]): void
  /**
   * A font file of just these glyphs, renumbered 0…n−1 in the order given, then those made of them;
   * `glyphs[0]` is 0. Same input, same bytes.
   */
  subset(glyphs: readonly number[], fitted?: readonly FittedGlyph[]): FontSubset
}

/** A piece of a shaped word that is never divided. */
export interface ShapedPiece {
  /** Its characters as typed. */
  readonly text: string
  readonly parts: readonly PlacedGlyph[]
  readonly advanceEm: number
}

/** One part of a combined glyph and where its origin lies, in em. */
export interface PlacedGlyph {
  readonly glyph: number
  readonly dx: number
  readonly dy: number
}

/** The least number of a combined glyph; those of a file are less. */
export const COMBINED = 0x10000

/** A glyph made of another one, with more or less room beside it. */
export interface FittedGlyph {
  /** Place of the other among the glyphs asked for. */
  readonly source: number
  /** In 1/1000 em: where its ink moves to, and the whole advance. */
  readonly shift: number
  readonly width: number
}

export interface FontSubset {
  readonly format: 'truetype' | 'cff'
  readonly bytes: Uint8Array
}

/** The faces a publication may use. */
export interface FontLibrary {
  /**
   * Faces to try for a family at a weight, best first, the fallback chain after it; never empty. Where a family
   * has no bold, its regular face serves with a stroke along its outlines (`strokeEm`).
   */
  chain(family: string, weight: 'regular' | 'bold'): readonly FontFace[]
  /** Those of the chain that nobody need be told of: of the family's own look, or named by the publication. */
  kin?(family: string, weight: 'regular' | 'bold'): ReadonlySet<FontFace>
  /** Whether the family is a built-in one or named by the publication. */
  has(family: string): boolean
  /** By `FontFace.id`, for the painters. */
  face(id: string): FontFace
}

/** A glyph as a path to fill: SVG's path data with y up; '' for one that draws nothing. */
export type GlyphPath = string

/** The outlines of a face's glyphs, in the order given; coordinates are whole units, so many of which an em has. */
export type GlyphOutlines = (
  face: FontFace,
  glyphs: readonly number[],
) => { readonly paths: readonly GlyphPath[]; readonly unitsPerEm: number }
