import { existsSync, type FSWatcher, statSync, watch } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Saves come in bursts: an editor writes a temporary file, renames it, touches it. So long nothing must happen before the
 * files are looked at: at least, and at most where that was too soon.
 */
const LEAST_QUIET_MILLISECONDS = 20
const MOST_QUIET_MILLISECONDS = 200
/** A change so soon after the last is still the same save. */
const SAME_SAVE_MILLISECONDS = 300
/** Folders on a network tell nothing of changes; there the files are looked at. */
const LOOK_MILLISECONDS = 1500

/** Watches files until it is closed. */
export interface FileWatch {
  /** The files to follow, there or not, as they stood at a time (of `Date.now()`). */
  follow(files: readonly string[], asOf: number): void
  close(): void
}

/**
 * Tells when any of the files is changed, replaced, removed or appears (监视). Folders are watched rather than files,
 * so that an editor that saves by renaming is followed; `onChange` is called once for a burst of changes.
 */
export function watchFiles(onChange: () => void): FileWatch {
  let stamps = new Map<string, string>()
  const folders = new Map<string, FSWatcher>()
  let timer: NodeJS.Timeout | null = null
  let quiet = LEAST_QUIET_MILLISECONDS
  let changedAt = 0
  const look = () => {
    timer = null
    const changed = [...stamps].filter(([file, stamp]) => stampOf(file) !== stamp)
    if (changed.length === 0) return
    stamps = new Map([...stamps.keys()].map((file) => [file, stampOf(file)]))
    const now = performance.now()
    quiet = quietAfter(quiet, now - changedAt)
    changedAt = now
    onChange()
  }
  const soon = () => {
    if (timer) clearTimeout(timer)
    timer = setTimeout(look, quiet)
  }
  const poll = setInterval(look, LOOK_MILLISECONDS)
  return {
    follow: (files, asOf) => {
      stamps = new Map(files.map((file) => [file, stamps.get(file) ?? stampAsOf(file, asOf)]))
      watchFolders(folders, new Set(files.map(dirname)), soon)
      soon()
    },
    close: () => {
      clearInterval(poll)
      if (timer) clearTimeout(timer)
      watchFolders(folders, new Set(), soon)
    },
  }
}

/** How long it must be quiet from now on: longer where a save came in two, and then shorter again with each that did not. */
export function quietAfter(quiet: number, sinceLastChange: number): number {
  const next = sinceLastChange < SAME_SAVE_MILLISECONDS ? quiet * 2 : quiet / 2
  return Math.min(MOST_QUIET_MILLISECONDS, Math.max(LEAST_QUIET_MILLISECONDS, next))
}

/** Opens and closes watchers so that exactly these folders, as far as they are there, are watched. */
function watchFolders(open: Map<string, FSWatcher>, wanted: ReadonlySet<string>, soon: () => void): void {
  for (const [folder, watcher] of open) {
    if (wanted.has(folder)) continue
    watcher.close()
    open.delete(folder)
  }
  for (const folder of wanted) {
    if (open.has(folder) || !existsSync(folder)) continue
    try {
      const watcher = watch(folder, soon)
      // A folder that goes away, or too many watchers: looking at the files goes on.
      watcher.on('error', () => {
        watcher.close()
        open.delete(folder)
      })
      open.set(folder, watcher)
    } catch {
      // The same.
    }
  }
}

/** What changes when a file does: a file that is replaced has another number, a saved one another time or size. */
function stampOf(file: string): string {
  const stats = statSync(file, { throwIfNoEntry: false })
  return stats ? `${stats.ino} ${stats.size} ${stats.mtimeMs}` : ''
}

/** The stamp of a file as it was read at a time; one that never matches when it was saved since. */
function stampAsOf(file: string, asOf: number): string {
  const stats = statSync(file, { throwIfNoEntry: false })
  return stats && stats.mtimeMs > asOf ? 'saved meanwhile' : stampOf(file)
}
