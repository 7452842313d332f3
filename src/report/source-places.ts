import type { LineAndColumn } from '../base/place-in-text.ts'
import type { SourceText } from '../base/source.ts'

const starts = new WeakMap<SourceText, readonly number[]>()

/** Where an offset stands, counted from 1. A text is searched for its lines once, however many places are asked for. */
export function placeIn(source: SourceText, offset: number): LineAndColumn {
  const lines = lineStarts(source)
  const at = Math.max(0, Math.min(offset, source.text.length))
  let low = 0
  let high = lines.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((lines[middle] as number) <= at) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: at - (lines[low] as number) + 1 }
}

/** A line's text without its end; `line` from 1, '' beyond the last. */
export function lineIn(source: SourceText, line: number): string {
  const lines = lineStarts(source)
  const from = lines[line - 1]
  return from === undefined ? '' : source.text.slice(from, lines[line]).replace(/[\r\n]+$/, '')
}

/** Offsets at which lines begin; lines end at LF, CR LF or CR. */
function lineStarts(source: SourceText): readonly number[] {
  const known = starts.get(source)
  if (known) return known
  const found = [0]
  for (const match of source.text.matchAll(/\r\n|\r|\n/g)) found.push(match.index + match[0].length)
  starts.set(source, found)
  return found
}
