import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const FOLDER = resolve(import.meta.dirname, '../../../shared/conformance')

/** The rows of one independent suite, or null where the folder is absent. */
function rowsOf<Row>(suite: string): readonly Row[] | null {
  const file = resolve(FOLDER, `${suite}.json`)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')).cases as Row[]) : null
}

/** One test that runs every row and shows those that fail; skipped where the suite is absent. */
export function suiteTest<Row>(suite: string, fault: (row: Row) => string | null): void {
  const rows = rowsOf<Row>(suite)
  describe(suite, () => {
    test.skipIf(rows === null)(
      rows === null ? 'skipped: ../shared/conformance is absent' : 'every row',
      () => {
        const faults = (rows ?? []).map(fault).filter((one) => one !== null)
        expect(faults.slice(0, 60), `${faults.length} of ${rows?.length} rows fail`).toEqual([])
      },
    )
  })
}
