import { expect, test } from 'vitest'
import type { DisplayList } from '../../src/display/display-list.ts'
import { mainBox, withPages } from '../../src/preview/page/shown-pages.ts'
import { firstDifference, nearestFirst, pageOfPlace } from '../../src/preview/pages-to-tell.ts'
import type { ScreenPage } from '../../src/preview/protocol.ts'

test('where two states of the texts differ', () => {
  const long = '字'.repeat(10_000)
  const of = (text: string) =>
    new Map([
      ['a', long],
      ['b', text],
    ])
  expect(firstDifference(of(long), of(long))).toBeNull()
  expect(firstDifference(of(long), of(`${long.slice(0, 9000)}x${long.slice(9000)}`))).toEqual({
    file: 'b',
    offset: 9000,
  })
  expect(firstDifference(of(long), of(long.slice(0, 8192)))?.offset).toBe(8192)
  expect(firstDifference(new Map(), of('new'))).toBeNull()
})

test('the page of a place is looked for among those that changed', () => {
  const item = (file: string, from: number, to: number) => ({ span: { file, from, to } })
  const pages = [[item('a', 0, 9)], [item('b', 0, 9)], [item('a', 10, 19)], [item('a', 10, 19)]]
  const list = { pages: pages.map((items) => ({ items })) } as unknown as DisplayList
  expect(pageOfPlace(list, [0, 1, 3], { file: 'a', offset: 12 })).toBe(3)
  expect(pageOfPlace(list, [0, 1, 3], { file: 'a', offset: 30 })).toBeNull()
})

test('the pages nearest to the writer come first, and of two the next', () => {
  expect(nearestFirst(new Set([0, 1, 2, 3, 4, 9]), 3)).toEqual([3, 4, 2, 1, 0, 9])
})

test('pages come into their places; those not told of yet are empty, and none is left over', () => {
  const page = (text: string): ScreenPage => ({ width: 1, height: 1, items: [], text })
  const [a, b, c] = ['a', 'b', 'c'].map(page) as [ScreenPage, ScreenPage, ScreenPage]
  expect(withPages([], 3, [{ index: 1, page: b }])).toEqual([null, b, null])
  expect(withPages([a, null, c], 2, [{ index: 1, page: b }])).toEqual([a, b])
  const before = [a, b]
  expect(withPages(before, 2, [])).toBe(before)
})

test('a headline’s place is looked at before the contents line that repeats it', () => {
  const box = (page: number, height: number) => ({ page, x: 0, y: 0, width: 9, height })
  expect(mainBox([box(0, 11), box(2, 20), box(2, 20)])).toEqual(box(2, 20))
  expect(mainBox([])).toBeNull()
})
