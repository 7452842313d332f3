import type { ImportFinding } from './finding.ts'
import { type FindingClass, findingWords } from './finding-words.ts'

/** Which words a report has. */
export type ReportLanguage = 'zh' | 'en'

/** A finding with where it belongs, in words. */
export interface ReportEntry {
  /** The file handed in. */
  readonly file: string
  /** Title of the article; null for the file as a whole. */
  readonly article: string | null
  readonly kind: string
  readonly class: FindingClass
  readonly what: string
  readonly text: string
  readonly done: string
}

/** One file that came in, or did not. */
export interface ReportFile {
  readonly file: string
  /** What was made of it; empty when nothing was. */
  readonly made: readonly { readonly title: string; readonly file: string | null; readonly section: string }[]
  readonly entries: readonly ReportEntry[]
  /** Why it was not read; null when it was. */
  readonly refused: string | null
}

export interface ImportReport {
  readonly issue: string
  readonly files: readonly ReportFile[]
}

/** A finding in words. */
export function entryOf(
  file: string,
  article: string | null,
  { kind, text, values }: ImportFinding,
  language: ReportLanguage,
): ReportEntry {
  const row = findingWords[kind]
  const fill = (pattern: string) =>
    pattern
      .replace(/\{(\w+)\}/g, (whole, name: string) =>
        Object.hasOwn(values, name) ? String(values[name]) : whole,
      )
      .replace(/ {2,}/g, ' ')
      .trim()
  return {
    file,
    article,
    kind,
    class: row.class,
    what: fill(language === 'zh' ? row.zh : row.en),
    text: text.trim(),
    done: fill(language === 'zh' ? row.doneZh : row.doneEn),
  }
}

const HEADS: readonly (readonly [FindingClass, string, string])[] = [
  ['lost', '没有收入的内容', 'What did not come in'],
  ['changed', '收入了，但有改动', 'What came in changed'],
  ['note', '请留意', 'To be noted'],
  ['guess', '按样子判断的', 'What was told by its looks'],
]

/** The report as a page for people (`import-report.md`): each file, what it became, and every finding in full. */
export function reportPage({ issue, files }: ImportReport, language: ReportLanguage): string {
  const zh = language === 'zh'
  const lost = files.flatMap((one) => one.entries).filter((one) => one.class === 'lost').length
  const articles = files.reduce((sum, one) => sum + one.made.length, 0)
  const refused = files.filter((one) => one.refused !== null).length
  const head = zh
    ? `# 导入报告\n\n导入到 ${issue}：${files.length} 个文件，${articles} 篇（条）；${refused} 个文件没有读，${lost} 处内容没有收入。`
    : `# Import report\n\nInto ${issue}: ${files.length} files, ${articles} pieces; ${refused} files were not read, ${lost} passages did not come in.`
  return `${[head, ...files.map((file) => filePart(file, zh))].join('\n\n')}\n`
}

function filePart({ file, made, entries, refused }: ReportFile, zh: boolean): string {
  const lines = [`## ${file}`]
  if (refused !== null) lines.push(`${zh ? '没有读' : 'Not read'}：${refused}`)
  if (made.length > 0) lines.push(made.map((one) => madeLine(one, zh)).join('\n'))
  for (const [kind, headZh, headEn] of HEADS) {
    const own = entries.filter((one) => one.class === kind)
    if (own.length > 0)
      lines.push(`### ${zh ? headZh : headEn}`, own.map((one) => entryLine(one, made.length > 1)).join('\n'))
  }
  if (entries.length === 0 && refused === null) lines.push(zh ? '没有要说的。' : 'Nothing to say.')
  return lines.join('\n\n')
}

function madeLine({ title, file, section }: ReportFile['made'][number], zh: boolean): string {
  const where = file === null ? '' : ` → ${file}`
  return zh ? `- 《${title}》${where}（${section}）` : `- “${title}”${where} (${section})`
}

function entryLine({ what, text, done, article }: ReportEntry, several: boolean): string {
  const words = text === '' ? '' : `：“${text.replace(/\s*\n\s*/g, ' ↵ ')}”`
  const where = several && article !== null ? `《${article}》` : ''
  return `- ${where}${what}${words} → ${done}`
}
