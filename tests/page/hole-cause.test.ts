import fc from 'fast-check'
import { expect, test } from 'vitest'
import { holeCause } from '../../src/page/fit/complaints.ts'
import type { ColumnStart } from '../../src/page/search/column-fill.ts'
import { BREAK } from '../../src/page/search/costs.ts'
import { THOROUGH } from '../../src/page/search/effort.ts'
import type { FlowElement } from '../../src/page/search/elements.ts'
import { searchLayout } from '../../src/page/search/pages.ts'
import type { ShapedBlock } from '../../src/text/shaped-text.ts'
import { box, element, text, zone } from './boxes.ts'

const figure = { block: { kind: 'figure' } as ShapedBlock }
const heading = { block: { kind: 'heading' } as ShapedBlock }

/** A paragraph, a picture that stays where it is met, or a heading with its two lines of text. */
const piece = fc.oneof(
  fc.integer({ min: 1, max: 9 }).map((count) => [text(count)]),
  fc.integer({ min: 3, max: 9 }).map((rows) => [element([box(rows)], figure)]),
  fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 3, max: 8 }))
    .map(([rows, count]) => [element([box(rows, BREAK.keep)], heading), text(count, 2, 2)]),
)

/** Every fuller end of a column, walked strip by strip: lines it takes, and the price of ending there. */
function fullerEnds(flow: readonly FlowElement[], { at }: ColumnStart, hole: number): number[] {
  const prices: number[] = []
  let rows = 0
  for (let one = at.element; one < flow.length; one += 1) {
    const strips = flow[one]?.settings[0]?.strips ?? []
    for (let k = one === at.element ? at.strip : 0; k < strips.length; k += 1) {
      rows += strips[k]?.rows ?? 0
      if (rows > hole) return prices
      prices.push(strips[k]?.breakAfter ?? 0)
    }
  }
  return prices
}

/** The rule that the cheapest fuller end would break; `later` where it only makes what follows worse. */
function ruleAgainst(price: number): string {
  if (price >= BREAK.keep) return 'kept'
  return price >= BREAK.strandedFirst ? 'stranded' : 'later'
}

test('a hole’s cause is the one that trying every fuller end shows', () => {
  let holes = 0
  fc.assert(
    fc.property(
      fc.array(piece, { minLength: 3, maxLength: 9 }),
      fc.integer({ min: 8, max: 14 }),
      (pieces, rows) => {
        const flow = pieces.flat()
        const { bands } = searchLayout([zone(flow, 1)], rows, THOROUGH)
        for (const { fill, runsOn } of bands) {
          const [column] = fill.columns
          const hole = rows - (column?.rows ?? 0)
          if (!runsOn || column === undefined || hole < 3) continue
          holes += 1
          const cause = holeCause(flow, column.to, hole)
          const prices = fullerEnds(flow, column.to, hole)
          const next = flow[column.to.at.element]?.block?.kind
          if (prices.length === 0) expect(cause).toBe(next === 'figure' ? 'picture' : 'heading')
          else expect(cause).toBe(ruleAgainst(Math.min(...prices)))
        }
      },
    ),
    { numRuns: 300 },
  )
  expect(holes).toBeGreaterThan(20)
})
