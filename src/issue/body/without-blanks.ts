import { borderBlanks, type TextStretch } from '../../base/border-blanks.ts'
import type { Inline } from '../issue.ts'
import type { ParsedInline } from './inline-writer.ts'

/** Runs without the blanks that were typed between Han and digits or letters; each piece keeps its place. */
export function withoutBlanks({ text, breaks }: ParsedInline): ParsedInline {
  const plain = text.length === 1 ? (text[0] as Inline).text : text.map((run) => run.text).join('')
  const blanks = borderBlanks(plain)
  if (blanks.length === 0) return { text, breaks }
  return { text: keptPieces(text, blanks), breaks: movedBreaks(breaks, blanks) }
}

function keptPieces(text: readonly Inline[], blanks: readonly TextStretch[]): readonly Inline[] {
  const pieces: Inline[] = []
  let next = 0
  let start = 0
  for (const run of text) {
    const end = start + run.text.length
    let from = start
    while (from < end) {
      const [first, last] = blanks[next] ?? [end, end]
      const to = Math.min(Math.max(first, from), end)
      if (to > from) pieces.push(piece(run, from - start, to - start))
      from = to < end ? Math.min(last, end) : end
      if (last <= from) next += 1
    }
    start = end
  }
  return pieces
}

function piece(run: Inline, from: number, to: number): Inline {
  const span = { ...run.span, from: run.span.from + from, to: run.span.from + to }
  return { ...run, text: run.text.slice(from, to), span }
}

function movedBreaks(breaks: readonly number[], blanks: readonly TextStretch[]): readonly number[] {
  let next = 0
  let gone = 0
  return breaks.map((place) => {
    for (let blank = blanks[next]; blank && blank[1] <= place; blank = blanks[next]) {
      gone += blank[1] - blank[0]
      next += 1
    }
    const blank = blanks[next]
    return place - gone - Math.max(0, blank ? place - blank[0] : 0)
  })
}
