import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { transformSync } from 'esbuild'
import { describe, expect, test } from 'vitest'
import { consumer, ROOT } from './installed.ts'

/** Where a reader meets programs: the pages, and the doc comments that typedoc shows. */
const PAGES = [
  'README.md',
  'README.zh-CN.md',
  'docs/web-service.md',
  'docs/book/library.md',
  'docs/book/en/library.md',
]
const SOURCES = ['src/build/build-issue.ts', 'src/build/render.ts']

interface Example {
  readonly where: string
  readonly text: string
}

/** The programs in a page: blocks marked `ts` that import the package. */
function examplesIn(file: string): readonly Example[] {
  const text = readFileSync(join(ROOT, file), 'utf8')
  const blocks = text.matchAll(/^( \* )?```ts\n([\s\S]*?)^(?: \* )?```$/gm)
  return [...blocks]
    .map(([, mark, code = '']) => (mark ? code.replace(/^ \* ?/gm, '') : code))
    .filter((code) => /(?:from |import\()'jianbao/.test(code))
    .map((code, at) => ({ where: `${file}, program ${at + 1}`, text: code }))
}

const examples = [...PAGES, ...SOURCES].flatMap(examplesIn)

describe('the programs that the pages show', () => {
  test('are there', () => {
    expect(examples.map(({ where }) => where.replace(/,.*/, ''))).toEqual(
      expect.arrayContaining([...PAGES, ...SOURCES]),
    )
  })

  test.each(examples)(
    '$where runs',
    ({ text }) => {
      const folder = consumer()
      cpSync(join(ROOT, 'issues'), join(folder, 'issues'), { recursive: true })
      const { code } = transformSync(text, { loader: 'ts', format: 'esm' })
      writeFileSync(join(folder, 'program.mjs'), code)
      const ran = spawnSync(process.execPath, ['program.mjs'], { cwd: folder })
      expect([ran.stderr.toString(), ran.status]).toEqual(['', 0])
    },
    120_000,
  )
})
