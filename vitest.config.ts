import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { configDefaults, defineConfig } from 'vitest/config'

const TESTS = resolve(import.meta.dirname, 'tests')
const SEEDED = join(TESTS, 'seeded-fast-check.ts')

/** Folders whose tests need no built program, no other one, no fonts' or pictures' files taken apart. */
const CHEAP = ['book', 'checks', 'content', 'conformance', 'design', 'issue', 'page', 'text']

/** In those folders, what takes seconds: limits, every field at every length, every look, many issues, threads; what loads the command line for the book. */
const LONGER = [
  'tests/book/guide.test.ts',
  'tests/book/recipes-build.test.ts',
  'tests/book/reference.test.ts',
  'tests/book/site.test.ts',
  'tests/book/topics.test.ts',
  'tests/design/every-look.test.ts',
  'tests/issue/hostile.test.ts',
  'tests/page/any-issue.test.ts',
  'tests/page/every-field.test.ts',
  'tests/page/fit-count.test.ts',
  'tests/page/made-up-issues.test.ts',
  'tests/text/characters.test.ts',
  'tests/text/hyphens-built.test.ts',
  'tests/text/no-state.test.ts',
]

/** In the other folders, what takes milliseconds: so that a fault in any room is met by a fast test of its own. */
const SHORTER = [
  'assets/combined-glyphs',
  'assets/png-rows',
  'build/findings-at',
  'cli/second-press',
  'build/bounded-session',
  'build/one-thread',
  'importers/credit',
  'paint/links',
  'paint/packs',
  'paint/paint-memory',
  'paint/syntax',
  'preview/changed-part',
  'preview/complete',
  'preview/desk',
  'preview/editor-words',
  'preview/excerpt',
  'preview/fit-words',
  'preview/issue-fields',
  'preview/issue-list',
  'preview/messages',
  'preview/moved-places',
  'preview/one-line-value',
  'preview/outline-moves',
  'preview/overlays',
  'preview/pages-to-tell',
  'preview/pasted-text',
  'preview/patched-paragraph',
  'preview/rooms',
  'preview/telling',
  'preview/texts',
  'preview/typed-change',
  'products/content-hash',
  'products/ink-totals',
  'products/screen-jpeg',
  'products/unfit',
  'project/issue-in-short',
  'report/cures',
  'report/explain',
]

function filesWith(word: string): string[] {
  return readdirSync(TESTS, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts') && readFileSync(join(TESTS, name), 'utf8').includes(word))
    .map((name) => join('tests', name).replaceAll('\\', '/'))
}

function included(mode: string): string[] {
  if (mode === 'long') return filesWith("from 'fast-check'")
  if (mode === 'fast')
    return [
      ...CHEAP.map((folder) => `tests/${folder}/**/*.test.ts`),
      ...SHORTER.map((file) => `tests/${file}.test.ts`),
    ]
  return ['tests/**/*.test.ts']
}

/** Modes: `fast` (cheap levels, few draws), `long` (all that is drawn, with free seeds and many draws), or all. */
export default defineConfig(({ mode }) => ({
  plugins: [
    {
      name: 'seeded-fast-check',
      enforce: 'pre',
      resolveId: (name: string, from: string | undefined) =>
        name === 'fast-check' && from !== SEEDED ? SEEDED : null,
    },
  ],
  test: {
    include: included(mode),
    exclude: [...configDefaults.exclude, ...(mode === 'fast' ? [...LONGER, ...filesWith('vi.mock(')] : [])],
    setupFiles: ['tests/own-temporary-files.ts'],
    testTimeout: mode === 'long' ? 1_200_000 : 60_000,
    maxWorkers: 2,
    // Modules that keep no state need not be loaded again for every file; what replaces some is left out above.
    isolate: mode !== 'fast',
    coverage: {
      include: ['src/**/*.ts'],
      exclude: ['src/**/*.d.ts', 'src/text/dictionary/word-table.ts'],
      reporter: ['text', 'json-summary'],
      reportOnFailure: true,
    },
  },
}))
