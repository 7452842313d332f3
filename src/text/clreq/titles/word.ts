/**
 * What a word is to a title. `predicate`: states what is done and hardly ever describes a noun (召开); `verb`: does
 * either (启动); `verbal`: as often the name of an act (检查); `phrase`: a set phrase of four characters.
 */
export type WordClass =
  | 'noun'
  | 'predicate'
  | 'verb'
  | 'verbal'
  | 'adjective'
  | 'adverb'
  | 'time'
  | 'number'
  | 'phrase'
  | 'mark'

/** A word of a title, as a dictionary gives it; `from` is its UTF-16 offset. */
export interface Word {
  readonly text: string
  readonly from: number
  readonly class: WordClass
}
