import { expect, test } from 'vitest'
import { FIRST } from '../../src/page/search/effort.ts'
import { searchLayout } from '../../src/page/search/pages.ts'
import { refined } from '../../src/page/search/refine.ts'
import { box, element, settingOf, text, zone } from './boxes.ts'

test('a picture that waits because its column is too short may have other heights', () => {
  const lower = { ...settingOf([box(14)]), note: 'height' as const }
  const picture = element([box(17)], { floatCost: 250, refine: () => [lower] })
  const credit = element([box(1)], { keepsPrevious: true })
  const zones = [zone([text(3), picture, credit, { ...text(30), group: 'b' }], 2)]
  const layout = searchLayout(zones, 18, FIRST)
  const [first] = layout.bands
  expect(first?.fill.columns.map((fill) => fill.to.pending)).toEqual([[1], []])
  expect(refined(zones, layout, 18)?.[0]?.flow[1]?.settings.map(({ rows }) => rows)).toEqual([17, 14])
})

test('so may a picture across the columns that stands on a page without words of its article', () => {
  const lower = { ...settingOf([box(7)]), note: 'height' as const }
  const picture = element([box(9)], { refine: () => [lower] })
  const insert = { element: 1, zone: 1, rows: 9, setting: 0, later: 0, earlier: 0, placed: false }
  const heights = (group: string) => {
    const inserts = [{ ...insert, group }]
    const zones = [
      zone([text(36), { ...text(4), group: 'b' }], 2, { inserts }),
      zone([picture], 1, { inserted: true }),
    ]
    return refined(zones, searchLayout(zones, 18, FIRST), 18)?.[1]?.flow[0]?.settings.map(({ rows }) => rows)
  }
  expect(heights('a')).toEqual([9, 7])
  expect(heights('b')).toBeUndefined()
})

test('and one at the foot of a column that is short', () => {
  const lower = { ...settingOf([box(6)]), note: 'height' as const }
  const picture = element([box(8)], { floatCost: 0, refine: () => [lower] })
  const next = element([box(6)], { group: 'b' })
  const zones = [zone([text(4), picture, element([box(4)]), next, { ...text(30), group: 'b' }], 1)]
  const layout = searchLayout(zones, 18, FIRST)
  expect(layout.bands[0]?.fill.columns[0]?.foot).toEqual([1])
  expect(refined(zones, layout, 18)?.[0]?.flow[1]?.settings.map(({ rows }) => rows)).toEqual([8, 6])
})
