import { readOutline } from '../issue/write/read-outline.ts'

/** A piece of an issue in its text, and the head of its section. */
export interface OutlinePiece {
  readonly from: number
  readonly to: number
  /** From the section's name to its first piece. */
  readonly section: readonly [number, number]
}

/** The pieces of an issue's text, and where its sections begin; null for one that does not read. */
export interface OutlinePieces {
  readonly head: number
  readonly all: readonly OutlinePiece[]
}

export function outlinePieces(file: string, text: string): OutlinePieces | null {
  const outline = readOutline({ file, text })
  const [first] = outline ?? []
  if (outline === null || first === undefined) return null
  const all = outline.flatMap(({ span, items }) =>
    items.map((item): OutlinePiece => {
      const to = items[0]?.span.from ?? span.to
      return { from: item.span.from, to: item.span.to, section: [span.from, to] }
    }),
  )
  return { head: first.span.from, all }
}

/** A stretch of a text that another took the place of, `length` characters long. */
export interface WrittenStretch {
  readonly from: number
  readonly to: number
  readonly length: number
}

/** The stretch in which two texts differ; null where they do not. */
export function stretchBetween(before: string, after: string): WrittenStretch | null {
  if (before === after) return null
  const from = sameUpTo(before, after)
  const end = sameAtEnd(before, after, Math.min(before.length, after.length) - from)
  return { from, to: before.length - end, length: after.length - end - from }
}

/** Characters that are compared at a stroke. */
const STROKE = 4096

/** Characters at the beginning in which two texts are the same. */
export function sameUpTo(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  let at = 0
  while (at + STROKE <= most && a.slice(at, at + STROKE) === b.slice(at, at + STROKE)) at += STROKE
  while (at < most && a[at] === b[at]) at += 1
  return at
}

function sameAtEnd(a: string, b: string, most: number): number {
  const end = (text: string, from: number, to: number) => text.slice(text.length - to, text.length - from)
  let at = 0
  while (at + STROKE <= most && end(a, at, at + STROKE) === end(b, at, at + STROKE)) at += STROKE
  while (at < most && a.at(-1 - at) === b.at(-1 - at)) at += 1
  return at
}

/** The number of the piece that a stretch lies in; null for one that lies elsewhere. */
export function pieceOf({ all }: OutlinePieces, { from, to }: WrittenStretch): number | null {
  const found = all.findIndex((one) => from >= one.from && to <= one.to)
  return found < 0 ? null : found
}

/** The pieces after a change in one of them. */
export function piecesAfter(
  pieces: OutlinePieces,
  piece: number,
  { from, to, length }: WrittenStretch,
): OutlinePieces {
  const more = length - (to - from)
  const moved = (place: number) => (place >= to && place > from ? place + more : place)
  const all = pieces.all.map((one, at): OutlinePiece => {
    if (at === piece) return { ...one, to: one.to + more }
    const [start, end] = one.section
    return { from: moved(one.from), to: moved(one.to), section: [moved(start), moved(end)] }
  })
  return { ...pieces, all }
}

/** An issue's text with one piece alone; what stands in the piece stood `shift` further on. */
export function excerptOf(
  text: string,
  { head, all }: OutlinePieces,
  piece: number,
): { readonly text: string; readonly shift: number } {
  const { from, to, section } = all[piece] as OutlinePiece
  const before = text.slice(0, head) + text.slice(...section)
  return { text: `${before}${text.slice(from, to)}\n`, shift: from - before.length }
}
