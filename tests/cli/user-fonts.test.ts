import { beforeAll, expect, test } from 'vitest'
import { builtInLibrary, code } from '../assets/built-in.ts'
import { collection, completeFont, tinyCffFont } from '../assets/tiny-fonts.ts'
import { ensureBundle, jianbao } from './bundle.ts'
import { folderWith } from './project.ts'

beforeAll(ensureBundle, 60_000)

const PUBLICATION = `bulletin: 1
name: 简报
subtitle: 报
issuer: 城南区办公室
fonts:
  报宋: { file: fonts/a.ttf }
  报黑: { file: fonts/b.otf }
  新宋: { file: fonts/c.ttc, face: NSimSun }
type:
  masthead_name: { font: 报宋 }
  masthead_subtitle: { font: 新宋 }
  headline: { font: 报黑 }
`

const ISSUE = `date: 2026-01-05
sections:
  要闻:
    - title: 简报
      body: |
        1月8日，某公司召开会议，部署全年工作。
      credit: 综合科
`

async function ownFonts() {
  const song = (await builtInLibrary()).chain('宋体', 'regular')[0]
  const glyphs = [...'简报'].map((one) => song?.glyphOf(code(one)) ?? 0)
  const { bytes } = song?.subset([0, ...glyphs]) ?? { bytes: new Uint8Array() }
  return {
    'publication.yaml': PUBLICATION,
    'issues/2026-01.yaml': ISSUE,
    'fonts/a.ttf': completeFont('DanweiSong', bytes),
    'fonts/b.otf': tinyCffFont('DanweiHei'),
    'fonts/c.ttc': collection(completeFont('SimSun', bytes), completeFont('NSimSun', bytes)),
  }
}

test('a TTF, an OTF and one face of a TTC that publication.yaml names are set and embedded', async () => {
  const folder = folderWith(await ownFonts())
  const { code: exit, err } = jianbao(folder, ['build', '--make', 'print'])
  expect(err).not.toMatch(/[EW]-(?:FONT|GLYPH)/)
  expect(exit).toBe(0)
  // The preflight names what is embedded.
  for (const name of ['DanweiSong', 'DanweiHei', 'NSimSun']) expect(err).toContain(name)
})

test('a face that a TTC lacks, and a font file that is not there, are said with their place', async () => {
  const files = await ownFonts()
  const settings = PUBLICATION.replace('NSimSun', '楷体').replace('a.ttf', 'z.ttf')
  const { code: exit, err } = jianbao(folderWith({ ...files, 'publication.yaml': settings }), ['build'])
  expect(err).toMatch(/E-FONT-FACE {2}publication\.yaml:8:/)
  expect(err).toMatch(/E-MISSING(?:-NEAR)? {2}publication\.yaml:6:/)
  expect(exit).toBe(3)
})
