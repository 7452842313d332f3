import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { readImage } from '../../src/assets/read-image.ts'
import type { Colour } from '../../src/base/text-style.ts'
import { mm } from '../../src/base/units.ts'
import type { DisplayItem } from '../../src/display/display-list.ts'
import type { Inks } from '../../src/paint/pdf/ink.ts'
import { inkLimit } from '../../src/products/ink-limit.ts'
import { inkTotal } from '../../src/products/ink-totals.ts'
import { builtInIntent } from '../../src/products/output-profile.ts'
import { pictureInks } from '../../src/products/picture-ink.ts'
import { type PrintOptions, printPdf } from '../../src/products/print-pdf.ts'
import { hasTool, runOn } from '../paint/read-back.ts'
import { photograph } from '../paint/sample-images.ts'
import { A4, assetsOf, ListBuilder } from '../paint/sample-list.ts'

const PROFILES = resolve(import.meta.dirname, '../../profiles')
const coated = await builtInIntent(PROFILES, 'coated')
const uncoated = await builtInIntent(PROFILES, 'uncoated')

/** A profile with one `lut8Type` from three colours to four inks: these nodes, and curves that keep them. */
function profileOf(nodes: readonly (readonly [number, number, number, number])[], type = 'mft1'): Uint8Array {
  const table = Buffer.alloc(48 + 3 * 256 + nodes.length * 4 + 4 * 256)
  table.write(type, 0, 'latin1')
  table.set([3, 4, Math.round(nodes.length ** (1 / 3))], 8)
  table.set(nodes.flat(), 48 + 3 * 256)
  for (let ink = 0; ink < 4; ink++)
    for (let i = 0; i < 256; i++) table[48 + 3 * 256 + nodes.length * 4 + ink * 256 + i] = i
  const head = Buffer.alloc(128 + 4 + 12)
  head.writeUInt32BE(1, 128)
  head.write('B2A0', 132, 'latin1')
  head.writeUInt32BE(144, 136)
  head.writeUInt32BE(table.length, 140)
  return Buffer.concat([head, table])
}

describe('the limit of total ink', () => {
  test('is what a profile itself gives at most', () => {
    expect(inkLimit(coated.icc, 'coated')).toEqual({ total: 3.18, from: 'profile' })
    expect(inkLimit(uncoated.icc, 'uncoated')).toEqual({ total: 3, from: 'profile' })
    const nodes = Array.from({ length: 8 }, (_, i) => [255, 51 * (i % 4), 0, 51] as const)
    expect(inkLimit(profileOf(nodes), null)).toEqual({ total: 1.8, from: 'profile' })
  })

  test('is the usual one where the tables are of another kind, or none', () => {
    const nodes = Array.from({ length: 8 }, () => [255, 255, 255, 255] as const)
    expect(inkLimit(profileOf(nodes, 'mBA '), 'coated')).toEqual({ total: 3.3, from: 'paper' })
    expect(inkLimit(profileOf(nodes, 'mBA '), 'uncoated')).toEqual({ total: 3, from: 'paper' })
    expect(inkLimit(new Uint8Array(200), null)).toEqual({ total: 3.3, from: 'paper' })
  })

  test('whatever bytes a profile is of, there is one', () => {
    const nodes = Array.from({ length: 8 }, () => [9, 9, 9, 9] as const)
    const good = profileOf(nodes)
    const spoilt = fc.tuple(fc.integer({ min: 128, max: 210 }), fc.integer({ min: 0, max: 255 }))
    fc.assert(
      fc.property(
        fc.array(spoilt, { maxLength: 12 }),
        fc.integer({ min: 132, max: good.length }),
        (all, end) => {
          const icc = Uint8Array.from(good.subarray(0, end))
          for (const [at, byte] of all) if (at < icc.length) icc[at] = byte
          const { total } = inkLimit(icc, null)
          expect(total >= 0 && total <= 4).toBe(true)
        },
      ),
    )
  })
})

const INKS: Inks = { mode: 'cmyk', accent: '#c00000', accentInk: { process: [0, 1, 0.9, 0.1] } }
const CROP = { left: 0, top: 0, right: 1, bottom: 1 }

function rule(colour: Colour, y = 50, height = 60): DisplayItem {
  return { kind: 'rule', node: null, span: null, x: 50, y, width: 200, height, colour }
}

function black(): DisplayItem {
  return new ListBuilder().line(null, '黑字', { x: 60 }).pages[0]![0]!
}

function picture(): DisplayItem {
  const box = { x: 50, y: 50, width: 200, height: 60 }
  return { kind: 'image', node: null, span: null, image: 'a.jpg', crop: CROP, ...box }
}

function totalOf(items: readonly DisplayItem[], inks = INKS): number | undefined {
  const pictures = new Map([['a.jpg', { total: 2.9, coloured: 2.4 }]])
  return inkTotal({ ...A4, items }, 1, inks, pictures)?.total
}

describe('the ink on a page', () => {
  test('is that of its inkiest colour or picture', () => {
    expect(totalOf([black()])).toBe(100)
    expect(totalOf([black(), rule('accent', 200)])).toBe(200)
    expect(totalOf([rule('#808080')])).toBe(50)
    expect(totalOf([picture()])).toBe(290)
    expect(totalOf([])).toBeUndefined()
  })

  test('black letters add to what lies below; what hides it takes it away', () => {
    expect(totalOf([rule('accent'), black()])).toBe(290)
    expect(totalOf([picture(), black()])).toBe(340)
    expect(totalOf([rule('accent', 400), black()])).toBe(200)
    expect(totalOf([rule('accent'), rule('#ffffff'), black()])).toBe(200)
    expect(totalOf([rule('accent'), rule('#f2f2f2'), black()])).toBe(200)
  })

  test('a spot ink is one solid ink, whatever stands in for it', () => {
    const spot: Inks = { ...INKS, accentInk: { spot: 'Red', process: [1, 1, 1, 1] } }
    expect(totalOf([rule('accent')], spot)).toBe(100)
    expect(totalOf([rule('accent'), black()], spot)).toBe(200)
  })
})

const PRINT: PrintOptions = {
  maxPpi: 300,
  quality: 92,
  cacheFolder: null,
  profile: coated,
  bleed: mm(3),
  marks: false,
  spot: null,
  minPpi: 225,
}

describe('in the press file', () => {
  test('pictures stay within the limit of the profile they are converted through, and are measured', async () => {
    const hard = Buffer.alloc(400 * 300 * 3)
    // Blots of near black and white, whose edges tempt a sharp kernel beyond either.
    for (let at = 0; at < hard.length; at += 3) {
      const [x, y] = [(at / 3) % 400, Math.floor(at / 1200)]
      hard.fill((Math.floor(x / 11) + Math.floor(y / 11)) % 2 === 0 ? 6 + (x % 5) : 255, at, at + 3)
    }
    const raw = { width: 400, height: 300, channels: 3 } as const
    const made = [photograph(400, 300).linear(0.3, 0), sharp(hard, { raw })]
    const list = new ListBuilder().add(picture()).build()
    for (const one of made) {
      const assets = assetsOf([readImage('a.jpg', await one.jpeg({ quality: 95 }).toBuffer()).value!])
      for (const profile of [coated, uncoated]) {
        const { preflight } = (await printPdf(list, assets, { ...PRINT, profile })).value
        expect(preflight.ink.most).toBeGreaterThan(200)
        expect(preflight.ink.most).toBeLessThanOrEqual(preflight.ink.limit)
        expect(preflight.ink.over).toEqual([])
      }
    }
  })

  test('a picture’s ink is what it is made of; RGB has none', async () => {
    const flat = photograph(80, 80).linear([0, 0, 0], [255, 0, 0]).toColourspace('cmyk')
    const made = readImage('a.jpg', await flat.jpeg({ quality: 100 }).toBuffer()).value!
    const plain = readImage('b.jpg', await photograph(80, 80).jpeg().toBuffer()).value!
    const grey = readImage('c.jpg', await photograph(80, 80).toColourspace('b-w').jpeg().toBuffer()).value!
    const inks = await pictureInks([made, plain, grey].map((one) => [one.key, one] as const))
    expect([...inks.keys()]).toEqual(['a.jpg', 'c.jpg'])
    expect(inks.get('c.jpg')).toEqual({ total: 1, coloured: 0 })
    const { total, coloured } = inks.get('a.jpg')!
    expect(total).toBeGreaterThan(1.5)
    expect(total).toBeLessThan(2.5)
    expect(coloured).toBeLessThanOrEqual(total)
  })

  test.each([
    [[0, 1, 1, 0.1], 210, []],
    [[1, 1, 1, 0.18], 318, []],
    [[1, 1, 1, 0.6], 360, ['W-PRINT-INK']],
  ] as const)('an accent of %j lays on %i %%', async (accent, most, codes) => {
    const b = new ListBuilder().line(null, '黑字').page().add(rule('accent'))
    const { value, diagnostics } = await printPdf(b.build(), assetsOf(), { ...PRINT, accent })
    const { ink } = value.preflight
    expect(ink).toMatchObject({ limit: 318, from: 'profile', most })
    expect(ink.over).toEqual(codes.length > 0 ? [{ page: 2, total: most, image: null }] : [])
    expect(diagnostics.map((one) => one.code)).toEqual(codes)
    if (codes.length > 0) expect(diagnostics[0]!.values).toMatchObject({ pages: '2', total: 360, limit: 318 })
  })

  test.skipIf(!hasTool('gs'))('is what the plates add up to (needs ghostscript)', async () => {
    const list = new ListBuilder().add(rule('accent')).build()
    const accent = [0.9, 0.8, 0.7, 0.6] as const
    const { value } = await printPdf(list, assetsOf(), { ...PRINT, accent })
    const args = ['-q', '-dNOPAUSE', '-dBATCH', '-dSAFER', '-sDEVICE=ink_cov', '-o', '-', 'FILE']
    const area = (200 * 60) / ((A4.width + 2 * mm(3)) * (A4.height + 2 * mm(3)))
    const covered = runOn(value.bytes, 'gs', args).toString().trim().split(/\s+/).slice(0, 4).map(Number)
    const sum = covered.reduce((all, plate) => all + plate, 0)
    expect(sum / area).toBeCloseTo(value.preflight.ink.most, -1)
    expect(value.preflight.ink.most).toBe(300)
  })
})

test('the built-in profiles are for four inks and say what they are for', () => {
  for (const [profile, name] of [
    [coated, 'FOGRA39L Coated'],
    [uncoated, 'FOGRA47L Uncoated'],
  ] as const) {
    expect(Buffer.from(profile.icc).toString('latin1', 12, 20)).toBe('prtrCMYK')
    expect(Buffer.from(profile.icc).toString('latin1')).toContain(name)
    expect(profile.icc.length).toBe(Buffer.from(profile.icc).readUInt32BE(0))
  }
  const licence = readFileSync(resolve(PROFILES, 'LICENSE-FOGRA47L_uncoated.txt'), 'utf8')
  expect(licence).toContain('CC0')
})
