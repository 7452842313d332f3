import { type SentParagraph, sentText } from './sent-paragraphs.ts'

/** Characters, and what was done to them. */
export interface ReturnedChars {
  readonly text: string
  readonly change: 'inserted' | 'deleted' | null
  readonly author: string
  readonly date: string
}

/** What a returned paragraph is for this: its marks, its characters, and what was done to its end. */
export interface ReturnedText {
  readonly marks: readonly string[]
  readonly pieces: readonly ReturnedChars[]
  readonly end: Omit<ReturnedChars, 'text'>
}

/** A paragraph that was sent, with all that stands in its place now: those it was divided into and new ones behind it too. */
export interface GroupedParagraph {
  readonly sent: SentParagraph
  readonly pieces: readonly ReturnedChars[]
}

interface MatchedCopy {
  readonly groups: readonly GroupedParagraph[]
  /** New ones before all that were sent. */
  readonly before: readonly ReturnedText[]
  /** Sent, and found nowhere. */
  readonly gone: readonly SentParagraph[]
}

/** The text without what was inserted, or without what was deleted. */
export function textWithout(pieces: readonly ReturnedChars[], without: 'inserted' | 'deleted'): string {
  return pieces.map((one) => (one.change === without ? '' : one.text)).join('')
}

/** Returned paragraphs with those sent: by mark, else by the same text, else by a like text in the same place. */
export function groupsOf(sent: readonly SentParagraph[], all: readonly ReturnedText[]): MatchedCopy {
  const returned = all.filter(
    (one) => one.marks.length > 0 || one.pieces.some((piece) => piece.text.trim() !== ''),
  )
  const found = matched(sent, returned)
  const before: ReturnedText[] = []
  const groups: {
    readonly sent: SentParagraph
    pieces: readonly ReturnedChars[]
    end: ReturnedText['end']
  }[] = []
  returned.forEach((one, at) => {
    const own = found[at] ?? null
    const last = groups.at(-1)
    if (own) groups.push({ sent: own, pieces: one.pieces, end: one.end })
    else if (!last) before.push(one)
    else {
      last.pieces = [...last.pieces, ...behind(last.end, one)]
      last.end = one.end
    }
  })
  const ended = groups.map(({ sent: own, pieces, end }) => ({
    sent: own,
    pieces: end.change === 'deleted' ? [...pieces, { ...end, text: '\n' }] : pieces,
  }))
  const taken = new Set(groups.map((one) => one.sent))
  return { groups: ended, before, gone: sent.filter((one) => !taken.has(one) && sentText(one).trim() !== '') }
}

/** A copy that has less of what was sent is another file, and one that has nothing; shorter ones may be changed throughout. */
const LEAST_FOUND = 0.2
const LEAST_SENT = 8

/** How much of what was sent is in a copy; null where that is enough to take it for the same. */
export function foreignTo(
  sent: readonly SentParagraph[],
  returned: readonly ReturnedText[],
): { readonly count: number; readonly found: number } | null {
  const count = sent.filter((one) => sentText(one).trim() !== '').length
  const found = new Set(groupsOf(sent, returned).groups.map((one) => one.sent)).size
  const least = count >= LEAST_SENT ? count * LEAST_FOUND : 1
  return count > 0 && found < least ? { count, found } : null
}

/** A paragraph that was never sent, behind one that was: the rest of it where that was divided, else new. */
function behind(end: ReturnedText['end'], { pieces, end: own }: ReturnedText): readonly ReturnedChars[] {
  if (end.change === 'inserted') return [{ ...end, text: '\n' }, ...pieces]
  const by = own.change === 'inserted' ? own : (pieces.find((one) => one.change === 'inserted') ?? own)
  const stays = pieces.filter((one) => one.change !== 'deleted')
  return [
    { text: '\n', change: 'inserted', author: by.author, date: by.date },
    ...stays.map((one) => ({ ...one, change: 'inserted' as const })),
  ]
}

function matched(
  sent: readonly SentParagraph[],
  returned: readonly ReturnedText[],
): readonly (SentParagraph | null)[] {
  const free = new Set(sent)
  const found: (SentParagraph | null)[] = returned.map(() => null)
  const take = (at: number, one: SentParagraph | undefined) => {
    if (!one || !free.has(one) || found[at] !== null) return
    free.delete(one)
    found[at] = one
  }
  const byMark = new Map(sent.map((one) => [one.mark, one]))
  const originals = returned.map((one) => textWithout(one.pieces, 'inserted').replace(/\s/g, ''))
  returned.forEach((one, at) => {
    const marked = one.marks.map((mark) => byMark.get(mark)).filter((own) => own !== undefined)
    // A paragraph that was deleted leaves its mark at the head of the next one.
    take(at, likest(originals[at] as string, marked) ?? undefined)
  })
  const byText = new Map<string, SentParagraph[]>()
  for (const one of sent) {
    const text = sentText(one).replace(/\s/g, '')
    byText.set(text, [...(byText.get(text) ?? []), one])
  }
  originals.forEach((text, at) => {
    if (text !== '')
      take(
        at,
        byText.get(text)?.find((one) => free.has(one)),
      )
  })
  returned.forEach((_, at) => {
    if (found[at] === null)
      take(at, likest(originals[at] as string, between(sent, found, at, free), LIKE) ?? undefined)
  })
  return found
}

/** Two texts are one paragraph changed where they share so much of their pairs of characters. */
const LIKE = 0.4

/** Those sent and not found yet, after the last that was found before `at` and before the next. */
function between(
  sent: readonly SentParagraph[],
  found: readonly (SentParagraph | null)[],
  at: number,
  free: ReadonlySet<SentParagraph>,
): readonly SentParagraph[] {
  const last = found.slice(0, at).findLast((one) => one !== null)
  const next = found.slice(at).find((one) => one !== null)
  const from = last ? sent.indexOf(last) + 1 : 0
  const to = next ? sent.indexOf(next) : sent.length
  return sent.slice(from, to).filter((one) => free.has(one))
}

/** The one most like a text; null for none that is like enough. */
function likest(text: string, among: readonly SentParagraph[], least = -1): SentParagraph | null {
  let best: SentParagraph | null = null
  let most = least
  for (const one of among) {
    const like = among.length === 1 && least < 0 ? 1 : likeness(text, sentText(one).replace(/\s/g, ''))
    if (like > most) {
      best = one
      most = like
    }
  }
  return best
}

/** 0 to 1: shared pairs of characters (Dice). */
function likeness(one: string, other: string): number {
  const pairs = (text: string) =>
    Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2))
  const left = new Map<string, number>()
  for (const pair of pairs(one)) left.set(pair, (left.get(pair) ?? 0) + 1)
  let shared = 0
  for (const pair of pairs(other)) {
    const count = left.get(pair) ?? 0
    if (count > 0) shared += 1
    left.set(pair, count - 1)
  }
  const total = one.length + other.length - 2
  return one === other ? 1 : total > 0 ? (2 * shared) / total : 0
}
