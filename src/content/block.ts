import type { Span } from '../base/source.ts'
import type { ParagraphStyle, TextStyle } from '../base/text-style.ts'
import type { Pt } from '../base/units.ts'

/** Characters of one style (文本段). */
export interface TextRun {
  readonly text: string
  readonly style: TextStyle
  readonly span: Span | null
  readonly link?: string
  /** Language of a sentence or more, where it is not the document's. */
  readonly language?: string
  /** 拼音 of its one character, set over it. */
  readonly ruby?: string
  /** The mark of a footnote: its number in the article, that the note behind the paragraph has too. */
  readonly note?: number
}

/** One paragraph's worth of text, styled but not yet shaped. */
export interface StyledText {
  readonly runs: readonly TextRun[]
  readonly style: ParagraphStyle
  /** UTF-16 offsets in the joined text where a headline's editor allows (and wants) a break. */
  readonly wantedBreaks?: readonly number[]
}

/** What must stay together (保持). */
export interface Keep {
  /** 随下: lines of the following block that must stand below this one in its column; 0 for none. */
  readonly withNext: number
  /** 随上: this block never begins a column without a line of the block before it. */
  readonly withPrevious: boolean
  /** 段不拆: never divided. */
  readonly whole: boolean
}

/** Where a block belongs in the document, for tags, outline and reports. */
export interface Place {
  readonly section: number
  /** Index of the article within the section; -1 for what belongs to the section itself. */
  readonly article: number
}

interface BlockBase {
  readonly place: Place
  readonly keep: Keep
  readonly span: Span | null
}

/** Section header, headline or sub-heading. */
export interface HeadingOf<T> extends BlockBase {
  readonly kind: 'heading'
  readonly role: 'section' | 'headline' | 'subhead' | 'subhead3'
  /** 引题 above, 副题 below; only with a headline. */
  readonly shoulder: T | null
  readonly text: T
  readonly subtitle: T | null
  /** 占行: lines of grid for one line of text; each further line of text adds one. */
  readonly rows: number
  /** Across all columns of the page. */
  readonly spans: boolean
  /** Across two columns where the page has more. */
  readonly two?: true
  /** 竖题: its characters one below the other, to the left of its article. */
  readonly vertical?: true
  /** Whether the accent block and hairline of a section header are drawn. */
  readonly ornament: boolean
  /** Plain text for the outline. */
  readonly outline: string
}

export interface ParagraphOf<T> extends BlockBase {
  readonly kind: 'paragraph'
  readonly role:
    | 'body'
    | 'list-item'
    | 'quotation'
    | 'brief'
    | 'credit'
    | 'note'
    | 'contents'
    /** 表题: directly before its table. */
    | 'table-title'
    /** 单位：万元, directly before its table, below its title. */
    | 'table-unit'
    /** 表注, 资料来源: directly behind its table. */
    | 'table-note'
    /** 脚注: behind the paragraph that has its mark; set at the foot of the column where the mark stands. */
    | 'footnote'
  readonly text: T
  /** A list's or brief's own sign, set at the paragraph's start indent minus `widthEm`. */
  readonly marker: {
    readonly text: T
    readonly widthEm: number
    /** The longest number of its list: all end where this one does. */
    readonly widest?: string
  } | null
  /** A brief's credit: so many UTF-16 units at the text's end. */
  readonly creditLength?: number
  /** With a table across all columns of the page. */
  readonly spans?: boolean
  /** A list item's level, from 1 for those of a list inside another. */
  readonly level?: number
  /** A line of 落款, which no picture stands beside; on the last one the seal. */
  readonly signature?: { readonly seal: SealOf | null; readonly lines: number }
  /** A footnote's number in its article. */
  readonly number?: number
}

/** 印章 over the lines that sign an article. */
export interface SealOf {
  readonly image: string
  readonly pixels: { readonly width: number; readonly height: number }
  /** On the page. */
  readonly width: Pt
  readonly alt: string
  readonly span: Span
}

/** One picture's box; the same for a photograph and for a placeholder. */
export interface PictureOf<T> {
  /** Key of the image in the assets, or null for a placeholder. */
  readonly image: string | null
  /** Pixels of the photograph, upright; null for a placeholder. */
  readonly pixels: { readonly width: number; readonly height: number } | null
  /** A QR code that stands instead of a photograph, row by row, `1` for a dark module. */
  readonly code?: readonly string[]
  readonly placeholder: T | null
  readonly caption: T | null
  readonly alt: string
  /** Width divided by height of the box. */
  readonly ratio: number
  /** Share of the photograph that the design's bounds cut off, unasked; absent for none. */
  readonly lost?: number
  /** Not its article's first: smaller where its shape would make it the larger one. */
  readonly minor?: true
  readonly focus: readonly [number, number]
  readonly span: Span | null
}

export interface FigureOf<T> extends BlockBase {
  readonly kind: 'figure'
  readonly fit: 'column' | 'two' | 'page' | 'left' | 'right'
  /** One picture, or several side by side at one height. */
  readonly pictures: readonly PictureOf<T>[]
  /** 整版: fills a page. */
  readonly full?: true
  /** 封面: fills what masthead and contents leave of the first page, between them. */
  readonly cover?: true
  /** In rows that fill the width. */
  readonly gallery?: true
  /** Asked for across the columns, where its article has no room for it. */
  readonly narrowed?: true
  /** Below all pictures. */
  readonly caption?: T
  /** Marked in the body: stands there. Otherwise it may float inside its article. */
  readonly placed: boolean
}

/** Cells set as one (合并单元格): row 0 is the header's. Those it covers stand in their rows, empty. */
export interface MergedCells {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
}

export interface TableOf<T> extends BlockBase {
  readonly kind: 'table'
  /** Empty when the table has no head. */
  readonly header: readonly T[]
  readonly rows: readonly (readonly T[])[]
  /** Whether the first cell of each row says what the row is about. */
  readonly rowHeads: boolean
  /** How many of the rows belong to the head, below `header`. */
  readonly headRows?: number
  /** By column: numbers, that stand point below point. */
  readonly decimal?: readonly boolean[]
  readonly merged?: readonly MergedCells[]
  /** Across all columns of the page. */
  readonly spans?: true
}

/** Empty lines of grid. */
export interface BlankBlock extends BlockBase {
  readonly kind: 'blank'
  readonly rows: number
}

/** 框栏, 编者按 or 摘引: blocks inside a border or tint. */
export interface PanelOf<T> extends BlockBase {
  readonly kind: 'panel'
  readonly look: 'box' | 'tint' | 'tinted-box' | 'note' | 'contents' | 'quote'
  readonly spans: boolean
  /** Across two columns where the page has more. */
  readonly two?: true
  /** 小资料: stands whole in a column, where it is marked or wherever its article has room. */
  readonly floats?: 'free' | 'marked'
  readonly blocks: readonly BlockOf<T>[]
}

/** A table with its title and notes, on its side where it is too wide (卧排). */
export interface TurnableOf<T> extends BlockBase {
  readonly kind: 'turnable'
  readonly spans: boolean
  readonly blocks: readonly BlockOf<T>[]
}

/** Marks where columns, or a fresh column or page, begin. */
export interface StartBlock extends BlockBase {
  readonly kind: 'start'
  readonly at: 'column' | 'page' | 'columns'
  /** Columns from here on; null for the design's. */
  readonly columns: 1 | 2 | 3 | null
}

/** 报头. */
export interface MastheadOf<T> extends BlockBase {
  readonly kind: 'masthead'
  readonly name: T
  readonly subtitle: T | null
  readonly classification: T | null
  readonly copyNumber: T | null
  readonly issueLabel: T
  readonly issuer: T
  readonly date: T
  readonly specialTitle: T | null
  readonly image: string | null
  /** Pixels of `image` and `logo`, upright; absent when there is none. */
  readonly pixels?: { readonly width: number; readonly height: number }
  readonly logo: string | null
  readonly logoPixels?: { readonly width: number; readonly height: number }
  /** 报眼: a box at the right of a picture, below anything else. */
  readonly ear?: PanelOf<T>
  /** 本期导读: filled with page numbers by the page stage. */
  readonly contents: { readonly title: T; readonly lines: readonly ContentsLineOf<T>[] } | null
  readonly height: Pt
}

export interface ContentsLineOf<T> {
  readonly text: T
  /** The article the line points to. */
  readonly place: Place
  /** Style of the page number. */
  readonly style: TextStyle
}

/** 报尾. */
export interface ColophonOf<T> extends BlockBase {
  readonly kind: 'colophon'
  /** On an even page, whatever the text takes. */
  readonly evenPage?: true
  /** A QR code at the right of its rows. */
  readonly code?: { readonly rows: readonly string[]; readonly alt: string }
  /** What the code holds, in words, for copies that show none. */
  readonly holds?: string
  readonly rows: readonly { readonly label: T | null; readonly text: T; readonly right: T | null }[]
}

export type BlockOf<T> =
  | HeadingOf<T>
  | ParagraphOf<T>
  | FigureOf<T>
  | TableOf<T>
  | BlankBlock
  | PanelOf<T>
  | TurnableOf<T>
  | StartBlock
  | MastheadOf<T>
  | ColophonOf<T>

/** 内容块: the document in reading order, styled. */
export type Block = BlockOf<StyledText>
