import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { build } from '../../src/build/build-issue.ts'
import { ensureBundle, jianbao } from '../cli/bundle.ts'
import { folderWith, issueOf, PUBLICATION } from '../cli/project.ts'
import { decodedFile, openPdf } from '../paint/read-back.ts'
import { photograph } from '../paint/sample-images.ts'

const PROFILE = readFileSync(join(import.meta.dirname, '../../profiles/FOGRA39L_coated.icc'))

const before = process.env.JIANBAO_CACHE
beforeAll(() => {
  process.env.JIANBAO_CACHE = 'off'
})
afterAll(() => {
  if (before === undefined) delete process.env.JIANBAO_CACHE
  else process.env.JIANBAO_CACHE = before
})

/** What comes of the issue with more settings, more of its own and more files. */
function built(settings: string, more = '', files: Readonly<Record<string, string | Uint8Array>> = {}) {
  const cwd = folderWith({
    'publication.yaml': PUBLICATION + settings,
    'issues/2026-01.yaml': issueOf('2026-01-05', more),
    ...files,
  })
  return build({ cwd })
}

function codes({ diagnostics }: Awaited<ReturnType<typeof build>>): readonly string[] {
  return diagnostics.filter((one) => one.severity !== 'info').map((one) => one.code)
}

describe('output: in the settings', () => {
  test('make names the products, name their files', async () => {
    const { products } = await built('output: { make: [print, archive], name: "{kind}-{nn}" }\n')
    expect(products.map(({ kind, file }) => [kind, file?.split(/[\\/]/).slice(-2).join('/')])).toEqual([
      ['print', 'output/print-01.pdf'],
      ['archive', 'output/archive-01.pdf'],
    ])
  })

  test('print: a spot ink, the inks it stands for, no marks', async () => {
    const keys = '印刷版: { 专色: PANTONE 186 C, accent: "0 100 75 5", 印刷标记: 否 }'
    const { products } = await built(`output: { make: print, ${keys} }\n`)
    const file = decodedFile(products[0]!.bytes)
    expect(file).toContain('/Separation /PANTONE#20186#20C')
    expect(file).toMatch(/\/C1 \[0 1 0?\.75 0?\.05\]/)
    expect(products[0]!.preflight?.plates).toContain('PANTONE 186 C')
    const box = /\/MediaBox \[0 0 ([\d.]+)/.exec(file)
    expect(Number(box?.[1])).toBeCloseTo(((210 + 6) * 72) / 25.4, 1)
  })

  test.each(['0 100 100', '0 100 100 101', '红'])('print: accent “%s” is no mixture', async (accent) => {
    expect(codes(await built(`output: { make: print, print: { accent: "${accent}" } }\n`))).toEqual([
      'E-TYPE',
    ])
  })

  test.each(['All', 'none', 'Black'])('print: “%s” is no ink of its own', async (spot) => {
    expect(codes(await built(`output: { make: print, print: { spot: ${spot} } }\n`))).toEqual(['E-TYPE'])
  })

  test.each(['中文', ')>>', 'zh_CN', ''])('language: “%s” is no language’s code', async (language) => {
    expect(codes(await built(`language: ${JSON.stringify(language)}\n`))).toContain('E-TYPE')
  })

  test('profile: the press’s own; what is none is refused where it is named', async () => {
    const settings = 'output: { make: print, profile: own.icc }\n'
    const good = await built(settings, '', { 'own.icc': PROFILE })
    expect(good.products[0]!.preflight?.outputCondition).toBe('FOGRA39L Coated')
    const bad = await built(settings, '', { 'own.icc': 'no profile' })
    const fault = bad.diagnostics.find((one) => one.severity === 'error')
    expect(fault?.code).toBe('E-PROFILE')
    expect(fault?.span).toMatchObject({ file: 'publication.yaml' })
    expect(bad.products).toEqual([])
    expect(codes(await built(settings))).toContain('E-MISSING')
    expect(codes(await built('output: { make: print, profile: ../own.icc }\n'))).toContain('E-PATH')
  })

  test('print: paper chooses the built-in profile; a profile of the press goes before', async () => {
    const condition = async (settings: string, files = {}) => {
      const { products } = await built(`output: { make: print, ${settings} }\n`, '', files)
      const { outputCondition, paper, ink } = products[0]!.preflight!
      return [outputCondition, paper, ink.limit]
    }
    expect(await condition('印刷版: { 用纸: 胶版纸 }')).toEqual(['FOGRA47', 'uncoated', 300])
    expect(await condition('print: { paper: coated }')).toEqual(['FOGRA39', 'coated', 318])
    expect(await condition('print: {}')).toEqual(['FOGRA39', 'coated', 318])
    const own = { 'own.icc': PROFILE }
    expect(await condition('profile: own.icc', own)).toEqual(['FOGRA39L Coated', null, 318])
    const both = 'profile: own.icc, print: { paper: uncoated }'
    expect(await condition(both, own)).toEqual(['FOGRA39L Coated', 'uncoated', 318])
  })

  test('print: pictures below 225 ppi are warned of, or below min_ppi where that is more', async () => {
    const more = '      images: [{ src: a.jpg, caption: 会议现场 }]\n'
    const warned = async (settings: string, width = 700) => {
      const photo = await photograph(width, Math.round((width * 2) / 3))
        .jpeg()
        .toBuffer()
      const made = await built(settings, more, { 'issues/a.jpg': photo })
      return made.diagnostics.find((one) => one.code === 'W-PRINT-PPI')?.values
    }
    const { ppi } = (await warned('output: { make: print }\n'))!
    expect(ppi).toBeGreaterThan(150)
    expect(ppi).toBeLessThan(225)
    const least = async (ppi: number, width: number) =>
      (await warned(`images: { min_ppi: ${ppi} }\noutput: { make: print }\n`, width))?.least
    // One of few pixels is set smaller, but not smaller than six em.
    expect([await least(100, 700), await least(280, 200)]).toEqual([225, 280])
    expect(await warned('output: { make: pdf }\n')).toBeUndefined()
  })

  test('booklet: the sheet', async () => {
    const width = async (settings: string) => {
      const { products } = await built(`output: { make: booklet, ${settings} }\n`)
      const page = await (await openPdf(products[0]!.bytes)).getPage(1)
      return Math.round((page.getViewport({ scale: 1 }).width * 25.4) / 72)
    }
    expect(await width('小册子: { 纸张: A4 }')).toBe(297)
    expect(await width('booklet: { sheet: B4 }')).toBe(364)
    expect([await width('booklet: { sheet: auto }'), await width('booklet: {}')]).toEqual([420, 420])
  })

  test('booklet: blanks before the colophon or at the end', async () => {
    const sides = async (blanks: string) => {
      const { products, pages } = await built(`output: { make: booklet, booklet: { blanks: ${blanks} } }\n`)
      expect(pages).toBe(1)
      return (await openPdf(products[0]!.bytes)).numPages
    }
    expect([await sides('before-last'), await sides('end')]).toEqual([2, 2])
  })

  test('archive: A-2 unless A-1b is asked for', async () => {
    const claim = async (settings: string) => {
      const { products } = await built(`output: { make: archive${settings} }\n`)
      const { metadata } = await (await openPdf(products[0]!.bytes)).getMetadata()
      return `${metadata.get('pdfaid:part')}${metadata.get('pdfaid:conformance')}`
    }
    expect(await claim('')).toBe('2A')
    expect(await claim(', 存档: { 标准: A-1b }')).toBe('1B')
  })

  test('max_size: pictures are lowered and it is said', async () => {
    const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const
    const photo = await sharp({
      create: { width: 1600, height: 1066, channels: 3, background: '#888888', noise },
    })
      .jpeg({ quality: 95 })
      .toBuffer()
    const more = '      images: [{ src: a.jpg, caption: 会议现场 }]\n'
    const files = { 'issues/a.jpg': photo }
    const free = await built('', more, files)
    const limit = Math.round(free.bytes!.length * 0.6)
    const bound = await built(`output: { max_size: ${limit}B }\n`, more, files)
    expect(bound.bytes!.length).toBeLessThanOrEqual(limit)
    expect(bound.diagnostics.map((one) => one.code)).toContain('I-MAX-SIZE')
    ensureBundle()
    const cwd = folderWith({
      'publication.yaml': `${PUBLICATION}output: { max_size: ${limit}B }\n`,
      'issues/2026-01.yaml': issueOf('2026-01-05', more),
      ...files,
    })
    // Not only under -v: the pictures are no longer what the editor gave.
    expect(jianbao(cwd, ['build']).err).toMatch(/I-MAX-SIZE[\s\S]*220 ppi\/82 → \d+ KB, 200 ppi\/76 → \d+ KB/)
    expect(codes(await built('output: { max_size: 20KB }\n', more, files))).toContain('W-MAX-SIZE')
  }, 60_000)
})

describe('pictures of other formats in an issue', () => {
  const issue = (name: string) => `      images: [{ src: ${name}, caption: 会议现场 }]\n`

  test.each(['webp', 'tiff', 'avif', 'gif'] as const)('%s is set', async (format) => {
    const bytes = await photograph(600, 400).toFormat(format, { effort: 1 }).toBuffer()
    const made = await built('', issue(`a.${format}`), { [`issues/a.${format}`]: bytes })
    expect(made.diagnostics.filter((one) => /IMAGE/.test(one.code))).toEqual([])
    expect(decodedFile(made.bytes!)).toMatch(/\/Subtype \/Image/)
  })

  test.each(['webp', 'avif', 'gif'] as const)('%s that was cut is said to be incomplete', async (format) => {
    const whole = await photograph(600, 400).toFormat(format, { effort: 1 }).toBuffer()
    const cut = whole.subarray(0, whole.length / 2)
    const said = codes(await built('', issue(`a.${format}`), { [`issues/a.${format}`]: cut }))
    expect(said).toContain('E-IMAGE-CUT')
  })

  test('what cannot be decoded is refused in words', async () => {
    const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')
    expect(codes(await built('', issue('a.heic'), { 'issues/a.heic': heic }))).toContain('E-IMAGE-HEIC')
  })
})
