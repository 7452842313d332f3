import { relative } from 'node:path'

/** A file as people type it from a folder, with `/`; the whole path without one. */
export function shownFrom(cwd: string | undefined, file: string): string {
  const near = cwd === undefined ? file : relative(cwd, file)
  return (near === '' || near.startsWith('..') ? file : near).split('\\').join('/')
}
