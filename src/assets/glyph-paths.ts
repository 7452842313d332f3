import { create, type Font } from 'fontkit'
import type { FontFace, GlyphPath } from './font.ts'
import { readSfnt } from './truetype/sfnt.ts'

const LETTERS = {
  moveTo: 'M',
  lineTo: 'L',
  quadraticCurveTo: 'Q',
  bezierCurveTo: 'C',
  closePath: 'Z',
} as const

/**
 * The outlines of a face's glyphs, in the order given: those that its subset in a PDF would have, so that combined
 * glyphs and instances of variable fonts are drawn too. Coordinates are whole font units; the second value is how many
 * of them an em has.
 */
export function glyphPaths(
  face: FontFace,
  glyphs: readonly number[],
): { readonly paths: readonly GlyphPath[]; readonly unitsPerEm: number } {
  face.fetch(glyphs)
  const { bytes } = face.subset([0, ...glyphs])
  const { view, tables } = readSfnt(bytes)
  const unitsPerEm = view.getUint16((tables.get('head')?.offset ?? 0) + 18)
  // A subset is one face.
  const font = create(Buffer.from(bytes)) as Font
  return { paths: glyphs.map((_, at) => pathData(font.getGlyph(at + 1).path.commands)), unitsPerEm }
}

interface Command {
  readonly command: keyof typeof LETTERS
  readonly args: readonly number[]
}

function pathData(commands: readonly Command[]): GlyphPath {
  return commands.map(({ command, args }) => LETTERS[command] + args.map(Math.round).join(' ')).join('')
}
