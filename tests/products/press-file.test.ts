import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Preflight } from '../../src/products/preflight.ts'
import { ensureBundle, jianbao, type Ran } from '../cli/bundle.ts'
import { PdfFile, type Value } from '../paint/pdf-file.ts'
import { hasTool, openPdf, runOn } from '../paint/read-back.ts'
import { composition } from './composition.ts'

/** The press file as the command line makes it, read again, and what was said of it, for people and for machines. */
const OUTPUT = 'output: { make: print, name: "{kind}", print: { spot: PANTONE 186 C } }\n'
const MM = 72 / 25.4

let folder = ''
let people: Ran
let machines: Preflight
let bytes: Uint8Array
let file: PdfFile

beforeAll(async () => {
  ensureBundle()
  folder = await composition(OUTPUT)
  people = jianbao(folder, ['build', '--lang', 'en'])
  const { out, code } = jianbao(folder, ['build', '--json'])
  expect([people.code, code]).toEqual([0, 0])
  machines = JSON.parse(out).issues[0].products[0].preflight as Preflight
  bytes = readFileSync(join(folder, 'output/print.pdf'))
  file = new PdfFile(bytes)
}, 60_000)

function numbers(value: Value | undefined): number[] {
  return file.array(value) as number[]
}

describe('the press file of an issue', () => {
  test('each page has medium, bleed and trim as the preflight list has them, the trim an A4 page', () => {
    expect(machines.boxes.pages).toBe(file.pages.length)
    for (const page of file.pages.map((one) => file.dictionary(one))) {
      for (const [key, box] of [
        ['MediaBox', machines.boxes.media],
        ['BleedBox', machines.boxes.bleed],
        ['TrimBox', machines.boxes.trim],
      ] as const)
        expect(numbers(page[key])).toEqual(box.map((side) => expect.closeTo(side, 1)))
      const [left, bottom, right, top] = numbers(page.TrimBox)
      expect([right! - left!, top! - bottom!]).toEqual([210, 297].map((side) => expect.closeTo(side * MM, 1)))
      const [outer] = numbers(page.BleedBox)
      expect(left! - outer!).toBeCloseTo(3 * MM, 1)
      expect(page.ArtBox).toBeUndefined()
    }
  })

  test('PDF/X-4: intent with its profile, version in XMP, Trapped known, an ID, no links, no encryption', async () => {
    const [intent] = file.array(file.catalogue.OutputIntents).map((one) => file.dictionary(one))
    expect(intent!.S).toBe('/GTS_PDFX')
    expect(intent!.OutputConditionIdentifier).toMatchObject({ bytes: machines.outputCondition })
    const profile = file.stream(intent!.DestOutputProfile)
    expect(profile.dictionary.N).toBe(4)
    expect(profile.content.toString('latin1', 12, 20)).toBe('prtrCMYK')
    const { metadata, info } = await (await openPdf(bytes)).getMetadata()
    expect(metadata.get('pdfxid:gts_pdfxversion')).toBe('PDF/X-4')
    expect(metadata.get('pdf:trapped')).toBe('False')
    expect(metadata.get('xmpmm:documentid')).toMatch(/^uuid:/)
    expect(info).toMatchObject({ Trapped: { name: 'False' } })
    expect(file.trailer.Encrypt).toBeUndefined()
    expect(file.dictionaries().filter((one) => one.Type === '/Annot')).toEqual([])
  })

  test('nothing is painted in RGB; black is black ink alone and overprints; the spot has its plate', () => {
    const operations = file.pages.flatMap((page) => file.operations(page))
    expect(operations.some(({ operator }) => /^(?:rg|RG|g|G)$/.test(operator))).toBe(false)
    const spaces = file
      .dictionaries()
      .filter((one) => one.Subtype === '/Image')
      .map((one) => file.get(one.ColorSpace))
    expect(spaces.length).toBeGreaterThan(1)
    for (const space of spaces) expect(['/DeviceCMYK', '/DeviceGray']).toContain(space)
    expect(file.dictionaries().filter((one) => one.SMask !== undefined)).toEqual([])
    let [ink, overprints, tried] = ['', false, 0]
    for (const { operator, operands } of operations) {
      if (operator === 'k' || operator === 'scn') ink = operands.join(' ')
      if (operator === 'gs') overprints = operands[0] === '/Over'
      if (operator !== 'Tj' && operator !== 'TJ') continue
      if (ink === '0 0 0 1') tried += 1
      expect(overprints).toBe(ink === '0 0 0 1')
    }
    expect(tried).toBeGreaterThan(20)
    const plates = file.pages.map((page) => {
      const resources = file.dictionary(file.dictionary(page).Resources)
      return file.array(file.dictionary(resources.ColorSpace).Spot)[1]
    })
    expect(plates[0]).toBe('/PANTONE 186 C')
  })

  test('the preflight list is on stderr: boxes, plates, fonts, ppi of each picture', () => {
    const { err } = people
    expect(err).toContain('preflight: PDF/X-4, output condition FOGRA39')
    expect(err).toMatch(/trim 210 × 297 mm, bleed 3 mm, medium 236 × 323 mm/)
    expect(err).toContain(`plates: ${machines.plates.join(', ')}`)
    for (const font of machines.fonts) expect(err).toContain(font.name)
    expect(machines.pictures.length).toBeGreaterThan(1)
    for (const { image, page, ppi } of machines.pictures)
      expect(err).toContain(`picture: ${image}  page ${page}  ${Math.round(ppi)} ppi`)
    expect(machines.pictures.some((one) => one.ppi < 150)).toBe(err.includes('W-PRINT-PPI'))
  })

  test('it says what speaks against printing and what is worth knowing', () => {
    const { err } = people
    expect(err).toContain('output condition FOGRA39 (Coated FOGRA39 (ISO 12647-2:2004)), coated paper')
    expect(err).toContain(`total ink: ${machines.ink.most} % at most; the profile’s limit is 318 %`)
    expect(err).toContain(
      'not for print: the issue is not final (status: review); every page is marked 送审稿',
    )
    const found = machines.unfit.find((one) => one.kind === 'placeholder')!
    expect(found).toMatchObject({ count: 1, pages: [expect.any(Number)] })
    expect(err).toMatch(/not for print: page \d+, empty picture places \(1\)/)
    expect(err).toMatch(/\d+ pages?: not a multiple of four; saddle stitching adds \d blank pages?/)
    expect(err).toContain('nothing runs over the trim, so the bleed of 3 mm is empty')
    for (const { image, ppi } of machines.pictures) {
      const line = err.split('\n').find((one) => one.includes(`picture: ${image}`))!
      expect(line.includes('below 225 ppi')).toBe(ppi < 225)
    }
    expect(machines.pictures.map((one) => one.coarse)).toContain(true)
    expect(machines.pictures.map((one) => one.coarse)).toContain(false)
  })

  test.skipIf(!hasTool('pdffonts'))(
    'its fonts are what poppler finds in the file (needs poppler-utils)',
    () => {
      const found = runOn(bytes, 'pdffonts', ['FILE']).toString().trim().split('\n').slice(2)
      expect(found.every((line) => /yes yes yes/.test(line))).toBe(true)
      const names = new Set(found.map((line) => /^[A-Z]{6}\+(\S+)/.exec(line)?.[1]))
      expect(new Set(machines.fonts.map((font) => font.name))).toEqual(names)
    },
  )

  test.skipIf(!hasTool('pdfimages'))('its ppi are what poppler measures (needs poppler-utils)', () => {
    const rows = runOn(bytes, 'pdfimages', ['-list', 'FILE']).toString().trim().split('\n').slice(2)
    const measured = rows
      .map((row) => row.trim().split(/\s+/))
      .map((cells) => [cells[0], cells[12], cells[13]].map(Number))
    expect(measured).toHaveLength(machines.pictures.length)
    for (const { page, ppi } of machines.pictures)
      expect(
        measured.some(([on, across, down]) => on === page && Math.abs(Math.min(across!, down!) - ppi) <= 1.5),
      ).toBe(true)
  })

  test.skipIf(!hasTool('gs'))('every plate of the list has ink, and no other has (needs ghostscript)', () => {
    const args = ['-q', '-dNOPAUSE', '-dBATCH', '-dSAFER', '-sDEVICE=inkcov', '-o', '-', 'FILE']
    const rows = runOn(bytes, 'gs', args).toString().trim().split('\n')
    const covered = ['Cyan', 'Magenta', 'Yellow', 'Black'].map((_, at) =>
      rows.some((row) => Number(row.trim().split(/\s+/)[at]) > 0),
    )
    expect(covered).toEqual([true, true, true, true])
  })
})
