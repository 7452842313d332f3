import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { build } from 'esbuild'
import { describe, expect, test } from 'vitest'

const SRC = resolve(import.meta.dirname, '../src')

/** ARCHITECTURE.md, "Folders and arrows": which folder may import which. */
const ARROWS: Record<string, readonly string[] | 'all'> = {
  base: [],
  design: ['base'],
  issue: ['base', 'design'],
  content: ['base', 'design', 'issue'],
  assets: ['base'],
  'text/clreq': [],
  text: ['base', 'design', 'content', 'assets', 'text/clreq'],
  display: ['base'],
  'page/search': ['base', 'content', 'text', 'display'],
  'page/blocks': ['base', 'design', 'content', 'assets', 'text', 'display', 'page/search'],
  'page/make-up': ['base', 'design', 'content', 'assets', 'text', 'display', 'page/search', 'page/blocks'],
  'page/fit': ['base', 'design', 'content', 'text', 'page/search', 'page/blocks', 'page/make-up'],
  page: [
    'base',
    'design',
    'content',
    'assets',
    'text',
    'page/search',
    'page/blocks',
    'page/make-up',
    'page/fit',
  ],
  paint: ['base', 'display', 'assets'],
  products: ['base', 'display', 'assets', 'paint'],
  checks: ['base', 'issue', 'design', 'text/clreq'],
  importers: ['base', 'issue'],
  office: ['base', 'content'],
  project: ['base', 'design', 'issue', 'assets', 'text', 'paint', 'products', 'report'],
  build: [
    'base',
    'design',
    'issue',
    'content',
    'assets',
    'text',
    'page',
    'page/fit',
    'page/make-up',
    'display',
    'paint',
    'products',
    'checks',
    'project',
    'report',
    'office',
    '.',
  ],
  report: ['base'],
  preview: ['base', 'design', 'issue', 'assets', 'page/fit', 'display', 'build', 'project', 'report'],
  'preview/page': ['base', 'issue', 'page/fit', 'display', 'preview'],
  cli: 'all',
  '.': [
    'base',
    'design',
    'issue',
    'content',
    'assets',
    'text',
    'text/clreq',
    'page',
    'page/make-up',
    'page/fit',
    'display',
    'paint',
    'products',
    'checks',
    'project',
    'build',
    'report',
  ],
}

const PAGE_ROOMS = ['page', 'page/search', 'page/blocks', 'page/make-up', 'page/fit']

/** Packages that only one folder may import. */
const OWNERS: Record<string, string> = {
  yaml: 'issue',
  fontkit: 'assets',
  pdfkit: 'paint',
  commander: 'cli',
  preact: 'preview/page',
  saxes: 'importers',
}

interface Import {
  readonly file: string
  readonly from: string
  readonly target: string
}

function folderOf(file: string): string {
  const path = relative(SRC, file).split(sep)
  if (path.length === 1) return '.'
  const room = `${path[0]}/${path[1]}`
  return room in ARROWS ? room : (path[0] as string)
}

function importsIn(file: string): Import[] {
  const source = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
  const found = source.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g)
  return [...found].map((match) => ({ file, from: folderOf(file), target: match[1] as string }))
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => join(SRC, name))
const imports = files.flatMap(importsIn)

/** Each file's imports inside `src`, those of types alone too. */
const importsOf = new Map(
  files.map((file) => [
    file,
    importsIn(file)
      .filter(({ target }) => target.startsWith('.'))
      .map(({ target }) => resolve(dirname(file), target)),
  ]),
)

/** Circles of imports, each as the path that closes it. */
function cycles(): string[] {
  const found: string[] = []
  const done = new Set<string>()
  const visit = (file: string, path: readonly string[]): void => {
    const from = path.indexOf(file)
    if (from >= 0) found.push([...path.slice(from), file].map((one) => relative(SRC, one)).join(' → '))
    if (from >= 0 || done.has(file)) return
    for (const next of importsOf.get(file) ?? []) visit(next, [...path, file])
    done.add(file)
  }
  for (const file of files) visit(file, [])
  return found
}

/** The folders a cell of the table names; 'nothing' is none. */
function wordsOf(cell: string): string[] {
  return cell === 'nothing' ? [] : cell.split(' ').sort()
}

describe('arrows', () => {
  test('every folder of the table is there', () => {
    expect(Object.keys(ARROWS).filter((folder) => !files.some((file) => folderOf(file) === folder))).toEqual(
      [],
    )
  })

  test('no file leads back to itself, by its types or by what it loads later either', () => {
    expect(cycles()).toEqual([])
  })

  test('every folder is in the table', () => {
    expect([...new Set(files.map(folderOf))].filter((folder) => !(folder in ARROWS))).toEqual([])
  })

  test('folders import only what the table allows', () => {
    const wrong = imports.filter(({ file, from, target }) => {
      if (!target.startsWith('.')) return false
      const to = folderOf(resolve(dirname(file), target))
      const allowed = ARROWS[from]
      return to !== from && allowed !== 'all' && !allowed?.includes(to)
    })
    expect(wrong.map(({ file, target }) => `${relative(SRC, file)} → ${target}`)).toEqual([])
  })

  test('ARCHITECTURE.md has the same table', () => {
    const page = readFileSync(resolve(SRC, '../ARCHITECTURE.md'), 'utf8')
    const rows = [...page.matchAll(/^\| `([a-z/-]+)` \|(?:[^|]*\|){2} ([^|]*) \|$/gm)]
    const told = Object.fromEntries(rows.map(([, folder, to]) => [folder, wordsOf(to as string)]))
    const held = Object.entries(ARROWS).filter(([folder]) => folder !== '.')
    expect(told).toEqual(
      Object.fromEntries(held.map(([folder, to]) => [folder, to === 'all' ? ['all'] : [...to].sort()])),
    )
  })

  test('the library needs nothing of the command line', async () => {
    const { metafile } = await build({
      entryPoints: [join(SRC, 'index.ts'), join(SRC, 'typography.ts')],
      bundle: true,
      write: false,
      metafile: true,
      outdir: 'nowhere',
      platform: 'node',
      format: 'esm',
      packages: 'external',
    })
    const inputs = Object.keys(metafile.inputs)
    expect(inputs.length).toBeGreaterThan(100)
    expect(inputs.filter((file) => file.includes('src/cli/'))).toEqual([])
  })

  test('each package of the engine has one owner', () => {
    const wrong = imports.filter(({ from, target }) => target in OWNERS && OWNERS[target] !== from)
    expect(wrong.map(({ file, target }) => `${relative(SRC, file)} → ${target}`)).toEqual([])
  })

  test('only the command line asks the machine for its folder and its environment', () => {
    const asking = files.filter((file) => /process\s*\.\s*(?:cwd|env)\b/.test(readFileSync(file, 'utf8')))
    expect(asking.map(folderOf).filter((folder) => folder !== 'cli')).toEqual([])
    expect(asking).not.toEqual([])
  })

  test('the engine touches no disk, clock or console', () => {
    const engine = [
      'base',
      'design',
      'issue',
      'content',
      'text',
      'text/clreq',
      'page',
      'display',
      'checks',
      'importers',
      ...PAGE_ROOMS,
      'display',
      'checks',
    ]
    const wrong = imports.filter(({ from, target }) => engine.includes(from) && target.startsWith('node:'))
    expect(wrong.map(({ file, target }) => `${relative(SRC, file)} → ${target}`)).toEqual([])
  })
})
