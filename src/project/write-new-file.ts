import { existsSync, rmdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Diagnostic, diagnostic, hasErrors } from '../base/diagnostic.ts'
import { shownFrom } from './shown-file.ts'
import { syncFolder, writeFile } from './write-file.ts'

/** Files that are on their way to the disk together. */
const AT_A_TIME = 16

/** A file that a command makes. */
export interface NewFile {
  readonly path: string
  /** Text, written in UTF-8, or bytes. */
  readonly text: string | Uint8Array
}

/** The files that are there already and would be overwritten, each as a diagnostic. */
export function existing(files: readonly NewFile[], cwd: string): readonly Diagnostic[] {
  return files
    .filter(({ path }) => existsSync(path))
    .map(({ path }) => diagnostic('E-EXISTS', null, { file: shownFrom(cwd, path) }))
}

/**
 * Writes new files inside a folder, several at a time, then does what belongs to them. Nothing is overwritten, and no link out of
 * the folder is followed. At the first fault those that were written are taken away again, with folders made for them:
 * all of it is there or none.
 */
export async function writeNewFiles(
  files: readonly NewFile[],
  within: string,
  cwd: string,
  then: () => Promise<readonly Diagnostic[]> = async () => [],
): Promise<readonly Diagnostic[]> {
  const there = existing(files, cwd)
  if (there.length > 0) return there
  const folders = [...new Set(files.flatMap(({ path }) => missingFolders(path)))]
  const written: string[] = []
  const one = async ({ path, text }: NewFile) => {
    const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
    const rules = { within, cwd, replaces: () => false, isNew: true, amongOthers: true }
    const faults = await writeFile(path, bytes, [], rules)
    if (faults.length === 0) written.push(path)
    return faults
  }
  const write = async () => {
    for (let at = 0; at < files.length; at += AT_A_TIME) {
      const faults = (await Promise.all(files.slice(at, at + AT_A_TIME).map(one))).flat()
      if (faults.length > 0) return faults
    }
    for (const folder of new Set(written.map(dirname))) syncFolder(folder)
    return then()
  }
  const faults = await write()
  if (hasErrors(faults)) takeAway(written, folders)
  return faults
}

/** Folders on the way to a file that are not there yet, the innermost first. */
function missingFolders(path: string): readonly string[] {
  const folder = dirname(path)
  return existsSync(folder) || folder === path ? [] : [folder, ...missingFolders(folder)]
}

/** Removes files, and of these folders the ones that are empty now. */
function takeAway(files: readonly string[], folders: readonly string[]): void {
  for (const file of files) rmSync(file, { force: true })
  for (const folder of [...folders].sort((a, b) => b.length - a.length)) {
    try {
      rmdirSync(folder)
    } catch {
      // Somebody else's file is in it, or it was not made.
    }
  }
}
