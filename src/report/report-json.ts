import type { Diagnostic } from '../base/diagnostic.ts'
import type { SourceText, Span } from '../base/source.ts'
import { keyAt, placeIn } from './source-places.ts'
import { type Language, wordsOf } from './words.ts'

type Sources = ReadonlyMap<string, SourceText>

/** A place as machines and editors take it: counted from 1, with the UTF-16 offsets too. */
interface JsonPlace {
  readonly file: string
  readonly line: number | null
  readonly column: number | null
  readonly endLine: number | null
  readonly endColumn: number | null
  readonly from: number
  readonly to: number
}

/** A diagnostic's place as an editor or a form shows it. */
export interface DiagnosticPlace {
  readonly file: string
  /** Counted from 1, as is the column in UTF-16 units; null where the text is not at hand. */
  readonly line: number | null
  readonly column: number | null
  /** `sections.要闻[0].title` where the text was given as an object, whose lines mean nothing then. */
  readonly key: string | null
}

/** Where a diagnostic's first character stands; null for one without a place. */
export function placeOf({ span }: Diagnostic, sources: Sources): DiagnosticPlace | null {
  if (span === null) return null
  const source = sources.get(span.file)
  const { line, column } = jsonPlace(span, sources)
  return { file: span.file, line, column, key: source ? keyAt(source, span.from) : null }
}

/** For `--json`: one object per diagnostic with line and column besides the offsets. */
export function jsonReport(
  diagnostics: readonly Diagnostic[],
  sources: Sources,
  language: Language,
): readonly object[] {
  return diagnostics.map((one) => {
    const { message, hint } = wordsOf(one, language)
    const place = one.span ? jsonPlace(one.span, sources) : NOWHERE
    return {
      severity: one.severity,
      code: one.code,
      message,
      hint,
      ...place,
      replacement: one.replacement ?? null,
      guess: one.guess ?? null,
      replaces: one.replaces ? jsonPlace(one.replaces, sources) : null,
      related: one.related ? jsonPlace(one.related, sources) : null,
      values: one.values,
    }
  })
}

const NOWHERE = { file: null, line: null, column: null, endLine: null, endColumn: null, from: null, to: null }

function jsonPlace(span: Span, sources: Sources): JsonPlace {
  const source = sources.get(span.file)
  const from = source ? placeIn(source, span.from) : null
  const to = source ? placeIn(source, span.to) : null
  return {
    file: span.file,
    line: from?.line ?? null,
    column: from?.column ?? null,
    endLine: to?.line ?? null,
    endColumn: to?.column ?? null,
    from: span.from,
    to: span.to,
  }
}
