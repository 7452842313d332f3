import type { Outcome } from '../base/diagnostic.ts'
import { type Diagnostic, diagnostic, hasErrors } from '../base/diagnostic.ts'
import { nearOffered } from '../base/messages/issue-words.ts'
import type { SourceText, Span } from '../base/source.ts'
import { readArticleFile } from './article-file.ts'
import type { Article, Brief, Section } from './issue.ts'
import type { NamedValue } from './language/collections.ts'
import { didYouMean } from './language/did-you-mean.ts'
import { type ArticleValue, articleTable, type ItemValue } from './language/issue-keys.ts'
import type { Placed, Reading } from './language/kind.ts'
import { overlaid } from './overlay.ts'
import { resolvePath } from './paths.ts'
import { type ArticleDefaults, readArticle, readBrief } from './read-article.ts'
import type { FileOptions } from './read-file.ts'
import type { SectionRule } from './settings/read-publication.ts'

/** What reading sections needs besides their values. */
export interface SectionContext {
  readonly reading: Reading
  readonly defaults: ArticleDefaults
  readonly options: FileOptions
  readonly article: (path: string, span: Span) => Outcome<SourceText | null>
  readonly diagnostics: Diagnostic[]
}

/** Sections that stand first and in no publication's list. */
const FOREWORDS = new Set(['卷首语', '刊首语', '开篇语', '发刊词', '致读者', '编者的话'])

type SectionValue = NamedValue<readonly ItemValue[]>

/** An issue's sections in the publication's order; those it does not list come last, as written. */
export function readSections(
  values: readonly SectionValue[],
  rules: readonly SectionRule[],
  context: SectionContext,
): readonly Section[] {
  const order = new Map(rules.map((rule, index) => [rule.name, index]))
  const place = (name: string) => order.get(name) ?? (FOREWORDS.has(name) ? -1 : rules.length)
  reportUnlisted(values, rules, context.reading)
  const items = values.flatMap((value) => value.value).filter((item) => item.text === undefined).length
  if (items > context.options.limits.articles) {
    context.reading.report(
      diagnostic('E-MANY', null, { count: items, limit: context.options.limits.articles }),
    )
    return []
  }
  return values
    .map((value) =>
      readSection(
        value,
        rules.find((rule) => rule.name === value.name),
        context,
      ),
    )
    .filter((section) => section !== null)
    .sort((a, b) => place(a.name) - place(b.name))
}

function reportUnlisted(
  values: readonly SectionValue[],
  rules: readonly SectionRule[],
  reading: Reading,
): void {
  if (rules.length === 0) return
  const listed = rules.map((rule) => rule.name)
  const free = listed.filter((name) => !values.some((value) => value.name === name))
  for (const { name, nameSpan } of values) {
    if (listed.includes(name) || FOREWORDS.has(name)) continue
    const near = didYouMean(name, free)
    const ask = near === null ? { zh: '', en: '' } : nearOffered(near)
    const guess = near === null ? {} : { guess: near }
    reading.report(diagnostic('W-SECTION', nameSpan, { name, askZh: ask.zh, askEn: ask.en }, guess))
  }
}

function readSection(
  value: SectionValue,
  rule: SectionRule | undefined,
  context: SectionContext,
): Section | null {
  const { name, nameSpan } = value
  if (value.value.length === 0) {
    context.reading.report(diagnostic('W-EMPTY-SECTION', nameSpan, { name }))
    return null
  }
  const articles: Article[] = []
  const briefs: Brief[] = []
  for (const item of value.value) {
    const read = readItem(item, context)
    if (read === null) continue
    if ('title' in read) articles.push(read)
    else briefs.push(read)
  }
  if (articles.length > 0 && briefs.length > 0) {
    context.reading.report(diagnostic('W-MIXED-SECTION', nameSpan, { name }))
  }
  const style = rule?.style ?? (articles.length === 0 && briefs.length > 0 ? 'briefs' : 'articles')
  return { name, style, numbering: rule?.numbering ?? '1.', articles, briefs, span: nameSpan }
}

/** One piece of a section. */
export function readItem(item: ItemValue, context: SectionContext): Article | Brief | null {
  const { reading, defaults } = context
  if (item.file) return readFiled(item, item.file, context)
  if (item.text) {
    const clash = (['title', 'body'] as const).find((name) => item[name] !== undefined)
    if (clash) return refuseBoth(item, 'text', clash, reading)
    return readBrief(item.text, item.credit, reading)
  }
  if (item.title) return readArticle(item, defaults, reading)
  const present = Object.keys(item.keySpans)[0]
  const span = present === undefined ? item.span : (item.keySpans[present] as Span)
  reading.report(diagnostic('E-ITEM', span))
  return null
}

function refuseBoth(
  item: ItemValue,
  first: keyof typeof articleTable | 'text' | 'file',
  second: string,
  reading: Reading,
): null {
  const span = item.keySpans[second] ?? item.span
  reading.report(diagnostic('E-ITEM-BOTH', span, { first, second }))
  return null
}

/** An article in a file of its own; what the issue says beside `file:` wins over the file's front matter. */
function readFiled(item: ItemValue, file: Placed<string>, context: SectionContext): Article | null {
  const { reading, defaults, options, diagnostics } = context
  const clash = (['text', 'body'] as const).find((name) => item[name] !== undefined)
  if (clash) return refuseBoth(item, 'file', clash, reading)
  const path = resolvePath(file.value, file.span.file, file.span)
  if ('problem' in path) {
    reading.report(path.problem)
    return null
  }
  if (!/\.(?:md|markdown|txt)$/i.test(path.path)) {
    reading.report(diagnostic('E-FILE-ARTICLE', file.span, { file: file.value }))
    return null
  }
  const loaded = context.article(path.path, file.span)
  diagnostics.push(...loaded.diagnostics)
  if (loaded.value === null) return null
  const found: Outcome<ArticleValue | null> = readArticleFile(loaded.value, options)
  diagnostics.push(...found.diagnostics)
  if (found.value === null || hasErrors(found.diagnostics)) return null
  const value = overlaid(articleTable, found.value, item)
  if (!value.title) {
    reading.report(diagnostic('E-NO-TITLE', file.span, { file: file.value }))
    return null
  }
  return readArticle(value, defaults, reading)
}
