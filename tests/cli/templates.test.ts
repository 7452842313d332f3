import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { ensureBundle, jianbao } from './bundle.ts'
import { folderWith } from './project.ts'

beforeAll(ensureBundle, 60_000)

test('init --template copies a publication that builds strictly, keys in the language of the messages', () => {
  const folder = folderWith({})
  const made = jianbao(folder, ['init', '一中', '--template', '校报', '--name', '一中校报', '--lang', 'zh'])
  expect(made.code).toBe(0)
  const there = join(folder, '一中')
  expect(readFileSync(join(there, 'publication.yaml'), 'utf8')).toContain('\n刊名: 一中校报\n')
  expect(jianbao(there, ['build', '--strict']).code).toBe(0)
  expect(jianbao(there, ['init', '--template', '校报']).code).toBe(5)
})

test('init --template lists them without a name, and offers the nearest for an unknown one', () => {
  const folder = folderWith({})
  const list = jianbao(folder, ['init', '--template', '--lang', 'zh'])
  expect(list).toMatchObject({ code: 0 })
  expect(list.out).toContain('党建')
  expect(jianbao(folder, ['init', '--template', '--lang', 'en']).out).toContain('tabloid')
  const wrong = jianbao(folder, ['init', 'x', '--template', 'scool', '--lang', 'en'])
  expect(wrong.code).toBe(2)
  expect(wrong.err).toContain('school')
})
