import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Weight } from '../base/text-style.ts'
import { STROKE_EM } from './emboldened-face.ts'
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
  /** The families whose look it shares; its own name alone when absent. */
  readonly voices?: readonly string[]
}

/** The font manifest, as far as the program needs it. */
interface Manifest {
  /** By family, what its characters are taken from when it lacks them, best first. */
  readonly fallback?: Fallback
  readonly fonts: readonly ManifestFont[]
}

type Fallback = Readonly<Record<string, readonly string[]>>

/** A built-in face; its file is read when something is first asked of it. */
class BuiltInFace implements FontFace {
  readonly id: string
  readonly strokeEm: number
  readonly #path: string
  #face: OpenTypeFace | null = null

  constructor(path: string, id: string, strokeEm = 0) {
    this.#path = path
    this.id = id
    this.strokeEm = strokeEm
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

/** The faces of one family; where it has no bold, `bold` is the regular face made bold by a stroke. */
interface FamilyFaces {
  readonly regular: FontFace
  readonly bold: FontFace
  readonly hasBold: boolean
  /** The families whose look it shares. */
  readonly voices: readonly string[]
}

/** The families that come with the program, and the order in which they stand in for others. */
export interface BuiltInFonts {
  readonly families: ReadonlyMap<string, FamilyFaces>
  readonly fallback: Fallback
}

function faceOf(font: PlacedFont, strokeEm = 0): FontFace {
  const name = font.file.replace(/\.ttf$/, '')
  const id = `${name}-${font.sha256.slice(0, 8)}${strokeEm === 0 ? '' : '-stroked'}`
  return new BuiltInFace(join(font.directory, font.file), id, strokeEm)
}

interface PlacedFont extends ManifestFont {
  readonly directory: string
}

function readManifest(directory: string): Manifest {
  return JSON.parse(readFileSync(join(directory, 'manifest.json'), 'utf8')) as Manifest
}

/** The bold of a family: its own, or the regular with a stroke. */
function boldOf(fonts: readonly PlacedFont[], regular: PlacedFont): FontFace {
  const bold = fonts.find((font) => font.weight === 'bold')
  return bold === undefined ? faceOf(regular, STROKE_EM) : faceOf(bold)
}

/**
 * Takes the folder with the built-in fonts' `manifest.json` and those of packages with more of them; gives the families
 * without reading any font yet.
 */
export function openBuiltInFonts(directory: string, more: readonly string[] = []): BuiltInFonts {
  const { fallback = {}, fonts: own } = readManifest(directory)
  const place = (folder: string, fonts: readonly ManifestFont[]) =>
    fonts.map((font) => ({ ...font, directory: folder }))
  const all = [
    ...place(directory, own),
    ...more.flatMap((folder) => place(folder, readManifest(folder).fonts)),
  ]
  const families = new Map<string, FamilyFaces>()
  for (const family of new Set(all.map((font) => font.family))) {
    const fonts = all.filter((font) => font.family === family)
    const first = fonts.find((font) => font.weight === 'regular') as PlacedFont
    const regular = faceOf(first)
    const bold = boldOf(fonts, first)
    const hasBold = fonts.some((font) => font.weight === 'bold')
    families.set(family, { regular, bold, hasBold, voices: first.voices ?? [family] })
  }
  return { families, fallback }
}
