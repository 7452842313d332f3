import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ownFile, type ResourceRules, readResource } from '../assets/resource.ts'
import type { Outcome } from '../base/diagnostic.ts'

/** The files of one project, on disk or in memory. Paths count from the project's folder, with `/`. */
export interface ProjectFiles {
  /** A file's bytes; null with the reason. */
  read(path: string, rules: ResourceRules): Outcome<Uint8Array | null>
  has(path: string): boolean
  /**
   * What changes whenever the file does: its number, size and times. Null where that cannot be told: for a file in
   * memory, one that is not there or not in the project, and one that was changed just now and may change again within the clock's step.
   */
  stamp(path: string): string | null
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
    stamp: (path) => {
      const file = ownFile(root, path)
      return file === null ? null : fileStamp(file)
    },
    bring: null,
  }
}

/** Some file systems count time in steps as long as this. */
const CLOCK_STEP_MILLISECONDS = 2_100

/** The same of a file by its absolute path. */
export function fileStamp(file: string): string | null {
  const stats = statSync(file, { throwIfNoEntry: false, bigint: true })
  if (!stats || Date.now() - Number(stats.ctimeMs) < CLOCK_STEP_MILLISECONDS) return null
  return [stats.dev, stats.ino, stats.size, stats.mtimeNs, stats.ctimeNs].join()
}
