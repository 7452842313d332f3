import { create, type Font, type GlyphPosition } from 'fontkit'
import type { PlacedGlyph, ShapedPiece } from './font.ts'
import { FontFault, type Sfnt, tableBytes, writeSfnt } from './truetype/sfnt.ts'
import { TimeAllowance } from './within-time.ts'

/** Shapes a word: see `FontFace.shape`. Advances are of the file's usual instance. */
export type Shaper = (text: string) => readonly ShapedPiece[] | null

/** What fontkit is shown: not `morx` and its like, whose state machines may run for ever. */
const TABLES = [
  'head',
  'hhea',
  'hmtx',
  'maxp',
  'cmap',
  'OS/2',
  'name',
  'post',
  'glyf',
  'loca',
  'CFF ',
  'GDEF',
  'GSUB',
  'GPOS',
]

/** Of fontkit for one face, in all, in ms. A word takes one. */
const ALLOWED = 10_000

/** สระอำ after tone marks: its ring goes below them, which fontkit leaves to the font (as OpenType's Thai shaping says). */
function withRings(text: string): string {
  return text
    .replace(/([\u0e34-\u0e37\u0e47-\u0e4e]*)\u0e33/g, '\u0e4d$1\u0e32')
    .replace(/([\u0eb4-\u0eb7\u0ec8-\u0ecd]*)\u0eb3/g, '\u0ecd$1\u0eb2')
}

interface Placed extends PlacedGlyph {
  readonly text: string
  readonly advance: number
}

/**
 * Takes a face with rules for its scripts (GSUB); gives what shapes its words, null where it has none. Words that
 * fontkit cannot shape, or not in the time it may take, come out as null. Throws `FontFault`.
 */
export function openShaper(sfnt: Sfnt, unitsPerEm: number): Shaper | null {
  if (!sfnt.tables.has('GSUB') && !sfnt.tables.has('GPOS')) return null
  const allowance = new TimeAllowance(ALLOWED)
  const tables = new Map(
    TABLES.flatMap((tag) => (sfnt.tables.has(tag) ? [[tag, tableBytes(sfnt, tag)] as const] : [])),
  )
  const file = Buffer.from(writeSfnt(tables, sfnt.flavour))
  let font: Font
  try {
    font = allowance.run(() => create(file) as Font)
  } catch {
    throw new FontFault('GSUB')
  }
  return (text) => {
    try {
      return allowance.run(() => shapeWord(font, text, unitsPerEm))
    } catch {
      return null
    }
  }
}

function shapeWord(font: Font, text: string, em: number): readonly ShapedPiece[] | null {
  const run = font.layout(withRings(text))
  let pen = 0
  const placed = run.glyphs.map((glyph, i): Placed => {
    const { xAdvance, xOffset, yOffset } = run.positions[i] as GlyphPosition
    const at = { glyph: glyph.id, dx: (pen + xOffset) / em, dy: yOffset / em, advance: xAdvance / em }
    pen += xAdvance
    return { ...at, text: String.fromCodePoint(...glyph.codePoints) }
  })
  const sound = placed.every(
    ({ glyph, dx, dy, advance }) => glyph > 0 && [dx, dy, advance].every(Number.isFinite),
  )
  if (placed.length === 0 || !sound || pen < 0) return null
  const rightToLeft = (run as unknown as { direction: string }).direction === 'rtl'
  const found = rightToLeft ? fromRight(placed) : fromLeft(placed)
  if (found.map((one) => one.text).join('') === text) return found
  return [{ text, parts: placed, advanceEm: pen / em }]
}

/** The letters of a word from left to right, each with the marks after it. */
function fromLeft(placed: readonly Placed[]): ShapedPiece[] {
  const groups: Placed[][] = []
  for (const one of placed) {
    if (one.advance > 0 || groups.length === 0) groups.push([one])
    else (groups.at(-1) as Placed[]).push(one)
  }
  return pieces(groups)
}

/** The letters of a word from right to left in the order in which they are read; marks come before theirs. */
function fromRight(placed: readonly Placed[]): ShapedPiece[] {
  const groups: Placed[][] = [[]]
  for (const one of placed) {
    ;(groups.at(-1) as Placed[]).push(one)
    if (one.advance > 0) groups.push([])
  }
  const left = groups.pop() as Placed[]
  groups.at(-1)?.push(...left)
  return pieces(groups).reverse()
}

function pieces(groups: readonly (readonly Placed[])[]): ShapedPiece[] {
  let start = 0
  return groups.map((group) => {
    const advanceEm = group.reduce((sum, { advance }) => sum + advance, 0)
    const parts = group.map(({ glyph, dx, dy }) => ({ glyph, dx: dx - start, dy }))
    start += advanceEm
    return { text: textOf(group), parts, advanceEm }
  })
}

/** Characters in the order in which they are read: a mark follows its letter, on whatever side its glyph is. */
function textOf(group: readonly Placed[]): string {
  const base = group.find(({ advance }) => advance > 0)
  const marks = group.filter((one) => one !== base)
  return [...(base ? [base] : []), ...marks].map(({ text }) => text).join('')
}
