import { type Diagnostic, diagnostic } from '../../base/diagnostic.ts'
import { keysOffered, nearOffered } from '../../base/messages/issue-words.ts'
import type { Span } from '../../base/source.ts'
import { type MappedText, spanIn } from '../mapped-text.ts'
import type { Entry, MapNode, Node } from '../yaml/nodes.ts'
import { didYouMean } from './did-you-mean.ts'
import { type Key, type KeyTable, type Kind, type Reading, wrongType } from './kind.ts'
import { meantKey } from './meant-keys.ts'
import { onOneLine } from './values.ts'
import type { Wording } from './wording.ts'

type ValueOfKey<K> = K extends Key<infer T> ? T : never

/** A map's values by English key; absent where the file has none. */
export type MapValue<K extends KeyTable> = { readonly [P in keyof K]?: ValueOfKey<K[P]> } & {
  readonly span: Span
  /** Where each key that is present was written. */
  readonly keySpans: Readonly<Record<string, Span>>
}

/** A row of the table: Chinese alias, kind, and what the key is for in both languages. */
export function key<T>(
  zh: string,
  kind: Kind<T>,
  doc: Wording,
  options: { readonly required?: true; readonly preset?: unknown; readonly filled?: true } = {},
): Key<T> {
  const { required = false, preset, filled = required } = options
  return { zh, kind, doc, required, preset, filled }
}

/** A kind that is a map of the keys in `table`. */
export interface MapKind<K extends KeyTable> extends Kind<MapValue<K>> {
  readonly table: K
}

/** The English key that a key in either language stands for; undefined for one that stands for none. */
export function englishName(written: string, table: KeyTable): string | undefined {
  if (Object.hasOwn(table, written)) return written
  return Object.keys(table).find((name) => (table[name] as Key<unknown>).zh === written)
}

/** The keys of a kind that is a map; undefined for any other. */
export function tableOf({ shape }: Kind<unknown>): KeyTable | undefined {
  return shape.form === 'map' ? shape.table : undefined
}

/** A map with the keys of a table. */
export function map<K extends KeyTable>(
  table: K,
  expected: Wording,
  meant?: (words: string, label: string) => string | undefined,
): MapKind<K> {
  const read = (node: Node, label: string, reading: Reading): MapValue<K> | undefined => {
    if (node.kind !== 'map')
      return wrongType(
        node,
        label,
        expected,
        reading,
        node.kind === 'text' ? meant?.(node.text.text, label) : undefined,
      )
    return readMap(node, table, label, reading) as MapValue<K>
  }
  return { table, expected, read, shape: { form: 'map', table, partial: false } }
}

/** The same map, any of whose keys may be absent: what changes another one. */
export function partly<K extends KeyTable>(kind: MapKind<K>): MapKind<K> {
  return {
    ...kind,
    read: (node, label, reading) => kind.read(node, label, { ...reading, partial: true }),
    shape: { form: 'map', table: kind.table, partial: true },
  }
}

function readMap(node: MapNode, table: KeyTable, label: string, reading: Reading): unknown {
  const value: Record<string, unknown> = { __proto__: null, span: node.span }
  const keySpans: Record<string, Span> = { __proto__: null } as never
  const seen = new Map<string, Entry>()
  let another = false
  const meant = new Set<string>()
  for (const entry of node.entries) {
    const name = keyNamed(entry, table, reading, meant)
    if (name === null) continue
    const first = seen.get(name)
    if (first) {
      const next = beginsNext(entry, name, first === node.entries[0], reading)
      // What follows belongs to that one.
      if (next || !another) reading.report(next ?? duplicate(entry, first))
      another ||= next !== null
      continue
    }
    seen.set(name, entry)
    keySpans[name] = entry.key.span
    const row = table[name] as Key<unknown>
    const content = readEntry(entry, row, reading)
    if (content !== undefined) value[name] = content
  }
  reportMissing(node, table, { has: (name) => seen.has(name) || meant.has(name) }, label, reading)
  value.keySpans = keySpans
  return value
}

function readEntry(entry: Entry, row: Key<unknown>, reading: Reading): unknown {
  const label = entry.key.text.text
  const { value } = entry
  if (row.filled && value.kind === 'text' && value.style === 'block' && value.text.text.trim() === '') {
    reading.report(diagnostic('E-EMPTY', entry.key.span, { key: label }))
    return undefined
  }
  if (entry.value.kind === 'empty' && row.filled) {
    const written = entry.value.span.to > entry.value.span.from
    if (written) return wrongType(entry.value, label, row.kind.expected, reading)
    reading.report(diagnostic('E-EMPTY', entry.key.span, { key: label }))
    return undefined
  }
  return entry.value.kind === 'empty' ? undefined : row.kind.read(entry.value, label, reading)
}

/** The English key that an entry's key stands for; reports one that stands for none, and adds what it means to `meant`. */
function keyNamed(entry: Entry, table: KeyTable, reading: Reading, meant: Set<string>): string | null {
  const written = entry.key.text.text
  if (Object.hasOwn(table, written)) return written
  for (const name of Object.keys(table)) if ((table[name] as Key<unknown>).zh === written) return name
  const unknown = unknownKey(entry, table)
  meant.add(englishName(unknown.guess ?? '', table) ?? '')
  reading.report(unknown)
  return null
}

const UNSAFE = ['__proto__', 'constructor', 'prototype']

/** `sure` says that the word is known for what it means, not only near by its letters. */
function unknownKey(entry: Entry, table: KeyTable): Diagnostic {
  const written = entry.key.text.text
  const { span } = entry.key
  if (UNSAFE.includes(written) || written === '<<') return diagnostic('E-KEY', span, { key: written })
  const han = /[\u4e00-\u9fff]/.test(written)
  const names = Object.keys(table)
  const words = han ? names.map((name) => (table[name] as Key<unknown>).zh) : names
  const meant = meantKey(written, table)
  const near = meant ? nameIn(table, meant, han) : meant === null ? null : didYouMean(written, words)
  const ask = near === null ? keysOffered(words) : nearOffered(near)
  const values = { key: written, askZh: ask.zh, askEn: ask.en, ...(meant ? { sure: 1 } : {}) }
  return diagnostic('E-UNKNOWN', span, values, near === null ? {} : { guess: near })
}

function nameIn(table: KeyTable, name: string, han: boolean): string {
  return han ? (table[name] as Key<unknown>).zh : name
}

/** A second title in line with the first: another article, whose “- ” was forgotten; null for any other key. */
function beginsNext({ key }: Entry, name: string, isFirst: boolean, reading: Reading): Diagnostic | null {
  const { span } = key
  const dash = { ...span, from: span.from - 2, to: span.from }
  if (name !== 'title' || !isFirst || span.from < 2 || reading.sourceOf(dash) !== '  ') return null
  const replaces = { ...span, from: dash.from }
  return diagnostic(
    'E-NEXT-ITEM',
    span,
    { key: key.text.text },
    { replacement: `- ${key.text.text}`, replaces },
  )
}

function duplicate(entry: Entry, first: Entry): Diagnostic {
  const values = { key: entry.key.text.text, first: first.key.text.text }
  return diagnostic('E-DUP', entry.key.span, values, { related: first.key.span })
}

function reportMissing(
  node: MapNode,
  table: KeyTable,
  seen: { has(name: string): boolean },
  label: string,
  reading: Reading,
): void {
  if (reading.partial) return
  const missing = Object.keys(table).filter(
    (name) => (table[name] as Key<unknown>).required && !seen.has(name),
  )
  for (const name of missing) {
    const { zh } = table[name] as Key<unknown>
    const span = node.entries[0]?.key.span ?? node.span
    reading.report(diagnostic('E-REQUIRED', span, { key: name, zh, of: label }))
  }
}

/** A list of values of one kind. */
export function list<T>(kind: Kind<T>, expected: Wording): Kind<readonly T[]> {
  const read = (node: Node, label: string, reading: Reading): readonly T[] | undefined => {
    if (node.kind !== 'list') return notList(node, label, { expected, items: kind }, reading)
    return node.items.flatMap((item) => {
      if (item.kind === 'empty') {
        reading.report(diagnostic('W-EMPTY-ITEM', item.span, { key: label }))
        return []
      }
      const value = kind.read(item, label, reading)
      return value === undefined ? [] : [value]
    })
  }
  return { expected, read, shape: { form: 'list', items: kind } }
}

const DASHED = /^[-－–—•·●*＊][^\s-]/

/** A list of `items` was wanted. Lines that begin `-第一条`, without the space, are read by YAML as one long text. */
function notList(
  node: Node,
  label: string,
  { expected, items }: { readonly expected: Wording; readonly items: Kind<unknown> },
  reading: Reading,
): undefined {
  if (node.kind !== 'text' || !DASHED.test(node.text.text))
    return wrongType(node, label, expected, reading, listMeant(node, label, items, reading))
  let at = 0
  for (const line of node.text.text.split('\n')) {
    if (DASHED.test(line)) reading.report(missingSpace(node.text, at))
    at += line.length + 1
  }
  return undefined
}

/** What stands before an item by people's habit: a bullet or a number. */
const ITEM_SIGN = /^(?:[•·●■◆○*＊－–—]\s*|[（(]?\d{1,2}[.、．)）]\s*|[①-⑳]\s*)/

/**
 * A text or a map as the list it was most likely meant to be, each line an item; undefined where its items would be
 * none, or when one cannot tell.
 */
function listMeant(node: Node, label: string, items: Kind<unknown>, reading: Reading): string | undefined {
  if (node.kind === 'empty' || node.kind === 'list') return undefined
  if (items.read(node, label, { ...reading, report: () => {} }) === undefined) return undefined
  const { span } = node
  const above = reading.sourceOf({ ...span, from: Math.max(0, span.from - 200), to: span.from })
  const before = above.slice(above.lastIndexOf('\n') + 1)
  const alone = before.trim() === ''
  const lines = reading.sourceOf(span).trimEnd().split(/\r?\n/)
  if (node.kind === 'map')
    return alone
      ? `- ${lines.map((line, at) => (at === 0 || line === '' ? line : `  ${line}`)).join('\n')}`
      : undefined
  const words = lines.map((line) => line.trim())
  if (!alone) return words.length > 1 ? undefined : inBrackets(words[0] ?? '')
  if (words.length === 1 && isEnumeration(words[0] ?? '')) return inBrackets(words[0] ?? '')
  return words.map((line) => `- ${line.replace(ITEM_SIGN, '')}`).join(`\n${before}`)
}

function isEnumeration(words: string): boolean {
  return words.includes('、') && !/[。！？]/.test(words)
}

/** On one line with its key; undefined for words with signs that mean something there. */
function inBrackets(words: string): string | undefined {
  if (/[,:#[\]{}"'&*!|>%@`]/.test(words)) return undefined
  return `[${(isEnumeration(words) ? words.split('、') : [words]).join(', ')}]`
}

function missingSpace(text: MappedText, at: number): Diagnostic {
  const values = { sign: text.text[at] as string }
  const end = text.text.indexOf('\n', at)
  const line = text.text.slice(at + 1, end < 0 ? undefined : end)
  const replaces = spanIn(text, at, at + 1 + line.length)
  const one = diagnostic('W-DASH', spanIn(text, at, at + 1), values, { replacement: `- ${line}`, replaces })
  // Here it is not a matter of taste: without the list there is no content.
  return { ...one, severity: 'error' }
}

/** A map whose keys are names of the editor's own, such as people or fonts. */
export function namedValues<T>(
  kind: Kind<T>,
  expected: Wording,
  empty?: (span: Span) => T,
  meant?: (node: Node) => string | undefined,
): Kind<readonly NamedValue<T>[]> {
  const read = (node: Node, label: string, reading: Reading): readonly NamedValue<T>[] | undefined => {
    if (node.kind !== 'map') return wrongType(node, label, expected, reading, meant?.(node))
    return readNamed(node, kind, reading, empty)
  }
  return { expected, read, shape: { form: 'named', values: kind, mayBeEmpty: empty !== undefined } }
}

/** A value with the editor's own name for it. */
export interface NamedValue<T> {
  readonly name: string
  readonly nameSpan: Span
  readonly value: T
}

function readNamed<T>(
  node: MapNode,
  kind: Kind<T>,
  reading: Reading,
  empty: ((span: Span) => T) | undefined,
): readonly NamedValue<T>[] {
  const seen = new Map<string, Entry>()
  return node.entries.flatMap((entry) => {
    const name = onOneLine(entry.key.text, reading)
    const first = seen.get(name)
    if (first) reading.report(duplicate(entry, first))
    if (UNSAFE.includes(name) || name === '<<')
      reading.report(diagnostic('E-KEY', entry.key.span, { key: name }))
    seen.set(name, entry)
    const value =
      entry.value.kind === 'empty' && empty ? empty(entry.value.span) : kind.read(entry.value, name, reading)
    return value === undefined || first ? [] : [{ name, nameSpan: entry.key.span, value }]
  })
}

/** What a value may be, told apart by how it is written: as a text, as a list, or as a map. */
export function byForm<T>(
  forms: { readonly text?: Kind<T>; readonly list?: Kind<T>; readonly map?: Kind<T> },
  expected: Wording,
): Kind<T> {
  const read = (node: Node, label: string, reading: Reading): T | undefined => {
    const kind = node.kind === 'empty' ? undefined : forms[node.kind]
    if (kind) return kind.read(node, label, reading)
    const listed = forms.list?.shape
    return listed?.form === 'list' && !forms.text && node.kind === 'text'
      ? notList(node, label, { expected, items: listed.items }, reading)
      : wrongType(node, label, expected, reading)
  }
  const { text, list: items, map: entries } = forms
  return { expected, read, shape: { form: 'forms', text, list: items, map: entries } }
}

/** The same kind, its value made into something else. */
export function becoming<T, U>(kind: Kind<T>, change: (value: T, node: Node) => U): Kind<U> {
  const read = (node: Node, label: string, reading: Reading): U | undefined => {
    const value = kind.read(node, label, reading)
    return value === undefined ? undefined : change(value, node)
  }
  return { expected: kind.expected, read, shape: kind.shape }
}
