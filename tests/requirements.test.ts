import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const ROOT = resolve(import.meta.dirname, '..')
const PAGE = readFileSync(join(ROOT, 'docs/requirements.md'), 'utf8')

interface Requirement {
  readonly id: string
  readonly degree: string
  readonly tests: readonly { readonly file: string; readonly name: string }[]
}

/** The rows of the page's table. */
const requirements: readonly Requirement[] = [...PAGE.matchAll(/^\| (R\d\d) \| (.*) \|$/gm)].map((row) => {
  const cells = (row[2] as string).split(' | ')
  const held = (cells.at(-1) as string).replace(/^\|? ?/, '')
  return { id: row[1] as string, degree: cells[0] as string, tests: testsOf(held) }
})

function testsOf(cell: string): { file: string; name: string }[] {
  return [...cell.matchAll(/`(tests\/[^`]+)` › ([^;]+)/g)].map((one) => ({
    file: one[1] as string,
    name: (one[2] as string).trim(),
  }))
}

function filesBelow(folder: string): string[] {
  return (
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      // The word list's signs look like numbers of rules here and there.
      .filter((name) => name.endsWith('.ts') && !name.endsWith('word-table.ts'))
      .map((name) => join(folder, name))
  )
}

/** Every number cited, with the file that cites it; R32–R34 cites three. */
function citations(): { id: string; file: string }[] {
  return ['src', 'tests'].flatMap(filesBelow).flatMap((file) => {
    const text = readFileSync(join(ROOT, file), 'utf8')
    return [...text.matchAll(/\bR(\d\d)(?:–R(\d\d))?\b/g)].flatMap((found) => {
      const from = Number(found[1])
      const to = Number(found[2] ?? found[1])
      return Array.from({ length: to - from + 1 }, (_, at) => ({
        id: `R${String(from + at).padStart(2, '0')}`,
        file,
      }))
    })
  })
}

describe('requirements', () => {
  test('are numbered R01 to R92, each once', () => {
    const wanted = Array.from({ length: 92 }, (_, at) => `R${String(at + 1).padStart(2, '0')}`)
    expect(requirements.map((one) => one.id)).toEqual(wanted)
  })

  test('every number cited stands on the page', () => {
    const known = new Set(requirements.map((one) => one.id))
    const cited = citations()
    expect(cited.length).toBeGreaterThan(60)
    expect(cited.filter(({ id }) => !known.has(id))).toEqual([])
  })

  test('every must names a test', () => {
    const untested = requirements.filter(
      ({ degree, tests }) => degree.startsWith('must') && tests.length === 0,
    )
    expect(untested.map((one) => one.id)).toEqual([])
  })

  test('every test named is there', () => {
    const missing = requirements.flatMap(({ id, tests }) =>
      tests
        .filter(({ file, name }) => !existsSync(join(ROOT, file)) || !hasTest(file, name))
        .map(({ file, name }) => `${id}: ${file} › ${name}`),
    )
    expect(missing).toEqual([])
  })
})

/** Whether a file has the name in a test, a group or a suite. */
function hasTest(file: string, name: string): boolean {
  return readFileSync(join(ROOT, file), 'utf8').includes(name)
}
