import type { XmlElement } from '../container/xml.ts'
import type { ImportFinding, Report } from '../report/finding.ts'
import type { SourceBlock, SourceFile } from '../source-document.ts'
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
  readonly comments: CommentShelf
  /** Blocks of a file that stands in the text as a whole; told where it cannot be read. */
  chunk(relationship: string): readonly SourceBlock[]
  /** Signs of fields that are never ended: they begin none. */
  readonly looseFields: ReadonlySet<XmlElement>
  /** Ends of sections behind which a new page begins. */
  readonly pageEnds: ReadonlySet<XmlElement>
  /** Counted over the whole document. */
  readonly count: { paragraphs: number; formatting: number }
}

/** The picture files of a document, each once. */
export interface PictureShelf {
  /** Index of the picture a part holds; null when there is none. */
  add(part: string): number | null
  readonly all: readonly SourceFile[]
  /** Puts pictures of another file behind; gives the index of the first. */
  push(files: readonly SourceFile[]): number
}

/** Footnotes and endnotes in the order in which the text names them. */
export interface NoteShelf {
  /** The mark that stands in the text, and the note; null for one that the file lacks. */
  take(
    kind: 'footnote' | 'endnote',
    id: string,
    /** Its mark is typed in the text, and not counted. */
    marked: boolean,
  ): { readonly mark: string; readonly number: number; readonly content: XmlElement } | null
  /** Those that no text that came in names. */
  rest(): readonly XmlElement[]
}

/** Comments by their number, each given once. */
export interface CommentShelf {
  take(id: string): DocxComment | null
  rest(): readonly DocxComment[]
}

/** A comment, with what is said of it. */
export interface DocxComment {
  readonly text: string
  readonly values: ImportFinding['values']
}
