import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Diagnostic, diagnostic, done, hasErrors, type Outcome, refused } from '../../base/diagnostic.ts'
import { failedRun } from '../../build/issue-run.ts'
import { takeIn } from '../../importers/intake.ts'
import { planImport } from '../../importers/placing/plan.ts'
import { type ImportReport, type ReportEntry, reportPage } from '../../importers/report/report.ts'
import { addItems } from '../../issue/write/add-items.ts'
import { findIssue, type IssuePlace } from '../../project/find-issue.ts'
import { loadPublication } from '../../project/load-publication.ts'
import { diskFiles } from '../../project/project-files.ts'
import { readSource, shownPath } from '../../project/read-source.ts'
import { exitCodeOf } from '../../report/exit-code.ts'
import { harmless } from '../../report/report.ts'
import { jsonReport } from '../../report/report-json.ts'
import { counted, wordsOf } from '../../report/words.ts'
import type { Given } from '../command-table.ts'
import { gatherFiles, isTakenBeside, prepareImported, writeImported } from '../import-files.ts'
import { readOldWord } from '../old-word.ts'
import { reportFaults, reportRun } from '../report-runs.ts'
import { shownFile } from '../shown-file.ts'
import type { Terminal } from '../terminal.ts'

interface ImportOptions {
  readonly into?: string
  readonly section?: string
  readonly tracked?: 'accept' | 'reject'
  readonly dryRun?: boolean
}

/** `jianbao import FILE…|FOLDER [--into ISSUE] [--section NAME]`: contributions become articles of an issue. */
export async function run(terminal: Terminal, { args, options }: Given): Promise<number> {
  const wished = options as ImportOptions
  const { value: place, diagnostics: missing } = findIssue(wished.into, process.cwd())
  if (place === null) return reportFaults(terminal, missing)
  if (!existsSync(place.issue))
    return reportFaults(terminal, [diagnostic('E-IMPORT-NO-ISSUE', null, { file: shownFile(place.issue) })])
  const { value: target, diagnostics: unread } = readTarget(place)
  if (target === null) return reportFaults(terminal, unread)
  const gathered = gatherFiles(args, process.cwd())
  terminal.progress(terminal.words('读来稿……', 'Reading contributions…'))
  const sections = sectionsOf(place)
  const { tracked = 'accept', section = null } = wished
  const intake = await takeIn(gathered.files, { tracked, sections, section, oldWord: readOldWord })
  const diagnostics: Diagnostic[] = [...gathered.diagnostics, ...intake.diagnostics]
  if (intake.texts.length === 0 && intake.pictures.length === 0 && !hasErrors(diagnostics)) {
    diagnostics.push(diagnostic('E-IMPORT-NOTHING', null, { file: args.join(' ') }))
  }
  const prepared = await prepareImported(intake)
  const usual =
    [...sections].find(([, style]) => style === 'articles')?.[0] ?? terminal.words('来稿', 'Contributions')
  const briefs = [...sections].find(([, style]) => style === 'briefs')?.[0] ?? null
  const plan = planImport(prepared, {
    issue: target.file,
    section: usual,
    briefs: section === null ? briefs : null,
    language: terminal.language,
    isTaken: isTakenBeside(place.root),
  })
  const edited = edit(target, plan.items)
  diagnostics.push(...edited.diagnostics)
  const report: ImportReport = { issue: target.file, files: withRefused(plan.files, diagnostics, terminal) }
  const fails = hasErrors(edited.diagnostics)
  let isWritten = !fails
  if (!fails && plan.items.size + plan.written.length > 0 && !wished.dryRun) {
    const page = reportPage(report, terminal.language)
    const faults = await writeImported({
      place,
      plan,
      issue: { text: edited.text, before: target.text },
      page,
    })
    diagnostics.push(...faults)
    isWritten = !hasErrors(faults)
  }
  tellImport(terminal, report, diagnostics, {
    dryRun: wished.dryRun ?? false,
    isWritten,
    page: shownFile(join(place.root, plan.report)),
  })
  return exitCodeOf(diagnostics)
}

interface Target {
  readonly file: string
  readonly text: string
}

function readTarget(place: IssuePlace): Outcome<Target | null> {
  const path = shownPath(place.root, place.issue)
  const { value, diagnostics } = readSource(diskFiles(place.root), path, null, undefined)
  if (value === null) return refused(...diagnostics)
  return done({ file: path, text: value.text })
}

/** The publication's sections in its order, then those of the issue are the reader's to find. */
function sectionsOf({ publication, root }: IssuePlace): ReadonlyMap<string, 'articles' | 'briefs'> {
  if (publication === null) return new Map()
  const { value } = loadPublication({ publication, root })
  return new Map(
    (value.reading?.sections ?? []).map((one) => [
      one.name,
      one.style ?? (/简讯|短讯/.test(one.name) ? 'briefs' : 'articles'),
    ]),
  )
}

/** The issue's text with all items, section after section. */
function edit(
  target: Target,
  items: ReadonlyMap<string, Parameters<typeof addItems>[2]>,
): { readonly text: string; readonly diagnostics: readonly Diagnostic[] } {
  let { text } = target
  for (const [section, added] of items) {
    const { value, diagnostics } = addItems({ file: target.file, text }, section, added)
    if (hasErrors(diagnostics)) return { text: target.text, diagnostics }
    text = value
  }
  return { text, diagnostics: [] }
}

/** Files that were not read stand in the report too, with the reason. */
function withRefused(
  files: ImportReport['files'],
  diagnostics: readonly Diagnostic[],
  { language }: Terminal,
): ImportReport['files'] {
  const refused = diagnostics
    .filter((one) => one.severity === 'error' && typeof one.values.file === 'string')
    .map((one) => ({
      file: String(one.values.file),
      made: [],
      entries: [],
      refused: sentence(one, language),
    }))
  return [...files, ...refused]
}

function sentence(one: Diagnostic, language: Terminal['language']): string {
  const { message, hint } = wordsOf(one, language)
  return hint === '' ? message : `${message}。${hint}`
}

interface Told {
  readonly dryRun: boolean
  /** False where nothing came to the disk: the reason is said. */
  readonly isWritten: boolean
  readonly page: string
}

function tellImport(
  terminal: Terminal,
  report: ImportReport,
  diagnostics: readonly Diagnostic[],
  told: Told,
): void {
  if (terminal.format === 'json') {
    const result = {
      exitCode: exitCodeOf(diagnostics),
      dryRun: told.dryRun,
      issue: report.issue,
      report: told.page,
      files: report.files,
      diagnostics: jsonReport(diagnostics, new Map(), terminal.language),
    }
    terminal.result(`${JSON.stringify(result, null, 2)}\n`)
    return
  }
  for (const file of report.files) if (file.refused === null) sayFile(terminal, file)
  reportRun(terminal, failedRun(null, diagnostics))
  const pieces = report.files.reduce((sum, one) => sum + one.made.length, 0)
  if (pieces === 0 || !told.isWritten) return
  terminal.say(
    told.dryRun
      ? terminal.words(
          `试运行：会导入 ${pieces} 篇（条）到 ${report.issue}，没有写任何文件`,
          `Dry run: ${counted(pieces, 'piece')} would go into ${report.issue}; nothing was written`,
        )
      : terminal.words(
          `已导入 ${pieces} 篇（条）到 ${report.issue}；逐条记录见 ${told.page}`,
          `${counted(pieces, 'piece')} went into ${report.issue}; every finding is in ${told.page}`,
        ),
  )
}

/** Most findings of one file that the terminal shows; the page has all. */
const MOST_SHOWN = 12
const LONGEST_SHOWN = 60

function sayFile(terminal: Terminal, { file, made, entries }: ImportReport['files'][number]): void {
  terminal.say(harmless(file))
  for (const one of made)
    terminal.say(harmless(`  → ${one.title}${one.file === null ? '' : `　${one.file}`}（${one.section}）`))
  const order = ['lost', 'changed', 'note', 'guess'] as const
  const wanted = entries.filter(
    (one) => terminal.verbose || one.class !== 'guess' || /maybe|named?$|alone|matched/.test(one.kind),
  )
  const sorted = order.flatMap((kind) => wanted.filter((one) => one.class === kind))
  const shown = terminal.verbose ? sorted : sorted.slice(0, MOST_SHOWN)
  for (const one of shown) terminal.say(harmless(`  ${MARKS[one.class]} ${entryLine(one)}`))
  if (sorted.length > shown.length) {
    const rest = sorted.length - shown.length
    terminal.say(
      terminal.words(
        `  …… 还有 ${rest} 条，见报告（-v 全部列出）`,
        `  … ${rest} more in the report (-v lists all)`,
      ),
    )
  }
}

const MARKS = { lost: '✗', changed: '△', note: '!', guess: '?' } as const

function entryLine({ what, text, done }: ReportEntry): string {
  const words = [...text.replace(/\s*\n\s*/g, ' ')]
  const short = words.length > LONGEST_SHOWN ? `${words.slice(0, LONGEST_SHOWN).join('')}……` : words.join('')
  return `${what}${short === '' ? '' : `：“${short}”`} → ${done}`
}
