import { resolve } from 'node:path'
import type { Diagnostic } from '../base/diagnostic.ts'
import { diskFiles } from './project-files.ts'
import { markOf, readSource } from './read-source.ts'
import { writeTogether } from './write-file.ts'

/** A source's new text, and the one that it was made from, by its path in the project. */
export interface ChangedText {
  readonly path: string
  readonly text: string
  readonly before: string
}

/**
 * Writes the texts of a project's sources, all of them or none; a mark at a file's head stays. Nothing is written over
 * what an editor or another program has saved since the text was read.
 */
export async function writeTexts(
  root: string,
  texts: readonly ChangedText[],
  cwd: string,
): Promise<readonly Diagnostic[]> {
  const disk = diskFiles(root)
  const isAsRead = ({ path, before }: ChangedText) =>
    readSource(disk, path, null, undefined).value?.text === before
  const changed = () => texts.find((one) => !isAsRead(one))?.path
  const files = texts.map(({ path, text }) => ({
    target: resolve(root, path),
    bytes: new TextEncoder().encode(`${markOf(disk, path)}${text}`),
  }))
  return writeTogether(files, [], { within: root, cwd, changed })
}
