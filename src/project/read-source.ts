import { posix, relative, sep } from 'node:path'
import { diagnostic, done, type Outcome, refused } from '../base/diagnostic.ts'
import type { SourceText, Span } from '../base/source.ts'
import { strictText } from '../base/strict-text.ts'
import type { ProjectFiles } from './project-files.ts'

/** Most bytes of a YAML or Markdown file. */
export const TEXT_LIMIT = 2 * 1024 * 1024

/** Decoders by the names people use for them. */
const ENCODINGS: Readonly<Record<string, string>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  gb18030: 'gb18030',
  'utf-16le': 'utf-16le',
  'utf-16': 'utf-16le',
  'utf-16be': 'utf-16be',
}

/** Path of a file as shown to people and named in spans: from the project's folder, with `/`. */
export function shownPath(root: string, file: string): string {
  return relative(root, file).split(sep).join('/')
}

/** Paths count from the file that names them: what a message proposes must be right where it is typed. */
export function shownIn(span: Span | null): ((path: string) => string) | undefined {
  return span === null ? undefined : (path) => posix.relative(posix.dirname(span.file), path)
}

/** A text file of the project; UTF-8 unless `encoding` says otherwise. */
export function readSource(
  files: ProjectFiles,
  path: string,
  span: Span | null,
  encoding: string | undefined,
): Outcome<SourceText | null> {
  const read = files.read(path, { limit: TEXT_LIMIT, span, shown: shownIn(span) })
  if (read.value === null) return refused(...read.diagnostics)
  const { value: text, diagnostics } = decoded(read.value, path, encoding)
  if (text === null) return refused(...read.diagnostics, ...diagnostics)
  return { value: { file: path, text: withLineFeeds(text) }, diagnostics: read.diagnostics }
}

function decoded(bytes: Uint8Array, file: string, encoding: string | undefined): Outcome<string | null> {
  const named = encoding === undefined ? 'utf-8' : ENCODINGS[encoding.toLowerCase()]
  if (named === undefined) return refused(diagnostic('E-ENCODING-NAME', null, { encoding: encoding ?? '' }))
  const unicode = strictText(bytes, 'utf-8')
  // A project's files may differ: what is plainly UTF-8 is read as such whatever the others are.
  if (unicode !== null && isPlainlyUtf8(bytes, unicode, named)) return done(unicode)
  const text = named === 'utf-8' ? unicode : strictText(bytes, named)
  if (text !== null && !looksLikeUtf16(bytes, named)) return done(text)
  const looksLike = guessed(bytes)
  const span = { file, from: 0, to: 0 }
  if (looksLike === null) return refused(diagnostic('E-ENCODING-UNKNOWN', span, { file }))
  const values = { file, encoding: looksLike, option: looksLike.toLowerCase() }
  return refused(diagnostic('E-ENCODING', span, values))
}

/** Bytes of GB18030 hardly ever make valid UTF-8, and never Han of it. */
const HAN = /[\u2e80-\u9fff]/

/** Whether valid UTF-8 cannot be in the other encoding that was named: in UTF-16 the colons of YAML have a NUL byte. */
function isPlainlyUtf8(bytes: Uint8Array, unicode: string, named: string): boolean {
  if (named === 'utf-8') return false
  return named.startsWith('utf-16') ? !bytes.includes(0) : HAN.test(unicode)
}

/**
 * A file's text in whatever encoding it plainly has, for looking at its head; '' for one that is no text. Reading the
 * file itself is {@link readSource}, which says what encoding is wanted.
 */
export function textInAnyEncoding(bytes: Uint8Array): string {
  const plain = looksLikeUtf16(bytes, 'utf-8') ? null : strictText(bytes, 'utf-8')
  const other = plain === null ? guessed(bytes) : null
  return withLineFeeds(plain ?? (other === null ? null : strictText(bytes, other)) ?? '')
}

/**
 * A text whose only line ends are those of other systems (NEL, Unicode's line and paragraph separators) with line feeds
 * in their places; one that has line feeds too keeps them as characters of its lines.
 */
export function withLineFeeds(text: string): string {
  return /[\n\r]/.test(text) ? text : text.replace(/[\u0085\u2028\u2029]/g, '\n')
}

/** A project's text file for its head alone; null, with nothing said, when it cannot be read. */
export function readForHead(files: ProjectFiles, path: string): SourceText | null {
  const { value } = files.read(path, { limit: TEXT_LIMIT, span: null })
  return value && { file: path, text: textInAnyEncoding(value) }
}

/** The byte order mark that a file begins with and reading leaves out; '' without one. */
export function markOf(files: ProjectFiles, path: string): string {
  const { value } = files.read(path, { limit: TEXT_LIMIT, span: null })
  return value?.[0] === 0xef && value[1] === 0xbb && value[2] === 0xbf ? '\ufeff' : ''
}

/** UTF-16 without a mark is valid UTF-8 as far as it goes, but full of NUL. */
function looksLikeUtf16(bytes: Uint8Array, encoding: string): boolean {
  if (encoding !== 'utf-8' || bytes.length < 4) return false
  const head = bytes.subarray(0, 64)
  return head.filter((byte) => byte === 0).length * 4 > head.length
}

/** Han and what stands among them, as hardly any other bytes would read. */
const CHINESE = /^[\t\n\r -~\u00b7\u2014-\u2026\u3000-\u3011\u4e00-\u9fff\uff01-\uff5e]+$/

function isChinese(bytes: Uint8Array, encoding: string): boolean {
  return CHINESE.test(strictText(bytes, encoding) ?? '')
}

/** null for what is no text in any encoding we know. */
function guessed(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe && bytes[2] === 0 && bytes[3] === 0) return null // UTF-32
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16LE'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16BE'
  if (looksLikeUtf16(bytes, 'utf-8')) return bytes[0] === 0 ? 'UTF-16BE' : 'UTF-16LE'
  // Hardly any NUL where nearly all is Han.
  if (bytes.includes(0)) return ['UTF-16LE', 'UTF-16BE'].find((one) => isChinese(bytes, one)) ?? null
  const isText = !bytes.subarray(0, 4000).includes(0) && strictText(bytes, 'gb18030') !== null
  return isText ? 'GB18030' : null
}
