import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type ResourceRules, readResource } from '../assets/resource.ts'
import type { Outcome } from '../base/diagnostic.ts'

/** The files of one project, on disk or in memory. Paths count from the project's folder, with `/`. */
export interface ProjectFiles {
  /** A file's bytes; null with the reason. */
  read(path: string, rules: ResourceRules): Outcome<Uint8Array | null>
  has(path: string): boolean
  /**
   * Brings to hand the files named, or else those that `read` was asked for in vain; says whether any came. Null where
   * all files are at hand.
   */
  readonly bring: ((paths?: readonly string[]) => Promise<boolean>) | null
}

/** A project's files on disk: nothing outside its folder is read. */
export function diskFiles(root: string): ProjectFiles {
  return {
    read: (path, rules) => readResource(root, path, rules),
    has: (path) => existsSync(join(root, path)),
    bring: null,
  }
}
