import { expect, test } from 'vitest'
import { balanceBand } from '../../src/page/search/band.ts'
import { FLOW_BEGINNING } from '../../src/page/search/column-fill.ts'
import { type Effort, THOROUGH } from '../../src/page/search/effort.ts'
import type { FlowElement, Setting } from '../../src/page/search/elements.ts'
import { searchLayout } from '../../src/page/search/pages.ts'
import { reckoned } from '../../src/page/search/reckoned.ts'
import type { Insert, Zone } from '../../src/page/search/zone.ts'
import { bandTask, box, element, settingOf, text, zone } from './boxes.ts'

/** All effort, and how often a column was filled from every place that the one before it ends at: the work of a search. */
function counted(): { effort: Effort; steps: () => number } {
  let steps = 0
  const effort = {
    ...THOROUGH,
    get ends() {
      steps += 1
      return THOROUGH.ends
    },
  }
  return { effort, steps: () => steps }
}

/** Paragraphs of several lengths, with a picture across the columns of four heights below every sixth. */
function withPicturesAcross(pictures: number): Zone[] {
  const flow = Array.from({ length: pictures * 6 }, (_, index) => text(3 + ((index * 5) % 7)))
  const inserts: Insert[] = Array.from({ length: pictures }, (_, index) => ({
    element: index * 6 + 4,
    zone: index + 1,
    rows: 14,
    setting: 0,
    group: 'a',
    later: 1,
    earlier: 1,
    placed: false,
  }))
  const heights = Array.from({ length: 4 }, (_, less) => ({ ...settingOf([box(14 - less)]), cost: less * 9 }))
  const picture = { ...element([box(14)]), settings: heights }
  return [zone(flow, 2, { inserts }), ...inserts.map(() => zone([picture], 1, { inserted: true }))]
}

/** Columns tried by a search with all effort for so many pictures across the columns. */
function work(pictures: number): number {
  const { effort, steps } = counted()
  searchLayout(withPicturesAcross(pictures), 30, effort)
  return steps()
}

test('a place on a page is gone on from once, and never where it is too dear', () => {
  // Of its last two pages every end is wanted; of each further picture a fifth of the ways that there are (1,233).
  expect(work(2)).toBeLessThanOrEqual(450)
  expect((work(8) - work(2)) / 6).toBeLessThanOrEqual(245)
})

/** Two pictures across the columns, each below so many paragraphs, most of a page's and more away from where one begins. */
function withPicturesFarOff(between: number): Zone[] {
  const flow = Array.from({ length: 2 * between }, (_, index) => text(3 + ((index * 5) % 7)))
  const inserts: Insert[] = [1, 2].map((index) => ({
    element: index * between - 2,
    zone: index,
    rows: 14,
    setting: 0,
    group: 'a',
    later: 1,
    earlier: 1,
    placed: false,
  }))
  const picture = element([box(14)])
  return [zone(flow, 2, { inserts }), ...inserts.map(() => zone([picture], 1, { inserted: true }))]
}

test('no columns are filled above a picture that they cannot reach', () => {
  const { effort, steps } = counted()
  searchLayout(withPicturesFarOff(40), 30, effort)
  // 323; 467 where it is tried on every page.
  expect(steps()).toBeLessThanOrEqual(330)
})

/** Twenty paragraphs of five lines, which may be set longer, and never shorter. */
function loosenable(): FlowElement[] {
  const settings = [5, 6].map((rows) => ({ ...(text(rows).settings[0] as Setting), cost: (rows - 5) * 6 }))
  return Array.from({ length: 20 }, () => ({ ...text(5), settings }))
}

test('level columns are not filled at heights into which no setting makes all fit', () => {
  const { effort, steps } = counted()
  const flow = loosenable()
  const task = { ...bandTask(flow, 2, 49), page: 60, effort, reckoned: reckoned(flow, effort) }
  expect(balanceBand(task, FLOW_BEGINNING)).toBeNull()
  expect(steps()).toBe(0)
  expect(balanceBand({ ...task, height: 50 }, FLOW_BEGINNING)?.rows).toBe(50)
})
