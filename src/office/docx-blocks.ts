import type { Pt } from '../base/units.ts'
import type { MergedCells } from '../content/block.ts'

/** Characters of one look (Word 文本). */
export interface DocxRun {
  readonly text: string
  /** As the house calls it: 宋体, 黑体, 楷体, 仿宋 and so on. */
  readonly family: string
  readonly size: Pt
  readonly bold: boolean
  /** `rrggbb`; null for black. */
  readonly colour: string | null
  readonly raised: 'superscript' | 'subscript' | null
  readonly dots: boolean
  readonly underline: 'single' | 'wave' | null
  readonly link: string | null
  /** The mark of a footnote (`DocxFootnote`) of that name. */
  readonly note?: string
  /** 拼音 over its one character. */
  readonly ruby?: string
}

export interface DocxParagraph {
  readonly kind: 'paragraph'
  /** Level of a real heading, 1 to 4; 0 for the title of the whole; null for text. */
  readonly heading: number | null
  readonly runs: readonly DocxRun[]
  readonly align: 'justify' | 'left' | 'centre' | 'right'
  readonly firstIndent: Pt
  readonly startIndent: Pt
  readonly endIndent: Pt
  readonly above: Pt
  readonly below: Pt
  /** Line below the whole paragraph, as a masthead has. */
  readonly rule: string | null
  readonly keepWithNext: boolean
  /** Part of a box: lines above its first paragraph and below its last, and a ground behind all of it. */
  readonly boxed?: { readonly above: boolean; readonly below: boolean; readonly tint: boolean }
  /** Names it for whoever reads the file again: letters, digits and `_`. */
  readonly mark: string | null
}

export interface DocxTable {
  readonly kind: 'table'
  /** Rows of cells; the first `heads` of them are set again on each page. */
  readonly rows: readonly (readonly DocxParagraph[])[]
  readonly heads: number
  readonly width: Pt
  /** Cells that are one. */
  readonly merged: readonly MergedCells[]
}

export interface DocxPicture {
  readonly kind: 'picture'
  readonly bytes: Uint8Array
  readonly format: 'jpeg' | 'png'
  readonly width: Pt
  readonly height: Pt
  readonly alt: string
}

/** A footnote of Word's own: its number is text, as the page has it. */
export interface DocxFootnote {
  readonly kind: 'footnote'
  readonly name: string
  readonly text: DocxParagraph
}

export type DocxBlock = DocxParagraph | DocxTable | DocxPicture | DocxFootnote

/** A document in one column. */
export interface DocxDocument {
  readonly title: string
  readonly author: string
  readonly blocks: readonly DocxBlock[]
  readonly page: { readonly width: Pt; readonly height: Pt; readonly margin: Pt }
  /** Above every page, such as 送审稿; '' for nothing. */
  readonly header: string
  /** Size of ordinary text. */
  readonly size: Pt
}

/** A run of plain text in a house's font. */
export function docxRun(text: string, family: string, size: Pt, more: Partial<DocxRun> = {}): DocxRun {
  return {
    text,
    family,
    size,
    bold: false,
    colour: null,
    raised: null,
    dots: false,
    underline: null,
    link: null,
    ...more,
  }
}

/** A paragraph of text. */
export function docxParagraph(runs: readonly DocxRun[], more: Partial<DocxParagraph> = {}): DocxParagraph {
  return {
    kind: 'paragraph',
    heading: null,
    runs,
    align: 'left',
    firstIndent: 0,
    startIndent: 0,
    endIndent: 0,
    above: 0,
    below: 0,
    rule: null,
    keepWithNext: false,
    mark: null,
    ...more,
  }
}
