import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import type { EditorState } from '@codemirror/state'

/** As much of JSON Schema as ours uses. */
export interface Schema {
  readonly $ref?: string
  readonly title?: string
  readonly description?: string
  readonly doNotSuggest?: boolean
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: Schema | boolean
  readonly items?: Schema
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly definitions?: Readonly<Record<string, Schema>>
}

const KEY = /^( *(?:- +)*)("?)([^\s#:'"{[-][^:#]*?)\2 *:(?: |$)/

/** Keys above a line, outermost first; `-` for a list. */
export function pathAt(lines: readonly string[], at: number, column: number): readonly string[] {
  const path: string[] = []
  let indent = column
  for (let line = at; line >= 0; line -= 1) {
    const text = line === at ? '' : (lines[line] ?? '')
    const found = KEY.exec(text)
    if (!found) continue
    const [, lead = '', , key = ''] = found
    const dashes = [...lead.matchAll(/-/g)].map((one) => one.index)
    if (lead.length < indent) {
      path.unshift(key)
      indent = lead.length
    }
    // A dash left of what is looked for says that it stands in a list.
    for (const dash of dashes.reverse()) {
      if (dash >= indent || dash >= column) continue
      path.unshift('-')
      indent = dash
      if (path[1] === key && lead.length >= column) path.splice(1, 1)
    }
  }
  return path
}

/** All that a place may be, by the schema. */
function schemasAt(root: Schema, path: readonly string[]): readonly Schema[] {
  let here = alternatives(root, root)
  for (const step of path) {
    const next = here.flatMap((one) => {
      if (step === '-') return one.items ? [one.items] : []
      const named = one.properties?.[step]
      if (named) return [named]
      return typeof one.additionalProperties === 'object' ? [one.additionalProperties] : []
    })
    here = next.flatMap((one) => alternatives(one, root))
  }
  return here
}

function alternatives(schema: Schema, root: Schema, depth = 0): readonly Schema[] {
  if (depth > 8) return []
  const name = /^#\/definitions\/(.+)$/.exec(schema.$ref ?? '')?.[1]
  const named = name === undefined ? undefined : root.definitions?.[decodeURIComponent(name)]
  const inner = [...(named ? [named] : []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]
  return [schema, ...inner.flatMap((one) => alternatives(one, root, depth + 1))]
}

/** Completions of keys, and of words that a key takes. */
export function completions(context: CompletionContext, schema: Schema | null): CompletionResult | null {
  if (schema === null) return null
  const line = context.state.doc.lineAt(context.pos)
  const before = line.text.slice(0, context.pos - line.from)
  const value = /^ *(?:- +)*([^\s#:'"{[][^:#]*): +(\S*)$/.exec(before)
  const lines = linesOf(context.state, line.number)
  if (value) {
    const [, key = '', typed = ''] = value
    const column = before.length - before.trimStart().length
    const schemas = schemasAt(schema, [...pathAt(lines, lines.length - 1, dashless(before, column)), key])
    const options = schemas.flatMap((one) => (one.enum ?? []).map((word) => ({ label: String(word) })))
    return options.length === 0 ? null : { from: context.pos - typed.length, options }
  }
  const key = /^( *(?:- +)*)([\p{L}_]*)$/u.exec(before)
  if (!key || (key[2] === '' && !context.explicit)) return null
  const [, lead = '', typed = ''] = key
  const path = pathAt(lines, lines.length - 1, lead.length)
  const inList = lead.includes('-') && path.at(-1) !== '-' ? [...path, '-'] : path
  const options = keysOf(schemasAt(schema, inList), isHan(typed || firstKey(lines)))
  return options.length === 0 ? null : { from: context.pos - typed.length, options }
}

function dashless(before: string, column: number): number {
  return /^ *(?:- +)*/.exec(before)?.[0].length ?? column
}

/** Keys of the language that is written, whichever the schema is in. */
function keysOf(schemas: readonly Schema[], han: boolean): readonly Completion[] {
  const all = schemas.flatMap(({ properties = {} }) =>
    Object.entries(properties).filter(([label]) => isHan(label) === han),
  )
  const usual = all.filter(([, { doNotSuggest }]) => !doNotSuggest)
  const found = new Map<string, Completion>()
  for (const [label, { description = '' }] of usual.length > 0 ? usual : all)
    found.set(label, { label, type: 'property', detail: description, apply: `${label}: ` })
  return [...found.values()]
}

function isHan(word: string): boolean {
  return /\p{Script=Han}/u.test(word)
}

/** The first key of a text: what language its keys are in. */
function firstKey(lines: readonly string[]): string {
  const line = lines.find((one) => /^[^\s#:-][^:]*:/.test(one))
  return line ?? ''
}

/** What is said of a key, and where it stands. */
export interface KeyHelp {
  readonly from: number
  readonly to: number
  readonly help: string
}

/** What the schema says of the key under the pointer. */
export function keyHelp(state: EditorState, at: number, schema: Schema | null): KeyHelp | null {
  if (schema === null) return null
  const line = state.doc.lineAt(at)
  const found = KEY.exec(line.text)
  if (!found) return null
  const [, lead = '', , key = ''] = found
  const from = line.from + lead.length
  if (at < from || at > from + key.length) return null
  const lines = linesOf(state, line.number)
  const path = pathAt(lines, lines.length - 1, lead.length)
  const inList = lead.includes('-') && path.at(-1) !== '-' ? [...path, '-'] : path
  const help = schemasAt(schema, [...inList, key]).find((one) => one.description)?.description
  if (help === undefined) return null
  return { from, to: from + key.length, help }
}

function linesOf(state: EditorState, last: number): readonly string[] {
  return Array.from({ length: last }, (_, at) => state.doc.line(at + 1).text)
}
