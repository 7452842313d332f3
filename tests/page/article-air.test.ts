import { expect, test } from 'vitest'
import { withArticleAir } from '../../src/page/make-up/article-air.ts'
import type { PlannedZone } from '../../src/page/make-up/zones.ts'
import { columnContent } from '../../src/page/search/column-strips.ts'
import { BREAK } from '../../src/page/search/costs.ts'
import { THOROUGH } from '../../src/page/search/effort.ts'
import type { FlowElement } from '../../src/page/search/elements.ts'
import { searchLayout } from '../../src/page/search/pages.ts'
import type { ShapedBlock } from '../../src/text/shaped-text.ts'
import { box, element, settingOf, zone } from './boxes.ts'

const whole = (rows: number, article: number) => element([box(rows)], { place: { section: 0, article } })

/** A heading of two lines, which may have a line of air when it is asked. */
const heading = (article: number): FlowElement =>
  element([box(2, BREAK.keep)], {
    block: { kind: 'heading' } as ShapedBlock,
    place: { section: 0, article },
    refine: () => [{ ...settingOf([box(3, BREAK.keep)]), cost: 80, note: 'air' }],
  })

/** Lines of the columns of the first page, twelve lines tall, and of what stands in the first. */
function firstPage(flow: readonly FlowElement[]) {
  const zones = [{ ...zone(flow, 2), text: true } as unknown as PlannedZone]
  const { zones: aired, layout } = withArticleAir({ zones, layout: searchLayout(zones, 12, THOROUGH) })
  const { columns } = (layout.bands[0] as (typeof layout.bands)[number]).fill
  const strips = columnContent(aired[0]?.flow ?? [], columns[0] as (typeof columns)[number]).strips
  return { rows: columns.map((one) => one.rows), strips: strips.map(({ strip }) => strip.rows) }
}

const rest = [whole(12, 2), whole(9, 2), whole(9, 2)]

test('a line that a column lacks stands above the headline in it that follows another article', () => {
  const found = firstPage([whole(5, 0), heading(1), whole(4, 1), ...rest])
  expect(found).toEqual({ rows: [12, 12], strips: [5, 3, 4] })
})

test('two lines stand above two headlines, and one of two alone', () => {
  const two = [whole(2, 0), heading(1), whole(2, 1), heading(2), whole(2, 2), ...rest]
  expect(firstPage(two)).toEqual({ rows: [12, 12], strips: [2, 3, 2, 3, 2] })
  expect(firstPage([whole(4, 0), heading(1), whole(4, 1), ...rest]).strips).toEqual([4, 3, 4])
})

test('in a page of one column all headlines have a line, or none has', () => {
  const strips = (flow: readonly FlowElement[]) => {
    const zones = [{ ...zone([...flow, ...rest], 1), text: true } as unknown as PlannedZone]
    const { zones: aired, layout } = withArticleAir({ zones, layout: searchLayout(zones, 12, THOROUGH) })
    const [fill] = (layout.bands[0] as (typeof layout.bands)[number]).fill.columns
    return columnContent(aired[0]?.flow ?? [], fill as never).strips.map(({ strip }) => strip.rows)
  }
  const two = (last: number) => [whole(2, 0), heading(1), whole(2, 1), heading(2), whole(last, 2)]
  expect(strips(two(2))).toEqual([2, 3, 2, 3, 2])
  expect(strips(two(3))).toEqual([2, 2, 2, 2, 3])
  expect(strips([whole(4, 0), heading(1), whole(5, 1)])).toEqual([4, 3, 5])
})

test('no heading is moved at a column’s head, in its own article, in a full column or above a tall hole', () => {
  expect(firstPage([heading(0), whole(9, 0), ...rest]).strips).toEqual([2, 9])
  expect(firstPage([whole(5, 0), heading(0), whole(4, 0), ...rest]).strips).toEqual([5, 2, 4])
  expect(firstPage([whole(5, 0), heading(1), whole(5, 1), ...rest]).strips).toEqual([5, 2, 5])
  expect(firstPage([whole(4, 0), heading(1), whole(3, 1), ...rest]).strips).toEqual([4, 2, 3])
})

test('columns that are closed level stay as they are', () => {
  expect(firstPage([whole(5, 0), heading(1), whole(4, 1), whole(12, 1)]).strips).toEqual([5, 2, 4])
})

const subhead = (): FlowElement => ({
  ...heading(0),
  block: { kind: 'heading', role: 'subhead' } as ShapedBlock,
})

test('lines that are left go round sub-headings, to all of a column or to none', () => {
  expect(firstPage([whole(5, 0), subhead(), whole(4, 0), ...rest])).toEqual({
    rows: [12, 12],
    strips: [5, 3, 4],
  })
  const two = (lines: number) => [whole(2, 0), subhead(), whole(2, 0), subhead(), whole(lines, 0), ...rest]
  expect(firstPage(two(2)).strips).toEqual([2, 3, 2, 3, 2])
  expect(firstPage(two(3)).strips).toEqual([2, 2, 2, 2, 3])
  expect(firstPage([subhead(), whole(9, 0), ...rest]).strips).toEqual([2, 9])
  expect(firstPage([subhead(), whole(3, 0), subhead(), whole(4, 0), ...rest]).strips).toEqual([2, 3, 3, 4])
})

test('a headline that follows another article has the first line', () => {
  const both = [whole(2, 0), heading(1), whole(3, 1), { ...subhead(), place: { section: 0, article: 1 } }]
  expect(firstPage([...both, whole(2, 1), ...rest]).strips).toEqual([2, 3, 3, 2, 2])
})
