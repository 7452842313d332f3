import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type BandFill, balanceBand, fillToEnd } from '../../src/page/band.ts'
import { FLOW_BEGINNING } from '../../src/page/column-fill.ts'
import { columnContent } from '../../src/page/column-strips.ts'
import type { FlowElement } from '../../src/page/flow.ts'
import { COST } from '../../src/page/strip.ts'
import { bandTask, box, element, paragraph, text } from './boxes.ts'

const CASES = resolve(import.meta.dirname, '../../../shared/conformance/wpt-columns.json')

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

const cases: Case[] = existsSync(CASES) ? JSON.parse(readFileSync(CASES, 'utf8')).cases : []

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
    const strip = box(1, breakable ? COST.free : COST.keep)
    return element(
      new Array(h / 10).fill(strip).map((line, index, all) => (index === all.length - 1 ? box(1) : line)),
    )
  })
}

function filled(one: Case): { flow: FlowElement[]; band: BandFill } {
  const flow = flowOf(one)
  const fill = one.kind === 'fill-sequential' ? fillToEnd : balanceBand
  const band = fill(bandTask(flow, one.columns, one.linesPerColumn ?? 500), FLOW_BEGINNING)
  return { flow, band: band as BandFill }
}

describe.skipIf(cases.length === 0)('columns of web-platform-tests', () => {
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
