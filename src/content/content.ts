import type { CatalogueFacts } from '../base/catalogue-facts.ts'
import type { TextStyle } from '../base/text-style.ts'
import type { Block } from './block.ts'

/** What stands on every page besides the text (页面元素). */
export interface Furniture {
  /** 书眉, from the second page on; '' for none. */
  readonly runningHead: { readonly text: string; readonly style: TextStyle }
  /** 页码: `{page}` and `{pages}` are filled in. */
  readonly folio: { readonly text: string; readonly style: TextStyle }
  /** What an issue under review says of itself at the head of every page (送审稿); null for none. */
  readonly stamp: { readonly text: string; readonly style: TextStyle } | null
  /** Large pale words below everything (水印); null for none. */
  readonly watermark: { readonly text: string; readonly style: TextStyle } | null
}

/** What the PDF says of itself. */
export interface Metadata {
  readonly title: string
  readonly author: string
  readonly subject: string
  readonly language: string
  /** The issue's own date, so that the same input gives the same bytes. */
  readonly date: { readonly year: number; readonly month: number; readonly day: number }
  readonly catalogue?: CatalogueFacts
  readonly sections: readonly { readonly name: string; readonly articles: readonly string[] }[]
}

/** Stage ②'s result: the blocks in reading order (masthead first, colophon last) and what surrounds them. */
export interface Content {
  readonly blocks: readonly Block[]
  readonly furniture: Furniture
  readonly metadata: Metadata
}
