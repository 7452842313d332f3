import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { EditorState } from '@codemirror/state'
import { expect, test } from 'vitest'
import { editorWords } from '../../src/preview/page/editor-words.ts'
import { keysIn } from '../../src/preview/page/known-keys.ts'

const PACKAGES = ['autocomplete', 'commands', 'language', 'lint', 'search', 'view']

/** What the editor's packages say, as they ask for its words. */
const phrases = PACKAGES.flatMap((name) => {
  const file = resolve(import.meta.dirname, `../../node_modules/@codemirror/${name}/dist/index.js`)
  const found = readFileSync(file, 'utf8').matchAll(/\bphrase\((?:\w+, )?"([^"]+)"/g)
  return [...found].map(([, words = '']) => words)
})

test('all that the editor says by itself is in Chinese, or in English', () => {
  expect(phrases.length).toBeGreaterThan(20)
  const said = (language: 'zh' | 'en') => {
    const state = EditorState.create({ extensions: editorWords(language) })
    return phrases.map((words) => state.phrase(words))
  }
  for (const words of said('zh')) expect(words).toMatch(/\p{Script=Han}/u)
  expect(said('en')).toEqual(phrases)
})

test('the language’s keys are those of its schema, at any depth, and no others', () => {
  const schema = JSON.parse(
    readFileSync(resolve(import.meta.dirname, '../../schema/zh/issue.schema.json'), 'utf8'),
  )
  const keys = keysIn(schema)
  for (const one of ['日期', '栏目', '标题', '图说', 'caption']) expect(keys).toContain(one)
  for (const one of ['要闻', '综合科', 'anyOf', 'properties']) expect(keys).not.toContain(one)
})
