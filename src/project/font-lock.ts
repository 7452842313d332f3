import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { FontLibrary } from '../assets/font.ts'
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts'
import type { ProjectFiles } from './project-files.ts'

/** The note of which font files a publication was set with; beside publication.yaml or in the project's folder. */
export const LOCK_FILE = 'fonts.lock.json'

/** A larger file is no such note. */
const MOST_BYTES = 1_000_000

/** Fonts by family and weight: a short hash of the file. */
export type FontLock = Readonly<Record<string, string>>

/** What the families are set with now. */
export function lockOf(families: readonly string[], library: FontLibrary): FontLock {
  return Object.fromEntries(entriesOf(families, library).map(({ name, hash }) => [name, hash]))
}

/** One font of a lock. */
interface LockEntry {
  readonly family: string
  /** Family and weight, as the file has it. */
  readonly name: string
  readonly hash: string
}

function entriesOf(families: readonly string[], library: FontLibrary): readonly LockEntry[] {
  return [...families].sort().flatMap((family) =>
    (['regular', 'bold'] as const).flatMap((weight): readonly LockEntry[] => {
      const [face] = library.chain(family, weight)
      if (!face) return []
      const hash = createHash('sha256').update(face.id).digest('hex').slice(0, 16)
      return [{ family, name: `${family} ${weight}`, hash }]
    }),
  )
}

/** The lock's file as text. */
export function lockText(lock: FontLock): string {
  return `${JSON.stringify({ version: 1, fonts: lock }, null, 2)}\n`
}

/** Fonts that are not those noted in the project's lock file; nothing where there is none. */
export function checkLock(
  files: ProjectFiles,
  families: readonly string[],
  library: FontLibrary,
): readonly Diagnostic[] {
  if (!files.has(LOCK_FILE)) return []
  const { value } = files.read(LOCK_FILE, { limit: MOST_BYTES, span: null })
  const noted = value && parsed(Buffer.from(value).toString('utf8'))
  if (noted === null) return [diagnostic('E-FONT-LOCK', null, { file: LOCK_FILE })]
  const changed = entriesOf(families, library).filter(
    ({ name, hash }) => Object.hasOwn(noted, name) && noted[name] !== hash,
  )
  const names = new Set(changed.map((one) => one.family))
  return [...names].map((family) => diagnostic('W-FONT-LOCK', null, { family }))
}

/** Whether a file is such a note. */
export function isLock(file: string): boolean {
  try {
    return parsed(readFileSync(file, 'utf8')) !== null
  } catch {
    return false
  }
}

function parsed(text: string): FontLock | null {
  try {
    const content: unknown = JSON.parse(text.slice(0, MOST_BYTES))
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
