import { ChangeSet } from '@codemirror/state'
import type { Span } from '../base/source.ts'
import type { TypedStretch } from './protocol.ts'

/** Stretches of a text of a length as one change of it; null where they are none: not in order, or beyond its end. */
export function changeOf(stretches: readonly TypedStretch[], length: number): ChangeSet | null {
  const ordered = stretches.every(({ from, to }, at) => from <= to && from >= (stretches[at - 1]?.to ?? 0))
  if (!ordered || (stretches.at(-1)?.to ?? 0) > length) return null
  return ChangeSet.of([...stretches], length)
}

/** A change as the stretches that it puts in. */
export function stretchesOf(change: ChangeSet): readonly TypedStretch[] {
  const found: TypedStretch[] = []
  change.iterChanges((from, to, _fromNew, _toNew, insert) => {
    found.push({ from, to, insert: insert.toString() })
  })
  return found
}

/** A text with stretches of it changed. */
export function withStretches(text: string, stretches: readonly TypedStretch[]): string {
  const parts = stretches.flatMap(({ from, insert }, at) => [
    text.slice(stretches[at - 1]?.to ?? 0, from),
    insert,
  ])
  return [...parts, text.slice(stretches.at(-1)?.to ?? 0)].join('')
}

/** More lines times lines are not compared one with another: one stretch is said to differ. */
const MOST_PAIRS = 4_000_000

type Moved = Pick<Span, 'from' | 'to'>

/**
 * What makes a text another one, line by line: what stands in lines that both have is left alone, so that a piece that
 * moved does not take the place of those it passed. Of what is known to have `moved`, no line is left.
 */
export function changesTo(
  before: string,
  after: string,
  moved: Moved | null = null,
): readonly TypedStretch[] {
  const [old, made] = [linesWithEnds(before), linesWithEnds(after)]
  const stays = stayingLines(old, moved)
  let head = 0
  while (head < Math.min(old.length, made.length) && stays[head] === made[head]) head += 1
  let tail = 0
  while (tail < Math.min(old.length, made.length) - head && stays.at(-1 - tail) === made.at(-1 - tail))
    tail += 1
  const own = { lines: old.slice(head, old.length - tail), stays: stays.slice(head, old.length - tail) }
  const start = old.slice(0, head).join('').length
  const found = hunks(own, made.slice(head, made.length - tail), start)
  return found.flatMap(({ from, was, is }) => narrowed(from, was, is))
}

/** The lines of a text, null for those that moved. */
function stayingLines(lines: readonly string[], moved: Moved | null): readonly (string | null)[] {
  if (moved === null) return lines
  let end = 0
  return lines.map((line) => {
    const from = end
    end += line.length
    return from < moved.to && end > moved.from ? null : line
  })
}

interface OwnLines {
  readonly lines: readonly string[]
  readonly stays: readonly (string | null)[]
}

/** Lines with their ends. */
function linesWithEnds(text: string): readonly string[] {
  return text.split(/(?<=\n)/)
}

interface Hunk {
  readonly from: number
  readonly was: string
  readonly is: string
}

/** Runs of lines that differ between those of the longest sequence that both have. */
function hunks({ lines: a, stays }: OwnLines, b: readonly string[], start: number): readonly Hunk[] {
  if (a.length * b.length > MOST_PAIRS) return [{ from: start, was: a.join(''), is: b.join('') }]
  const same = commonLines(stays, b)
  const found: Hunk[] = []
  let from = start
  let [i, j] = [0, 0]
  for (const [atA, atB] of [...same, [a.length, b.length] as const]) {
    const [was, is] = [a.slice(i, atA).join(''), b.slice(j, atB).join('')]
    if (was !== is) found.push({ from, was, is })
    from += was.length + (a[atA]?.length ?? 0)
    ;[i, j] = [atA + 1, atB + 1]
  }
  return found
}

/** Pairs of places of lines that are alike, as many as can be in one order. */
function commonLines(
  a: readonly (string | null)[],
  b: readonly string[],
): readonly (readonly [number, number])[] {
  const width = b.length + 1
  const longest = new Uint16Array((a.length + 1) * width)
  const at = (i: number, j: number) => longest[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      longest[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const found: [number, number][] = []
  for (let [i, j] = [0, 0]; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      found.push([i, j])
      i += 1
      j += 1
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1
    else j += 1
  }
  return found
}

/** The stretch without what both have at its beginning and end. */
function narrowed(from: number, was: string, is: string): readonly TypedStretch[] {
  const most = Math.min(was.length, is.length)
  let head = 0
  while (head < most && was[head] === is[head]) head += 1
  let tail = 0
  while (tail < most - head && was.at(-1 - tail) === is.at(-1 - tail)) tail += 1
  const [to, insert] = [from + was.length - tail, is.slice(head, is.length - tail)]
  return from + head === to && insert === '' ? [] : [{ from: from + head, to, insert }]
}

/**
 * Whether what a page put in at a place stands before what another put in there at the same moment. All who have both
 * order them so, always the same page first, so that what one writes on stays together.
 */
export function isBefore(page: string, other: string): boolean {
  return page < other
}
