import type { XmlElement } from '../container/xml.ts'
import type { Report } from '../report/finding.ts'
import type { SourceFile } from '../source-document.ts'
import type { ListCounter } from './numbering.ts'
import type { DocxPackage, Relationship } from './package.ts'
import type { DocxStyles } from './styles.ts'

/** What reading a document's body needs at every step. */
export interface DocxContext {
  readonly parts: DocxPackage
  readonly relationships: ReadonlyMap<string, Relationship>
  readonly styles: DocxStyles
  readonly lists: ListCounter
  readonly report: Report
  readonly tracked: 'accept' | 'reject'
  readonly files: PictureShelf
  readonly notes: NoteShelf
  readonly comments: ReadonlyMap<string, XmlElement>
  /** Counted over the whole document. */
  readonly count: { paragraphs: number; formatting: number }
}

/** The picture files of a document, each once. */
export interface PictureShelf {
  /** Index of the picture a part holds; null when there is none. */
  add(part: string): number | null
  readonly all: readonly SourceFile[]
}

/** Footnotes and endnotes in the order in which the text names them. */
export interface NoteShelf {
  /** The mark that stands in the text, and the note; null for one that the file lacks. */
  take(
    kind: 'footnote' | 'endnote',
    id: string,
  ): { readonly mark: string; readonly content: XmlElement } | null
}
