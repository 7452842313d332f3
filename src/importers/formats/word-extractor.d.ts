/** The part of word-extractor that is used; it has no types of its own. */
declare module 'word-extractor' {
  interface TextOptions {
    readonly filterUnicode?: boolean
  }
  class Document {
    getBody(options?: TextOptions): string
    getFootnotes(options?: TextOptions): string
    getEndnotes(options?: TextOptions): string
    getHeaders(options?: TextOptions & { readonly includeFooters?: boolean }): string
    getFooters(options?: TextOptions): string
    getAnnotations(options?: TextOptions): string
    getTextboxes(options?: TextOptions & { readonly includeHeadersAndFooters?: boolean }): string
  }
  // biome-ignore lint/style/noDefaultExport: this is how the package exports it
  export default class WordExtractor {
    extract(source: Buffer): Promise<Document>
  }
}
