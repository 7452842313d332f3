import { type Diagnostic, diagnostic } from '../base/diagnostic.ts'
import { englishName, tableOf } from './language/collections.ts'
import { type IssueValue, issueKeys } from './language/issue-keys.ts'
import type { Key, KeyTable, Kind } from './language/kind.ts'
import { type PublicationValue, publicationKeys } from './language/publication-keys.ts'
import { quotedText } from './language/values.ts'
import { overlaid } from './overlay.ts'
import { type FileOptions, readingOf, readNodes } from './read-file.ts'

/** What the command line sets, as typed: `page.columns=1`, `报头.样式=plain`, `页数=8`. */
export type Sets = readonly { readonly key: string; readonly value: string }[]

/** A publication with what the command line sets of it; what is no key of publication or issue is said. */
export function readSets(
  publication: PublicationValue,
  sets: Sets,
  options: FileOptions,
  diagnostics: Diagnostic[],
): PublicationValue {
  let value = publication
  for (const one of sets) {
    const path = pathOf(one.key, publicationKeys.table)
    if (path !== null) {
      const change = changeOf(publicationKeys, one, path, { options, diagnostics })
      if (change) value = overlaid(publicationKeys.table, value, change)
    } else if (issuePathOf(one.key) === null) diagnostics.push(diagnostic('E-SET', null, { key: one.key }))
  }
  return value
}

/** An issue with what the command line sets of it for this once: page count, fit, status and the like. */
export function readIssueSets(
  issue: IssueValue,
  sets: Sets,
  options: FileOptions,
  diagnostics: Diagnostic[],
): IssueValue {
  let value = issue
  for (const one of sets) {
    const path = pathOf(one.key, publicationKeys.table) === null ? issuePathOf(one.key) : null
    const change = path && changeOf(issueKeys, one, path, { options, diagnostics })
    if (change) value = overlaid(issueKeys.table, value, change)
  }
  return value
}

/** Keys of an issue that are about how it is made, not what is in it. */
const OF_ISSUE: readonly string[] = ['pages', 'fit', 'status', 'contents', 'title']

function issuePathOf(key: string): readonly string[] | null {
  const path = pathOf(key, issueKeys.table)
  return path !== null && OF_ISSUE.includes(path[0] as string) ? path : null
}

interface SetReading {
  readonly options: FileOptions
  readonly diagnostics: Diagnostic[]
}

function changeOf<T>(
  keys: Kind<T>,
  { key, value }: Sets[number],
  path: readonly string[],
  { options, diagnostics }: SetReading,
): T | undefined {
  const source = { file: `--set ${key}`, text: nested(path, value) }
  const nodes = readNodes(source, options)
  diagnostics.push(...nodes.diagnostics)
  return nodes.value === null ? undefined : keys.read(nodes.value, key, readingOf(source, diagnostics, true))
}

/** The dotted path in English keys; null when a part of it is no key. */
function pathOf(dotted: string, keys: KeyTable): readonly string[] | null {
  const path: string[] = []
  let table: KeyTable | undefined = keys
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
