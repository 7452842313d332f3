import type { CatalogueFacts } from '../base/catalogue-facts.ts'
import type { Span } from '../base/source.ts'
import type { Colour } from '../base/text-style.ts'
import type { Pt } from '../base/units.ts'

/** Node of the document's logical structure (结构树), for tags and reading order. */
export interface StructureNode {
  readonly id: number
  /** -1 for the root. Nodes are listed in reading order, parents before children. */
  readonly parent: number
  readonly role:
    | 'Document'
    | 'Sect'
    | 'Art'
    | 'H1'
    | 'H2'
    | 'H3'
    | 'H4'
    | 'H5'
    | 'P'
    | 'L'
    | 'LI'
    | 'Lbl'
    | 'LBody'
    | 'Figure'
    | 'Caption'
    | 'Table'
    | 'THead'
    | 'TBody'
    | 'TR'
    | 'TH'
    | 'TD'
    | 'TOC'
    | 'TOCI'
    | 'Reference'
    | 'Note'
    | 'BlockQuote'
    | 'Link'
    | 'Span'
    | 'Div'
  readonly alt?: string
  readonly title?: string
  /** Rows and columns that a cell takes, where it is not one of each. */
  readonly spans?: readonly [number, number]
  /** Of what is in it, where it is not the document's. */
  readonly language?: string
}

interface ItemBase {
  /** Structure node the item belongs to; null for page furniture and decoration (Artifact). */
  readonly node: number | null
  /** Where in the sources it comes from. */
  readonly span: Span | null
}

/** Glyphs of one font, size and colour on one baseline (字形串). */
export interface GlyphRun extends ItemBase {
  readonly kind: 'glyphs'
  readonly font: string
  readonly size: Pt
  readonly colour: Colour
  /** Baseline, from the page's top. */
  readonly y: Pt
  /** One of each per glyph: id, origin, and the characters it stands for ('' for the second glyph of a cluster). */
  readonly glyphs: readonly number[]
  readonly xs: readonly Pt[]
  readonly texts: readonly string[]
  /** Degrees by which the baseline is turned counter-clockwise about the first glyph's origin; 0 when absent. */
  readonly angle?: number
  /** Language of the text, where it is not the document's. */
  readonly language?: string
}

/** A filled rectangle: rules, tints, borders' sides. */
export interface Rule extends ItemBase {
  readonly kind: 'rule'
  readonly x: Pt
  readonly y: Pt
  readonly width: Pt
  readonly height: Pt
  readonly colour: Colour
}

/** A path of straight lines and cubic curves, filled or stroked. */
export interface Path extends ItemBase {
  readonly kind: 'path'
  /** `M x y`, `L x y`, `C x1 y1 x2 y2 x y` and `Z` as flat arrays. */
  readonly commands: readonly (readonly ['M' | 'L' | 'C' | 'Z', ...number[]])[]
  readonly fill: Colour | null
  readonly stroke: { readonly colour: Colour; readonly width: Pt; readonly dash: readonly Pt[] } | null
}

/** A picture in a box, cropped by `crop` (in parts of the upright picture, 0–1). */
export interface Image extends ItemBase {
  readonly kind: 'image'
  readonly image: string
  readonly x: Pt
  readonly y: Pt
  readonly width: Pt
  readonly height: Pt
  readonly crop: {
    readonly left: number
    readonly top: number
    readonly right: number
    readonly bottom: number
  }
}

/** A link's active area. */
export interface Link extends ItemBase {
  readonly kind: 'link'
  readonly x: Pt
  readonly y: Pt
  readonly width: Pt
  readonly height: Pt
  /** An address, or a place in the document. */
  readonly target: string | { readonly page: number; readonly y: Pt }
}

export type DisplayItem = GlyphRun | Rule | Path | Image | Link

export interface DisplayPage {
  /** Trimmed size; the origin is its top left, y down. */
  readonly width: Pt
  readonly height: Pt
  /** Items in reading order. */
  readonly items: readonly DisplayItem[]
}

/** One entry of the outline (书签). */
export interface OutlineEntry {
  readonly title: string
  readonly level: number
  readonly page: number
  readonly y: Pt
}

/** The whole document, absolute and plain: all a painter needs besides the fonts and pictures themselves. */
export interface DisplayList {
  readonly pages: readonly DisplayPage[]
  readonly outline: readonly OutlineEntry[]
  readonly structure: readonly StructureNode[]
  readonly metadata: {
    readonly title: string
    readonly author: string
    readonly subject: string
    readonly language: string
    readonly date: { readonly year: number; readonly month: number; readonly day: number }
    readonly catalogue?: CatalogueFacts
  }
  /** What `accent` stands for, and how colours are to be written. */
  readonly colours: { readonly accent: string; readonly mode: 'rgb' | 'gray' | 'cmyk' }
}
