import type { Diagnostic, Outcome } from '../base/diagnostic.ts'
import type { Span } from '../base/source.ts'
import type { Weight } from '../base/text-style.ts'
import { type BuiltInFonts, openBuiltInFonts } from './built-in-fonts.ts'
import { aliasOf, plainFamilyName } from './family-names.ts'
import type { FontFace, FontLibrary } from './font.ts'
import { openUserFont } from './user-font.ts'

/** A font file that a publication names in `fonts:`, already read. */
export interface UserFont {
  /** Path as written, for messages. */
  readonly file: string
  readonly bytes: Uint8Array
  /** Name of one face of a collection; null for the first. */
  readonly face: string | null
  /** Families that stand in for what it lacks. */
  readonly fallback: readonly string[]
  readonly span: Span | null
}

/** Where the fonts come from. */
export interface FontSources {
  /** Folder of the built-in fonts, with `manifest.json`. */
  readonly directory: string
  /** By family name. */
  readonly families: Readonly<Record<string, UserFont>>
}

interface OwnFamily {
  readonly face: FontFace
  readonly fallback: readonly string[]
}

class Library implements FontLibrary {
  readonly #builtIn: BuiltInFonts
  readonly #own: ReadonlyMap<string, OwnFamily>
  readonly #chains = new Map<string, readonly FontFace[]>()
  readonly #faces = new Map<string, FontFace>()

  constructor(builtIn: BuiltInFonts, own: ReadonlyMap<string, OwnFamily>) {
    this.#builtIn = builtIn
    this.#own = own
    for (const { regular, bold } of builtIn.families.values()) {
      this.#faces.set(regular.id, regular)
      this.#faces.set(bold.id, bold)
    }
    for (const { face } of own.values()) this.#faces.set(face.id, face)
  }

  chain(family: string, weight: Weight): readonly FontFace[] {
    const key = `${weight} ${family}`
    const known = this.#chains.get(key)
    if (known !== undefined) return known
    const chain = this.#makeChain(family, weight)
    this.#chains.set(key, chain)
    return chain
  }

  has(family: string): boolean {
    return this.#own.has(plainFamilyName(family)) || aliasOf(family) !== null
  }

  face(id: string): FontFace {
    const face = this.#faces.get(id)
    if (face === undefined) throw new Error(`no such face: ${id}`)
    return face
  }

  #makeChain(family: string, weight: Weight): readonly FontFace[] {
    const faces = new Set<FontFace>()
    const own = this.#own.get(plainFamilyName(family))
    const wanted = [family, ...(own?.fallback ?? []), ...this.#builtIn.fallback]
    for (const name of wanted) {
      const face = this.#faceOf(name, weight)
      if (face !== null) faces.add(face)
    }
    return [...faces]
  }

  #faceOf(name: string, weight: Weight): FontFace | null {
    const own = this.#own.get(plainFamilyName(name))
    if (own !== undefined) return own.face
    const alias = aliasOf(name)
    return this.#builtIn.families.get(alias?.family ?? name)?.[alias?.weight ?? weight] ?? null
  }
}

/**
 * Takes the folder of the built-in fonts and the publication's own font files; gives the library of both.
 * A font that cannot be used is reported and its family falls back as if the file were not there.
 * Built-in fonts are read on first use.
 */
export async function openFontLibrary(sources: FontSources): Promise<Outcome<FontLibrary>> {
  const diagnostics: Diagnostic[] = []
  const own = new Map<string, OwnFamily>()
  for (const [name, font] of Object.entries(sources.families)) {
    const opened = await openUserFont(font)
    diagnostics.push(...opened.diagnostics)
    if (opened.value !== null) own.set(plainFamilyName(name), { face: opened.value, fallback: font.fallback })
  }
  return { value: new Library(openBuiltInFonts(sources.directory), own), diagnostics }
}
