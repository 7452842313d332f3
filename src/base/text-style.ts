import type { Pt } from './units.ts'

export type Weight = 'regular' | 'bold'

/** A colour as hex `#rrggbb` plus, for print, whether it is the publication's accent (套红). */
export type Colour = 'black' | 'accent' | `#${string}`

/**
 * 行间线 below a text (clreq §5.6.1): straight for a proper name (专名号), wavy for a title (书名号 of the older form). All of
 * one name has one number, and its neighbour another.
 */
export interface LineBelow {
  readonly kind: 'name' | 'title'
  readonly number: number
}

/** How a run of characters is set (字体样式). */
export interface TextStyle {
  /** Family as the publication names it: 宋体, 黑体, 楷体 or one of `fonts:`. */
  readonly family: string
  readonly weight: Weight
  readonly size: Pt
  readonly colour: Colour
  /** Added after every character, in em; the masthead's spread name uses it. */
  readonly trackingEm: number
  /** Baseline raised (positive) or lowered, in em of `size`; for superscript and subscript. */
  readonly raiseEm: number
  /** 着重号: a dot below each Han character. */
  readonly dots: boolean
  readonly lineBelow?: LineBelow
}

export type Align = 'justify' | 'left' | 'centre' | 'right'

/** How a paragraph is set; lengths in em of `size` (段落样式). */
export interface ParagraphStyle {
  /** The paragraph's em: the body size for body text. */
  readonly size: Pt
  readonly align: Align
  readonly firstIndentEm: number
  /** Both for every line: lists and quotations. A hanging indent is a negative first indent. */
  readonly startIndentEm: number
  readonly endIndentEm: number
  /** Balanced lines, broken at word ends (headlines and turned sub-headings). */
  readonly headline: boolean
  /** Part of the measure that a line of a headline may take before it turns; 4/5 when left out (R72). */
  readonly fullest?: number
}
