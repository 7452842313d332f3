/** One file's text as the editor wrote it (源文). Line and column are derived only when printed. */
export interface SourceText {
  /** Path shown to people; relative to the project where there is one. */
  readonly file: string
  readonly text: string
}

/** A place in a source text (源文位置): UTF-16 offsets, `from` inclusive, `to` exclusive. */
export interface Span {
  readonly file: string
  readonly from: number
  readonly to: number
}
