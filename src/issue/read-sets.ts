import { type Diagnostic, diagnostic } from '../base/diagnostic.ts'
import { nearOffered } from '../base/messages/issue-words.ts'
import { englishName, tableOf } from './language/collections.ts'
import { type IssueValue, issueKeys } from './language/issue-keys.ts'
import type { Key, KeyTable, Kind } from './language/kind.ts'
import { meantKey } from './language/meant-keys.ts'
import { type PublicationValue, publicationKeys } from './language/publication-keys.ts'
import { quotedText } from './language/values.ts'
import type { Wording } from './language/wording.ts'
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
    } else if (issuePathOf(one.key) === null) diagnostics.push(noSetting(one.key))
  }
  return value
}

/** The setting that was most likely meant is offered by its whole path. */
function noSetting(key: string): Diagnostic {
  const han = /[\u4e00-\u9fff]/.test(key)
  const last = key.split('.').at(-1) ?? ''
  const ofIssue = Object.fromEntries(OF_ISSUE.map((name) => [name, issueKeys.table[name as 'pages']]))
  const paths = [...pathsTo(last, ofIssue, []), ...pathsTo(last, publicationKeys.table, [])]
  const near = paths
    .sort((a, b) => a.length - b.length)[0]
    ?.map((one) => one[han ? 'zh' : 'en'])
    .join('.')
  const { zh, en } = near === undefined ? { zh: '', en: '' } : nearOffered(near)
  return diagnostic('E-SET', null, { key, askZh: zh, askEn: en })
}

/** Every path in a table that ends in a key of that name, or in one that it means. */
function pathsTo(last: string, table: KeyTable, above: readonly Wording[]): readonly (readonly Wording[])[] {
  const name = englishName(last, table) ?? (above.length === 0 ? meantKey(last, table) : null) ?? ''
  const here = table[name] ? [[...above, { zh: table[name].zh, en: name }]] : []
  const below = Object.entries(table).flatMap(([en, { zh, kind }]) => {
    const inner = tableOf(kind)
    return inner ? pathsTo(last, inner, [...above, { zh, en }]) : []
  })
  return [...here, ...below]
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
