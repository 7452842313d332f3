import type { Node } from '../yaml/nodes.ts'

/** Whether a list or map is written between brackets. */
export function isFlow(text: string, { span }: Node): boolean {
  return /[[{]/.test(text[span.from] ?? '')
}

/** The blanks that a line begins with, where nothing else stands before `at`. */
export function indentAt(text: string, at: number): string | null {
  const start = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1
  const before = text.slice(start, at)
  return /^ *$/.test(before) ? before : null
}

/** Behind the last line that has something of what ends at `end`. */
export function appended(text: string, end: number, lines: readonly string[]): string {
  const kept = text.slice(0, end).trimEnd().length
  return afterLine(text, kept, lines)
}

/** Behind the line that `at` stands in, a comment at its end included. */
export function afterLine(text: string, at: number, lines: readonly string[]): string {
  const lineEnd = /\r\n|\r|\n/.exec(text.slice(at))
  const newline = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n'
  const end = lineEnd === null ? text.length : at + lineEnd.index
  return `${text.slice(0, end)}${newline}${lines.join(newline)}${lineEnd === null ? newline : ''}${text.slice(end)}`
}

/** A value in letters: what it says, however it is written. */
export function letters(node: Node): string {
  if (node.kind === 'text') return JSON.stringify(node.text.text)
  if (node.kind === 'list') return `[${node.items.map(letters).join()}]`
  return node.kind === 'map'
    ? `{${node.entries.map(({ key, value }) => `${key.text.text}:${letters(value)}`).join()}}`
    : ''
}
