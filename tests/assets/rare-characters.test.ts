import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { FontFace } from '../../src/assets/font.ts'
import { openFontLibrary } from '../../src/assets/font-library.ts'
import { moreFonts } from '../../src/project/more-fonts.ts'
import { sequenceCode } from '../../src/text/emoji.ts'
import { builtInLibrary, code, FONTS } from './built-in.ts'
import { completeFont } from './tiny-fonts.ts'

const library = await builtInLibrary()

function faceOf(character: string, family: string, weight: 'regular' | 'bold'): FontFace | undefined {
  return library.chain(family, weight).find((face) => face.glyphOf(code(character)) > 0)
}

const FAMILIES = [
  ['宋体', 'regular'],
  ['宋体', 'bold'],
  ['黑体', 'regular'],
  ['黑体', 'bold'],
  ['楷体', 'regular'],
] as const

/** By kind, what a bulletin has been seen to need. */
const KINDS: Readonly<Record<string, string>> = {
  'names and places': '𠮷㛃䶮𫖯𬭎髙﨑祢辻峠昇喆堃頫龢鿍鿎鿏㑇',
  'traditional forms': '國圖書館讀聲學會廣東發展經濟',
  'kana and Japanese signs': 'あアゃッー゛ヽゝ〆々〇㍿㈱ｱﾞㇰ',
  Greek: 'άέήίόύώϊΐἀρχῇΆΈ',
  'Latin, Vietnamese, pinyin, IPA': 'ăâđêôơưệễạẽǎǐǒǔǚǹḿɑɡəʃŋɪˈːſﬁ',
  Cyrillic: 'ЂЃЄЅІЇЈЉЊЋЌЎЏђўѣҐґҚқӘә',
  'arrows and mathematics': '←↑→↓↔⇒⇔⟹⟶∀∃∅∇∏∑√∞∫∮≅≈≠≤≥⊂⊆⊕⊗⊥⌈⌉𝑥𝔸ℝℵ',
  'boxes, blocks, Braille': '─━│┌┐└┘├┤┼═║╔▁█░▲⠃⠗⣿',
  'numbers in signs': '①⑳㉑㊿❶❿⓫⓪⑴⒈㈠㊀Ⅻⅻⅷ¼⅓⅛²³⁴ⁿ₂₀ↀ',
  'units and marks': '℃℉㎡㎥㏄㏑㎏℡№℠™®‰‱′″℧Å',
  currencies: '€£¥₩₽₹₿₫₱₴₸₺',
  'signs of all kinds': '☎☏✔✘✓★☆♀♂♫☀☂⚠⚡♻⛔⌘⌚⏰⚙',
  'CJK radicals and strokes': '⺀⺮⻊㇀㇏',
  emoji: '😀😂👍🎉🚀❤🐼🍎🏠🚗🙂🫠🏳🏴🔴🟢',
}

describe.each(FAMILIES)('%s %s', (family, weight) => {
  test.each(Object.entries(KINDS))('has %s somewhere in its chain', (_, characters) => {
    expect([...characters].filter((one) => faceOf(one, family, weight) === undefined)).toEqual([])
  })
})

describe('a stand-in', () => {
  test('has the voice of what it stands in for, and its weight: its own bold, or a stroke', () => {
    expect(faceOf('ά', '宋体', 'bold')!.postScriptName).toBe('JianbaoSongLetters-Bold')
    expect(faceOf('ά', '黑体', 'regular')!.postScriptName).toBe('JianbaoHeiLetters-Regular')
    expect(faceOf('ά', '黑体', 'bold')!.postScriptName).toBe('JianbaoHeiLetters-Bold')
    for (const [character, family] of [
      ['𠮷', '宋体'],
      ['國', '宋体'],
      ['國', '黑体'],
      ['😀', '黑体'],
    ] as const) {
      expect(faceOf(character, family, 'bold')!.strokeEm, character).toBe(0.03)
      expect(faceOf(character, family, 'regular')!.strokeEm, character).toBe(0)
    }
    expect(faceOf('ά', '宋体', 'bold')!.strokeEm).toBe(0)
  })

  test('is kin where the look is the same', () => {
    const isKin = (character: string, family: string) =>
      library.kin!(family, 'bold').has(faceOf(character, family, 'bold')!)
    for (const character of '𠮷國ά😀') expect(isKin(character, '宋体'), character).toBe(true)
    expect([isKin('國', '黑体'), isKin('ά', '黑体'), isKin('😀', '黑体')]).toEqual([false, true, true])
  })

  test('stands as Han do: one em wide, its ink inside the em box', () => {
    for (const character of '𠮷㛃國髙😀👍🚀🎉') {
      const face = faceOf(character, '宋体', 'regular')!
      const glyph = face.glyphOf(code(character))
      const ink = face.inkEm(glyph)!
      expect(face.advanceEm(glyph), character).toBe(1)
      expect(ink.left, character).toBeGreaterThanOrEqual(0)
      expect(ink.right, character).toBeLessThanOrEqual(1)
      expect(Math.abs((ink.top + ink.bottom) / 2 - 0.38), character).toBeLessThan(0.06)
    }
  })

  test('draws flags and keycaps as one glyph, by codes that no text has', () => {
    const signs = library
      .chain('宋体', 'regular')
      .find((face) => face.postScriptName === 'JianbaoSigns-Regular')!
    for (const sequence of ['🇨🇳', '🇯🇵', '🇪🇺', '1️⃣', '#️⃣'])
      expect(signs.inkEm(signs.glyphOf(sequenceCode(sequence))), sequence).not.toBeNull()
    expect(signs.glyphOf(sequenceCode('🇦🇦'))).toBe(0)
  })
})

describe('a package with more fonts', () => {
  function packaged(): { program: string; fonts: string } {
    const home = mkdtempSync(join(tmpdir(), 'jianbao-more-'))
    const fonts = join(home, 'node_modules/jianbao-fonts-rare/fonts')
    mkdirSync(fonts, { recursive: true })
    const song = library.chain('宋体', 'regular')[0]!
    const { bytes } = song.subset([0, song.glyphOf(code('简')), song.glyphOf(code('报'))])
    writeFileSync(join(fonts, 'sea.ttf'), completeFont('Sea', bytes, 0, ['\u{31351}', '\u{31350}']))
    writeFileSync(join(fonts, 'bold.ttf'), completeFont('RareBold', bytes, 0, ['圖', '國']))
    const list = [
      { file: 'sea.ttf', family: '宋体字海', weight: 'regular', sha256: '0123456789', voices: ['宋体'] },
      { file: 'bold.ttf', family: '宋体罕用字', weight: 'bold', sha256: '1123456789', voices: ['宋体'] },
    ]
    writeFileSync(join(fonts, 'manifest.json'), JSON.stringify({ fonts: list }))
    return { program: join(home, 'node_modules/jianbao'), fonts }
  }

  test('is found beside the program and nowhere else', () => {
    const { program, fonts } = packaged()
    expect(moreFonts(program)).toEqual([fonts])
    expect(moreFonts(join(program, 'elsewhere/jianbao'))).toEqual([])
  })

  test('gives what is rarer still, and bold faces in place of strokes', async () => {
    const { fonts } = packaged()
    const { value } = await openFontLibrary({ directory: FONTS, more: [fonts], families: {} })
    const found = (character: string, weight: 'regular' | 'bold') =>
      value.chain('宋体', weight).find((face) => face.glyphOf(code(character)) > 0)
    expect(found('\u{31350}', 'regular')?.postScriptName).toBe('Sea')
    expect(found('國', 'bold')).toMatchObject({ postScriptName: 'RareBold', strokeEm: 0 })
    expect(found('國', 'regular')?.postScriptName).toBe('JianbaoSongRare-Regular')
  })
})
