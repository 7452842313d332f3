import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The package's own folder: fonts and schemas lie in it, whether the program runs from `src/project` or from `dist`. */
export const packageFolder = above(dirname(fileURLToPath(import.meta.url)))

function above(folder: string): string {
  return /[\\/]src[\\/]project$/.test(folder) ? dirname(dirname(folder)) : dirname(folder)
}

/** Set when the program is bundled: its own manifest need not be read to know them. */
declare const __version: string | undefined
declare const __leastNode: string | undefined

export function version(): string {
  if (typeof __version === 'string') return __version
  return manifest().version
}

/** The least Node that package.json's `engines` names: “20.12”. */
export function leastNode(): string {
  if (typeof __leastNode === 'string') return __leastNode
  return manifest().engines.node.replace(/[^\d.]/g, '')
}

function manifest(): { readonly version: string; readonly engines: { readonly node: string } } {
  return JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'))
}
