import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { DisplayItem, DisplayList } from '../../src/display/display-list.ts'
import { dump } from '../../src/display/dump.ts'
import { hanOf, hanOfIssue, lostFrom, setIssue } from '../pages/built-issue.ts'

const CASES = resolve(import.meta.dirname, '../cases/pages')
const GOLDEN = resolve(import.meta.dirname, '../golden/pages')

const cases = readdirSync(CASES).filter((name) => name.endsWith('.yaml') && name !== 'publication.yaml')

/** Every composition case, set whole; goldens are renewed with `npm run bless` and read in the diff. */
describe('composition cases', () => {
  test.each(cases)('%s', async (name) => {
    const set = await setIssue(join(CASES, name))
    expect(set.diagnostics.filter((one) => one.severity === 'error')).toEqual([])
    expect(lostFrom(hanOfIssue(set.issue), hanOf(textOf(set.list)))).toBeNull()
    const said = [...new Set(set.diagnostics.map((one) => one.code))].sort()
    const found = [...said.map((code) => `# ${code}`), dump(coarse(set.list))].join('\n')
    expect(found).toBe(golden(join(GOLDEN, name.replace('.yaml', '.txt')), found))
  })
})

/** The golden file's text; `found` itself when goldens are being renewed. */
function golden(file: string, found: string): string {
  if (process.env.BLESS) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, found)
  }
  return readFileSync(file, 'utf8')
}

/** Text in the order of the structure, not of the page: a picture's caption may stand before its text. */
function textOf(list: DisplayList): string {
  const runs = list.pages.flatMap((page) => page.items.filter((item) => item.kind === 'glyphs'))
  const byNode = [...runs].sort((a, b) => (a.node ?? -1) - (b.node ?? -1))
  return byNode.map((run) => run.texts.join('')).join('')
}

/** What a golden keeps of a list: lines of text and boxes to whole points, no outline and no structure. */
function coarse(list: DisplayList): DisplayList {
  const pages = list.pages.map((page) => ({ ...page, items: joined(page.items.flatMap(rounded)) }))
  return { ...list, pages, outline: [], structure: [] }
}

function rounded(item: DisplayItem): DisplayItem[] {
  if (item.kind === 'path') return []
  const { y } = item
  if (item.kind === 'glyphs') return [{ ...item, node: null, y: Math.round(y), xs: item.xs.map(Math.round) }]
  const x = Math.round(item.x)
  const width = Math.round(item.width)
  const height = Math.round(item.height * 10) / 10
  return [{ ...item, node: null, x, y: Math.round(y), width, height }]
}

/** Runs that follow one another on a baseline as one line of text. */
function joined(items: readonly DisplayItem[]): DisplayItem[] {
  const lines: DisplayItem[] = []
  for (const item of items) {
    const last = lines[lines.length - 1]
    const end = last?.kind === 'glyphs' ? (last.xs[last.xs.length - 1] as number) : 0
    const follows =
      item.kind === 'glyphs' &&
      last?.kind === 'glyphs' &&
      Math.abs(last.y - item.y) <= 1 &&
      (item.xs[0] as number) >= end &&
      (item.xs[0] as number) < end + 2 * item.size
    if (follows && last?.kind === 'glyphs' && item.kind === 'glyphs')
      lines[lines.length - 1] = {
        ...last,
        xs: [...last.xs, ...item.xs],
        texts: [...last.texts, ...item.texts],
      }
    else lines.push(item)
  }
  return lines
}
