import { relative } from 'node:path'

/** A file as people type it from where they are, with `/`. */
export function shownFile(file: string): string {
  const near = relative(process.cwd(), file)
  return (near === '' || near.startsWith('..') ? file : near).split('\\').join('/')
}
