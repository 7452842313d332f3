import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { openFontLibrary } from '../../src/assets/font-library.ts'

export const FONTS = resolve(import.meta.dirname, '../../fonts')

export interface ManifestEntry {
  readonly file: string
  readonly family: string
  readonly weight: 'regular' | 'bold'
  readonly sha256: string
  readonly source: { readonly licenceFile: string }
  readonly lenders: readonly { readonly licenceFile: string }[]
}

export const manifest = JSON.parse(readFileSync(`${FONTS}/manifest.json`, 'utf8')) as {
  readonly fonts: readonly ManifestEntry[]
}

export const fontBytes = (file: string) => new Uint8Array(readFileSync(`${FONTS}/${file}`))

export async function builtInLibrary() {
  return (await openFontLibrary({ directory: FONTS, families: {} })).value
}

export const code = (character: string) => character.codePointAt(0)!
