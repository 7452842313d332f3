import { eastAsianWidth } from 'get-east-asian-width'
import { catalogue } from '../base/catalogue.ts'
import type { Diagnostic } from '../base/diagnostic.ts'
import type { MessageText, Severity } from '../base/message-text.ts'
import { lineText, placeInText } from '../base/place-in-text.ts'
import type { SourceText, Span } from '../base/source.ts'
import { type Language, wordsOf } from './words.ts'

/** How diagnostics are to be written. */
export interface ReportStyle {
  readonly language: Language
  readonly colour: boolean
}

const NAMES: Record<Language, Record<Severity, string>> = {
  zh: { error: '错误', warning: '警告', info: '提示' },
  en: { error: 'error', warning: 'warning', info: 'note' },
}
const COLOURS: Record<Severity, number> = { error: 31, warning: 33, info: 36 }

/** The longest part of a line shown in a frame, in terminal columns. */
const FRAME_COLUMNS = 88

/** Every diagnostic as people read it, with its place and a frame of the source; one text, ending in a newline. */
export function formatReport(
  diagnostics: readonly Diagnostic[],
  sources: ReadonlyMap<string, SourceText>,
  style: ReportStyle,
): string {
  return diagnostics.map((one) => `${formatDiagnostic(one, sources, style).join('\n')}\n`).join('')
}

function formatDiagnostic(
  one: Diagnostic,
  sources: ReadonlyMap<string, SourceText>,
  style: ReportStyle,
): readonly string[] {
  const { message, hint } = wordsOf(one, style.language)
  const source = one.span ? sources.get(one.span.file) : undefined
  const lines = [heading(one, source, style), ...message.split('\n').map((line) => `   ${line}`)]
  if (source && one.span) lines.push(...frame(one.span, source, style))
  if (one.related) lines.push(`   ${relatedPlace(one.related, sources, style)}`)
  if (one.replacement !== undefined) lines.push(`   ${labelled('改为', 'Write', one.replacement, style)}`)
  if (hint !== '') lines.push(...hint.split('\n').map((line) => `   ${line}`))
  return lines
}

function heading(one: Diagnostic, source: SourceText | undefined, style: ReportStyle): string {
  const name = NAMES[style.language][one.severity]
  const label = `${name} ${one.code}`
  const coloured = style.colour ? `\u001b[${COLOURS[one.severity]};1m${label}\u001b[0m` : label
  return one.span ? `${coloured}  ${placeText(one.span, source)}` : coloured
}

function placeText(span: Span, source: SourceText | undefined): string {
  if (!source) return span.file
  const { line, column } = placeInText(source.text, span.from)
  return `${span.file}:${line}:${column}`
}

function relatedPlace(span: Span, sources: ReadonlyMap<string, SourceText>, style: ReportStyle): string {
  return labelled('另见', 'See also', placeText(span, sources.get(span.file)), style)
}

function labelled(zh: string, en: string, text: string, { language }: ReportStyle): string {
  return language === 'zh' ? `${zh}：${text}` : `${en}: ${text}`
}

/** The line before, the line itself and carets below the span, aligned by East Asian width. */
function frame(span: Span, source: SourceText, style: ReportStyle): readonly string[] {
  const { line, column } = placeInText(source.text, span.from)
  const digits = String(line).length
  const text = lineText(source.text, line)
  const shown = clipped(text, column - 1)
  const gutter = (label: string) => ` ${label.padStart(digits)} │ `
  const before = line > 1 ? [gutter(String(line - 1)) + clipped(lineText(source.text, line - 1), 0).text] : []
  const marked = text.slice(column - 1, Math.min(text.length, column - 1 + span.to - span.from))
  const carets = '^'.repeat(Math.max(1, Math.min(columnsOf(marked), FRAME_COLUMNS - shown.columnsBefore)))
  const pointer = `${gutter('')}${' '.repeat(shown.columnsBefore)}${carets}`
  return [
    ...before,
    gutter(String(line)) + shown.text,
    style.colour ? `\u001b[31m${pointer}\u001b[0m` : pointer,
  ]
}

/** At most FRAME_COLUMNS columns of a line around a place in it. */
function clipped(text: string, at: number): { readonly text: string; readonly columnsBefore: number } {
  const start = columnsOf(text.slice(0, at)) > FRAME_COLUMNS - 20 ? Math.max(0, at - 20) : 0
  let shown = start > 0 ? '…' : ''
  let columns = columnsOf(shown)
  let columnsBefore = 0
  let offset = start
  for (const character of text.slice(start)) {
    if (offset <= at) columnsBefore = columns
    const width = columnsOf(character)
    if (columns + width > FRAME_COLUMNS) return { text: `${shown}…`, columnsBefore }
    shown += character === '\t' ? ' ' : character
    columns += width
    offset += character.length
  }
  if (offset <= at) columnsBefore = columns
  return { text: shown, columnsBefore }
}

function columnsOf(text: string): number {
  let columns = 0
  for (const character of text) {
    const codePoint = character.codePointAt(0) as number
    columns += codePoint < 0x7f ? 1 : eastAsianWidth(codePoint, { ambiguousAsWide: true })
  }
  return columns
}

/** The exit code that a run with these diagnostics ends with: that of the first error, 0 without one. */
export function exitCodeOf(diagnostics: readonly Diagnostic[]): number {
  const first = diagnostics.find((one) => one.severity === 'error')
  if (!first) return 0
  const text: MessageText = catalogue[first.code]
  return text.exit ?? 1
}

/** For `--json`: one object per diagnostic with line and column besides the offsets. */
export function jsonReport(
  diagnostics: readonly Diagnostic[],
  sources: ReadonlyMap<string, SourceText>,
  language: Language,
): readonly object[] {
  return diagnostics.map((one) => {
    const { message, hint } = wordsOf(one, language)
    const source = one.span ? sources.get(one.span.file) : undefined
    const from = one.span && source ? placeInText(source.text, one.span.from) : null
    const to = one.span && source ? placeInText(source.text, one.span.to) : null
    return {
      severity: one.severity,
      code: one.code,
      message,
      hint,
      file: one.span?.file ?? null,
      line: from?.line ?? null,
      column: from?.column ?? null,
      endLine: to?.line ?? null,
      endColumn: to?.column ?? null,
      replacement: one.replacement ?? null,
      values: one.values,
    }
  })
}
