import { relative } from 'node:path'
import type { Diagnostic } from '../base/diagnostic.ts'
import { exitCodeOf } from './exit-code.ts'
import type { IssueRun } from './issue-run.ts'
import { formatReport } from './report.ts'
import type { Terminal } from './terminal.ts'

/** Diagnostics shown in full on a terminal unless more is asked for. */
const MOST_SHOWN = 60

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
  const shown = run.diagnostics.filter((one) => one.severity !== 'info' || terminal.verbose)
  const ordered = terminal.verbose ? shown : errorsFirst(shown)
  const first = terminal.verbose ? ordered : ordered.slice(0, MOST_SHOWN)
  if (first.length > 0) terminal.complain(formatReport(first, run.sources, terminal))
  const rest = ordered.length - first.length
  if (rest > 0) {
    terminal.complain(
      terminal.words(
        `还有 ${rest} 处没有列出（-v 全部列出）\n`,
        `${rest} more are not listed (-v lists all)\n`,
      ),
    )
  }
}

function errorsFirst(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (diagnostics.length <= MOST_SHOWN) return diagnostics
  const errors = diagnostics.filter((one) => one.severity === 'error')
  return [...errors, ...diagnostics.filter((one) => one.severity !== 'error')]
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
    const { githubReport } = await import('./report-github.ts')
    terminal.result(githubReport(diagnostics, sources, language))
  } else if (format === 'sarif') {
    const { sarifReport } = await import('./report-sarif.ts')
    terminal.result(`${JSON.stringify(sarifReport(diagnostics, sources, language), null, 2)}\n`)
  } else {
    terminal.result(`${JSON.stringify(await jsonResult(runs, exitCode, terminal), null, 2)}\n`)
  }
}

async function jsonResult(
  runs: readonly IssueRun[],
  exitCode: number,
  { language }: Terminal,
): Promise<object> {
  const { jsonReport } = await import('./report-json.ts')
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

/** A file as people type it from where they are, with `/`. */
export function shownFile(file: string): string {
  const near = relative(process.cwd(), file)
  return (near === '' || near.startsWith('..') ? file : near).split('\\').join('/')
}
