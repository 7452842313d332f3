import type { SourceText } from '../base/source.ts'
import type { Numbered } from '../issue/numbering/series.ts'
import { type IssuePlace, numberedIssues } from './find-issue.ts'
import { headsOnDisk, type IssueHeads } from './issue-heads.ts'
import { diskFiles, type ProjectFiles } from './project-files.ts'
import { shownPath } from './read-source.ts'

/** An issue with all that it is read from; file names are project paths. */
export interface IssueProject {
  readonly files: ProjectFiles
  readonly issue: string
  /** null where there is none. */
  readonly publication: string | null
  /** The publication's other issues, for their numbers; one that cannot be read is of no account here. */
  readonly others: () => readonly (SourceText | Numbered)[]
}

/** An issue on disk, with what is known of the heads of the publication's files. */
export function projectAt(
  { issue, publication, root }: IssuePlace,
  heads: IssueHeads = headsOnDisk,
): IssueProject {
  const others = () => (publication === null ? [] : numberedIssues(publication, issue, heads))
  return {
    files: diskFiles(root),
    issue: shownPath(root, issue),
    publication: publication === null ? null : shownPath(root, publication),
    others,
  }
}
