import { createHash } from 'node:crypto'
import { type Diagnostic, diagnostic, type Outcome } from '../base/diagnostic.ts'
import { embeddingProblems } from '../base/messages/asset-words.ts'
import type { Span } from '../base/source.ts'
import { bestFace, bolderFace, type CollectionFace, collectionFace, facesNamed } from './collection.ts'
import { EmboldenedFace } from './emboldened-face.ts'
import type { FontFace } from './font.ts'
import type { Shaper } from './shaping.ts'
import { OpenTypeFace, type Outlines, trueTypeOutlines } from './truetype/face.ts'
import { FontFault, faceOffsets, readSfnt, requiredTable, type Sfnt } from './truetype/sfnt.ts'
import { clamped, type WeightAxis, weightAxis } from './variable/axis.ts'
import { unwrapWebFont, webFontKind } from './web/unwrap.ts'

/** A font file of the project, already read. */
export interface FontFile {
  /** Path as written, for messages. */
  readonly file: string
  readonly bytes: Uint8Array
  readonly span: Span | null
}

/** What a publication says of one family in `fonts:`. */
export interface UserFont extends FontFile {
  /** Name of one face of a collection; null where the program is to choose. */
  readonly face: string | null
  /** 400 is regular, 700 bold; null for regular. Counts where the file has several weights. */
  readonly weight?: number | null
  /** The file of its bold. */
  readonly bold?: FontFile | null
  /** Families that stand in for what it lacks. */
  readonly fallback: readonly string[]
}

/** A family's two faces; one of them may be made of the other. */
export interface OwnFaces {
  readonly regular: FontFace
  readonly bold: FontFace
}

/** Limit (SECURITY.md): no font file may be larger. */
export const MAX_FONT_BYTES = 60 * 1024 * 1024

const REGULAR = 400
const BOLD = 700

/** What is wanted of a file. */
interface Wanted {
  readonly shapes: boolean
  readonly face: string | null
  readonly weight: number
  /** Whether the publication asks for this weight and no other. */
  readonly isAsked: boolean
  readonly language: string
}

/** The face chosen from a file, with the others beside it; null with what was found instead. */
interface Choice {
  readonly chosen: CollectionFace | null
  readonly faces: readonly CollectionFace[]
  readonly diagnostics: readonly Diagnostic[]
}

function nameOf({ names }: CollectionFace): string {
  return names.all.find((name) => names.families.includes(name)) ?? names.all[0] ?? names.postScript
}

function chooseFace({ file, bytes, span }: FontFile, { face, weight, language }: Wanted): Choice {
  const faces = faceOffsets(bytes).map((offset) => collectionFace(readSfnt(bytes, offset)))
  const named = face === null ? faces : facesNamed(faces, face)
  if (named.length === 0) {
    const values = { file, face: face ?? '', faces: faces.map(nameOf).join('、') }
    return { chosen: null, faces, diagnostics: [diagnostic('E-FONT-FACE', span, values)] }
  }
  const chosen = bestFace(named, language, weight)
  const isGuess = face === null && faces.length > 1
  const values = { file, language, face: nameOf(chosen), faces: [...new Set(faces.map(nameOf))].join('、') }
  const told = isGuess ? [diagnostic('I-FONT-FACE', span, values)] : []
  return { chosen, faces, diagnostics: told }
}

/** `weight` is that of a variable font; null for one that is not, or not in weight. */
async function outlinesOf(sfnt: Sfnt, weight: number | null): Promise<Outlines> {
  if (sfnt.tables.has('CFF2') || (weight !== null && weight !== weightAxis(sfnt)?.usual)) {
    const { instanceOutlines } = await import('./variable/instance.ts')
    return instanceOutlines(sfnt, weight)
  }
  if (sfnt.flavour === 'truetype') return trueTypeOutlines(sfnt)
  const { cffOutlines } = await import('./cff/outlines.ts')
  return cffOutlines(sfnt)
}

async function shaperOf(sfnt: Sfnt): Promise<Shaper | null> {
  const { openShaper } = await import('./shaping.ts')
  return openShaper(sfnt, sfnt.view.getUint16(requiredTable(sfnt, 'head', 54).offset + 18))
}

async function ownFace(
  { bytes }: FontFile,
  { sfnt, names }: CollectionFace,
  index: number,
  weight: number | null,
  shapes: boolean,
): Promise<FontFace> {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
  const instance = weight === null ? '' : `-${weight}`
  const id = `${names.postScript}-${hash}${index > 0 ? `-${index}` : ''}${instance}`
  const shaper = shapes ? await shaperOf(sfnt) : null
  return new OpenTypeFace(id, sfnt, await outlinesOf(sfnt, weight), false, shaper)
}

/** What is said once of a file whose faces may not be embedded, or not in part. */
function embeddingRemark(faces: readonly FontFace[], { file, span }: FontFile): Diagnostic[] {
  const found = faces.map((face) => face.descriptor.embedding)
  const worst = (['restricted', 'whole'] as const).find((one) => found.includes(one))
  if (worst === undefined) return []
  const { zh, en } = embeddingProblems[worst]
  return [diagnostic('W-FONT-EMBED', span, { file, whatZh: zh, whatEn: en })]
}

/** The face wanted of a file and the bold beside it in the file, if it has one. */
async function openFile(font: FontFile, wanted: Wanted): Promise<Outcome<Partial<OwnFaces>>> {
  const { chosen, faces, diagnostics } = chooseFace(font, wanted)
  if (chosen === null) return { value: {}, diagnostics }
  const said: Diagnostic[] = [...diagnostics]
  const { file, span } = font
  const { shapes } = wanted
  const axis = weightAxis(chosen.sfnt)
  const weight = axis && clamped(axis, wanted.weight)
  const got = weight ?? (faces.length > 1 || axis ? chosen.weight : null)
  if (wanted.isAsked && got !== wanted.weight)
    said.push(diagnostic('W-FONT-WEIGHT', span, { file, weight: wanted.weight, used: got ?? chosen.weight }))
  const place = faces.indexOf(chosen)
  const regular = await ownFace(font, chosen, place, weight, shapes)
  const bolder = bolderFace(faces, chosen)
  const bolderWeight = axis && boldWeight(axis, weight ?? REGULAR)
  if (bolderWeight !== null) {
    const bold = await ownFace(font, chosen, place, bolderWeight, shapes)
    return { value: { regular, bold }, diagnostics: [...said, ...embeddingRemark([regular], font)] }
  }
  const bold =
    bolder === null ? {} : { bold: await ownFace(font, bolder, faces.indexOf(bolder), null, shapes) }
  const remark = embeddingRemark([regular, ...Object.values(bold)], font)
  return { value: { regular, ...bold }, diagnostics: [...said, ...remark] }
}

/** A variable font's bold; null where its axis has nothing plainly bolder than the regular. */
function boldWeight(axis: WeightAxis, regular: number): number | null {
  const bold = clamped(axis, Math.max(BOLD, regular + 200))
  return bold >= Math.max(600, regular + 150) ? bold : null
}

/** The same, whatever is in the file; a web font is unwrapped first. */
async function openBounded(font: FontFile, wanted: Wanted): Promise<Outcome<Partial<OwnFaces>>> {
  const { file, bytes, span } = font
  const refuse = (one: Diagnostic) => ({ value: {}, diagnostics: [one] })
  if (bytes.length > MAX_FONT_BYTES) return refuse(diagnostic('E-FONT-SIZE', span, { file, limit: '60 MB' }))
  try {
    const kind = webFontKind(bytes)
    return await openFile(kind === null ? font : { ...font, bytes: await unwrapWebFont(bytes, kind) }, wanted)
  } catch (fault) {
    if (!(fault instanceof FontFault || fault instanceof RangeError)) throw fault
    const where = fault instanceof FontFault ? fault.where : ''
    return refuse(diagnostic('E-FONT', span, { file, where }))
  }
}

/**
 * Takes the font files of one family (TTF, OTF, WOFF, WOFF2, or a face of a TTC) and the publication's language, and whether its texts need shaping; gives its
 * faces, or
 * null with the reason. The bold is the `bold` file, or the file's own, or made by a stroke. Whatever is in the files, it
 * never throws and look-ups never fail.
 */
export async function openUserFont(
  font: UserFont,
  { language = 'zh-CN', shapes = false }: { readonly language?: string; readonly shapes?: boolean } = {},
): Promise<Outcome<OwnFaces | null>> {
  const opened = await openBounded(font, {
    face: font.face,
    weight: font.weight ?? REGULAR,
    isAsked: font.weight != null,
    language,
    shapes,
  })
  const { regular } = opened.value
  if (regular === undefined) return { value: null, diagnostics: opened.diagnostics }
  if (!font.bold) {
    const bold = opened.value.bold ?? new EmboldenedFace(regular)
    return { value: { regular, bold }, diagnostics: opened.diagnostics }
  }
  const bolder = await openBounded(font.bold, { face: null, weight: BOLD, isAsked: false, language, shapes })
  const diagnostics = [...opened.diagnostics, ...bolder.diagnostics]
  return { value: { regular, bold: bolder.value.regular ?? new EmboldenedFace(regular) }, diagnostics }
}
