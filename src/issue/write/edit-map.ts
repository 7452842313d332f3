import type { Key, KeyTable } from '../language/kind.ts'
import type { Node } from '../yaml/nodes.ts'
import { indentAt, isFlow } from './block-lines.ts'
import { entryNamed } from './read-outline.ts'
import type { TextEdit } from './text-edits.ts'
import { scalarText } from './write-scalar.ts'

/** A key of a map and what it is to say: '' takes the key out. */
export interface NewEntry {
  readonly table: KeyTable
  /** In English. */
  readonly name: string
  readonly value: string
  /** Whether a key that is not there yet is written in Chinese. */
  readonly chinese: boolean
  /** Whether the value is written as it is. */
  readonly bare?: boolean
}

/** How a map gets a value of one line; null where it cannot be told. */
export function withEntry(text: string, map: Node, entry: NewEntry): readonly TextEdit[] | null {
  if (map.kind !== 'map') return null
  const { table, name, value, chinese, bare = false } = entry
  const flow = isFlow(text, map)
  const there = entryNamed(map, name, table)
  const written = bare ? value : writtenValue(value, flow)
  if (there) {
    const { key, value: old } = there
    if (value === '')
      return flow ? withoutFlowEntry(map, there) : withoutLine(text, key.span.from, old.span.to)
    if (old.kind === 'empty') return [afterColon(text, key.span.to, written)]
    const keptTo = text.slice(0, old.span.to).trimEnd().length
    return [{ from: old.span.from, to: Math.max(old.span.from, keptTo), text: written }]
  }
  if (value === '') return []
  const key = chinese ? (table[name] as Key<unknown>).zh : name
  const [first] = map.entries
  if (first === undefined) return null
  if (flow) {
    const end = Math.max(...map.entries.map((one) => Math.max(one.key.span.to, one.value.span.to)))
    return [{ from: end, to: end, text: `, ${key}: ${written}` }]
  }
  return newLine(text, first.key.span.from, `${key}: ${written}`)
}

/** What begins with a brace or bracket is YAML already. */
function writtenValue(value: string, flow: boolean): string {
  return /^(?:\{.*\}|\[.*\]|true|false)$/.test(value) ? value : scalarText(value, flow)
}

function afterColon(text: string, at: number, written: string): TextEdit {
  const colon = text.indexOf(':', at) + 1
  return { from: colon, to: colon, text: ` ${written}` }
}

/** A line of its own below that of the map's first key. */
function newLine(text: string, first: number, line: string): readonly TextEdit[] | null {
  const start = Math.max(text.lastIndexOf('\n', first - 1), text.lastIndexOf('\r', first - 1)) + 1
  const before = text.slice(start, first)
  if (!/^[ -]*$/.test(before)) return null
  const end = /\r\n|\r|\n/.exec(text.slice(first))
  const at = end === null ? text.length : first + end.index
  // A text in several lines goes on below its key.
  if (/:\s*(?:[|>][-+\d]*\s*(?:#.*)?)?$/.test(text.slice(first, at))) return null
  const newline = end?.[0] ?? '\n'
  return [{ from: at, to: at, text: `${newline}${before.replace(/-/g, ' ')}${line}` }]
}

function withoutLine(text: string, from: number, to: number): readonly TextEdit[] | null {
  const indent = indentAt(text, from)
  if (indent === null) return null
  const kept = text.slice(0, to).trimEnd().length
  const end = /\r\n|\r|\n/.exec(text.slice(kept))
  return [
    {
      from: from - indent.length,
      to: end === null ? text.length : kept + end.index + end[0].length,
      text: '',
    },
  ]
}

function withoutFlowEntry(
  map: Extract<Node, { kind: 'map' }>,
  entry: Extract<Node, { kind: 'map' }>['entries'][number],
): readonly TextEdit[] | null {
  const at = map.entries.indexOf(entry)
  const [before, after] = [map.entries[at - 1], map.entries[at + 1]]
  if (before) return [{ from: before.value.span.to, to: entry.value.span.to, text: '' }]
  return after ? [{ from: entry.key.span.from, to: after.key.span.from, text: '' }] : null
}
