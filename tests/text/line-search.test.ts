import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { breakLines, breakLinesByCount } from '../../src/text/break-lines.ts'
import { RELUCTANT } from '../../src/text/breaks.ts'
import { LINE_COST } from '../../src/text/costs.ts'
import { type Items, visibleEnd } from '../../src/text/items.ts'
import { contrastPrice, fitness, LinePricer } from '../../src/text/line-price.ts'
import { shapeText } from '../../src/text/shape.ts'
import { FORBIDDEN } from '../../src/text/uax14/break-opportunities.ts'
import { fakeFonts, styled, textOptions } from './fake-fonts.ts'

interface Way {
  readonly line: number
  readonly fit: number
  readonly total: number
  readonly tracking: number
}

/**
 * The same search with nothing left out: every line between two breaks is priced, but a last one of one character.
 * Best totals by line count; counts of `apart` and more are not kept apart.
 */
function everyLine(
  items: Items,
  room: (line: number) => number,
  tolerance: number,
  apart: number,
): Map<number, number> {
  const pricer = new LinePricer(items, 10)
  const ways: Way[][] = Array.from({ length: items.count + 1 }, () => [])
  ways[0]?.push({ line: 0, fit: 0, total: 0, tracking: 0 })
  for (let at = 0; at < items.count; at += 1) {
    for (let end = at + 1; end <= items.count; end += 1) {
      const kind = items.breaks[end - 1]
      if (at > 0 && at >= items.count - 1) continue
      if (kind === FORBIDDEN && end < items.count) continue
      for (const way of ways[at] ?? []) {
        const seen = visibleEnd(items, at, end)
        const last = end === items.count
        let price = pricer.justified(at, seen, room(way.line))
        if (last && pricer.natural(at, seen, room(way.line)) < Number.POSITIVE_INFINITY) price = 0
        else if (last) price = pricer.justified(at, seen, room(way.line)) + 600
        if (pricer.trackingEm > tolerance || price === Number.POSITIVE_INFINITY) continue
        price += LINE_COST.line + (kind === RELUCTANT && !last ? 150 : 0)
        const contrast = at === 0 ? 0 : contrastPrice(way.tracking, pricer.trackingEm)
        offer(ways[end] as Way[], {
          line: Math.min(way.line + 1, apart),
          fit: fitness(pricer.trackingEm),
          total: way.total + price + contrast,
          tracking: pricer.trackingEm,
        })
      }
    }
  }
  const best = new Map<number, number>()
  for (const way of ways[items.count] as Way[]) {
    best.set(way.line, Math.min(way.total, best.get(way.line) ?? Number.POSITIVE_INFINITY))
  }
  return best
}

function offer(ways: Way[], way: Way): void {
  const same = ways.findIndex((one) => one.line === way.line && one.fit === way.fit)
  if (same < 0) ways.push(way)
  else if (way.total < (ways[same] as Way).total) ways[same] = way
}

const piece = fc.oneof(
  { weight: 10, arbitrary: fc.constantFrom(...'国家企业工作安全生产检查新城集团公司') },
  fc.constantFrom('，', '。', '、', '“新”', '《条例》', '（试行）', '——', '12', '2023', 'GDP', ' ', '30%'),
)
// Han at the end, so that the last two clusters are no marks.
const paragraph = fc
  .array(piece, { minLength: 10, maxLength: 70 })
  .map((pieces) => `${pieces.join('')}工作人员`)

function shaped(text: string, measure: number) {
  const { items } = shapeText(styled(text), fakeFonts, textOptions)
  return { items, room: (line: number) => (line === 0 ? measure - 20 : measure) }
}

const options = { em: 10, uniformFrom: 1, justified: true }

describe('the search leaves out only what cannot be best', () => {
  test('for the best setting', () => {
    fc.assert(
      fc.property(paragraph, fc.integer({ min: 70, max: 240 }), (text, measure) => {
        const { items, room } = shaped(text, measure)
        const [best] = [0.05, 0.1]
          .map((one) => [...everyLine(items, room, one, 1).values()])
          .filter((all) => all.length > 0)
        if (best === undefined) return
        expect(breakLines(items, room, options).demerits).toBeCloseTo(Math.min(...best), 6)
      }),
    )
  })

  test('for each number of lines', () => {
    fc.assert(
      fc.property(paragraph, fc.integer({ min: 70, max: 240 }), (text, measure) => {
        const { items, room } = shaped(text, measure)
        const all = everyLine(items, room, 0.1, 100)
        const found = breakLinesByCount(items, room, options, [...Array(40).keys()])
        expect(found.length).toBe(all.size)
        for (const one of found) expect(one.demerits).toBeCloseTo(all.get(one.ends.length) as number, 6)
        for (const [count, total] of all) {
          const [alone] = breakLinesByCount(items, room, options, [count])
          expect(alone?.demerits).toBeCloseTo(total, 6)
        }
      }),
    )
  })
})
