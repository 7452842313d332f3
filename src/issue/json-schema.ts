import { builtInDesigns } from '../design/built-in-designs.ts'
import { tableOf } from './language/collections.ts'
import { designKeys } from './language/design-keys.ts'
import { articleKeys, issueKeys } from './language/issue-keys.ts'
import type { JsonSchema, Key, KeyLanguage, KeyTable, Kind, Shape } from './language/kind.ts'
import { publicationKeys } from './language/publication-keys.ts'
import { type DesignDefaults, designDefaults, lookDefaults } from './settings/design-defaults.ts'

/** The kinds of file that have a schema. */
export type SchemaName = 'publication' | 'issue' | 'article' | 'design'

const KINDS: Readonly<Record<SchemaName, () => Kind<unknown>>> = {
  publication: () => publicationKeys,
  issue: () => issueKeys,
  article: () => articleKeys,
  design: designKeys,
}

const TITLES: Readonly<Record<SchemaName, Readonly<Record<KeyLanguage, string>>>> = {
  publication: { zh: '刊物设置（publication.yaml）', en: 'Settings of a publication (publication.yaml)' },
  issue: { zh: '一期的内容', en: 'An issue' },
  article: { zh: '稿件的题头', en: 'Front matter of an article' },
  design: { zh: '版式（design: 指的文件）', en: 'A design of your own (the file that design: names)' },
}

/**
 * The JSON Schema (draft-07) of a kind of file, for editors that complete and check YAML. It is made from the
 * table that validates. Keys of `language` are offered; those of the other are accepted (`doNotSuggest`, which
 * yaml-language-server knows). It says less than {@link readIssue}: what it refuses, that refuses too.
 */
export function jsonSchema(name: SchemaName, language: KeyLanguage): JsonSchema {
  const writer = new SchemaWriter(language)
  const { shape } = KINDS[name]()
  const root = shape.form === 'map' ? writer.map(shape.table, shape.partial) : writer.shape(shape, name)
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: TITLES[name][language],
    ...root,
    definitions: writer.definitions,
  }
}

/** A key's default in every design. */
export type ByDesign = Readonly<Record<string, unknown>>

let byDesignOfKeys: ReadonlyMap<Key<unknown>, ByDesign> | null = null

/** The keys that designs have defaults for; a role's keys, which all roles share, are told by the role's own. */
export function defaultsByDesign(): ReadonlyMap<Key<unknown>, ByDesign> {
  byDesignOfKeys ??= new Map([
    ...keysWithDefaults(publicationKeys.table, '', designDefaults()),
    ...keysWithDefaults(designKeys().table, '', lookDefaults()),
  ])
  return byDesignOfKeys
}

/** The defaults of all designs by their names. */
type AllDefaults = Readonly<Record<string, DesignDefaults>>

function keysWithDefaults(
  table: KeyTable,
  above: string,
  defaults: AllDefaults,
): readonly (readonly [Key<unknown>, ByDesign])[] {
  return Object.entries(table).flatMap(([name, row]) => {
    const path = `${above}${name}`
    const inner = tableOf(row.kind)
    const isRole = inner !== undefined && byDesign(defaults, (one) => one[`${path}.font`]) !== undefined
    const own = isRole ? shownRole(path, defaults) : byDesign(defaults, (one) => one[path])
    const below = inner && !isRole ? keysWithDefaults(inner, `${path}.`, defaults) : []
    return own === undefined ? below : [[row, own] as const, ...below]
  })
}

function byDesign(defaults: AllDefaults, value: (defaults: DesignDefaults) => unknown): ByDesign | undefined {
  const all = Object.entries(defaults).map(([design, one]) => [design, value(one)] as const)
  return all.some(([, one]) => one === undefined) ? undefined : Object.fromEntries(all)
}

/** `{ font: 宋体, size: 五号, … }`. */
function shownRole(path: string, defaults: AllDefaults): ByDesign | undefined {
  const parts = ['font', 'size', 'weight', 'align', 'color', 'line_height', 'brackets']
  return byDesign(defaults, (one) => {
    const written = parts
      .map((part) => [part, one[`${path}.${part}`]] as const)
      .filter(([, value]) => value !== undefined && value !== '')
    return `{ ${written.map(([part, value]) => `${part}: ${shown(value)}`).join(', ')} }`
  })
}

/** Whether all designs have one default, which is then the key's own; a role's is told design by design. */
export function alike(defaults: ByDesign): boolean {
  const [first, ...others] = Object.values(defaults).map((one) => JSON.stringify(one))
  return others.every((one) => one === first)
}

/** A default as it would be typed. */
export function shown(value: unknown): string {
  return typeof value === 'string' && value !== '' ? value : JSON.stringify(value)
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
    const byDesign = defaultsByDesign().get(row)
    const same = byDesign && alike(byDesign) ? Object.values(byDesign)[0] : undefined
    const description = `${row.doc[this.#language]}${byDesign && same === undefined ? this.#defaults(byDesign) : ''}`
    const known = row.preset ?? same
    const preset = known === undefined ? {} : { default: known }
    const schema = this.#orEmpty(row.kind, name, !row.filled)
    // What stands beside `$ref` is passed over in draft-07, so that the reference goes inside.
    return { description, ...preset, ...('$ref' in schema ? { anyOf: [schema] } : schema) }
  }

  /** （默认：双栏 62mm，单栏 62mm，公文 95mm）. */
  #defaults(byDesign: ByDesign): string {
    const zh = this.#language === 'zh'
    const all = builtInDesigns
      .map((design) => `${zh ? design.zh : design.name} ${shown(byDesign[design.name])}`)
      .join(zh ? '；' : '; ')
    return zh ? `（默认：${all}）` : ` (default: ${all})`
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
