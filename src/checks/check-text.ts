import type { Span } from '../base/source.ts'
import type { Article, BodyBlock, Brief, InlineText, Issue } from '../issue/issue.ts'

/** What a text is; some rules speak of headlines or of running text only. */
export type TextPlace =
  | 'title'
  | 'subtitle'
  | 'note'
  | 'paragraph'
  | 'subheading'
  | 'item'
  | 'cell'
  | 'caption'
  | 'brief'

/** One paragraph's worth of text as a rule reads it. */
export interface CheckText {
  readonly text: string
  readonly place: TextPlace
  /** The article it belongs to; null for a brief. */
  readonly article: Article | null
  /** Where a stretch of it stands in the source. */
  readonly spanOf: (from: number, to: number) => Span
}

/** An issue's texts in reading order, article by article. */
export interface CheckTexts {
  readonly articles: readonly { readonly article: Article; readonly texts: readonly CheckText[] }[]
  readonly briefs: readonly { readonly brief: Brief; readonly text: CheckText }[]
  readonly all: readonly CheckText[]
}

/** Lays an issue out for the rules. */
export function checkedTexts(issue: Issue): CheckTexts {
  const articles = issue.sections
    .flatMap((section) => section.articles)
    .map((article) => ({ article, texts: textsOfArticle(article) }))
  const briefs = issue.sections
    .flatMap((section) => section.briefs)
    .map((brief) => ({ brief, text: checkText(brief.text, 'brief', null) }))
  const note = (issue.note ?? []).map((text) => checkText(text, 'note', null))
  const { title = null, paragraphs = [] } = issue.ear ?? {}
  const ear = [...(title ? [title] : []), ...paragraphs].map((text) => checkText(text, 'note', null))
  const all = [...note, ...ear, ...articles.flatMap((one) => one.texts), ...briefs.map((one) => one.text)]
  return { articles, briefs, all }
}

function textsOfArticle(article: Article): readonly CheckText[] {
  const make = (text: InlineText, place: TextPlace) => checkText(text, place, article)
  const optional = (text: InlineText | null) => (text ? [make(text, 'subtitle')] : [])
  return [
    ...optional(article.shoulder),
    make(article.title, 'title'),
    ...optional(article.subtitle),
    ...article.note.map((text) => make(text, 'note')),
    ...(article.to ? [make(article.to, 'caption')] : []),
    ...article.body.flatMap((block) => textsOfBlock(block, make)),
    ...(article.pullQuotes ?? []).flatMap(({ paragraphs, source }) => [
      ...paragraphs.map((text) => make(text, 'caption')),
      ...(source ? [make(source, 'caption')] : []),
    ]),
    ...(article.sideBoxes ?? []).flatMap(({ title, body }) => [
      ...(title ? [make(title, 'subheading')] : []),
      ...body.flatMap((block) => textsOfBlock(block, make)),
    ]),
    ...(article.attachments ?? []).map((text) => make(text, 'caption')),
    ...(article.signature?.lines ?? []).map((text) => make(text, 'note')),
    ...article.pictures.flatMap((group) =>
      [...group.row, group].map(({ caption }) => make(caption ?? [], 'caption')),
    ),
  ].filter((one) => one.text !== '')
}

function textsOfBlock(
  block: BodyBlock,
  make: (text: InlineText, place: TextPlace) => CheckText,
): readonly CheckText[] {
  switch (block.kind) {
    case 'paragraph':
    case 'footnote':
      return [make(block.text, 'paragraph')]
    case 'subheading':
      return [make(block.text, 'subheading')]
    case 'list':
      return block.items.map((item) => make(item, 'item'))
    case 'quotation':
      return block.paragraphs.map((text) => make(text, 'paragraph'))
    case 'table':
      return [
        ...[block.caption, block.unit].flatMap((words) => (words ? [make(words, 'caption')] : [])),
        ...[block.header, ...block.rows].flatMap((row) => row.map((cell) => make(cell.text, 'cell'))),
        ...(block.notes ?? []).map((note) => make(note, 'caption')),
      ]
    default:
      return []
  }
}

/** A run's characters stand side by side in the source, so that an offset in it is one there. */
export function checkText(runs: InlineText, place: TextPlace, article: Article | null): CheckText {
  const starts: number[] = []
  let length = 0
  for (const run of runs) {
    starts.push(length)
    length += run.text.length
  }
  const offset = (at: number) => {
    let index = starts.length - 1
    while (index > 0 && (starts[index] as number) > at) index -= 1
    const run = runs[index]
    return run ? run.span.from + at - (starts[index] as number) : 0
  }
  const file = runs[0]?.span.file ?? ''
  const spanOf = (from: number, to: number): Span => {
    const start = offset(from)
    return { file, from: start, to: Math.max(start, to > from ? offset(to - 1) + 1 : start) }
  }
  return { text: runs.map((run) => run.text).join(''), place, article, spanOf }
}
