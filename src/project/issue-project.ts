import type { SourceText } from '../base/source.ts'
import { type IssuePlace, issueFiles } from './find-issue.ts'
import { diskFiles, type ProjectFiles } from './project-files.ts'
import { readForHead, shownPath } from './read-source.ts'

/** An issue with all that it is read from; file names are project paths. */
export interface IssueProject {
  readonly files: ProjectFiles
  readonly issue: string
  /** null where there is none. */
  readonly publication: string | null
  /** The publication's other issues, for their numbers; one that cannot be read is of no account here. */
  readonly others: () => readonly SourceText[]
}

/** An issue on disk. */
export function projectAt({ issue, publication, root }: IssuePlace): IssueProject {
  const files = diskFiles(root)
  const others = () =>
    publication === null
      ? []
      : issueFiles(publication, issue).flatMap(({ file }) => readForHead(files, shownPath(root, file)) ?? [])
  return {
    files,
    issue: shownPath(root, issue),
    publication: publication === null ? null : shownPath(root, publication),
    others,
  }
}
