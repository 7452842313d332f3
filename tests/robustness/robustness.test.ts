import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { attacked, targetsOf } from './attack.ts'
import { KINDS } from './kinds.ts'

/** A few seeds of each kind; `bash scripts/robustness.sh` tries thousands. */
const RUNS = 12

describe.skipIf(process.platform === 'win32')('whatever is done to an input, no promise is broken', () => {
  test.each(KINDS.map((kind) => [kind.name, kind] as const))(
    '%s',
    async (_, kind) => {
      const folder = mkdtempSync(join(tmpdir(), 'jianbao-attack-'))
      try {
        const targets = await targetsOf(kind, folder)
        for (let seed = 1; seed <= RUNS; seed++) {
          const { fault, how, code } = await attacked(kind, targets, seed)
          expect({ seed, how, code, fault }).toMatchObject({ fault: null })
        }
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    },
    120_000,
  )
})
