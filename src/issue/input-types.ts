import { issueKeys } from './language/issue-keys.ts'
import type { JsonSchema, Key, KeyLanguage, KeyTable, Kind, Shape } from './language/kind.ts'
import { publicationKeys } from './language/publication-keys.ts'

/** The names of the types that a program's objects have, by the language of their keys. */
const ROOTS = [
  ['en', 'PublicationInput', publicationKeys, 'Settings of a publication: what publication.yaml says.'],
  ['en', 'IssueInput', issueKeys, "An issue: what an issue's YAML says."],
  ['zh', 'PublicationInputZh', publicationKeys, '刊物设置，键用中文。'],
  ['zh', 'IssueInputZh', issueKeys, '一期的内容，键用中文。'],
] as const

const HEAD = `// Made by \`npm run schema\` from the tables that read the files; not to be edited by hand.

/** A text; a number is taken as its digits. */
type Text = string | number
`

/**
 * TypeScript's types for the shape of publication and issue, as objects of a program have it, in English and in Chinese
 * keys. They are made from the tables that validate. Like the JSON Schemas they say less than {@link readIssue}.
 */
export function inputTypes(): string {
  const writers = { en: new TypeWriter('en'), zh: new TypeWriter('zh') }
  for (const [language, name, kind, doc] of ROOTS) writers[language].root(name, kind.table, doc)
  const types = [...writers.en.types, ...writers.zh.types].sort(([a], [b]) => (a < b ? -1 : 1))
  return `${HEAD}\n${types.map(([, text]) => text).join('\n')}`
}

class TypeWriter {
  readonly types: [name: string, text: string][] = []
  readonly #names = new Map<KeyTable, Map<boolean, string>>()
  readonly #language: KeyLanguage

  constructor(language: KeyLanguage) {
    this.#language = language
  }

  root(name: string, table: KeyTable, doc: string): void {
    this.#remember(table, false, name)
    this.#write(name, table, false, doc)
  }

  #remember(table: KeyTable, partial: boolean, name: string): void {
    this.#names.set(table, (this.#names.get(table) ?? new Map()).set(partial, name))
  }

  #write(name: string, table: KeyTable, partial: boolean, doc: string): void {
    const lines = Object.entries(table).map(([key, row]) => this.#property(key, row, partial))
    const head = doc === '' ? '' : `/** ${doc} */\n`
    const isRoot = doc !== ''
    this.types.push([name, `${head}${isRoot ? 'export ' : ''}interface ${name} {\n${lines.join('\n')}\n}\n`])
  }

  #property(key: string, row: Key<unknown>, partial: boolean): string {
    const name = this.#language === 'zh' ? row.zh : key
    const needed = row.required && !partial
    const types = [this.#type(row.kind, key), ...(row.filled ? [] : ['null'])]
    const optional = needed ? '' : '?'
    const more = needed ? '' : ' | undefined'
    return `  /** ${row.doc[this.#language].replaceAll('*/', '* /')} */\n  readonly ${propertyName(name)}${optional}: ${union(types)}${more}`
  }

  /** `name` is what a map found on the way is called after. */
  #type({ shape }: Kind<unknown>, name: string): string {
    switch (shape.form) {
      case 'scalar':
        return scalarType(shape.schema)
      case 'list':
        return `readonly ${grouped(this.#type(shape.items, name))}[]`
      case 'named': {
        const values = [this.#type(shape.values, name), ...(shape.mayBeEmpty ? ['null'] : [])]
        return `{ readonly [name: string]: ${union(values)} }`
      }
      case 'forms':
        return union(
          [shape.text, shape.list, shape.map].flatMap((kind) => (kind ? this.#type(kind, name) : [])),
        )
      default:
        return this.#reference(shape, name)
    }
  }

  /** A map is written once, however many keys lead to it. */
  #reference({ table, partial }: Extract<Shape, { form: 'map' }>, wanted: string): string {
    const known = this.#names.get(table)?.get(partial)
    if (known !== undefined) return known
    const name = this.#freeName(
      `${camel(wanted)}${partial ? 'Changes' : 'Input'}${this.#language === 'zh' ? 'Zh' : ''}`,
    )
    this.#remember(table, partial, name)
    this.#write(name, table, partial, '')
    return name
  }

  #freeName(wanted: string): string {
    const taken = new Set([...this.#names.values()].flatMap((names) => [...names.values()]))
    let name = wanted
    for (let copy = 2; taken.has(name); copy += 1) name = `${wanted}${copy}`
    return name
  }
}

function scalarType({ type, anyOf, enum: words, const: only }: JsonSchema): string {
  if (only !== undefined) return JSON.stringify(only)
  if (Array.isArray(words)) return union(words.map((word) => literal(word)))
  if (type === undefined && Array.isArray(anyOf)) return oneOf(anyOf as JsonSchema[])
  if (type === undefined) throw new Error('a schema without a type')
  const names = [type].flat().map((one) => (one === 'integer' ? 'number' : String(one)))
  const plain = [...new Set(names)].sort().join(' | ')
  return plain === 'number | string' ? 'Text' : plain
}

/** Words that are offered, among others where any text may stand. */
function oneOf(schemas: readonly JsonSchema[]): string {
  const types = schemas.map(scalarType)
  const words = types.filter((one) => one !== 'string')
  return union([...words, ...(words.length < types.length ? ['(string & {})'] : [])])
}

function literal(word: unknown): string {
  return typeof word === 'string' ? `'${word}'` : String(word)
}

function union(types: readonly string[]): string {
  const all = [...new Set(types.flatMap((one) => (one.startsWith('{') ? [one] : one.split(' | '))))]
  const plain = all.includes('true') && all.includes('false') ? ['boolean', ...all.filter(isNoFlag)] : all
  return plain.includes('Text')
    ? plain.filter((one) => one !== 'string' && one !== 'number').join(' | ')
    : plain.join(' | ')
}

function isNoFlag(one: string): boolean {
  return one !== 'true' && one !== 'false'
}

function grouped(type: string): string {
  return type.includes(' | ') || type.startsWith('readonly ') ? `(${type})` : type
}

function camel(key: string): string {
  return key.replace(/(?:^|[_-])([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

function propertyName(name: string): string {
  return /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name) ? name : `'${name}'`
}
