import type { CST } from 'yaml'
import type { EscapedCharacter } from '../lines/characters.ts'
import { type MappedText, MappedTextWriter } from '../mapped-text.ts'
import type { Fault } from './fault.ts'

/** Where the reader of a file's values puts what it finds wrong. */
export interface ScalarContext {
  readonly file: string
  readonly fault: (fault: Fault) => void
  /** Told of every character that a numbered or lettered escape stands for. */
  readonly escaped: (one: EscapedCharacter) => void
  /** Whether zero-width and directional characters are part of the text. */
  readonly keepInvisible: boolean
}

const BAD_STARTS = ',%|>@`'

/** A bare value; lines are trimmed, and blank lines kept. */
export function readPlain(token: CST.FlowScalar, { file, fault, keepInvisible }: ScalarContext): MappedText {
  const { source, offset } = token
  if (BAD_STARTS.includes(source[0] ?? ' ')) fault({ kind: 'bad-start', from: offset, to: offset + 1 })
  const out = new MappedTextWriter(keepInvisible)
  addTrimmedLines(out, source, offset)
  return out.finish(file, offset + source.length)
}

/** A value in single quotes: only `''` means something else than itself. */
export function readSingleQuoted(
  token: CST.FlowScalar,
  { file, fault, keepInvisible }: ScalarContext,
): MappedText {
  const { source, offset } = token
  const closed = source.length > 1 && source.endsWith("'")
  if (!closed) fault({ kind: 'open-quote', from: offset, to: offset + source.length })
  const out = new MappedTextWriter(keepInvisible)
  const inner = source.slice(1, closed ? -1 : undefined)
  let at = 0
  for (const part of inner.split("''")) {
    if (at > 0) {
      out.add("'", offset + 1 + at - 2)
      out.breakOff()
    }
    addTrimmedLines(out, part, offset + 1 + at)
    at += part.length + 2
  }
  return out.finish(file, offset + source.length)
}

const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  '\t': '\t',
}
const HEX_DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 }

/** A value in double quotes, with its backslash escapes. */
export function readDoubleQuoted(token: CST.FlowScalar, context: ScalarContext): MappedText {
  const { source, offset } = token
  const closed = source.length > 1 && source.endsWith('"')
  if (!closed) context.fault({ kind: 'open-quote', from: offset, to: offset + source.length })
  const out = new MappedTextWriter(context.keepInvisible)
  const stop = closed ? source.length - 1 : source.length
  let from = 1
  while (from < stop) {
    const backslash = source.indexOf('\\', from)
    const to = backslash < 0 || backslash >= stop ? stop : backslash
    addTrimmedLines(out, source.slice(from, to), offset + from)
    from = to
    if (to < stop) from = to + addEscape(out, source, to, context, offset)
  }
  return out.finish(context.file, offset + source.length)
}

/** Adds what the escape at `at` stands for; gives the escape's length. */
function addEscape(
  out: MappedTextWriter,
  source: string,
  at: number,
  context: ScalarContext,
  offset: number,
): number {
  const sign = source[at + 1] ?? ''
  if (sign === '\n' || sign === '\r') {
    const rest = /^(?:\r?\n)[ \t]*/.exec(source.slice(at + 1))
    out.breakOff()
    return 1 + (rest?.[0].length ?? 1)
  }
  const { known, length } = escapeAt(source, at)
  if (known === undefined) {
    context.fault({
      kind: 'bad-escape',
      from: offset + at,
      to: offset + at + Math.min(length, 2),
      start: offset,
    })
    return 2
  }
  context.escaped({ character: known, from: offset + at, to: offset + at + length })
  out.breakOff()
  out.add(known, offset + at)
  out.breakOff()
  return length
}

/** What an escape stands for, and how many characters it has; two that are halves of one character are one. */
function escapeAt(
  source: string,
  at: number,
): { readonly known: string | undefined; readonly length: number } {
  const sign = source[at + 1] ?? ''
  const digits = HEX_DIGITS[sign]
  if (digits === undefined) return { known: ESCAPES[sign], length: 2 }
  const length = 2 + digits
  const code = codeOf(source, at, digits)
  if (code < 0 || code > 0x10ffff) return { known: undefined, length }
  const low =
    code >= 0xd800 && code <= 0xdbff && source.startsWith('\\u', at + length)
      ? codeOf(source, at + length, 4)
      : 0
  if (low >= 0xdc00 && low <= 0xdfff) return { known: String.fromCharCode(code, low), length: length + 6 }
  return { known: String.fromCodePoint(code), length }
}

function codeOf(source: string, at: number, digits: number): number {
  const hex = source.slice(at + 2, at + 2 + digits)
  return /^[0-9a-fA-F]+$/.test(hex) && hex.length === digits ? Number.parseInt(hex, 16) : -1
}

/** Lines of a flow value, or of a stretch of one: spaces beside line breaks do not count. */
function addTrimmedLines(out: MappedTextWriter, source: string, offset: number): void {
  if (!source.includes('\n')) {
    out.add(source, offset)
    return
  }
  const line = /([^\n]*?)(\r?\n|$)/y
  while (line.lastIndex < source.length) {
    const start = line.lastIndex
    const match = line.exec(source)
    if (!match) break
    const [whole, content = '', end = ''] = match
    const text = trimmedLine(content, start === 0, end === '')
    out.add(text.text, offset + start + text.skipped)
    if (end !== '') out.add('\n', offset + start + whole.length - 1)
  }
}

function trimmedLine(line: string, first: boolean, last: boolean): { text: string; skipped: number } {
  let from = 0
  let to = line.length
  if (!first) while (from < to && isYamlBlank(line.charCodeAt(from))) from += 1
  if (!last) while (to > from && isYamlBlank(line.charCodeAt(to - 1))) to -= 1
  return { text: line.slice(from, to), skipped: from }
}

function isYamlBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x09
}

/** A block after `|` or `>`; both keep their lines: what a line break means is settled by the text's reader. */
export function readBlock(
  token: CST.BlockScalar,
  { file, fault, keepInvisible }: ScalarContext,
  parentIndent: number,
): MappedText {
  const header = token.props[0] as CST.SourceToken
  const wrong = token.props.find((prop, index) => !isHeaderPart(prop, token.props[index - 1]))
  if (wrong) {
    const to =
      'source' in wrong && typeof wrong.source === 'string'
        ? wrong.offset + wrong.source.length
        : wrong.offset
    fault({ kind: 'block-header', from: token.offset, to })
  }
  const last = token.props.at(-1) as CST.SourceToken
  const start = last.offset + last.source.length
  const given = /[1-9]/.exec(header.source)?.[0]
  const indent = given ? Math.max(0, parentIndent) + Number(given) : firstIndent(token.source)
  return readBlockLines(token.source, start, indent, { file, fault, keepInvisible })
}

/** The lines below a header, which begin at `start` of the file and are text from `indent` on. */
export function readBlockLines(
  source: string,
  start: number,
  indent: number,
  { file, fault, keepInvisible }: Pick<ScalarContext, 'file' | 'fault' | 'keepInvisible'>,
): MappedText {
  const out = new MappedTextWriter(keepInvisible)
  addBlockLines(out, source, start, { indent, fault })
  return out.finish(file, start + source.length)
}

/** `|`, `>2-`, blanks, and a comment with a space before it. */
function isHeaderPart(prop: CST.Token, before: CST.Token | undefined): boolean {
  if (prop.type === 'block-scalar-header') return /^[|>](?:[1-9]?[-+]?|[-+][1-9])$/.test(prop.source)
  return (
    prop.type === 'space' || prop.type === 'newline' || (prop.type === 'comment' && before?.type === 'space')
  )
}

function addBlockLines(
  out: MappedTextWriter,
  source: string,
  start: number,
  { indent, fault }: { indent: number; fault: ScalarContext['fault'] },
): void {
  const end = source.trimEnd().length
  let from = 0
  while (from < end) {
    const newline = source.indexOf('\n', from)
    const to = newline < 0 || newline > end ? end : newline
    let skipped = 0
    while (skipped < indent && source[from + skipped] === ' ') skipped += 1
    const content = source.slice(Math.min(from + skipped, to), to).replace(/\r$/, '')
    if (skipped < indent && content.trim() !== '') {
      fault({ kind: 'block-indent', from: start + from, to: start + from + skipped + 1 })
    }
    out.add(content, start + from + skipped)
    if (to < end) out.add('\n', start + to)
    from = to + 1
  }
}

function firstIndent(source: string): number {
  const first = /^(?:[ \t]*\r?\n)*( *)\S/.exec(source)
  return first?.[1]?.length ?? 0
}
