import type { FittedGlyph, FontFace, FontSubset, InkBox, PlacedGlyph, ShapedPiece } from './font.ts'

/** Thick enough to be told from the regular of a 宋体 or 仿宋, thin enough to leave the white in 赢 and 疆 open. */
export const STROKE_EM = 0.03

/**
 * A face's bold where its family has none (合成粗体): the same glyphs and advances, painted with a stroke along their
 * outlines.
 */
export class EmboldenedFace implements FontFace {
  readonly id: string
  readonly strokeEm = STROKE_EM
  readonly #face: FontFace

  constructor(face: FontFace) {
    this.#face = face
    this.id = `${face.id}-emboldened`
  }

  get postScriptName(): string {
    return this.#face.postScriptName
  }

  get ascentEm(): number {
    return this.#face.ascentEm
  }

  get descentEm(): number {
    return this.#face.descentEm
  }

  get descriptor(): FontFace['descriptor'] {
    return this.#face.descriptor
  }

  get format(): FontSubset['format'] {
    return this.#face.format
  }

  glyphOf(codePoint: number, variationSelector?: number): number {
    return this.#face.glyphOf(codePoint, variationSelector)
  }

  advanceEm(glyph: number): number {
    return this.#face.advanceEm(glyph)
  }

  inkEm(glyph: number): InkBox | null {
    return this.#face.inkEm(glyph)
  }

  kernEm(left: number, right: number): number {
    return this.#face.kernEm(left, right)
  }

  combine(parts: readonly PlacedGlyph[], advanceEm: number): number {
    return this.#face.combine(parts, advanceEm)
  }

  shape(text: string): readonly ShapedPiece[] | null {
    return this.#face.shape?.(text) ?? null
  }

  fetch(glyphs: readonly number[]): void {
    this.#face.fetch(glyphs)
  }

  subset(glyphs: readonly number[], fitted: readonly FittedGlyph[] = []): FontSubset {
    return this.#face.subset(glyphs, fitted)
  }
}
