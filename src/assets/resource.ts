import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import { type Diagnostic, diagnostic, done, type Outcome, refused } from '../base/diagnostic.ts'
import type { Span } from '../base/source.ts'
import { nearestNames } from './nearest-names.ts'

/** How a resource may be read. */
export interface ResourceRules {
  /** Most bytes it may have. */
  readonly limit: number
  /** Where the sources name it. */
  readonly span: Span | null
  /** A path as it is to be typed where it is named; as it is when left out. */
  readonly shown?: ((path: string) => string) | undefined
}

const NETWORK = /^(https?|ftps?|sftp|wss?|smb|data|blob|javascript):/i
const FILE_URL = /^file:/i
const HOME = /^~/
const NETWORK_SHARE = /^[\\/]{2}/
const DRIVE = /^[a-z]:/i
const MAX_LISTED = 2_000
const MAX_PATH = 4_096

/** Names that Windows takes for devices, and streams within files. */
const WINDOWS_SPECIAL = /:|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/** Whether a path is refused by its looks, before any disk is touched. */
export function pathFault(path: string, span: Span | null): Diagnostic | null {
  if (NETWORK.test(path)) return diagnostic('E-NET', span, { file: path.slice(0, 100) })
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (path === '' || path.length > MAX_PATH || /[\0-\x1f]/.test(path)) {
    return diagnostic('E-PATH-NAME', span, { file: path.slice(0, 100) })
  }
  return looksOutside(path) ? diagnostic('E-PATH', span, { file: path }) : null
}

/** Whether a path is one of an address, a home folder, a network share or a drive, by its looks alone. */
export function looksOutside(path: string): boolean {
  return [NETWORK, FILE_URL, HOME, NETWORK_SHARE, DRIVE].some((pattern) => pattern.test(path))
}

/** Whether a path is the folder `root` or lies in it; both absolute. */
export function isInside(root: string, path: string): boolean {
  const way = relative(root, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

function listFolder(folder: string): string[] {
  try {
    return readdirSync(folder).sort().slice(0, MAX_LISTED)
  } catch {
    return []
  }
}

const sameButForCase = (one: string, other: string) =>
  one.normalize('NFC').toLowerCase() === other.normalize('NFC').toLowerCase()

function shown(path: string, rules: ResourceRules): string {
  return rules.shown?.(path) ?? path
}

/** Says what is missing and what was probably meant: the first step of the way that does not exist. */
function missing(root: string, full: string, path: string, rules: ResourceRules): Diagnostic {
  const { span } = rules
  const file = shown(path, rules)
  let known = root
  const steps = relative(root, full).split(sep)
  for (const [index, step] of steps.entries()) {
    const names = listFolder(known)
    if (names.includes(step)) {
      known = join(known, step)
      continue
    }
    const fixed = (name: string) =>
      shown([...steps.slice(0, index), name, ...steps.slice(index + 1)].join('/'), rules)
    const twin = names.find((name) => sameButForCase(name, step))
    if (twin !== undefined) {
      return diagnostic('E-MISSING-CASE', span, { file, actual: fixed(twin) }, { replacement: fixed(twin) })
    }
    const near = nearestNames(step, names).map(fixed)
    if (near.length > 0) return diagnostic('E-MISSING-NEAR', span, { file, near: near.join('、') })
    const other = elsewhere(root, known, steps.at(-1) as string).map((one) => shown(one, rules))
    if (other.length > 0) return diagnostic('E-MISSING-NEAR', span, { file, near: other.join('、') })
    break
  }
  return diagnostic(span === null ? 'E-NO-FILE' : 'E-MISSING', span, { file })
}

/** Folders of a project that are looked into for a file of the name. */
const MOST_FOLDERS = 60
/** Copies that are named. */
const MOST_FOUND = 3

/** Folders in a folder; links are none, whatever they lead to. */
function foldersIn(folder: string): readonly string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true })
    return entries
      .filter((one) => one.isDirectory() && !/^\.|^node_modules$/.test(one.name))
      .map((one) => one.name)
  } catch {
    return []
  }
}

const PICTURE = /(?:\.(?:jpe?g|jfif|png|webp|tiff?|gif|bmp|heic|avif))+$/i
/** What systems put behind the name of a second copy. */
const COPY_MARK = /\s*(?:[(]\d+[)]|-\s*(?:副本|copy))$/i

/** Pictures that only their kinds, a doubled kind or the mark of a copy tell apart: 会场, 会场.jpg.jpg, 会场（1）.png. */
function isSamePicture(one: string, other: string): boolean {
  if (!PICTURE.test(one) || (!PICTURE.test(other) && other.includes('.'))) return false
  const stem = (name: string) => name.normalize('NFKC').replace(PICTURE, '').replace(COPY_MARK, '').trim()
  return sameButForCase(stem(one), stem(other))
}

/** Files of a name in the folders next to where it was looked for, and next to the project's own, by project path. */
function elsewhere(root: string, known: string, name: string): readonly string[] {
  const folders = [...new Set([known, root])].flatMap((folder) => [
    folder,
    ...foldersIn(folder).map((one) => join(folder, one)),
  ])
  return [...new Set(folders)]
    .slice(0, MOST_FOLDERS)
    .flatMap((folder) =>
      listFolder(folder)
        .filter((one) => sameButForCase(one, name) || isSamePicture(one, name))
        .map((one) => relative(root, join(folder, one)).split(sep).join('/')),
    )
    .slice(0, MOST_FOUND)
}

function systemFault(
  error: unknown,
  root: string,
  full: string,
  path: string,
  rules: ResourceRules,
): Diagnostic {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  if (code === 'ENOENT' || code === 'ENOTDIR') return missing(root, full, path, rules)
  return diagnostic('E-READ', rules.span, { file: path, reason: code })
}

function kindFault(stats: Stats, path: string, rules: ResourceRules): Diagnostic | null {
  if (stats.isDirectory()) return diagnostic('E-FILE-FOLDER', rules.span, { file: path })
  if (!stats.isFile()) return diagnostic('E-FILE-KIND', rules.span, { file: path })
  return sizeFault(stats.size, path, rules)
}

/** Whether a file has more bytes than it may. */
export function sizeFault(size: number, path: string, { limit, span }: ResourceRules): Diagnostic | null {
  if (size <= limit) return null
  return diagnostic('E-FILE-SIZE', span, { file: path, limit: `${Math.floor(limit / 1024 / 1024)} MB` })
}

/** Reads at most `size` bytes, so that a file that grows meanwhile cannot pass the limit. */
function readAll(file: number, size: number): Uint8Array {
  const bytes = new Uint8Array(size)
  let end = 0
  while (end < size) {
    const count = readSync(file, bytes, end, size - end, end)
    if (count === 0) break
    end += count
  }
  return bytes.subarray(0, end)
}

/** Opens once and asks the open file, not the path, what it is: nobody can swap it in between. */
function readRegular(real: string, path: string, rules: ResourceRules): Outcome<Uint8Array | null> {
  const early = kindFault(statSync(real), path, rules)
  if (early !== null) return refused(early)
  // Without O_NONBLOCK, a pipe that takes the file's place would block the program for ever.
  const file = openSync(real, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0))
  try {
    const stats = fstatSync(file)
    const late = kindFault(stats, path, rules)
    return late === null ? done(readAll(file, stats.size)) : refused(late)
  } finally {
    closeSync(file)
  }
}

/** On disks that overlook case, a wrongly written name works here and fails elsewhere. */
function caseRemark(
  realRoot: string,
  real: string,
  full: string,
  root: string,
  path: string,
  rules: ResourceRules,
) {
  const actual = relative(realRoot, real)
  const written = relative(root, full)
  const differs = actual.normalize('NFC') !== written.normalize('NFC') && sameButForCase(actual, written)
  if (!differs) return []
  const values = { file: shown(path, rules), actual: shown(actual.split(sep).join('/'), rules) }
  return [diagnostic('W-PATH-CASE', rules.span, values)]
}

/** Where a file of the project really lies; null for one that is not there, or where links lead out of the project. */
export function ownFile(root: string, path: string): string | null {
  const full = resolve(root, path)
  if (pathFault(path, null) !== null || !isInside(resolve(root), full)) return null
  try {
    const real = realpathSync.native(full)
    return isInside(realpathSync.native(root), real) ? real : null
  } catch {
    return null
  }
}

/**
 * The one way by which the project's files are read. Takes the project's folder and a path as the editor
 * wrote it; gives the bytes, or null with the reason. Only regular files under the folder are read, with
 * symbolic links followed first; nothing is fetched from a network, and nothing can hang.
 */
export function readResource(root: string, path: string, rules: ResourceRules): Outcome<Uint8Array | null> {
  const fault = pathFault(path, rules.span)
  if (fault !== null) return refused(fault)
  const base = resolve(root)
  const full = resolve(base, path)
  if (!isInside(base, full)) return refused(diagnostic('E-PATH', rules.span, { file: path }))
  if (
    process.platform === 'win32' &&
    relative(base, full)
      .split(sep)
      .some((step) => WINDOWS_SPECIAL.test(step))
  ) {
    return refused(diagnostic('E-PATH-NAME', rules.span, { file: path }))
  }
  try {
    const realRoot = realpathSync.native(base)
    const real = realpathSync.native(full)
    if (!isInside(realRoot, real))
      return refused(diagnostic('E-PATH-LINK', rules.span, { file: path, target: real }))
    const read = readRegular(real, path, rules)
    if (read.value === null) return read
    return { value: read.value, diagnostics: caseRemark(realRoot, real, full, base, path, rules) }
  } catch (error) {
    return refused(systemFault(error, base, full, path, rules))
  }
}
