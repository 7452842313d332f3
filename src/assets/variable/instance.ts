import { create, type Font, type Glyph } from 'fontkit'
import { Drawing } from '../cff/drawing.ts'
import { type EncodedPath, encodePath, type PathStep } from '../cff/encode-path.ts'
import { drawnFont, writeCff } from '../cff/write.ts'
import type { Outlines } from '../truetype/face.ts'
import { GlyphTable } from '../truetype/glyphs.ts'
import { readNames } from '../truetype/names.ts'
import { FontFault, requiredTable, type Sfnt, tableBytes, writeSfnt } from '../truetype/sfnt.ts'
import { TimeAllowance } from '../within-time.ts'

/** What fontkit needs of a variable font; it is shown nothing else, so that nothing else can hold it up. */
const TABLES = [
  'head',
  'hhea',
  'hmtx',
  'maxp',
  'cmap',
  'OS/2',
  'name',
  'post',
  'fvar',
  'avar',
  'gvar',
  'glyf',
  'loca',
  'HVAR',
  'CFF2',
]

/** Of fontkit for one face, in all, in ms. A large font takes a second. */
const ALLOWED = 20_000

interface DrawnGlyph {
  readonly advance: number
  readonly path: EncodedPath | null
}

const STEPS = { moveTo: 'M', lineTo: 'L', quadraticCurveTo: 'Q', bezierCurveTo: 'C' } as const

function stepsOf(glyph: Glyph): PathStep[] {
  return glyph.path.commands.flatMap(({ command, args }) =>
    command === 'closePath' ? [] : [[STEPS[command], ...args] as unknown as PathStep],
  )
}

/** Whatever fontkit throws at a file that is not as it should be is the file's fault. */
function opened<T>(allowance: TimeAllowance, work: () => T): T {
  try {
    return allowance.run(work)
  } catch {
    throw new FontFault('fvar')
  }
}

function openInstance(sfnt: Sfnt, weight: number | null, allowance: TimeAllowance): Font {
  const tables = new Map(
    TABLES.flatMap((tag) => (sfnt.tables.has(tag) ? [[tag, tableBytes(sfnt, tag)] as const] : [])),
  )
  const file = Buffer.from(writeSfnt(tables, sfnt.flavour))
  return opened(allowance, () => {
    const font = create(file) as Font
    return weight === null ? font : font.getVariation({ wght: weight })
  })
}

/**
 * Outlines of a variable font at a weight (null for its usual one), drawn by fontkit and cut into subsets as CFF. The time
 * that fontkit may take is bounded; a glyph that it cannot draw is lacking. Throws `FontFault`.
 */
export function instanceOutlines(sfnt: Sfnt, weight: number | null): Outlines {
  const count = sfnt.view.getUint16(requiredTable(sfnt, 'maxp', 6).offset + 4)
  const unitsPerEm = sfnt.view.getUint16(requiredTable(sfnt, 'head', 54).offset + 18)
  const allowance = new TimeAllowance(ALLOWED)
  const font = openInstance(sfnt, weight, allowance)
  const table = sfnt.flavour === 'truetype' ? new GlyphTable(sfnt) : null
  const draw = (glyph: number): DrawnGlyph => {
    const found = font.getGlyph(glyph)
    const advance = Math.round(found.advanceWidth)
    if (!(advance >= 0)) throw new RangeError('advance')
    return { advance, path: encodePath(stepsOf(found)) }
  }
  const known = new Map<number, DrawnGlyph | null>()
  const glyphOf = (glyph: number): DrawnGlyph | null => {
    if (glyph >= count) return null
    let drawn = known.get(glyph)
    if (drawn === undefined) {
      drawn = (table?.sound(glyph) ?? true) ? whereDrawn(() => allowance.run(() => draw(glyph))) : null
      known.set(glyph, drawn)
    }
    return drawn
  }
  // A file that fontkit cannot read at all shows it at its first glyph.
  if (opened(allowance, () => draw(0)) === null) throw new FontFault('fvar')
  const { postScript } = readNames(sfnt)
  return {
    count,
    sound: (glyph) => glyphOf(glyph) !== null,
    ink: (glyph) => glyphOf(glyph)?.path?.box ?? null,
    advance: (glyph) => glyphOf(glyph)?.advance ?? 0,
    format: 'cff',
    fetch: () => {},
    subset(glyphs, fitted, combinedOf) {
      const path = (glyph: number) => glyphOf(glyph)?.path ?? null
      const drawing = new Drawing({ unitsPerEm, path, partOf: () => 0, nominalWidth: () => 0, combinedOf })
      const plain = (glyph: number) => drawing.drawn(glyph, 0, (glyphOf(glyph)?.advance ?? 0) / unitsPerEm)
      const chosen = glyphs.map((glyph) => drawing.combined(glyph) ?? plain(glyph))
      const made = fitted.map((one) => drawing.fitted(glyphs[one.source] ?? 0, one))
      return { format: 'cff', bytes: writeCff(drawnFont(unitsPerEm), postScript, [...chosen, ...made]) }
    },
  }
}

function whereDrawn(draw: () => DrawnGlyph): DrawnGlyph | null {
  try {
    return draw()
  } catch {
    return null
  }
}
