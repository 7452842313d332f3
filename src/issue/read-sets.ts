import { type Diagnostic, diagnostic } from '../base/diagnostic.ts'
import { englishName, tableOf } from './language/collections.ts'
import type { Key, KeyTable } from './language/kind.ts'
import { type PublicationValue, publicationKeys } from './language/publication-keys.ts'
import { quotedText } from './language/values.ts'
import { overlaid } from './overlay.ts'
import { type FileOptions, readingOf, readNodes } from './read-file.ts'

/** A publication with what the command line sets: `page.columns=1`, `报头.样式=plain`. */
export function readSets(
  publication: PublicationValue,
  sets: readonly { readonly key: string; readonly value: string }[],
  options: FileOptions,
  diagnostics: Diagnostic[],
): PublicationValue {
  let value = publication
  for (const { key, value: written } of sets) {
    const path = pathOf(key)
    if (path === null) {
      diagnostics.push(diagnostic('E-SET', null, { key }))
      continue
    }
    const source = { file: `--set ${key}`, text: nested(path, written) }
    const nodes = readNodes(source, options)
    diagnostics.push(...nodes.diagnostics)
    if (nodes.value === null) continue
    const change = publicationKeys.read(nodes.value, key, readingOf(source, diagnostics, true))
    if (change) value = overlaid(publicationKeys.table, value, change)
  }
  return value
}

/** The dotted path in English keys; null when a part of it is no key. */
function pathOf(dotted: string): readonly string[] | null {
  const path: string[] = []
  let table: KeyTable | undefined = publicationKeys.table
  for (const part of dotted.split('.')) {
    const name: string | undefined = table && englishName(part, table)
    if (table === undefined) path.push(part)
    else if (name === undefined) return null
    else {
      path.push(name)
      table = tableOf((table[name] as Key<unknown>).kind)
    }
  }
  return path
}

function nested(path: readonly string[], value: string): string {
  // What is typed on the command line is the value itself, whatever signs are in it.
  const asTyped = /^(?:[[{"'].*|null|~|)$/s.test(value) ? value : quotedText(value)
  return `${path.map((part, depth) => `${'  '.repeat(depth)}${part}:`).join('\n')} ${asTyped}\n`
}
