import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { inputTypes } from '../../src/issue/input-types.ts'
import { rewriteKeys } from '../../src/issue/rewrite-keys.ts'
import { keyPaths } from '../issue/key-paths.ts'
import { issue, publication } from '../issue/samples.ts'

const ROOT = join(import.meta.dirname, '../..')
const INPUT = join(ROOT, 'src/issue/input.ts')
const folder = mkdtempSync(join(tmpdir(), 'jianbao-types-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A program with an object of each type, written out as a literal. */
function programOf(objects: readonly (readonly [type: string, value: unknown])[]): string {
  const types = [...new Set(objects.map(([type]) => type))].join(', ')
  const lines = objects.map(([type, value], at) => `export const v${at}: ${type} = ${JSON.stringify(value)}`)
  return [`import type { ${types} } from ${JSON.stringify(INPUT)}`, ...lines, ''].join('\n')
}

/** What the compiler says of a program, under its strictest rules. */
function compiled(text: string): string {
  const file = join(folder, 'program.ts')
  writeFileSync(file, text)
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc')
  const rules = ['--strict', '--exactOptionalPropertyTypes', '--noEmit', '--allowImportingTsExtensions']
  const more = ['--target', 'es2022', '--module', 'nodenext', '--types', '', '--ignoreConfig']
  return spawnSync(process.execPath, [tsc, ...rules, ...more, file], { cwd: folder }).stdout.toString()
}

const inChinese = (name: string, text: string) => parse(rewriteKeys({ file: name, text }, 'zh').value)
const inEnglish = (name: string, text: string) => parse(rewriteKeys({ file: name, text }, 'en').value)

describe('the types of publication and issue', () => {
  test('are those that the tables make (npm run schema renews them)', () => {
    expect(readFileSync(INPUT, 'utf8')).toBe(inputTypes())
  })

  test('have every key', () => {
    const text = inputTypes()
    const keys = new Set(keyPaths().map((path) => path.split('.').at(-1) as string))
    const absent = [...keys].filter((key) => !new RegExp(`readonly '?${key}'?\\??: `).test(text))
    expect(keys.size).toBeGreaterThan(100)
    expect(absent).toEqual([])
  })

  test('take the worked example and the shipped issues, in both languages', () => {
    const examples = ['2026-05.yaml', '2026-06.yaml'].map((name) =>
      readFileSync(join(ROOT, 'issues', name), 'utf8'),
    )
    const shipped = readFileSync(join(ROOT, 'issues/publication.yaml'), 'utf8')
    const objects = [
      ...[publication.text, shipped].flatMap((text) => [
        ['PublicationInput', inEnglish('publication.yaml', text)] as const,
        ['PublicationInputZh', inChinese('publication.yaml', text)] as const,
      ]),
      ...[issue.text, ...examples].flatMap((text) => [
        ['IssueInput', inEnglish('issue.yaml', text)] as const,
        ['IssueInputZh', inChinese('issue.yaml', text)] as const,
      ]),
    ]
    expect(compiled(programOf(objects))).toBe('')
  }, 60_000)

  test('refuse a misspelt key, a word that is none of the choices and a missing date', () => {
    const said = compiled(
      programOf([
        ['PublicationInput', { bulletin: 1, name: '简报', issuer: '办公室', desing: 'classic' }],
        ['PublicationInput', { bulletin: 1, name: '简报', issuer: '办公室', frequency: 'weakly' }],
        ['IssueInput', { sections: {} }],
        ['IssueInputZh', { 日期: '2026-01-05', 栏目: { 要闻: [{ 标提: '春' }] } }],
      ]),
    )
    expect(said.match(/program\.ts\(\d+,/g)).toEqual([
      'program.ts(2,',
      'program.ts(3,',
      'program.ts(4,',
      'program.ts(5,',
    ])
  }, 60_000)
})
