import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { builtInDesigns } from '../../src/design/built-in-designs.ts'
import { tableOf } from '../../src/issue/language/collections.ts'
import { designKeys } from '../../src/issue/language/design-keys.ts'
import type { Key, KeyLanguage, KeyTable } from '../../src/issue/language/kind.ts'
import { designDefaults, lookDefaults } from '../../src/issue/settings/design-defaults.ts'

const DOCS = { en: 'docs/designs.md', zh: 'docs/designs.zh-CN.md' } as const
const HEADS = {
  en: ['| key | in Chinese | what it is | default |', '| --- | --- | --- | --- |'],
  zh: ['| 键 | 英文 | 说明 | 默认 |', '| --- | --- | --- | --- |'],
} as const
/** What stands around the table in a page. */
const TABLE = /(<!-- keys: .* -->\n)[\s\S]*(<!-- \/keys -->)/

const defaults = builtInDesigns.map(({ name }) => ({ ...designDefaults()[name], ...lookDefaults()[name] }))

interface Row {
  readonly en: string
  readonly zh: string
  readonly key: Key<unknown>
  /** In each built-in design, in their order; of a role's style, its keys and values. */
  readonly values: readonly string[]
}

function rowsOf(table: KeyTable, en = '', zh = ''): readonly Row[] {
  return Object.entries(table).flatMap(([name, key]) => {
    const path = `${en}${name}`
    const inner = tableOf(key.kind)
    const isRole = inner !== undefined && defaults.some((one) => `${path}.font` in one)
    if (inner && !isRole) return rowsOf(inner, `${path}.`, `${zh}${key.zh}.`)
    const values = defaults.map((one) => (isRole ? styleOf(one, path) : shown(one[path])))
    return [{ en: path, zh: `${zh}${key.zh}`, key, values }]
  })
}

function styleOf(one: Readonly<Record<string, unknown>>, path: string): string {
  const own = Object.entries(one).filter(([key]) => key.startsWith(`${path}.`))
  return own.map(([key, value]) => `${key.slice(path.length + 1)}: ${shown(value)}`).join(', ')
}

function shown(value: unknown): string {
  return value === undefined ? '' : typeof value === 'string' && value !== '' ? value : JSON.stringify(value)
}

function tableIn(language: KeyLanguage): string {
  const rows = rowsOf(designKeys().table).map(({ en, zh, key, values }) => {
    const [first, second] = language === 'en' ? [en, zh] : [zh, en]
    const same = new Set(values).size === 1
    const value = (same ? values.slice(0, 1) : values).filter((one) => one !== '').map((one) => `\`${one}\``)
    return `| \`${first}\` | \`${second}\` | ${key.doc[language]} | ${value.join(same ? '' : ' · ')} |`
  })
  return [...HEADS[language], ...rows].join('\n')
}

test.each(['en', 'zh'] as const)(
  'the page about designs has every key with its defaults, in %s',
  (language) => {
    const file = join(import.meta.dirname, '../..', DOCS[language])
    const page = readFileSync(file, 'utf8')
    expect(page).toMatch(TABLE)
    const wanted = page.replace(TABLE, (_, open, close) => `${open}\n${tableIn(language)}\n\n${close}`)
    if (process.env.BLESS) writeFileSync(file, wanted)
    else expect(page).toBe(wanted)
  },
)
