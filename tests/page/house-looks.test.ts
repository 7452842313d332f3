import { expect, test } from 'vitest'
import type { GlyphRun, Rule } from '../../src/display/display-list.ts'
import { readIssue } from '../../src/issue/read-issue.ts'
import { typeset } from '../../src/typeset.ts'
import { builtInLibrary } from '../assets/built-in.ts'

/** The first page of a publication with a design of its own. */
async function firstPage(house: object, name = '城南') {
  const publication = { bulletin: 1, design: './a.yaml', name, issuer: '城南区服务中心' }
  const article = {
    title: '检修供水管网',
    body: '本月检修供水管网，完成登记。\n\n| 甲 | 乙 |\n| --- | --- |\n| 一 | 二 |',
  }
  const { value } = readIssue({
    publication: { file: 'publication.yaml', text: JSON.stringify(publication) },
    issue: {
      file: '2026-01.yaml',
      text: JSON.stringify({ date: '2026-01-05', sections: { 动态: [article] } }),
    },
    others: [],
    article: (file) => ({
      value: { file, text: JSON.stringify({ based_on: 'two-column', ...house }) },
      diagnostics: [],
    }),
  })
  if (value === null) throw new Error('the issue has errors')
  const page = typeset(value, { fonts: await builtInLibrary(), images: new Map() }).value.pages[0]
  if (!page) throw new Error('no page')
  const rules = page.items.filter((one): one is Rule => one.kind === 'rule')
  const run = (text: string) =>
    page.items.find((one): one is GlyphRun => one.kind === 'glyphs' && one.texts.join('').includes(text))
  return { page, rules, run }
}

const COLOUR = '#123456'
const LEFT = { masthead_name: { size: '40pt', align: 'left' } }

test('a tint to the page’s edges goes over them at the top and both sides, and no further than the rule', async () => {
  const { page, rules } = await firstPage({ masthead: { fill: COLOUR, fill_reach: 'page' } })
  const [tint] = rules.filter(({ colour }) => colour === COLOUR)
  expect(tint?.x).toBeLessThan(-8)
  expect(tint?.y).toBeLessThan(-8)
  expect((tint?.x ?? 0) + (tint?.width ?? 0)).toBeGreaterThan(page.width + 8)
  const thick = rules.find(({ height }) => height === 2.25)
  expect((tint?.y ?? 0) + (tint?.height ?? 0)).toBeCloseTo(thick?.y ?? 0, 3)
})

test('the issue number stands above the date, right of the name; in its own line where the name leaves no room', async () => {
  const beside = { masthead: { issue_place: 'beside', name_spread: 0.3 }, type: LEFT }
  const { run } = await firstPage(beside)
  const [name, label, date] = ['城', '第1期', '2026年1月5日'].map(run)
  expect(label?.y).toBeLessThan(date?.y ?? 0)
  expect(date?.y).toBeLessThanOrEqual(name?.y ?? 0)
  expect(label?.xs[0]).toBeGreaterThan((name?.xs.at(-1) ?? 0) + 40)
  const long = await firstPage(beside, '城南区企业服务中心工作简报')
  expect(long.run('第1期')?.y).toBeGreaterThan(long.run('城')?.y ?? Number.POSITIVE_INFINITY)
})

test('a tab stands behind the section’s name alone, which is white on its own colour', async () => {
  const { rules, run } = await firstPage({ section: { ornament: 'tab', rule: '1.5pt' } })
  const name = run('动态')
  const foot = rules.find(({ height }) => height === 1.5)
  const tab = rules.find(({ y, height }) => foot && Math.abs(y + height - foot.y - 1.5) < 0.01 && height > 5)
  expect(name?.colour).toBe('#ffffff')
  expect(tab?.width).toBeLessThan(0.3 * (foot?.width ?? 0))
  expect(tab?.x).toBeLessThan(name?.xs[0] ?? 0)
  expect((tab?.x ?? 0) + (tab?.width ?? 0)).toBeGreaterThan((name?.xs.at(-1) ?? 0) + (name?.size ?? 0))
})

test('a rule above a headline stands clear of it, and the words of a table’s head have their colour', async () => {
  const house = { heading: { top_rule: '1.25pt' }, table: { head_color: COLOUR } }
  const { rules, run } = await firstPage(house)
  const rule = rules.find(({ height }) => height === 1.25)
  const title = run('检修供水')
  expect(rule?.y).toBeLessThan((title?.y ?? 0) - (title?.size ?? 0))
  expect(run('甲')?.colour).toBe(COLOUR)
  expect(run('一')?.colour).toBe('black')
})

test('a section’s name that is not to be printed is not', async () => {
  const { run } = await firstPage({ section: { name: 'hidden' } })
  expect(run('动态')).toBeUndefined()
  expect(run('检修供水')).toBeDefined()
})

test('the lines beside the name end with the type area, above the foot of its characters', async () => {
  const beside = { masthead: { issue_place: 'beside', name_spread: 0.3 }, type: LEFT }
  const { rules, run } = await firstPage(beside)
  const widest = rules.reduce((all, one) => (one.width > all.width ? one : all))
  const [name, date] = ['城', '2026年1月5日'].map(run)
  const end = (date?.xs.at(-1) ?? 0) + (date?.size ?? 0)
  expect(end).toBeLessThanOrEqual(widest.x + widest.width + 0.1)
  expect(end).toBeGreaterThan(widest.x + widest.width - 40)
  expect(date?.y).toBeGreaterThan((name?.y ?? 0) - (name?.size ?? 0))
})
