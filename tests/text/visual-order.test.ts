import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Line } from '../../src/text/line.ts'
import type { Cluster } from '../../src/text/shaped-text.ts'
import { visualOrder } from '../../src/text/visual-order.ts'

/** A line of clusters one wide; capitals run from right to left. */
function lineOf(text: string): Line {
  const clusters = [...text].map((one): Cluster => {
    const cluster = { text: one, font: 'x', glyphs: [], advance: 1 }
    return /[A-Z]/.test(one) ? { ...cluster, isRightToLeft: true } : cluster
  })
  const xs = clusters.map((_, i) => i)
  const shaped = { clusters, runs: [], items: {} as never, style: {} as never, plain: text, wantedBreaks: [] }
  const { length } = clusters
  return {
    text: shaped,
    from: 0,
    to: length,
    xs,
    width: length,
    measure: length,
    trackingEm: 0,
    overfull: 0,
    last: true,
  }
}

const seen = (text: string) =>
  visualOrder(lineOf(text))
    .map(({ cluster }) => text[cluster])
    .join('')

describe('a line with words from right to left', () => {
  test.each([
    ['国ABC国', '国CBA国'],
    ['国AB CD国', '国DC BA国'],
    ['AB 12 CD国', 'DC 12 BA国'],
    ['AB 1.5国', 'BA 1.5国'],
    ['国 AB 国 CD 国', '国 BA 国 DC 国'],
    ['AB，CD', 'BA，DC'],
  ])('%s is set as %s', (text, wanted) => expect(seen(text)).toBe(wanted))

  test('has each cluster once, from left to right, in the room it had', () => {
    const letters = fc.string({ unit: fc.constantFrom('国', 'A', 'B', ' ', '1', 'x', '，') })
    fc.assert(
      fc.property(letters, (text) => {
        const places = visualOrder(lineOf(text))
        expect(places.map(({ cluster }) => cluster).sort((a, b) => a - b)).toEqual([...text].map((_, i) => i))
        expect(places.map(({ x }) => x)).toEqual([...text].map((_, i) => i))
      }),
    )
  })
})
