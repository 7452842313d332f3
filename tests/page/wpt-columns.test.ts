import { describe, expect, test } from 'vitest'
import { type BandFill, balanceBand, fillToEnd } from '../../src/page/search/band.ts'
import { FLOW_BEGINNING } from '../../src/page/search/column-fill.ts'
import { columnContent } from '../../src/page/search/column-strips.ts'
import { BREAK } from '../../src/page/search/costs.ts'
import type { FlowElement } from '../../src/page/search/elements.ts'
import { bandTask, box, element, paragraph, text } from './boxes.ts'

interface Case {
  readonly id: string
  readonly kind: 'fill-sequential' | 'balance' | 'balance-blocks'
  readonly columns: number
  readonly paragraphLines?: number
  readonly linesPerColumn?: number | null
  readonly paragraphs?: readonly number[]
  readonly paragraphLineHeights?: readonly number[]
  readonly orphans?: number
  readonly widows?: number
  readonly orphansSetOn?: string
  readonly blocks?: readonly {
    readonly h: number
    readonly breakInside?: string
    readonly breakable?: boolean
  }[]
  readonly expected?: readonly (number | readonly number[])[]
  readonly expectedColumnHeights?: readonly number[]
  readonly expectedHeight?: number
}

/** Lines of one paragraph in columns of `height` lines, filled one after the other. */
function filling(
  id: string,
  [paragraphLines, linesPerColumn]: readonly [number, number | null],
  [orphans, widows]: readonly [number, number],
  expected: readonly number[],
): Case {
  return {
    id,
    kind: 'fill-sequential',
    paragraphLines,
    linesPerColumn,
    columns: 4,
    orphans,
    widows,
    expected,
  }
}

/**
 * CSS Fragmentation 3 §3.3 (widows and orphans) and Multi-column 1 §7 (balance), as the web-platform-tests of the
 * names given assert it (3-Clause BSD; facts only).
 */
const cases: readonly Case[] = [
  filling('css-break/widows-orphans-010', [9, 4], [2, 3], [4, 2, 3]),
  filling('css-break/widows-orphans-011', [14, 6], [2, 6], [6, 2, 6]),
  filling('css-break/widows-orphans-012', [19, 8], [3, 7], [8, 4, 7]),
  filling('css-break/widows-orphans-013', [19, 9], [6, 4], [9, 6, 4]),
  filling('css-break/widows-orphans-015', [9, 4], [1, 2], [4, 3, 2]),
  filling('css-break/widows-orphans-017', [7, null], [1, 2], [7]),
  {
    id: 'css-break/widows-orphans-004',
    kind: 'balance',
    paragraphs: [2, 2],
    columns: 4,
    orphans: 2,
    widows: 1,
    expected: [[2], [2]],
  },
  {
    id: 'css-break/widows-orphans-003',
    kind: 'balance',
    paragraphs: [2, 2],
    columns: 2,
    orphans: 4,
    widows: 1,
    orphansSetOn: 'container with block children only',
    expected: [[2], [2]],
  },
  {
    id: 'css-multicol/balance-orphans-widows-000',
    kind: 'balance',
    paragraphLineHeights: [10, 10, 40, 40, 40, 40, 10, 10],
    columns: 2,
    orphans: 4,
    widows: 4,
    expectedColumnHeights: [100, 100],
    expected: [4, 4],
  },
  {
    id: 'css-multicol/balance-break-avoidance-000',
    kind: 'balance-blocks',
    blocks: [{ h: 100, breakInside: 'avoid' }],
    columns: 4,
    expectedHeight: 100,
  },
  {
    id: 'css-multicol/multicol-fill-balance-029',
    kind: 'balance-blocks',
    blocks: [
      { h: 100, breakInside: 'avoid' },
      { h: 100, breakInside: 'avoid' },
    ],
    columns: 1,
    expectedHeight: 200,
  },
  {
    id: 'css-multicol/multicol-fill-balance-019',
    kind: 'balance-blocks',
    blocks: [{ h: 200, breakable: true }],
    columns: 2,
    expectedHeight: 100,
  },
]

/** Strips of each element in each column that holds any. */
function linesPerColumn(flow: readonly FlowElement[], band: BandFill): number[][] {
  return band.columns
    .map((fill) => {
      const counts = new Map<number, number>()
      for (const one of columnContent(flow, fill).strips)
        counts.set(one.element, (counts.get(one.element) ?? 0) + 1)
      return [...counts.values()]
    })
    .filter((counts) => counts.length > 0)
}

function flowOf(one: Case): FlowElement[] {
  const inherits = !one.orphansSetOn?.includes('only')
  const orphans = inherits ? (one.orphans ?? 2) : 1
  const widows = inherits ? (one.widows ?? 2) : 1
  if (one.paragraphLines) return [text(one.paragraphLines, orphans, widows)]
  if (one.paragraphLineHeights)
    return [
      paragraph(
        one.paragraphLineHeights.map((h) => h / 10),
        orphans,
        widows,
      ),
    ]
  if (one.paragraphs) return one.paragraphs.map((lines) => text(lines, orphans, widows))
  return (one.blocks ?? []).map(({ h, breakable }) => {
    const strip = box(1, breakable ? BREAK.free : BREAK.keep)
    return element(
      new Array(h / 10).fill(strip).map((line, index, all) => (index === all.length - 1 ? box(1) : line)),
    )
  })
}

function filled(one: Case): { flow: FlowElement[]; band: BandFill } {
  const flow = flowOf(one)
  const fill = one.kind === 'fill-sequential' ? fillToEnd : balanceBand
  const band = fill(bandTask(flow, one.columns, one.linesPerColumn ?? 40), FLOW_BEGINNING)
  return { flow, band: band as BandFill }
}

describe('columns of web-platform-tests', () => {
  for (const one of cases) {
    test(one.id, () => {
      const { flow, band } = filled(one)
      const lines = linesPerColumn(flow, band)
      if (one.expectedHeight) expect(band.rows * 10).toBe(one.expectedHeight)
      if (one.expectedColumnHeights)
        expect(band.columns.map((fill) => fill.rows * 10)).toEqual(one.expectedColumnHeights)
      if (one.expected) expect(lines).toEqual(one.expected.map((column) => [column].flat()))
    })
  }
})
