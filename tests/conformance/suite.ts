import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const FOLDER = resolve(import.meta.dirname, '../../../shared/conformance')

/** The rows of one independent suite, or null where the folder is absent. */
function rowsOf<Row>(suite: string): readonly Row[] | null {
  const file = resolve(FOLDER, `${suite}.json`)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')).cases as Row[]) : null
}

/**
 * Tests that run every row: those of the project's own table always, and those of the independent suite where
 * its folder is at hand.
 */
export function suiteTest<Row>(suite: string, fault: (row: Row) => string | null, own: readonly Row[]): void {
  describe(suite, () => {
    test('every row of the table', () => expectNoFault(own, fault))
    const rows = rowsOf<Row>(suite)
    if (rows !== null) test('every row of the suite', () => expectNoFault(rows, fault))
  })
}

function expectNoFault<Row>(rows: readonly Row[], fault: (row: Row) => string | null): void {
  const faults = rows.map(fault).filter((one) => one !== null)
  expect(faults.slice(0, 60), `${faults.length} of ${rows.length} rows fail`).toEqual([])
  expect(rows.length).toBeGreaterThan(0)
}
