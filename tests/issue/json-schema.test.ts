import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { jsonSchema, type SchemaName } from '../../src/issue/json-schema.ts'
import { article, issue, publication } from './samples.ts'
import { violations } from './schema-validator.ts'

const ROOT = join(import.meta.dirname, '../..')
const NAMES: readonly SchemaName[] = ['publication', 'issue', 'article', 'design']
const LANGUAGES = ['zh', 'en'] as const

const HOUSE = [
  ['publication.yaml', 'publication'],
  ['2026-03.yaml', 'issue'],
  ['our-house.yaml', 'design'],
] as const

/** Every YAML file of the examples with the schema it is of. */
function examples(): readonly (readonly [string, SchemaName, string])[] {
  const folder = join(ROOT, 'issues')
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
  return [
    ['the worked publication', 'publication', publication.text],
    ['the worked issue', 'issue', issue.text],
    ['the worked article', 'article', article.text.split('---')[1] as string],
    ...HOUSE.map(
      ([name, schema]) =>
        [
          `examples/house-design/${name}`,
          schema,
          readFileSync(join(ROOT, 'examples/house-design', name), 'utf8'),
        ] as const,
    ),
    ...files.map(
      (name) =>
        [
          `issues/${name}`,
          name === 'publication.yaml' ? 'publication' : 'issue',
          readFileSync(join(folder, name), 'utf8'),
        ] as const,
    ),
  ]
}

describe('JSON Schemas', () => {
  test.each(LANGUAGES)(
    'in %s, as shipped, are what the table says (npm run schema renews them)',
    (language) => {
      for (const name of NAMES) {
        const shipped = JSON.parse(
          readFileSync(join(ROOT, 'schema', language, `${name}.schema.json`), 'utf8'),
        )
        expect(shipped).toEqual(JSON.parse(JSON.stringify(jsonSchema(name, language))))
      }
    },
  )

  test.each(examples())('take %s', (_, name, text) => {
    for (const language of LANGUAGES) {
      const schema = jsonSchema(name, language)
      expect(violations(parse(text), schema, schema)).toEqual([])
    }
  })

  test('offer the keys of their language and take the others', () => {
    const schema = jsonSchema('issue', 'zh')
    const properties = schema.properties as Record<string, { doNotSuggest?: boolean }>
    expect(properties.日期?.doNotSuggest).toBeUndefined()
    expect(properties.date?.doNotSuggest).toBe(true)
    const mixed = parse('日期: 2024-01-15\nsections:\n  简讯:\n    - { 文字: 近日。, credit: { 甲: 乙 } }\n')
    expect(violations(mixed, schema, schema)).toEqual([])
  })

  test.each([
    ['issue', 'dat: 2024-01-15\nsections: {}'],
    ['issue', 'date: 2024-01-15\nsections: []'],
    ['issue', 'date: 2024-01-15\nstatus: done\nsections: {}'],
    ['publication', 'bulletin: 1\nname: 甲'],
    ['publication', 'bulletin: 1\nname: 甲\nissuer: 乙\npage: { columns: 4 }'],
    ['article', 'title: 甲\nlead: maybe'],
  ] as const)('refuse in %s: %s', (name, text) => {
    const schema = jsonSchema(name, 'en')
    expect(violations(parse(text), schema, schema)).not.toEqual([])
  })
})
