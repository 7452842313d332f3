import type { Place } from '../../content/block.ts'
import type { ShapedBlock, ShapedText } from '../../text/shaped-text.ts'

/** Wanted pages and how hard to try (`pages`, `fit`). */
export interface PageWishes {
  /** A page count, or a multiple such as 4; null for as many as it takes. */
  readonly pages: { readonly count: number } | { readonly multiple: number } | null
  readonly fit: {
    readonly mode: 'report' | 'auto'
    /** Bounds of the levers: pt of line height, part of a picture's height, lines around a heading. */
    readonly lineHeight: number
    readonly image: number
    readonly heading: number
  }
}

/** A lever that copy-fitting pulled, and how far. */
export interface LeverUse {
  readonly lever: 'paragraphs' | 'pictures' | 'headings' | 'line-height'
  /** Paragraphs changed; part of the height; lines; pt. */
  readonly amount: number
}

export interface ArticleReport {
  readonly place: Place
  readonly title: string
  readonly characters: number
  readonly lines: number
  /** About how many characters to cut (positive) or to add (negative) here; 0 when the count is met. */
  readonly change: number
}

/** A column with lines left empty that are seen. */
export interface ShortColumn {
  readonly page: number
  readonly column: number
  readonly empty: number
}

/** 排版报告: how the pages came out, and what would make them come out as wished. */
export interface FitReport {
  readonly pages: number
  readonly wanted: number | null
  /** Column lines too many for the wanted pages, or too few to fill them; 0 when nothing is wished. */
  readonly linesOver: number
  readonly linesUnder: number
  /** About as many characters. */
  readonly charactersOver: number
  readonly charactersUnder: number
  readonly shortColumns: readonly ShortColumn[]
  readonly articles: readonly ArticleReport[]
  readonly levers: readonly LeverUse[]
}

/** Every text of a block with what it belongs to. */
export function textsOf(block: ShapedBlock): ShapedText[] {
  switch (block.kind) {
    case 'heading':
      return [block.shoulder, block.text, block.subtitle].filter((text) => text !== null)
    case 'paragraph':
      return [block.text]
    case 'figure':
      return [...block.pictures, block].flatMap(({ caption }) => caption ?? [])
    case 'table':
      return [...block.header, ...block.rows.flat()]
    case 'panel':
    case 'turnable':
      return block.blocks.flatMap(textsOf)
    default:
      return []
  }
}
