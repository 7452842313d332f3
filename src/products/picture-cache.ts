import { createHash, randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { open, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFolder } from '../assets/make-folder.ts'

/** Pictures made in earlier builds, by the hash of what they were made from and how. */
export interface PictureCache {
  get(key: string): Promise<Uint8Array | null>
  put(key: string, bytes: Uint8Array): Promise<void>
}

const MOST_FILES = 2000
/** Larger than any picture that is made. */
const MOST_BYTES = 64 * 1024 * 1024
const MAGIC = Buffer.from('jianbao1', 'latin1')
const HASH_LENGTH = 32
const START = MAGIC.length + HASH_LENGTH
/** Names of entries, and of those under way: nothing else is ever removed. */
const ENTRY = /^[0-9a-f]{64}\.(?:picture|[0-9a-f]{8}\.part)$/
/** What a killed build left under way is removed when it is this old. */
const STALE_MILLISECONDS = 60 * 60 * 1000
/** Entries that are written before the folder is looked over again. */
const ROUND = 100

/** Name of a result: any change of the file or of the way it is made gives another. */
export function cacheKey(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

export const noCache: PictureCache = {
  get: async () => null,
  put: async () => {},
}

/** Over the key too, so that an entry under another's name is found out. */
function sealOf(key: string, bytes: Uint8Array): Buffer {
  return createHash('sha256').update(key).update(bytes).digest()
}

/** What an entry holds; null unless it is whole and belongs to the key. */
function opened(key: string, file: Buffer): Uint8Array | null {
  if (file.length < START || !file.subarray(0, MAGIC.length).equals(MAGIC)) return null
  const bytes = file.subarray(START)
  return file.subarray(MAGIC.length, START).equals(sealOf(key, bytes)) ? bytes : null
}

/** A regular file's bytes; without O_NONBLOCK a pipe in its place would block for ever. */
async function readRegular(path: string): Promise<Buffer | null> {
  const file = await open(
    path,
    constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0),
  )
  try {
    const stats = await file.stat()
    return stats.isFile() && stats.size <= MOST_BYTES ? await file.readFile() : null
  } finally {
    await file.close()
  }
}

/** On disk before it gets its name: a power cut leaves the entry whole or absent. */
async function writeSynced(path: string, parts: readonly Uint8Array[]): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(Buffer.concat(parts))
    await file.sync()
  } finally {
    await file.close()
  }
}

async function datedEntries(folder: string): Promise<{ readonly path: string; readonly at: number }[]> {
  const names = (await readdir(folder)).filter((name) => ENTRY.test(name))
  return Promise.all(
    names.map(async (name) => {
      const path = join(folder, name)
      return { path, at: (await stat(path).catch(() => null))?.mtimeMs ?? 0 }
    }),
  )
}

/** Of more entries than are kept the older half goes, and what killed builds left. */
async function tidy(folder: string): Promise<void> {
  const entries = (await datedEntries(folder)).sort((a, b) => a.at - b.at)
  const excess = entries.length > MOST_FILES ? entries.length - MOST_FILES / 2 : 0
  const stale = (path: string, at: number) => path.endsWith('.part') && Date.now() - at > STALE_MILLISECONDS
  for (const [index, { path, at }] of entries.entries())
    if (index < excess || stale(path, at)) await rm(path, { force: true }).catch(() => {})
}

/**
 * A cache in a folder of its own. It is never needed: what cannot be read, is not whole or cannot be written is simply
 * made again.
 */
export function folderCache(folder: string): PictureCache {
  let written = 0
  return {
    get: async (key) => {
      const path = join(folder, `${key}.picture`)
      const file = await readRegular(path).catch(() => null)
      const bytes = file && opened(key, file)
      const now = new Date()
      if (bytes) await utimes(path, now, now).catch(() => {})
      return bytes
    },
    put: async (key, bytes) => {
      const temporary = join(folder, `${key}.${randomBytes(4).toString('hex')}.part`)
      try {
        makeFolder(folder, 0o700)
        await writeSynced(temporary, [MAGIC, sealOf(key, bytes), bytes])
        await rename(temporary, join(folder, `${key}.picture`))
        const due = written % ROUND === 0
        written += 1
        if (due) await tidy(folder)
      } catch {
        await rm(temporary, { force: true }).catch(() => {})
      }
    },
  }
}
