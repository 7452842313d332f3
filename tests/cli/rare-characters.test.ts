import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { builtInLibrary, code } from '../assets/built-in.ts'
import { completeFont } from '../assets/tiny-fonts.ts'
import { decodedFile, openPdf } from '../paint/read-back.ts'
import { ensureBundle, jianbao } from './bundle.ts'
import { folderWith } from './project.ts'

beforeAll(ensureBundle, 60_000)

/** Ideographs of extension H that no font of the program has. */
const [NOBODYS, ANOTHER] = ['\u{31350}', '\u{31351}'] as const

const PUBLICATION = 'bulletin: 1\nname: 简报\nissuer: 城南区办公室\n'
const ISSUE = `date: 2026-01-05
sections:
  要闻:
    - title: 某公司召开会议
      body: |
        1月8日，某公司${NOBODYS}某部署全年工作，${NOBODYS}某讲话。
      credit: { 综合科: 张${ANOTHER} }
`

function publication(settings: string, more: Readonly<Record<string, string | Uint8Array>> = {}) {
  return { 'publication.yaml': PUBLICATION + settings, 'issues/2026-01.yaml': ISSUE, ...more }
}

async function textOf(folder: string): Promise<string> {
  const pdf = await openPdf(readFileSync(join(folder, 'output/简报-2026-01.pdf')))
  let text = ''
  for (let page = 1; page <= pdf.numPages; page += 1) {
    const { items } = await (await pdf.getPage(page)).getTextContent()
    text += items.map((item) => ('str' in item ? item.str : '')).join('')
  }
  return text
}

/** A font of two glyphs for the two characters. */
async function rareFont(): Promise<Uint8Array> {
  const song = (await builtInLibrary()).chain('宋体', 'regular')[0]!
  const glyphs = [...'简报'].map((one) => song.glyphOf(code(one)))
  return completeFont('DanweiBuzi', song.subset([0, ...glyphs]).bytes, 0, [ANOTHER, NOBODYS])
}

describe('a character that no font has', () => {
  test('is said of a draft with place, code point and count, and the proof is made with the source’s character', async () => {
    const folder = folderWith(publication(''))
    const { code: exit, err } = jianbao(folder, ['build'])
    expect(exit).toBe(0)
    expect(err).toMatch(/W-NO-GLYPH {2}issues\/2026-01\.yaml:6:17/)
    expect(err).toContain(`“${NOBODYS}”（U+31350，共 2 处）`)
    expect(err).toMatch(/issues\/2026-01\.yaml:7:24/)
    const text = await textOf(folder)
    expect(text).toContain(`某公司${NOBODYS}某部署全年工作，${NOBODYS}某讲话`)
    expect(text).toContain(`张${ANOTHER}`)
    expect(text).not.toContain('〓')
  })

  test('is an error in check and of a final issue, which is not made; --strict fails and still gives the proof', () => {
    const folder = folderWith(publication(''))
    expect(jianbao(folder, ['check'])).toMatchObject({ code: 1, err: expect.stringContaining('E-GLYPH') })
    const final = folderWith({ ...publication(''), 'issues/2026-01.yaml': `status: final\n${ISSUE}` })
    expect(jianbao(final, ['build'])).toMatchObject({ code: 1, err: expect.stringContaining('E-GLYPH') })
    expect(existsSync(join(final, 'output'))).toBe(false)
    expect(jianbao(folder, ['build', '--strict']).code).toBe(4)
    expect(existsSync(join(folder, 'output/简报-2026-01.pdf'))).toBe(true)
  })

  test('is cured by what the message says to write, for the families that fall back to this one too', async () => {
    const file = { 'fonts/字体文件.ttf': await rareFont() }
    const advice = /在 publication\.yaml 里写：(字体: [^（]*)/
    const said = jianbao(folderWith(publication('')), ['build']).err
    const written = said.match(advice)?.[1]
    expect(written).toBe('字体: { 宋体: { 后备: [fonts/字体文件.ttf] } }')
    const folder = folderWith(publication(`${written}\n`, file))
    const cured = jianbao(folder, ['check'])
    expect(cured.err).not.toMatch(/GLYPH/)
    expect(cured.code).toBe(0)
    expect(jianbao(folder, ['build', '--strict']).code).toBe(0)
    expect(await textOf(folder)).toContain(`${NOBODYS}某讲话`)
  })
})

describe('fallbacks of a built-in family', () => {
  test('may be families with their own files, and reach the family by any of its names', async () => {
    const settings = `fonts:
  补字: { 文件: fonts/b.ttf }
  Noto Serif SC: { 后备: [补字] }
`
    const folder = folderWith(publication(settings, { 'fonts/b.ttf': await rareFont() }))
    expect(jianbao(folder, ['check'])).toMatchObject({ code: 0, err: expect.not.stringContaining('GLYPH') })
  })

  test('are said with their place when the file is not there, or when the family has neither file nor built-in form', () => {
    const absent = jianbao(folderWith(publication('fonts: { 黑体: { fallback: [fonts/c.ttf] } }\n')), [
      'build',
    ])
    expect(absent.err).toMatch(/E-MISSING {2}publication\.yaml:4:\d+/)
    expect(absent.code).toBe(3)
    const nobody = jianbao(folderWith(publication('fonts: { 某体: { fallback: [宋体] } }\n')), ['build'])
    expect(nobody.err).toMatch(/E-REQUIRED {2}publication\.yaml:4:/)
    expect(nobody.code).toBe(1)
  })
})

describe('rare characters that a font has', () => {
  const issue = `date: 2026-01-05
sections:
  要闻:
    - title: 𠮷祥街换新
      body: |
        1月8日，𠮷某与𫖯某商谈，会后😀👍🏻🇨🇳合影，ἀρχή、Việt Nam。
`

  function built(body: string) {
    const files = { 'publication.yaml': PUBLICATION, 'issues/2026-01.yaml': body }
    const folder = folderWith(files)
    const ran = jianbao(folder, ['build'])
    return { ...ran, folder, file: decodedFile(readFileSync(join(folder, 'output/简报-2026-01.pdf'))) }
  }

  test('are set, embedded and copied back as they were written', async () => {
    const { code: exit, err, folder } = built(issue)
    expect(exit).toBe(0)
    expect(err).not.toContain('W-NO-GLYPH')
    const text = await textOf(folder)
    expect(text).toContain('𠮷祥街换新')
    expect(text).toContain('𠮷某与𫖯某商谈，会后😀👍🏻🇨🇳合影，ἀρχή、Việt Nam。')
  })

  test('are made bold in a bold headline by a stroke of the text’s colour, and there alone', () => {
    const { file } = built(issue)
    expect(file.match(/^2 Tr [\d.]+ w \[\] 0 d 1 j$/gm)).toHaveLength(1)
    expect(file.match(/^0 Tr 0 j$/gm)).toHaveLength(1)
    expect(built(issue.replace('𠮷祥街', '吉祥街')).file).not.toMatch(/ Tr /)
  })
})

test('a character that only the running head has is said too', () => {
  const settings = `page: { header: '{name}${NOBODYS}' }\n`
  const plain = ISSUE.replaceAll(NOBODYS, '甲').replace(ANOTHER, '乙')
  const folder = folderWith({ ...publication(settings), 'issues/2026-01.yaml': plain })
  for (const command of ['build', 'check']) {
    const { err } = jianbao(folder, [command])
    expect(err, command).toContain('U+31350，共 1 处')
  }
})
