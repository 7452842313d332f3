import { issueKeys } from '../language/issue-keys.ts'
import type { KeyTable, Kind } from '../language/kind.ts'
import { publicationKeys } from '../language/publication-keys.ts'

let names: ReadonlySet<string> | null = null

/** Whether a key, whatever map it belongs to, has this name, English or Chinese. */
export function isKeyName(name: string): boolean {
  names ??= new Set([...namesIn(issueKeys), ...namesIn(publicationKeys)])
  return names.has(name)
}

function namesIn({ shape }: Kind<unknown>): readonly string[] {
  switch (shape.form) {
    case 'map':
      return namesOf(shape.table)
    case 'list':
      return namesIn(shape.items)
    case 'named':
      return namesIn(shape.values)
    case 'forms':
      return [shape.text, shape.list, shape.map].flatMap((kind) => (kind ? namesIn(kind) : []))
    default:
      return []
  }
}

function namesOf(table: KeyTable): readonly string[] {
  return Object.entries(table).flatMap(([name, { zh, kind }]) => [name, zh, ...namesIn(kind)])
}

/** Keys that a text may well begin with, followed by a wide colon: “说明：…” can be a sentence. */
export function isPlainWord(name: string): boolean {
  return /[\u4e00-\u9fff]/.test(name)
}
