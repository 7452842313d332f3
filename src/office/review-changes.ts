import { type GroupedParagraph, groupsOf, type ReturnedText, textWithout } from './match-returned.ts'
import type { SentParagraph } from './sent-paragraphs.ts'
import { sentText } from './sent-paragraphs.ts'

/**
 * One change (改动): characters of what was sent, and what stands there now. The end of a paragraph counts as a newline
 * behind its text, so that one that was divided has a newline more, and one that was joined to the next a newline less.
 */
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
  /** Goes only together with this: the note whose mark was deleted. */
  readonly also?: readonly ReviewChange[]
}

/** All changes of a returned copy against what was sent, in the order of the text. */
export function reviewChanges(
  sent: readonly SentParagraph[],
  returned: readonly ReturnedText[],
): readonly ReviewChange[] {
  const { groups, before, gone } = groupsOf(sent, returned)
  const own = new Map(groups.map((group) => [group.sent.mark, changesOf(group)]))
  for (const one of gone) own.set(one.mark, [goneChange(one)])
  const first = before.filter((one) => textWithout(one.pieces, 'deleted').trim() !== '').map(unmatched)
  const all = [...first, ...sent.flatMap((one) => own.get(one.mark) ?? [])]
  return sent.some((one) => one.role === 'note') ? withNotes(sent, all) : all
}

/** A note goes with its mark: both are one change. */
function withNotes(
  sent: readonly SentParagraph[],
  changes: readonly ReviewChange[],
): readonly ReviewChange[] {
  const byMark = new Map(sent.map((one) => [one.mark, one]))
  const gone = changes.filter(({ mark, from, to, after }) => {
    const own = byMark.get(mark ?? '')
    return own?.role === 'note' && from === 0 && after.trim() === '' && to >= sentText(own).length
  })
  const ofMarks = new Map<ReviewChange, ReviewChange[]>()
  for (const one of gone) {
    const note = byMark.get(one.mark ?? '')
    const owner = changes.find((other) => note && deletesMark(other, byMark.get(other.mark ?? ''), note))
    if (owner) ofMarks.set(owner, [...(ofMarks.get(owner) ?? []), one])
  }
  const taken = new Set([...ofMarks.values()].flat())
  return changes
    .filter((one) => !taken.has(one))
    .map((one) => (ofMarks.has(one) ? { ...one, also: ofMarks.get(one) ?? [] } : one))
}

function deletesMark(change: ReviewChange, own: SentParagraph | undefined, note: SentParagraph): boolean {
  let at = 0
  for (const run of own?.runs ?? []) {
    const from = at
    at += run.text.length
    if (run.note === undefined || run.note !== note.note || change.from > from || change.to < at) continue
    if (articleOf(change.mark ?? '') === articleOf(note.mark) && change.from < change.to) return true
  }
  return false
}

function articleOf(mark: string): string {
  return mark.slice(0, mark.lastIndexOf('_'))
}

function unmatched({ pieces }: ReturnedText): ReviewChange {
  const tracked = pieces.filter((one) => one.change !== null)
  return {
    mark: null,
    from: 0,
    to: 0,
    before: textWithout(pieces, 'inserted'),
    after: textWithout(pieces, 'deleted'),
    authors: authorsOf(tracked),
    date: tracked[0]?.date ?? '',
    context: '',
  }
}

/** A paragraph that is no longer there, though nobody tracked it. */
function goneChange(sent: SentParagraph): ReviewChange {
  const text = sentText(sent)
  return {
    mark: sent.mark,
    from: 0,
    to: text.length,
    before: text,
    after: '',
    authors: [],
    date: '',
    context: '',
  }
}

function authorsOf(pieces: readonly { readonly author: string }[]): readonly string[] {
  return [...new Set(pieces.map((one) => one.author).filter((one) => one !== ''))]
}

function changesOf({ sent, pieces }: GroupedParagraph): readonly ReviewChange[] {
  const text = sentText(sent)
  const original = textWithout(pieces, 'inserted')
  return original === text || original === `${text}\n`
    ? trackedChanges(sent.mark, text, pieces)
    : plainChange(sent.mark, text, pieces)
}

/** Neighbouring insertions and deletions are one change, of whoever made them. */
function trackedChanges(
  mark: string,
  text: string,
  pieces: GroupedParagraph['pieces'],
): readonly ReviewChange[] {
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
    const [first] = group
    const change = { mark, from: at, to: at + before.length, before, after, context, date: first?.date ?? '' }
    if (before !== after) changes.push({ ...change, authors: authorsOf(group) })
    at += before.length
    index += group.length
  }
  return changes
}

function endOfGroup(pieces: GroupedParagraph['pieces'], from: number): number {
  let end = from
  while (end < pieces.length && pieces[end]?.change !== null) end += 1
  return end
}

/** Text that differs from what was sent, tracked or not: from the first difference to the last. */
function plainChange(
  mark: string,
  text: string,
  pieces: GroupedParagraph['pieces'],
): readonly ReviewChange[] {
  const now = textWithout(pieces, 'deleted')
  if (now === text) return []
  let from = 0
  while (from < text.length && from < now.length && text[from] === now[from]) from += 1
  let tail = 0
  while (tail < text.length - from && tail < now.length - from && text.at(-1 - tail) === now.at(-1 - tail))
    tail += 1
  const tracked = pieces.filter((one) => one.change !== null)
  return [
    {
      mark,
      from,
      to: text.length - tail,
      before: text.slice(from, text.length - tail),
      after: now.slice(from, now.length - tail),
      authors: authorsOf(tracked),
      date: tracked.find((one) => one.date !== '')?.date ?? '',
      context: text.slice(Math.max(0, from - 12), from),
    },
  ]
}
