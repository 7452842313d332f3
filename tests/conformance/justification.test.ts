import {
  type Adjustment,
  adjustLine,
  chooseAdjustment,
  naturalAdvances,
  setLines,
} from '../../src/typography.ts'
import { suiteTest } from './suite.ts'
import { ADJUSTMENTS, type AdjustRow } from './tables/adjustments.ts'
import { MARK_EDGES, type MarkRow } from './tables/mark-edges.ts'

suiteTest<AdjustRow>(
  'luatexcn-adjust',
  (row) => {
    if (row.gaps === undefined) {
      const choice = chooseAdjustment(row.squeeze as Adjustment, row.stretch as Adjustment)
      return choice === row.choose ? null : `${row.id}: ${choice}`
    }
    const found = adjustLine(row.gaps, row.target as number)
    const wrong = row.widths?.some((one, i) => Math.abs(one - (found.widths[i] as number)) > 1e-6)
    const right =
      !wrong && found.achieved === row.achieved && Math.abs(found.deficit - (row.deficit as number)) < 1e-6
    return right ? null : `${row.id}: ${JSON.stringify(found)}`
  },
  ADJUSTMENTS,
)

function edgeFaults(row: MarkRow): string[] {
  const faults: string[] = []
  const text = `国国国国国${row.char}国国国`
  for (const level of ['normal', 'strict'] as const) {
    for (const justify of [true, false]) {
      for (let measure = 4; measure <= 8; measure += 0.25) {
        const lines = setLines(text, { measure, level, justify }).map((line) => line.text)
        const shown = `${row.id} ${measure} ${level} ${lines.join('/')}`
        if (row.noLineStart && lines.some((one) => one.startsWith(row.char))) faults.push(`first ${shown}`)
        if (row.noLineEnd && lines.some((one) => one.endsWith(row.char))) faults.push(`last ${shown}`)
        if (!lines.some((one) => one.includes(row.char))) faults.push(`cut ${shown}`)
        if (lines.join('') !== text) faults.push(`lost ${shown}`)
      }
    }
  }
  return faults
}

function widthOf(text: string, options: { trimStart?: boolean; trimEnd?: boolean } = {}): number {
  return naturalAdvances(text, options).reduce((sum, one) => sum + one.advance, 0)
}

suiteTest<MarkRow>(
  'gb15834-kinsoku',
  (row) => {
    const faults = edgeFaults(row)
    const width = widthOf(`国${row.char}国`) - 2
    if (row.widthEm !== null && Math.abs(width - row.widthEm) > 1e-6) faults.push(`width ${width}`)
    if (row.lineEndWidthEm !== undefined) {
      const atEnd = widthOf(`国${row.char}`, { trimEnd: true }) - 1
      if (Math.abs(atEnd - row.lineEndWidthEm) > 1e-6) faults.push(`at end ${atEnd}`)
    }
    if (row.lineStartTrimEm !== undefined) {
      const atStart = widthOf(`${row.char}国`, { trimStart: true }) - 1
      if (Math.abs(atStart - (1 - row.lineStartTrimEm)) > 1e-6) faults.push(`at start ${atStart}`)
    }
    return faults.length === 0 ? null : `${row.id} ${row.char}: ${faults.slice(0, 3).join('; ')}`
  },
  MARK_EDGES,
)
