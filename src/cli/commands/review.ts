import { existsSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { readResource } from '../../assets/resource.ts'
import { type Diagnostic, diagnostic, done, hasErrors, type Outcome, refused } from '../../base/diagnostic.ts'
import type { SourceText } from '../../base/source.ts'
import { failedRun } from '../../build/issue-run.ts'
import { arrange } from '../../content/arrange.ts'
import { ImportFault } from '../../importers/container/import-fault.ts'
import { importLimits } from '../../importers/container/limits.ts'
import { type ReturnedParagraph, readReturned } from '../../importers/docx/read-returned.ts'
import { kindOfFile } from '../../importers/formats/file-kind.ts'
import { picturesOf } from '../../issue/files-of.ts'
import type { Issue } from '../../issue/issue.ts'
import { readIssue } from '../../issue/read-issue.ts'
import { writeWords } from '../../issue/write/write-marked.ts'
import { markedParagraphs } from '../../office/issue-document.ts'
import { type ReviewChange, reviewChanges } from '../../office/review-changes.ts'
import { applied, editsOf, type SourceEdit } from '../../office/review-edits.ts'
import { type SentParagraph, sentRuns, sentText } from '../../office/sent-paragraphs.ts'
import { findIssue, type IssuePlace } from '../../project/find-issue.ts'
import { projectAt } from '../../project/issue-project.ts'
import { loadIssue } from '../../project/load.ts'
import { diskFiles } from '../../project/project-files.ts'
import { markOf, shownPath } from '../../project/read-source.ts'
import { writeFile } from '../../project/write-file.ts'
import { exitCodeOf } from '../../report/exit-code.ts'
import { ask } from '../ask.ts'
import type { Given } from '../command-table.ts'
import { reportFailure, reportFaults } from '../report-runs.ts'
import { askedChanges } from '../review-questions.ts'
import { changeLine, tellReview } from '../review-report.ts'
import { shownFile } from '../shown-file.ts'
import type { Terminal } from '../terminal.ts'

type Sources = ReadonlyMap<string, SourceText>

/** `jianbao review FILE.docx [--into ISSUE] [--take all|none|1,3]`: what reviewers changed comes back into the sources. */
export async function run(terminal: Terminal, { args, options }: Given): Promise<number> {
  const { value: place, diagnostics: missing } = findIssue(options.into as string | undefined, process.cwd())
  if (place === null) return reportFaults(terminal, missing)
  const { value, diagnostics } = loadIssue(projectAt(place))
  if (value.issue === null || hasErrors(diagnostics))
    return reportFailure(terminal, { ...failedRun(place.issue, diagnostics), sources: value.sources })
  const { value: returned, diagnostics: unread } = readFile(args[0] as string)
  if (returned === null) return reportFaults(terminal, unread)
  const desk = new ReviewDesk(value.issue, place, value.sources)
  const changes = reviewChanges(desk.sent, returned)
  const edits = changes.map((one) => desk.edits(one))
  const byHand = new Set(changes.flatMap((_, at) => (edits[at] ? [] : [at])))
  const placeOf = (change: ReviewChange) => desk.place(edits[changes.indexOf(change)] ?? null)
  const wanted = await chosen(terminal, changes, byHand, placeOf, options.take as string | undefined)
  if (wanted === null) {
    const values = { option: '--take', value: String(options.take), askZh: '', askEn: '' }
    return reportFaults(terminal, [diagnostic('E-OPTION-VALUE', null, values)])
  }
  const taken = desk.takeable(changes.filter((_, at) => wanted.has(at) && !byHand.has(at)))
  const faults = await writeTexts(place, desk.with(taken), value.sources)
  tellReview(terminal, { changes, returned, done: new Set(taken), asked: wanted, byHand, place: placeOf })
  return exitCodeOf(faults)
}

function readFile(named: string): Outcome<readonly ReturnedParagraph[] | null> {
  const file = resolve(process.cwd(), named)
  const { value, diagnostics } = readResource(dirname(file), basename(file), {
    limit: importLimits.packed,
    span: null,
  })
  if (value === null) return refused(...diagnostics)
  try {
    if (kindOfFile(basename(file), value) !== 'docx')
      throw new ImportFault('E-IMPORT-KIND', { kindZh: '别的文件，不是 .docx', kindEn: 'no .docx' })
    return done(readReturned(value))
  } catch (error) {
    if (error instanceof ImportFault) return refused(error.diagnosticOf(shownFile(file)))
    throw error
  }
}

/** Indices of the changes to be taken; asked one after the other where somebody is there; null for a wrong list. */
async function chosen(
  terminal: Terminal,
  changes: readonly ReviewChange[],
  byHand: ReadonlySet<number>,
  place: (change: ReviewChange) => string,
  take: string | undefined,
): Promise<ReadonlySet<number> | null> {
  if (take === 'all' || take === '全部') return new Set(changes.keys())
  if (take === 'none' || take === '不') return new Set()
  if (take !== undefined) {
    const numbers = take.split(/[,，、\s]+/).map(Number)
    return numbers.every((one) => Number.isInteger(one) && one >= 1 && one <= changes.length)
      ? new Set(numbers.map((one) => one - 1))
      : null
  }
  if (!terminal.asks) return new Set()
  const questions = changes.flatMap((one, at) =>
    byHand.has(at) ? [] : [{ at, line: changeLine(terminal, one, at, place(one)) }],
  )
  return askedChanges(terminal, questions, ask)
}

/** An issue under review: what was sent of it, and its sources with changes. */
class ReviewDesk {
  /** The paragraphs as `--make docx` sends them, in order. */
  readonly sent: readonly SentParagraph[]
  readonly #issue: Issue
  readonly #place: IssuePlace
  readonly #sources: Sources
  readonly #at: ReadonlyMap<string, number>

  constructor(issue: Issue, place: IssuePlace, sources: Sources) {
    this.#issue = issue
    this.#place = place
    this.#sources = sources
    const content = arrange(issue, issue.publication.design, atHand(issue, place.root))
    this.sent = [...markedParagraphs(content)].map(([mark, runs]) => ({
      mark,
      runs: sentRuns(runs, (file) => sources.get(file)?.text),
    }))
    this.#at = new Map(this.sent.map((one, at) => [one.mark, at]))
  }

  /** A change as edits of the sources; null where it has no place in them. */
  edits(change: ReviewChange): readonly SourceEdit[] | null {
    const at = change.mark === null ? undefined : this.#at.get(change.mark)
    const paragraph = at === undefined ? undefined : this.sent[at]
    if (at === undefined || !paragraph) return null
    return editsOf(change, paragraph, {
      source: (file) => this.#sources.get(file)?.text ?? '',
      written: writeWords,
      next: () => this.sent[at + 1],
    })
  }

  /** `file:line` of edits. */
  place(edits: readonly SourceEdit[] | null): string {
    const [first] = edits ?? []
    if (!first) return ''
    const line = this.#sources.get(first.file)?.text.slice(0, first.from).split('\n').length ?? 1
    return `${first.file}:${line}`
  }

  /** The sources with these changes. */
  with(changes: readonly ReviewChange[]): Sources {
    const all = changes.flatMap((one) => this.edits(one) ?? [])
    return new Map(
      [...this.#sources].map(([file, source]) => {
        const own = all.filter((one) => one.file === file)
        return [file, { file, text: applied(source.text, own) }]
      }),
    )
  }

  /** Those that read back as reviewers see them: all at once where they do, else the halves, down to single ones. */
  takeable(changes: readonly ReviewChange[], done: readonly ReviewChange[] = []): readonly ReviewChange[] {
    if (changes.length === 0 || this.#readsBack([...done, ...changes])) return [...done, ...changes]
    if (changes.length === 1) return done
    const half = changes.length >> 1
    return this.takeable(changes.slice(half), this.takeable(changes.slice(0, half), done))
  }

  /** Whether the changed sources say, paragraph by paragraph, what was sent with these changes. */
  #readsBack(done: readonly ReviewChange[]): boolean {
    const { issue: own, publication: settings, root } = this.#place
    const sources = this.with(done)
    const publication = settings === null ? undefined : sources.get(shownPath(root, settings))
    const main = sources.get(shownPath(root, own))
    if (!main || !publication) return false
    const article = (path: string) => ({ value: sources.get(path) ?? null, diagnostics: [] })
    const read = readIssue({ publication, issue: main, others: [], article })
    if (read.value === null || hasErrors(read.diagnostics)) return false
    const content = arrange(read.value, this.#issue.publication.design, atHand(read.value, root))
    const now = [...markedParagraphs(content).values()].map((runs) =>
      runs.flatMap((run, at) => (at === 0 && run.span === null ? [] : [run.text])).join(''),
    )
    const wanted = this.sent.map((one) => changedText(one, done)).join('')
    return linesOf(now.join('\n')) === linesOf(wanted)
  }
}

/** Pictures that are there: the copy shows them, and has words in place of the others. What they look like is no matter. */
function atHand(
  issue: Issue,
  root: string,
): ReadonlyMap<string, { readonly width: number; readonly height: number }> {
  const there = picturesOf(issue).flatMap(({ src }) =>
    src !== null && existsSync(join(root, src)) ? [src] : [],
  )
  return new Map(there.map((src) => [src, { width: 3, height: 2 }]))
}

/** A paragraph's text and its end, with changes; without the number before it, which the program counts anew. */
function changedText(paragraph: SentParagraph, done: readonly ReviewChange[]): string {
  const own = done.filter((one) => one.mark === paragraph.mark).sort((a, b) => b.from - a.from)
  const text = own.reduce(
    (sum, { from, to, after }) => sum.slice(0, from) + after + sum.slice(to),
    `${sentText(paragraph)}\n`,
  )
  const [first] = paragraph.runs
  return first?.file === '' && text.startsWith(first.text) ? text.slice(first.text.length) : text
}

function linesOf(text: string): string {
  return text
    .split('\n')
    .map((one) => one.replace(/\s/g, ''))
    .filter((one) => one !== '')
    .join('\n')
}

async function writeTexts(place: IssuePlace, made: Sources, before: Sources): Promise<readonly Diagnostic[]> {
  for (const [file, { text }] of made) {
    if (text === before.get(file)?.text) continue
    const bytes = new TextEncoder().encode(markOf(diskFiles(place.root), file) + text)
    const faults = await writeFile(join(place.root, file), bytes, [], { within: place.root })
    if (hasErrors(faults)) return faults
  }
  return []
}
