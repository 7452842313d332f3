import type { ImportFinding } from './report/finding.ts'

/** A run of a source's text with what can be said of its looks (来稿文字). */
export interface SourceRun {
  readonly text: string
  readonly bold?: true
  readonly emphasis?: true
  readonly raised?: 'superscript' | 'subscript'
  /** An address as the file has it; only http, https, mailto and tel come this far. */
  readonly link?: string
  /** Size in pt; absent where the format has no looks. */
  readonly size?: number
  /** The mark of the note of this number. */
  readonly note?: number
}

export interface SourceParagraph {
  readonly kind: 'paragraph'
  readonly runs: readonly SourceRun[]
  /** The automatic number as printed, with what stands between it and the text; '' without one. */
  readonly number: string
  /** An automatic bullet or plain number and its level from 0; null for none. */
  readonly list: { readonly level: number; readonly sign: 'bullet' | 'number'; readonly value: number } | null
  readonly align: 'left' | 'centre' | 'right'
  /** What the paragraph style is called; '' for none. */
  readonly style: string
  /** 1 for a heading of the first level and so on; null for text. */
  readonly heading: number | null
  /** Begins on a new page. */
  readonly newPage: boolean
  /** Out of a text box, a shape or a frame. */
  readonly boxed?: true
  /** A footnote or endnote, put after the paragraph it belongs to. */
  readonly note?: true
  /** The number of the note whose only paragraph it is; its runs begin with the note's mark. */
  readonly noteOf?: number
}

export interface SourceCell {
  readonly paragraphs: readonly SourceParagraph[]
  readonly columns: number
  /** Continues the cell above. */
  readonly continues: boolean
}

export interface SourceTable {
  readonly kind: 'table'
  readonly rows: readonly (readonly SourceCell[])[]
}

export interface SourcePicture {
  readonly kind: 'picture'
  /** Index in the document's files; null for a picture that is not in the file. */
  readonly file: number | null
  /** Width divided by height as shown; null when not told. */
  readonly ratio: number | null
  readonly alt: string
  /** Parts cut off at left, top, right and bottom; null for none. */
  readonly crop: readonly [number, number, number, number] | null
}

export type SourceBlock = SourceParagraph | SourceTable | SourcePicture

/** A picture file found in a source. */
export interface SourceFile {
  /** Its name there, for its extension and for people. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** One contribution as it was found, before anybody has asked what its parts are. */
export interface SourceDocument {
  readonly blocks: readonly SourceBlock[]
  readonly files: readonly SourceFile[]
  readonly findings: readonly ImportFinding[]
  /** Whether sizes, alignment and styles are known. */
  readonly hasLooks: boolean
}

/** A paragraph's text without its automatic number. */
export function textOfParagraph(paragraph: SourceParagraph): string {
  return paragraph.runs.map((run) => run.text).join('')
}

/** A paragraph's text as printed. */
export function printedText(paragraph: SourceParagraph): string {
  return paragraph.number + textOfParagraph(paragraph)
}

/** A paragraph without any looks. */
export function plainParagraph(text: string): SourceParagraph {
  return {
    kind: 'paragraph',
    runs: text === '' ? [] : [{ text }],
    number: '',
    list: null,
    align: 'left',
    style: '',
    heading: null,
    newPage: false,
  }
}
