import { describe, expect, test } from 'vitest'
import { twoColumn } from '../../src/design/two-column.ts'
import { wantedPages } from '../../src/page/fit/fit-report.ts'
import type { Found } from '../../src/page/fit/found-layout.ts'
import { difference } from '../../src/page/fit/line-difference.ts'

const { lines } = twoColumn.grid
const [TEXT, WIDE, FOOT] = [0, 1, 2]

/** A layout of bands: page, first row, rows of each column, and which zone: text, across the page, or the colophon. */
function found(
  pages: number,
  ...bands: readonly (readonly [number, number, readonly number[], number])[]
): Found {
  const layout = {
    pages,
    bands: bands.map(([page, row, columns, zone]) => ({
      page,
      row,
      zone,
      fill: { rows: Math.max(...columns), columns: columns.map((rows) => ({ rows })) },
    })),
  }
  const zones = [{ columns: 2 }, { columns: 1 }, { columns: 1, foot: true }]
  return { design: twoColumn, layout, zones } as unknown as Found
}

describe('column lines over or under the pages wanted', () => {
  test('free lines of the last page, in each of its columns', () => {
    expect(difference(found(1, [1, 0, [10, 10], TEXT]), 1)).toEqual({ over: 0, under: 2 * (lines - 10) })
  })

  test('the colophon takes its rows from all columns', () => {
    const one = found(1, [1, 0, [10, 10], TEXT], [1, 30, [4], FOOT])
    expect(difference(one, 1).under).toBe(2 * (lines - 10 - 4))
  })

  test('pages that are not begun are free as a whole; a full page is never less than full', () => {
    expect(difference(found(1, [1, 0, [lines, lines], TEXT]), 3).under).toBe(2 * 2 * lines)
    expect(difference(found(1, [1, 0, [lines, lines], TEXT], [1, lines, [4], FOOT]), 1).under).toBe(0)
  })

  test('what stands beyond the pages wanted, less what they have free', () => {
    const one = found(2, [1, 0, [lines - 3, lines - 3], TEXT], [2, 0, [9, 7], TEXT])
    expect(difference(one, 1)).toEqual({ over: 9 + 7 - 2 * 3, under: 0 })
  })

  test('beyond them too: a text across the page and the colophon count once for each column', () => {
    const wide = found(2, [1, 0, [lines, lines], TEXT], [2, 0, [9], WIDE], [2, 20, [4], FOOT])
    expect(difference(wide, 1).over).toBe(2 * 9 + 2 * 4)
  })
})

test.each([
  [3, 4],
  [4, 4],
  [5, 8],
  [9, 12],
])('of %d pages a multiple of four makes %d', (made, wanted) => {
  const fit = { mode: 'report', lineHeight: 0.6, image: 0.12, heading: 1 } as const
  expect(wantedPages({ pages: { multiple: 4 }, fit }, made)).toBe(wanted)
  expect(wantedPages({ pages: { count: 2 }, fit }, made)).toBe(2)
  expect(wantedPages({ pages: null, fit }, made)).toBeNull()
})
