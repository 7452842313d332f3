import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** What os.tmpdir() reads, on POSIX the first, on Windows the others. */
const NAMES = ['TMPDIR', 'TEMP', 'TMP'] as const

const before = NAMES.map((name) => process.env[name])
const folder = mkdtempSync(join(tmpdir(), 'jianbao-tests-'))
for (const name of NAMES) process.env[name] = folder

/** A disk that others write to takes its time. */
const REMOVAL_MS = 60_000

// A whole run writes gigabytes: each file's are gone before the next one's come.
afterAll(() => {
  NAMES.forEach((name, at) => {
    const value = before[at]
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  })
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
}, REMOVAL_MS)
