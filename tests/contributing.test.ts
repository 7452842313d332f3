import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = resolve(import.meta.dirname, '..')
const page = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8')
const quoted = [...page.matchAll(/`([^`\s]+)`/g)].map(([, one = '']) => one)

test('CONTRIBUTING.md names only files and folders that are there', () => {
  const paths = quoted
    .filter((one) => /^(?:src|tests|docs)\//.test(one))
    .map((one) => one.replace(/\/\*.*$/, ''))
  expect(paths.length).toBeGreaterThan(20)
  expect(paths.filter((one) => !existsSync(join(ROOT, one)))).toEqual([])
})

test('and names of the sources, in its walks', () => {
  const names = quoted.filter((one) => /^(?:[a-z]+(?:[A-Z][a-z]+)+|[A-Z]{2,}(?:_[A-Z]+)*)$/.test(one))
  const code = ['src', 'tests'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(ROOT, folder, name), 'utf8')),
  )
  expect(names.length).toBeGreaterThan(3)
  expect(names.filter((one) => !code.some((text) => new RegExp(`\\b${one}\\b`).test(text)))).toEqual([])
})
