import type { FontFace, FontLibrary } from '../assets/font.ts'
import type { Colour, Weight } from '../base/text-style.ts'
import type { Pt } from '../base/units.ts'
import type { GlyphRun } from '../display/display-list.ts'

/** How a line of a product's own text is set. */
export interface PlainStyle {
  readonly family: string
  readonly weight?: Weight
  readonly size: Pt
  readonly colour: Colour
  readonly align?: 'left' | 'centre' | 'right'
  /** Degrees counter-clockwise about the first glyph's origin. */
  readonly angle?: number
}

interface Placed {
  readonly face: FontFace
  readonly glyph: number
  readonly text: string
  readonly x: Pt
}

function faceFor(chain: readonly FontFace[], codePoint: number): FontFace {
  return chain.find((face) => face.glyphOf(codePoint) !== 0) ?? (chain[0] as FontFace)
}

function place(
  chain: readonly FontFace[],
  text: string,
  size: Pt,
): { readonly placed: Placed[]; readonly width: Pt } {
  let width = 0
  const placed = [...text].map((character) => {
    const face = faceFor(chain, character.codePointAt(0) as number)
    const glyph = face.glyphOf(character.codePointAt(0) as number)
    const x = width
    width += face.advanceEm(glyph) * size
    return { face, glyph, text: character, x }
  })
  return { placed, width }
}

/** Width of a line of plain text. */
export function plainWidth(fonts: FontLibrary, text: string, style: PlainStyle): Pt {
  return place(fonts.chain(style.family, style.weight ?? 'regular'), text, style.size).width
}

/**
 * One line of a product's own text (line numbers, slugs, stamps), glyph by glyph without Chinese rules, as page
 * furniture. `x` is its left edge, middle or right edge as the style says.
 */
export function plainLine(fonts: FontLibrary, text: string, x: Pt, y: Pt, style: PlainStyle): GlyphRun[] {
  const { placed, width } = place(fonts.chain(style.family, style.weight ?? 'regular'), text, style.size)
  const left = style.align === 'right' ? x - width : style.align === 'centre' ? x - width / 2 : x
  const turn = ((style.angle ?? 0) * Math.PI) / 180
  const runs: Placed[][] = []
  for (const one of placed) {
    if (runs.at(-1)?.[0]?.face === one.face) (runs.at(-1) as Placed[]).push(one)
    else runs.push([one])
  }
  return runs.map((run) => {
    const start = (run[0] as Placed).x
    return {
      kind: 'glyphs',
      node: null,
      span: null,
      font: (run[0] as Placed).face.id,
      size: style.size,
      colour: style.colour,
      y: y - start * Math.sin(turn),
      glyphs: run.map((one) => one.glyph),
      xs: run.map((one) => left + start * Math.cos(turn) + one.x - start),
      texts: run.map((one) => one.text),
      ...(style.angle ? { angle: style.angle } : {}),
    }
  })
}
