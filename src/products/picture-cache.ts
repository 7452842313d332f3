import { open, rename, rm, utimes } from 'node:fs/promises'
import { makeFolder } from '../assets/make-folder.ts'
import type { Generations } from '../base/generations.ts'
import { ENTRY_FLAGS, entryPath, MOST_BYTES, opened, pathUnderWay, tidy, withSeal } from './cache-entry.ts'

/** Pictures made in earlier builds, by the hash of what they were made from and how. */
export interface PictureCache {
  get(key: string): Promise<Uint8Array | null>
  put(key: string, bytes: Uint8Array): Promise<void>
}

/** Entries that are written before the folder is looked over again. */
const ROUND = 100

export const noCache: PictureCache = {
  get: async () => null,
  put: async () => {},
}

/** The same cache, of which a session remembers what its last two files took, so that nothing of it is made or read again. */
export function remembered(cache: PictureCache, memory: Generations<Uint8Array>): PictureCache {
  return {
    get: async (key) => {
      const bytes = memory.get(key) ?? (await cache.get(key))
      if (bytes !== null) memory.set(key, bytes)
      return bytes
    },
    put: async (key, bytes) => {
      memory.set(key, bytes)
      await cache.put(key, bytes)
    },
  }
}

/** A regular file's bytes. */
async function readRegular(path: string): Promise<Buffer | null> {
  const file = await open(path, ENTRY_FLAGS)
  try {
    const stats = await file.stat()
    return stats.isFile() && stats.size <= MOST_BYTES ? await file.readFile() : null
  } finally {
    await file.close()
  }
}

/** On disk before it gets its name: a power cut leaves the entry whole or absent. */
async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/**
 * A cache in a folder of its own. It is never needed: what cannot be read, is not whole or cannot be written is simply
 * made again.
 */
export function folderCache(folder: string): PictureCache {
  let written = 0
  return {
    get: async (key) => {
      const path = entryPath(folder, key, 'picture')
      const file = await readRegular(path).catch(() => null)
      const bytes = file && opened(key, file)
      const now = new Date()
      if (bytes) await utimes(path, now, now).catch(() => {})
      return bytes
    },
    put: async (key, bytes) => {
      const temporary = pathUnderWay(folder, key)
      try {
        makeFolder(folder, 0o700)
        await writeSynced(temporary, withSeal(key, bytes))
        await rename(temporary, entryPath(folder, key, 'picture'))
        const due = written % ROUND === 0
        written += 1
        if (due) tidy(folder)
      } catch {
        await rm(temporary, { force: true }).catch(() => {})
      }
    },
  }
}
