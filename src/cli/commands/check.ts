import { diagnostic, hasErrors } from '../../base/diagnostic.ts'
import type { SourceText } from '../../base/source.ts'
import { inOwnTime } from '../../build/build-alone.ts'
import { type CheckOptions, checkPlace } from '../../build/check-place.ts'
import { failedRun, type IssueRun } from '../../build/issue-run.ts'
import { OutOfTime } from '../../build/time-limit.ts'
import { findIssues, type IssuePlace } from '../../project/find-issue.ts'
import { cured } from '../../project/fix-sources.ts'
import { heldHeads } from '../../project/issue-heads.ts'
import { rememberedHeads } from '../../project/remembered-heads.ts'
import { counted } from '../../report/words.ts'
import type { Given } from '../command-table.ts'
import { buildSeconds, machine } from '../machine.ts'
import { exitCodeOfRuns, reportFaults, reportForMachines, reportRun } from '../report-runs.ts'
import { sayWhich } from '../say-which.ts'
import { setsOf } from '../set-options.ts'
import { shownFile } from '../shown-file.ts'
import { sayFit } from '../summary.ts'
import type { Terminal } from '../terminal.ts'

interface CheckWishes {
  readonly all?: boolean
  readonly fix?: boolean
  readonly yes?: boolean
  readonly set?: readonly string[]
  readonly strict?: boolean
  readonly encoding?: string
}

/** `jianbao check [ISSUE…]`: everything that can be said without making a PDF. */
export async function run(terminal: Terminal, { args, options }: Given): Promise<number> {
  const wished = options as CheckWishes
  const { value: sets, diagnostics: unclear } = setsOf(wished.set ?? [])
  if (sets === null) return reportFaults(terminal, unclear)
  if (wished.all && args.length > 0) {
    const values = { first: '--all', second: args[0] ?? '' }
    return reportFaults(terminal, [diagnostic('E-OPTION-CLASH', null, values)])
  }
  const { cacheFolder = null } = machine()
  const heads = heldHeads(rememberedHeads(cacheFolder))
  const { value: places, diagnostics: missing } = findIssues(args, wished.all ?? false, process.cwd(), heads)
  if (places === null) return reportFaults(terminal, missing)
  if (args.length === 0 && places[0]) sayWhich(terminal, places[0], { all: wished.all ?? false, heads })
  const load = { sets, encoding: wished.encoding, cacheFolder, heads }
  const runs: IssueRun[] = []
  for (const place of places) runs.push(await checkOne(terminal, place, load, wished))
  const code = exitCodeOfRuns(runs, wished.strict ?? false)
  await reportForMachines(terminal, runs, code)
  return code
}

async function checkOne(
  terminal: Terminal,
  place: IssuePlace,
  load: CheckOptions,
  wished: CheckWishes,
): Promise<IssueRun> {
  const found = await checkInTime(place, load)
  const run = wished.fix ? await fixed(terminal, place, load, { found, agreed: wished.yes ?? false }) : found
  reportRun(terminal, run)
  if (!hasErrors(run.diagnostics)) {
    sayFit(terminal, run)
    terminal.say(verdict(terminal, run))
  }
  return run
}

/** A check has as long as a build. */
async function checkInTime(place: IssuePlace, load: CheckOptions): Promise<IssueRun> {
  const seconds = buildSeconds()
  try {
    return await inOwnTime(seconds, (inTime) => checkPlace(place, { ...load, inTime }))
  } catch (error) {
    if (!(error instanceof OutOfTime)) throw error
    return failedRun(place.issue, [diagnostic('E-TIME', null, { file: shownFile(place.issue), seconds })])
  }
}

function verdict({ words }: Terminal, { issue, diagnostics, pages }: IssueRun): string {
  const warnings = diagnostics.filter((one) => one.severity === 'warning').length
  const name = shownFile(issue ?? '')
  const about = diagnostics.some((one) => one.code === 'I-PAGES-ABOUT')
    ? words(`约 ${pages} 页`, `about ${counted(pages, 'page')}`)
    : words(`${pages} 页`, counted(pages, 'page'))
  return warnings === 0
    ? words(`${name}　没有问题，${about}`, `${name}: no findings, ${about}`)
    : words(`${name}　警告 ${warnings}，${about}`, `${name}: ${counted(warnings, 'warning')}, ${about}`)
}

/** A slip may hide others: cures are looked for again in what the last ones gave. */
const ROUNDS = 8

interface Fixing {
  readonly found: IssueRun
  readonly agreed: boolean
}

/** Shows what would be changed, asks, changes the files, and checks again. */
async function fixed(
  terminal: Terminal,
  place: IssuePlace,
  load: CheckOptions,
  { found, agreed }: Fixing,
): Promise<IssueRun> {
  const { words } = terminal
  const after = await curedTexts(place, load, found)
  const changes = [...after.values()]
    .filter(({ file, text }) => found.sources.get(file)?.text !== text)
    .map(({ file, text }) => [file, text] as const)
  if (changes.length === 0) {
    terminal.say(words('没有可以自动改的。', 'Nothing can be cured automatically.'))
    return found
  }
  if (load.encoding !== undefined && !/^utf-?8$/i.test(load.encoding)) {
    const refused = changes.map(([file]) => diagnostic('E-FIX-ENCODING', null, { file }))
    return { ...found, diagnostics: [...found.diagnostics, ...refused] }
  }
  await showChanges(terminal, changes, found)
  if (!agreed && !(await mayChange(terminal))) return found
  const { writeTexts } = await import('../../project/write-texts.ts')
  const texts = changes.map(([path, text]) => ({ path, text, before: found.sources.get(path)?.text ?? '' }))
  const faults = await writeTexts(place.root, texts, process.cwd())
  if (faults.length > 0) return { ...found, diagnostics: [...found.diagnostics, ...faults] }
  terminal.say(words(`已改 ${changes.length} 个文件。`, `${counted(changes.length, 'file')} changed.`))
  return checkInTime(place, load)
}

/** Every text of the issue with all rounds of cures put in. */
async function curedTexts(
  place: IssuePlace,
  load: CheckOptions,
  found: IssueRun,
): Promise<ReadonlyMap<string, SourceText>> {
  const texts = new Map<string, SourceText>()
  let run = found
  for (let round = 0; round < ROUNDS; round += 1) {
    const { sources } = cured(run.diagnostics, run.sources)
    if (sources.size === 0) break
    for (const source of sources.values()) texts.set(source.file, source)
    run = await checkInTime(place, { ...load, instead: texts })
  }
  return texts
}

async function showChanges(
  terminal: Terminal,
  changes: readonly (readonly [string, string])[],
  { sources }: IssueRun,
): Promise<void> {
  const { diffText } = await import('../diff-lines.ts')
  for (const [file, text] of changes) {
    terminal.complain(diffText(file, sources.get(file)?.text ?? '', text, terminal.colour))
  }
}

/** Without somebody to ask, nothing is changed unless `--yes` says so. */
async function mayChange(terminal: Terminal): Promise<boolean> {
  const { words } = terminal
  if (!terminal.asks) {
    terminal.say(
      words('没有改动文件；确认要改，加 --yes。', 'No file was changed; add --yes to change them.'),
    )
    return false
  }
  const { agrees } = await import('../ask.ts')
  return agrees(words('这样改吗？(y/n)', 'Make these changes? (y/n)'))
}
