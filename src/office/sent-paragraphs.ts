import type { TextRun } from '../content/block.ts'

/** A paragraph as it was sent, with where each of its characters stands in the sources. */
export interface SentParagraph {
  readonly mark: string
  readonly runs: readonly SentRun[]
}

export interface SentRun {
  readonly text: string
  readonly file: string
  /** Where each character stands in the file; null for what has no place of its own there, such as a number. */
  readonly places: readonly (number | null)[]
}

/** Runs of the content with the places of their characters. */
export function sentRuns(
  runs: readonly Pick<TextRun, 'text' | 'span'>[],
  source: (file: string) => string | undefined,
): readonly SentRun[] {
  return runs.map(({ text, span }) => {
    const written = span === null ? undefined : source(span.file)?.slice(span.from, span.to)
    if (span === null || written === undefined)
      return { text, file: '', places: Array.from<null>({ length: text.length }).fill(null) }
    return {
      text,
      file: span.file,
      places: placesIn(text, written, span.from) ?? placesOfWords(text, written, span.from),
    }
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

/** What the program composes (a credit, a colophon): only words that stand in the source just once have a place. */
function placesOfWords(text: string, written: string, from: number): readonly (number | null)[] {
  const places = Array.from<number | null>({ length: text.length }).fill(null)
  for (const match of text.matchAll(/[\p{L}\p{M}\p{N}·]+(?:-[\p{L}\p{N}]+)*/gu)) {
    const [word] = match
    const at = written.indexOf(word)
    if (at < 0 || written.includes(word, at + 1)) continue
    for (let index = 0; index < word.length; index += 1) places[match.index + index] = from + at + index
  }
  return places
}

export function sentText({ runs }: SentParagraph): string {
  return runs.map((run) => run.text).join('')
}
