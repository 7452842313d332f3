import { resolve } from 'node:path'
import type { Diagnostic } from '../base/diagnostic.ts'
import { diskFiles } from './project-files.ts'
import { markOf } from './read-source.ts'
import { writeTogether } from './write-file.ts'

/** A source's new text, by its path in the project. */
export interface ChangedText {
  readonly path: string
  readonly text: string
}

/** Writes the texts of a project's sources, all of them or none; a mark at a file's head stays. */
export async function writeTexts(
  root: string,
  texts: readonly ChangedText[],
  cwd: string,
): Promise<readonly Diagnostic[]> {
  const files = texts.map(({ path, text }) => ({
    target: resolve(root, path),
    bytes: new TextEncoder().encode(`${markOf(diskFiles(root), path)}${text}`),
  }))
  return writeTogether(files, [], { within: root, cwd })
}
