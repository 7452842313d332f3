import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ImageAsset } from '../../src/assets/image.ts'
import { openPng } from '../../src/assets/png.ts'
import { readImage } from '../../src/assets/read-image.ts'
import type { DisplayList } from '../../src/display/display-list.ts'
import { convertPicture } from '../../src/products/convert-picture.ts'
import { planPicture } from '../../src/products/picture-plan.ts'
import { pictureUses } from '../../src/products/picture-uses.ts'
import { type PictureOptions, preparePictures } from '../../src/products/pictures.ts'
import { screenPdf } from '../../src/products/screen-pdf.ts'
import { chunk } from '../assets/pictures.ts'
import { Bytes, PdfFile } from '../paint/pdf-file.ts'
import { openPdf, taggedText } from '../paint/read-back.ts'
import { photograph, quartersSharp } from '../paint/sample-images.ts'
import { assetsOf, ListBuilder, sampleList } from '../paint/sample-list.ts'

const OPTIONS: PictureOptions = { maxPpi: 150, quality: 80, colour: 'rgb', alpha: true, cacheFolder: null }
const WHOLE = { left: 0, top: 0, right: 1, bottom: 1 }

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jianbao-cache-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function loaded(key: string, bytes: Uint8Array): ImageAsset {
  const { value, diagnostics } = readImage(key, bytes)
  if (!value) throw new Error(JSON.stringify(diagnostics))
  return value
}

function psnr(one: Uint8Array, other: Uint8Array): number {
  const squares = one.reduce((sum, value, index) => sum + (value - (other[index] as number)) ** 2, 0)
  return 10 * Math.log10(255 ** 2 / (squares / one.length))
}

/** A page showing the picture 288 × 192 pt large: 4 × 2.67 inches. */
function listWith(key: string, crop = WHOLE) {
  const b = new ListBuilder()
  b.add({ kind: 'image', node: null, span: null, image: key, x: 0, y: 0, width: 288, height: 192, crop })
  return b.build()
}

async function prepared(asset: ImageAsset, options = OPTIONS, crop = WHOLE) {
  const { value, diagnostics } = await preparePictures(listWith(asset.key, crop), assetsOf([asset]), options)
  return { asset: value.assets.images.get(asset.key)!, list: value.list, diagnostics }
}

describe('pictures of a product', () => {
  test('are brought down to the wanted ppi', async () => {
    const { asset } = await prepared(loaded('a.jpg', await photograph(2400, 1600).jpeg().toBuffer()))
    expect([asset.width, asset.height]).toEqual([600, 400])
  })

  test('are made smaller by their decoder already where all of a JPEG is shown; nobody sees it', async () => {
    const forms = photograph(300, 200).resize(2400, 1600, { kernel: 'cubic' })
    const original = loaded('a.jpg', await forms.jpeg({ quality: 92 }).toBuffer())
    const options = { ...OPTIONS, quality: 100 }
    const made = await sharp((await prepared(original, options)).asset.bytes)
      .raw()
      .toBuffer()
    const size = { fit: 'fill', kernel: 'lanczos3' } as const
    const whole = await sharp(original.bytes).resize(600, 400, size).raw().toBuffer()
    const all = { left: 0, top: 0, width: 2400, height: 1600 }
    const cutFirst = await sharp(original.bytes).extract(all).resize(600, 400, size).raw().toBuffer()
    expect(psnr(made, cutFirst)).toBeGreaterThan(45)
    expect(psnr(made, whole)).toBeGreaterThan(psnr(made, cutFirst) + 1)
  })

  test('are told one by one as they are ready', async () => {
    const jpeg = await photograph(60, 40).jpeg().toBuffer()
    const all = [loaded('a.jpg', jpeg), loaded('b.jpg', jpeg)]
    const b = new ListBuilder()
    for (const { key } of all)
      b.add({
        kind: 'image',
        node: null,
        span: null,
        image: key,
        x: 0,
        y: 0,
        width: 9,
        height: 6,
        crop: WHOLE,
      })
    const told: string[] = []
    const onPicture = (done: number, of: number) => told.push(`${done}/${of}`)
    await preparePictures(b.build(), assetsOf(all), { ...OPTIONS, onPicture })
    expect(told).toEqual(['1/2', '2/2'])
  })

  test('stay bit for bit when they are fine', async () => {
    const bytes = await photograph(600, 400).jpeg().toBuffer()
    expect((await prepared(loaded('a.jpg', bytes))).asset.bytes).toBe(bytes)
  })

  test('are never made larger', async () => {
    const { asset } = await prepared(
      loaded('a.png', await quartersSharp(60, 40).ensureAlpha(0.5).png().toBuffer()),
    )
    expect([asset.width, asset.height]).toEqual([60, 40])
  })

  test('lose what is cut away, and the list shows the same part', async () => {
    const crop = { left: 0.25, top: 0, right: 0.75, bottom: 0.5 }
    const original = loaded('a.jpg', await photograph(2400, 1600).jpeg().toBuffer())
    const { asset, list } = await prepared(original, OPTIONS, crop)
    expect([asset.width, asset.height]).toEqual([600, 400])
    expect(list.pages[0]!.items[0]).toMatchObject({ crop: WHOLE })
  })

  test('stand upright and carry nothing of their makers', async () => {
    const bytes = await photograph(1600, 2400)
      .withExif({ IFD0: { Artist: 'ZHANG-SAN' }, IFD3: { GPSLatitude: '30/1 40/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const { asset } = await prepared(loaded('a.jpg', bytes))
    expect(asset).toMatchObject({ orientation: 1, exif: false, width: 600, height: 400 })
    expect(Buffer.from(asset.bytes).toString('latin1')).not.toMatch(/ZHANG|Exif/)
  })

  test('other colours become sRGB', async () => {
    const cmyk = await quartersSharp(600, 400).toColourspace('cmyk').jpeg().toBuffer()
    const wide = await quartersSharp(600, 400).withIccProfile('p3').jpeg({ quality: 95 }).toBuffer()
    for (const bytes of [cmyk, wide]) {
      const { asset } = await prepared(loaded('a.jpg', bytes))
      expect(asset).toMatchObject({ colour: 'rgb', profile: null })
      const { data } = await sharp(asset.bytes).raw().toBuffer({ resolveWithObject: true })
      const at = (x: number, y: number) => [...data.subarray((y * 600 + x) * 3, (y * 600 + x) * 3 + 3)]
      const [red, green, blue] = at(150, 100)
      expect(red! > 180 && green! < 90 && blue! < 90).toBe(true)
    }
  })

  test('sixteen bits, alpha and passes are dealt with', async () => {
    const sixteen = await quartersSharp(600, 400).toColourspace('rgb16').png().toBuffer()
    const clear = await quartersSharp(600, 400).ensureAlpha(0.5).png({ progressive: true }).toBuffer()
    expect((await prepared(loaded('a.png', sixteen))).asset).toMatchObject({ bitDepth: 8 })
    expect((await prepared(loaded('a.png', clear))).asset).toMatchObject({ alpha: true, interlaced: false })
    expect((await prepared(loaded('a.png', clear), { ...OPTIONS, alpha: false })).asset.alpha).toBe(false)
  })

  test('are kept in the cache folder and taken from it', async () => {
    const original = loaded('a.jpg', await photograph(1200, 800).jpeg().toBuffer())
    const options = { ...OPTIONS, cacheFolder: folder }
    const first = await prepared(original, options)
    const names = readdirSync(folder)
    expect(names).toHaveLength(1)
    const second = await prepared(original, options)
    expect(Buffer.compare(second.asset.bytes, first.asset.bytes)).toBe(0)
    await prepared(original, { ...options, quality: 70 })
    expect(readdirSync(folder)).toHaveLength(2)
  })

  test('grain is not kept at any price, unless a high quality asks for it', async () => {
    const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const
    const create = { width: 1200, height: 800, channels: 3, background: '#808080', noise } as const
    const grainy = loaded('a.jpg', await sharp({ create }).jpeg({ quality: 95 }).toBuffer())
    const size = async (quality: number) =>
      (await prepared(grainy, { ...OPTIONS, quality })).asset.bytes.length
    const plain = (quality: number) =>
      sharp(grainy.bytes).resize(600, 400, { fit: 'fill' }).jpeg({ quality, mozjpeg: true }).toBuffer()
    expect(await size(82)).toBeLessThan((await plain(82)).length * 0.8)
    expect(await size(90)).toBeGreaterThan((await plain(90)).length * 0.8)
    expect(await size(76)).toBeLessThanOrEqual(await size(82))
  })

  test('that break off are reported, not printed half', async () => {
    const bytes = await photograph(1200, 800).jpeg().toBuffer()
    const broken = { ...loaded('a.jpg', bytes), bytes: bytes.subarray(0, bytes.length / 2) }
    expect((await prepared(broken)).diagnostics.map((one) => one.code)).toEqual(['E-IMAGE-CUT'])
  })

  describe('that are damaged are reported and not shown', () => {
    const EOI = Buffer.from([0xff, 0xd9])
    const shown = async (bytes: Uint8Array, options = OPTIONS) => {
      const { list, diagnostics } = await prepared(loaded('a', bytes), options)
      return [list.pages[0]!.items.length, ...diagnostics.map((one) => one.code)]
    }
    const CUT = [0, 'E-IMAGE-CUT']

    test.each([
      ['as it is', 600, 400],
      ['reduced', 1200, 800],
    ])('%s: JPEG cut and closed again, or with a hole', async (_, width, height) => {
      for (const progressive of [false, true]) {
        const bytes = await photograph(width, height).jpeg({ progressive }).toBuffer()
        expect(await shown(bytes)).toEqual([1])
        expect(await shown(Buffer.concat([bytes.subarray(0, bytes.length / 2), EOI]))).toEqual(CUT)
        const holed = Buffer.from(bytes)
        holed.fill(0, Math.floor(bytes.length / 2), Math.floor(bytes.length * 0.6))
        expect(await shown(holed)).toEqual(CUT)
      }
    })

    /** Where the first segment of a kind lies, from its marker to its end. */
    const segmentAt = (bytes: Buffer, marker: number) => {
      const at = bytes.indexOf(Buffer.from([0xff, marker]))
      return [at, at + 2 + bytes.readUInt16BE(at + 2)] as const
    }
    const changed = (bytes: Buffer, change: (copy: Buffer) => void) => {
      const copy = Buffer.from(bytes)
      change(copy)
      return copy
    }

    test.each<[string, (bytes: Buffer, at: number) => Uint8Array]>([
      ['a stretch twice', (bytes, at) => Buffer.concat([bytes.subarray(0, at), bytes.subarray(at - 3000)])],
      ['a stretch less', (bytes, at) => Buffer.concat([bytes.subarray(0, at - 2500), bytes.subarray(at)])],
      [
        'two stretches in each other’s place',
        (bytes, at) =>
          changed(bytes, (copy) => {
            bytes.copy(copy, at - 4000, at, at + 1500)
            bytes.copy(copy, at, at - 4000, at - 2500)
          }),
      ],
      [
        'noise in it',
        (bytes, at) =>
          changed(bytes, (copy) => {
            for (let i = 0; i < 2000; i += 1) copy[at + i] = (i * 7919 + (i >> 3) * 31) % 255
          }),
      ],
      [
        'steps that are not its own',
        (bytes) =>
          changed(bytes, (copy) => {
            const [from, to] = segmentAt(copy, 0xdb)
            copy.fill(255, from + 5, to)
          }),
      ],
      [
        'steps that are none',
        (bytes) =>
          changed(bytes, (copy) => {
            const [from, to] = segmentAt(copy, 0xdb)
            copy.fill(0, from + 5, to)
          }),
      ],
      [
        'codes that are not its own',
        (bytes) =>
          changed(bytes, (copy) => {
            const [from, to] = segmentAt(copy.subarray(), 0xc4)
            copy.subarray(from + 21, to).reverse()
          }),
      ],
      [
        'no codes',
        (bytes) => {
          const [from, to] = segmentAt(bytes, 0xc4)
          return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)])
        },
      ],
      [
        'more rows than its head says',
        (bytes) =>
          changed(bytes, (copy) => {
            const [from] = segmentAt(copy, 0xc0)
            copy.writeUInt16BE(400, from + 5)
          }),
      ],
      [
        'rows longer than its head says',
        (bytes) =>
          changed(bytes, (copy) => {
            const [from] = segmentAt(copy, 0xc0)
            copy.writeUInt16BE(600, from + 7)
          }),
      ],
    ])('a JPEG with %s, which decoders pass over', async (_, damage) => {
      for (const quality of [60, 90]) {
        const bytes = await photograph(1200, 800).jpeg({ quality }).toBuffer()
        expect(await shown(bytes)).toEqual([1])
        for (const part of [0.4, 0.8]) {
          const damaged = damage(bytes, Math.floor(bytes.length * part))
          expect([part, ...(await shown(damaged))]).toEqual([part, ...CUT])
        }
      }
    })

    test('a blemish that the decoder warns of is none', async () => {
      for (const progressive of [false, true]) {
        const bytes = await photograph(1200, 800).jpeg({ progressive }).toBuffer()
        const second = 4 + bytes.readUInt16BE(4)
        const stray = [bytes.subarray(0, second), Buffer.from([0, 1, 2, 3]), bytes.subarray(second)]
        expect(await shown(Buffer.concat(stray))).toEqual([1])
        expect(await shown(Buffer.concat([bytes.subarray(0, -2), Buffer.alloc(40), EOI]))).toEqual([1])
      }
    })

    test.each([
      [600, 400],
      [1200, 800],
    ])('PNG of %i × %i with half its rows', async (width, height) => {
      for (const options of [{}, { progressive: true }, { palette: true }]) {
        const bytes = await photograph(width, height).png(options).toBuffer()
        const png = openPng(bytes)
        if (typeof png === 'string') throw new Error(png)
        const packed = Buffer.concat(png.pieces)
        const start = bytes.indexOf('IDAT') - 4
        const half = [
          bytes.subarray(0, start),
          chunk('IDAT', packed.subarray(0, packed.length / 2)),
          chunk('IEND'),
        ]
        expect(await shown(bytes)).toEqual([1])
        expect(await shown(Buffer.concat(half))).toEqual(CUT)
      }
    })

    test('what was found whole is not looked through again', async () => {
      const bytes = await photograph(600, 400).jpeg().toBuffer()
      const options = { ...OPTIONS, cacheFolder: folder }
      expect(await shown(bytes, options)).toEqual([1])
      const [name] = readdirSync(folder)
      const before = statSync(join(folder, name!)).ino
      expect(await shown(bytes, options)).toEqual([1])
      expect(readdirSync(folder)).toEqual([name])
      expect(statSync(join(folder, name!)).ino).toBe(before)
      const cut = Buffer.concat([bytes.subarray(0, bytes.length / 2), EOI])
      expect(await shown(cut, options)).toEqual(CUT)
      expect(await shown(cut, options)).toEqual(CUT)
    })

    test('with a checksum that only another decoder minds, the reason is told', async () => {
      const asset = loaded('a', await photograph(1200, 800).png().toBuffer())
      const other = { ...asset, width: 2_000 }
      expect((await prepared(other)).diagnostics.map((one) => one.code)).toEqual(['E-IMAGE-DECODE'])
    })
  })

  test('keep what their makers wrote only where that is asked for and the file goes in as it is', async () => {
    const told = photograph(600, 400).withExif({ IFD0: { Artist: 'ZHANG-SAN' } })
    const asset = loaded('a.jpg', await told.jpeg().toBuffer())
    const large = photograph(1600, 1200).withExif({ IFD0: { Artist: 'ZHANG-SAN' } })
    const reduced = loaded('a.jpg', await large.jpeg().toBuffer())
    const painted = async (one: ImageAsset, keepMetadata: boolean) => {
      const options = { maxPpi: 150, quality: 80, maxSize: null, cacheFolder: null, keepMetadata }
      const { value } = await screenPdf(listWith('a.jpg'), assetsOf([one]), options)
      return Buffer.from(value).includes('ZHANG-SAN')
    }
    expect(await painted(asset, false)).toBe(false)
    expect(await painted(asset, true)).toBe(true)
    expect(await painted(reduced, true)).toBe(false)
  })

  test('a profile of the user’s needs a place for files; without one it is said', async () => {
    const asset = loaded('a.jpg', await photograph(600, 400).jpeg().toBuffer())
    const icc = readFileSync(join(import.meta.dirname, '../../profiles/FOGRA39L_coated.icc'))
    const options = { ...OPTIONS, colour: 'cmyk', alpha: false } as const
    const { TMPDIR } = process.env
    try {
      process.env.TMPDIR = join(folder, 'file')
      writeFileSync(join(folder, 'file'), '')
      expect((await prepared(asset, { ...options, profile: { icc } })).diagnostics).toMatchObject([
        { code: 'E-WRITE', values: { file: join(folder, 'file') } },
      ])
      const spare = { ...options, cacheFolder: join(folder, 'spare') }
      for (const one of [
        await prepared(asset, { ...spare, profile: { icc } }),
        await prepared(asset, { ...options, profile: { icc, file: 'profiles/FOGRA39L_coated.icc' } }),
      ]) {
        expect(one.diagnostics).toEqual([])
        expect(one.asset.colour).toBe('cmyk')
      }
    } finally {
      if (TMPDIR === undefined) delete process.env.TMPDIR
      else process.env.TMPDIR = TMPDIR
    }
  })

  test('a plan is null exactly when nothing is to be done', async () => {
    const asset = loaded('a.jpg', await photograph(600, 400).jpeg().toBuffer())
    const uses = pictureUses(listWith('a.jpg'), new Map([['a.jpg', asset]])).get('a.jpg')!
    expect(uses.lowestPpi).toBeCloseTo(150)
    expect(planPicture(uses, OPTIONS)).toBeNull()
    expect(planPicture(uses, { ...OPTIONS, maxPpi: 100 })).toMatchObject({ width: 400, height: 267 })
  })
})

describe('screenPdf', () => {
  const wanted = { maxPpi: 220, quality: 82, cacheFolder: null }
  const sizes = (steps: unknown) =>
    [...String(steps).matchAll(/(\d+) ppi\/(\d+) → ([\d.]+) KB/g)].map(([, ...parts]) => parts.map(Number))

  test('keeps to max_size by lowering pictures, and tells every step; text stays as it is', async () => {
    const assets = assetsOf([loaded('a.jpg', await photograph(880, 587).jpeg({ quality: 95 }).toBuffer())])
    const list = sampleList({ image: 'a.jpg' })
    const free = await screenPdf(list, assets, { ...wanted, maxSize: null })
    const limit = Math.round(free.value.length * 0.5)
    const { value, diagnostics } = await screenPdf(list, assets, { ...wanted, maxSize: limit })
    expect(value.length).toBeLessThanOrEqual(limit)
    expect(diagnostics.map((one) => one.code)).toEqual(['I-MAX-SIZE'])
    const { ppi, quality, steps } = diagnostics[0]!.values
    const taken = sizes(steps)
    expect(taken.length).toBeGreaterThan(1)
    expect(taken[0]!.slice(0, 2)).toEqual([220, 82])
    expect(taken.at(-1)!.slice(0, 2)).toEqual([ppi, quality])
    expect(taken.at(-1)![2]).toBe(Math.ceil(value.length / 1000))
    for (const [at, [, , size]] of taken.entries()) if (at > 0) expect(size).toBeLessThan(taken[at - 1]![2]!)
    const words = async (bytes: Uint8Array) => (await taggedText(await openPdf(bytes))).map((one) => one.text)
    expect(await words(value)).toEqual(await words(free.value))
  })

  test.each([
    [72, 82],
    [220, 40],
    [100, 50],
  ])('from %i ppi and quality %i no step goes up', async (maxPpi, quality) => {
    const assets = assetsOf([loaded('a.jpg', await photograph(880, 587).jpeg().toBuffer())])
    const options = { maxPpi, quality, cacheFolder: null, maxSize: 2000 }
    const { diagnostics } = await screenPdf(listWith('a.jpg'), assets, options)
    const taken = sizes(diagnostics[0]!.values.steps)
    expect(taken.length).toBeGreaterThan(1)
    expect(taken.at(-1)!.slice(0, 2)).toEqual([72, 40])
    for (const [at, [ppi, grade]] of taken.entries()) {
      expect(ppi! <= maxPpi && grade! <= quality).toBe(true)
      if (at > 0) expect(ppi! <= taken[at - 1]![0]! && grade! <= taken[at - 1]![1]!).toBe(true)
    }
  })

  test('warns when even the lowest pictures are too large, and when there are none', async () => {
    const assets = assetsOf([loaded('a.jpg', await photograph(880, 587).jpeg().toBuffer())])
    const codes = async (list: DisplayList) =>
      (await screenPdf(list, assets, { ...wanted, maxSize: 2000 })).diagnostics.map((one) => one.code)
    expect(await codes(listWith('a.jpg'))).toEqual(['W-MAX-SIZE'])
    expect(await codes(sampleList())).toEqual(['W-MAX-SIZE-TEXT'])
  })

  test('an alternative that no PDF string takes is cut, and it is said', async () => {
    const list = sampleList()
    const structure = list.structure.map((node) =>
      node.role === 'P' ? { ...node, alt: '长'.repeat(20_000) } : node,
    )
    const told = await screenPdf({ ...list, structure }, assetsOf(), { ...wanted, maxSize: null })
    expect(told.diagnostics.map((one) => one.code)).toEqual(['W-LONG-TEXT'])
    const strings = new PdfFile(told.value)
      .dictionaries()
      .flatMap((one) => (one.Alt instanceof Bytes ? [one.Alt] : []))
    expect(strings.length).toBeGreaterThan(0)
    for (const one of strings) expect(one.bytes.length).toBeLessThanOrEqual(32_767)
  })
})

async function converted(bytes: Uint8Array): Promise<Uint8Array> {
  const made = await convertPicture(bytes, null)
  if (!made || made === 'cut' || !('bytes' in made)) throw new Error('not converted')
  return made.bytes
}

describe('pictures of other formats', () => {
  test('become JPEG, or PNG where parts are clear', async () => {
    const plain = photograph(300, 200)
    for (const bytes of [
      await plain.clone().webp().toBuffer(),
      await plain.clone().tiff().toBuffer(),
      await plain.clone().avif({ effort: 0 }).toBuffer(),
    ]) {
      expect(loaded('a', await converted(bytes))).toMatchObject({
        format: 'jpeg',
        width: 300,
        height: 200,
      })
    }
    const clear = await quartersSharp().ensureAlpha(0.5).webp().toBuffer()
    expect(loaded('a', await converted(clear))).toMatchObject({ format: 'png', alpha: true })
  })

  test('that cannot be decoded give null, and damaged ones say so', async () => {
    expect(await convertPicture(Buffer.from('<html>'), null)).toBeNull()
    const cut = (await photograph(300, 200).webp().toBuffer()).subarray(0, 500)
    expect(await convertPicture(cut, null)).toBe('cut')
    // Its directory stands at the end.
    const tiff = await photograph(300, 200).tiff().toBuffer()
    expect(await convertPicture(tiff.subarray(0, tiff.length / 2), null)).toBe('cut')
    expect(await convertPicture(Buffer.from('II*\0\x08\0\0\0', 'latin1'), null)).toBe('cut')
  })
})
