import type { SourceText } from '../base/source.ts'
import type { Issue, Picture } from './issue.ts'

/** Every picture of an issue, in reading order; those with `src` are files to load, at `span`. */
export function picturesOf(issue: Issue): readonly Picture[] {
  return issue.sections.flatMap((section) =>
    section.articles.flatMap((article) => article.pictures.flatMap((group) => group.row)),
  )
}

const NAMED = /^(?:publication|刊物)[ \t]*:[ \t]+(.*?)[ \t]*(?:[ \t]#.*)?\r?$/m

/** The publication file an issue names, as typed and relative to the issue; null when it is to be looked for. */
export function publicationNamedIn(issue: SourceText): string | null {
  const written = NAMED.exec(issue.text)?.[1]?.replace(/^["']|["']$/g, '')
  return written === undefined || written === '' ? null : written
}
