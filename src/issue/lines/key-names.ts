import type { KeyTable } from '../language/collections.ts'
import { issueKeys } from '../language/issue-keys.ts'
import type { Kind } from '../language/kind.ts'
import { publicationKeys } from '../language/publication-keys.ts'

/** Every key's names, English and Chinese, whatever map it belongs to. */
export const keyNames: ReadonlySet<string> = new Set([...namesIn(issueKeys), ...namesIn(publicationKeys)])

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
