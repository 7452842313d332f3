import { randomBytes } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { version } from './package-folder.ts'

/** Writes what is known of a fault into a new file that nobody else can read; null where there is no room for one. */
export function faultReport(error: unknown): string | null {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
  const text = `jianbao ${version()}\nnode ${process.version} ${process.platform}\n${process.argv.slice(2).join(' ')}\n\n${detail}\n`
  const file = join(tmpdir(), `jianbao-fault-${process.pid}-${randomBytes(4).toString('hex')}.txt`)
  try {
    // A name that can be guessed could be a link that somebody has put there: only a new file is written.
    writeFileSync(file, text, { flag: 'wx', mode: 0o600 })
    return file
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') removed(file)
    return null
  }
}

/** Half a report is none. */
function removed(file: string): void {
  try {
    rmSync(file, { force: true })
  } catch {
    // Where nothing can be written nothing needs to go.
  }
}
