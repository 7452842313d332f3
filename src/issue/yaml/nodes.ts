import type { Span } from '../../base/source.ts'
import type { MappedText } from '../mapped-text.ts'

/** A written value: what stands in the file, before anybody has asked what it should be. */
export type Node = TextNode | EmptyNode | ListNode | MapNode

/** How a text was written: bare, in quotes, or as a block after `|` or `>`. */
export type ScalarStyle = 'plain' | 'single' | 'double' | 'block'

export interface TextNode {
  readonly kind: 'text'
  readonly style: ScalarStyle
  /** Line breaks of the source are kept as newlines. */
  readonly text: MappedText
  /** The value as it stands in the source, quotes and all. */
  readonly span: Span
}

/** A key or list item after which nothing stands, or `null` or `~`. */
export interface EmptyNode {
  readonly kind: 'empty'
  readonly span: Span
}

export interface ListNode {
  readonly kind: 'list'
  readonly items: readonly Node[]
  readonly span: Span
}

export interface MapNode {
  readonly kind: 'map'
  readonly entries: readonly Entry[]
  readonly span: Span
}

export interface Entry {
  readonly key: TextNode
  readonly value: Node
}
