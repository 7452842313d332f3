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
