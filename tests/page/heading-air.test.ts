import { describe, expect, test } from 'vitest'
import { builtInDesigns } from '../../src/design/built-in-designs.ts'
import { airierHeading, headingStack, setHeading } from '../../src/page/blocks/heading.ts'
import { BREAK } from '../../src/page/search/costs.ts'
import { THOROUGH } from '../../src/page/search/effort.ts'
import { searchLayout } from '../../src/page/search/pages.ts'
import { galley, headline, shaped, styled } from './blocks.ts'
import { box, element, settingOf, zone } from './boxes.ts'

const ASCENT = 0.88

describe.each(builtInDesigns.map((design) => [design.name, design] as const))('%s', (_, design) => {
  test.each(['headline', 'subhead', 'subhead3'] as const)('a %s has no less air above than below', (role) => {
    for (const text of ['一季度工作', '一季度工作会议在区政府召开并部署下一阶段的重点任务和时间安排']) {
      const rows = role === 'headline' ? design.rows.headlineOne : design.rows.subhead
      const { lineHeight } = design.grid
      const { size } = design.type[role]
      const [block] = shaped([
        headline(text, { role, rows, text: styled(text, { size, align: 'centre', headline: true }) }),
      ])
      const stack = headingStack(block as never, galley({ design, lineHeight }))
      for (const { strips } of [setHeading(stack), ...airierHeading(stack)]) {
        const [strip] = strips
        const lines = strip?.marks.flatMap((mark) => (mark.kind === 'text' ? [mark] : [])) ?? []
        const above = (lines[0] as (typeof lines)[number]).y - ASCENT * size
        const below = (strip?.rows ?? 0) * lineHeight - (lines.at(-1)?.y ?? 0) - (1 - ASCENT) * size
        expect(above).toBeGreaterThanOrEqual(below - 0.01)
      }
    }
  })
})

test('a sub-heading that has two lines stands in the middle of them', () => {
  const text = styled('一季度工作', { size: 10.5, headline: true })
  const [block] = shaped([headline('一季度工作', { role: 'subhead', rows: 1, text })])
  const [natural, airy] = [
    setHeading,
    (one: Parameters<typeof airierHeading>[0]) => airierHeading(one).at(-1),
  ].map((set) => set(headingStack(block as never, galley()))?.strips[0]?.marks[0] as { readonly y: number })
  expect((airy?.y as number) - (natural?.y as number)).toBeCloseTo(16.5 / 2, 5)
})

/** A heading of two lines, which may have a line or two of air. */
function airy(): ReturnType<typeof element> {
  const air = [1, 2].map((more) => ({
    ...settingOf([box(2 + more, BREAK.keep)]),
    cost: 80 * more * more,
    note: 'air' as const,
  }))
  const natural = element([box(2, BREAK.keep)])
  return { ...natural, settings: [...natural.settings, ...air] }
}

const whole = (rows: number) => element([box(rows)])
const rowsOf = (zones: Parameters<typeof searchLayout>[0]) =>
  searchLayout(zones, 12, THOROUGH).bands.map(({ page, row, fill }) => [page, row, fill.rows])

test('headings across the columns have air that the columns below would else lack at their feet', () => {
  const head = zone([whole(1)], 1)
  const body = (...rows: number[]) => zone(rows.map(whole), 2)
  const named = zone([airy()], 1, { headings: true, keepNext: 2 })
  // Of nine lines both columns fill six: the heading takes one.
  expect(rowsOf([head, named, body(6, 6, 8, 8)])).toContainEqual([1, 4, 8])
  // Nothing is gained where they are full.
  expect(rowsOf([head, named, body(9, 9, 8, 8)])).toContainEqual([1, 3, 9])
  // Another zone is no heading, and stays as it is.
  expect(rowsOf([head, zone([airy()], 1, { keepNext: 2 }), body(6, 6, 8, 8)])).toContainEqual([1, 3, 9])
})

test('a heading first in the only column has air below something else, and none at the page’s head', () => {
  const flow = [airy(), whole(4), whole(9)]
  expect(rowsOf([zone([whole(1)], 1), zone(flow, 1)]).slice(0, 2)).toEqual([
    [1, 0, 1],
    [1, 1, 11],
  ])
  const used = (zones: Parameters<typeof searchLayout>[0]) =>
    searchLayout(zones, 12, THOROUGH).bands.map(({ fill }) => fill.columns[0]?.rows)
  expect(used([zone([whole(1)], 1), zone(flow, 1)])).toEqual([1, 8, 9])
  expect(used([zone(flow, 1)])).toEqual([6, 9])
})

test('a headline is parted from its text last: a broken keep of any other kind is cheaper', () => {
  const [head] = shaped([headline('题')])
  const [strip] = setHeading(headingStack(head as never, galley())).strips
  expect(strip?.breakAfter).toBeGreaterThan(BREAK.keep)
})
