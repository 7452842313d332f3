import { existsSync } from 'node:fs'
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts'
import { shownFrom } from './shown-file.ts'
import { writeFile } from './write-file.ts'

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
 * Writes new files inside a folder, in order; stops at the first that cannot be written. Nothing is overwritten, and no
 * link out of the folder is followed.
 */
export async function writeNewFiles(
  files: readonly NewFile[],
  within: string,
  cwd: string,
): Promise<readonly Diagnostic[]> {
  const there = existing(files, cwd)
  if (there.length > 0) return there
  for (const { path, text } of files) {
    const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
    const faults = await writeFile(path, bytes, [], {
      within,
      cwd,
      replaces: () => false,
    })
    if (faults.length > 0) return faults
  }
  return []
}
