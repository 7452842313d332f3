import { sep } from 'node:path'
import { type Diagnostic, diagnostic } from '../../base/diagnostic.ts'
import { buildBounded } from '../../build/build-bounded.ts'
import type { BuildOptions, BuildRules } from '../../build/build-issue.ts'
import type { IssueRun } from '../../build/issue-run.ts'
import type { BuildStep } from '../../build/make-issue.ts'
import type { Issue } from '../../issue/issue.ts'
import { findIssues, type IssuePlace } from '../../project/find-issue.ts'
import { type HeldHeads, headsOnDisk, heldHeads } from '../../project/issue-heads.ts'
import { rememberedHeads } from '../../project/remembered-heads.ts'
import { BETWEEN_WORDS, type Given, productNamed } from '../command-table.ts'
import { machine, threadRules } from '../machine.ts'
import { exitCodeOfRuns, reportFaults, reportForMachines, reportRun } from '../report-runs.ts'
import { sayWhich } from '../say-which.ts'
import { setsOf } from '../set-options.ts'
import { shownFile } from '../shown-file.ts'
import { pictureWords, stepWords } from '../step-words.ts'
import { sayFit, saySummary, sayTotal } from '../summary.ts'
import type { Terminal } from '../terminal.ts'

export interface BuildCommandOptions {
  readonly output?: string
  readonly make?: string
  readonly all?: boolean
  readonly watch?: boolean
  readonly set?: readonly string[]
  readonly strict?: boolean
  readonly open?: boolean
  readonly against?: string
  readonly round?: string
  readonly encoding?: string
  readonly format?: string
  readonly json?: boolean
}

/** `jianbao build [ISSUE…]`: issues to PDF. */
export async function run(terminal: Terminal, { args, options }: Given): Promise<number> {
  const wished = options as BuildCommandOptions
  const clash = clashFault(args, wished)
  if (clash !== null) return reportFaults(terminal, [clash])
  const { value: sets, diagnostics: unclear } = setsOf(wished.set ?? [])
  if (sets === null) return reportFaults(terminal, unclear)
  const remembered = rememberedHeads(machine().cacheFolder ?? null)
  const held: HeldHeads = new Map()
  const heads = heldHeads(remembered, held)
  const { value: places, diagnostics: missing } = findIssues(args, wished.all ?? false, process.cwd(), heads)
  if (places === null) return reportFaults(terminal, missing)
  const found = places.map((place) => place.issue)
  const plan: BuildOptions = {
    ...machine(),
    sets,
    output: wished.output,
    make: wished.make?.split(BETWEEN_WORDS).map(productNamed),
    against: wished.against,
    round: wished.round === undefined ? undefined : Number(wished.round),
    encoding: wished.encoding,
  }
  const [first] = found
  if (args.length === 0 && places[0]) sayWhich(terminal, places[0], { all: wished.all ?? false, heads })
  if (wished.watch && first !== undefined) {
    const { watchIssue } = await import('../watch-issue.ts')
    return watchIssue(terminal, { ...plan, issue: first }, wished.open ?? false)
  }
  const same = found.length > 1 ? await sameNames(places, { ...plan, heads }) : null
  if (same !== null) return reportFaults(terminal, [same])
  if (found.length > 1) return buildSeveral(terminal, places, { plan, held }, wished)
  // Where the issue was named by its path, nobody has looked for the others yet.
  const known = held.size > 0 ? heads : remembered
  return buildOne(terminal, { ...plan, issue: first, place: places[0], heads: known }, wished)
}

/** Said before anything is written: of two products with one name only one would be left. */
async function sameNames(
  places: readonly IssuePlace[],
  plan: BuildOptions & BuildRules,
): Promise<Diagnostic | null> {
  const { sameOutput } = await import('../../build/same-output.ts')
  return sameOutput(places, plan)
}

function clashFault(args: readonly string[], wished: BuildCommandOptions): Diagnostic | null {
  const several = wished.all || args.length > 1
  const toStdout = wished.output === '-'
  const machines = wished.json || (wished.format !== undefined && wished.format !== 'human')
  const clashes: readonly (readonly [unknown, unknown, string, string])[] = [
    [wished.all, args.length > 0, '--all', args[0] ?? ''],
    [several, wished.output !== undefined, wished.all ? '--all' : args.join(' '), '-o'],
    [wished.watch, several, '--watch', wished.all ? '--all' : args.join(' ')],
    [wished.watch, toStdout, '--watch', '-o -'],
    [wished.watch, machines, '--watch', wished.json ? '--json' : '--format'],
    [toStdout, machines, '-o -', wished.json ? '--json' : '--format'],
    [toStdout, wished.open, '-o -', '--open'],
    [toStdout, wished.make?.includes(','), '-o -', `--make ${wished.make}`],
  ]
  const clash = clashes.find(([one, other]) => one && other)
  if (clash) return diagnostic('E-OPTION-CLASH', null, { first: clash[2], second: clash[3] })
  const place = wished.output === undefined ? null : (placeFault(wished.output) ?? kindFault(wished))
  if (place !== null) return place
  if (wished.round === undefined || /^[1-9]\d?$/.test(wished.round)) return null
  const range = { askZh: '，应是 1 到 99', askEn: '; it is a number from 1 to 99' }
  return diagnostic('E-OPTION-VALUE', null, { option: '--round', value: wished.round, ...range })
}

/** A file that `-o` cannot mean: a folder, or one below a `~` that no shell has replaced. */
function placeFault(output: string): Diagnostic | null {
  if (output.endsWith('/') || output.endsWith(sep))
    return diagnostic('E-WRITE-FOLDER', null, { file: output })
  if (!/^~[^/\\]*[/\\]/.test(output)) return null
  const full = {
    askZh: '：“~”没有换成个人文件夹，请写出完整路径',
    askEn: ': “~” was not replaced by the home folder; write the whole path',
  }
  return diagnostic('E-OPTION-VALUE', null, { option: '-o', value: output, ...full })
}

/** Ends of names that say what else a file is. */
const NO_PDF = /\.(?:docx?|wps|rtf|odt|html?)$/i

/** A name that ends as if the file were of another kind than what is made. */
function kindFault({ output = '', make }: BuildCommandOptions): Diagnostic | null {
  const word = make !== undefined && productNamed(make.split(BETWEEN_WORDS)[0] ?? '') === 'docx'
  if (word ? !/\.pdf$/i.test(output) : !NO_PDF.test(output)) return null
  const ask = word
    ? { askZh: '：Word 稿的文件名以 .docx 结尾', askEn: ': the name of a Word copy ends in .docx' }
    : {
        askZh: '：做出来的是 PDF，文件名以 .pdf 结尾；要 Word 稿请加 --make docx',
        askEn: ': what is made is a PDF, whose name ends in .pdf; for a Word copy add --make docx',
      }
  return diagnostic('E-OPTION-VALUE', null, { option: '-o', value: output, ...ask })
}

async function buildOne(
  terminal: Terminal,
  plan: BuildOptions & BuildRules,
  wished: BuildCommandOptions,
): Promise<number> {
  const told = terminal
  const start = performance.now()
  const since = () => performance.now() - start
  const onStep = (step: BuildStep) => terminal.progress(stepWords(terminal, step, since()))
  const onPicture = (done: number, all: number) =>
    terminal.progress(pictureWords(terminal, done, all, since()))
  let issue: Issue | null = null
  const onAssets = (_: unknown, read: Issue) => {
    issue = read
  }
  const run = await buildBounded({ ...plan, onStep, onPicture, onAssets }, threadRules())
  const { bytes } = run
  const file = run.files[0]?.file ?? null
  reportRun(told, run)
  const code = exitCodeOfRuns([run], wished.strict ?? false)
  // Written, or wanted on stdout.
  if (run.files.length > 0 && (file !== null || bytes !== null)) {
    if (plan.output === '-') told.result(bytes as Uint8Array)
    sayFit(told, run)
    saySummary(told, run)
    if (!told.quiet && told.format === 'human' && issue !== null && plan.place) {
      await (await import('../text-hints.ts')).sayTextHints(told, plan.place, issue, run.sources)
    }
  }
  await reportForMachines(told, [run], code)
  if (wished.open && file !== null) await (await import('../open-file.ts')).openFile(file)
  if (run.diagnostics.some((one) => one.code === 'E-TIME')) endSoon(code)
  return code
}

/** What a build over time has left running does not keep the program from ending. */
function endSoon(code: number): void {
  setTimeout(() => process.exit(code), 1000).unref()
}

async function buildSeveral(
  terminal: Terminal,
  places: readonly IssuePlace[],
  { plan, held }: { readonly plan: BuildOptions; readonly held: HeldHeads },
  wished: BuildCommandOptions,
): Promise<number> {
  const start = performance.now()
  const plans = places.map(({ issue }) => ({ ...plan, issue }))
  const { buildMany } = await import('../../build/build-many.ts')
  const { progressBar } = await import('../progress-bar.ts')
  terminal.progress(progressBar(0, plans.length, ''))
  const onRun = (run: IssueRun, done: number) =>
    terminal.progress(progressBar(done, plans.length, shownFile(run.issue ?? '')))
  const runs = await buildMany(plans, { ...threadRules(), held, onRun })
  for (const run of runs) {
    const told = terminal
    reportRun(told, run)
    sayFit(told, run)
    saySummary(told, run)
  }
  sayTotal(terminal, runs, performance.now() - start)
  if (!terminal.quiet && terminal.format === 'human') {
    const made = places.filter((_, at) => runs[at]?.files.some(({ file }) => file !== null))
    await (await import('../text-hints.ts')).sayTextHintsOfAll(terminal, made, {
      ...plan,
      heads: heldHeads(headsOnDisk, held),
    })
  }
  const code = exitCodeOfRuns(runs, wished.strict ?? false)
  await reportForMachines(terminal, runs, code)
  return code
}
