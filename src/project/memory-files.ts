import { posix } from 'node:path'
import { nearestNames } from '../assets/nearest-names.ts'
import { pathFault, type ResourceRules, sizeFault } from '../assets/resource.ts'
import { type Diagnostic, diagnostic, type Outcome, refused } from '../base/diagnostic.ts'
import type { ProjectFiles } from './project-files.ts'

/** What is in a file; a text is taken as UTF-8. */
export type FileContent = Uint8Array | string

/** Gives a file by its path from the project's folder, with `/`; undefined or null for one that is not there. */
export type FileLookup = (
  path: string,
) => FileContent | undefined | null | Promise<FileContent | undefined | null>

/** The files of a project that lies in memory, in a database, in a store of objects. */
export type FileSource = FileLookup | ReadonlyMap<string, FileContent> | Readonly<Record<string, FileContent>>

/** So many files are asked for at a time. */
const AT_ONCE = 8

/**
 * Files that a caller gives. Each is asked for once, and only where the issue names it; addresses and paths out of the
 * project are refused before.
 */
export function memoryFiles(source: FileSource): ProjectFiles {
  const { lookup, names } = lookupOf(source)
  const known = new Map<string, Uint8Array | null>()
  const wanted = new Set<string>()
  const read = (path: string, rules: ResourceRules): Outcome<Uint8Array | null> => {
    const place = posix.normalize(path)
    const fault = pathFault(path, rules.span)
    if (fault !== null) return refused(fault)
    if (/^(?:\.\.)?(?:\/|$)/.test(place)) return refused(diagnostic('E-PATH', rules.span, { file: path }))
    const bytes = known.get(place)
    if (bytes === undefined) wanted.add(place)
    if (!bytes) return refused(missing(path, names, rules))
    const large = sizeFault(bytes.length, path, rules)
    return large === null ? { value: bytes, diagnostics: [] } : refused(large)
  }
  const bring = async (paths: readonly string[] = [...wanted]): Promise<boolean> => {
    const asked = [...new Set(paths.map((path) => posix.normalize(path)))].filter((path) => !known.has(path))
    wanted.clear()
    let came = false
    let next = 0
    const lane = async () => {
      while (next < asked.length) {
        const path = asked[next] as string
        next += 1
        const content = pathFault(path, null) === null ? await lookup(path) : null
        known.set(path, bytesOf(content))
        came ||= bytesOf(content) !== null
      }
    }
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, asked.length) }, lane))
    return came
  }
  return {
    read,
    has: (path) => (known.get(posix.normalize(path)) ?? null) !== null,
    stamp: () => null,
    bring,
  }
}

function lookupOf(source: FileSource): { readonly lookup: FileLookup; readonly names: readonly string[] } {
  if (typeof source === 'function') return { lookup: source, names: [] }
  const files = source instanceof Map ? source : new Map(Object.entries(source))
  return { lookup: (path) => files.get(path), names: [...files.keys()] }
}

function bytesOf(content: FileContent | undefined | null): Uint8Array | null {
  if (content === undefined || content === null) return null
  return typeof content === 'string' ? new TextEncoder().encode(content) : content
}

function missing(
  path: string,
  names: readonly string[],
  { span, shown = (one) => one }: ResourceRules,
): Diagnostic {
  const near = nearestNames(path, names).map(shown)
  const file = shown(path)
  return near.length === 0
    ? diagnostic('E-MISSING', span, { file })
    : diagnostic('E-MISSING-NEAR', span, { file, near: near.join('、') })
}
