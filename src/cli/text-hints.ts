import type { SourceText } from '../base/source.ts'
import { findingsOf } from '../build/check-place.ts'
import type { Issue } from '../issue/issue.ts'
import type { IssuePlace } from '../project/find-issue.ts'
import { projectAt } from '../project/issue-project.ts'
import { counted } from '../report/words.ts'
import { calledAs } from './called.ts'
import type { Terminal } from './terminal.ts'

/** After a build: how many places of the text `check` would speak of. A build itself looks at none of them. */
export async function sayTextHints(
  { say, words }: Terminal,
  place: IssuePlace,
  issue: Issue,
  sources: ReadonlyMap<string, SourceText>,
): Promise<void> {
  const findings = await findingsOf(projectAt(place), issue, sources)
  const count = findings.filter(({ severity }) => severity !== 'info').length
  if (count === 0) return
  const check = `${calledAs(process.argv[1])} check`
  say(
    words(`另有 ${count} 处文字提示：${check}`, `${counted(count, 'remark')} on the text besides: ${check}`),
  )
}
