import { type Diagnostic, diagnostic, hasErrors, type Outcome } from '../base/diagnostic.ts'
import type { SourceText } from '../base/source.ts'
import { type ArticleValue, articleKeys } from './language/issue-keys.ts'
import type { Limits } from './limits.ts'
import { type MappedText, MappedTextWriter, sliceMapped } from './mapped-text.ts'
import { readingOf, readNodes } from './read-file.ts'

const FENCE = /^---[ \t]*$/m

/** An article's own file: front matter between two lines `---`, then its text. `# title` may stand for the first. */
export function readArticleFile(source: SourceText, limits: Limits): Outcome<ArticleValue | null> {
  const start = source.text.startsWith('\ufeff') ? 1 : 0
  const text = source.text.replace(/\r(?!\n)/g, '\n')
  if (!/^---[ \t]*\r?(?:\n|$)/.test(text.slice(start))) return withoutFrontMatter(source, text, start)
  const opened = text.indexOf('\n', start) + 1
  const fence = opened === 0 ? null : FENCE.exec(text.slice(opened).replace(/\r\n/g, ' \n'))
  if (!fence) {
    const span = { file: source.file, from: start, to: start + 3 }
    return { value: null, diagnostics: [diagnostic('E-FRONT-MATTER', span)] }
  }
  const end = opened + fence.index
  const after = text.indexOf('\n', end)
  const body = mappedLines(source.file, text, after < 0 ? text.length : after + 1)
  // Offsets stay those of the whole file: what is not front matter is blanked, not cut.
  const head = { file: source.file, text: `${blanked(text.slice(0, opened))}${text.slice(opened, end)}` }
  return readFrontMatter(head, body, limits)
}

function blanked(text: string): string {
  return text.replace(/[^\r\n]/g, ' ').replace(/ +$/, '')
}

function readFrontMatter(head: SourceText, body: MappedText, limits: Limits): Outcome<ArticleValue | null> {
  if (head.text.trim() === '')
    return { value: { body, span: { file: head.file, from: 0, to: 0 }, keySpans: {} }, diagnostics: [] }
  const nodes = readNodes(head, limits)
  if (nodes.value === null) return { value: null, diagnostics: nodes.diagnostics }
  const diagnostics: Diagnostic[] = [...nodes.diagnostics]
  if (nodes.value.kind === 'map') {
    for (const { key } of nodes.value.entries) {
      if (key.text.text === 'file' || key.text.text === '文件') {
        diagnostics.push(diagnostic('E-INCLUDE', key.span, { key: key.text.text }))
      }
    }
  }
  if (hasErrors(diagnostics)) return { value: null, diagnostics }
  const value = articleKeys.read(nodes.value, head.file, readingOf(head, diagnostics))
  if (!value) return { value: null, diagnostics }
  const whole = body.text.trim() === '' ? value : { ...value, body }
  if (value.body && body.text.trim() !== '') {
    const first = value.keySpans.body ?? value.span
    diagnostics.push(diagnostic('E-DUP', first, { key: 'body', first: '---' }))
  }
  return { value: whole, diagnostics }
}

/** A file that begins with its text: `# title` in the first line, or no title at all. */
function withoutFrontMatter(source: SourceText, text: string, start: number): Outcome<ArticleValue | null> {
  const body = mappedLines(source.file, text, start)
  const heading = /^\s*#[ \t\u3000]+([^\r\n]+)/.exec(body.text)
  const span = { file: source.file, from: start, to: text.length }
  if (!heading) return { value: { body, span, keySpans: {} }, diagnostics: [] }
  const from = heading[0].length - (heading[1] as string).length
  const title = sliceMapped(body, from, heading[0].trimEnd().length)
  const rest = sliceMapped(body, heading[0].length, body.text.length)
  return { value: { title, body: rest, span, keySpans: {} }, diagnostics: [] }
}

function mappedLines(file: string, text: string, from: number): MappedText {
  const writer = new MappedTextWriter()
  writer.add(text.slice(from), from)
  return writer.finish(file, text.length)
}
