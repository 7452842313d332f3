import { createHash, randomBytes } from 'node:crypto'
import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from '../assets/make-folder.ts'

/** A made picture; what is known of a publication's files. */
export type EntryKind = 'picture' | 'known'

const MOST_FILES = 2000
/** Larger than any picture that is made. */
export const MOST_BYTES = 64 * 1024 * 1024
const MAGIC = Buffer.from('jianbao1', 'latin1')
const HASH_LENGTH = 32
const START = MAGIC.length + HASH_LENGTH
/** Names of entries, and of those under way: nothing else is ever removed. */
const ENTRY = /^[0-9a-f]{64}\.(?:picture|known|[0-9a-f]{8}\.part)$/
/** What a killed build left under way is removed when it is this old. */
const STALE_MILLISECONDS = 60 * 60 * 1000

/** Name of a result: any change of what it was made from, or of the way it is made, gives another. */
export function cacheKey(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

/** Where an entry lies. */
export function entryPath(folder: string, key: string, kind: EntryKind): string {
  return join(folder, `${key}.${kind}`)
}

/** Where an entry is written before it gets its name. */
export function pathUnderWay(folder: string, key: string): string {
  return join(folder, `${key}.${randomBytes(4).toString('hex')}.part`)
}

/** Without O_NONBLOCK a pipe in an entry's place would block for ever; a link there is none of ours. */
export const ENTRY_FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0)

/** An entry's bytes with its seal, which is over the key too, so that one under another's name is found out. */
export function withSeal(key: string, bytes: Uint8Array): Buffer {
  return Buffer.concat([MAGIC, sealOf(key, bytes), bytes])
}

function sealOf(key: string, bytes: Uint8Array): Buffer {
  return createHash('sha256').update(key).update(bytes).digest()
}

/** What an entry holds; null unless it is whole and belongs to the key. */
export function opened(key: string, file: Buffer): Uint8Array | null {
  if (file.length < START || !file.subarray(0, MAGIC.length).equals(MAGIC)) return null
  const bytes = file.subarray(START)
  return file.subarray(MAGIC.length, START).equals(sealOf(key, bytes)) ? bytes : null
}

/** What is known under a key; null where nothing is, or nothing that is whole. It counts as used now. */
export function readKnown(folder: string, key: string): Uint8Array | null {
  const path = entryPath(folder, key, 'known')
  try {
    const bytes = opened(key, entryBytes(path))
    const now = new Date()
    if (bytes) utimesSync(path, now, now)
    return bytes
  } catch {
    return null
  }
}

function entryBytes(path: string): Buffer {
  const file = openSync(path, ENTRY_FLAGS)
  try {
    const stats = fstatSync(file)
    return stats.isFile() && stats.size <= MOST_BYTES ? readFileSync(file) : Buffer.alloc(0)
  } finally {
    closeSync(file)
  }
}

/** Keeps what is known under a key: whole or not at all. Where that cannot be, it is found out again next time. */
export function keepKnown(folder: string, key: string, bytes: Uint8Array): void {
  const temporary = pathUnderWay(folder, key)
  const path = entryPath(folder, key, 'known')
  try {
    makeFolder(folder, 0o700)
    const isNew = !existsSync(path)
    writeFileSync(temporary, withSeal(key, bytes), { flag: 'wx', mode: 0o600 })
    renameSync(temporary, path)
    if (isNew) tidy(folder)
  } catch {
    removed(temporary)
  }
}

function removed(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // It is gone, or another's business.
  }
}

/** Of more entries than are kept the older half goes, and what killed builds left. */
export function tidy(folder: string): void {
  const entries = datedEntries(folder).sort((a, b) => a.at - b.at)
  const excess = entries.length > MOST_FILES ? entries.length - MOST_FILES / 2 : 0
  const stale = (path: string, at: number) => path.endsWith('.part') && Date.now() - at > STALE_MILLISECONDS
  for (const [index, { path, at }] of entries.entries()) if (index < excess || stale(path, at)) removed(path)
}

function datedEntries(folder: string): { readonly path: string; readonly at: number }[] {
  return readdirSync(folder)
    .filter((name) => ENTRY.test(name))
    .map((name) => join(folder, name))
    .map((path) => ({ path, at: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
}
