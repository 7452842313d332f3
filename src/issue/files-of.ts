import type { SourceText } from '../base/source.ts'
import type { Issue, Picture, Signature } from './issue.ts'
import { headOf } from './numbering/head-of-issue.ts'

/** Every seal of an issue: files to load, at `span`. */
export function sealsOf(issue: Issue): readonly NonNullable<Signature['seal']>[] {
  const articles = issue.sections.flatMap((section) => section.articles)
  return articles.flatMap(({ signature }) => (signature?.seal ? [signature.seal] : []))
}

/** Every picture of an issue, in reading order; those with `src` are files to load, at `span`. */
export function picturesOf(issue: Issue): readonly Picture[] {
  const articles = issue.sections.flatMap((section) => section.articles)
  return [
    ...(issue.cover?.row ?? []),
    ...articles.flatMap(({ pictures }) => pictures.flatMap(({ row }) => row)),
  ]
}

/** The publication file an issue names, as typed and relative to the issue; null when it is to be looked for. */
export function publicationNamedIn(issue: SourceText): string | null {
  return headOf(issue).publication || null
}
