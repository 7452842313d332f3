import { createHash, randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Pictures made in earlier builds, by the hash of what they were made from and how. */
export interface PictureCache {
  get(key: string): Promise<Uint8Array | null>
  put(key: string, bytes: Uint8Array): Promise<void>
}

const MOST_FILES = 2000

/** Name of a result: any change of the file or of the way it is made gives another. */
export function cacheKey(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

export const noCache: PictureCache = {
  get: async () => null,
  put: async () => {},
}

async function removeOldest(folder: string): Promise<void> {
  const names = await readdir(folder)
  if (names.length <= MOST_FILES) return
  const dated = await Promise.all(
    names.map(async (name) => ({
      name,
      at: (await stat(join(folder, name)).catch(() => null))?.mtimeMs ?? 0,
    })),
  )
  dated.sort((a, b) => a.at - b.at)
  for (const { name } of dated.slice(0, names.length - MOST_FILES / 2))
    await rm(join(folder, name), { force: true })
}

/** A cache in a folder. It is never needed: what cannot be read or written is simply made again. */
export function folderCache(folder: string): PictureCache {
  return {
    get: async (key) => {
      const file = join(folder, key)
      const bytes = await readFile(file).catch(() => null)
      const now = new Date()
      if (bytes) await utimes(file, now, now).catch(() => {})
      return bytes
    },
    put: async (key, bytes) => {
      const temporary = join(folder, `${key}.${randomBytes(4).toString('hex')}`)
      try {
        await mkdir(folder, { recursive: true })
        await writeFile(temporary, bytes)
        await rename(temporary, join(folder, key))
        await removeOldest(folder)
      } catch {
        await rm(temporary, { force: true }).catch(() => {})
      }
    },
  }
}
