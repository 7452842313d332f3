import type { SourceText, Span } from '../../base/source.ts'

/** One line of a file. */
export interface SourceLine {
  readonly file: string
  /** Offset of its first character. */
  readonly from: number
  /** Without its end. */
  readonly text: string
  /** Leading ordinary spaces. */
  readonly indent: number
  /** Counted from 1. */
  readonly number: number
}

/** A file's lines; LF, CR LF and CR end one. */
export function linesIn({ file, text }: SourceText): readonly SourceLine[] {
  const lines: SourceLine[] = []
  const ends = /\r\n|\n|\r|$/g
  let from = 0
  for (;;) {
    ends.lastIndex = from
    const match = ends.exec(text) as RegExpExecArray
    const line = text.slice(from, match.index)
    lines.push({ file, from, text: line, indent: spacesAt(line), number: lines.length + 1 })
    from = match.index + match[0].length
    if (match[0] === '') return lines
  }
}

function spacesAt(line: string): number {
  let at = line.charCodeAt(0) === 0xfeff ? 1 : 0
  const start = at
  while (line.charCodeAt(at) === 0x20) at += 1
  return at - start
}

/** A place in a line, by offsets in it. */
export function spanInLine(line: SourceLine, from: number, to: number): Span {
  return { file: line.file, from: line.from + from, to: line.from + Math.max(from, to) }
}

/** `- - ` and the indentation before it: where a line's own content begins. */
export function contentStart(text: string): number {
  return /^\ufeff?[ ]*(?:-[ ]+)*/.exec(text)?.[0].length ?? 0
}
