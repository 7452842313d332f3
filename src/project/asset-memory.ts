import { createHash } from 'node:crypto'
import type { FontLibrary } from '../assets/font.ts'
import { type FontSources, openFontLibrary } from '../assets/font-library.ts'
import type { ImageAsset } from '../assets/image.ts'
import type { Outcome } from '../base/diagnostic.ts'
import { Generations } from '../base/generations.ts'
import type { ProjectFiles } from './project-files.ts'

/** The fonts, font files and pictures of an issue's last two states. */
export interface AssetMemory {
  readonly libraries: Generations<Outcome<FontLibrary>>
  /** By path and stamp, files that said nothing of themselves when they were read. */
  readonly files: Generations<Uint8Array>
  readonly pictures: Generations<ImageAsset>
  /** Numbers of files' bytes that came from `files`, by which fonts are told apart without being read through. */
  readonly numbers: WeakMap<Uint8Array, number>
  count: number
}

export function assetMemory(): AssetMemory {
  return {
    libraries: new Generations(),
    files: new Generations(),
    pictures: new Generations(),
    numbers: new WeakMap(),
    count: 0,
  }
}

export function turnAssets({ libraries, files, pictures }: AssetMemory): void {
  libraries.turn()
  files.turn()
  pictures.turn()
}

/** What a file was read as before, when neither its size nor its times have changed since; else what `read` gives. */
export function keptFile(
  memory: AssetMemory,
  files: ProjectFiles,
  path: string,
  read: () => Outcome<Uint8Array | null>,
): Outcome<Uint8Array | null> {
  const stamp = files.stamp(path)
  const key = `${path} ${stamp}`
  const known = stamp === null ? undefined : memory.files.get(key)
  if (known !== undefined) return { value: known, diagnostics: [] }
  const outcome = read()
  const { value } = outcome
  if (stamp !== null && value !== null && outcome.diagnostics.length === 0) {
    memory.files.set(key, value)
    memory.numbers.set(value, memory.count)
    memory.count += 1
  }
  return outcome
}

/** The same for a picture, measured and hashed. */
export async function keptPicture(
  memory: AssetMemory,
  files: ProjectFiles,
  path: string,
  load: () => Promise<Outcome<ImageAsset | null>>,
): Promise<Outcome<ImageAsset | null>> {
  const stamp = files.stamp(path)
  const key = `${path} ${stamp}`
  const known = stamp === null ? undefined : memory.pictures.get(key)
  if (known !== undefined) return { value: known, diagnostics: [] }
  const outcome = await load()
  if (stamp !== null && outcome.value !== null && outcome.diagnostics.length === 0)
    memory.pictures.set(key, outcome.value)
  return outcome
}

/** The library of these fonts; the one that there was, with all that was read of it, where they are the same. */
export async function keptLibrary(
  sources: FontSources,
  memory: AssetMemory | null,
): Promise<Outcome<FontLibrary>> {
  if (memory === null) return openFontLibrary(sources)
  const key = libraryKey(sources, memory)
  const known = memory.libraries.get(key) ?? (await openFontLibrary(sources))
  memory.libraries.set(key, known)
  return known
}

/** All that is said of the fonts, with a name for each file's bytes. */
function libraryKey(sources: FontSources, memory: AssetMemory): string {
  const families = Object.entries(sources.families).map(([name, { bytes, bold = null, ...font }]) => ({
    ...font,
    name,
    bytes: nameOf(bytes, memory),
    bold: bold && { ...bold, bytes: nameOf(bold.bytes, memory) },
  }))
  return JSON.stringify({ ...sources, families })
}

function nameOf(bytes: Uint8Array, { numbers }: AssetMemory): string {
  const number = numbers.get(bytes)
  return number === undefined ? createHash('sha256').update(bytes).digest('hex') : `${number}`
}
