import type { Align, Colour, Weight } from '../base/text-style.ts'
import type { Pt } from '../base/units.ts'
import type { Looks } from './looks.ts'

/** How one role's text is set (样式); what publication.yaml's `type:` overrides. */
export interface RoleStyle {
  readonly family: string
  readonly weight: Weight
  readonly size: Pt
  readonly colour: Colour
  readonly align: Align
}

/** The roles text plays on the page; each has a style. */
export type TextRole =
  | 'body'
  | 'headline'
  | 'leadHeadline'
  | 'shoulder'
  | 'subtitle'
  | 'note'
  | 'footnote'
  | 'pullQuote'
  | 'sideBox'
  | 'subhead'
  | 'subhead3'
  | 'section'
  | 'credit'
  | 'caption'
  | 'brief'
  | 'quotation'
  | 'table'
  | 'folio'
  | 'runningHead'
  | 'mastheadName'
  | 'mastheadSubtitle'
  | 'mastheadIssue'
  | 'mastheadIssuer'
  | 'classification'
  | 'contents'
  | 'colophon'

/** 版式: page, type area, columns and type of a publication, every value settled. Lengths in pt. */
export interface Design {
  /** As `design:` names it, and in Chinese; of a design file, its path. */
  readonly name: string
  readonly zh: string
  readonly page: {
    readonly width: Pt
    readonly height: Pt
    /** 天头, 地脚, 订口, 切口. */
    readonly margin: { readonly top: Pt; readonly bottom: Pt; readonly inside: Pt; readonly outside: Pt }
    readonly columns: 1 | 2 | 3
    /** 栏间距. */
    readonly columnGap: Pt
    readonly columnRule: 'none' | 'hairline'
    readonly balance: 'last' | 'section' | 'none'
    readonly bleed: Pt
  }
  /** 行格: baselines `lineHeight` apart, `lines` of them in a full column. */
  readonly grid: { readonly lineHeight: Pt; readonly lines: number }
  readonly folio: {
    /** With `{page}` and `{pages}`. */
    readonly text: string
    readonly from: number
    readonly align: 'outside' | 'centre'
  }
  /** With `{name}` and `{issue}`; empty for none. Printed from the second page on. */
  readonly runningHead: string
  readonly type: Readonly<Record<TextRole, RoleStyle>>
  readonly text: {
    readonly indentEm: number
    readonly emphasis: 'kai' | 'dots' | 'bold'
    readonly punctuation: 'full' | 'kaiming' | 'half'
    readonly breakLevel: 'loose' | 'normal' | 'strict'
    readonly hang: boolean
    /** 纵横对齐: Han and marks of running text stand in cells of one em, Latin takes whole cells. */
    readonly grid: boolean
    /** Whether English words may be divided with a hyphen at a line's end. */
    readonly hyphenation: boolean
    readonly hanLatinSpaceEm: number
    /** Where footnotes are numbered anew. */
    readonly footnotes: 'page' | 'article'
    /** Family for digits and Latin letters; null for the Chinese family's own. */
    readonly latin: string | null
  }
  readonly masthead: {
    readonly style: 'red' | 'plain' | 'image'
    readonly rule: 'none' | 'single' | 'double'
    /** Wanted height; rounded up to whole lines. */
    readonly height: Pt
    readonly contents: boolean
  }
  /** The signs around a section's name: '' or '【】', '［］'. */
  readonly section: { readonly brackets: string }
  /** Lines of grid that headings occupy (占行). */
  readonly rows: {
    readonly section: number
    readonly headlineOne: number
    readonly headlineMore: number
    readonly subhead: number
  }
  readonly images: {
    readonly fit: 'column' | 'page' | 'left' | 'right'
    /** Width divided by height: of placeholders, and of photographs where a publication writes it. */
    readonly ratio: number
    readonly placeholder: 'box' | 'error'
    readonly minPpi: number
    readonly maxPpi: number
    readonly quality: number
    readonly stripMetadata: boolean
  }
  readonly colour: { readonly accent: string; readonly mode: 'rgb' | 'gray' | 'cmyk' }
  readonly looks: Looks
}
