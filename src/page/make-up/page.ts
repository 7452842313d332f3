import type { FontLibrary, GlyphOutlines } from '../../assets/font.ts'
import type { Pt } from '../../base/units.ts'
import type { Design } from '../../design/design.ts'
import type { ShapedBlock } from '../../text/shaped-text.ts'
import type { TypeArea } from '../blocks/geometry.ts'
import type { PageText } from '../blocks/page-text.ts'
import type { Frame, Mark, Strip } from '../search/strip.ts'

/** A strip in its place on the page. */
export interface PlacedStrip {
  readonly strip: Strip
  readonly block: ShapedBlock | null
  /** Lines of grid from the column's top. */
  readonly row: number
  /** How far its marks are moved to meet the column's head or foot. */
  readonly shift: Pt
}

/** A border or tint in its place, from the page's top left. */
export interface PlacedFrame {
  readonly look: Frame['look']
  readonly x: Pt
  readonly y: Pt
  readonly width: Pt
  readonly height: Pt
}

/** 栏: strips one below the other; x and y from the page's top left. */
export interface Column {
  readonly x: Pt
  readonly y: Pt
  readonly width: Pt
  /** Lines of grid of the columns beside each other, and of this one alone. */
  readonly rows: number
  readonly used: number
  /** Lines at its head over which something stands across it and its neighbour. */
  readonly above?: number
  readonly strips: readonly PlacedStrip[]
  readonly frames: readonly PlacedFrame[]
  /** Number of the column in its band, from 0, and the band's number in the document. */
  readonly index: number
  readonly band: number
}

/** The pages with what they were made from: all that painting needs. */
export interface MadeUp {
  readonly pages: readonly Page[]
  readonly blocks: readonly ShapedBlock[]
  readonly design: Design
  readonly fonts: FontLibrary
  readonly pageText: PageText
  /** For what is drawn and not set. */
  readonly outlines?: GlyphOutlines | undefined
}

/** 页: the trimmed page with everything on it. */
export interface Page {
  /** From 1; the folio may say another. */
  readonly number: number
  readonly width: Pt
  readonly height: Pt
  readonly area: TypeArea
  readonly columns: readonly Column[]
  /** Watermark, below everything. */
  readonly behind: readonly Mark[]
  readonly frames: readonly PlacedFrame[]
  /** Running head, folio and column rules, from the page's top left. */
  readonly furniture: readonly Mark[]
}
