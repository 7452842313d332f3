/** One line of a comparison: kept, taken out or put in. */
interface DiffLine {
  readonly sign: ' ' | '-' | '+'
  readonly text: string
  /** Line of the old text, from 1; where a line is put in, the one after it. */
  readonly line: number
}

/** Lines shown around a change. */
const CONTEXT = 1
/** Beyond this many differing lines, all are shown as taken out and put in. */
const MOST_EDITS = 1000

/** What changes from one text to the other, as people read it; '' when nothing does. */
export function diffText(file: string, before: string, after: string, colour: boolean): string {
  const lines = diffLines(before.split(/\r\n|\r|\n/), after.split(/\r\n|\r|\n/))
  const shown = lines.filter((_, at) =>
    lines.slice(Math.max(0, at - CONTEXT), at + CONTEXT + 1).some((one) => one.sign !== ' '),
  )
  if (shown.length === 0) return ''
  const digits = String(shown.at(-1)?.line ?? 1).length
  const colours = { ' ': '', '-': '\u001b[31m', '+': '\u001b[32m' } as const
  const rows = shown.map(({ sign, text, line }) => {
    const row = `${sign === '+' ? ' '.repeat(digits) : String(line).padStart(digits)} ${sign} ${text}`
    return colour && sign !== ' ' ? `${colours[sign]}${row}\u001b[0m` : row
  })
  return `${file}\n${rows.map((row) => `${row}\n`).join('')}`
}

/** A shortest script of lines taken out and put in (E. Myers, An O(ND) Difference Algorithm, 1986). */
function diffLines(before: readonly string[], after: readonly string[]): readonly DiffLine[] {
  const head = commonHead(before, after)
  const tail = commonHead([...before.slice(head)].reverse(), [...after.slice(head)].reverse())
  const from = before.slice(head, before.length - tail)
  const to = after.slice(head, after.length - tail)
  const kept = (text: string, at: number): DiffLine => ({ sign: ' ', text, line: at + 1 })
  return [
    ...before.slice(0, head).map(kept),
    ...middle(from, to).map((one) => ({ ...one, line: one.line + head })),
    ...before.slice(before.length - tail).map((text, at) => kept(text, before.length - tail + at)),
  ]
}

function commonHead(one: readonly string[], other: readonly string[]): number {
  let at = 0
  while (at < one.length && at < other.length && one[at] === other[at]) at += 1
  return at
}

function middle(from: readonly string[], to: readonly string[]): readonly DiffLine[] {
  const trace = furthest(from, to)
  if (trace === null) {
    return [
      ...from.map((text, at): DiffLine => ({ sign: '-', text, line: at + 1 })),
      ...to.map((text): DiffLine => ({ sign: '+', text, line: from.length + 1 })),
    ]
  }
  return walkBack(trace, from, to)
}

/** For each number of edits, how far along `from` each diagonal reaches; null when there are too many. */
function furthest(
  from: readonly string[],
  to: readonly string[],
): readonly ReadonlyMap<number, number>[] | null {
  const trace: Map<number, number>[] = []
  const reach = new Map<number, number>([[1, 0]])
  for (let edits = 0; edits <= Math.min(from.length + to.length, MOST_EDITS); edits += 1) {
    trace.push(new Map(reach))
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = startOn(reach, diagonal, edits)
      while (x < from.length && x - diagonal < to.length && from[x] === to[x - diagonal]) x += 1
      reach.set(diagonal, x)
      if (x >= from.length && x - diagonal >= to.length) return trace
    }
  }
  return null
}

function startOn(reach: ReadonlyMap<number, number>, diagonal: number, edits: number): number {
  const below = reach.get(diagonal + 1) ?? -1
  const left = reach.get(diagonal - 1) ?? -1
  return diagonal === -edits || (diagonal !== edits && left < below) ? below : left + 1
}

function walkBack(
  trace: readonly ReadonlyMap<number, number>[],
  from: readonly string[],
  to: readonly string[],
): readonly DiffLine[] {
  const lines: DiffLine[] = []
  let x = from.length
  let y = to.length
  for (let edits = trace.length - 1; edits >= 0; edits -= 1) {
    const reach = trace[edits] as ReadonlyMap<number, number>
    const diagonal = x - y
    const down =
      diagonal === -edits ||
      (diagonal !== edits && (reach.get(diagonal - 1) ?? -1) < (reach.get(diagonal + 1) ?? -1))
    const beforeX = edits === 0 ? 0 : (reach.get(down ? diagonal + 1 : diagonal - 1) ?? 0)
    const beforeY = edits === 0 ? 0 : beforeX - (down ? diagonal + 1 : diagonal - 1)
    while (x > beforeX && y > beforeY) {
      x -= 1
      y -= 1
      lines.push({ sign: ' ', text: from[x] as string, line: x + 1 })
    }
    if (edits === 0) break
    if (down) lines.push({ sign: '+', text: to[--y] as string, line: x + 1 })
    else lines.push({ sign: '-', text: from[--x] as string, line: x + 1 })
  }
  return lines.reverse()
}
