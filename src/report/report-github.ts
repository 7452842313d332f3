import type { Diagnostic } from '../base/diagnostic.ts'
import type { Severity } from '../base/message-text.ts'
import type { SourceText } from '../base/source.ts'
import { isShownAsTyped } from './report.ts'
import { placeIn } from './source-places.ts'
import { type Language, wordsOf } from './words.ts'

const COMMANDS: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' }

/** GitHub's workflow commands, one a line: they become annotations of a pull request. */
export function githubReport(
  diagnostics: readonly Diagnostic[],
  sources: ReadonlyMap<string, SourceText>,
  language: Language,
): string {
  return diagnostics.map((one) => `${command(one, sources, language)}\n`).join('')
}

function command(one: Diagnostic, sources: ReadonlyMap<string, SourceText>, language: Language): string {
  const { message, hint } = wordsOf(one, language)
  const typed = isShownAsTyped(one) ? one.replacement : one.guess
  const text = [message, ...(typed === undefined ? [] : [`→ ${typed}`]), hint]
    .filter((part) => part !== '')
    .join('\n')
  const properties = [...placeProperties(one, sources), `title=${escapedProperty(one.code)}`].join(',')
  return `::${COMMANDS[one.severity]} ${properties}::${escaped(text)}`
}

function placeProperties(one: Diagnostic, sources: ReadonlyMap<string, SourceText>): readonly string[] {
  if (!one.span) return []
  const file = `file=${escapedProperty(one.span.file)}`
  const source = sources.get(one.span.file)
  if (!source) return [file]
  const from = placeIn(source, one.span.from)
  const to = placeIn(source, one.span.to)
  // Columns count only within one line.
  const end = from.line === to.line ? [`endColumn=${to.column}`] : []
  return [file, `line=${from.line}`, `endLine=${to.line}`, `col=${from.column}`, ...end]
}

function escaped(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')
}

function escapedProperty(text: string): string {
  return escaped(text).replace(/:/g, '%3A').replace(/,/g, '%2C')
}
