import { expect, test } from 'vitest'
import type { FontFace } from '../../src/assets/font.ts'
import { trueTypeOutlines } from '../../src/assets/truetype/face.ts'
import { readSfnt, tableBytes, writeSfnt } from '../../src/assets/truetype/sfnt.ts'
import { openUserFont } from '../../src/assets/user-font.ts'
import { builtInLibrary, code } from './built-in.ts'
import { completeFont, tinyCffFont } from './tiny-fonts.ts'

const library = await builtInLibrary()
const song = library.chain('宋体', 'regular')[0]!
const wanted = [...'简报ř，“A'].map((one) => song.glyphOf(code(one)))
const { bytes: small } = song.subset([0, ...wanted])
const trueType = completeFont('Tiny', small)

async function open(bytes: Uint8Array): Promise<FontFace | null> {
  const { value, diagnostics } = await openUserFont({
    file: 'x.ttf',
    bytes,
    face: null,
    fallback: [],
    span: null,
  })
  expect(value === null).toBe(diagnostics.some((one) => one.severity === 'error'))
  for (const one of diagnostics) expect(one.code).toMatch(/^(E-FONT|E-FONT-WEB|W-FONT-EMBED)$/)
  return value?.regular ?? null
}

/** Asks a face for everything; nothing may throw. */
function use(face: FontFace): void {
  const glyphs = new Set([0])
  for (const character of '简报中Aé\u{20bb7}') glyphs.add(face.glyphOf(code(character)))
  face.glyphOf(code('简'), 0xfe00)
  for (const glyph of [...glyphs, 1, 2, 65_535]) {
    expect(Number.isFinite(face.advanceEm(glyph))).toBe(true)
    face.inkEm(glyph)
    face.kernEm(glyph, 1)
  }
  expect(face.descriptor.bbox.every(Number.isFinite)).toBe(true)
  expect(face.subset([...glyphs]).bytes.length).toBeGreaterThan(0)
  expect(face.subset([...glyphs, 65_535]).bytes.length).toBeGreaterThan(0)
}

const FONTS = [
  ['TrueType', trueType],
  ['CFF', tinyCffFont('Tiny')],
] as const

test.each(FONTS)('%s: cut off anywhere, it is refused or works', async (_, bytes) => {
  for (let part = 0; part < 200; part++) {
    const face = await open(bytes.subarray(0, Math.floor((bytes.length * part) / 200)))
    if (face !== null) use(face)
  }
})

test.each(FONTS)('%s: with any byte changed, it is refused or works', async (_, bytes) => {
  const step = Math.max(1, Math.floor(bytes.length / 700))
  for (let at = 0; at < bytes.length; at += step) {
    for (const value of [0x00, 0xff, bytes[at]! ^ 0x80]) {
      const broken = bytes.slice()
      broken[at] = value
      const face = await open(broken)
      if (face !== null) use(face)
    }
  }
})

test('a composite glyph that contains itself is lacking, not a hang', async () => {
  const sfnt = readSfnt(trueType)
  const outlines = trueTypeOutlines(sfnt)
  expect(outlines.sound(1)).toBe(true)
  const tables = new Map([...sfnt.tables.keys()].map((tag) => [tag, tableBytes(sfnt, tag).slice()] as const))
  const composite = new Uint8Array([255, 255, 0, 0, 0, 0, 0, 10, 0, 10, 0, 0, 0, 1, 0, 0])
  const loca = new Uint8Array(2 * (outlines.count + 1))
  for (let index = 2; index <= outlines.count; index++) loca[2 * index + 1] = composite.length / 2
  const head = tables.get('head')!
  new DataView(head.buffer).setUint16(50, 0)
  const face = await open(
    writeSfnt(new Map([...tables, ['glyf', composite], ['loca', loca], ['head', head]]), 'truetype'),
  )
  expect(face!.glyphOf(code('简'))).toBe(0)
  use(face!)
})
