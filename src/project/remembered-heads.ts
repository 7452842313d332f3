import type { Head } from '../issue/numbering/head-of-issue.ts'
import { cacheKey, keepKnown, readKnown } from '../products/cache-entry.ts'
import { type FileHead, headsOnDisk, type IssueHeads, readHead, rootOf, yamlFiles } from './issue-heads.ts'
import { fileStamp } from './project-files.ts'
import { shownPath } from './read-source.ts'

/** Raised whenever a head is read otherwise, or kept in another form. */
const FORM = 1

/** Characters of a head that is kept: whoever writes more into a date is read each time. */
const LONGEST = 1000

/** A head with the stamp that its file had before it was read. */
interface KeptHead extends Omit<FileHead, 'file'> {
  readonly stamp: string
}

/**
 * Heads that are read again only where a file's stamp (number, size, times) is another than when it was read last; kept
 * in the cache folder, one entry a publication. Without a folder, or where its entry cannot be used, all are read.
 */
export function rememberedHeads(cacheFolder: string | null): IssueHeads {
  return cacheFolder === null
    ? headsOnDisk
    : (publication, except) => headsAgain(cacheFolder, publication, except)
}

function headsAgain(folder: string, publication: string, except: string | undefined): readonly FileHead[] {
  const key = cacheKey(['heads', FORM, publication])
  const before = keptIn(readKnown(folder, key))
  const kept = new Map<string, KeptHead>()
  const root = rootOf(publication)
  let isNew = false
  const heads = yamlFiles(publication).flatMap(({ file, plain }) => {
    const name = shownPath(root, file)
    const known = before.get(name)
    if (file === except) {
      if (known) kept.set(name, known)
      return []
    }
    const stamp = plain ? fileStamp(file) : null
    const same = known !== undefined && known.stamp === stamp
    const { head, empty, readable } = same ? known : readHead(root, file)
    if (stamp !== null && isShort(head)) {
      kept.set(name, { stamp, head, empty, readable })
      isNew ||= !same
    }
    return [{ file, head, empty, readable }]
  })
  if (isNew) keepKnown(folder, key, Buffer.from(JSON.stringify([...kept])))
  return heads
}

function isShort(head: Head): boolean {
  return JSON.stringify(head).length <= LONGEST
}

/** An entry's heads by project path; none where it has another form than ours. */
function keptIn(bytes: Uint8Array | null): ReadonlyMap<string, KeptHead> {
  if (bytes === null) return new Map()
  try {
    const entries: unknown = JSON.parse(Buffer.from(bytes).toString())
    return new Map(Array.isArray(entries) ? entries.filter(isEntry) : [])
  } catch {
    return new Map()
  }
}

function isEntry(entry: unknown): entry is [string, KeptHead] {
  if (!Array.isArray(entry) || typeof entry[0] !== 'string') return false
  const { stamp, head, empty, readable } = { ...(entry[1] as Partial<KeptHead>) }
  const isHead = typeof head === 'object' && head !== null && areTexts(head)
  return typeof stamp === 'string' && isHead && typeof empty === 'boolean' && typeof readable === 'boolean'
}

function areTexts(head: Head): boolean {
  return Object.values(head).every((value) => typeof value === 'string')
}
