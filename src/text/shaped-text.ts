import type { Span } from '../base/source.ts'
import type { Colour, LineBelow, ParagraphStyle } from '../base/text-style.ts'
import type { Pt } from '../base/units.ts'
import type { BlockOf } from '../content/block.ts'
import type { Items } from './items.ts'

/** One glyph of a cluster; offsets from the cluster's origin, y up. */
export interface ClusterGlyph {
  readonly id: number
  readonly dx: Pt
  readonly dy: Pt
}

/** The smallest piece that is never divided or reordered: a character with its combining marks (字). */
export interface Cluster {
  /** Its own characters as in the source, for copying and searching. */
  readonly text: string
  readonly font: string
  readonly size: Pt
  readonly colour: Colour
  /** Usually one; none for spaces, several for 破折号, 省略号 and marks on letters. */
  readonly glyphs: readonly ClusterGlyph[]
  /** Width at natural setting, before any squeeze by neighbours. */
  readonly advance: Pt
  readonly raise: Pt
  /** 着重号 below it. */
  readonly dot: boolean
  /** 专名号 or 浪线 below it. */
  readonly lineBelow?: LineBelow
  readonly span: Span | null
  readonly link?: string
}

/** A paragraph as glyphs, ready to be broken at any measure (字形串). */
export interface ShapedText {
  readonly clusters: readonly Cluster[]
  readonly items: Items
  readonly style: ParagraphStyle
  /** Set on the grid of cells (纵横对齐). */
  readonly grid?: true
  /** Plain text as typed, for reports and the outline. */
  readonly plain: string
  /** By index, the clusters a line may end with though the word goes on: as they are there, with a hyphen. */
  readonly hyphened?: ReadonlyMap<number, Cluster>
  /** Indexes of clusters before which a headline's editor wants a break, ascending. */
  readonly wantedBreaks: readonly number[]
}

/** Stage ③'s result. */
export type ShapedBlock = BlockOf<ShapedText>
