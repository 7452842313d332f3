import { type Diagnostic, diagnostic } from '../../base/diagnostic.ts'
import type { Span } from '../../base/source.ts'
import type { Node } from '../yaml/nodes.ts'
import type { Wording } from './wording.ts'

/** A JSON Schema, or a part of one. */
export type JsonSchema = { readonly [keyword: string]: unknown }

/** Which keys an editor is offered (补全): Chinese ones, or English ones; both are always accepted. */
export type KeyLanguage = 'zh' | 'en'

/** What a reader of values shares along the way. */
export interface Reading {
  readonly report: (diagnostic: Diagnostic) => void
  /** Whether required keys may be absent, as under `override:`. */
  readonly partial: boolean
  /** What stands in the source at a place. */
  readonly sourceOf: (span: Span) => string
}

/**
 * What a value may be (值的种类). One table of kinds both reads the files and makes the JSON Schemas.
 * `read` gives undefined for a value that is wrong, having reported it.
 */
export interface Kind<T> {
  readonly expected: Wording
  readonly read: (node: Node, label: string, reading: Reading) => T | undefined
  readonly shape: Shape
}

/** How a kind's values are written: what JSON Schemas, the rewriting of keys and `override:` go by. */
export type Shape =
  | { readonly form: 'scalar'; readonly schema: JsonSchema }
  | { readonly form: 'map'; readonly table: KeyTable; readonly partial: boolean }
  | { readonly form: 'list'; readonly items: Kind<unknown> }
  /** A map whose keys are the editor's own names. */
  | { readonly form: 'named'; readonly values: Kind<unknown>; readonly mayBeEmpty: boolean }
  /** Told apart by how the value is written. */
  | {
      readonly form: 'forms'
      readonly text: Kind<unknown> | undefined
      readonly list: Kind<unknown> | undefined
      readonly map: Kind<unknown> | undefined
    }

/** One key of the language: its Chinese alias, what its value may be, and what it is for. */
export interface Key<T> {
  readonly zh: string
  readonly kind: Kind<T>
  readonly doc: Wording
  readonly required: boolean
  /**
   * What stands for an absent key, as an editor would type it; for schemas and documentation. Where the design says
   * it (`design-defaults.ts`), undefined.
   */
  readonly preset: unknown
  /** Whether a key without value is a slip rather than a value not yet filled in. */
  readonly filled: boolean
}

export type KeyTable = Readonly<Record<string, Key<unknown>>>

/** Something that knows where it was written. */
export interface Placed<T> {
  readonly value: T
  readonly span: Span
}

/** Reports that a value is not of the kind asked for; gives undefined. */
export function wrongType(
  node: Node,
  label: string,
  expected: Wording,
  reading: Reading,
  guess?: string,
): undefined {
  const found = describe(node)
  const values = {
    key: label,
    expectedZh: expected.zh,
    expectedEn: expected.en,
    foundZh: found.zh,
    foundEn: found.en,
  }
  reading.report(diagnostic('E-TYPE', node.span, values, guess === undefined ? {} : { guess }))
  return undefined
}

/** What was found, said so that somebody who does not know YAML recognises it. */
export function describe(node: Node): Wording {
  if (node.kind === 'empty') {
    const written = node.span.to > node.span.from
    return written ? { zh: 'null（空）', en: 'null' } : { zh: '空的（冒号后面没有内容）', en: 'nothing' }
  }
  if (node.kind === 'list') return { zh: '一个列表', en: 'a list' }
  if (node.kind === 'map') return { zh: '几行“键: 值”', en: 'several “key: value” pairs' }
  const text = node.text.text.replace(/\s+/g, ' ')
  const shown = text.length > 24 ? `${text.slice(0, 24)}…` : text
  return { zh: `“${shown}”`, en: `“${shown}”` }
}
