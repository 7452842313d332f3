import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FontLibrary } from '../assets/font.ts'
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts'

/** The note of which font files a publication was set with; beside publication.yaml or in the project's folder. */
export const LOCK_FILE = 'fonts.lock.json'

/** Fonts by family and weight: a short hash of the file. */
export type FontLock = Readonly<Record<string, string>>

/** What the families are set with now. */
export function lockOf(families: readonly string[], library: FontLibrary): FontLock {
  const found: Record<string, string> = {}
  for (const family of [...families].sort()) {
    for (const weight of ['regular', 'bold'] as const) {
      const [face] = library.chain(family, weight)
      if (face) found[`${family} ${weight}`] = createHash('sha256').update(face.id).digest('hex').slice(0, 16)
    }
  }
  return found
}

/** The lock's file as text. */
export function lockText(lock: FontLock): string {
  return `${JSON.stringify({ version: 1, fonts: lock }, null, 2)}\n`
}

/** Fonts that are not those noted in the project's lock file; nothing where there is none. */
export function checkLock(
  root: string,
  families: readonly string[],
  library: FontLibrary,
): readonly Diagnostic[] {
  const file = join(root, LOCK_FILE)
  if (!existsSync(file)) return []
  const noted = parsed(file)
  if (noted === null) return [diagnostic('E-FONT-LOCK', null, { file: LOCK_FILE })]
  const now = lockOf(families, library)
  const changed = Object.keys(now).filter((name) => Object.hasOwn(noted, name) && noted[name] !== now[name])
  const names = new Set(changed.map((name) => name.replace(/ (?:regular|bold)$/, '')))
  return [...names].map((family) => diagnostic('W-FONT-LOCK', null, { family }))
}

/** Whether a file is such a note. */
export function isLock(file: string): boolean {
  return parsed(file) !== null
}

function parsed(file: string): FontLock | null {
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8').slice(0, 1_000_000))
    const fonts = (content as { fonts?: unknown } | null)?.fonts
    if (typeof fonts !== 'object' || fonts === null) return null
    const texts = Object.entries(fonts).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    )
    return Object.fromEntries(texts)
  } catch {
    return null
  }
}
