import { expect, test } from 'vitest'
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

test('one right below a table across the columns is not', () => {
  const table = element([box(4)], { block: { kind: 'table' } as unknown as ShapedBlock })
  expect(told([credit], table)).toEqual([])
})
