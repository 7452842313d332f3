import { basename } from 'node:path'
import { copiesBeside, type IssuePlace } from '../project/find-issue.ts'
import type { IssueHeads } from '../project/issue-heads.ts'
import { shownFile } from './shown-file.ts'
import type { Terminal } from './terminal.ts'

/** Which issue it is where none was named, and which files were set aside as copies of issues. */
export function sayWhich(
  { say, words }: Terminal,
  { issue, publication }: IssuePlace,
  { all, heads }: { readonly all: boolean; readonly heads: IssueHeads },
): void {
  if (!all) say(words(`最新一期：${shownFile(issue)}`, `Newest issue: ${shownFile(issue)}`))
  const found = publication === null ? [] : copiesBeside(publication, heads)
  const copies = found.map((file) => basename(file))
  if (copies.length > 0)
    say(
      words(
        `看来是副本，没有算作一期：${copies.join('、')}`,
        `Set aside as copies, not as issues: ${copies.join(', ')}`,
      ),
    )
}
