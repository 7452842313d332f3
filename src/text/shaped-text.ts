import type { ParagraphStyle } from '../base/text-style.ts'
import type { Pt } from '../base/units.ts'
import type { BlockOf, TextRun } from '../content/block.ts'
import type { Items } from './items.ts'

/** One glyph of a cluster; offsets from the cluster's origin, y up. */
export interface ClusterGlyph {
  readonly id: number
  readonly dx: Pt
  readonly dy: Pt
  /** Which of the cluster's characters it stands for, where that is said: else the first stands for all. */
  readonly text?: string
}

/**
 * The smallest piece that is never divided or reordered: a character with its combining marks (字). One object may
 * stand in many places, for the same character set in the same style.
 */
export interface Cluster {
  /** Its own characters as in the source, for copying and searching. */
  readonly text: string
  readonly font: string
  /** Usually one; none for spaces, several for 破折号, 省略号 and marks on letters. */
  readonly glyphs: readonly ClusterGlyph[]
  /** Width at natural setting, before any squeeze by neighbours. */
  readonly advance: Pt
  /** Of a script that runs from right to left: its line sets it so (see `visualOrder`). */
  readonly isRightToLeft?: true
}

/** The clusters of one run of the content. */
export interface ClusterRun {
  /** Index of the cluster after its last; they begin where the run before ends. */
  readonly to: number
  readonly run: TextRun
}

/** A paragraph as glyphs, ready to be broken at any measure (字形串). */
export interface ShapedText {
  readonly clusters: readonly Cluster[]
  /** In order, none of them empty. */
  readonly runs: readonly ClusterRun[]
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
  /** Set where some clusters run from right to left. */
  readonly hasRightToLeft?: true
}

/** Which of its text's runs a cluster belongs to. */
export function runIndex({ runs }: Pick<ShapedText, 'runs'>, cluster: number): number {
  let from = 0
  let to = runs.length - 1
  while (from < to) {
    const middle = (from + to) >> 1
    if ((runs[middle] as ClusterRun).to <= cluster) from = middle + 1
    else to = middle
  }
  return from
}

/** The run of the content that a cluster comes from. */
export function runAt(text: Pick<ShapedText, 'runs'>, cluster: number): TextRun | undefined {
  return text.runs[runIndex(text, cluster)]?.run
}

/** Stage ③'s result. */
export type ShapedBlock = BlockOf<ShapedText>
