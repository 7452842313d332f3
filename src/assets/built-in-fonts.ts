import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Weight } from '../base/text-style.ts'
import type { FittedGlyph, FontFace, FontSubset, InkBox, PlacedGlyph } from './font.ts'
import { PartialFile } from './partial-file.ts'
import { OpenTypeFace, trueTypeOutlines } from './truetype/face.ts'
import { readSfntInPart, SFNT_START } from './truetype/sfnt.ts'

/** One line of `fonts/manifest.json`. */
interface ManifestFont {
  readonly file: string
  readonly family: string
  readonly weight: Weight
  readonly sha256: string
}

/** The font manifest, as far as the program needs it. */
interface Manifest {
  readonly fallback: readonly string[]
  readonly fonts: readonly ManifestFont[]
}

/** A built-in face; its file is read when something is first asked of it. */
class BuiltInFace implements FontFace {
  readonly id: string
  readonly #path: string
  #face: OpenTypeFace | null = null

  constructor(path: string, id: string) {
    this.#path = path
    this.id = id
  }

  get #opened(): OpenTypeFace {
    if (this.#face === null) {
      const sfnt = readSfntInPart(new PartialFile(this.#path, SFNT_START))
      this.#face = new OpenTypeFace(this.id, sfnt, trueTypeOutlines(sfnt, true), true)
    }
    return this.#face
  }

  get postScriptName(): string {
    return this.#opened.postScriptName
  }

  get ascentEm(): number {
    return this.#opened.ascentEm
  }

  get descentEm(): number {
    return this.#opened.descentEm
  }

  get descriptor(): FontFace['descriptor'] {
    return this.#opened.descriptor
  }

  glyphOf(codePoint: number, variationSelector?: number): number {
    return this.#opened.glyphOf(codePoint, variationSelector)
  }

  advanceEm(glyph: number): number {
    return this.#opened.advanceEm(glyph)
  }

  inkEm(glyph: number): InkBox | null {
    return this.#opened.inkEm(glyph)
  }

  kernEm(left: number, right: number): number {
    return this.#opened.kernEm(left, right)
  }

  combine(parts: readonly PlacedGlyph[], advanceEm: number): number {
    return this.#opened.combine(parts, advanceEm)
  }

  get format(): FontSubset['format'] {
    return this.#opened.format
  }

  fetch(glyphs: readonly number[]): void {
    this.#opened.fetch(glyphs)
  }

  subset(glyphs: readonly number[], fitted: readonly FittedGlyph[] = []): FontSubset {
    return this.#opened.subset(glyphs, fitted)
  }
}

/** The faces of one family; where it has no bold, `bold` is the regular face. */
interface FamilyFaces {
  readonly regular: FontFace
  readonly bold: FontFace
  readonly hasBold: boolean
}

/** The families that come with the program, and the order in which they stand in for others. */
export interface BuiltInFonts {
  readonly families: ReadonlyMap<string, FamilyFaces>
  readonly fallback: readonly string[]
}

function faceOf(directory: string, font: ManifestFont): FontFace {
  const name = font.file.replace(/\.ttf$/, '')
  return new BuiltInFace(join(directory, font.file), `${name}-${font.sha256.slice(0, 8)}`)
}

/** Takes the folder with `manifest.json`; gives its families without reading any font yet. */
export function openBuiltInFonts(directory: string): BuiltInFonts {
  const manifest = JSON.parse(readFileSync(join(directory, 'manifest.json'), 'utf8')) as Manifest
  const families = new Map<string, FamilyFaces>()
  for (const family of new Set(manifest.fonts.map((font) => font.family))) {
    const fonts = manifest.fonts.filter((font) => font.family === family)
    const regular = faceOf(directory, fonts.find((font) => font.weight === 'regular')!)
    const boldFont = fonts.find((font) => font.weight === 'bold')
    const bold = boldFont === undefined ? regular : faceOf(directory, boldFont)
    families.set(family, { regular, bold, hasBold: boldFont !== undefined })
  }
  return { families, fallback: manifest.fallback }
}
