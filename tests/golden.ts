import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

const GOLDEN = resolve(import.meta.dirname, 'golden')

/** A golden file's text, by its path below tests/golden; `found` itself when goldens are being renewed. */
export function golden(path: string, found: string): string {
  const file = join(GOLDEN, path)
  if (process.env.BLESS) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, found)
  }
  return readFileSync(file, 'utf8')
}
