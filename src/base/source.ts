/** One file's text as the editor wrote it (源文). Line and column are derived only when printed. */
export interface SourceText {
  /** Path shown to people; relative to the project where there is one. */
  readonly file: string
  readonly text: string
  /** For a text that a program gave as an object: what its stretches were, in the text's order. */
  readonly keys?: readonly KeyPlace[]
}

/** Where the text of an object's key begins; it ends where the next begins. */
export interface KeyPlace {
  readonly from: number
  /** `sections.国企动态[0].title`; '' for the object itself. */
  readonly path: string
}

/** A place in a source text (源文位置): UTF-16 offsets, `from` inclusive, `to` exclusive. */
export interface Span {
  readonly file: string
  readonly from: number
  readonly to: number
}
