import { createHash, randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fchmodSync,
  fchownSync,
  fsync,
  fsyncSync,
  linkSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFile as writeBytes,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { basename, dirname, join, parse } from 'node:path'
import { promisify } from 'node:util'
import { makeFolder } from '../assets/make-folder.ts'
import { type Diagnostic, diagnostic, done, type Outcome, refused } from '../base/diagnostic.ts'
import { shownFrom } from './shown-file.ts'
import { tried, type WriteRules, writeTarget } from './write-target.ts'

/** Most bytes of a product (SECURITY.md, Limits). */
export const OUTPUT_LIMIT = 200 * 1024 * 1024
/** A temporary file of a build on another machine is left alone until it is this old. */
const STALE_MILLISECONDS = 60 * 60 * 1000
/** So much is written faster than another thread is asked to; more would keep others waiting. */
const AT_ONCE = 4 * 1024 * 1024
const TEMPORARY_END = '.jianbao-tmp'
const HOST = createHash('sha256').update(hostname()).digest('hex').slice(0, 6)
/** Windows refuses to replace a file that a virus scanner or viewer holds for a moment. */
const PAUSES_MILLISECONDS = [0, 100, 400] as const
const BUSY = new Set(['EBUSY', 'EPERM', 'EACCES'])

/** Which message tells the person at the desk what the operating system's code means. */
const CODES: Readonly<Record<string, 'E-WRITE-DENIED' | 'E-WRITE-FULL' | 'E-WRITE-FOLDER'>> = {
  EACCES: 'E-WRITE-DENIED',
  EPERM: 'E-WRITE-DENIED',
  EROFS: 'E-WRITE-DENIED',
  ENOSPC: 'E-WRITE-FULL',
  EDQUOT: 'E-WRITE-FULL',
  EISDIR: 'E-WRITE-FOLDER',
  ENOTDIR: 'E-WRITE-FOLDER',
  EEXIST: 'E-WRITE-FOLDER',
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException)?.code ?? ''
}

function failure(file: string, error: unknown, { cwd }: WriteRules): Diagnostic {
  const code = codeOf(error)
  if (!code) throw error
  return diagnostic(CODES[code] ?? 'E-WRITE', null, { file: shownFrom(cwd, file), code })
}

/** Temporary files of one target share this beginning, so that the next build finds what a killed one left. */
function temporaryStart(target: string): string {
  return `.${createHash('sha256').update(basename(target)).digest('hex').slice(0, 8)}.`
}

/** `.target.host-process-chance.jianbao-tmp`: tells whose it is. */
function temporaryName(target: string): string {
  return `${temporaryStart(target)}${HOST}-${process.pid}-${randomBytes(4).toString('hex')}${TEMPORARY_END}`
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

/** Whether the build that made a temporary file is over: its process is gone, or hours have passed. */
function isStale(file: string, own: string): boolean {
  const [host, pid] = own.split('-')
  if (host === HOST && !isRunning(Number(pid))) return true
  const left = tried(() => statSync(file))
  return left !== null && Date.now() - left.mtimeMs > STALE_MILLISECONDS
}

function cleanStale(target: string): void {
  const folder = dirname(target)
  const start = temporaryStart(target)
  const names = tried(() => readdirSync(folder)) ?? []
  for (const name of names.filter((one) => one.startsWith(start) && one.endsWith(TEMPORARY_END))) {
    const file = join(folder, name)
    if (isStale(file, name.slice(start.length))) tried(() => rmSync(file, { force: true }))
  }
}

/** Writes a new file, with the rights and the owner of the one it will replace. */
async function writeSynced(
  file: string,
  bytes: Uint8Array,
  before: Stats | null,
  { amongOthers = false }: WriteRules,
): Promise<void> {
  const opened = openSync(file, 'wx', 0o644)
  try {
    if (before !== null) {
      // Only the superuser may give files away, and only then is it needed.
      tried(() => fchownSync(opened, before.uid, before.gid))
      fchmodSync(opened, before.mode & 0o777)
    }
    if (bytes.length <= AT_ONCE) writeFileSync(opened, bytes)
    else await promisify(writeBytes)(opened, bytes)
    // Disks sync many files in little more time than one.
    if (amongOthers) await promisify(fsync)(opened)
    else fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}

async function replace(from: string, to: string): Promise<void> {
  for (const [attempt, pause] of PAUSES_MILLISECONDS.entries()) {
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause))
    try {
      renameSync(from, to)
      return
    } catch (error) {
      const last = attempt === PAUSES_MILLISECONDS.length - 1
      if (last || process.platform !== 'win32' || !BUSY.has(codeOf(error))) throw error
    }
  }
}

/** A rename that replaces nothing: a second name, then the first is taken away; a look before where names cannot be two. */
function appear(from: string, to: string): void {
  try {
    linkSync(from, to)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw error
    if (existsSync(to)) throw Object.assign(new Error('exists'), { code: 'EEXIST' })
    renameSync(from, to)
    return
  }
  rmSync(from, { force: true })
}

/** The folder's entry for the new name survives a power cut too; where folders cannot be synced, so be it. */
export function syncFolder(folder: string): void {
  const opened = tried(() => openSync(folder, 'r'))
  if (opened === null) return
  tried(() => fsyncSync(opened))
  closeSync(opened)
}

/** The same while the caller goes on. */
async function syncFolderLater(folder: string): Promise<void> {
  const opened = tried(() => openSync(folder, 'r'))
  if (opened === null) return
  await promisify(fsync)(opened).catch(() => undefined)
  closeSync(opened)
}

/** Where the target is held open, the finished product stays beside it under another name. */
function keepBeside(temporary: string, target: string, rules: WriteRules, error: unknown): Diagnostic {
  const { dir, name, ext } = parse(target)
  const kept = join(dir, `${name}(新)${ext}`)
  const busy = BUSY.has(codeOf(error)) && process.platform === 'win32'
  const moved = () => {
    if (writeTarget(kept, [], rules).value === null) return false
    renameSync(temporary, kept)
    return true
  }
  if (busy && tried(moved)) {
    const [file, beside] = [target, kept].map((one) => shownFrom(rules.cwd, one)) as [string, string]
    return diagnostic('E-WRITE-BUSY', null, { file, kept: beside })
  }
  rmSync(temporary, { force: true })
  return failure(target, error, rules)
}

/**
 * A file marked read-only would be replaced all the same by a rename, and the superuser writes into any folder; their
 * owner meant them to stay. On Windows the mark of a folder means something else.
 */
function isReadOnly({ mode }: Stats): boolean {
  return (mode & 0o222) === 0
}

/** Throws what the system would where the target's place is not to be written to. */
function mustBeWritable(target: string, there: Stats | null): void {
  const folder = process.platform === 'win32' ? null : tried(() => statSync(dirname(target)))
  if (there?.isDirectory()) throw Object.assign(new Error('folder'), { code: 'EISDIR' })
  if ((there && isReadOnly(there)) || (folder && isReadOnly(folder)))
    throw Object.assign(new Error('read-only'), { code: 'EACCES' })
}

/** A file's new bytes beside it, to be renamed over it. */
interface Staged {
  readonly temporary: string
  readonly target: string
}

/**
 * Writes a product so that either the whole new file appears or the old one stays: into a temporary file in the
 * same folder, synced, then renamed over the target, whose rights it gets. A symbolic link at the target stays, and
 * the file it leads to is replaced. A target that `writeTarget` refuses, or that is locked or read-only, stays as it
 * is. What goes wrong on the disk is reported; the list is empty when the file is written.
 */
export async function writeFile(
  target: string,
  bytes: Uint8Array,
  inputs: readonly string[],
  rules: WriteRules = {},
): Promise<readonly Diagnostic[]> {
  return writeTogether([{ target, bytes }], inputs, rules)
}

/** Writes several files so: none takes its place before all are on the disk. */
export async function writeTogether(
  files: readonly { readonly target: string; readonly bytes: Uint8Array }[],
  inputs: readonly string[],
  rules: WriteRules = {},
): Promise<readonly Diagnostic[]> {
  const staged: Staged[] = []
  const giveUp = (diagnostics: readonly Diagnostic[]) => {
    for (const { temporary } of staged) tried(() => rmSync(temporary, { force: true }))
    return diagnostics
  }
  for (const { target, bytes } of files) {
    const { value, diagnostics } = await stage(target, bytes, inputs, rules)
    if (value === null) return giveUp(diagnostics)
    staged.push(value)
  }
  const changed = rules.changed?.()
  if (changed !== undefined) return giveUp([diagnostic('E-WRITE-CHANGED', null, { file: changed })])
  const faults: Diagnostic[] = []
  for (const one of staged) faults.push(...(await takePlace(one, rules)))
  return faults
}

async function stage(
  wanted: string,
  bytes: Uint8Array,
  inputs: readonly string[],
  rules: WriteRules,
): Promise<Outcome<Staged | null>> {
  if (bytes.length > OUTPUT_LIMIT) {
    const size = `${Math.ceil(bytes.length / 1e6)} MB`
    return refused(diagnostic('E-OUTPUT-SIZE', null, { size, limit: '200 MB' }))
  }
  const { value: target, diagnostics } = writeTarget(wanted, inputs, rules)
  if (target === null) return refused(...diagnostics)
  const folder = dirname(target)
  const temporary = join(folder, temporaryName(target))
  try {
    makeFolder(folder)
    const before = tried(() => statSync(target))
    mustBeWritable(target, before)
    cleanStale(target)
    await writeSynced(temporary, bytes, before, rules)
  } catch (error) {
    tried(() => rmSync(temporary, { force: true }))
    return refused(failure(target, error, rules))
  }
  return done({ temporary, target })
}

async function takePlace({ temporary, target }: Staged, rules: WriteRules): Promise<readonly Diagnostic[]> {
  try {
    if (rules.isNew) appear(temporary, target)
    else await replace(temporary, target)
  } catch (error) {
    if (rules.isNew && codeOf(error) === 'EEXIST') {
      rmSync(temporary, { force: true })
      return [diagnostic('E-EXISTS', null, { file: shownFrom(rules.cwd, target) })]
    }
    return [keepBeside(temporary, target, rules, error)]
  }
  if (rules.againSoon) syncFolderLater(dirname(target))
  else if (!rules.amongOthers) syncFolder(dirname(target))
  return []
}
