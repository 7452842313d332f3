import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The package's own folder: fonts and schemas lie in it, whether the program runs from `src/cli` or from `dist`. */
export const packageFolder = above(dirname(fileURLToPath(import.meta.url)))

function above(folder: string): string {
  return /[\\/]src[\\/]cli$/.test(folder) ? dirname(dirname(folder)) : dirname(folder)
}

/** Set when the program is bundled: its own manifest need not be read to know it. */
declare const __version: string | undefined

export function version(): string {
  if (typeof __version === 'string') return __version
  const manifest: { version: string } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'))
  return manifest.version
}
