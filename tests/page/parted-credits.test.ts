import { describe, expect, test } from 'vitest'
import { partedCredits } from '../../src/page/fit/parted-credits.ts'
import { searchLayout } from '../../src/page/search/pages.ts'
import type { ShapedBlock } from '../../src/text/shaped-text.ts'
import { box, element, text, zone } from './boxes.ts'

const credit = element([box(1)], {
  block: { kind: 'paragraph', role: 'credit', span: null } as unknown as ShapedBlock,
})

/** Where credits are told to be parted: a picture across the columns that may not move stands above `below`. */
function told(below: Parameters<typeof zone>[0], above = element([box(4)])) {
  const insert = { element: 1, zone: 1, rows: 4, setting: 0, group: 'a', later: 0, earlier: 0, placed: true }
  const zones = [zone([text(8), ...below], 2, { inserts: [insert] }), zone([above], 1, { inserted: true })]
  return partedCredits(zones, searchLayout(zones, 20)).map(({ code, values }) => [code, values])
}

test('a credit with nothing above it but a picture is told', () => {
  expect(told([credit])).toEqual([['W-KEEP', { page: 1, column: 2 }]])
})

test('one below words of its article is not', () => {
  expect(told([text(3), { ...credit, keepsPrevious: true }])).toEqual([])
})

describe('a credit below a table', () => {
  const table = element([box(4)], { block: { kind: 'table' } as unknown as ShapedBlock })
  const toldIn = (zones: Parameters<typeof searchLayout>[0]) =>
    partedCredits(zones, searchLayout(zones, 20)).map(({ values }) => values)

  test('that stands across the columns is not told', () => {
    expect(told([credit], table)).toEqual([])
    expect(toldIn([zone([text(8)], 2), zone([table], 1), zone([credit], 2)])).toEqual([])
  })

  test('is told on the next page, in another column, or where the table stands in columns', () => {
    const next = zone([credit], 2, { startsPage: true })
    expect(toldIn([zone([text(8)], 2), zone([table], 1), next])).toEqual([{ page: 1, column: 1 }])
    const second = zone([element([box(4)]), credit], 2)
    expect(toldIn([zone([table], 1), second])).toEqual([{ page: 1, column: 1 }])
    expect(toldIn([zone([text(3), table], 2), zone([credit], 2)])).toEqual([{ page: 1, column: 2 }])
  })
})
