import type { Credit, Picture, PictureGroup } from '../issue.ts'
import { isoDate } from '../language/dates.ts'
import { stemOf } from '../paths.ts'
import type { ArticleDraft, BriefDraft, IssueDraft, Placeless, SectionDraft } from './draft.ts'
import { bodyLines } from './write-body.ts'
import { writeMarked } from './write-marked.ts'
import { blockText, scalarText } from './write-scalar.ts'

export interface WriteOptions {
  /** The project path the text will have: pictures are written relative to it. */
  readonly file: string
  /** What pictures are when nothing is said, in the publication the issue belongs to. */
  readonly pictures?: { readonly fit: Picture['fit']; readonly ratio: number | null }
}

/**
 * An issue as a YAML file that {@link readIssue} reads back as the same issue. Takes an issue that was read, or
 * one an importer put together; its paragraphs have no line breaks and no blanks at their ends.
 */
export function issueToYaml(issue: IssueDraft, options: WriteOptions): string {
  const writer = new IssueWriter(options)
  return `${writer.issue(issue).join('\n')}\n`
}

/** One article's file of its own: front matter and text. */
export function articleToMarkdown(article: ArticleDraft, options: WriteOptions): string {
  const writer = new IssueWriter(options)
  const head = writer.articleHead(article, '')
  return ['---', ...head, '---', ...bodyLines(article.body), ''].join('\n')
}

class IssueWriter {
  readonly #options: WriteOptions

  constructor(options: WriteOptions) {
    this.#options = options
  }

  issue(issue: IssueDraft): readonly string[] {
    return [
      `date: ${isoDate(issue.date)}`,
      ...optional('number', issue.number),
      ...optional('total', issue.total),
      ...(issue.supplement ? ['supplement: true'] : []),
      ...(issue.title === '' ? [] : [`title: ${scalarText(issue.title)}`]),
      ...(issue.status === 'draft' ? [] : [`status: ${issue.status}`]),
      ...optional('contents', issue.contents),
      ...editorsNote(issue.note ?? [], ''),
      ...earLines(issue.ear),
      ...pagesLine(issue.pages ?? null),
      ...fitLine(issue.fit),
      ...approvedLine(issue.approved ?? null),
      'sections:',
      ...issue.sections.flatMap((section) => this.#section(section)),
    ]
  }

  #section({ name, articles, briefs }: SectionDraft): readonly string[] {
    return [
      `  ${scalarText(name)}:`,
      ...articles.flatMap((article) => this.#article(article)),
      ...briefs.flatMap((brief) => briefLines(brief, '    ', false)),
    ]
  }

  #article(article: ArticleDraft): readonly string[] {
    const lines = [...this.articleHead(article, '      ')]
    if (article.body.length > 0) {
      // The text stands before pictures and credit, as editors write it.
      const at = lines.findIndex((line) =>
        /^ {6}(?:images|pull_quotes|side_boxes|attachments|signature|credit):/.test(line),
      )
      const body = `      body: ${blockText(bodyLines(article.body), '        ')}`
      lines.splice(at < 0 ? lines.length : at, 0, body)
    }
    return lines.map((line, index) => (index === 0 ? `    - ${line.slice(6)}` : line))
  }

  /** Everything but the text, a line each, `title` first. */
  articleHead(article: ArticleDraft, indent: string): readonly string[] {
    const marked = (key: string, text: ArticleDraft['title'] | null) =>
      text === null || text.length === 0 ? [] : [`${key}: ${scalarText(writeMarked(text, 'body'))}`]
    return [
      `title: ${scalarText(writeMarked(article.title, 'title', article.titleBreaks))}`,
      ...marked('shoulder', article.shoulder),
      ...marked('subtitle', article.subtitle),
      ...editorsNote(article.note, indent),
      ...marked('to', article.to ?? null),
      ...flags(article),
      ...(article.verticalTitle ? ['vertical_title: true'] : []),
      ...optional('across', article.across ?? null),
      ...optional('columns', article.columns),
      ...(article.start === 'auto' ? [] : [`start: ${article.start}`]),
      ...optional('date', article.date),
      ...(article.people.length === 0 ? [] : [`people: ${flowList(article.people)}`]),
      ...checksLine(article.checks),
      ...this.#pictures(article.pictures, indent),
      ...quoteLines(article.pullQuotes ?? [], indent),
      ...boxLines(article.sideBoxes ?? [], indent),
      ...attachmentLines(article.attachments ?? [], indent),
      ...signatureLine(article.signature, this.#options.file),
      ...(article.credit === null ? [] : [`credit: ${creditText(article.credit)}`]),
    ].map((line) => `${indent}${line}`)
  }

  #pictures(groups: readonly Placeless<PictureGroup>[], indent: string): readonly string[] {
    if (groups.length === 0) return []
    const lines = groups.map((group) => {
      const [only] = group.row
      if (group.row.length === 1 && only && only.id === group.id) return `${indent}  - ${this.#picture(only)}`
      const id = group.id === (only?.id ?? '') ? '' : `id: ${scalarText(group.id, true)}, `
      const kind = group.gallery ? 'gallery' : 'row'
      const caption = group.caption
        ? `, caption: ${scalarText(writeMarked(group.caption, 'body'), true)}`
        : ''
      return `${indent}  - { ${id}${kind}: [${group.row.map((one) => this.#picture(one, true)).join(', ')}]${caption} }`
    })
    return [`images:\n${lines.join('\n')}`]
  }

  #picture(picture: Placeless<Picture>, inRow = false): string {
    const defaults = this.#options.pictures ?? { fit: 'column', ratio: undefined }
    const fit = inRow ? 'page' : defaults.fit
    const own = picture.src === null ? '' : stemOf(picture.src)
    const text = (key: string, value: string) => (value === '' ? [] : [`${key}: ${scalarText(value, true)}`])
    const fields = [
      ...(picture.id === own ? [] : [`id: ${scalarText(picture.id, true)}`]),
      ...text('src', picture.src === null ? '' : relativePath(this.#options.file, picture.src)),
      ...text('qr', picture.code ?? ''),
      ...text('placeholder', picture.placeholder),
      ...text('caption', writeMarked(picture.caption, 'body')),
      ...text('alt', picture.alt),
      ...(picture.fit === fit ? [] : [`fit: ${picture.fit}`]),
      ...(picture.bounded || picture.ratio === defaults.ratio ? [] : [`ratio: ${ratioText(picture.ratio)}`]),
      ...(picture.aimed ? [`focus: [${picture.focus.map(plainDecimal).join(', ')}]`] : []),
      ...text('credit', picture.credit),
    ]
    return `{ ${fields.length === 0 ? 'alt: ""' : fields.join(', ')} }`
  }
}

/** A brief as an item of its section's list. */
export function briefLines(
  { text, credit }: BriefDraft,
  indent: string,
  chinese: boolean,
): readonly string[] {
  const words = scalarText(writeMarked(text, 'body'))
  if (credit === null) return [`${indent}- ${words}`]
  const [textKey, creditKey] = chinese ? ['文字', '供稿'] : ['text', 'credit']
  return [`${indent}- ${textKey}: ${words}`, `${indent}  ${creditKey}: ${creditText(credit)}`]
}

function optional(key: string, value: string | number | boolean | null): readonly string[] {
  return value === null ? [] : [`${key}: ${value}`]
}

function flags(article: ArticleDraft): readonly string[] {
  const lead = article.lead === null ? [] : [`lead: ${article.lead}`]
  return [
    ...lead,
    ...(['keep', 'box', 'tint'] as const).filter((key) => article[key]).map((key) => `${key}: true`),
  ]
}

function pagesLine(pages: NonNullable<IssueDraft['pages']> | null): readonly string[] {
  if (pages === null) return []
  return ['count' in pages ? `pages: ${pages.count}` : `pages: auto${pages.multiple}`]
}

function fitLine(fit: IssueDraft['fit']): readonly string[] {
  if (!fit) return []
  const { mode, lineHeight, image, heading } = fit
  const usual = mode === 'report' && lineHeight === 0.6 && image === 0.12 && heading === 1
  if (usual) return []
  const values = [
    `mode: ${mode}`,
    `line_height: ${plainDecimal(lineHeight)}pt`,
    `image: ${plainDecimal(image)}`,
  ]
  return [`fit: { ${values.join(', ')}, heading: ${heading} }`]
}

function approvedLine(approved: NonNullable<IssueDraft['approved']> | null): readonly string[] {
  if (approved === null) return []
  const { by, on, hash } = approved
  const fields = [
    ...(by === '' ? [] : [`by: ${scalarText(by, true)}`]),
    ...(on === null ? [] : [`on: ${isoDate(on)}`]),
    ...(hash === '' ? [] : [`hash: "${hash}"`]),
  ]
  return [`approved: { ${fields.join(', ')} }`]
}

function quoteLines(quotes: NonNullable<ArticleDraft['pullQuotes']>, indent: string): readonly string[] {
  const lines = quotes.map(({ id, paragraphs, source }) => {
    const words = paragraphs.map((one) => writeMarked(one, 'body')).join('\n\n')
    const fields = [
      ...(id === '' ? [] : [`id: ${scalarText(id, true)}`]),
      `text: ${JSON.stringify(words)}`,
      ...(source === null ? [] : [`source: ${scalarText(writeMarked(source, 'body'), true)}`]),
    ]
    return `${indent}  - { ${fields.join(', ')} }`
  })
  return lines.length === 0 ? [] : [`pull_quotes:\n${lines.join('\n')}`]
}

function boxLines(boxes: NonNullable<ArticleDraft['sideBoxes']>, indent: string): readonly string[] {
  const lines = boxes.map(({ id, title, body, tint }) => {
    const fields = [
      ...(id === '' ? [] : [`id: ${scalarText(id, true)}`]),
      ...(title === null ? [] : [`title: ${scalarText(writeMarked(title, 'body'), true)}`]),
      `body: ${JSON.stringify(bodyLines(body).join('\n'))}`,
      ...(tint ? ['tint: true'] : []),
    ]
    return `${indent}  - { ${fields.join(', ')} }`
  })
  return lines.length === 0 ? [] : [`side_boxes:\n${lines.join('\n')}`]
}

function editorsNote(paragraphs: ArticleDraft['note'], indent: string): readonly string[] {
  if (paragraphs.length === 0) return []
  const lines = paragraphs.flatMap((text, index) => [...(index > 0 ? [''] : []), writeMarked(text, 'body')])
  return [`note: ${blockText(lines, `${indent}  `)}`]
}

function earLines(ear: IssueDraft['ear']): readonly string[] {
  if (!ear) return []
  const { title, paragraphs } = ear
  const words = paragraphs.map((text) => writeMarked(text, 'body')).join('\n\n')
  return [
    'ear:',
    ...(title === null ? [] : [`  title: ${scalarText(writeMarked(title, 'body'))}`]),
    `  text: ${JSON.stringify(words)}`,
  ]
}

function attachmentLines(names: NonNullable<ArticleDraft['attachments']>, indent: string): readonly string[] {
  if (names.length === 0) return []
  const lines = names.map((one) => `${indent}  - ${scalarText(writeMarked(one, 'body'))}`)
  return [`attachments:\n${lines.join('\n')}`]
}

function signatureLine(signature: ArticleDraft['signature'], file: string): readonly string[] {
  if (!signature) return []
  const { lines, seal } = signature
  const words = JSON.stringify(lines.map((line) => writeMarked(line, 'body')).join('\n'))
  if (seal === null) return [`signature: ${words}`]
  const src = relativePath(file, seal.src)
  return [
    `signature: { text: ${words}, seal: ${scalarText(src, true)}, width: ${seal.width.value}${seal.width.unit} }`,
  ]
}

function checksLine(checks: ArticleDraft['checks']): readonly string[] {
  const entries = Object.entries(checks)
  return entries.length === 0
    ? []
    : [`check: { ${entries.map(([rule, level]) => `${rule}: ${level}`).join(', ')} }`]
}

function creditText({ units, text }: Placeless<Credit>): string {
  if (text !== null) return scalarText(text)
  const entries = units.map(({ name, people }) => {
    const [only] = people
    const names = people.length === 1 && only !== undefined ? scalarText(only, true) : flowList(people)
    return `${scalarText(name, true)}: ${names}`
  })
  return `{ ${entries.join(', ')} }`
}

function flowList(items: readonly string[]): string {
  return `[${items.map((item) => scalarText(item, true)).join(', ')}]`
}

/** 1.5 is "3:2"; a ratio that no small numbers make is written as it is. */
function ratioText(ratio: number | null): string {
  if (ratio === null) return 'auto'
  for (let height = 1; height <= 20; height += 1) {
    const width = Math.round(ratio * height)
    if (width / height === ratio) return `"${width}:${height}"`
  }
  return plainDecimal(ratio)
}

function plainDecimal(value: number): string {
  const text = String(value)
  return text.includes('e') ? value.toFixed(12) : text
}

/** The path from a file's folder to another file of the project. */
function relativePath(from: string, to: string): string {
  const folders = from.split('/').slice(0, -1)
  const parts = to.split('/')
  let shared = 0
  while (shared < folders.length && shared < parts.length - 1 && folders[shared] === parts[shared])
    shared += 1
  return [...folders.slice(shared).map(() => '..'), ...parts.slice(shared)].join('/')
}
