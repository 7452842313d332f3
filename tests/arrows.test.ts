import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
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
  page: ['base', 'design', 'content', 'assets', 'text', 'display'],
  paint: ['base', 'display', 'assets'],
  products: ['base', 'display', 'assets', 'paint'],
  checks: ['base', 'issue', 'design', 'text/clreq'],
  cli: 'all',
  '.': 'all',
}

/** Packages that only one folder may import. */
const OWNERS: Record<string, string> = { yaml: 'issue', fontkit: 'assets', pdfkit: 'paint', commander: 'cli' }

interface Import {
  readonly file: string
  readonly from: string
  readonly target: string
}

function folderOf(file: string): string {
  const path = relative(SRC, file).split(sep)
  if (path.length === 1) return '.'
  return path[0] === 'text' && path[1] === 'clreq' ? 'text/clreq' : (path[0] as string)
}

function importsIn(file: string): Import[] {
  const source = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
  const found = source.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g)
  return [...found].map((match) => ({ file, from: folderOf(file), target: match[1] as string }))
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => join(SRC, name))
const imports = files.flatMap(importsIn)

describe('arrows', () => {
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

  test('each package of the engine has one owner', () => {
    const wrong = imports.filter(({ from, target }) => target in OWNERS && OWNERS[target] !== from)
    expect(wrong.map(({ file, target }) => `${relative(SRC, file)} → ${target}`)).toEqual([])
  })

  test('the engine touches no disk, clock or console', () => {
    const engine = ['base', 'design', 'issue', 'content', 'text', 'text/clreq', 'page', 'display', 'checks']
    const wrong = imports.filter(({ from, target }) => engine.includes(from) && target.startsWith('node:'))
    expect(wrong.map(({ file, target }) => `${relative(SRC, file)} → ${target}`)).toEqual([])
  })
})
