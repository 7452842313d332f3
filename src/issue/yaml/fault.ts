/** What is wrong with a file's structure, in our own terms; {@link explainFault} puts it into words. */
export type FaultKind =
  | 'anchor'
  | 'alias'
  | 'tag'
  | 'document'
  | 'directive'
  | 'explicit-key'
  | 'key-without-colon'
  | 'key-over-lines'
  | 'key-is-collection'
  | 'column'
  | 'two-colons'
  | 'text-after-value'
  | 'bad-start'
  | 'block-header'
  | 'block-indent'
  | 'open-quote'
  | 'open-bracket'
  | 'bad-escape'
  | 'comma'
  | 'tab'
  | 'item-without-dash'
  | 'comment'
  | 'unexpected'
  | 'depth'
  | 'keys'
  | 'long'

export interface Fault {
  readonly kind: FaultKind
  /** UTF-16 offsets in the source. */
  readonly from: number
  readonly to: number
  /** Where the value began that the fault is about, when it is not at `from`. */
  readonly start?: number
}
