import { type Advance, naturalAdvances, setLines } from '../../src/typography.ts'
import { suiteTest } from './suite.ts'
import { ADJACENT_MARKS } from './tables/adjacent-marks.ts'
import { GAP_POSITIONS } from './tables/gap-positions.ts'
import { GAP_PAIRS, SQUEEZES, TRIMMED } from './tables/squeezes.ts'

function sum(advances: readonly Advance[]): number {
  return advances.reduce((total, one) => total + one.advance, 0)
}

function near(one: number, other: number): boolean {
  return Math.abs(one - other) < 0.001
}

interface PairRow {
  readonly id: string
  readonly text: string
  readonly maxEm: number
}

suiteTest<PairRow>(
  'clreq-adjacent-pairs',
  (row) => {
    const width = sum(naturalAdvances(row.text))
    return near(width, row.maxEm) ? null : `${row.id} ${row.text}: ${width}`
  },
  ADJACENT_MARKS,
)

interface TrimRow {
  readonly id: string
  readonly text: string
  readonly advancesEm: readonly (number | null)[]
  readonly lang: string
  readonly mode: 'normal' | 'trim-start' | 'trim-all' | 'space-first' | 'space-all' | 'trim-both'
  readonly lines?: readonly string[]
  readonly lineAdvancesEm?: readonly number[]
  readonly forcedBreaks?: boolean
  readonly widthEm?: number
}

/** Widths of a row's lines: openers at their start trimmed as its mode says, closers at their end where they must be. */
function lineWidths(row: TrimRow): number[] {
  return (row.lines ?? []).map((line, i) => {
    const trimStart =
      row.mode === 'trim-start' || (row.mode === 'space-first' && i > 0 && row.forcedBreaks !== true)
    const width = sum(naturalAdvances(line, { trimStart }))
    const fits = width <= (row.widthEm as number) + 0.001
    return fits ? width : sum(naturalAdvances(line, { trimStart, trimEnd: true }))
  })
}

/** Widths by UTF-16 unit, as the suite counts. */
function byUnit(advances: readonly Advance[]): number[] {
  return advances
    .filter((one) => one.text !== '')
    .flatMap((one) => Array.from(one.text, () => one.advance / [...one.text].length))
}

suiteTest<TrimRow>(
  'wpt-text-spacing-trim',
  (row) => {
    if (row.lang !== '' && row.lang !== 'zh-hans') return null
    if (row.lines !== undefined) {
      const widths = lineWidths(row)
      if (row.lineAdvancesEm?.some((one, i) => !near(one, widths[i] as number))) return `${row.id}: ${widths}`
      // Composition here trims every line's start.
      if (row.mode !== 'trim-start') return null
      const lines = setLines(row.text, { measure: row.widthEm as number, justify: false }).map(
        (line) => line.text,
      )
      return lines.join('/') === row.lines.join('/') ? null : `${row.id}: ${lines.join('/')}`
    }
    const style = row.mode === 'trim-all' ? 'half' : 'full'
    const adjacent = row.mode === 'space-all' ? 'natural' : 'squeezed'
    const found = byUnit(naturalAdvances(row.text, { style, adjacent }))
    const wrong = row.advancesEm.some((one, i) => one !== null && !near(one, found[i] as number))
    return wrong ? `${row.id} ${row.text}: ${found} is not ${row.advancesEm}` : null
  },
  TRIMMED,
)

interface GapRow {
  readonly id: string
  readonly text: string
  readonly gapsBefore?: readonly number[]
  readonly mode?: string
  readonly lines?: readonly string[]
  readonly lineGapsBefore?: readonly (readonly number[])[]
}

function gapsIn(text: string, hanLatinGap = 0.25): number[] {
  let at = 0
  const gaps: number[] = []
  for (const one of naturalAdvances(text, { hanLatinGap })) {
    if (one.text === '') gaps.push(at)
    at += one.text.length
  }
  return gaps
}

function gapFault(row: GapRow): string | null {
  if (row.lines !== undefined) {
    const gaps = row.lines.map((line) => gapsIn(line))
    return JSON.stringify(gaps) === JSON.stringify(row.lineGapsBefore) ? null : `${row.id}: ${gaps}`
  }
  const gaps = gapsIn(row.text, row.mode === 'no-autospace' ? 0 : 0.25)
  return gaps.join() === row.gapsBefore?.join()
    ? null
    : `${row.id} ${row.text}: ${gaps} is not ${row.gapsBefore}`
}

suiteTest<GapRow>('wpt-text-autospace', gapFault, GAP_POSITIONS)
suiteTest<GapRow>('han-latin-gap-positions', gapFault, GAP_POSITIONS)

interface GapPairRow {
  readonly id: string
  readonly prev: string
  readonly next: string
  readonly gap: boolean
  readonly widthEm: number
}

suiteTest<GapPairRow>(
  'luatexcn-cjk-western',
  (row) => {
    const gap = naturalAdvances(row.prev + row.next).find((one) => one.text === '')
    return near(gap?.advance ?? 0, row.widthEm) ? null : `${row.id}: ${gap?.advance}`
  },
  GAP_PAIRS,
)

interface SqueezeRow {
  readonly id: string
  readonly prev?: string | null
  readonly cur?: string
  readonly next?: string | null
  readonly removeHeadEm?: number
  readonly removeTailEm?: number
  readonly pair?: string
  readonly pairWidthEm?: number
  readonly adjacent?: string
  readonly atLineStart?: boolean
  readonly atLineEnd?: boolean
  readonly lineStartBracket?: string
}

suiteTest<SqueezeRow>(
  'luatexcn-squeeze',
  (row) => {
    if (row.pair !== undefined) {
      const adjacent = row.adjacent === 'natural' ? 'natural' : 'squeezed'
      const width = sum(naturalAdvances(`字${row.pair}字`, { adjacent })) - 2
      return near(width, row.pairWidthEm as number) ? null : `${row.id}: ${width}`
    }
    const text = `${row.prev ?? ''}${row.cur}${row.next ?? ''}`
    const trims = {
      trimStart: row.atLineStart === true && row.lineStartBracket !== 'natural',
      trimEnd: row.atLineEnd === true,
    }
    const mark = naturalAdvances(text, trims).find((one) => one.text === row.cur)
    const wanted = 1 - (row.removeHeadEm ?? 0) - (row.removeTailEm ?? 0)
    return near(mark?.advance ?? 0, wanted) ? null : `${row.id}: ${mark?.advance}`
  },
  SQUEEZES,
)
