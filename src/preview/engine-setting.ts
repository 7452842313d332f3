import type { IssuePlace } from '../project/find-issue.ts'

/** Where the engine works. */
export interface EngineSetting {
  readonly place: IssuePlace
  readonly cwd: string
  readonly cacheFolder: string | null
}
