import type { Span } from '../../base/source.ts'
import type { Colour, TextStyle } from '../../base/text-style.ts'
import type { Pt } from '../../base/units.ts'
import type { PanelOf, ParagraphOf, PictureOf, Place } from '../../content/block.ts'
import type { Path } from '../../display/display-list.ts'
import type { Line } from '../../text/line.ts'
import type { ShapedText } from '../../text/shaped-text.ts'

/** What a mark belongs to in the document's structure; null for decoration. */
export type Owner = object | null

interface MarkBase {
  readonly owner: Owner
}

/** A set line; `x` is the measure's left edge, `y` the baseline. */
export interface TextMark extends MarkBase {
  readonly kind: 'text'
  readonly line: Line
  readonly x: Pt
  readonly y: Pt
}

export interface RuleMark extends MarkBase {
  readonly kind: 'rule'
  readonly x: Pt
  readonly y: Pt
  readonly width: Pt
  readonly height: Pt
  readonly colour: Colour
}

export interface PathMark extends MarkBase {
  readonly kind: 'path'
  readonly x: Pt
  readonly y: Pt
  readonly commands: Path['commands']
  readonly fill: Colour | null
  readonly stroke: Path['stroke']
}

/** A photograph in its box, cropped around its focus. */
export interface PictureMark extends MarkBase {
  readonly kind: 'picture'
  readonly x: Pt
  readonly y: Pt
  readonly width: Pt
  readonly height: Pt
  readonly image: string
  /** Width divided by height of the photograph itself. */
  readonly ratio: number
  readonly focus: PictureOf<unknown>['focus']
  readonly span: Span | null
}

/** The number of the page on which an article begins, right-aligned at `x`; known when all pages are. */
export interface PageNumberMark extends MarkBase {
  readonly kind: 'page-number'
  readonly place: Place
  readonly x: Pt
  readonly y: Pt
  /** Right end of the text before it: the leader (……) runs from there. */
  readonly leaderFrom: Pt
  /** Left edge of the contents line. */
  readonly left: Pt
  readonly style: TextStyle
}

/** Marks turned together a quarter about a point: what was to its right stands above it, or below it when clockwise. */
export interface TurnedMark extends MarkBase {
  readonly kind: 'turned'
  readonly clockwise?: true
  readonly x: Pt
  readonly y: Pt
  readonly marks: readonly Mark[]
}

/** One thing drawn, from the left edge of its column and the top of its strip. */
export type Mark = TextMark | RuleMark | PathMark | PictureMark | PageNumberMark | TurnedMark

/** Border or tint behind neighbouring strips (框). */
export interface Frame {
  readonly look: PanelOf<unknown>['look']
  /** From the column's left edge. */
  readonly x: Pt
  readonly width: Pt
}

/** A footnote, or a part of one, that stands at the foot of its mark's column. */
export interface StripNote {
  readonly block: ParagraphOf<ShapedText>
  readonly lines: readonly Line[]
  /** Its first part, or all of it: with its number. */
  readonly begins: boolean
  /** Left edge of its measure, from the column's. */
  readonly left: Pt
}

/** The footnotes of a strip. */
export interface StripNotes {
  readonly notes: readonly StripNote[]
  /** Of their lines together, in lines of the grid. */
  readonly height: number
}

/** A piece of a column that is never divided: whole lines tall. */
export interface Strip {
  readonly rows: number
  readonly marks: readonly Mark[]
  /** Cost of ending a column below this strip. */
  readonly breakAfter: number
  /** Dropped at the head and foot of a column (blank lines). */
  readonly blank?: boolean
  /** Set again above this strip when a column begins with it (a table's header row). */
  readonly carry?: Strip
  readonly frame?: Frame
  /** How far the marks may move up at a column's head, and down at its foot, to meet the edge of the text there. */
  readonly slack?: { readonly head: Pt; readonly foot: Pt }
  /** Lines of text in it, for the reports. */
  readonly textLines?: number
  /** Footnotes that go with it. */
  readonly notes?: StripNotes
  /** A seal over its text, as far as the column and the page have room; below the ink of all text. */
  readonly seal?: PictureMark
}

/** Lines of a strip list together. */
export function rowsOf(strips: readonly Strip[]): number {
  return strips.reduce((sum, strip) => sum + strip.rows, 0)
}

/** Marks moved by a distance. */
export function moved(marks: readonly Mark[], dx: Pt, dy: Pt): Mark[] {
  return marks.map((mark) => ({
    ...mark,
    x: mark.x + dx,
    y: mark.y + dy,
    ...(mark.kind === 'page-number' ? { leaderFrom: mark.leaderFrom + dx, left: mark.left + dx } : {}),
  }))
}
