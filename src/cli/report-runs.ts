import { catalogue } from '../base/catalogue.ts'
import type { Diagnostic } from '../base/diagnostic.ts'
import type { MessageText } from '../base/message-text.ts'
import { failedRun, type IssueRun } from '../build/issue-run.ts'
import { version } from '../project/package-folder.ts'
import { exitCodeOf } from '../report/exit-code.ts'
import { formatReport, placeText } from '../report/report.ts'
import { shownFile } from './shown-file.ts'
import type { Terminal } from './terminal.ts'

/** The worst exit code of several runs, by the first issue that failed. */
export function exitCodeOfRuns(runs: readonly IssueRun[], strict: boolean): number {
  for (const { diagnostics, failOn } of runs) {
    const code = exitCodeOf(diagnostics, { strict, failOn })
    if (code !== 0) return code
  }
  return 0
}

/** Writes one run's diagnostics for people; machines get theirs when all is done. */
export function reportRun(terminal: Terminal, run: IssueRun): void {
  if (terminal.format !== 'human') return
  const shown = run.diagnostics.filter((one) => isShown(one, terminal))
  const { full, rest } = terminal.verbose ? { full: shown, rest: [] } : abridged(shown)
  if (full.length > 0) terminal.complain(formatReport(full, run.sources, terminal))
  for (const [code, more] of rest) terminal.complain(restLine(terminal, code, more, run))
}

function isShown({ code, severity }: Diagnostic, { verbose, quiet }: Terminal): boolean {
  if (severity === 'error' || verbose) return true
  if (quiet) return false
  return severity === 'warning' || (catalogue()[code] as MessageText).told === true
}

/** Reports what kept a command from beginning; gives its exit code. */
export function reportFaults(terminal: Terminal, faults: readonly Diagnostic[]): Promise<number> {
  return reportFailure(terminal, failedRun(null, faults))
}

/** Reports a run that ended before its result; gives its exit code. */
export async function reportFailure(terminal: Terminal, run: IssueRun): Promise<number> {
  reportRun(terminal, run)
  const code = exitCodeOfRuns([run], false)
  await reportForMachines(terminal, [run], code)
  return code
}

/** Diagnostics of one code shown in full: the others are alike and only their places are of interest. */
const MOST_ALIKE = 5
/** Places listed of the others. */
const MOST_PLACES = 12

/** The first few of each code, and the others by code. */
function abridged(diagnostics: readonly Diagnostic[]): {
  readonly full: readonly Diagnostic[]
  readonly rest: ReadonlyMap<string, readonly Diagnostic[]>
} {
  const full: Diagnostic[] = []
  const counts = new Map<string, number>()
  const rest = new Map<string, Diagnostic[]>()
  for (const one of diagnostics) {
    const count = (counts.get(one.code) ?? 0) + 1
    counts.set(one.code, count)
    if (count <= MOST_ALIKE) full.push(one)
    else rest.set(one.code, [...(rest.get(one.code) ?? []), one])
  }
  return { full, rest }
}

function restLine(terminal: Terminal, code: string, more: readonly Diagnostic[], run: IssueRun): string {
  const places = more.flatMap(({ span }) => (span ? [placeText(span, run.sources.get(span.file))] : []))
  const named = places.slice(0, MOST_PLACES).join(terminal.words('、', ', '))
  const dots = places.length > MOST_PLACES ? '…' : ''
  return terminal.words(
    `${code} 还有 ${more.length} 处：${named}${dots}（-v 全部列出）\n`,
    `${code}: ${more.length} more: ${named}${dots} (-v lists all)\n`,
  )
}

/** Writes all runs' results to stdout in the format that machines were promised; nothing for people. */
export async function reportForMachines(
  terminal: Terminal,
  runs: readonly IssueRun[],
  exitCode: number,
): Promise<void> {
  const { language, format } = terminal
  if (format === 'human') return
  const diagnostics = runs.flatMap((run) => run.diagnostics)
  const sources = new Map(runs.flatMap((run) => [...run.sources]))
  if (format === 'github') {
    const { githubReport } = await import('../report/report-github.ts')
    terminal.result(githubReport(diagnostics, sources, language))
  } else if (format === 'sarif') {
    const { sarifReport } = await import('../report/report-sarif.ts')
    terminal.result(`${JSON.stringify(sarifReport(diagnostics, sources, language, version()), null, 2)}\n`)
  } else {
    terminal.result(`${JSON.stringify(await jsonResult(runs, exitCode, terminal), null, 2)}\n`)
  }
}

async function jsonResult(
  runs: readonly IssueRun[],
  exitCode: number,
  { language }: Terminal,
): Promise<object> {
  const { jsonReport } = await import('../report/report-json.ts')
  return {
    exitCode,
    issues: runs.map((run) => ({
      issue: run.issue === null ? null : shownFile(run.issue),
      pages: run.pages,
      products: run.files.map(({ file, ...made }) => ({
        ...made,
        file: file === null ? null : shownFile(file),
      })),
      fit: run.fit,
    })),
    diagnostics: runs.flatMap((run) =>
      jsonReport(run.diagnostics, run.sources, language).map((one) => ({
        issue: run.issue === null ? null : shownFile(run.issue),
        ...one,
      })),
    ),
  }
}
