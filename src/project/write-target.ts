import { lstatSync, realpathSync, type Stats, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { isInside } from '../assets/resource.ts'
import { diagnostic, done, type Outcome, refused } from '../base/diagnostic.ts'
import { shownFrom } from './shown-file.ts'

/** What may be written where. */
export interface WriteRules {
  /** The project's folder, where the project says what is written and not the person: links may not lead out of it. */
  readonly within?: string | undefined
  /** Whether a file that is there, and not empty, may be replaced; any may when left out. */
  readonly replaces?: ((file: string) => boolean) | undefined
  /** Nothing is there yet; what somebody else has put there meanwhile stays. */
  readonly isNew?: boolean | undefined
  /** Folder that messages name files from; their whole paths are told when left out. */
  readonly cwd?: string | undefined
  /** Looked at last before anything is replaced: a file, as messages name it, that must not be replaced any more. */
  readonly changed?: (() => string | undefined) | undefined
  /** One of many: others are written meanwhile, and their folders are synced once, behind all of them. */
  readonly amongOthers?: boolean | undefined
  /**
   * Whether the file is written again and again: the new name is synced without being waited for. Until then a power cut
   * leaves the old file whole.
   */
  readonly againSoon?: boolean | undefined
}

/** A folder that everybody may write to, but nobody may take others' files out of (`/tmp`). */
const SHARED = 0o1002

/** What an act gives; null where it fails. */
export function tried<T>(act: () => T): T | null {
  try {
    return act()
  } catch {
    return null
  }
}

/**
 * The file that a write to `target` changes, symbolic links followed; or why nothing is written: a link leads nowhere,
 * out of the project or was put into a shared folder by somebody else; what is there is one of the inputs, a device, a
 * pipe or a socket, or a file that may not be replaced.
 */
export function writeTarget(
  target: string,
  inputs: readonly string[],
  { within, replaces, cwd }: WriteRules = {},
): Outcome<string | null> {
  const file = shownFrom(cwd, target)
  const real = followed(target)
  if (real === null) return refused(diagnostic('E-OUTPUT-DANGLING', null, { file }))
  const root = within === undefined ? null : tried(() => realpathSync.native(within))
  if (root !== null && !isInside(root, real))
    return refused(diagnostic('E-OUTPUT-LINK', null, { file, target: real }))
  const there = tried(() => statSync(real))
  if (there === null || there.isDirectory()) return done(real)
  if (inputs.some((input) => isSameFile(there, real, input)))
    return refused(diagnostic('E-WRITE-INPUT', null, { file }))
  if (!there.isFile()) return refused(diagnostic('E-OUTPUT-KIND', null, { file }))
  if (replaces && there.size > 0 && !replaces(real))
    return refused(diagnostic('E-OUTPUT-FOREIGN', null, { file }))
  return done(real)
}

function isSameFile(there: Stats, real: string, input: string): boolean {
  const other = tried(() => statSync(input))
  if (other !== null && other.ino === there.ino && other.dev === there.dev) return true
  return tried(() => realpathSync.native(input)) === real
}

/** Where a path leads, the end of it not there yet perhaps; null where a link on the way leads nowhere. */
function followed(path: string): string | null {
  const there = tried(() => lstatSync(path))
  if (there === null) {
    const above = dirname(path)
    const folder = above === path ? path : followed(above)
    return folder === null ? null : join(folder, basename(path))
  }
  if (there.isSymbolicLink() && isPlanted(there, path)) return null
  // The links of `/dev/stdout` and its like lead to what has no name.
  return (
    tried(() => realpathSync.native(path)) ?? (tried(() => statSync(path))?.isFile() === false ? path : null)
  )
}

/** The rule by which Linux itself follows links in `/tmp`: one's own, and those of the folder's owner. */
function isPlanted(link: Stats, path: string): boolean {
  const folder = tried(() => statSync(dirname(path)))
  if (folder === null || process.geteuid === undefined || (folder.mode & SHARED) !== SHARED) return false
  return link.uid !== process.geteuid() && link.uid !== folder.uid
}
