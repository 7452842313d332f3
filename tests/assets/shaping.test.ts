import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { FontFace, ShapedPiece } from '../../src/assets/font.ts'
import { openUserFont } from '../../src/assets/user-font.ts'

const FOLDER = join(import.meta.dirname, 'own-fonts')
const bytesOf = (name: string) => readFileSync(join(FOLDER, `${name}.ttf`))

async function open(bytes: Uint8Array): Promise<FontFace | null> {
  const font = { file: 'x', bytes, face: null, fallback: [], span: null }
  return (await openUserFont(font, { shapes: true })).value?.regular ?? null
}

/** What HarfBuzz 6.0 (`hb-shape --no-glyph-names --no-clusters`) makes of these words in the same files. */
const HARFBUZZ: readonly (readonly [file: string, word: string, glyphs: string])[] = [
  ['tibetan', 'བཀྲ་', '4+641|31+704|70+210'],
  ['tibetan', 'སྐྱེས་', '63+675|72@-599,0+0|9+675|70+210'],
  ['arabic', 'ئۇيغۇر', '16+386|61+468|32+414|67+343|61+468|71+275'],
  ['arabic', 'سالام', '48+489|3+0|47+518|2+253|21+658'],
  ['mongolian', 'ᠮᠣᠩᠭᠣᠯ', '38+492|3+573|7+574|54+568|3+573|8+383'],
  ['devanagari', 'हिन्दी', '49+259|8+531|17+309|3+520|69+259'],
  ['devanagari', 'कार्यक्रम', '2+762|9+259|6+580|13+0|22+762|5+598'],
  ['thai', 'ที่นี่', '22+609|18@-3,0+0|3@-3,0+0|13+613|18+0|3+0'],
  ['thai', 'น้ำ', '13+613|7+0|6@-29,0+0|15+406'],
]

/** Glyphs with their places in units of 1/1000 em, from left to right. */
function placesOf(pieces: readonly ShapedPiece[], rightToLeft: boolean): string[] {
  let pen = 0
  return (rightToLeft ? [...pieces].reverse() : pieces).flatMap(({ parts, advanceEm }) => {
    const start = pen
    pen += advanceEm
    return parts.map(
      ({ glyph, dx, dy }) => `${glyph} ${Math.round(1000 * (start + dx))} ${Math.round(1000 * dy)}`,
    )
  })
}

function placesIn(glyphs: string): string[] {
  let pen = 0
  return glyphs.split('|').map((one) => {
    const [, glyph, dx = '0', dy = '0', advance] = /^(\d+)(?:@(-?\d+),(-?\d+))?\+(\d+)$/.exec(one)!
    const place = `${glyph} ${pen + Number(dx)} ${Number(dy)}`
    pen += Number(advance)
    return place
  })
}

describe('words of scripts whose letters join, stack or change places', () => {
  test.each(HARFBUZZ)('%s: %s is set as HarfBuzz sets it', async (file, word, glyphs) => {
    const pieces = (await open(bytesOf(file)))!.shape!(word)!
    expect(placesOf(pieces, file === 'arabic')).toEqual(placesIn(glyphs))
    expect(pieces.map((one) => one.text).join('')).toBe(word)
  })

  test('a font that is not opened for it shapes nothing', async () => {
    const font = { file: 'x', bytes: bytesOf('tibetan'), face: null, fallback: [], span: null }
    expect((await openUserFont(font)).value?.regular.shape?.('བོད')).toBeNull()
  })

  test('a word with a letter that the font lacks is not shaped', async () => {
    expect((await open(bytesOf('tibetan')))!.shape!('བོདཙ')).toBeNull()
  })

  test.each(['tibetan', 'arabic'])('%s damaged anywhere is refused or works', async (file) => {
    const bytes = bytesOf(file)
    const word = file === 'arabic' ? 'سالام' : 'སྐྱེས་'
    for (let at = 12; at < bytes.length; at += 211) {
      for (const value of [0xff, bytes[at]! ^ 0x80]) {
        const broken = Uint8Array.from(bytes)
        broken[at] = value
        const face = await open(broken)
        const pieces = face?.shape?.(word) ?? []
        for (const { parts, advanceEm } of pieces) {
          const glyph = face!.combine(parts, advanceEm)
          expect(Number.isFinite(face!.advanceEm(glyph))).toBe(true)
          expect(face!.subset([0, glyph]).bytes.length).toBeGreaterThan(0)
        }
      }
    }
  })
})
