// Files of npm packages that data in this repository is made from: pinned by version, and by the hash of each file.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

export const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex')

/** The named files of a package's tarball. */
export function unpack(tarball, wanted) {
  const tar = gunzipSync(tarball)
  const files = new Map()
  for (let at = 0; at + 512 <= tar.length; ) {
    const name = tar.toString('utf8', at, at + 100).replace(/\0.*$/s, '')
    const size = Number.parseInt(tar.toString('latin1', at + 124, at + 136), 8) || 0
    if (wanted.includes(name)) files.set(name, Buffer.from(tar.subarray(at + 512, at + 512 + size)))
    at += 512 + 512 * Math.ceil(size / 512)
  }
  return files
}

/** The tarball of `name@version`. Nothing in it is run. */
export function download(spec) {
  const folder = mkdtempSync(join(tmpdir(), 'jianbao-package-'))
  try {
    const [{ filename }] = JSON.parse(
      execFileSync('npm', ['pack', spec, '--json', '--ignore-scripts'], {
        cwd: folder,
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    )
    return readFileSync(join(folder, filename))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
