import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { DisplayList } from '../../src/display/display-list.ts'
import { dump } from '../../src/display/dump.ts'
import { golden } from '../golden.ts'
import { someOf } from '../mode.ts'
import { hanOf, hanOfIssue, lostFrom, setIssue } from '../pages/built-issue.ts'

const CASES = resolve(import.meta.dirname, '../cases/pages')

const cases = readdirSync(CASES).filter((name) => name.endsWith('.yaml') && name !== 'publication.yaml')

/** Whole issues of one kind, and one text in every look: the longest. */
const LONG = cases.filter((name) => /^(?:kind|every)-/.test(name))

/**
 * Every composition case, set whole, to 0.01 pt: text, paths, pictures, links, outline and structure. Goldens are
 * renewed with `npm run bless` and read in the diff.
 */
describe('composition cases', () => {
  test.each([
    ...someOf(LONG, 4),
    ...someOf(
      cases.filter((name) => !LONG.includes(name)),
      2,
    ),
  ])('%s', async (name) => {
    const set = await setIssue(join(CASES, name))
    expect(set.diagnostics.filter((one) => one.severity === 'error')).toEqual([])
    expect(lostFrom(hanOfIssue(set.issue), hanOf(textOf(set.list)))).toBeNull()
    const said = [...new Set(set.diagnostics.map((one) => one.code))].sort()
    const found = [...said.map((code) => `# ${code}`), dump(set.list)].join('\n')
    expect(found).toBe(golden(`pages/${name.replace('.yaml', '.txt')}`, found))
  })
})

/** Text in the order of the structure, not of the page: a picture's caption may stand before its text. */
function textOf(list: DisplayList): string {
  const runs = list.pages.flatMap((page) => page.items.filter((item) => item.kind === 'glyphs'))
  const byNode = [...runs].sort((a, b) => (a.node ?? -1) - (b.node ?? -1))
  return byNode.map((run) => run.texts.join('')).join('')
}
