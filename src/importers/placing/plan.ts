import type { AddedItem } from '../../issue/write/add-items.ts'
import type { BriefDraft } from '../../issue/write/draft.ts'
import type { ContributedPicture, Contribution } from '../contribution.ts'
import { type Intake, type IntakeText, nameOf } from '../intake.ts'
import { entryOf, type ReportEntry, type ReportFile, type ReportLanguage } from '../report/report.ts'
import { textOfMarked } from '../roles/marked.ts'
import type { SourceFile } from '../source-document.ts'
import { articleText, type PlacedPicture } from './article-text.ts'
import { freeNames, stemOfTitle } from './file-names.ts'
import { matchPictures } from './match-pictures.ts'

export interface PlanOptions {
  /** The issue's project path. */
  readonly issue: string
  /** Where articles go that name no section. */
  readonly section: string
  /** Where briefs go that name none; null puts them there too. */
  readonly briefs: string | null
  readonly language: ReportLanguage
  /** Whether a project path is taken. */
  readonly isTaken: (path: string) => boolean
}

/** A file to be written, by its project path. */
export interface PlannedFile {
  readonly path: string
  readonly content: string | Uint8Array
}

/** What an import will write, and what it has to say. */
export interface ImportPlan {
  readonly written: readonly PlannedFile[]
  readonly items: ReadonlyMap<string, readonly AddedItem[]>
  readonly files: readonly ReportFile[]
  /** Project path of the report. */
  readonly report: string
}

/** Decides names, places and texts of everything that comes in; touches no disk. */
export function planImport(intake: Intake, options: PlanOptions): ImportPlan {
  const planner = new Planner(options)
  const { texts, alone } = matchPictures(intake)
  for (const text of texts) planner.text(text)
  for (const picture of alone) planner.alone(picture.path, picture.bytes)
  for (const { file, finding } of intake.others)
    planner.told(file, [entryOf(file, null, finding, options.language)])
  return planner.plan()
}

class Planner {
  readonly #options: PlanOptions
  readonly #folder: string
  readonly #name: (folder: string, stem: string, extension: string) => string
  readonly #written: PlannedFile[] = []
  readonly #items = new Map<string, AddedItem[]>()
  readonly #files = new Map<string, { made: ReportFile['made'][number][]; entries: ReportEntry[] }>()
  /** Pictures that were saved already. */
  readonly #saved = new Map<SourceFile, string>()

  constructor(options: PlanOptions) {
    this.#options = options
    this.#folder = options.issue.replace(/\.ya?ml$/i, '')
    this.#name = freeNames(options.isTaken)
  }

  plan(): ImportPlan {
    const files = [...this.#files].map(([file, { made, entries }]) => ({
      file,
      made,
      entries,
      refused: null,
    }))
    const report = this.#name(this.#folder, 'import-report', 'md')
    return { written: this.#written, items: this.#items, files, report }
  }

  told(file: string, entries: readonly ReportEntry[]): void {
    this.#fileOf(file).entries.push(...entries)
  }

  text({ file, section, content }: IntakeText): void {
    const { language } = this.#options
    const entries = (article: string | null, findings: readonly Parameters<typeof entryOf>[2][]) =>
      findings.map((one) => entryOf(file.path, article, one, language))
    this.told(file.path, entries(null, content.findings))
    if ('markdown' in content) {
      this.#markdown(file.path, section, content.title, content.markdown)
      return
    }
    for (const article of content.articles) {
      this.#article(file.path, section, article)
      this.told(file.path, entries(textOfMarked(article.title), article.findings))
    }
    this.#briefs(file.path, section, content.briefs)
  }

  /** A picture that belongs to nothing is kept all the same. */
  alone(file: string, bytes: Uint8Array): void {
    const name = nameOf(file)
    const dot = name.lastIndexOf('.')
    const path = this.#name(this.#folder, stemOfTitle(name.slice(0, dot)), name.slice(dot + 1).toLowerCase())
    this.#written.push({ path, content: bytes })
    const finding = { kind: 'picture-alone', text: '', values: { name } } as const
    this.told(file, [entryOf(file, null, finding, this.#options.language)])
  }

  #fileOf(file: string) {
    const known = this.#files.get(file)
    if (known) return known
    const made = { made: [], entries: [] }
    this.#files.set(file, made)
    return made
  }

  #add(section: string, item: AddedItem): void {
    this.#items.set(section, [...(this.#items.get(section) ?? []), item])
  }

  #article(file: string, asked: string | null, article: Contribution): void {
    const title = textOfMarked(article.title)
    const section = asked ?? this.#options.section
    const path = this.#name(this.#folder, stemOfTitle(title), 'md')
    const stem = (path.split('/').at(-1) ?? '').replace(/\.md$/, '')
    const places = article.pictures.map((picture, index) => this.#picture(picture, `${stem}-${index + 1}`))
    this.#written.push({ path, content: articleText(article, path, places) })
    this.#add(section, { file: this.#besideIssue(path) })
    this.#fileOf(file).made.push({ title, file: path, section })
  }

  #picture({ file, caption }: ContributedPicture, stem: string): PlacedPicture {
    const words = textOfMarked(caption)
    const placeholder = words === '' ? '待补：原稿图片' : `待补：${words}`
    if (file === null) return { src: null, placeholder }
    const extension = (/\.([a-z0-9]+)$/i.exec(file.name)?.[1] ?? 'bin').toLowerCase()
    const known = this.#saved.get(file)
    const path = known ?? this.#name(this.#folder, stem, extension)
    if (known === undefined) {
      this.#written.push({ path, content: file.bytes })
      this.#saved.set(file, path)
    }
    return /^(?:jpe?g|png)$/.test(extension) ? { src: path, placeholder: '' } : { src: null, placeholder }
  }

  #markdown(file: string, asked: string | null, found: string | null, markdown: string): void {
    const title = found ?? nameOf(file).replace(/\.[a-z]+$/i, '')
    const section = asked ?? this.#options.section
    const path = this.#name(this.#folder, stemOfTitle(title), 'md')
    const content = found === null ? `# ${title}\n\n${markdown}` : markdown
    this.#written.push({ path, content })
    this.#add(section, { file: this.#besideIssue(path) })
    this.#fileOf(file).made.push({ title, file: path, section })
  }

  #briefs(file: string, asked: string | null, briefs: readonly BriefDraft[]): void {
    const section = asked ?? this.#options.briefs ?? this.#options.section
    for (const brief of briefs) {
      this.#add(section, { brief })
      this.#fileOf(file).made.push({
        title: shortened(textOfMarked(brief.text)),
        file: null,
        section,
      })
    }
  }

  /** The path from the issue's folder. */
  #besideIssue(path: string): string {
    return path.slice(this.#options.issue.lastIndexOf('/') + 1)
  }
}

/** The first words of a brief, which has no title. */
function shortened(text: string): string {
  const signs = [...text]
  return signs.length > 20 ? `${signs.slice(0, 20).join('')}……` : text
}
