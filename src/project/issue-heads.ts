import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type Head, headOf } from '../issue/numbering/head-of-issue.ts'
import { diskFiles } from './project-files.ts'
import { readForHead, shownPath, textInAnyEncoding } from './read-source.ts'

/** What one YAML file of a publication says in its head. */
export interface FileHead {
  /** Absolute path. */
  readonly file: string
  readonly head: Head
  /** Whether nothing is in it that could be read: it is empty, too large or no text. */
  readonly empty: boolean
  /** Whether it can be read as a file of the project; one that cannot counts for no number. */
  readonly readable: boolean
}

/**
 * What the YAML files beside a publication say in their heads: those in its folder and in `issues/` below it, all or all
 * but one, in the folders' order.
 */
export type IssueHeads = (publication: string, except?: string) => readonly FileHead[]

/** A YAML file of a publication. */
export interface YamlFile {
  /** Absolute path. */
  readonly file: string
  /** Whether neither it nor its folder is a link: then it is inside the project whatever happens elsewhere. */
  readonly plain: boolean
}

export const PUBLICATION = 'publication.yaml'

/** A stray huge file costs nothing. */
const LARGEST_ISSUE = 4_000_000

/** The project's folder: the publication's own, or the one above when it lies among the issues. */
export function rootOf(file: string): string {
  const folder = dirname(file)
  return basename(folder) === 'issues' ? dirname(folder) : folder
}

/** The YAML files in a publication's folder and in `issues/` below it, but the publication's settings. */
export function yamlFiles(publication: string): readonly YamlFile[] {
  const folder = dirname(publication)
  const folders = [folder, join(folder, 'issues')].filter((one) => existsSync(one))
  const root = rootOf(publication)
  return folders.flatMap((one) => {
    const linked = one !== root && lstatSync(one).isSymbolicLink()
    return readdirSync(one, { withFileTypes: true })
      .filter((entry) => !entry.isDirectory() && /\.ya?ml$/i.test(entry.name) && entry.name !== PUBLICATION)
      .map((entry) => ({ file: join(one, entry.name), plain: entry.isFile() && !linked }))
  })
}

/** Every file's head, read now. */
export const headsOnDisk: IssueHeads = (publication, except) =>
  yamlFiles(publication)
    .filter(({ file }) => file !== except)
    .map(({ file }) => readHead(rootOf(publication), file))

/** One file's head. */
export function readHead(root: string, file: string): FileHead {
  const source = readForHead(diskFiles(root), shownPath(root, file))
  const text = source?.text ?? textAt(file)
  return { file, head: headOf({ file, text }), empty: text === '', readable: source !== null }
}

/** Heads that were asked for, by publication. */
export type HeldHeads = Map<string, readonly FileHead[]>

/** The heads as they are when first asked for, each publication's once: for many issues built together. */
export function heldHeads(heads: IssueHeads, held: HeldHeads = new Map()): IssueHeads {
  return (publication, except) => {
    const all = held.get(publication) ?? heads(publication)
    held.set(publication, all)
    return except === undefined ? all : all.filter(({ file }) => file !== except)
  }
}

/** A file's text, in whatever encoding it has: an issue in the wrong one is still an issue. */
export function textAt(file: string): string {
  try {
    // A pipe or a device would block the program; reading the issue itself says so in words.
    const stats = statSync(file)
    return stats.isFile() && stats.size <= LARGEST_ISSUE ? textInAnyEncoding(readFileSync(file)) : ''
  } catch {
    return ''
  }
}
