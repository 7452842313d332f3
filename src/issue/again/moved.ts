import type { Span } from '../../base/source.ts'
import type { MappedText } from '../mapped-text.ts'
import type { Node } from '../yaml/nodes.ts'
import type { EditedStretch } from './text-change.ts'

/** A change of one file's text. */
export interface FileChange extends EditedStretch {
  readonly file: string
}

/** Said where a place lies in the midst of what was replaced, so that nobody knows where it is now. */
export class TornPlace extends Error {}

/** Plain data with its places in the file as they are after a change; what has none behind it is the same object. */
export function afterChange<T>(value: T, change: FileChange): T {
  return change.by === 0 && change.from === change.to ? value : (movedValue(value, change) as T)
}

function movedValue(value: unknown, change: FileChange): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return movedList(value, change)
  return isSpanOf(value, change.file) ? movedSpan(value, change) : movedFields(value, change)
}

function movedList(list: readonly unknown[], change: FileChange): readonly unknown[] {
  let copy: unknown[] | null = null
  for (let index = 0; index < list.length; index += 1) {
    const one = movedValue(list[index], change)
    if (one === list[index]) continue
    copy ??= [...list]
    copy[index] = one
  }
  return copy ?? list
}

function movedFields(value: object, change: FileChange): object {
  const fields = value as Record<string, unknown>
  let copy: Record<string, unknown> | null = null
  for (const key in fields) {
    const one = movedValue(fields[key], change)
    if (one === fields[key]) continue
    copy ??= { ...fields }
    copy[key] = one
  }
  return copy ?? value
}

function isSpanOf(value: object, file: string): value is Span {
  const { file: own, from, to } = value as Partial<Span>
  return own === file && typeof from === 'number' && typeof to === 'number'
}

function movedSpan(span: Span, change: FileChange): Span {
  const from = movedPlace(span.from, change)
  const to = movedPlace(span.to, change)
  return from === span.from && to === span.to ? span : { ...span, from, to }
}

function movedPlace(place: number, { from, to, by }: EditedStretch): number {
  if (place <= from) return place
  if (place < to) throw new TornPlace()
  return place + by
}

/** The same of a file's structure, whose texts know where each of their characters stands. */
export function movedNode(node: Node, change: FileChange, others: (node: Node) => Node | null): Node {
  const other = others(node)
  if (other !== null) return other
  const inner = (one: Node) => movedNode(one, change, others)
  const span = movedSpan(node.span, change)
  switch (node.kind) {
    case 'empty':
      return { ...node, span }
    case 'text':
      return { ...node, span, text: movedText(node.text, change) }
    case 'list':
      return { ...node, span, items: node.items.map(inner) }
    case 'map':
      return {
        ...node,
        span,
        entries: node.entries.map(({ key, value }) => ({
          key: { ...key, span: movedSpan(key.span, change), text: movedText(key.text, change) },
          value: inner(value),
        })),
      }
  }
}

function movedText(text: MappedText, change: FileChange): MappedText {
  const pieces = text.pieces.map(({ at, from }) => ({ at, from: movedPlace(from, change) }))
  return { ...text, pieces, end: movedPlace(text.end, change) }
}
