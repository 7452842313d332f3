import type { Pt } from '../../base/units.ts'
import type { ParagraphOf } from '../../content/block.ts'
import type { Design } from '../../design/design.ts'
import type { ShapedBlock, ShapedText } from '../../text/shaped-text.ts'
import type { FlowElement } from '../search/elements.ts'
import type { Frame, Mark } from '../search/strip.ts'
import type { PageText } from './page-text.ts'

/** What blocks are set into before they are made up into pages: one column's width and grid (长条). */
export interface Galley {
  readonly design: Design
  readonly pageText: PageText
  /** Whole ems. */
  readonly measure: Pt
  /** Left edge of the measure, from the column's left. */
  readonly left: Pt
  readonly lineHeight: Pt
  /** Lines of a full column. */
  readonly rows: number
  readonly frame: Frame | null
  /** Pictures' height against their ratio's, 1 but for copy-fitting. */
  readonly pictureScale: number
  /** Lines added to or taken from the space around headings, 0 but for copy-fitting. */
  readonly headingRows: number
  /** Figures already set, by width: text beside pictures asks for their height again and again. */
  readonly boxes: Map<object, Map<Pt, FigureBox>>
  /** Null where no paragraph has any. */
  readonly notes: FootnotesOf | null
  /** Blocks that were set before, in this design; null where nothing is kept. */
  readonly kept: SettingMemory | null
}

/** The footnotes of paragraphs that have any, in the order of their marks. */
export type FootnotesOf = ReadonlyMap<ShapedBlock, readonly ParagraphOf<ShapedText>[]>

/**
 * What blocks came to in a flow, by the galley and by what stood before them; no more than `MOST_SETTINGS` of a block,
 * and as long as the block is kept.
 */
export type SettingMemory = WeakMap<ShapedBlock, Map<string, KeptFlow>>

/** As many as copy-fitting tries. */
export const MOST_SETTINGS = 32

/** A block's elements, and what is owed to it after them. */
export interface KeptFlow {
  readonly elements: readonly FlowElement[]
  readonly need: number
  readonly startsColumn: boolean
  /** Of text beside pictures, all that they were set of. */
  readonly of?: readonly ShapedBlock[] | undefined
}

/** A picture's place, from the figure's top left. */
export interface Box {
  readonly x: Pt
  readonly y: Pt
  readonly width: Pt
  readonly height: Pt
}

/** A picture's box with its caption, from the figure's top left. */
export interface FigureBox {
  readonly marks: readonly Mark[]
  readonly width: Pt
  readonly height: Pt
}

/** Air between a line's top and the top of its Han: where pictures align with text beside them. */
export function lineAir(galley: Galley): Pt {
  return (galley.lineHeight - galley.design.type.body.size) / 2
}

/** Whole lines that a height takes. */
export function rowsFor(height: Pt, galley: Galley): number {
  return Math.max(1, Math.ceil((height - 0.05) / galley.lineHeight))
}

/** The same column with its text moved in at both sides, in whole ems. */
export function inset(galley: Galley, ems: number, frame: Frame | null): Galley {
  const em = galley.design.type.body.size
  return { ...galley, measure: galley.measure - 2 * ems * em, left: galley.left + ems * em, frame }
}
