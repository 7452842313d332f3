import type { Span } from '../base/source.ts'
import type { SentPart, SentRole } from './issue-document.ts'

/** A paragraph as it was sent, with where each of its characters stands in the sources. */
export interface SentParagraph {
  readonly mark: string
  readonly role: SentRole
  /** A footnote's number in its article. */
  readonly note?: number
  readonly runs: readonly SentRun[]
}

export interface SentRun {
  readonly text: string
  readonly file: string
  /** Where each character stands in the file; null for what has no place of its own there, such as a number. */
  readonly places: readonly (number | null)[]
  /** The value that the program composes these words of (署名, 报头, 报尾): characters stand nowhere by themselves. */
  readonly composed?: Span
  /** The mark of the footnote of that number in its article. */
  readonly note?: number
}

/** Runs of the content with the places of their characters. */
export function sentRuns(
  runs: readonly SentPart[],
  source: (file: string) => string | undefined,
): readonly SentRun[] {
  return runs.map(({ text, span, note }) => {
    const none = Array.from<null>({ length: text.length }).fill(null)
    const written = span === null ? undefined : source(span.file)?.slice(span.from, span.to)
    if (span === null || written === undefined) return { text, file: '', places: none }
    const places = placesIn(text, written, span.from)
    return places === null
      ? { text, file: span.file, places: none, composed: span, ...(note === undefined ? {} : { note }) }
      : { text, file: span.file, places }
  })
}

/** Letter by letter; blanks of the source that are not set, breaks of a title and escapes are passed over. */
function placesIn(text: string, written: string, from: number): readonly number[] | null {
  const places: number[] = []
  let at = 0
  for (const unit of text.split('')) {
    while (at < written.length && written[at] !== unit && /[\s\u3000|\\]/.test(written[at] as string)) at += 1
    if (written[at] !== unit) return null
    places.push(from + at)
    at += 1
  }
  return places
}

export function sentText({ runs }: SentParagraph): string {
  return runs.map((run) => run.text).join('')
}
