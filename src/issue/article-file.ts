import { type Diagnostic, diagnostic, hasErrors, type Outcome, refused } from '../base/diagnostic.ts'
import type { SourceText } from '../base/source.ts'
import { type ArticleValue, articleKeys } from './language/issue-keys.ts'
import { type MappedText, MappedTextWriter, sliceMapped } from './mapped-text.ts'
import { type FileOptions, frontMatterOf, readingOf, readNodes, scanText } from './read-file.ts'

/** An article's own file: front matter between two lines `---`, then its text. `# title` may stand for the first. */
export function readArticleFile(source: SourceText, options: FileOptions): Outcome<ArticleValue | null> {
  const scanned = scanText(source, options.limits.markdownSize, options)
  if (hasErrors(scanned)) return { value: null, diagnostics: scanned }
  const article = readScanned(source, options)
  return { value: article.value, diagnostics: [...scanned, ...article.diagnostics] }
}

function readScanned(typed: SourceText, options: FileOptions): Outcome<ArticleValue | null> {
  const { file } = typed
  const text = typed.text.replace(/\r(?!\n)/g, '\n')
  const source = { file, text }
  const start = text.startsWith('\ufeff') ? 1 : 0
  if (!/^---[ \t]*(?:\r?\n|$)/.test(text.slice(start))) return withoutFrontMatter(source, start, options)
  const head = frontMatterOf(source)
  if (head === null) {
    return refused(diagnostic('E-FRONT-MATTER', { file, from: start, to: start + 3 }))
  }
  const after = text.indexOf('\n', head.text.length)
  const body = mappedFrom(source, after < 0 ? text.length : after + 1, options)
  return readFrontMatter(head, body, options)
}

function readFrontMatter(
  head: SourceText,
  body: MappedText,
  options: FileOptions,
): Outcome<ArticleValue | null> {
  const span = { file: head.file, from: 0, to: 0 }
  if (head.text.trim() === '') return { value: { body, span, keySpans: {} }, diagnostics: [] }
  const nodes = readNodes(head, options)
  // Invisible characters are spoken of once, for the whole file; those that escapes stand for only here.
  const diagnostics: Diagnostic[] = nodes.diagnostics.filter(
    ({ code, span }) => !/^W-(?:BIDI|GARBLED)$/.test(code) || head.text[span?.from ?? 0] === '\\',
  )
  if (nodes.value === null) return { value: null, diagnostics }
  const entries = nodes.value.kind === 'map' ? nodes.value.entries : []
  for (const { key } of entries.filter((one) => /^(?:file|文件)$/.test(one.key.text.text))) {
    diagnostics.push(diagnostic('E-INCLUDE', key.span, { key: key.text.text }))
  }
  if (hasErrors(diagnostics)) return { value: null, diagnostics }
  const value = articleKeys.read(nodes.value, head.file, readingOf(head, diagnostics)) ?? null
  return { value: value && withBody(value, body, diagnostics), diagnostics }
}

function withBody(value: ArticleValue, body: MappedText, diagnostics: Diagnostic[]): ArticleValue {
  if (body.text.trim() === '') return value
  if (value.body) {
    const first = value.keySpans.body ?? value.span
    diagnostics.push(diagnostic('E-ITEM-BOTH', first, { first: 'body', second: '---' }))
  }
  return { ...value, body }
}

/** A file that begins with its text: `# title` in the first line, or no title at all. */
function withoutFrontMatter(
  source: SourceText,
  start: number,
  options: FileOptions,
): Outcome<ArticleValue | null> {
  const body = mappedFrom(source, start, options)
  const span = { file: source.file, from: start, to: source.text.length }
  const heading = /^\s*#[ \t\u3000]+([^\r\n]+)/.exec(body.text)
  if (!heading) return { value: { body, span, keySpans: {} }, diagnostics: [] }
  const from = heading[0].length - (heading[1] as string).length
  const title = sliceMapped(body, from, heading[0].trimEnd().length)
  const rest = sliceMapped(body, heading[0].length, body.text.length)
  return { value: { title, body: rest, span, keySpans: {} }, diagnostics: [] }
}

function mappedFrom({ file, text }: SourceText, from: number, { keepInvisible }: FileOptions): MappedText {
  const writer = new MappedTextWriter(keepInvisible)
  writer.add(text.slice(from), from)
  return writer.finish(file, text.length)
}
