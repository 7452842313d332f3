import type { Outcome } from '../base/diagnostic.ts'
import type { SourceText, Span } from '../base/source.ts'
import type { InputLimits } from './limits.ts'
import type { Numbered } from './numbering/series.ts'

/** What an issue is read from; the loader has read every file. */
export interface IssueSources {
  /** publication.yaml; null when there is none. */
  readonly publication: SourceText | null
  readonly issue: SourceText
  /** The publication's other issue files, for their numbers; or what their heads say. */
  readonly others: readonly (SourceText | Numbered)[]
  /** The text of a file that an article or `design:` names, by project path; null, with a diagnostic, when it cannot be read. */
  readonly article: (path: string, span: Span) => Outcome<SourceText | null>
  /** `--set key=value`: publication keys changed for this run. */
  readonly sets?: readonly { readonly key: string; readonly value: string }[]
  readonly limits?: InputLimits
}
