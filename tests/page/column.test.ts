import { describe, expect, test } from 'vitest'
import { type BandFill, balanceBand, fillBand, fillToEnd } from '../../src/page/search/band.ts'
import { fillColumn } from '../../src/page/search/column.ts'
import { type ColumnFill, FLOW_BEGINNING } from '../../src/page/search/column-fill.ts'
import { columnContent } from '../../src/page/search/column-strips.ts'
import { BREAK, HOLE, PARAGRAPH } from '../../src/page/search/costs.ts'
import { QUICK, THOROUGH } from '../../src/page/search/effort.ts'
import type { FlowElement } from '../../src/page/search/elements.ts'
import { bandTask, box, element, paragraph, settingOf, text } from './boxes.ts'

function best(flow: readonly FlowElement[], height: number): ColumnFill {
  return fillColumn(
    { flow, height, endHole: true, full: true, effort: QUICK },
    FLOW_BEGINNING,
  )[0] as ColumnFill
}

function balanced(flow: readonly FlowElement[], columns: number, height = 43): number[] {
  return (balanceBand(bandTask(flow, columns, height), FLOW_BEGINNING) as BandFill).columns.map(
    (fill) => fill.rows,
  )
}

/** The best way of filling two columns. */
function columns(flow: readonly FlowElement[], height: number): [ColumnFill, ColumnFill] {
  const [band] = fillBand(bandTask(flow, 2, height), FLOW_BEGINNING) as [BandFill]
  return [...band.columns] as [ColumnFill, ColumnFill]
}

/** Elements of a column from the top, pictures at the foot after a stroke. */
function order(flow: readonly FlowElement[], fill: ColumnFill): string {
  const { strips, foot } = columnContent(flow, fill)
  const names = (list: readonly { element: number }[]) =>
    [...new Set(list.map((one) => one.element))].join('')
  return foot.length > 0 ? `${names(strips)}|${names(foot)}` : names(strips)
}

describe('one column', () => {
  test('ends where no line is stranded', () => {
    expect(best([text(5), text(6)], 6).rows).toBe(5)
    expect(best([text(5), text(6)], 10).rows).toBe(9)
  })

  test('never parts a heading from two lines of its text', () => {
    const heading = element([box(2, BREAK.keep)])
    const flow = [text(6), heading, paragraph([1, 1, 1, 1], 2, 2, 2)]
    expect(best(flow, 9).rows).toBe(6)
    expect(best(flow, 10).rows).toBe(10)
  })

  test('a credit never begins the next column alone', () => {
    const credit = element([box(1)], { keepsPrevious: true })
    expect(best([text(6), credit, text(4)], 6).rows).toBe(4)
  })

  test('a paragraph set one line longer closes a hole', () => {
    const loose = { ...settingOf(text(7).settings[0]?.strips ?? []), cost: 6, note: 'loosened' } as const
    const first = { ...text(6), settings: [...text(6).settings, loose] }
    const fill = best([first, text(3)], 7)
    expect(fill.rows).toBe(7)
    expect(order([first, text(3)], fill)).toBe('0')
  })

  test('a forced start leaves the rest of the column empty without complaint', () => {
    const fill = best([text(4), element([box(2)], { startsColumn: true })], 20)
    expect([fill.rows, fill.cost]).toEqual([4, 0])
  })

  test('blank lines are dropped at the head of a column', () => {
    const blank = element([{ ...box(1), blank: true }])
    expect(best([blank, text(4), text(9)], 6).rows).toBe(6)
  })

  test('a table row carries its header into the next column', () => {
    const head = box(1, BREAK.keep)
    const rows = [box(1, BREAK.keep), box(1), box(1), { ...box(1), carry: head }]
    const flow = [element(rows)]
    const [first, second] = columns(flow, 3)
    expect([first.rows, second.rows]).toEqual([3, 2])
  })
})

describe('pictures', () => {
  const picture = (group = 'a') => element([box(4)], { floatCost: 0, group })

  test('stand at the head of the next column rather than leave a hole', () => {
    const flow = [text(6), picture(), text(12)]
    const [first, second] = columns(flow, 9)
    expect([first.rows, order(flow, second)]).toEqual([9, '12'])
  })

  test('do not leave their article', () => {
    const flow = [text(6), picture(), text(2), { ...text(12), group: 'b' }]
    const fill = best(flow, 20)
    expect([fill.rows, order(flow, fill)]).toEqual([20, '0123'])
  })

  test('placed ones stay when they can', () => {
    const placed = element([box(4)], { floatCost: 250 })
    const flow = [text(6), placed, text(10)]
    expect(order(flow, best(flow, 20))).toBe('012')
  })
})

describe('balance', () => {
  test('odd lines go to the left', () => {
    expect(balanced([text(9)], 2)).toEqual([5, 4])
    expect(balanced([text(20)], 3)).toEqual([7, 7, 6])
    expect(balanced([text(19)], 3)).toEqual([7, 6, 6])
  })

  test('is given up by as little as the rules need', () => {
    expect(balanced([text(3), text(3), text(3)], 2)).toEqual([6, 3])
    expect(balanced([element([box(7)]), text(4)], 2)).toEqual([7, 4])
  })

  test('does not fit where the height is less than the share', () => {
    expect(balanceBand(bandTask([text(50)], 2, 20), FLOW_BEGINNING)).toBeNull()
  })

  test('below what reaches past its page what is left is set where it is, on less than no lines', () => {
    const [column] = fillToEnd(bandTask([text(1)], 1, -1), FLOW_BEGINNING)?.columns ?? []
    expect(column?.rows).toBe(1)
  })
})

describe('full columns', () => {
  const early = (flow: readonly FlowElement[], height: number) =>
    fillColumn({ flow, height, endHole: true, full: true, effort: THOROUGH }, FLOW_BEGINNING)[0] as ColumnFill

  test('do not stop two lines short in the middle of a paragraph for the sake of the next', () => {
    const prices = [1, 2].map((short) => {
      const fills = fillColumn(
        { flow: [text(12)], height: 6, endHole: true, full: true, effort: THOROUGH },
        FLOW_BEGINNING,
      )
      return fills.find((fill) => fill.rows === 6 - short)?.cost ?? 0
    })
    expect(prices[1]).toBeGreaterThan((prices[0] as number) + 900)
  })

  test('have a picture at their foot above where it would be met rather than a hole', () => {
    const flow = [text(6), element([box(8, BREAK.keep)]), element([box(4)], { floatCost: 0 }), text(9)]
    const fill = early(flow, 10)
    expect([fill.rows, fill.foot]).toEqual([10, [2]])
    expect(order(flow, fill)).toBe('0|2')
  })

  test('but none above the first text of its article', () => {
    const flow = [text(6), { ...text(8), group: 'b' }, element([box(4)], { floatCost: 0, group: 'b' })]
    expect(early(flow.with(1, element([box(8)], { group: 'b' })), 10).foot).toEqual([])
  })

  test('may have a picture a line taller at their foot', () => {
    const tall = { ...settingOf([box(5)]), cost: 9, note: 'height' } as const
    const picture = element([box(4)], { floatCost: 0 })
    const flow = [text(5), { ...picture, settings: [...picture.settings, tall] }, element([box(12)])]
    const fill = best(flow, 10)
    expect(fill.rows).toBe(10)
    expect(columnContent(flow, fill).foot.concat(columnContent(flow, fill).strips).length).toBe(6)
  })
})

describe('the example of docs/page-search.md', () => {
  const heading = element([box(1, BREAK.keep), box(1, BREAK.keep)])
  const picture = element([box(4)], { floatCost: 0 })
  const [five, six] = [paragraph([1, 1, 1, 1, 1], 2, 2, 2), text(6)]

  test('a line stays empty, the picture stands at the next head, two lines go over', () => {
    const flow = [heading, five, picture, six]
    const [band] = fillBand(bandTask(flow, 2, 8), FLOW_BEGINNING) as [BandFill]
    expect(band.columns.map((fill) => order(flow, fill))).toEqual(['01', '23'])
    expect(band.columns.map(({ rows }) => rows)).toEqual([7, 8])
    expect(band.to.at).toEqual({ element: 3, setting: 0, strip: 4 })
    expect(band.cost).toBe(HOLE.line)
  })

  test('with a setting of six lines the column is full, for less', () => {
    const longer = {
      ...settingOf(paragraph([1, 1, 1, 1, 1, 1], 2, 2, 2).settings[0]?.strips ?? []),
      cost: PARAGRAPH.changed,
    }
    const flow = [heading, { ...five, settings: [...five.settings, longer] }, picture, six]
    const [band] = fillBand(bandTask(flow, 2, 8), FLOW_BEGINNING) as [BandFill]
    expect(band.columns.map(({ rows }) => rows)).toEqual([8, 8])
    expect(band.cost).toBe(PARAGRAPH.changed)
  })
})
