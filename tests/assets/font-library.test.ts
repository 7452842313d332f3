import { describe, expect, test } from 'vitest'
import { checkFamily } from '../../src/assets/check-family.ts'
import { openFontLibrary, type UserFont } from '../../src/assets/font-library.ts'
import { faceOffsets, readSfnt, tableBytes, writeSfnt } from '../../src/assets/truetype/sfnt.ts'
import { builtInLibrary, code, FONTS, fontBytes } from './built-in.ts'

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
const small = song.subset([0, ...[...'简报'].map((one) => song.glyphOf(code(one)))]).bytes

/** A subset has no cmap; this gives it one, with names, so that it can be a user's font. */
function completeFont(name: string, glyphs: Uint8Array = small, fsType = 0): Uint8Array {
  const source = readSfnt(fontBytes('jianbao-song-regular.ttf'))
  const part = readSfnt(glyphs)
  const tables = new Map([...part.tables.keys()].map((tag) => [tag, tableBytes(part, tag).slice()]))
  const cmap = new DataView(new ArrayBuffer(12 + 16 + 24))
  const values: readonly (readonly [number, number, 2 | 4])[] = [
    [2, 1, 2],
    [4, 3, 2],
    [6, 10, 2],
    [8, 12, 4],
    [12, 12, 2],
    [16, 40, 4],
    [24, 2, 4],
    [28, code('报'), 4],
    [32, code('报'), 4],
    [36, 2, 4],
    [40, code('简'), 4],
    [44, code('简'), 4],
    [48, 1, 4],
  ]
  for (const [at, value, size] of values) size === 2 ? cmap.setUint16(at, value) : cmap.setUint32(at, value)
  tables.set('cmap', new Uint8Array(cmap.buffer))
  const text = Buffer.from(name, 'utf16le').swap16()
  const nameTable = new DataView(new ArrayBuffer(30 + text.length))
  const fields = [0, 2, 30, 3, 1, 0x804, 1, text.length, 0, 3, 1, 0x804, 6, text.length, 0]
  for (const [index, value] of fields.entries()) nameTable.setUint16(2 * index, value)
  const nameBytes = new Uint8Array(nameTable.buffer)
  nameBytes.set(text, 30)
  tables.set('name', nameBytes)
  const os2 = tableBytes(source, 'OS/2').slice()
  new DataView(os2.buffer).setUint16(8, fsType)
  tables.set('OS/2', os2)
  return writeSfnt(tables, 'truetype')
}

/** Two faces in one collection, their offsets moved to where they come to lie. */
function collection(...fonts: readonly Uint8Array[]): Uint8Array {
  const header = 12 + 4 * fonts.length
  const bytes = new Uint8Array(header + fonts.reduce((sum, font) => sum + font.length, 0))
  const view = new DataView(bytes.buffer)
  view.setUint32(0, 0x74746366)
  view.setUint32(4, 0x00010000)
  view.setUint32(8, fonts.length)
  let start = header
  for (const [index, font] of fonts.entries()) {
    view.setUint32(12 + 4 * index, start)
    bytes.set(font, start)
    for (let entry = start + 12; entry < start + 12 + 16 * view.getUint16(start + 4); entry += 16) {
      view.setUint32(entry + 8, view.getUint32(entry + 8) + start)
    }
    start += font.length
  }
  return bytes
}

describe('chains', () => {
  test('begin with the family at its weight and end with the built-in fallbacks', () => {
    expect(names('宋体')).toEqual(['JianbaoSong-Regular', 'JianbaoHei-Regular', 'JianbaoKai-Regular'])
    expect(names('黑体', 'bold')).toEqual(['JianbaoHei-Bold', 'JianbaoSong-Bold', 'JianbaoKai-Regular'])
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
      单位宋: userFont(completeFont('DanweiSong'), { fallback: ['楷体'] }),
    })
    expect(diagnostics).toEqual([])
    expect(value.has('单位宋')).toBe(true)
    const chain = value.chain('单位宋', 'regular')
    expect(chain.map((face) => face.postScriptName)).toEqual([
      'DanweiSong',
      'JianbaoKai-Regular',
      'JianbaoSong-Regular',
      'JianbaoHei-Regular',
    ])
    expect(chain[0]!.glyphOf(code('简'))).toBe(1)
    expect(chain[0]!.glyphOf(code('报'))).toBe(2)
    expect(chain[0]!.glyphOf(code('中'))).toBe(0)
  })

  test('may take the place of a built-in family', async () => {
    const { value } = await open({ 仿宋: userFont(completeFont('FangSong')) })
    expect(value.chain('仿宋', 'regular')[0]!.postScriptName).toBe('FangSong')
  })

  test('a face of a collection is chosen by name', async () => {
    const bytes = collection(completeFont('SimSun'), completeFont('NSimSun'))
    expect(faceOffsets(bytes)).toHaveLength(2)
    const chosen = await open({ 新宋: userFont(bytes, { face: 'nsimsun' }) })
    expect(chosen.value.chain('新宋', 'regular')[0]!.postScriptName).toBe('NSimSun')
    const first = await open({ 新宋: userFont(bytes) })
    expect(first.value.chain('新宋', 'regular')[0]!.postScriptName).toBe('SimSun')
  })

  test('a face that the collection lacks is reported with those it has', async () => {
    const bytes = collection(completeFont('SimSun'), completeFont('NSimSun'))
    const { diagnostics, value } = await open({ 新宋: userFont(bytes, { face: '楷体' }) })
    expect(diagnostics).toMatchObject([{ code: 'E-FONT-FACE', values: { faces: 'SimSun、NSimSun' } }])
    expect(value.has('新宋')).toBe(false)
  })

  test('a web font is refused with advice', async () => {
    const { diagnostics } = await open({ 网: userFont(new Uint8Array(Buffer.from('wOF2 and more bytes'))) })
    expect(diagnostics).toMatchObject([{ code: 'E-FONT-WEB', values: { file: 'fonts/单位字体.ttf' } }])
  })

  test('a font that may not be embedded is used with a warning', async () => {
    const { diagnostics, value } = await open({ 密: userFont(completeFont('Mi', small, 2)) })
    expect(diagnostics).toMatchObject([{ code: 'W-FONT-EMBED' }])
    expect(value.has('密')).toBe(true)
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

describe('checkFamily', () => {
  test('an unknown family comes with what was probably meant', () => {
    expect(checkFamily('黑休', [], null)).toMatchObject([{ code: 'E-FONT-UNKNOWN', replacement: '黑体' }])
    expect(checkFamily('篆书', ['单位宋'], null)).toMatchObject([
      { code: 'E-FONT-UNKNOWN', values: { families: '宋体、黑体、楷体、单位宋' } },
    ])
  })

  test('another typeface is said to stand in', () => {
    expect(checkFamily('仿宋', [], null)).toMatchObject([{ code: 'I-FONT-SUBSTITUTE' }])
    expect(checkFamily('仿宋', ['仿宋'], null)).toEqual([])
    expect(checkFamily('思源宋体', [], null)).toEqual([])
  })
})
