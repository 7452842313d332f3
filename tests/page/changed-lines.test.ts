import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { twoColumn } from '../../src/design/two-column.ts'
import { pageText } from '../../src/page/blocks/page-text.ts'
import { linesChanged, sumOfLines, textPlaces, zonesWith } from '../../src/page/fit/changed-lines.ts'
import { articleTexts, withChange } from '../../src/page/fit/changed-text.ts'
import { findLayout } from '../../src/page/fit/found-layout.ts'
import type { Setting } from '../../src/page/search/elements.ts'
import { figure, headline, paragraph, shaped } from './blocks.ts'
import { fakeFonts } from './fake-fonts.ts'

/** Paragraphs of these lengths, some beside a picture. */
function laid(lengths: readonly number[]) {
  const texts = lengths.map((length) => paragraph('国'.repeat(length)))
  const blocks = shaped([headline('标题'), figure({ fit: 'left' }), ...texts])
  const copy = { blocks, design: twoColumn, pageText: pageText(twoColumn, fakeFonts, null) }
  return {
    blocks,
    copy,
    found: findLayout(copy),
    open: articleTexts(blocks, true).flatMap((one) => one.open),
  }
}

/** Lines of all elements as they stand first. */
const linesOf = (zones: ReturnType<typeof laid>['found']['zones']) =>
  zones.flatMap(({ flow }) => flow).reduce((sum, { settings: [one] }) => sum + (one?.rows ?? 0), 0)

describe('lines reckoned for changed texts', () => {
  test('are those that setting them gives, to a line a paragraph, and in all places', () => {
    const length = fc.integer({ min: 40, max: 300 })
    const change = fc.array(fc.tuple(length, fc.integer({ min: -90, max: 25 })), {
      minLength: 1,
      maxLength: 6,
    })
    fc.assert(
      fc.property(change, (given) => {
        const { blocks, copy, found, open } = laid(given.map(([one]) => one))
        const places = textPlaces(found.zones)
        expect(open.every(({ text }) => places.has(text))).toBe(true)
        const changed = new Map(open.map(({ text }, index) => [text, given[index]?.[1] ?? 0]))
        const more = linesChanged(places, changed)
        const set = findLayout({ ...copy, blocks: withChange(blocks, changed) })
        const [reckoned, right] = [sumOfLines(more), linesOf(set.zones) - linesOf(found.zones)]
        // Beside a picture lines are shorter.
        expect(Math.abs(reckoned - right)).toBeLessThanOrEqual(given.length + 3)
        expect(linesOf(zonesWith(found.zones, more)) - linesOf(found.zones)).toBe(reckoned)
      }),
      { numRuns: 25 },
    )
  })

  test('stand before a paragraph’s last two; its first and last keep what ending a column there costs', () => {
    const { found, open } = laid([60, 400])
    const places = textPlaces(found.zones)
    const long = open[1]?.text
    const place = long && places.get(long)
    const settingAt = (more: number): Setting => {
      const zones = zonesWith(found.zones, new Map([[place!.zone, new Map([[place!.element, more]])]]))
      return zones[place!.zone]!.flow[place!.element]!.settings[0]!
    }
    const costs = ({ strips }: Setting) => strips.map(({ breakAfter }) => breakAfter)
    const natural = costs(settingAt(0))
    for (const more of [-5, -1, 1, 5]) {
      const changed = costs(settingAt(more))
      expect([more, changed.length]).toEqual([more, natural.length + more])
      expect([changed[0], ...changed.slice(-2)]).toEqual([natural[0], ...natural.slice(-2)])
    }
    expect(costs(settingAt(-100))).toHaveLength(1)
    expect(settingAt(3).rows).toBe(settingAt(0).rows + 3)
  })
})
