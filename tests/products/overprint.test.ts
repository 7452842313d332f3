import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { readImage } from '../../src/assets/read-image.ts'
import type { Colour } from '../../src/base/text-style.ts'
import { mm } from '../../src/base/units.ts'
import type { DisplayItem, DisplayList, Path, Rule } from '../../src/display/display-list.ts'
import { paintPdf } from '../../src/paint/pdf/paint-pdf.ts'
import { imposition } from '../../src/products/booklet-pdf.ts'
import { builtInIntent } from '../../src/products/output-profile.ts'
import { type PrintOptions, printPdf } from '../../src/products/print-pdf.ts'
import { ensureBundle, jianbao } from '../cli/bundle.ts'
import { type Operation, PdfFile } from '../paint/pdf-file.ts'
import { hasTool, runOn } from '../paint/read-back.ts'
import { photograph } from '../paint/sample-images.ts'
import { A4, assetsOf, ListBuilder } from '../paint/sample-list.ts'
import { composition } from './composition.ts'

/** Something painted, and the graphics state it is painted with (ISO 32000-1, 8.4). */
interface Painted {
  readonly what: 'picture' | 'form' | 'fill' | 'stroke' | 'text'
  /** The colour operators' operands, of those it is painted in. */
  readonly inks: readonly string[]
  /** null where no `gs` has said it. */
  readonly overprint: boolean | null
}

const KINDS: Readonly<Record<string, Painted['what']>> = {
  f: 'fill',
  B: 'fill',
  S: 'stroke',
  Tj: 'text',
  TJ: 'text',
}

/** Follows the operators' graphics state, with its stack, as a RIP does. */
function painted(operations: readonly Operation[], named: (resource: string) => 'picture' | 'form') {
  let state = { fill: '', stroke: '', overprint: null as boolean | null }
  const stack: (typeof state)[] = []
  const out: Painted[] = []
  for (const { operator, operands } of operations) {
    const text = operands.join(' ')
    if (operator === 'q') stack.push({ ...state })
    else if (operator === 'Q') state = stack.pop()!
    else if (operator === 'gs') state.overprint = text === '/Over'
    else if (operator === 'k' || operator === 'scn') state.fill = text
    else if (operator === 'K' || operator === 'SCN') state.stroke = text
    else if (operator === 'Do') out.push({ what: named(text.slice(1)), inks: [], overprint: state.overprint })
    else if (KINDS[operator]) {
      const inks =
        operator === 'B' ? [state.fill, state.stroke] : [operator === 'S' ? state.stroke : state.fill]
      out.push({ what: KINDS[operator], inks, overprint: state.overprint })
    }
  }
  return out
}

function onPages(bytes: Uint8Array): Painted[] {
  const file = new PdfFile(bytes)
  return file.pages.flatMap((page) => {
    const resources = file.dictionary(file.dictionary(page).Resources)
    const named = (resource: string) =>
      file.dictionary(file.dictionary(resources.XObject)[resource]).Subtype === '/Form' ? 'form' : 'picture'
    return painted(file.operations(page), named)
  })
}

/** Only what is black ink and nothing else overprints, and everything says which. */
function expectOwnOverprint(all: readonly Painted[]): void {
  for (const { what, inks, overprint } of all) {
    const black = what !== 'picture' && inks.every((ink) => ink === '0 0 0 1')
    expect({ what, inks, overprint }).toEqual({ what, inks, overprint: black })
  }
}

const profile = await builtInIntent(resolve(import.meta.dirname, '../../profiles'))
const PRINT: PrintOptions = {
  maxPpi: 300,
  quality: 90,
  cacheFolder: null,
  profile,
  bleed: mm(3),
  marks: true,
  spot: null,
  minPpi: 150,
}
const assets = assetsOf([readImage('a.jpg', await photograph(60, 40).jpeg().toBuffer()).value!])

const PLACE = { node: null, span: null, x: 60, width: 120 }
const picture: DisplayItem = {
  ...PLACE,
  kind: 'image',
  image: 'a.jpg',
  y: 100,
  height: 80,
  crop: { left: 0, top: 0, right: 1, bottom: 1 },
}

function rule(colour: Colour): Rule {
  return { ...PLACE, kind: 'rule', y: 200, height: 20, colour }
}

function path(fill: Colour | null, stroke: Colour | null): Path {
  const commands = [['M', 60, 300], ['L', 90, 300], ['L', 90, 330], ['Z']] as const
  return {
    node: null,
    span: null,
    kind: 'path',
    commands,
    fill,
    stroke: stroke && { colour: stroke, width: 1, dash: [] },
  }
}

function listOf(items: readonly DisplayItem[]): DisplayList {
  const b = new ListBuilder()
  for (const item of items) b.add(item)
  return b.build()
}

function black(): DisplayItem {
  return new ListBuilder().line(null, '黑字').pages[0]![0]!
}

const colour = fc.constantFrom<Colour>('black', 'accent', '#f2f2f2', '#b3b3b3', '#ffffff', '#000000')
const item = fc.oneof(
  fc.constant(picture),
  fc.constant(black()),
  colour.map(rule),
  fc.tuple(fc.option(colour), fc.option(colour)).map(([fill, stroke]) => path(fill, stroke)),
)

describe('every picture, tint, line and letter of a press file states its own overprint', () => {
  test.each([
    ['a picture after black text', [black(), picture]],
    ['a picture that stands first', [picture]],
    ['a tint that stands first', [rule('#f2f2f2')]],
    ['a tint after black text', [black(), path('#f2f2f2', '#b3b3b3')]],
    ['a tint with a black border', [path('#f2f2f2', 'black')]],
    ['a black plate with a grey border', [path('black', '#b3b3b3')]],
    ['black text after a picture', [picture, black()]],
  ])('%s', async (_, items) => {
    const { value } = await printPdf(listOf(items), assets, PRINT)
    const all = onPages(value.bytes)
    expect(all.length).toBeGreaterThan(items.length)
    expectOwnOverprint(all)
  })

  test('whatever stands before it, with spot inks and process inks', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(item, { minLength: 1, maxLength: 12 }), fc.boolean(), async (items, spot) => {
        const { value } = await printPdf(listOf(items), assets, { ...PRINT, spot: spot ? 'Red' : null })
        expectOwnOverprint(onPages(value.bytes))
      }),
      { numRuns: 25 },
    )
  })

  test('pages of ink as forms on a booklet’s sheets, whatever the sheet has painted before', async () => {
    const list = listOf([picture, black(), path('#f2f2f2', null), picture])
    const inks = { mode: 'cmyk', accent: '#c00000' } as const
    const sheets = imposition(list, { blanks: 'end', creep: 0 })
    const bytes = await paintPdf(list, assets, { inks, imposition: sheets, tagged: false })
    const file = new PdfFile(bytes)
    const forms = [...file.objects]
      .filter(([, value]) => value !== null && typeof value === 'object' && 'dictionary' in value)
      .map(([, value]) => value)
      .filter((value) => file.dictionary(value).Subtype === '/Form')
    expect(forms).toHaveLength(1)
    const all = painted(file.operationsOf(forms), () => 'picture')
    expect(all.map((one) => one.what)).toEqual(['picture', 'text', 'fill', 'picture'])
    expectOwnOverprint(all)
  })

  test('on a screen nothing speaks of overprint', async () => {
    const bytes = await paintPdf(listOf([picture, black()]), assets, { tagged: false })
    const file = new PdfFile(bytes)
    expect(
      file.pages.flatMap((page) => file.operations(page)).filter((one) => one.operator === 'gs'),
    ).toEqual([])
  })

  test.skipIf(!hasTool('gs'))(
    'a pale picture over a coloured plate hides it (needs ghostscript)',
    async () => {
      const white = await photograph(60, 40).linear(0, 255).jpeg().toBuffer()
      const pale = assetsOf([readImage('a.jpg', white).value!])
      const list = listOf([{ ...rule('accent'), y: 100, height: 80 }, black(), picture])
      const { value } = await printPdf(list, pale, { ...PRINT, marks: false })
      const args = ['-q', '-dNOPAUSE', '-dBATCH', '-dSAFER', '-sDEVICE=inkcov', '-o', '-', 'FILE']
      const [cyan, magenta, yellow] = runOn(value.bytes, 'gs', args)
        .toString()
        .trim()
        .split(/\s+/)
        .map(Number)
      const area = (120 * 80) / ((A4.width + 2 * mm(3)) * (A4.height + 2 * mm(3)))
      expect(Math.max(cyan!, magenta!, yellow!)).toBeLessThan(area / 10)
    },
  )
})

describe('the press file of an issue with one of everything', () => {
  let all: readonly Painted[] = []

  beforeAll(async () => {
    ensureBundle()
    const folder = await composition('output: { make: print, name: "{kind}" }\n')
    expect(jianbao(folder, ['build']).code).toBe(0)
    all = onPages(readFileSync(join(folder, 'output/print.pdf')))
  }, 60_000)

  test('pictures knock out; placeholder, box and tints too', () => {
    expect(all.filter((one) => one.what === 'picture').length).toBeGreaterThan(2)
    expect(all.filter((one) => one.what === 'fill').length).toBeGreaterThan(5)
    expectOwnOverprint(all)
  })
})
