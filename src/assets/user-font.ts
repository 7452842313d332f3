import { createHash } from 'node:crypto'
import { type Diagnostic, diagnostic, type Outcome } from '../base/diagnostic.ts'
import type { FontFace } from './font.ts'
import type { UserFont } from './font-library.ts'
import { OpenTypeFace, type Outlines, trueTypeOutlines } from './truetype/face.ts'
import { readNames } from './truetype/names.ts'
import { FontFault, faceOffsets, readSfnt, type Sfnt } from './truetype/sfnt.ts'

/** Limit of safety.md: no font file may be larger. */
export const MAX_FONT_BYTES = 60 * 1024 * 1024

const WEB_FONTS = ['wOFF', 'wOF2']

function magicOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, 4))
}

function chooseFace(font: UserFont): Sfnt | readonly string[] {
  const faces = faceOffsets(font.bytes).map((offset) => readSfnt(font.bytes, offset))
  if (font.face === null) return faces[0]!
  const wanted = font.face.toLowerCase()
  const named = faces.map((sfnt) => readNames(sfnt))
  const index = named.findIndex(({ all }) => all.some((name) => name.toLowerCase() === wanted))
  return faces[index] ?? named.map(({ all, postScript }) => all[0] ?? postScript)
}

async function outlinesOf(sfnt: Sfnt): Promise<Outlines> {
  if (sfnt.flavour === 'truetype') return trueTypeOutlines(sfnt)
  const { cffOutlines } = await import('./cff/outlines.ts')
  return cffOutlines(sfnt)
}

async function openFace(font: UserFont): Promise<Outcome<FontFace | null>> {
  const sfnt = chooseFace(font)
  if ('length' in sfnt) {
    const values = { file: font.file, face: font.face ?? '', faces: sfnt.join('、') }
    return { value: null, diagnostics: [diagnostic('E-FONT-FACE', font.span, values)] }
  }
  const hash = createHash('sha256').update(font.bytes).digest('hex').slice(0, 16)
  const face = new OpenTypeFace(`${readNames(sfnt).postScript}-${hash}`, sfnt, await outlinesOf(sfnt), false)
  const diagnostics: Diagnostic[] = []
  if (face.descriptor.embedding === 'restricted') {
    diagnostics.push(diagnostic('W-FONT-EMBED', font.span, { file: font.file }))
  }
  if (sfnt.tables.has('fvar')) diagnostics.push(diagnostic('W-FONT-VARIABLE', font.span, { file: font.file }))
  return { value: face, diagnostics }
}

/**
 * Takes a font file of the publication (TTF, OTF, or one face of a TTC); gives its face, or null with the
 * reason. Whatever is in the file, it never throws and its look-ups never fail.
 */
export async function openUserFont(font: UserFont): Promise<Outcome<FontFace | null>> {
  const { file, bytes, span } = font
  const refuse = (one: Diagnostic) => ({ value: null, diagnostics: [one] })
  if (bytes.length > MAX_FONT_BYTES) return refuse(diagnostic('E-FONT-SIZE', span, { file, limit: '60 MB' }))
  if (WEB_FONTS.includes(magicOf(bytes))) return refuse(diagnostic('E-FONT-WEB', span, { file }))
  try {
    return await openFace(font)
  } catch (fault) {
    if (!(fault instanceof FontFault || fault instanceof RangeError)) throw fault
    const where = fault instanceof FontFault ? fault.where : ''
    return refuse(diagnostic('E-FONT', span, { file, where }))
  }
}
