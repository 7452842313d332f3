import { joinSourceLines } from '../../src/base/join-source-lines.ts'
import { suiteTest } from './suite.ts'
import { type NewlineRow, SOURCE_NEWLINES } from './tables/source-newlines.ts'

suiteTest<NewlineRow>(
  'wpt-segment-break',
  (row) => {
    if (row.firefox140ExpectedFail) return null
    const joined = joinSourceLines(row.input)
    // The suite's references write the one space that stays as a no-break space.
    return joined === row.expected.replaceAll('\u00a0', ' ')
      ? null
      : `${row.id}: ${JSON.stringify(joined)} is not ${JSON.stringify(row.expected)}`
  },
  SOURCE_NEWLINES,
)
