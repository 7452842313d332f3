import { isPunctuation, MARK, SPACE, WIDE_SPACE } from './clreq/kinds.ts'
import type { Items } from './items.ts'

/** A last line that begins here or later has fewer than two characters besides marks (孤字, R64). */
export function runtsFrom(items: Items): number {
  let seen = 0
  for (let i = items.count - 1; i >= 0; i -= 1) {
    if (countsForRunt(items.kinds[i] as number)) seen += 1
    if (seen === 2) return i + 1
  }
  return items.count
}

function countsForRunt(kind: number): boolean {
  return !isPunctuation(kind) && kind !== SPACE && kind !== WIDE_SPACE && kind !== MARK
}
