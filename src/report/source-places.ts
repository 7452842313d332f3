import type { SourceText } from '../base/source.ts'

/** A line and column counted from 1, as people and editors count them. */
export interface LineAndColumn {
  readonly line: number
  /** In UTF-16 units from the line's start. */
  readonly column: number
}

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

/** The key that an offset belongs to in a text made from an object; null for a text that somebody wrote. */
export function keyAt({ keys }: SourceText, offset: number): string | null {
  if (keys === undefined) return null
  let [low, high] = [0, keys.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((keys[middle]?.from ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return keys[low - 1]?.path ?? ''
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
