import type { Span } from '../../base/source.ts'

/** The lines of an article that have a field of their own. */
export const FIELDS = ['title', 'shoulder', 'subtitle', 'lead', 'credit'] as const
export type Field = (typeof FIELDS)[number]

/** What of the issue as a whole has a field of its own. */
export const HEAD_FIELDS = ['number', 'date', 'pages'] as const
export type HeadField = (typeof HEAD_FIELDS)[number]
/** As written, for those of one line. */
export type IssueHead = Readonly<Partial<Record<HeadField, string>>>

/** The body of an article that was added, until it is written. */
export const BODY_TO_COME = '正文待写。'

/** A section as its file has it, piece by piece (提纲). */
export interface OutlineSection {
  readonly name: string
  readonly span: Span
  readonly items: readonly OutlineItem[]
}

export interface OutlineItem {
  readonly kind: 'article' | 'brief'
  readonly title: string
  readonly span: Span
  /** As written after `file:`; null for a piece that stands in the issue itself. */
  readonly file: string | null
  /** Project path of the file of its own whose head has the fields and pictures; null where the issue has them. */
  readonly own: string | null
  /** As written, for those of one line; `credit` that is no line of text is left out. */
  readonly fields: Readonly<Partial<Record<Field, string>>>
  readonly pictures: readonly OutlinePicture[]
}

export interface OutlinePicture {
  readonly src: string | null
  readonly caption: string
  /** In English, whichever was written; '' for none. */
  readonly fit: string
  readonly focus: readonly [number, number] | null
}

/** Section and piece, counted from 0. */
export interface ItemPlace {
  readonly section: number
  readonly item: number
}

/** What of a picture can be set. */
export interface PictureChange {
  readonly focus?: readonly [number, number]
  readonly fit?: 'column' | 'page' | 'left' | 'right'
  readonly caption?: string
}

/** A change of the outline. A piece or section that moves stands at `to` afterwards, counted without it. */
export type OutlineAct =
  | { readonly act: 'add-section'; readonly name: string }
  | { readonly act: 'rename-section' | 'copy-section'; readonly section: number; readonly name: string }
  | { readonly act: 'move-section'; readonly section: number; readonly to: number }
  | { readonly act: 'remove-section'; readonly section: number }
  | { readonly act: 'add-article' | 'add-brief'; readonly section: number; readonly text: string }
  | { readonly act: 'move'; readonly from: ItemPlace; readonly to: ItemPlace }
  | { readonly act: 'copy' | 'remove'; readonly from: ItemPlace }
  | { readonly act: 'set'; readonly at: ItemPlace; readonly field: Field; readonly text: string }
  | { readonly act: 'add-picture'; readonly at: ItemPlace; readonly src: string }
  | ({ readonly act: 'set-picture'; readonly at: ItemPlace; readonly picture: number } & PictureChange)

/** A change of the issue's number, date or wished pages; '' takes the line out. */
export interface HeadAct {
  readonly act: 'set-issue'
  readonly field: HeadField
  readonly text: string
}

/** A change of one piece. */
export type ItemAct = Extract<OutlineAct, { readonly at: ItemPlace }>
