import type { FontFace, FontLibrary } from '../assets/font.ts'
import { CLOSING_QUOTE, INTERPUNCT, isWideKind, kindOf, MARK, OPENING_QUOTE } from './clreq/kinds.ts'

/** Advance of a character in em; what a case may give instead of the plain rule. */
export type AdvanceOf = (character: string) => number | undefined

/**
 * A library without font files, for measuring alone: Han and full-width marks one em, combining marks none,
 * every other character half an em. Glyph ids are code points.
 */
export function plainMeasure(advanceOf: AdvanceOf = () => undefined): FontLibrary {
  const face = plainFace(advanceOf)
  return { chain: () => [face], has: () => true, face: () => face }
}

function plainFace(advanceOf: AdvanceOf): FontFace {
  return {
    id: 'plain',
    postScriptName: 'Plain',
    ascentEm: 0.88,
    descentEm: 0.12,
    glyphOf: (codePoint) => codePoint,
    advanceEm: (glyph) => advanceOf(String.fromCodePoint(glyph)) ?? plainAdvance(glyph),
    inkEm: () => null,
    kernEm: () => 0,
    combine: (parts) => parts[0]?.glyph ?? 0,
    descriptor: {
      bbox: [0, -120, 1000, 880],
      ascent: 880,
      descent: -120,
      capHeight: 700,
      italicAngle: 0,
      stemV: 80,
      serif: false,
      embedding: 'installable',
    },
    format: 'truetype',
    fetch: () => {},
    subset: () => ({ format: 'truetype', bytes: new Uint8Array() }),
  }
}

function plainAdvance(codePoint: number): number {
  const kind = kindOf(codePoint)
  if (kind === MARK) return 0
  if (kind === OPENING_QUOTE || kind === CLOSING_QUOTE || kind === INTERPUNCT) return 0.5
  return isWideKind(kind) ? 1 : 0.5
}
