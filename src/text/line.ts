import type { Pt } from '../base/units.ts'
import type { ShapedText } from './shaped-text.ts'

/** One set line (行). Its clusters are `text.clusters[from … to-1]`. */
export interface Line {
  readonly text: ShapedText
  readonly from: number
  readonly to: number
  /** Origin of each cluster's glyphs, from the left edge of the measure; one per cluster of the line. */
  readonly xs: readonly Pt[]
  /** From the measure's left edge to the right edge of the last ink or body, indent included. */
  readonly width: Pt
  readonly measure: Pt
  /** Added between Han, in em; what the eye sees as looseness. */
  readonly trackingEm: number
  /** How far the line leaves its measure; 0 nearly always. */
  readonly overfull: Pt
  readonly last: boolean
  /** Its end divides a word: `text` is the line's own there, with the hyphen in its last cluster. */
  readonly hyphenated?: true
  /** Its end cuts something that has no break and is longer than the line. */
  readonly cut?: true
}

/** A paragraph set at a measure. */
export interface SetParagraph {
  readonly lines: readonly Line[]
  /** Sum of the search's demerits; comparable between settings of one paragraph. */
  readonly demerits: number
}

/** The widths of a paragraph's lines: one for all, or by line index. */
export type Measure = Pt | ((line: number) => Pt)

/** A paragraph's best settings by line count (段落变体); null where the tracking limits do not allow it. */
export interface ParagraphVariants {
  readonly shorter: SetParagraph | null
  readonly natural: SetParagraph
  readonly longer: SetParagraph | null
}
