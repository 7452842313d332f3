import { type Code, catalogue } from '../base/catalogue.ts'
import type { Diagnostic } from '../base/diagnostic.ts'
import type { MessageText, Severity } from '../base/message-text.ts'
import type { SourceText, Span } from '../base/source.ts'
import { placeIn } from './source-places.ts'
import { type Language, wordsOf } from './words.ts'

const LEVELS: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note' }

type Sources = ReadonlyMap<string, SourceText>

/** A SARIF 2.1.0 log, for code-scanning services; `version` is the program's. */
export function sarifReport(
  diagnostics: readonly Diagnostic[],
  sources: Sources,
  language: Language,
  version: string,
): object {
  const codes = [...new Set(diagnostics.map((one) => one.code))].sort()
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'jianbao', version, rules: codes.map((code) => rule(code, language)) },
        },
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map((one) => result(one, sources, language)),
      },
    ],
  }
}

function rule(code: Code, language: Language): object {
  const text: MessageText = catalogue()[code]
  return {
    id: code,
    shortDescription: { text: text[language] },
    defaultConfiguration: { level: LEVELS[text.severity] },
  }
}

function result(one: Diagnostic, sources: Sources, language: Language): object {
  const { message, hint } = wordsOf(one, language)
  return {
    ruleId: one.code,
    level: LEVELS[one.severity],
    message: { text: hint === '' ? message : `${message}\n${hint}` },
    locations: one.span ? [location(one.span, sources)] : [],
    ...(one.related ? { relatedLocations: [location(one.related, sources)] } : {}),
    ...(one.replacement === undefined || !one.span ? {} : { fixes: [fix(one, one.span, sources)] }),
  }
}

function fix(one: Diagnostic, span: Span, sources: Sources): object {
  const place = one.replaces ?? span
  const region = regionOf(place, sources)
  return {
    description: { text: one.replacement },
    artifactChanges: [
      {
        artifactLocation: { uri: encodeURI(place.file) },
        replacements: [{ deletedRegion: region ?? {}, insertedContent: { text: one.replacement } }],
      },
    ],
  }
}

function location(span: Span, sources: Sources): object {
  const region = regionOf(span, sources)
  return {
    physicalLocation: { artifactLocation: { uri: encodeURI(span.file) }, ...(region ? { region } : {}) },
  }
}

function regionOf(span: Span, sources: Sources): object | null {
  const source = sources.get(span.file)
  if (!source) return null
  const from = placeIn(source, span.from)
  const to = placeIn(source, span.to)
  return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column }
}
