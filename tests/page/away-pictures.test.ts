import { expect, test } from 'vitest'
import { classic } from '../../src/design/classic.ts'
import { faultyPages } from '../../src/page/search/faults.ts'
import type { Layout } from '../../src/page/search/layout.ts'
import type { Zone } from '../../src/page/search/zone.ts'
import { composed, figure, headline, lines, picture } from './blocks.ts'
import { box, element, zone } from './boxes.ts'

const other = { place: { section: 0, article: 1 } }
const told = (...blocks: Parameters<typeof composed>[0]) =>
  composed(blocks, undefined, classic).diagnostics.flatMap(({ code, values }) =>
    code === 'I-PICTURE-AWAY' ? [values.page] : [],
  )

test('a picture on a page without words of its article is told, one with them or made for a page is not', () => {
  const tall = (more = {}) => figure({ ...more, pictures: [picture({ ratio: 1.2 })] })
  const next = [headline('别的', other), lines(60, other)]
  expect(told(headline('题'), lines(4), tall(), ...next)).toEqual([])
  const alone = { place: { section: 0, article: 2 } }
  expect(told(headline('题'), lines(60), { ...tall(), ...alone }, ...next)).toHaveLength(1)
  expect(told(headline('题'), lines(60), { ...tall({ gallery: true }), ...alone }, ...next)).toEqual([])
})

test('a page before one that begins with a picture of an article that is over is looked at again', () => {
  const flow = [
    element([box(5)], { group: 'a' }),
    element([box(4)], { group: 'a', floatCost: 0 }),
    element([box(9)], { group: 'b' }),
  ]
  const at = (number: number) => ({ at: { element: number, setting: 0, strip: 0 }, pending: [] })
  const column = (head: number[], from: number, to: number, rows: number, inline: number[] = []) => ({
    columns: [
      {
        head,
        foot: [],
        inline,
        late: [],
        choices: null,
        breakCost: 0,
        rows,
        cost: 0,
        from: at(from),
        to: at(to),
      },
    ],
    rows,
    to: at(to),
    cost: 0,
  })
  const layout = (head: number[]) =>
    ({
      cost: 0,
      pages: 2,
      bands: [
        { zone: 0, page: 1, row: 0, fill: column([], 0, 2, 12), runsOn: true },
        { zone: 0, page: 2, row: 0, fill: column(head, 2, 3, 12), runsOn: false },
      ],
    }) as unknown as Layout
  const zones = [zone(flow, 1)] as unknown as Zone[]
  expect([...faultyPages(zones, layout([1]), 12)]).toContain(1)
  expect([...faultyPages(zones, layout([]), 12)]).not.toContain(1)
  const met = (columns: number) => {
    const bands = [
      { zone: 0, page: 1, row: 0, fill: column([], 0, 1, 12), runsOn: true },
      { zone: 0, page: 2, row: 0, fill: column([], 1, 3, 12, [1]), runsOn: false },
    ]
    const laid = { cost: 0, pages: 2, bands } as unknown as Layout
    return [...faultyPages([zone(flow, columns)] as unknown as Zone[], laid, 12)]
  }
  expect(met(1)).toContain(1)
  expect(met(2)).not.toContain(1)
})
