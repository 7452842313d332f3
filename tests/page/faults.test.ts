import { describe, expect, test } from 'vitest'
import { QUICK, THOROUGH } from '../../src/page/search/effort.ts'
import { faultyPages } from '../../src/page/search/faults.ts'
import { searchLayout } from '../../src/page/search/pages.ts'
import type { Zone } from '../../src/page/search/zone.ts'
import { box, element, text, zone } from './boxes.ts'

/** Pages of 10 lines in one column, filled. */
function layoutOf(zones: readonly Zone[]) {
  return searchLayout(zones, 10)
}

function faulty(zones: readonly Zone[]): number[] {
  return [...faultyPages(zones, layoutOf(zones), 10)]
}

const filled = (...flow: Zone['flow']) => [zone(flow, 1, { closes: 'filled' })]

describe('pages with something to win', () => {
  test('are none where two lines stay empty between paragraphs', () => {
    expect(faulty(filled(text(8), element([box(3)]), text(4)))).toEqual([])
  })

  test('are those with three lines empty', () => {
    expect(faulty(filled(text(7), element([box(4)]), text(4)))).toEqual([1])
  })

  test('are those with two lines empty in the middle of a paragraph', () => {
    expect(faulty(filled(text(4), element([box(4), box(3), box(4)])))).toEqual([1])
  })

  test('are none for the foot of the page', () => {
    expect(faulty([zone([text(4)], 1), zone([element([box(2)])], 1, { foot: true })])).toEqual([])
  })

  test('are the first too, where the colophon alone has no room on it', () => {
    const zones = [zone([element([box(9)])], 1), zone([element([box(2)])], 1, { foot: true })]
    expect(layoutOf(zones).pages).toBe(2)
    expect(faulty(zones)).toContain(1)
  })
})

describe('pictures go up', () => {
  /** Page 2 has four lines empty before a block; a picture met below it fills them only when it may go up. */
  const zones = filled(
    element([box(10)]),
    text(6),
    element([box(6)]),
    text(4),
    element([box(4)], { floatCost: 0 }),
    text(6),
  )
  const layout = layoutOf(zones)

  test('on the pages named, and on no others', () => {
    const on = (...pages: number[]) =>
      searchLayout(zones, 10, THOROUGH, { layout, stage: 0, on: new Set(pages) }).cost
    expect(faulty(zones)).toContain(2)
    expect(on(2)).toBeLessThan(layout.cost)
    expect(on(1)).toBe(layout.cost)
    expect(searchLayout(zones, 10, THOROUGH).cost).toBe(on(2))
    expect(searchLayout(zones, 10, QUICK).cost).toBe(layout.cost)
  })
})
