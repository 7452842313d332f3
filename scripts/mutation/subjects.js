import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { mutate } from './mutants.js'

export const ROOT = resolve(import.meta.dirname, '../..')

/** What is broken on purpose: the two rooms whose faults cannot be seen from outside. */
export const FOLDERS = ['src/text', 'src/page']

/** Tables and words: data that is made by script and checked against its source. */
const DATA = /word-table\.ts$/

/** The tests that judge: those of these rooms, without the slowest, and those of others that hold what text and pages do. */
const TESTS = [
  'tests/text',
  'tests/conformance',
  'tests/page',
  'tests/content',
  'tests/design',
  'tests/assets/shaping.test.ts',
  'tests/assets/rare-characters.test.ts',
]
const SLOW = /every-field|every-look|fit-count|made-up-issues/

function filesBelow(folder, ending) {
  if (folder.endsWith(ending)) return [folder]
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name).replaceAll('\\', '/'))
    .sort()
}

/** All files to be broken, each with its mutants and its text with all of them built in. */
export function subjects() {
  let first = 0
  return FOLDERS.flatMap((folder) => filesBelow(folder, '.ts'))
    .filter((file) => !DATA.test(file))
    .map((file) => {
      const made = mutate(file, readFileSync(join(ROOT, file), 'utf8'), first)
      first += made.mutants.length
      return { file, ...made }
    })
}

export function testFiles() {
  // What replaces a module needs vitest itself.
  const mocks = (file) => readFileSync(join(ROOT, file), 'utf8').includes('vi.mock(')
  return TESTS.flatMap((folder) => filesBelow(folder, '.test.ts')).filter(
    (file) => !SLOW.test(file) && !mocks(file),
  )
}
