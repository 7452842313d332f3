import { describe, expect, test } from 'vitest'
import { affordableTracking, contrastPrice, LinePricer } from '../../src/text/line-price.ts'
import { setParagraph } from '../../src/text/set-paragraph.ts'
import { shapeText } from '../../src/text/shape.ts'
import { golden } from '../golden.ts'
import { fakeFonts, styled, textOptions } from './fake-fonts.ts'

/** A text as one line, in em of 10 pt: what it costs to be so much shorter or longer than it is. */
function priced(text: string) {
  const { items } = shapeText(styled(text), fakeFonts, textOptions)
  const pricer = new LinePricer(items, 10)
  const natural = pricer.naturalWidth(0, items.count)
  return {
    natural: natural / 10,
    price: (moreEm: number) => pricer.justified(0, items.count, natural + moreEm * 10),
    pricer,
  }
}

const END_MARK = '国家企业。工作'
const COMMA = '国家企业，工作'
const BRACKET = '国家（企业）工作'
const GAP = '国家GDP工作'
const PLAIN = '国家企业工作'

describe('the price of a line', () => {
  test('is nothing at its natural width, and rises with every bit it is moved', () => {
    for (const text of [END_MARK, COMMA, BRACKET, GAP]) {
      const { price } = priced(text)
      expect(price(0)).toBe(0)
      for (const sign of [-1, 1]) {
        const prices = [0.05, 0.1, 0.2].map((em) => price(sign * em))
        expect(prices[0]).toBeGreaterThan(0)
        expect(prices).toEqual([...prices].sort((a, b) => a - b))
        expect(new Set(prices).size).toBe(3)
      }
    }
  })

  test('squeezes a bracket rather than a comma, a comma rather than a gap, an end mark last (R50)', () => {
    // Each to a half of what it has.
    const halves = [priced(BRACKET).price(-0.5), priced(COMMA).price(-0.25), priced(GAP).price(-0.125)]
    const all = [...halves, priced(END_MARK).price(-0.25)]
    expect(all).toEqual([...all].sort((a, b) => a - b))
    expect(new Set(all).size).toBe(4)
  })

  test('takes from one class all it has before the next is touched', () => {
    const { price } = priced('国家，企业。工作')
    const comma = priced(COMMA)
    expect(price(-0.5)).toBeCloseTo(comma.price(-0.5), 6)
    expect(price(-0.75)).toBeCloseTo(comma.price(-0.5) + priced(END_MARK).price(-0.25), 6)
  })

  test('finds no room at a line’s edges, whose blanks are gone already', () => {
    for (const text of ['国家企业。', '国家企业，', '（国家企业']) {
      expect(priced(text).natural).toBe(4.5)
      expect(priced(text).price(-0.1)).toBe(Number.POSITIVE_INFINITY)
    }
    // The one inside still has its own.
    expect(priced('国，家企业。').price(-0.5)).toBeCloseTo(priced(COMMA).price(-0.5), 6)
    expect(priced('国，家企业。').price(-0.6)).toBe(Number.POSITIVE_INFINITY)
    expect(priced('（国）家企业').price(-0.5)).toBeLessThan(Number.POSITIVE_INFINITY)
    expect(priced('（国）家企业').price(-0.6)).toBe(Number.POSITIVE_INFINITY)
  })

  test('Han have nothing to give', () => {
    const { price, pricer } = priced(PLAIN)
    expect(price(-0.1)).toBe(Number.POSITIVE_INFINITY)
    expect(pricer.tooLong).toBe(true)
    expect(price(0.1)).toBeGreaterThan(0)
    expect(pricer.tooLong).toBe(false)
  })

  test('stretches gaps before Han, and tracks alike wherever it tracks', () => {
    const gap = priced(GAP)
    expect(gap.price(0.15)).toBeLessThan(priced(PLAIN).price(0.15))
    expect(gap.pricer.trackingEm).toBe(0)
    const plain = priced(PLAIN)
    plain.price(0.5)
    expect(plain.pricer.trackingEm).toBeCloseTo(0.1, 6)
    // Tracking costs by how much each place gets, not by how many there are.
    expect(priced('国家企业工作国家企业工').price(1)).toBeCloseTo(priced(PLAIN).price(0.5), 6)
  })

  test('more tracking than is right is a fault, priced far above', () => {
    const { price } = priced(PLAIN)
    const within = price(0.5) - price(0.45)
    expect(price(0.55) - price(0.5)).toBeGreaterThan(2 * within)
  })

  test('a difference between neighbours costs alike in both directions, and doubled more than double', () => {
    expect(contrastPrice(0.02, 0.02)).toBe(0)
    expect(contrastPrice(0.05, 0.01)).toBeCloseTo(contrastPrice(0.01, 0.05), 9)
    expect(contrastPrice(0.04, 0)).toBeGreaterThan(2 * contrastPrice(0.02, 0))
    expect(contrastPrice(0.12, 0)).toBeGreaterThan(4 * contrastPrice(0.06, 0))
  })

  test('what a price affords costs no more, and a little more tracking would', () => {
    for (const price of [50, 100, 400, 2000]) {
      const most = affordableTracking(price, 0.25)
      const { price: of } = priced(PLAIN)
      expect(of(5 * 0.9 * most * 0.999)).toBeLessThanOrEqual(price)
      expect(of(5 * most * 1.001)).toBeGreaterThan(price)
    }
  })

  test('the price list', () => {
    const moves = [-0.6, -0.5, -0.25, -0.1, 0, 0.1, 0.2, 0.4, 0.5, 0.8, 1.5, 3]
    const rows = [
      END_MARK,
      COMMA,
      BRACKET,
      GAP,
      PLAIN,
      '国·家？！企业',
      '（国，家）the “lot” 工作。',
      '国',
    ].map((text) => {
      const { natural, price } = priced(text)
      const prices = moves.map((em) => `${em}: ${Math.round(price(em) * 100) / 100}`)
      return `${text} ${natural} em\n  ${prices.join('  ')}`
    })
    const found = rows.join('\n')
    expect(found).toBe(golden('lines/prices.txt', found))
  })
})

describe('kerning', () => {
  const kerned = (pairs: Readonly<Record<string, number>>) => ({
    ...fakeFonts,
    chain: (...from: Parameters<typeof fakeFonts.chain>) =>
      fakeFonts.chain(...from).map((face) => ({
        ...face,
        kernEm: (a: number, b: number) => pairs[String.fromCodePoint(a) + String.fromCodePoint(b)] ?? 0,
      })),
  })
  const xsOf = (
    ...runs: readonly { readonly text: string; readonly size?: number; readonly family?: string }[]
  ) => {
    const base = styled('')
    const [run] = base.runs
    const text = {
      ...base,
      runs: runs.map(({ text: own, size = 10, family = '宋体' }) => ({
        ...(run as NonNullable<typeof run>),
        text: own,
        style: { ...(run as NonNullable<typeof run>).style, size, family },
      })),
    }
    const shaped = shapeText(text, kerned({ AV: -0.1, VA: -0.2, '1A': 0.3 }), textOptions)
    return setParagraph(shaped, 500).lines[0]?.xs
  }

  test('moves the second of two letters, of two digits and of both', () => {
    expect(xsOf({ text: 'AVA' })).toEqual([0, 4, 7])
    expect(xsOf({ text: '1A' })).toEqual([0, 8])
    expect(xsOf({ text: 'BA' })).toEqual([0, 5])
  })

  test('at a run’s border too, by the first one’s size', () => {
    expect(xsOf({ text: 'A' }, { text: 'V' })).toEqual([0, 4])
    expect(xsOf({ text: 'A', size: 20 }, { text: 'V' })).toEqual([0, 8])
  })

  test('not across a Han or a space', () => {
    expect(xsOf({ text: 'A V' })).toEqual([0, 5, 10])
    expect(xsOf({ text: 'A国V' })?.at(-1)).toBe(20)
  })
})
