import { create, type Font } from 'fontkit'
import { describe, expect, test } from 'vitest'
import { trueTypeOutlines } from '../../src/assets/truetype/face.ts'
import { readSfnt, tableBytes, writeSfnt } from '../../src/assets/truetype/sfnt.ts'
import { builtInLibrary, code, fontBytes, manifest } from './built-in.ts'

const library = await builtInLibrary()
const SAMPLE = [...'，。“”（）—―…·A1gÅřčя简报一龘𫚭𬭊㛃〇①℃']

describe.each(manifest.fonts.map((font) => [font.file, font] as const))(
  '%s as fontkit sees it',
  (file, font) => {
    const other = create(Buffer.from(fontBytes(file))) as Font
    const face = library
      .chain(font.family, font.weight)
      .find((one) => one.id.startsWith(file.replace('.ttf', '')))!

    test('the same glyphs and advances', () => {
      for (const character of SAMPLE) {
        const glyph = face.glyphOf(code(character))
        expect(glyph, character).toBe(
          other.hasGlyphForCodePoint(code(character)) ? other.glyphForCodePoint(code(character)).id : 0,
        )
        expect(face.advanceEm(glyph), character).toBe(other.getGlyph(glyph).advanceWidth / 1000)
      }
    })

    test('the same ink', () => {
      for (const character of SAMPLE) {
        const glyph = face.glyphOf(code(character))
        const ink = face.inkEm(glyph)
        if (glyph === 0 || ink === null) continue
        const { minX, minY, maxX, maxY } = other.getGlyph(glyph).cbox
        expect([ink.left, ink.bottom, ink.right, ink.top], character).toEqual(
          [minX, minY, maxX, maxY].map((one) => one / 1000),
        )
      }
    })

    test('a subset keeps order, outlines and advances', () => {
      const glyphs = [0, ...new Set([...SAMPLE].reverse().map((one) => face.glyphOf(code(one))))].filter(
        (one, index) => one > 0 || index === 0,
      )
      const { bytes, format } = face.subset(glyphs)
      expect(format).toBe('truetype')
      const subset = readSfnt(bytes)
      const outlines = trueTypeOutlines(subset)
      const hmtx = new DataView(tableBytes(subset, 'hmtx').slice().buffer)
      const reopened = create(Buffer.from(withCmap(bytes))) as Font
      for (const [index, glyph] of glyphs.entries()) {
        expect(outlines.sound(index)).toBe(true)
        expect(hmtx.getUint16(4 * index)).toBe(other.getGlyph(glyph).advanceWidth)
        expect(reopened.getGlyph(index).path.toSVG()).toBe(other.getGlyph(glyph).path.toSVG())
      }
    })
  },
)

/** fontkit opens no font without a cmap; an empty one serves. */
function withCmap(bytes: Uint8Array): Uint8Array {
  const part = readSfnt(bytes)
  const tables = new Map([...part.tables.keys()].map((tag) => [tag, tableBytes(part, tag)]))
  tables.set(
    'cmap',
    new Uint8Array([0, 0, 0, 1, 0, 3, 0, 10, 0, 0, 0, 12, 0, 12, 0, 0, 0, 0, 0, 16, 0, 0, 0, 0, 0, 0, 0, 0]),
  )
  return writeSfnt(tables, 'truetype')
}

test('the same glyphs give the same bytes, with right checksums', () => {
  const face = library.chain('宋体', 'regular')[0]!
  const glyphs = [0, face.glyphOf(code('简')), face.glyphOf(code('ř'))]
  const { bytes } = face.subset(glyphs)
  expect(face.subset(glyphs).bytes).toEqual(bytes)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let sum = 0
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + view.getUint32(at)) | 0
  expect(sum >>> 0).toBe(0xb1b0afba)
})

test('parts of composite glyphs follow the glyphs asked for', () => {
  const source = readSfnt(fontBytes('jianbao-song-regular.ttf'))
  const face = library.chain('宋体', 'regular')[0]!
  const composite = face.glyphOf(code('ř'))
  expect(source.view.getInt16(trueTypeStart(source, composite))).toBe(-1)
  const subset = readSfnt(face.subset([0, composite, face.glyphOf(code('中'))]).bytes)
  expect(trueTypeOutlines(subset).count).toBeGreaterThan(3)
  expect(trueTypeOutlines(subset).ink(1)).toEqual(trueTypeOutlines(source).ink(composite))
})

function trueTypeStart(source: ReturnType<typeof readSfnt>, glyph: number): number {
  return (
    source.tables.get('glyf')!.offset + source.view.getUint32(source.tables.get('loca')!.offset + 4 * glyph)
  )
}
