import type { Code } from './catalogue.ts'
import type { Severity } from './message-text.ts'
import type { Span } from './source.ts'

/** What a message's `{placeholders}` are filled with; language-neutral. */
export type MessageValues = Readonly<Record<string, string | number>>

/**
 * Something the editor should know (诊断). The words are in the catalogue, in Chinese and English;
 * a diagnostic holds only what differs from case to case.
 */
export interface Diagnostic {
  readonly severity: Severity
  readonly code: Code
  /** Where in the sources; null when it belongs to no place in them. */
  readonly span: Span | null
  readonly values: MessageValues
  /** The text to type instead of what `span` covers, when there is one certain answer. */
  readonly replacement?: string
  /** What was probably meant, to type likewise, where there is no certain answer: nothing is changed to it unasked. */
  readonly guess?: string
  /** What `replacement` or `guess` takes the place of, where that is more than `span`. */
  readonly replaces?: Span
  /** A second place worth showing, such as the first of two duplicates. */
  readonly related?: Span
  /**
   * Settings that it is about, by their paths (`publication.output.dir`, `issue.pages`), where only those are known: its
   * place becomes that of the first which is written.
   */
  readonly keys?: readonly string[]
}

/** A step's result together with what it has to say; of one that may fail, the value is null where it failed. */
export interface Outcome<T> {
  readonly value: T
  readonly diagnostics: readonly Diagnostic[]
}

/** A result of which nothing has to be said. */
export function done<T>(value: T): Outcome<T> {
  return { value, diagnostics: [] }
}

/** No result, and why. */
export function refused(...diagnostics: readonly Diagnostic[]): Outcome<null> {
  return { value: null, diagnostics }
}

const SEVERITIES: Readonly<Record<string, Severity>> = { E: 'error', W: 'warning', I: 'info' }

/** A diagnostic of the severity that its code's letter tells, as in the catalogue. */
export function diagnostic(
  code: Code,
  span: Span | null,
  values: MessageValues = {},
  more: Pick<Partial<Diagnostic>, 'replacement' | 'guess' | 'replaces' | 'related' | 'keys'> = {},
): Diagnostic {
  return { severity: SEVERITIES[code.charAt(0)] as Severity, code, span, values, ...more }
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((one) => one.severity === 'error')
}
