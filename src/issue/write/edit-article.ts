import { diagnostic, done, hasErrors, type Outcome, refused } from '../../base/diagnostic.ts'
import type { SourceText } from '../../base/source.ts'
import { englishName } from '../language/collections.ts'
import { itemTable } from '../language/issue-keys.ts'
import { defaultLimits } from '../limits.ts'
import { frontMatterOf, readNodes } from '../read-file.ts'
import type { Node } from '../yaml/nodes.ts'
import { letters } from './block-lines.ts'
import { isChineseKey, itemEdits } from './edit-item.ts'
import type { ItemAct } from './outline-acts.ts'
import { type ArticleHead, itemOf } from './read-outline.ts'
import { withEdits } from './text-edits.ts'
import { scalarText } from './write-scalar.ts'

/** `# title` in the first line, where no front matter is; what is before it, the title, and the line's end. */
const HEADING = /^(\ufeff?\s*#[ \t\u3000]+)([^\r\n]*[^\s])([ \t]*(?:\r?\n)*)/

/** What the head of an article's own file has for the outline; null where it does not read. */
export function readArticleHead(source: SourceText): ArticleHead | null {
  const own = source.file
  const head = frontOf(source)
  if (head === null) return null
  if (head.kind === 'map') {
    const { title, fields, pictures } = itemOf(head, source.text)
    return { own, title, fields, pictures }
  }
  const title = frontMatterOf(source) === null ? (HEADING.exec(source.text)?.[2] ?? '') : ''
  return { own, title, fields: title === '' ? {} : { title }, pictures: [] }
}

/**
 * An article's own file with one change of its head: the fewest lines are touched, and the text is read again and comes
 * back only where it says what was meant and nothing else changed. A file without front matter gets one when it needs
 * it; keys that it does not have yet are written in Chinese where its others are, or else where `chinese` says so.
 */
export function editArticle(source: SourceText, act: ItemAct, chinese: boolean): Outcome<string | null> {
  const text = editedHead(source, act, chinese)
  const made = text === null ? null : { file: source.file, text }
  if (made === null || !keepsOthers(source, made, act))
    return refused(diagnostic('E-OUTLINE-EDIT', { file: source.file, from: 0, to: 0 }, { file: source.file }))
  return done(made.text)
}

function editedHead(source: SourceText, act: ItemAct, chinese: boolean): string | null {
  const { text } = source
  const head = frontOf(source)
  if (head === null) return null
  if (head.kind === 'map') {
    const edits = itemEdits(
      text,
      head,
      act,
      head.entries.length > 0 ? head.entries.some(isChineseKey) : chinese,
    )
    return edits && withEdits(text, edits)
  }
  const heading = frontMatterOf(source) === null ? HEADING.exec(text) : null
  if (heading && act.act === 'set' && act.field === 'title' && act.text !== '')
    return heading[1] + act.text + text.slice((heading[1] + (heading[2] as string)).length)
  const first = firstEntry(act, chinese)
  return first === null ? null : withFirst(source, heading, first)
}

/** The first line of a head; null for a change of what is not there, or to nothing. */
function firstEntry(act: ItemAct, chinese: boolean): string | null {
  const named = (name: 'images' | Extract<ItemAct, { act: 'set' }>['field']) =>
    chinese ? itemTable[name].zh : name
  if (act.act === 'add-picture') return `${named('images')}: [${scalarText(act.src, true)}]`
  if (act.act !== 'set' || act.text === '') return null
  const isYaml = act.field === 'lead' || /^\{.*\}$/.test(act.text)
  return `${named(act.field)}: ${isYaml ? act.text : scalarText(act.text)}`
}

/** The text with front matter that has the entry; a heading goes into it as the title. */
function withFirst(source: SourceText, heading: RegExpExecArray | null, entry: string): string {
  const { text } = source
  const newline = /\r\n|\n/.exec(text)?.[0] ?? '\n'
  const mark = text.startsWith('\ufeff') ? '\ufeff' : ''
  if (frontMatterOf(source) !== null) {
    const at = text.indexOf('\n') + 1
    return `${text.slice(0, at)}${entry}${newline}${text.slice(at)}`
  }
  const chinese = /^\p{Script=Han}/u.test(entry)
  const title = heading
    ? [`${chinese ? itemTable.title.zh : 'title'}: ${scalarText(heading[2] as string)}`]
    : []
  const body = heading ? text.slice(heading[0].length) : text.slice(mark.length)
  return mark + ['---', ...title, entry, '---', body].join(newline)
}

/** The map of the front matter; a node that is none where there is no front matter or nothing in it. */
function frontOf(source: SourceText): Node | null {
  const nothing: Node = { kind: 'empty', span: { file: source.file, from: 0, to: 0 } } as Node
  const front = frontMatterOf(source)
  if (front === null) return /^\ufeff?---[ \t]*(?:\r?\n|$)/.test(source.text) ? null : nothing
  if (front.text.trim() === '') return nothing
  const { value, diagnostics } = readNodes(front, { limits: defaultLimits, keepInvisible: true })
  if (hasErrors(diagnostics) || value === null) return null
  return value.kind === 'map' || value.kind === 'empty' ? value : null
}

/** Whether the body and all keys but the one that was meant say what they did, and that one what it should. */
function keepsOthers(before: SourceText, after: SourceText, act: ItemAct): boolean {
  const [old, made] = [readArticleHead(before), readArticleHead(after)]
  if (old === null || made === null || bodyOf(before) !== bodyOf(after)) return false
  const name = act.act === 'set' ? act.field : 'images'
  if (act.act === 'set' && (made.fields[act.field] ?? '') !== act.text) return false
  return restOf(before, name) === restOf(after, name)
}

function restOf(source: SourceText, name: string): string {
  const head = frontOf(source)
  const title = readArticleHead(source)?.title ?? ''
  const entries = head?.kind === 'map' ? head.entries : []
  const rest = entries.filter(({ key }) => !/^(?:title|标题)$/.test(key.text.text))
  const others = rest.filter(({ key }) => englishName(key.text.text, itemTable) !== name)
  return [
    name === 'title' ? '' : title,
    ...others.map(({ key, value }) => `${key.text.text}:${letters(value)}`),
  ].join('\n')
}

function bodyOf(source: SourceText): string {
  const front = frontMatterOf(source)
  if (front === null) return source.text.replace(HEADING, '').replace(/^\ufeff/, '')
  const end = source.text.indexOf('\n', front.text.length)
  return end < 0 ? '' : source.text.slice(end + 1)
}
