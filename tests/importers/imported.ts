import type { Diagnostic } from '../../src/base/diagnostic.ts'
import { readOldWord } from '../../src/cli/old-word.ts'
import { type IntakeOptions, takeIn } from '../../src/importers/intake.ts'
import { type ImportPlan, planImport } from '../../src/importers/placing/plan.ts'
import type { ReportEntry } from '../../src/importers/report/report.ts'
import type { Article, Brief, InlineText, Issue } from '../../src/issue/issue.ts'
import { readIssue } from '../../src/issue/read-issue.ts'
import { addItems } from '../../src/issue/write/add-items.ts'

const ISSUE = 'issues/2026-06.yaml'
const PUBLICATION = { file: 'publication.yaml', text: 'bulletin: 1\nname: 云汀简报\nissuer: 云汀区办公室\n' }
const SECTIONS = new Map([
  ['要闻', 'articles' as const],
  ['简讯', 'briefs' as const],
])

export interface Imported {
  readonly plan: ImportPlan
  readonly entries: readonly ReportEntry[]
  readonly diagnostics: readonly Diagnostic[]
  /** The issue's new text. */
  readonly yaml: string
  /** Read again from what would be written; null when the reader refuses it. */
  readonly issue: Issue | null
  readonly readDiagnostics: readonly Diagnostic[]
}

/** Imports files into an issue of one article and reads the result again, all without a disk. */
export async function imported(
  files: Readonly<Record<string, Uint8Array>>,
  options: Partial<IntakeOptions> & { readonly isTaken?: (path: string) => boolean } = {},
  before = 'date: 2026-06-15\nsections:\n  要闻:\n    - title: 旧稿\n      body: 旧稿的正文。\n',
): Promise<Imported> {
  const incoming = Object.entries(files).map(([path, bytes]) => ({ path, bytes, group: '', sender: '' }))
  const intake = await takeIn(incoming, {
    tracked: 'accept',
    oldWord: readOldWord,
    sections: SECTIONS,
    section: null,
    ...options,
  })
  const plan = planImport(intake, {
    issue: ISSUE,
    section: '要闻',
    briefs: '简讯',
    language: 'zh',
    isTaken: options.isTaken ?? (() => false),
  })
  let yaml = before
  for (const [section, items] of plan.items)
    yaml = addItems({ file: ISSUE, text: yaml }, section, items).value
  const read = readIssue({
    publication: PUBLICATION,
    issue: { file: ISSUE, text: yaml },
    others: [],
    article: (path) => ({
      value: { file: path, text: String(plan.written.find((one) => one.path === path)?.content) },
      diagnostics: [],
    }),
  })
  return {
    plan,
    entries: plan.files.flatMap((one) => one.entries),
    diagnostics: intake.diagnostics,
    yaml,
    issue: read.value,
    readDiagnostics: read.diagnostics,
  }
}

/** All words of an issue's articles and briefs. */
export function wordsOf(issue: Issue | null): string {
  return (issue?.sections ?? [])
    .flatMap((one) => [...one.articles.map(wordsOfArticle), ...one.briefs.map(wordsOfBrief)])
    .join('\n')
}

const plain = (text: InlineText | null) => (text ?? []).map((run) => run.text).join('')

function creditWords(credit: Article['credit']): string {
  return [credit?.text ?? '', ...(credit?.units ?? []).flatMap((one) => [one.name, ...one.people])].join(' ')
}

function wordsOfBrief({ text, credit }: Brief): string {
  return `${plain(text)}\n${creditWords(credit)}`
}

export function wordsOfArticle(article: Article): string {
  const body = article.body.map((block) => {
    switch (block.kind) {
      case 'paragraph':
      case 'subheading':
        return plain(block.text)
      case 'list':
        return block.items
          .map((text, at) => `${block.ordered ? `${(block.start ?? 1) + at}. ` : ''}${plain(text)}`)
          .join('\n')
      case 'footnote':
        return plain(block.text)
      case 'quotation':
        return block.paragraphs.map(plain).join('\n')
      case 'table':
        return [
          plain(block.caption ?? null),
          ...[block.header, ...block.rows].flat().map((cell) => plain(cell.text)),
        ].join('\n')
      default:
        return ''
    }
  })
  const pictures = article.pictures.flatMap((group) =>
    group.row.map((one) => `${plain(one.caption)}\n${one.credit}`),
  )
  return [
    plain(article.title),
    plain(article.shoulder),
    plain(article.subtitle),
    ...article.note.map(plain),
    ...body,
    ...pictures,
    creditWords(article.credit),
  ].join('\n')
}

/** Text without blanks of any kind, for comparing. */
export function letters(text: string): string {
  return text.replace(/[\s\u3000\u00a0]+/g, '')
}
