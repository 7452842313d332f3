import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { create, type Font } from 'fontkit'
import { describe, expect, test } from 'vitest'
import type { FontFace } from '../../src/assets/font.ts'
import { readSfnt, tableBytes, writeSfnt } from '../../src/assets/truetype/sfnt.ts'
import { openUserFont } from '../../src/assets/user-font.ts'
import { code } from './built-in.ts'

const FOLDER = join(import.meta.dirname, 'own-fonts')

async function open(file: string): Promise<FontFace> {
  const bytes = readFileSync(join(FOLDER, file))
  const { value } = await openUserFont({ file, bytes, face: null, fallback: [], span: null })
  return value!.regular
}

/** A subset as fontkit reads it, with the tables that a file of its own needs besides. */
function reread(
  file: string,
  subset: { format: 'truetype' | 'cff'; bytes: Uint8Array },
  count: number,
): Font {
  const whole = readSfnt(readFileSync(join(FOLDER, file)))
  const tables = new Map<string, Uint8Array>(
    [...whole.tables.keys()].map((tag) => [tag, tableBytes(whole, tag).slice()] as const),
  )
  if (subset.format === 'cff') tables.set('CFF ', subset.bytes)
  else {
    const part = readSfnt(subset.bytes)
    for (const tag of part.tables.keys()) tables.set(tag, tableBytes(part, tag).slice())
  }
  if (subset.format === 'cff') new DataView(tables.get('maxp')!.buffer).setUint16(4, count)
  return create(Buffer.from(writeSfnt(tables, whole.flavour))) as Font
}

const svg = (font: Font, glyph: number) => font.getGlyph(glyph).path.toSVG()
/** Every coordinate of a path moved. */
const moved = (font: Font, glyph: number, dx: number, dy: number) =>
  font.getGlyph(glyph).path.translate(dx, dy).toSVG()

describe.each(['cid-1000.otf', 'named-2048.otf', 'tibetan.ttf'])('combined glyphs of %s', (file) => {
  test('are drawn by their parts, each at its place; fitted ones are moved as a whole', async () => {
    const face = await open(file)
    const [a, b] = (file === 'tibetan.ttf' ? ['བ', 'ད'] : ['会', '—']).map((one) =>
      face.glyphOf(code(one)),
    ) as [number, number]
    const em = face.advanceEm(a)
    const pair = face.combine(
      [
        { glyph: a, dx: 0, dy: 0 },
        { glyph: b, dx: 0.5, dy: -0.25 },
      ],
      1.5,
    )
    expect(face.advanceEm(pair)).toBe(1.5)
    expect(face.inkEm(pair)?.bottom).toBeLessThanOrEqual((face.inkEm(b)?.bottom ?? 0) - 0.249)
    const before = reread(file, face.subset([0, a, b]), 3)
    const units = before.unitsPerEm
    const fitted = { source: 3, shift: 50, width: 2000 }
    const after = reread(file, face.subset([0, a, b, pair], [fitted]), 5)
    const parts = svg(before, 1) + moved(before, 2, 0.5 * units, -0.25 * units)
    expect(svg(after, 3)).toBe(parts)
    const shift = Math.round(0.05 * units)
    expect(svg(after, 4)).toBe(
      moved(before, 1, shift, 0) + moved(before, 2, 0.5 * units + shift, -0.25 * units),
    )
    expect(em).toBeGreaterThan(0)
  })

  test('have one number for the same parts, whatever was combined before', async () => {
    const parts = (glyph: number) => [{ glyph, dx: 0.1, dy: 0 }]
    const one = await open(file)
    const other = await open(file)
    one.combine(parts(2), 1)
    expect(one.combine(parts(1), 1)).toBe(other.combine(parts(1), 1))
    expect(one.combine(parts(1), 1)).not.toBe(one.combine(parts(1), 2))
  })
})
