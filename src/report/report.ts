import type { Diagnostic } from '../base/diagnostic.ts'
import type { Severity } from '../base/message-text.ts'
import type { SourceText, Span } from '../base/source.ts'
import { columnsOf, columnsOfCharacter } from './display-width.ts'
import { folded } from './folded.ts'
import { keyAt, lineIn, placeIn } from './source-places.ts'
import { type Language, wordsOf } from './words.ts'

/** How diagnostics are to be written. */
export interface ReportStyle {
  readonly language: Language
  /** With a terminal's colours. */
  readonly colour: boolean
  /** Columns of the terminal, that messages are folded to; not folded when null or left out. */
  readonly columns?: number | null | undefined
}

type Sources = ReadonlyMap<string, SourceText>

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
  sources: Sources,
  style: ReportStyle,
): string {
  const told = new Set<string>()
  return diagnostics
    .map((one) => {
      const more = told.has(one.code) ? '' : explained(one.code, style)
      told.add(one.code)
      return `${linesOf(one, sources, style, more).join('\n')}\n`
    })
    .join('')
}

/** Where the longer explanation is; said once for each code. */
function explained(code: string, style: ReportStyle): string {
  const text = labelled('说明', 'more', `jianbao explain ${code}`, style)
  const bracketed = style.language === 'zh' ? `（${text}）` : ` (${text})`
  return style.colour ? `\u001b[2m${bracketed}\u001b[0m` : bracketed
}

/**
 * One diagnostic as people read it: its severity and code, its place, what is wrong, the line that it stands in, and
 * what to type instead. The place is a line and column, or the key of an object.
 */
export function formatDiagnostic(
  diagnostic: Diagnostic,
  sources: Sources,
  { language = 'zh', colour = false }: Partial<ReportStyle> = {},
): string {
  return linesOf(diagnostic, sources, { language, colour }, '').join('\n')
}

function linesOf(one: Diagnostic, sources: Sources, style: ReportStyle, more: string): readonly string[] {
  const { message, hint } = wordsOf(one, style.language)
  const source = one.span ? sources.get(one.span.file) : undefined
  const indented = (text: string) => indentedLines(text, style)
  const cure = [
    ...(one.related ? indented(relatedPlace(one.related, sources, style)) : []),
    ...(isShownAsTyped(one) ? indented(labelled('改为', 'Write', one.replacement ?? '', style)) : []),
    ...(one.guess === undefined ? [] : indented(labelled('也许是', 'Perhaps', one.guess, style))),
    ...(hint === '' ? [] : indented(hint)),
  ]
  return [
    heading(one, source, style),
    ...ending(indented(message), cure.length === 0 ? more : '', style),
    ...(source && one.span ? frame(one.span, source, style) : []),
    ...ending(cure, more, style),
  ]
}

/** Line ends alone are told by the hint: nothing is to be seen of them. */
export function isShownAsTyped({ replacement }: Diagnostic): boolean {
  return replacement !== undefined && !/^\r?\n/.test(replacement)
}

/** The lines with something added to the last. */
function ending(lines: readonly string[], more: string, style: ReportStyle): readonly string[] {
  const last = lines.at(-1)
  if (last === undefined || more === '') return lines
  const wide = foldedAt(style)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours take no room
  const room = columnsOf(last + more.replace(/\u001b\[\d+m/g, ''))
  return wide !== null && room > wide + INDENT.length
    ? [...lines, INDENT + more.trimStart()]
    : [...lines.slice(0, -1), last + more]
}

const INDENT = '   '
/** A narrower terminal is not folded to: nothing could be read. */
const LEAST_COLUMNS = 30

/** Columns for a message's words; null where they are not folded. */
function foldedAt({ columns }: ReportStyle): number | null {
  return (columns ?? 0) < LEAST_COLUMNS ? null : (columns as number) - INDENT.length - 1
}

function indentedLines(text: string, style: ReportStyle): readonly string[] {
  const lines = text.split('\n').map(harmless)
  const wide = foldedAt(style)
  return lines.flatMap((line) => (wide === null ? [line] : folded(line, wide))).map((line) => INDENT + line)
}

/** Control characters of the source shown as signs: they must not steer the terminal. */
export function harmless(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, (character) => {
    const code = character.charCodeAt(0)
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : '�'
  })
}

function heading(one: Diagnostic, source: SourceText | undefined, style: ReportStyle): string {
  const name = NAMES[style.language][one.severity]
  const label = `${name} ${one.code}`
  const coloured = style.colour ? `\u001b[${COLOURS[one.severity]};1m${label}\u001b[0m` : label
  return one.span ? `${coloured}  ${harmless(placeText(one.span, source))}` : coloured
}

/** “issues/2024-01.yaml:41:18”; “issue.yaml: sections.要闻[0].title” in an object. */
export function placeText(span: Span, source: SourceText | undefined): string {
  if (!source) return span.file
  const key = keyAt(source, span.from)
  if (key !== null) return key === '' ? span.file : `${span.file}: ${key}`
  const { line, column } = placeIn(source, span.from)
  return `${span.file}:${line}:${column}`
}

function relatedPlace(span: Span, sources: Sources, style: ReportStyle): string {
  return labelled('另见', 'See also', placeText(span, sources.get(span.file)), style)
}

function labelled(zh: string, en: string, text: string, { language }: ReportStyle): string {
  return language === 'zh' ? `${zh}：${text}` : `${en}: ${text}`
}

/** The line before, the line itself and carets below the span, aligned by East Asian width. */
function frame(span: Span, source: SourceText, style: ReportStyle): readonly string[] {
  if (source.text === '') return []
  const { line, column } = placeIn(source, span.from)
  // The lines of a text made from an object have no numbers that anybody knows.
  const isWritten = source.keys === undefined
  const digits = isWritten ? String(line).length : 0
  const text = lineIn(source, line)
  const wide = foldedAt(style)
  const room = wide === null ? FRAME_COLUMNS : Math.min(FRAME_COLUMNS, wide - digits - 2)
  const shown = clipped(text, column - 1, room)
  const gutter = (label: string) => ` ${label.padStart(digits)} │ `
  const before =
    line > 1 && isWritten ? [gutter(String(line - 1)) + clipped(lineIn(source, line - 1), 0, room).text] : []
  const marked = text.slice(column - 1, Math.min(text.length, column - 1 + span.to - span.from))
  const carets = '^'.repeat(Math.max(1, Math.min(columnsOf(marked), room - shown.columnsBefore)))
  const pointer = `${gutter('')}${' '.repeat(shown.columnsBefore)}${carets}`
  return [
    ...before.map(harmless),
    harmless(gutter(isWritten ? String(line) : '') + shown.text),
    style.colour ? `\u001b[31m${pointer}\u001b[0m` : pointer,
  ]
}

/** At most `room` columns of a line around a place in it. */
function clipped(
  text: string,
  at: number,
  room: number,
): { readonly text: string; readonly columnsBefore: number } {
  const start =
    columnsOf(text.slice(0, at)) > room - 20 ? Math.max(0, at - Math.min(20, Math.floor(room / 4))) : 0
  let shown = start > 0 ? '…' : ''
  let columns = columnsOf(shown)
  let columnsBefore = 0
  let offset = start
  for (const character of text.slice(start)) {
    if (offset <= at) columnsBefore = columns
    const width = columnsOfCharacter(character)
    if (columns + width > room) return { text: `${shown}…`, columnsBefore }
    shown += character === '\t' ? ' ' : character
    columns += width
    offset += character.length
  }
  if (offset <= at) columnsBefore = columns
  return { text: shown, columnsBefore }
}
