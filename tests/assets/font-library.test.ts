import { create, type Font } from 'fontkit'
import { describe, expect, test } from 'vitest'
import { checkFamily } from '../../src/assets/check-family.ts'
import { openFontLibrary, type UserFont } from '../../src/assets/font-library.ts'
import { faceOffsets, writeSfnt } from '../../src/assets/truetype/sfnt.ts'
import { builtInLibrary, code, FONTS, fontBytes } from './built-in.ts'
import { collection, completeFont, tinyCffFont } from './tiny-fonts.ts'

const library = await builtInLibrary()
const names = (family: string, weight: 'regular' | 'bold' = 'regular') =>
  library.chain(family, weight).map((face) => face.postScriptName)

function userFont(bytes: Uint8Array, more: Partial<UserFont> = {}): UserFont {
  return { file: 'fonts/单位字体.ttf', bytes, face: null, fallback: [], span: null, ...more }
}

async function open(families: Record<string, UserFont>) {
  return openFontLibrary({ directory: FONTS, families })
}

const song = library.chain('宋体', 'regular')[0]!
const { bytes: small } = song.subset([0, ...[...'简报'].map((one) => song.glyphOf(code(one)))])

describe('chains', () => {
  test('begin with the family at its weight and end with the built-in fallbacks', () => {
    const rare = 'JianbaoSongRare-Regular'
    const [more, signs] = ['JianbaoSongMore-Regular', 'JianbaoSigns-Regular']
    expect(names('宋体')).toEqual([
      'JianbaoSong-Regular',
      rare,
      more,
      'JianbaoSongLetters-Regular',
      signs,
      'JianbaoHei-Regular',
      'JianbaoKai-Regular',
    ])
    expect(names('黑体', 'bold')).toEqual([
      'JianbaoHei-Bold',
      'JianbaoHeiLetters-Bold',
      'JianbaoSong-Bold',
      rare,
      more,
      signs,
      'JianbaoKai-Regular',
    ])
    expect(names('楷体', 'bold')[0]).toBe('JianbaoKai-Regular')
  })

  test('know the usual names of the families', () => {
    expect(names('思源宋体')[0]).toBe('JianbaoSong-Regular')
    expect(names('Noto Serif SC', 'bold')[0]).toBe('JianbaoSong-Bold')
    expect(names('noto-sans-sc')[0]).toBe('JianbaoHei-Regular')
    expect(names('仿宋_GB2312')[0]).toBe('JianbaoSong-Regular')
    expect(names('方正小标宋简体')[0]).toBe('JianbaoSong-Bold')
  })

  test('never are empty, even for a family nobody knows', () => {
    expect(library.has('不存在')).toBe(false)
    expect(names('不存在')[0]).toBe('JianbaoSong-Regular')
  })

  test('faces are found by id, and ids do not depend on the place', () => {
    expect(library.face(song.id)).toBe(song)
    expect(song.id).toMatch(/^jianbao-song-regular-[0-9a-f]{8}$/)
  })
})

describe('a publication’s own fonts', () => {
  test('come first, then their fallbacks', async () => {
    const { value, diagnostics } = await open({
      单位宋: userFont(completeFont('DanweiSong', small), { fallback: ['楷体'] }),
    })
    expect(diagnostics).toEqual([])
    expect(value.has('单位宋')).toBe(true)
    const chain = value.chain('单位宋', 'regular')
    expect(chain.slice(0, 4).map((face) => face.postScriptName)).toEqual([
      'DanweiSong',
      'JianbaoKai-Regular',
      'JianbaoSong-Regular',
      'JianbaoSongRare-Regular',
    ])
    expect(chain[0]!.glyphOf(code('简'))).toBe(1)
    expect(chain[0]!.glyphOf(code('报'))).toBe(2)
    expect(chain[0]!.glyphOf(code('中'))).toBe(0)
  })

  test('may take the place of a built-in family', async () => {
    const { value } = await open({ 仿宋: userFont(completeFont('FangSong', small)) })
    expect(value.chain('仿宋', 'regular')[0]!.postScriptName).toBe('FangSong')
  })

  test('a face of a collection is chosen by name', async () => {
    const bytes = collection(completeFont('SimSun', small), completeFont('NSimSun', small))
    expect(faceOffsets(bytes)).toHaveLength(2)
    const chosen = await open({ 新宋: userFont(bytes, { face: 'nsimsun' }) })
    expect(chosen.value.chain('新宋', 'regular')[0]!.postScriptName).toBe('NSimSun')
    const first = await open({ 新宋: userFont(bytes) })
    expect(first.value.chain('新宋', 'regular')[0]!.postScriptName).toBe('SimSun')
    expect(first.diagnostics).toMatchObject([{ code: 'I-FONT-FACE', values: { face: 'SimSun' } }])
    expect(chosen.diagnostics).toEqual([])
  })

  test.each([
    ['zh-CN', 'NotoSerifCJKsc-Regular'],
    ['zh-TW', 'NotoSerifCJKtc-Regular'],
    ['zh-HK', 'NotoSerifCJKhk-Regular'],
    ['ja', 'NotoSerifCJKjp-Regular'],
    ['ko', 'NotoSerifCJKkr-Regular'],
    ['bo-CN', 'NotoSerifCJKsc-Regular'],
  ])('a collection of five languages gives a publication in %s the face %s', async (language, name) => {
    const faces = ['jp', 'kr', 'sc', 'tc', 'hk'].map((one) =>
      completeFont(`NotoSerifCJK${one}-Regular`, small),
    )
    const families = { 宋: userFont(collection(...faces)) }
    const { value, diagnostics } = await openFontLibrary({ directory: FONTS, families, language })
    expect(value.chain('宋', 'regular')[0]!.postScriptName).toBe(name)
    expect(diagnostics).toMatchObject([{ code: 'I-FONT-FACE', values: { language, face: name } }])
  })

  test('of a collection with several weights the one asked for is taken, and its bold', async () => {
    const faces = [900, 300, 400, 700].map((weight) =>
      completeFont('Songti SC', small, 0, ['简', '报'], weight),
    )
    const bytes = collection(completeFont('Songti TC', small), ...faces)
    const weightsOf = async (weight: number | null) => {
      const { value } = await open({ 宋: userFont(bytes, { weight }) })
      return (['regular', 'bold'] as const).map((one) => value.chain('宋', one)[0]!.descriptor.stemV)
    }
    const stem = (weight: number) => Math.round(50 + (weight / 65) ** 2)
    expect(await weightsOf(null)).toEqual([stem(400), stem(700)])
    expect(await weightsOf(300)).toEqual([stem(300), stem(700)])
  })

  test('the bold is the file named, or else the same glyphs with a stroke', async () => {
    const bold = { file: 'fonts/粗.ttf', bytes: completeFont('DanweiSong-Bold', small), span: null }
    const regular = completeFont('DanweiSong', small)
    const { value } = await open({ 有: userFont(regular, { bold }), 无: userFont(regular) })
    expect(value.chain('有', 'bold')[0]).toMatchObject({ postScriptName: 'DanweiSong-Bold' })
    expect(value.chain('有', 'bold')[0]!.strokeEm).toBeUndefined()
    const [made] = value.chain('无', 'bold')
    expect(made).toMatchObject({ postScriptName: 'DanweiSong', strokeEm: 0.03 })
    expect(made!.id).not.toBe(value.chain('无', 'regular')[0]!.id)
    expect(value.face(made!.id)).toBe(made)
    expect(value.chain('楷体', 'bold')[0]!.strokeEm).toBe(0.03)
    expect(value.chain('宋体', 'bold')[0]!.strokeEm).toBe(0)
  })

  test('a bold file that cannot be used is said, and a stroke stands in', async () => {
    const bold = { file: 'fonts/粗.ttf', bytes: new Uint8Array(20), span: null }
    const { value, diagnostics } = await open({ 坏: userFont(completeFont('DanweiSong', small), { bold }) })
    expect(diagnostics).toMatchObject([{ code: 'E-FONT', values: { file: 'fonts/粗.ttf' } }])
    expect(value.chain('坏', 'bold')[0]).toMatchObject({ postScriptName: 'DanweiSong', strokeEm: 0.03 })
  })

  test('a face that the collection lacks is reported with those it has', async () => {
    const bytes = collection(completeFont('SimSun', small), completeFont('NSimSun', small))
    const { diagnostics, value } = await open({ 新宋: userFont(bytes, { face: '楷体' }) })
    expect(diagnostics).toMatchObject([{ code: 'E-FONT-FACE', values: { faces: 'SimSun、NSimSun' } }])
    expect(value.has('新宋')).toBe(false)
  })

  test('a font that may not be embedded is used with a warning', async () => {
    const { diagnostics, value } = await open({ 密: userFont(completeFont('Mi', small, 2)) })
    expect(diagnostics).toMatchObject([{ code: 'W-FONT-EMBED' }])
    expect(value.has('密')).toBe(true)
  })

  test.each([
    [0x0000, null],
    [0x0008, null],
    [0x0002, '不许嵌入'],
    [0x0200, '不许嵌入'],
    [0x0208, '不许嵌入'],
    [0x0100, '只许整个嵌入'],
    [0x0104, '只许整个嵌入'],
    [0x0102, '不许嵌入'],
  ])('what fsType %i allows is said', async (fsType, said) => {
    const { diagnostics } = await open({ 密: userFont(completeFont('Mi', small, fsType)) })
    expect(diagnostics.map((one) => String(one.values.whatZh).slice(0, said?.length ?? 0))).toEqual(
      said === null ? [] : [said],
    )
  })

  test('also of the bold that lies in the same file, once', async () => {
    const bytes = collection(completeFont('Mi', small), completeFont('Mi', small, 2, ['简', '报'], 700))
    const { diagnostics } = await open({ 密: userFont(bytes) })
    expect(diagnostics.map((one) => one.code)).toEqual(['I-FONT-FACE', 'W-FONT-EMBED'])
  })

  test.each([
    ['nothing', new Uint8Array(0)],
    ['text', new Uint8Array(Buffer.from('this is not a font at all'))],
    ['half a font', fontBytes('jianbao-hei-bold.ttf').subarray(0, 1_000_000)],
    ['a font without outlines', writeSfnt(new Map([['head', new Uint8Array(54)]]), 'truetype')],
  ])('%s is refused', async (_, bytes) => {
    const { diagnostics, value } = await open({ 坏: userFont(bytes) })
    expect(diagnostics).toMatchObject([{ code: 'E-FONT' }])
    expect(value.chain('坏', 'regular')[0]!.postScriptName).toBe('JianbaoSong-Regular')
  })
})

describe('a font with PostScript outlines', () => {
  test('is read, measured and subset with its subroutines written out', async () => {
    const bytes = tinyCffFont('TinyCff')
    const { value, diagnostics } = await open({ 外: userFont(bytes) })
    expect(diagnostics).toEqual([])
    const face = value.chain('外', 'regular')[0]!
    expect(face.postScriptName).toBe('TinyCff')
    expect(face.glyphOf(code('简'))).toBe(1)
    expect(face.inkEm(1)).toEqual({ left: 0.1, bottom: 0.2, right: 0.6, top: 0.7 })
    const { format, bytes: subset } = face.subset([0, 2, 1])
    expect(format).toBe('cff')
    const before = create(Buffer.from(bytes)) as Font
    const after = create(Buffer.from(tinyCffFont('TinyCff', subset))) as Font
    expect(after.getGlyph(1).path.toSVG()).toBe(before.getGlyph(2).path.toSVG())
    expect(after.getGlyph(2).path.toSVG()).toBe(before.getGlyph(1).path.toSVG())
    expect(before.getGlyph(1).path.toSVG()).toContain('600')
  })

  test('that calls itself for ever lacks the glyph instead of hanging', async () => {
    const { value } = await open({ 环: userFont(tinyCffFont('Loop', null, true)) })
    const face = value.chain('环', 'regular')[0]!
    expect(face.postScriptName).toBe('Loop')
    expect(face.glyphOf(code('简'))).toBe(0)
    expect(face.glyphOf(code('报'))).toBe(2)
  })
})

describe('checkFamily', () => {
  test('an unknown family comes with what was probably meant', () => {
    expect(checkFamily('黑休', [], null)).toMatchObject([{ code: 'E-FONT-UNKNOWN', guess: '黑体' }])
    expect(checkFamily('篆书', ['单位宋'], null)).toMatchObject([
      { code: 'E-FONT-UNKNOWN', values: { families: '宋体、黑体、楷体、单位宋' } },
    ])
  })

  test('another typeface is said to stand in', () => {
    expect(checkFamily('仿宋', [], null)).toMatchObject([{ code: 'W-FONT-SUBSTITUTE' }])
    expect(checkFamily('方正小标宋_GBK', [], null)).toMatchObject([
      { code: 'W-FONT-SUBSTITUTE', values: { substitute: '宋体（粗）', plain: '宋体' } },
    ])
    expect(checkFamily('SimSun', [], null)).toMatchObject([{ code: 'W-FONT-ALIKE' }])
    expect(checkFamily('仿宋', ['仿宋'], null)).toEqual([])
    expect(checkFamily('思源宋体', [], null)).toEqual([])
  })
})
