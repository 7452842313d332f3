import type { Diagnostic, Outcome } from '../../base/diagnostic.ts'
import type { SourceText, Span } from '../../base/source.ts'
import type { Article, Brief, Issue } from '../issue.ts'
import type { IssueSources } from '../issue-sources.ts'
import { sectionItem } from '../language/issue-keys.ts'
import { readingOf, scanText } from '../read-file.ts'
import { type IssueParts, inOrder, readIssueParts } from '../read-issue-parts.ts'
import { readItem, type SectionContext } from '../read-sections.ts'
import type { Node } from '../yaml/nodes.ts'
import { blockAgain, blockChanged, type EditedFile } from './block-again.ts'
import { afterChange, type FileChange, movedNode, TornPlace } from './moved.ts'
import { changeBetween } from './text-change.ts'

/** An issue's last state without errors, from which a change in the midst of one article's text is read without the rest. */
export interface ReadMemory {
  last: KeptReading | null
  /** What an article was before it only moved in its file, and how far it has moved since. */
  readonly origins: Origins
}

export type Origins = WeakMap<Article | Brief, { readonly origin: Article | Brief; readonly by: number }>

export function readMemory(): ReadMemory {
  return { last: null, origins: new WeakMap() }
}

/** An article's piece of the structure; it stands `by` further down than its places say. */
interface KeptItem {
  readonly node: Node
  readonly section: string
  readonly by: number
}

type Other = IssueSources['others'][number]

interface KeptReading {
  readonly sources: Omit<IssueSources, 'article'>
  readonly articles: readonly AskedArticle[]
  readonly issue: Issue
  readonly said: readonly Diagnostic[]
  readonly context: SectionContext
  readonly items: readonly KeptItem[]
  readonly headers: readonly number[]
}

/** A file that was asked for. */
interface AskedArticle {
  readonly path: string
  readonly span: Span
  readonly outcome: Outcome<SourceText | null>
}

/** What `readIssue` gives, with what the memory knows of the state before. */
export function readIssueAgain(sources: IssueSources, memory: ReadMemory): Outcome<Issue | null> {
  const known = memory.last
  const again = known === null ? null : changedReading(sources, known, memory.origins)
  if (again === null) return readWhole(sources, memory)
  memory.last = again
  return { value: again.issue, diagnostics: inOrder(again.said) }
}

function readWhole(sources: IssueSources, memory: ReadMemory): Outcome<Issue | null> {
  const parts: IssueParts = { node: null, structure: [], headers: [], context: null, said: [] }
  const articles: AskedArticle[] = []
  const article: IssueSources['article'] = (path, span) => {
    const outcome = sources.article(path, span)
    articles.push({ path, span, outcome })
    return outcome
  }
  const outcome = readIssueParts({ ...sources, article }, parts)
  const { node, structure, context, said } = parts
  const isKept = outcome.value !== null && node !== null && context !== null && structure.length === 0
  if (isKept && articles.every((one) => one.outcome.diagnostics.length === 0))
    memory.last = {
      sources,
      articles,
      issue: outcome.value as Issue,
      said,
      context: context as SectionContext,
      items: itemsOf(node as Node),
      headers: parts.headers,
    }
  return outcome
}

/** The pieces of the sections, from top to bottom. */
function itemsOf(node: Node): readonly KeptItem[] {
  if (node.kind !== 'map') return []
  const sections = node.entries.find(({ key }) => key.text.text === 'sections' || key.text.text === '栏目')
  if (sections?.value.kind !== 'map') return []
  return sections.value.entries.flatMap(({ key, value }) =>
    value.kind === 'list' ? value.items.map((one) => ({ node: one, section: key.text.text, by: 0 })) : [],
  )
}

/** The state after a change in the midst of one article's text; null for any other change. */
function changedReading(sources: IssueSources, known: KeptReading, origins: Origins): KeptReading | null {
  const before = known.sources.issue
  const { issue: now } = sources
  if (now.file !== before.file || !isSameAround(sources, known.sources)) return null
  const file: EditedFile = {
    before: before.text,
    now: now.text,
    change: { file: now.file, ...changeBetween(before.text, now.text) },
  }
  try {
    const next = file.before === file.now ? known : withChange(file, sources, known, origins)
    return next !== null && known.articles.every((one) => isUnchanged(one, sources))
      ? { ...next, sources }
      : null
  } catch (error) {
    if (error instanceof TornPlace) return null
    throw error
  }
}

/** Whether all but the issue's own text is as it was. */
function isSameAround(now: IssueSources, before: KeptReading['sources']): boolean {
  return (
    now.publication?.text === before.publication?.text &&
    now.publication?.file === before.publication?.file &&
    now.limits === before.limits &&
    JSON.stringify(now.sets) === JSON.stringify(before.sets) &&
    now.others.length === before.others.length &&
    now.others.every((one, at) => isSameOther(one, before.others[at]))
  )
}

function isSameOther(now: Other, before: Other | undefined): boolean {
  if (now === before) return true
  if ('text' in now)
    return before !== undefined && 'text' in before && now.file === before.file && now.text === before.text
  return JSON.stringify(now) === JSON.stringify(before)
}

function isUnchanged({ path, span, outcome }: AskedArticle, sources: IssueSources): boolean {
  const now = sources.article(path, span)
  return now.diagnostics.length === 0 && now.value?.text === outcome.value?.text
}

function withChange(
  file: EditedFile,
  sources: IssueSources,
  known: KeptReading,
  origins: Origins,
): KeptReading | null {
  const { change } = file
  const at = known.items.findIndex(
    ({ node, by }) => node.span.from + by < change.from && change.to < node.span.to + by,
  )
  const item = known.items[at]
  if (item === undefined || file.before.includes('\r') || isTooLong(sources.issue, known)) return null
  const pieces = changedPieces(item, file, known)
  if (pieces === null) return null
  const was = articleOf(pieces.before, item.section, { ...sources.issue, text: file.before }, known)
  const is = articleOf(pieces.now, item.section, sources.issue, known)
  const said = was && is && sayingOther(known.said, was.said, is.said, change)
  if (!was || !is || !said) return null
  const issue = withArticle(known.issue, was.article, is.article, change, origins)
  if (issue === null) return null
  const moving = (one: KeptItem, index: number) => (index > at ? { ...one, by: one.by + change.by } : one)
  const items = known.items.map((one, index) =>
    index === at ? { ...item, node: pieces.now, by: 0 } : moving(one, index),
  )
  const headers = known.headers.map((one) => (one > change.from ? one + change.by : one))
  return { ...known, issue, said, items, headers }
}

function isTooLong(issue: SourceText, { context: { options } }: KeptReading): boolean {
  // What is longer by its letters alone may be too long in bytes.
  return (
    issue.text.length * 3 > options.limits.yamlSize &&
    scanText(issue, options.limits.yamlSize, options).length > 0
  )
}

/** A piece of the structure before and after the change; null where that is not of one text alone. */
function changedPieces(
  { node, by }: KeptItem,
  file: EditedFile,
  { context: { options }, headers }: KeptReading,
): { readonly before: Node; readonly now: Node } | null {
  const whole = { file: file.change.file, from: -1, to: -1, by }
  const before = movedNode(node, whole, () => null)
  const block = blockChanged(before, file.change)
  if (block === null || (before.kind === 'map' && before.entries.some(({ key }) => isFileKey(key.text.text))))
    return null
  const again = blockAgain(block, file, { ...options, headers })
  if (again === null) return null
  return { before, now: movedNode(before, file.change, (one) => (one === block ? again : null)) }
}

function isFileKey(key: string): boolean {
  return key === 'file' || key === '文件'
}

/** An article as it is read, and what is said of it; null for what is none. */
function articleOf(
  node: Node,
  section: string,
  source: SourceText,
  { context }: KeptReading,
): { readonly article: Article; readonly said: readonly Diagnostic[] } | null {
  const said: Diagnostic[] = []
  const reading = readingOf(source, said)
  const value = sectionItem.read(node, section, reading)
  const article = value === undefined ? null : readItem(value, { ...context, reading, diagnostics: said })
  return article !== null && 'title' in article ? { article, said } : null
}

/** All that was said, with what is said of an article now in place of what was; null where there is more or less of it. */
function sayingOther(
  all: readonly Diagnostic[],
  was: readonly Diagnostic[],
  is: readonly Diagnostic[],
  change: FileChange,
): readonly Diagnostic[] | null {
  if (was.length !== is.length || is.some(({ severity }) => severity === 'error')) return null
  const waiting = was.map((one) => JSON.stringify(one))
  const said = all.map((one) => {
    if (waiting.length === 0 || JSON.stringify(one) !== waiting[0]) return afterChange(one, change)
    waiting.shift()
    return is[is.length - waiting.length - 1] as Diagnostic
  })
  return waiting.length === 0 ? said : null
}

/** The issue with one article in place of its equal, and all places behind the change moved. */
function withArticle(
  issue: Issue,
  was: Article,
  is: Article,
  change: FileChange,
  origins: Origins,
): Issue | null {
  const written = JSON.stringify(was)
  const isThat = (one: Article) => one.span.file === was.span.file && one.span.from === was.span.from
  const piece = <T extends Article | Brief>(one: T) => movedPiece(one, change, origins)
  let found = false
  const sections = issue.sections.map((section) => {
    const articles = section.articles.map((one) => {
      if (!isThat(one) || JSON.stringify(one) !== written) return piece(one)
      found = true
      return is
    })
    return {
      ...section,
      articles,
      briefs: section.briefs.map(piece),
      span: afterChange(section.span, change),
    }
  })
  return found ? { ...afterChange({ ...issue, sections: [] }, change), sections } : null
}

function movedPiece<T extends Article | Brief>(one: T, change: FileChange, origins: Origins): T {
  // Its places, if they are in this file at all, are all in one piece of the structure.
  const isAbove = one.span.file === change.file && one.span.to <= change.from
  const next = isAbove ? one : afterChange(one, change)
  if (next === one) return one
  const { origin, by } = origins.get(one) ?? { origin: one, by: 0 }
  origins.set(next, { origin, by: by + change.by })
  return next
}
