import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ImageAsset } from '../../src/assets/image.ts'
import { readImage } from '../../src/assets/read-image.ts'
import { mm } from '../../src/base/units.ts'
import { archivePdf } from '../../src/products/archive-pdf.ts'
import {
  bookletPdf,
  imposition,
  runsToLastPage,
  saddleStitch,
  withBlanks,
} from '../../src/products/booklet-pdf.ts'
import { builtInIntent, outputIntentOf } from '../../src/products/output-profile.ts'
import { type PrintOptions, printPdf } from '../../src/products/print-pdf.ts'
import { srgbProfile } from '../../src/products/srgb-profile.ts'
import { PdfFile, type Reference } from '../paint/pdf-file.ts'
import { decodedFile, hasTool, openPdf, qpdfComplaints, runOn, taggedText } from '../paint/read-back.ts'
import { photograph } from '../paint/sample-images.ts'
import { A4, ARTICLES, assetsOf, ListBuilder, sampleList } from '../paint/sample-list.ts'

const profile = await builtInIntent(resolve(import.meta.dirname, '../../profiles'))
const COMMON = { maxPpi: 300, quality: 90, cacheFolder: null }
const PRINT: PrintOptions = { ...COMMON, profile, bleed: mm(3), marks: true, spot: null, minPpi: 150 }

async function picture(): Promise<ImageAsset> {
  return readImage('a.jpg', await photograph(600, 400).jpeg().toBuffer()).value!
}

const list = sampleList({ image: 'a.jpg' })
const assets = assetsOf([await picture()])
const printed = await printPdf(list, assets, PRINT)

/** A plate's darkness on page 1, as Ghostscript separates it: how many pixels carry ink. */
function platePixels(pdf: Uint8Array, plate: string): number {
  const tiff = runOn(
    pdf,
    'gs',
    [
      '-q',
      '-dNOPAUSE',
      '-dBATCH',
      '-dSAFER',
      '-sDEVICE=tiffsep',
      '-sCompression=none',
      '-r36',
      '-dLastPage=1',
      '-sOutputFile=FOLDER/s.tif',
      'FILE',
    ],
    `s(${plate}).tif`,
  )
  return tiff.reduce((count, byte) => count + (byte < 128 ? 1 : 0), 0)
}

describe('print', () => {
  test('boxes: trim within bleed within medium', async () => {
    const file = decodedFile(printed.value.bytes)
    const box = (name: string) =>
      /\[([^\]]*)\]/
        .exec(file.slice(file.indexOf(`/${name}`)))![1]!
        .split(' ')
        .map(Number)
    const margin = mm(13)
    expect(box('MediaBox')).toEqual(
      [0, 0, A4.width + 2 * margin, A4.height + 2 * margin].map((n) => expect.closeTo(n, 2)),
    )
    expect(box('BleedBox')[0]).toBeCloseTo(mm(10), 2)
    expect(box('TrimBox')[0]).toBeCloseTo(margin, 2)
  })

  test('colours are inks; black is black only and overprints', () => {
    const file = decodedFile(printed.value.bytes)
    expect(file).not.toMatch(/[\d.] (?:rg|RG)\n/)
    expect(file).toContain('0 0 0 1 k')
    expect(file).toMatch(/\/OP true \/op true \/OPM 1/)
    expect(file).toContain('/GTS_PDFX')
    expect(file).toContain('PDF/X-4')
    expect(file).not.toContain('/Annots')
  })

  test('the preflight list names fonts, pictures, plates and boxes', () => {
    const { preflight } = printed.value
    expect(preflight.plates).toEqual(['Cyan', 'Magenta', 'Yellow', 'Black'])
    expect(preflight.pictures).toMatchObject([{ image: 'a.jpg', page: 1, ppi: 144, colour: 'cmyk' }])
    expect(preflight.fonts.map((font) => font.name)).toEqual(['SampleHei', 'SampleSong'])
    expect(printed.diagnostics.map((one) => one.code)).toEqual(['W-PRINT-PPI'])
    expect(JSON.parse(JSON.stringify(preflight))).toEqual(preflight)
  })

  test('page count and bleed are remarked on, and only where there is something to remark', async () => {
    const bled = (items: number, over: number) => {
      const b = new ListBuilder()
      for (let page = 1; page < items; page++) b.page()
      const box = { x: -over, y: 100, width: 200, height: 20 }
      return b.add({ kind: 'rule', node: null, span: null, ...box, colour: 'black' }).build()
    }
    const remarks = async (pages: number, over: number) =>
      (await printPdf(bled(pages, over), assetsOf(), PRINT)).value.preflight.remarks
    const empty = { kind: 'bleed', bleed: mm(3) }
    expect(await remarks(4, mm(3))).toEqual([])
    expect(await remarks(8, 0)).toEqual([empty])
    expect(await remarks(6, 0)).toEqual([{ kind: 'pages', pages: 6, blanks: 2 }, empty])
    expect(await remarks(1, mm(3))).toEqual([{ kind: 'pages', pages: 1, blanks: 3 }])
  })

  test('paper, condition and profile are named; uncoated paper has a profile of its own', async () => {
    const uncoated = await builtInIntent(resolve(import.meta.dirname, '../../profiles'), 'uncoated')
    const { value } = await printPdf(list, assets, { ...PRINT, profile: uncoated, paper: 'uncoated' })
    expect(value.preflight).toMatchObject({
      outputCondition: 'FOGRA47',
      profile: 'Uncoated FOGRA47 (ISO 12647-2:2004)',
      paper: 'uncoated',
    })
    expect(printed.value.preflight).toMatchObject({ outputCondition: 'FOGRA39', paper: null })
    const file = new PdfFile(value.bytes)
    const [intent] = file.array(file.catalogue.OutputIntents).map((one) => file.dictionary(one))
    expect(intent!.OutputConditionIdentifier).toMatchObject({ bytes: 'FOGRA47' })
    expect(file.stream(intent!.DestOutputProfile).content.equals(Buffer.from(uncoated.icc))).toBe(true)
  })

  test('a spot accent is a plate of its own', async () => {
    const { value } = await printPdf(sampleList(), assetsOf(), { ...PRINT, spot: '专色 Red (1)/x' })
    expect(value.preflight.plates).toEqual(['Black', '专色 Red (1)/x'])
    expect(decodedFile(value.bytes)).toContain(
      '/Separation /#E4#B8#93#E8#89#B2#20Red#20#281#29#2Fx /DeviceCMYK',
    )
  })

  test('a profile that is not for four-ink printing is refused in words', () => {
    const named = { file: 'x.icc', span: null }
    expect(outputIntentOf(named, srgbProfile()).diagnostics.map((one) => one.code)).toEqual(['E-PROFILE'])
    expect(outputIntentOf(named, Buffer.from('no')).diagnostics.map((one) => one.code)).toEqual(['E-PROFILE'])
    expect(outputIntentOf(named, profile.icc).value).toMatchObject({
      identifier: 'FOGRA39L Coated',
      components: 4,
    })
  })

  test.skipIf(!hasTool('gs'))('black text is on the black plate alone (needs ghostscript)', async () => {
    const b = new ListBuilder()
    for (let i = 0; i < 8; i++) b.line(null, '黑字只在黑版上，不套印'.repeat(3), { size: 14 })
    const { value } = await printPdf(b.build(), assetsOf(), { ...PRINT, marks: false })
    const plates = ['Cyan', 'Magenta', 'Yellow', 'Black'].map((plate) => platePixels(value.bytes, plate))
    const blank = Math.min(...plates)
    expect(plates.slice(0, 3)).toEqual([blank, blank, blank])
    expect(plates[3]! - blank).toBeGreaterThan(1000)
  })

  test.skipIf(!hasTool('gs'))('the accent is on its own plate alone (needs ghostscript)', async () => {
    const b = new ListBuilder()
    b.add({ kind: 'rule', node: null, span: null, x: 100, y: 100, width: 300, height: 300, colour: 'accent' })
    const { value } = await printPdf(b.build(), assetsOf(), { ...PRINT, marks: false, spot: 'Red' })
    const plates = ['Cyan', 'Magenta', 'Yellow', 'Black', 'Red'].map((plate) =>
      platePixels(value.bytes, plate),
    )
    const blank = Math.min(...plates)
    expect(plates.slice(0, 4)).toEqual([blank, blank, blank, blank])
    expect(plates[4]! - blank).toBeGreaterThan(10_000)
  })
})

describe('booklet', () => {
  test('sheets fold into reading order', () => {
    const sides = saddleStitch([0, 1, 2, 3, 4, 5, 6, 7])
    expect(sides.map(({ left, right }) => [left, right])).toEqual([
      [7, 0],
      [1, 6],
      [5, 2],
      [3, 4],
    ])
  })

  test('blanks stand before the colophon page or at the end', () => {
    expect(withBlanks(6, 'before-last')).toEqual([0, 1, 2, 3, 4, null, null, 5])
    expect(withBlanks(6, 'end')).toEqual([0, 1, 2, 3, 4, 5, null, null])
    expect(withBlanks(8, 'end')).toHaveLength(8)
    expect(withBlanks(1, 'before-last')).toEqual([0, null, null, null])
  })

  test('whatever the number of pages, a folded booklet reads from first to last with the blanks in one place', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 41 }), fc.constantFrom('before-last', 'end'), (pages, blanks) => {
        const order = withBlanks(pages, blanks)
        const sides = saddleStitch(order)
        expect(sides).toHaveLength(Math.ceil(pages / 4) * 2)
        // Each sheet is a leaf in the front half and one in the back half, the outermost first and last.
        const front = sides.flatMap(({ right }, i) => (i % 2 === 0 ? [right, sides[i + 1]!.left] : []))
        const back = sides
          .flatMap(({ left }, i) => (i % 2 === 0 ? [left, sides[i + 1]!.right] : []))
          .reverse()
        expect([...front, ...back]).toEqual(order)
        const shown = order.filter((page) => page !== null)
        expect(shown).toEqual(Array.from({ length: pages }, (_, page) => page))
        const last = order.lastIndexOf(null)
        if (last !== -1) {
          expect(order.slice(order.indexOf(null), last + 1).every((page) => page === null)).toBe(true)
          const after = blanks === 'end' || pages === 1 ? 0 : 1
          expect(order.length - 1 - last).toBe(after)
        }
      }),
    )
  })

  test.each([1, 2, 3, 4, 5, 6, 7, 8, 9])(
    '%i pages: each is drawn once and shown once, on A3',
    async (count) => {
      const pages = Array.from({ length: count }, (_, i) => list.pages[i % list.pages.length]!)
      const { value } = await bookletPdf({ ...list, pages }, assets, { ...COMMON, blanks: 'end', creep: 0.3 })
      const file = new PdfFile(value)
      expect(file.pages).toHaveLength(Math.ceil(count / 4) * 2)
      const forms = file.dictionaries().filter((one) => one.Subtype === '/Form')
      expect(forms).toHaveLength(count)
      const shown = file.pages.flatMap((page) => {
        const dictionary = file.dictionary(page)
        expect(file.array(dictionary.MediaBox)).toEqual(
          [0, 0, A4.width * 2, A4.height].map((n) => expect.closeTo(n, 2)),
        )
        const named = file.dictionary(file.dictionary(dictionary.Resources).XObject)
        return file
          .operations(page)
          .filter(({ operator }) => operator === 'Do')
          .map(({ operands }) => (named[String(operands[0]).slice(1)] as Reference).id)
      })
      expect(shown).toHaveLength(count)
      expect(new Set(shown).size).toBe(count)
    },
  )

  test('an article that runs on to the last page is seen', () => {
    const [first, second] = [0, 1].map((page) => ({
      ...list.pages[0]!,
      items: list.pages[page]?.items ?? [],
    }))
    const whole = { ...list, pages: [first!, { ...first!, items: [] }] }
    expect(runsToLastPage(whole)).toBe(false)
    expect(runsToLastPage({ ...list, pages: [first!, first!] })).toBe(true)
    expect(runsToLastPage({ ...list, pages: [second!] })).toBe(false)
  })

  test('inner sheets creep to the fold', () => {
    const pages = { ...list, pages: Array.from({ length: 8 }, () => list.pages[0]!) }
    const sides = imposition(pages, { blanks: 'end', creep: 0.4 })
    expect(sides.map((side) => side.pages.map((page) => page.x))).toEqual([
      [0, A4.width],
      [0, A4.width],
      [0.4, A4.width - 0.4],
      [0.4, A4.width - 0.4],
    ])
  })

  const paged = (count: number, size: { width: number; height: number }) => ({
    ...list,
    pages: Array.from({ length: count }, () => ({ ...list.pages[0]!, ...size })),
  })
  const A5 = { width: mm(148), height: mm(210) }
  const ON_A4 = { blanks: 'end', creep: 0, sheet: 'A4' } as const

  test('A5 pages go on A4 as they are, with the fold in the middle, told or not', () => {
    for (const sheet of ['A4', 'auto'] as const) {
      const [front, back] = imposition(paged(4, A5), { ...ON_A4, sheet })
      for (const side of [front!, back!]) {
        expect([side.width, side.height]).toEqual([mm(297), mm(210)].map((n) => expect.closeTo(n, 3)))
        expect(side.pages.map((page) => [page.x, page.y, page.scale ?? 1])).toEqual([
          [expect.closeTo(mm(0.5), 3), 0, 1],
          [expect.closeTo(mm(148.5), 3), 0, 1],
        ])
      }
    }
  })

  test('A4 pages on A4 are made smaller, to 70.7 %, and meet at the fold', async () => {
    const [front] = imposition(paged(4, A4), ON_A4)
    expect(front!.pages.map((page) => page.scale)).toEqual(
      [Math.SQRT1_2, Math.SQRT1_2].map((n) => expect.closeTo(n, 3)),
    )
    const [left, right] = front!.pages
    expect(left!.x + A4.width * left!.scale!).toBeCloseTo(mm(148.5), 2)
    expect(right!.x).toBeCloseTo(mm(148.5), 2)
    const { value, diagnostics } = await bookletPdf(paged(4, A4), assets, { ...COMMON, ...ON_A4 })
    expect(diagnostics.map((one) => one.code)).toEqual(['I-BOOKLET', 'I-BOOKLET-SCALED'])
    expect(diagnostics[1]!.values).toEqual({ sheet: 'A4', percent: 70.7 })
    const file = new PdfFile(value)
    for (const page of file.pages) {
      const matrices = file.operations(page).filter(({ operator }) => operator === 'cm')
      expect(matrices.map(({ operands }) => [operands[0], operands[3]])).toEqual(
        [1, 2].map(() => [expect.closeTo(Math.SQRT1_2, 3), expect.closeTo(Math.SQRT1_2, 3)]),
      )
    }
  })

  test('pages never leave the sheet nor are enlarged, whatever their size and the sheet', () => {
    const length = fc.integer({ min: 60, max: 1000 })
    const sheet = fc.constantFrom('auto', 'A3', 'B4', 'A4')
    fc.assert(
      fc.property(length, length, sheet, fc.integer({ min: 1, max: 9 }), (width, height, name, count) => {
        const sides = imposition(paged(count, { width, height }), { ...ON_A4, sheet: name })
        for (const side of sides) {
          for (const { x, y, scale = 1 } of side.pages) {
            expect(scale).toBeLessThanOrEqual(1)
            expect(Math.min(x, y)).toBeGreaterThan(-3)
            expect(x + width * scale).toBeLessThan(side.width + 3)
            expect(y + height * scale).toBeLessThan(side.height + 3)
            const atFold = [x, x + width * scale].map((edge) => Math.abs(edge - side.width / 2))
            expect(Math.min(...atFold)).toBeLessThan(0.001)
          }
        }
      }),
    )
  })

  test.each([
    [4, 'I-BOOKLET', { pages: 4, sheets: 1, sheet: 'A3' }],
    [6, 'I-BOOKLET-BLANKS', { pages: 6, sheets: 2, sheet: 'A3', blanks: 2, places: '6、7' }],
  ] as const)('%i pages: sheets and blanks are told', async (count, code, values) => {
    const options = { ...COMMON, blanks: 'before-last', creep: 0 } as const
    const { diagnostics } = await bookletPdf(paged(count, A4), assets, options)
    expect(diagnostics).toMatchObject([{ code, severity: 'info', values }])
  })

  test('readers are told to print both sides over the short edge, unscaled, on paper of the size', async () => {
    const booklet = await bookletPdf(list, assets, { ...COMMON, blanks: 'end', creep: 0 })
    const preferences = (bytes: Uint8Array) => {
      const file = new PdfFile(bytes)
      return file.dictionary(file.catalogue.ViewerPreferences)
    }
    expect(preferences(booklet.value)).toEqual({
      DisplayDocTitle: true,
      PrintScaling: '/None',
      Duplex: '/DuplexFlipShortEdge',
      PickTrayByPDFSize: true,
    })
    expect(preferences(printed.value.bytes)).toEqual({ DisplayDocTitle: true, PrintScaling: '/None' })
    const archive = await archivePdf(list, assets, { ...COMMON, part: 2 })
    expect(preferences(archive.value)).toEqual({ DisplayDocTitle: true })
  })

  test('every page is in the file once, and all text comes back', async () => {
    const { value } = await bookletPdf(list, assets, { ...COMMON, blanks: 'before-last', creep: 0 })
    expect(decodedFile(value).match(/\/Subtype \/Form/g)).toHaveLength(2)
    const pdf = await openPdf(value)
    expect(pdf.numPages).toBe(2)
    const content = await (await pdf.getPage(1)).getTextContent()
    const text = content.items.map((item) => ('str' in item ? item.str : '')).join('')
    for (const line of ARTICLES.flat()) expect(text).toContain(line)
  })
})

const JARS = '/usr/share/java'
const hasPreflight =
  hasTool('java') && existsSync(JARS) && readdirSync(JARS).some((name) => name.startsWith('preflight'))

describe('archive', () => {
  test('claims PDF/A-2a with tags, A-2u without, A-1b when asked', async () => {
    const claim = async (part: 1 | 2, structure = list.structure) => {
      const { value } = await archivePdf({ ...list, structure }, assets, { ...COMMON, part })
      const { metadata } = await (await openPdf(value)).getMetadata()
      return `${metadata.get('pdfaid:part')}${metadata.get('pdfaid:conformance')}`
    }
    expect(await claim(2)).toBe('2A')
    expect(await claim(2, [])).toBe('2U')
    expect(await claim(1)).toBe('1B')
  })

  test('has an sRGB output intent, complete CIDSets and the same text', async () => {
    const { value } = await archivePdf(list, assets, { ...COMMON, part: 2 })
    const file = decodedFile(value)
    expect(file).toContain('/GTS_PDFA1')
    expect(file.match(/\/CIDSet/g)).toHaveLength(2)
    const text = (await taggedText(await openPdf(value))).map((piece) => piece.text).join('')
    for (const line of ARTICLES.flat()) expect(text).toContain(line)
  })

  test.skipIf(!hasPreflight)(
    'PDFBox Preflight finds A-1b valid (needs java and libpdfbox2-java)',
    async () => {
      const { value } = await archivePdf(list, assets, { ...COMMON, part: 1 })
      const printed = runOn(value, 'java', [
        '-cp',
        join(JARS, '*'),
        'org.apache.pdfbox.preflight.Validator_A1b',
        'FILE',
      ])
      expect(printed.toString()).toContain('is a valid PDF/A-1b file')
    },
  )
})

describe.skipIf(!hasTool('qpdf'))('every product (needs qpdf)', () => {
  test('passes qpdf --check', async () => {
    const booklet = await bookletPdf(list, assets, { ...COMMON, blanks: 'end', creep: 0.2 })
    const archive = await archivePdf(list, assets, { ...COMMON, part: 2 })
    const old = await archivePdf(list, assets, { ...COMMON, part: 1 })
    for (const bytes of [printed.value.bytes, booklet.value, archive.value, old.value]) {
      expect(qpdfComplaints(bytes)).toBe('')
    }
  })
})
