import type { Span } from '../base/source.ts'

/** A line without its end and the blanks before it, and where it begins. */
interface SourceLineAt {
  readonly text: string
  readonly from: number
}

function linesOf(text: string): SourceLineAt[] {
  let from = 0
  return (text.match(/[^\r\n]*(?:\r\n|[\r\n])|[^\r\n]+$/g) ?? []).map((line) => {
    const at = from
    from += line.length
    return { text: line.trimEnd(), from: at }
  })
}

/** Beyond this many differing lines the rest is taken for changed as a whole. */
const MOST_EDITS = 500

/**
 * Indices of the lines of `after` that a shortest edit script from `before` inserts (E. Myers, An O(ND) Difference
 * Algorithm, 1986, figure 2, with the path kept to walk back).
 */
function insertedLines(before: readonly string[], after: readonly string[]): number[] {
  const n = before.length
  const m = after.length
  const trace: Map<number, number>[] = []
  let reach = new Map<number, number>([[1, 0]])
  for (let d = 0; d <= Math.min(n + m, MOST_EDITS); d += 1) {
    trace.push(new Map(reach))
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && (reach.get(k - 1) ?? -1) < (reach.get(k + 1) ?? -1))
      let x = down ? (reach.get(k + 1) ?? 0) : (reach.get(k - 1) ?? 0) + 1
      let y = x - k
      while (x < n && y < m && before[x] === after[y]) {
        x += 1
        y += 1
      }
      reach.set(k, x)
      if (x >= n && y >= m) return walkBack(trace, n, m)
    }
    reach = new Map(reach)
  }
  return after.map((_, i) => i)
}

function walkBack(trace: readonly Map<number, number>[], n: number, m: number): number[] {
  const inserted: number[] = []
  let x = n
  let y = m
  for (let d = trace.length - 1; d > 0; d -= 1) {
    const reach = trace[d] as Map<number, number>
    const k = x - y
    const down = k === -d || (k !== d && (reach.get(k - 1) ?? -1) < (reach.get(k + 1) ?? -1))
    const from = down ? k + 1 : k - 1
    x = reach.get(from) ?? 0
    y = x - from
    if (down) inserted.push(y)
  }
  return inserted.reverse()
}

/**
 * Places of the new text that the old one does not have, line by line, for change bars (改动竖线). How lines end is no
 * difference: Git's own copy of a file has LF where Windows has CR and LF.
 */
export function changedSpans(file: string, before: string, after: string): Span[] {
  const lines = linesOf(after)
  const old = linesOf(before).map((line) => line.text)
  return insertedLines(
    old,
    lines.map((line) => line.text),
  ).map((i) => {
    const line = lines[i] as SourceLineAt
    return { file, from: line.from, to: line.from + line.text.length }
  })
}
