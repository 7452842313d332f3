import type { Diagnostic } from '../base/diagnostic.ts'
import type { SourceText } from '../base/source.ts'
import { type CheckOptions, findingsAt, findingsOf } from '../build/check-place.ts'
import type { Issue } from '../issue/issue.ts'
import type { IssuePlace } from '../project/find-issue.ts'
import { projectAt } from '../project/issue-project.ts'
import { counted } from '../report/words.ts'
import { calledAs } from './called.ts'
import type { Terminal } from './terminal.ts'

/** After a build: how many places of the text `check` would speak of. A build itself looks at none of them. */
export async function sayTextHints(
  terminal: Terminal,
  place: IssuePlace,
  issue: Issue,
  sources: ReadonlyMap<string, SourceText>,
): Promise<void> {
  const count = countOf(await findingsOf(projectAt(place), issue, sources))
  if (count > 0) terminal.say(hintLine(terminal, count, 'check'))
}

/** The same after a build of several issues: one line for all of them, read as they were built. */
export async function sayTextHintsOfAll(
  terminal: Terminal,
  places: readonly IssuePlace[],
  options: CheckOptions,
): Promise<void> {
  let count = 0
  for (const place of places) count += countOf(await findingsAt(place, options))
  if (count > 0) terminal.say(hintLine(terminal, count, 'check --all'))
}

function countOf(findings: readonly Diagnostic[]): number {
  return findings.filter(({ severity }) => severity !== 'info').length
}

function hintLine({ words }: Terminal, count: number, command: string): string {
  const check = `${calledAs(process.argv[1])} ${command}`
  return words(
    `另有 ${count} 处文字提示：${check}`,
    `${counted(count, 'remark')} on the text besides: ${check}`,
  )
}
