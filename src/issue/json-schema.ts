import type { Key, KeyTable } from './language/collections.ts'
import { articleKeys, issueKeys } from './language/issue-keys.ts'
import type { JsonSchema, KeyLanguage, Kind, Shape } from './language/kind.ts'
import { publicationKeys } from './language/publication-keys.ts'

/** The kinds of file that have a schema. */
export type SchemaName = 'publication' | 'issue' | 'article'

const KINDS: Readonly<Record<SchemaName, Kind<unknown>>> = {
  publication: publicationKeys,
  issue: issueKeys,
  article: articleKeys,
}

const TITLES: Readonly<Record<SchemaName, Readonly<Record<KeyLanguage, string>>>> = {
  publication: { zh: '刊物设置（publication.yaml）', en: 'Settings of a publication (publication.yaml)' },
  issue: { zh: '一期的内容', en: 'An issue' },
  article: { zh: '稿件的题头', en: 'Front matter of an article' },
}

/**
 * The JSON Schema (draft-07) of a kind of file, for editors that complete and check YAML. It is made from the
 * table that validates. Keys of `language` are offered; those of the other are accepted (`doNotSuggest`, which
 * yaml-language-server knows). It says less than {@link readIssue}: what it refuses, that refuses too.
 */
export function jsonSchema(name: SchemaName, language: KeyLanguage): JsonSchema {
  const writer = new SchemaWriter(language)
  const { shape } = KINDS[name]
  const root = shape.form === 'map' ? writer.map(shape.table, shape.partial) : writer.shape(shape, name)
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: TITLES[name][language],
    ...root,
    definitions: writer.definitions,
  }
}

class SchemaWriter {
  readonly definitions: Record<string, JsonSchema> = {}
  readonly #names = new Map<KeyTable, string>()
  readonly #language: KeyLanguage

  constructor(language: KeyLanguage) {
    this.#language = language
  }

  /** `name` is what a map found on the way is called among the definitions. */
  shape(shape: Shape, name: string): JsonSchema {
    switch (shape.form) {
      case 'scalar':
        return shape.schema
      case 'list':
        return { type: 'array', items: this.shape(shape.items.shape, name) }
      case 'named':
        return { type: 'object', additionalProperties: this.#orEmpty(shape.values, name, shape.mayBeEmpty) }
      case 'forms': {
        const kinds = [shape.text, shape.list, shape.map].filter((kind) => kind !== undefined)
        return { anyOf: distinct(kinds.map((kind) => this.shape(kind.shape, name))) }
      }
      default:
        return this.#reference(shape.table, shape.partial ? `${name}-partial` : name, shape.partial)
    }
  }

  /** A map is written once, however many keys (in two languages) lead to it. */
  #reference(table: KeyTable, wanted: string, partial: boolean): JsonSchema {
    const known = partial ? undefined : this.#names.get(table)
    const name = known ?? this.#freeName(wanted)
    if (known === undefined) {
      if (!partial) this.#names.set(table, name)
      this.definitions[name] = {}
      this.definitions[name] = this.map(table, partial)
    }
    return { $ref: `#/definitions/${name}` }
  }

  #freeName(wanted: string): string {
    let name = wanted
    for (let copy = 2; Object.hasOwn(this.definitions, name); copy += 1) name = `${wanted}-${copy}`
    return name
  }

  map(table: KeyTable, partial: boolean): JsonSchema {
    const properties: Record<string, JsonSchema> = {}
    for (const [name, row] of Object.entries(table)) {
      const value = this.#property(name, row)
      const [offered, other] = this.#language === 'zh' ? [row.zh, name] : [name, row.zh]
      properties[offered] = value
      properties[other] = { ...value, doNotSuggest: true }
    }
    const needed = Object.entries(table).filter(([, row]) => row.required && !partial)
    const allOf = needed.map(([name, row]) => ({ anyOf: [{ required: [name] }, { required: [row.zh] }] }))
    const map = { type: 'object', properties, additionalProperties: false }
    return allOf.length > 0 ? { ...map, allOf } : map
  }

  #property(name: string, row: Key<unknown>): JsonSchema {
    const description = row.doc[this.#language]
    const preset = row.preset === undefined ? {} : { default: row.preset }
    const schema = this.#orEmpty(row.kind, name, !row.filled)
    // What stands beside `$ref` is passed over in draft-07, so that the reference goes inside.
    return { description, ...preset, ...('$ref' in schema ? { anyOf: [schema] } : schema) }
  }

  #orEmpty(kind: Kind<unknown>, name: string, mayBeEmpty: boolean): JsonSchema {
    const schema = this.shape(kind.shape, name)
    return mayBeEmpty ? orNull(schema) : schema
  }
}

/** The schema with `null` let in: a key that is not filled in yet. */
function orNull(schema: JsonSchema): JsonSchema {
  const { type, anyOf } = schema
  if (Array.isArray(schema.enum)) return { ...schema, enum: [...schema.enum, null] }
  if (Array.isArray(anyOf) && type === undefined) return { ...schema, anyOf: [...anyOf, { type: 'null' }] }
  const plain = type !== undefined && !('anyOf' in schema) && type !== 'object' && type !== 'array'
  if (plain) return { ...schema, type: [type].flat().concat('null') }
  return { anyOf: [schema, { type: 'null' }] }
}

function distinct(schemas: readonly JsonSchema[]): readonly JsonSchema[] {
  const seen = new Map(schemas.map((schema) => [JSON.stringify(schema), schema]))
  return [...seen.values()]
}
