import type { Span } from '../../base/source.ts'
import { isTypedLineEnd, type MappedText, seamsBetween, sourceOffset } from '../mapped-text.ts'
import { isNumberedHeading, ordinalAt } from './line-signs.ts'
import { type Range, textIn } from './lines.ts'

const SENTENCE_END = /[。！？][”’」』）]*$/

/** What shows that the lines of one paragraph were meant as several. */
export interface JoinedLines {
  /** Lines that end a sentence. */
  readonly sentences: number
  /** The sign of the first numbered line that was joined with another; null where there is none. */
  readonly sign: Range | null
  /** Lines, by their index, below which an empty one seems to be missing. */
  readonly partings: readonly number[]
}

/** Looks through the lines of a paragraph. */
export function joinedLines(mapped: MappedText, lines: readonly Range[]): JoinedLines {
  const texts = lines.map((line) => textIn(mapped, line))
  const ends = texts.map((text) => SENTENCE_END.test(text.slice(-6)))
  const sentences = ends.filter(Boolean).length
  const signs = texts.map((text, at) => joinedSign(text, texts[at + 1], at))
  const sign = signs.findIndex((one) => one !== null)
  const partings = texts.flatMap((text, at) => {
    const next = texts[at + 1]
    if (next === undefined) return []
    const parted = (sentences > 1 && ends[at]) || ordinalAt(next, 0) !== null || isHeadingOf(text, next)
    return parted ? [at] : []
  })
  const { from } = lines[Math.max(0, sign)] as Range
  return { sentences, sign: sign < 0 ? null : { from, to: from + (signs[sign] ?? '').length }, partings }
}

/** A number below text without an end, or that of a heading with text below it. */
function joinedSign(text: string, next: string | undefined, at: number): string | null {
  if (at > 0 || (next !== undefined && isHeadingOf(text, next))) return ordinalAt(text, 0)
  return null
}

/** A numbered line much shorter than that below it: lines of one width would be a paragraph typed with line ends. */
function isHeadingOf(text: string, next: string): boolean {
  return isNumberedHeading(text) && next.length > text.length * 1.5
}

/** The paragraph's source with empty lines put in; null where it is not typed line by line. */
export function withEmptyLines(
  mapped: MappedText,
  lines: readonly Range[],
  partings: readonly number[],
): { readonly replacement: string; readonly replaces: Span } | null {
  const parts: string[] = []
  const [first] = partings
  const last = partings.at(-1)
  if (first === undefined || last === undefined) return null
  const start = (lines[first] as Range).to
  const end = (lines[last + 1] as Range).from
  for (let at = first; at <= last; at += 1) {
    const line = lines[at] as Range
    const next = lines[at + 1] as Range
    if (at > first) {
      if (seamsBetween(mapped, line.from, line.to).length > 0) return null
      parts.push(textIn(mapped, line))
    }
    const lineEnd = next.from - 1 - blanksBefore(mapped.text, next.from)
    if (!isTypedLineEnd(mapped, lineEnd)) return null
    const end = typedLineEnd(mapped, line.to, lineEnd)
    const indent = ' '.repeat(sourceOffset(mapped, next.from) - sourceOffset(mapped, lineEnd) - 1)
    parts.push(`${partings.includes(at) ? end + end : end}${indent}`)
  }
  const from = sourceOffset(mapped, start - 1) + 1
  return { replacement: parts.join(''), replaces: { file: mapped.file, from, to: sourceOffset(mapped, end) } }
}

/** The line end as it is typed; in a block a carriage return is part of the source alone. */
function typedLineEnd(mapped: MappedText, to: number, lineEnd: number): string {
  const typed = sourceOffset(mapped, lineEnd) - sourceOffset(mapped, to - 1) - 1
  return mapped.text[lineEnd - 1] === '\r' || typed > lineEnd - to ? '\r\n' : '\n'
}

/** Blanks of the line itself before what it says. */
function blanksBefore(text: string, from: number): number {
  let count = 0
  while (text[from - 1 - count] !== '\n' && from - 1 - count >= 0) count += 1
  return count
}
