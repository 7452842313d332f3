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
  readonly places: readonly number[] | null
}

/** Runs of the content with the places of their characters; blanks of the source that are not set are passed over. */
export function sentRuns(
  runs: readonly Pick<TextRun, 'text' | 'span'>[],
  source: (file: string) => string | undefined,
): readonly SentRun[] {
  return runs.map(({ text, span }) => {
    const written = span === null ? undefined : source(span.file)?.slice(span.from, span.to)
    const places = span === null || written === undefined ? null : placesIn(text, written, span.from)
    return { text, file: span?.file ?? '', places }
  })
}

function placesIn(text: string, written: string, from: number): readonly number[] | null {
  const places: number[] = []
  let at = 0
  for (const unit of text.split('')) {
    while (at < written.length && written[at] !== unit && /[\s\u3000]/.test(written[at] as string)) at += 1
    if (written[at] !== unit) return null
    places.push(from + at)
    at += 1
  }
  return places
}

/** What a returned paragraph is for this: its mark, and its characters with what was done to them. */
export interface ReturnedText {
  readonly mark: string | null
  readonly pieces: readonly {
    readonly text: string
    readonly change: 'inserted' | 'deleted' | null
    readonly author: string
    readonly date: string
  }[]
}

/** One change of one paragraph (改动): characters of what was sent, and what stands there now. */
export interface ReviewChange {
  /** The paragraph's mark; null where none was found. */
  readonly mark: string | null
  readonly from: number
  readonly to: number
  readonly before: string
  readonly after: string
  /** Who made it; several where reviewers changed one place; empty for a change that was not tracked. */
  readonly authors: readonly string[]
  readonly date: string
  /** A few words before it, to find the place by. */
  readonly context: string
}

export function sentText({ runs }: SentParagraph): string {
  return runs.map((run) => run.text).join('')
}

/** All changes of a returned copy against what was sent, in order; paragraphs match by mark, else by their text. */
export function reviewChanges(
  sent: ReadonlyMap<string, SentParagraph>,
  returned: readonly ReturnedText[],
): readonly ReviewChange[] {
  const byText = new Map([...sent.values()].map((one) => [sentText(one), one]))
  const seen = new Set<string>()
  const changes: ReviewChange[] = []
  for (const paragraph of returned) {
    const original = textOf(paragraph, 'inserted')
    const found = (paragraph.mark === null ? undefined : sent.get(paragraph.mark)) ?? byText.get(original)
    const isFirst = found !== undefined && !seen.has(found.mark)
    if (found && isFirst) {
      seen.add(found.mark)
      changes.push(...changesOf(found, paragraph))
    } else if (paragraph.pieces.some((one) => one.change !== null)) changes.push(unmatched(paragraph))
  }
  return changes
}

/** The text without what was inserted, or without what was deleted. */
function textOf({ pieces }: ReturnedText, without: 'inserted' | 'deleted'): string {
  return pieces.map((one) => (one.change === without ? '' : one.text)).join('')
}

function unmatched(paragraph: ReturnedText): ReviewChange {
  const tracked = paragraph.pieces.filter((one) => one.change !== null)
  return {
    mark: null,
    from: 0,
    to: 0,
    before: textOf(paragraph, 'inserted'),
    after: textOf(paragraph, 'deleted'),
    authors: authorsOf(tracked),
    date: tracked[0]?.date ?? '',
    context: '',
  }
}

function authorsOf(pieces: readonly { readonly author: string }[]): readonly string[] {
  return [...new Set(pieces.map((one) => one.author).filter((one) => one !== ''))]
}

function changesOf(sent: SentParagraph, paragraph: ReturnedText): readonly ReviewChange[] {
  const text = sentText(sent)
  if (textOf(paragraph, 'inserted') === text) return trackedChanges(sent.mark, text, paragraph)
  return plainChange(sent.mark, text, paragraph)
}

/** Neighbouring insertions and deletions are one change, of whoever made them. */
function trackedChanges(mark: string, text: string, { pieces }: ReturnedText): readonly ReviewChange[] {
  const changes: ReviewChange[] = []
  let at = 0
  for (let index = 0; index < pieces.length; ) {
    const group = pieces.slice(index, endOfGroup(pieces, index))
    if (group.length === 0) {
      at += pieces[index]?.text.length ?? 0
      index += 1
      continue
    }
    const join = (kind: 'inserted' | 'deleted') =>
      group
        .filter((one) => one.change === kind)
        .map((one) => one.text)
        .join('')
    const before = join('deleted')
    const after = join('inserted')
    const context = text.slice(Math.max(0, at - 12), at)
    changes.push({
      mark,
      from: at,
      to: at + before.length,
      before,
      after,
      authors: authorsOf(group),
      date: group[0]?.date ?? '',
      context,
    })
    at += before.length
    index += group.length
  }
  return changes
}

function endOfGroup(pieces: ReturnedText['pieces'], from: number): number {
  let end = from
  while (end < pieces.length && pieces[end]?.change !== null) end += 1
  return end
}

/** Text that differs from what was sent, tracked or not: from the first difference to the last. */
function plainChange(mark: string, text: string, paragraph: ReturnedText): readonly ReviewChange[] {
  const now = textOf(paragraph, 'deleted')
  if (now === text) return []
  let from = 0
  while (from < text.length && from < now.length && text[from] === now[from]) from += 1
  let tail = 0
  while (tail < text.length - from && tail < now.length - from && text.at(-1 - tail) === now.at(-1 - tail))
    tail += 1
  const tracked = paragraph.pieces.filter((one) => one.change !== null)
  return [
    {
      mark,
      from,
      to: text.length - tail,
      before: text.slice(from, text.length - tail),
      after: now.slice(from, now.length - tail),
      authors: authorsOf(tracked),
      date: tracked[0]?.date ?? '',
      context: text.slice(Math.max(0, from - 12), from),
    },
  ]
}

/** An edit of a source text. */
export interface SourceEdit {
  readonly file: string
  readonly from: number
  readonly to: number
  readonly text: string
}

/**
 * A change as edits of the sources; null where it touches what stands in none, such as a number. Marks around words
 * stay: what is deleted across several runs is deleted in each.
 */
export function editsOf(
  change: ReviewChange,
  sent: SentParagraph,
  written: (text: string) => string,
): readonly SourceEdit[] | null {
  const edits: SourceEdit[] = []
  let at = 0
  let placed = change.after === ''
  const text = written(change.after)
  for (const { text: words, file, places } of sent.runs) {
    const start = at
    at += words.length
    const from = Math.max(change.from, start) - start
    const to = Math.min(change.to, at) - start
    const touches = from < to
    const holds =
      !placed && change.from >= start && (change.from < at || (change.from === at && isLast(sent, at)))
    if (!touches && !holds) continue
    if (places === null) return null
    const inserted = placed ? '' : text
    placed = true
    const begin = places[from] ?? (places.at(-1) ?? 0) + 1
    edits.push({ file, from: begin, to: touches ? (places[to - 1] as number) + 1 : begin, text: inserted })
  }
  return placed ? edits : null
}

/** Whether nothing with a place in the sources follows. */
function isLast({ runs }: SentParagraph, at: number): boolean {
  let end = 0
  return runs.every((run) => {
    const start = end
    end += run.text.length
    return start < at || run.places === null
  })
}

/** A text with edits applied, from the last to the first. */
export function applied(text: string, edits: readonly SourceEdit[]): string {
  return [...edits]
    .sort((a, b) => b.from - a.from || b.to - a.to)
    .reduce((sum, edit) => sum.slice(0, edit.from) + edit.text + sum.slice(edit.to), text)
}
