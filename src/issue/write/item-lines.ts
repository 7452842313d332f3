import type { Entry, Node } from '../yaml/nodes.ts'
import { afterLine, indentAt, isFlow } from './block-lines.ts'
import type { ItemPlace } from './outline-acts.ts'

/** A piece's lines as they are written, and what they are indented by. */
export interface ItemLines {
  readonly lines: readonly string[]
  readonly indent: string
}

/** A piece's lines with the comments above it; null where it does not stand on lines of its own. */
export function itemLinesOf(text: string, sections: readonly Entry[], place: ItemPlace): ItemLines | null {
  const stretch = stretchOf(text, sections, place)
  if (stretch === null) return null
  const lines = text.slice(stretch.from, stretch.to).split(/\r\n|\r|\n/)
  while (lines.at(-1)?.trim() === '') lines.pop()
  return { lines, indent: stretch.indent }
}

/** The text without a piece; a section that loses its last one has an empty list. */
export function cutItem(text: string, sections: readonly Entry[], place: ItemPlace): string | null {
  const stretch = stretchOf(text, sections, place)
  const section = sections[place.section]
  if (stretch === null || section?.value.kind !== 'list') return null
  const rest = `${text.slice(0, stretch.from)}${text.slice(stretch.to)}`
  if (section.value.items.length > 1) return rest
  const colon = text.indexOf(':', section.key.span.to)
  return colon < 0 || colon > stretch.from ? null : `${rest.slice(0, colon + 1)} []${rest.slice(colon + 1)}`
}

/** The text with lines put in before the piece at `place`, or at the end of its section. */
export function putItem(
  text: string,
  sections: readonly Entry[],
  place: ItemPlace,
  item: ItemLines,
): string | null {
  const section = sections[place.section]
  if (section === undefined) return null
  const { key, value } = section
  if (value.kind === 'list' && value.items.length > 0) {
    const at = Math.min(place.item, value.items.length)
    const last = at === value.items.length
    const beside = stretchOf(text, sections, { ...place, item: last ? at - 1 : at })
    const lines = beside && shiftedTo(item, beside.indent)
    if (beside === null || lines === null) return null
    return last
      ? atEnd(text, beside.to, lines)
      : `${text.slice(0, beside.from)}${linesTogether(text, lines)}${text.slice(beside.from)}`
  }
  const indent = indentAt(text, key.span.from)
  const lines = indent === null ? null : shiftedTo(item, `${indent}  `)
  if (lines === null || (value.kind !== 'empty' && value.kind !== 'list')) return null
  const bare =
    value.kind === 'list' ? `${text.slice(0, value.span.from).trimEnd()}${text.slice(value.span.to)}` : text
  return afterLine(bare, key.span.to, lines)
}

/** The lines at another indentation; null where one has not enough to lose. */
export function shiftedTo({ lines, indent }: ItemLines, wanted: string): readonly string[] | null {
  if (lines.some((line) => line.trim() !== '' && !line.startsWith(indent))) return null
  return lines.map((line) => (line.trim() === '' ? line : `${wanted}${line.slice(indent.length)}`))
}

function linesTogether(text: string, lines: readonly string[]): string {
  const newline = newlineOf(text)
  return lines.map((line) => `${line}${newline}`).join('')
}

function atEnd(text: string, at: number, lines: readonly string[]): string {
  const before = text.slice(0, at)
  const open = /[\r\n]$/.test(before) ? '' : newlineOf(text)
  return `${before}${open}${linesTogether(text, lines)}${text.slice(at)}`
}

/** What ends a text's lines. */
export function newlineOf(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? '\n'
}

interface Stretch {
  readonly from: number
  readonly to: number
  readonly indent: string
}

/** From the beginning of a piece's first line, or of the comments right above it, to behind its last. */
function stretchOf(text: string, sections: readonly Entry[], { section, item }: ItemPlace): Stretch | null {
  const list = sections[section]?.value
  if (list?.kind !== 'list' || isFlow(text, list)) return null
  const indent = indentAt(text, list.span.from)
  const node = list.items[item]
  if (indent === null || node === undefined) return null
  const next = list.items[item + 1]
  const from = startOf(text, node, indent)
  const to = next ? startOf(text, next, indent) : endOf(text, node.span.to)
  return from === null || to === null ? null : { from, to, indent }
}

function startOf(text: string, node: Node, indent: string): number | null {
  let at = lineStart(text, node.span.from)
  while (!text.startsWith(`${indent}-`, at)) {
    if (at === 0) return null
    at = lineStart(text, at - 1)
  }
  return withComments(text, at, indent)
}

/** The beginning of the comments right above a line that begins at `at`, and are indented as it is; else `at`. */
export function withComments(text: string, at: number, indent: string): number {
  const above = at === 0 ? at : lineStart(text, at - 1)
  const isComment = above < at && new RegExp(`^${indent} *#`).test(text.slice(above, at))
  return isComment ? withComments(text, above, indent) : at
}

/** Behind the line that the last sign before `end` stands in. */
export function endOf(text: string, to: number): number {
  const kept = text.slice(0, to).trimEnd().length
  const end = /\r\n|\r|\n/.exec(text.slice(kept))
  return end === null ? text.length : kept + end.index + end[0].length
}

/** Where the line begins that `at` stands in; a line's end belongs to it. */
export function lineStart(text: string, at: number): number {
  const before = at > 0 && text[at] === '\n' && text[at - 1] === '\r' ? at - 2 : at - 1
  return Math.max(text.lastIndexOf('\n', before), text.lastIndexOf('\r', before)) + 1
}
