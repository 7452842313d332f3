import type { MappedText } from '../mapped-text.ts'

/** A stretch of a mapped text, by offsets in it. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** The lines of a text, without their ends and the blanks around them. */
export function linesOf(text: string): readonly Range[] {
  const lines: Range[] = []
  let from = 0
  while (from <= text.length) {
    const newline = text.indexOf('\n', from)
    const to = newline < 0 ? text.length : newline
    lines.push(trimmed(text, { from, to }))
    from = to + 1
  }
  return lines
}

/** The range without blanks at its ends; full-width ones stay, since they say something. */
export function trimmed(text: string, { from, to }: Range): Range {
  let start = from
  let end = to
  while (start < end && isBlank(text.charCodeAt(start))) start += 1
  while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1
  return { from: start, to: end }
}

/** The range without blanks of any width at its ends. */
export function stripped(text: string, range: Range): Range {
  let { from, to } = range
  while (from < to && isAnyBlank(text.charCodeAt(from))) from += 1
  while (to > from && isAnyBlank(text.charCodeAt(to - 1))) to -= 1
  return { from, to }
}

export function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0x0d
}

function isAnyBlank(unit: number): boolean {
  return isBlank(unit) || unit === 0x3000 || unit === 0xa0 || (unit >= 0x2000 && unit <= 0x200a)
}

/** The lines of a text on one line or a few, such as a headline: without blanks of any width around them. */
export function bareLinesOf(text: string): readonly Range[] {
  return linesOf(text).map((line) => stripped(text, line))
}

/** What a range says. */
export function textIn(mapped: MappedText, { from, to }: Range): string {
  return mapped.text.slice(from, to)
}
