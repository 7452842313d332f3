import type { Diagnostic, Outcome } from '../base/diagnostic.ts'
import type { Weight } from '../base/text-style.ts'
import { type BuiltInFonts, openBuiltInFonts } from './built-in-fonts.ts'
import { aliasOf, plainFamilyName } from './family-names.ts'
import type { FontFace, FontLibrary } from './font.ts'
import { type OwnFaces, openUserFont, type UserFont } from './user-font.ts'

export type { UserFont } from './user-font.ts'

/** Where the fonts come from. */
export interface FontSources {
  /** Folder of the built-in fonts, with `manifest.json`. */
  readonly directory: string
  /** Folders of more such fonts; none when absent. */
  readonly more?: readonly string[]
  /** By family name. */
  readonly families: Readonly<Record<string, UserFont>>
  /** Families that a publication lets stand in for a built-in one, by its name; none when absent. */
  readonly fallbacks?: Readonly<Record<string, readonly string[]>>
  /** The publication's, by which a face of a collection is chosen; zh-CN when left out. */
  readonly language?: string
  /** Whether the texts have scripts whose letters join, stack or change places; not when left out. */
  readonly shapes?: boolean
}

interface OwnFamily extends OwnFaces {
  readonly fallback: readonly string[]
}

class Library implements FontLibrary {
  readonly #builtIn: BuiltInFonts
  readonly #own: ReadonlyMap<string, OwnFamily>
  /** By plain name of a family without a file of its own. */
  readonly #named: ReadonlyMap<string, readonly string[]>
  readonly #chains = new Map<string, readonly FontFace[]>()
  readonly #faces = new Map<string, FontFace>()

  constructor(
    builtIn: BuiltInFonts,
    own: ReadonlyMap<string, OwnFamily>,
    named: ReadonlyMap<string, readonly string[]>,
  ) {
    this.#builtIn = builtIn
    this.#own = own
    this.#named = named
    for (const { regular, bold } of builtIn.families.values()) {
      this.#faces.set(regular.id, regular)
      this.#faces.set(bold.id, bold)
    }
    for (const { regular, bold } of own.values()) {
      this.#faces.set(regular.id, regular)
      this.#faces.set(bold.id, bold)
    }
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

  kin(family: string, weight: Weight): ReadonlySet<FontFace> {
    const voice = this.#voiceOf(family)
    const { families, fallback } = this.#builtIn
    const kindred = [...families].filter(([, { voices }]) => voices.includes(voice)).map(([name]) => name)
    const named = [family, voice, ...(fallback[voice] ?? [])].flatMap((name) => this.#namedFor(name))
    return this.#facesOf([family, ...named, ...kindred], weight)
  }

  #makeChain(family: string, weight: Weight): readonly FontFace[] {
    const voice = this.#voiceOf(family)
    const names = [family, voice, ...(this.#builtIn.fallback[voice] ?? [])]
    const chain = names.flatMap((name) => [name, ...this.#namedFor(name)])
    return [...this.#facesOf(chain, weight)]
  }

  #facesOf(names: readonly string[], weight: Weight): ReadonlySet<FontFace> {
    return new Set(names.flatMap((name) => this.#faceOf(name, weight) ?? []))
  }

  /** The families that the publication lets stand in for this one. */
  #namedFor(family: string): readonly string[] {
    const own = this.#own.get(plainFamilyName(family))
    if (own !== undefined) return own.fallback
    const canonical = aliasOf(family)?.family ?? family
    return [family, canonical].flatMap((name) => this.#named.get(plainFamilyName(name)) ?? [])
  }

  /** The built-in family whose look it has; 宋体 when nothing tells. */
  #voiceOf(family: string): string {
    const own = this.#own.has(plainFamilyName(family))
    const alias = aliasOf(family)?.family
    if (alias !== undefined) return alias
    return own && SANS.test(family) ? '黑体' : '宋体'
  }

  #faceOf(name: string, weight: Weight): FontFace | null {
    const own = this.#own.get(plainFamilyName(name))
    if (own !== undefined) return own[weight]
    const alias = aliasOf(name)
    return this.#builtIn.families.get(alias?.family ?? name)?.[alias?.weight ?? weight] ?? null
  }
}

/** The built-in family that a name is another name of; the name itself where it is of another typeface. */
function sameFamily(name: string): string {
  const alias = aliasOf(name)
  return alias === null || alias.substitute ? name : alias.family
}

/** Names of families without serifs. */
const SANS = /黑|圆|hei|sans|gothic|yuan/i

/**
 * Takes the folder of the built-in fonts and the publication's own font files; gives the library of both.
 * A font that cannot be used is reported and its family falls back as if the file were not there.
 * Built-in fonts are read on first use.
 */
export async function openFontLibrary(sources: FontSources): Promise<Outcome<FontLibrary>> {
  const diagnostics: Diagnostic[] = []
  const own = new Map<string, OwnFamily>()
  for (const [name, font] of Object.entries(sources.families)) {
    const opened = await openUserFont(font, sources)
    diagnostics.push(...opened.diagnostics)
    if (opened.value !== null) own.set(plainFamilyName(name), { ...opened.value, fallback: font.fallback })
  }
  const named = new Map(
    Object.entries(sources.fallbacks ?? {}).map(([name, families]) => [
      plainFamilyName(sameFamily(name)),
      families,
    ]),
  )
  const builtIn = openBuiltInFonts(sources.directory, sources.more)
  return { value: new Library(builtIn, own, named), diagnostics }
}
