import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { FontFace } from '../../src/assets/font.ts'
import { GlyphTable } from '../../src/assets/truetype/glyphs.ts'
import { readSfnt } from '../../src/assets/truetype/sfnt.ts'
import { builtInLibrary, code, FONTS, fontBytes, manifest } from './built-in.ts'

const tongyong = [
  ...readFileSync(resolve(import.meta.dirname, '../../scripts/fonts/tongyong.txt'), 'utf8')
    .replace(/^#.*$/gm, '')
    .replace(/\s/g, ''),
].map(code)

function gb2312(): number[] {
  const decoder = new TextDecoder('gb18030')
  const found: number[] = []
  for (let row = 1; row <= 87; row++) {
    for (let cell = 1; cell <= 94 && (row < 10 || row > 15); cell++) {
      const character = decoder.decode(new Uint8Array([0xa0 + row, 0xa0 + cell]))
      if (character.length === 1 && !/[\ufffd\ue000-\uf8ff]/.test(character)) found.push(code(character))
    }
  }
  return found
}

const MARKS =
  '—―⸺…⋯·・“”‘’。，、；：？！（）〔〕［］【】《》〈〉「」『』｛｝～　–-/℃№①②⑩⑳■□●○▲△◆◇★☆→←×÷±≤≥≠‰°㎡²³√％＋－＝￥€£§※〇々〇ⅠⅫ㈠㈩☐☑✔'
const LATIN = [
  ...Array.from({ length: 95 }, (_, index) => 0x20 + index),
  ...Array.from({ length: 0x180 - 0xa1 }, (_, index) => 0xa1 + index).filter((one) => one !== 0xad),
  ...[...'ǎǐǒǔǖǘǚǜΑΩαωАЯая'].map(code),
]

const library = await builtInLibrary()
const faces = manifest.fonts
  .filter((font) => ['宋体', '黑体', '楷体'].includes(font.family))
  .map(({ family, weight, file }) => [file, library.chain(family, weight)[0]!] as const)

describe.each(faces)('%s', (_, face: FontFace) => {
  const lacks = (codes: readonly number[]) =>
    codes.filter((one) => face.glyphOf(one) === 0).map((one) => String.fromCodePoint(one))

  test('has all 8105 通用规范汉字', () => {
    expect(tongyong).toHaveLength(8105)
    expect(tongyong.filter((one) => one > 0xffff)).toHaveLength(196)
    expect(lacks(tongyong)).toEqual([])
  })

  test('has GB 2312, the marks and Latin', () => {
    expect(lacks(gb2312())).toEqual([])
    expect(lacks([...MARKS].map(code))).toEqual([])
    expect(lacks(LATIN)).toEqual([])
  })

  test('sets every Han and every Chinese mark one em wide', () => {
    const wrong = [...tongyong, ...[...'—―…・“”‘’。，、；：？！（）【】《》'].map(code)].filter(
      (one) => face.advanceEm(face.glyphOf(one)) !== 1,
    )
    expect(wrong).toEqual([])
    expect(face.advanceEm(face.glyphOf(code('⸺')))).toBe(2)
  })

  test('keeps the ink of marks in the half that the squeeze leaves (GB/T 15834, 5.1)', () => {
    for (const opener of '（【《〈〔［｛「『“‘') {
      expect(face.inkEm(face.glyphOf(code(opener)))!.left, opener).toBeGreaterThan(0.5)
    }
    for (const closer of '）】》〉〕］｝」』”’。，、；：') {
      expect(face.inkEm(face.glyphOf(code(closer)))!.right, closer).toBeLessThan(0.5)
    }
  })

  test('draws U+2015 from edge to edge, so that two are one stroke', () => {
    const ink = face.inkEm(face.glyphOf(0x2015))!
    expect([ink.left, ink.right]).toEqual([0, 1])
    expect(ink.top - ink.bottom).toBeGreaterThan(0.03)
    expect((ink.top + ink.bottom) / 2).toBeCloseTo(0.38, 2)
  })

  test('has the common em box and may be embedded', () => {
    expect([face.ascentEm, face.descentEm]).toEqual([0.88, -0.12])
    expect(face.descriptor.embedding).toBe('installable')
    expect(face.postScriptName).toMatch(/^Jianbao(Song|Hei|Kai)-(Regular|Bold)$/)
  })
})

test('every Han of GBK is in some face of every chain', () => {
  const chain = library.chain('黑体', 'bold')
  const lost = Array.from({ length: 0x9fa6 - 0x4e00 }, (_, index) => 0x4e00 + index).filter((one) =>
    chain.every((face) => face.glyphOf(one) === 0),
  )
  expect(lost).toEqual([])
  expect(chain.find((face) => face.glyphOf(code('書')) > 0)!.postScriptName).toBe('JianbaoSongRare-Regular')
})

test('the manifest tells the truth about files and licences', () => {
  for (const { file, sha256, source, lenders } of manifest.fonts) {
    expect(createHash('sha256').update(fontBytes(file)).digest('hex'), file).toBe(sha256)
    for (const { licenceFile } of [source, ...lenders])
      expect(existsSync(`${FONTS}/${licenceFile}`)).toBe(true)
  }
})

test('no font bears a reserved name', () => {
  for (const [, face] of faces) expect(face.postScriptName).not.toMatch(/source|lxgw|noto/i)
})

test('Latin pairs are kerned', () => {
  const song = library.chain('宋体', 'regular')[0]!
  const kern = (left: string, right: string) =>
    song.kernEm(song.glyphOf(code(left)), song.glyphOf(code(right)))
  expect(kern('A', 'V')).toBeLessThan(-0.02)
  expect(kern('T', 'o')).toBeLessThan(-0.02)
  expect(kern('H', 'H')).toBe(0)
})

test.each(manifest.fonts.map((font) => font.file))(
  '%s has no instructions: its outlines are copied whole',
  (file) => {
    const sfnt = readSfnt(fontBytes(file))
    const table = new GlyphTable(sfnt, true)
    const instructed: number[] = []
    for (let glyph = 0; glyph < table.count; glyph++) {
      const from = table.from(glyph)
      const contours = table.to(glyph) > from ? sfnt.view.getInt16(from) : 0
      if (contours > 0 && sfnt.view.getUint16(from + 10 + 2 * contours) > 0) instructed.push(glyph)
    }
    expect(instructed).toEqual([])
  },
)
