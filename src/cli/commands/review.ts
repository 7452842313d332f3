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
import type { Issue } from '../../issue/issue.ts'
import { readIssue } from '../../issue/read-issue.ts'
import { writeMarked } from '../../issue/write/write-marked.ts'
import { markedParagraphs } from '../../office/issue-document.ts'
import {
  applied,
  editsOf,
  type ReviewChange,
  reviewChanges,
  type SentParagraph,
  sentRuns,
  sentText,
} from '../../office/review-changes.ts'
import { findIssue, type IssuePlace } from '../../project/find-issue.ts'
import { projectAt } from '../../project/issue-project.ts'
import { loadIssue } from '../../project/load.ts'
import { diskFiles } from '../../project/project-files.ts'
import { markOf, shownPath } from '../../project/read-source.ts'
import { writeFile } from '../../project/write-file.ts'
import { exitCodeOf } from '../../report/exit-code.ts'
import { harmless } from '../../report/report.ts'
import { ask } from '../ask.ts'
import type { Given } from '../command-table.ts'
import { reportFailure, reportFaults } from '../report-runs.ts'
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
  const sent = sentOf(value.issue, value.sources)
  const changes = reviewChanges(sent, returned)
  const comments = returned.flatMap((one) => one.comments)
  const wanted = await chosen(terminal, changes, options.take as string | undefined)
  if (wanted === null) {
    const values = { option: '--take', value: String(options.take), askZh: '', askEn: '' }
    return reportFaults(terminal, [diagnostic('E-OPTION-VALUE', null, values)])
  }
  const taken = take(
    value.issue,
    place,
    value.sources,
    sent,
    changes.filter((_, at) => wanted.has(at)),
  )
  const faults = await writeTexts(place, taken.sources, value.sources)
  tellReview(terminal, {
    changes,
    comments,
    returned,
    done: new Set(taken.done),
    asked: wanted,
    sent,
    sources: value.sources,
  })
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

/** The paragraphs as `--make docx` sends them, by their marks. */
function sentOf(issue: Issue, sources: Sources): ReadonlyMap<string, SentParagraph> {
  const content = arrange(issue, issue.publication.design)
  const source = (file: string) => sources.get(file)?.text
  return new Map(
    [...markedParagraphs(content)].map(([mark, runs]) => [mark, { mark, runs: sentRuns(runs, source) }]),
  )
}

/** Indices of the changes to be taken; asked one after the other where somebody is there; null for a wrong list. */
async function chosen(
  terminal: Terminal,
  changes: readonly ReviewChange[],
  take: string | undefined,
): Promise<ReadonlySet<number> | null> {
  const all = new Set(changes.map((_, at) => at))
  if (take === 'all' || take === '全部') return all
  if (take === 'none' || take === '不') return new Set()
  if (take !== undefined) {
    const numbers = take.split(/[,，、\s]+/).map(Number)
    return numbers.every((one) => Number.isInteger(one) && one >= 1 && one <= changes.length)
      ? new Set(numbers.map((one) => one - 1))
      : null
  }
  if (!terminal.asks) return new Set()
  const yes = new Set<number>()
  for (const [at, change] of changes.entries()) {
    if (change.mark === null) continue
    terminal.say(changeLine(terminal, change, at))
    const answer = await ask(
      terminal.words('采纳吗？y 采纳，n 不采纳，q 到此为止', 'Take it? y, n, or q to stop'),
      'n',
    )
    if (/^q$/i.test(answer)) break
    if (/^(?:y|yes|是|好|对)$/i.test(answer)) yes.add(at)
  }
  return yes
}

interface Taken {
  readonly sources: Sources
  readonly done: readonly ReviewChange[]
}

/** Puts changes into the sources: all at once where they read back as what reviewers see, else one after the other. */
function take(
  issue: Issue,
  place: IssuePlace,
  sources: Sources,
  sent: ReadonlyMap<string, SentParagraph>,
  changes: readonly ReviewChange[],
): Taken {
  const able = changes.filter((one) => edits(one, sent) !== null)
  const at = (done: readonly ReviewChange[]) =>
    withEdits(
      sources,
      done.flatMap((one) => edits(one, sent) ?? []),
    )
  const holds = (done: readonly ReviewChange[]) => readsBack(issue, place, at(done), sent, done)
  if (holds(able)) return { sources: at(able), done: able }
  const done: ReviewChange[] = []
  for (const one of able) if (holds([...done, one])) done.push(one)
  return { sources: at(done), done }
}

function edits(change: ReviewChange, sent: ReadonlyMap<string, SentParagraph>) {
  const paragraph = change.mark === null ? undefined : sent.get(change.mark)
  return paragraph
    ? editsOf(change, paragraph, (text) => writeMarked([{ text: text.replace(/\s*\n\s*/g, '') }], 'body'))
    : null
}

function withEdits(
  sources: Sources,
  all: readonly NonNullable<ReturnType<typeof editsOf>>[number][],
): Sources {
  return new Map(
    [...sources].map(([file, source]) => [
      file,
      {
        file,
        text: applied(
          source.text,
          all.filter((one) => one.file === file),
        ),
      },
    ]),
  )
}

/** Whether the changed sources say, paragraph by paragraph, what was sent with these changes. */
function readsBack(
  issue: Issue,
  place: IssuePlace,
  sources: Sources,
  sent: ReadonlyMap<string, SentParagraph>,
  done: readonly ReviewChange[],
): boolean {
  const file = shownPath(place.root, place.issue)
  const publication =
    place.publication === null ? undefined : sources.get(shownPath(place.root, place.publication))
  const main = sources.get(file)
  if (!main || !publication) return false
  const read = readIssue({
    publication,
    issue: main,
    others: [],
    article: (path) => ({ value: sources.get(path) ?? null, diagnostics: [] }),
  })
  if (read.value === null || hasErrors(read.diagnostics)) return false
  const design = issue.publication.design
  const now = [...markedParagraphs(arrange(read.value, design)).values()].map((runs) =>
    runs.map((run) => run.text).join(''),
  )
  const wanted = [...sent.values()].map((one) => changedText(one, done))
  const bare = (texts: readonly string[]) =>
    texts.map((one) => one.replace(/\s/g, '')).filter((one) => one !== '')
  return JSON.stringify(bare(now)) === JSON.stringify(bare(wanted))
}

function changedText(paragraph: SentParagraph, done: readonly ReviewChange[]): string {
  const own = done.filter((one) => one.mark === paragraph.mark).sort((a, b) => b.from - a.from)
  return own.reduce(
    (text, { from, to, after }) => text.slice(0, from) + after + text.slice(to),
    sentText(paragraph),
  )
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

interface Told {
  readonly changes: readonly ReviewChange[]
  readonly comments: readonly ReturnedParagraph['comments'][number][]
  readonly returned: readonly ReturnedParagraph[]
  readonly done: ReadonlySet<ReviewChange>
  readonly asked: ReadonlySet<number>
  readonly sent: ReadonlyMap<string, SentParagraph>
  readonly sources: Sources
}

function tellReview(terminal: Terminal, told: Told): void {
  const { changes, comments, returned, done, asked } = told
  const joins = returned.filter((one) => one.joinedBy !== '')
  const state = (one: ReviewChange, at: number) => {
    if (one.mark === null) return 'unmatched'
    return done.has(one) ? 'taken' : asked.has(at) ? 'failed' : 'left'
  }
  if (terminal.format === 'json') {
    const rows = changes.map((one, at) => ({
      number: at + 1,
      ...one,
      place: changePlace(one, told),
      state: state(one, at),
    }))
    terminal.result(
      `${JSON.stringify({ changes: rows, comments, joins: joins.map(({ mark, joinedBy }) => ({ mark, by: joinedBy })) }, null, 2)}\n`,
    )
    return
  }
  const words = {
    taken: terminal.words('已采纳', 'taken'),
    failed: terminal.words('不能自动改，请手工改', 'cannot be put in; please do it by hand'),
    unmatched: terminal.words('找不到原处，请手工改', 'no place was found; please do it by hand'),
    left: terminal.words('没有采纳', 'not taken'),
  }
  for (const [at, one] of changes.entries())
    terminal.say(`${changeLine(terminal, one, at, changePlace(one, told))}　→ ${words[state(one, at)]}`)
  for (const { author, date, text, on } of comments) {
    terminal.say(
      harmless(
        terminal.words(
          `批注　${author}　${date}　“${on}”：${text}`,
          `comment  ${author}  ${date}  “${on}”: ${text}`,
        ),
      ),
    )
  }
  for (const { joinedBy } of joins)
    terminal.say(
      terminal.words(
        `${harmless(joinedBy)} 把一段和下一段合并了，请手工改`,
        `${harmless(joinedBy)} joined a paragraph with the next; please do it by hand`,
      ),
    )
  terminal.say(
    terminal.words(
      `共 ${changes.length} 处改动，采纳 ${done.size} 处；批注 ${comments.length} 条`,
      `${changes.length} changes, ${done.size} taken; ${comments.length} comments`,
    ),
  )
}

function changeLine(terminal: Terminal, change: ReviewChange, at: number, place = ''): string {
  const who =
    change.authors.length > 1
      ? terminal.words(`${change.authors.join('、')}（同一处）`, `${change.authors.join(', ')} (one place)`)
      : (change.authors[0] ?? terminal.words('没有用修订', 'not tracked'))
  const quoted = (text: string) => (text === '' ? terminal.words('（无）', '(nothing)') : `“${text}”`)
  return harmless(
    `${at + 1}. ${who}　${change.date}　${place}　${change.context}${quoted(change.before)} → ${quoted(change.after)}`.replace(
      /　+/g,
      '　',
    ),
  )
}

/** `file:line` of a change in the sources. */
function changePlace(change: ReviewChange, { sent, sources }: Told): string {
  const [first] = (change.mark !== null && edits({ ...change, after: 'x' }, sent)) || []
  if (!first) return ''
  const line = sources.get(first.file)?.text.slice(0, first.from).split('\n').length ?? 1
  return `${first.file}:${line}`
}
