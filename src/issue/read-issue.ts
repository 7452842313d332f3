import type { Outcome } from '../base/diagnostic.ts'
import type { Issue } from './issue.ts'
import type { IssueSources } from './issue-sources.ts'
import { readIssueParts } from './read-issue-parts.ts'

/**
 * Stage ①. Takes the sources of one issue; gives it validated, every text with its place, every default
 * filled in, its number computed; or null when a diagnostic is an error. Promises: no exception for any
 * text, time linear in the text, nothing read from anywhere but the sources, no text dropped in silence.
 */
export function readIssue(sources: IssueSources): Outcome<Issue | null> {
  return readIssueParts(sources, null)
}
