import { type BreakLevel, breakOpportunities } from '../../src/typography.ts'
import { suiteTest } from './suite.ts'
import { GREEDY_LINES } from './tables/greedy-lines.ts'
import { BREAKABLE, LINE_STARTS, type LineStartRow, OPENING_AND_CLOSING } from './tables/line-starts.ts'
import { PAIR_BREAKS, type PairRow } from './tables/pair-breaks.ts'

suiteTest<LineStartRow>(
  'wpt-line-start-zh',
  (row) => {
    if (row.contested) return null
    const may = breakOpportunities(row.text, { level: row.strictness }).includes(row.offset)
    return may === row.breakBefore ? null : `${row.id} ${row.text}: ${may}`
  },
  LINE_STARTS,
)

interface OpeningRow {
  readonly id: string
  readonly text: string
  readonly widthEm: number
  readonly breakAt: number
}

suiteTest<OpeningRow>(
  'wpt-opclns',
  (row) => {
    for (const chinese of [true, false]) {
      const offsets = breakOpportunities(row.text, { chinese })
      const later = offsets.filter((one) => one > row.breakAt && one < row.text.length && one <= row.widthEm)
      if (!offsets.includes(row.breakAt) || later.length > 0)
        return `${row.id} ${row.text} ${chinese}: ${offsets}`
    }
    return null
  },
  OPENING_AND_CLOSING,
)

interface BreakableRow {
  readonly id: string
  readonly char: string
  readonly text: string
  readonly breakable: boolean
}

suiteTest<BreakableRow>(
  'wpt-baspglwj',
  (row) => {
    for (const chinese of [true, false]) {
      const inside = breakOpportunities(row.text, { chinese }).filter((one) => one < row.text.length)
      if (inside.length > 0 !== row.breakable) return `${row.id} ${row.char} ${chinese}: ${inside}`
    }
    return null
  },
  BREAKABLE,
)

interface LinesRow {
  readonly id: string
  readonly text: string
  readonly strictness: BreakLevel
  readonly widthEm: number
  readonly lines: readonly string[]
}

/** Greedy lines of one-em characters. */
function greedyLines(text: string, width: number, offsets: readonly number[]): string[] {
  const lines: string[] = []
  let from = 0
  while (from < text.length) {
    const to =
      offsets.filter((one) => one > from && [...text.slice(from, one)].length <= width).at(-1) ?? text.length
    lines.push(text.slice(from, to))
    from = to
  }
  return lines
}

suiteTest<LinesRow>(
  'wpt-line-break-prop',
  (row) => {
    const lines = greedyLines(row.text, row.widthEm, breakOpportunities(row.text, { level: row.strictness }))
    return lines.join('/') === row.lines.join('/')
      ? null
      : `${row.id} ${row.strictness} ${lines.join('/')} is not ${row.lines.join('/')}`
  },
  GREEDY_LINES,
)

const LEVELS: Record<PairRow['level'], BreakLevel> = {
  none: 'none',
  basic: 'loose',
  gb: 'normal',
  strict: 'strict',
}

suiteTest<PairRow>(
  'luatexcn-kinsoku',
  (row) => {
    const text = row.text ?? `${row.prev}${row.next}`
    const offset = row.offset ?? (row.prev as string).length
    const forbidden = !breakOpportunities(text, { level: LEVELS[row.level] }).includes(offset)
    return forbidden === row.breakForbidden ? null : `${row.id}: ${forbidden}`
  },
  PAIR_BREAKS,
)
