import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import type { ImageAsset } from '../../src/assets/image.ts'
import { bareJpeg } from '../../src/assets/jpeg.ts'
import { paintPdf } from '../../src/paint/pdf/paint-pdf.ts'
import { segment } from '../assets/pictures.ts'
import { hasTool, qpdfComplaints, runOn } from './read-back.ts'
import { assetOf, photograph, quartersSharp } from './sample-images.ts'
import { assetsOf, ListBuilder } from './sample-list.ts'

const WHOLE = { left: 0, top: 0, right: 1, bottom: 1 }

function pageWith(asset: ImageAsset, crop = WHOLE) {
  const b = new ListBuilder()
  b.add({
    kind: 'image',
    node: null,
    span: null,
    image: asset.key,
    x: 100,
    y: 200,
    width: 300,
    height: 200,
    crop,
  })
  return paintPdf(b.build(), assetsOf([asset]))
}

/** Colours in the middle of the four quarters of the box, rendered at one pixel a point. */
function renderedQuarters(pdf: Uint8Array): string {
  const ppm = runOn(pdf, 'pdftoppm', ['-r', '72', '-aa', 'no', 'FILE', 'FOLDER/page'], 'page-1.ppm')
  const [, width] = /^P6\s+(\d+)\s+\d+\s+\d+\s/.exec(ppm.subarray(0, 40).toString('latin1'))!
  const start = /^P6\s+\d+\s+\d+\s+\d+\s/.exec(ppm.subarray(0, 40).toString('latin1'))![0].length
  const at = (x: number, y: number) => {
    const [red, green, blue] = ppm.subarray(start + (y * Number(width) + x) * 3)
    if (red! > 200 && green! > 200 && blue! > 200) return 'w'
    return red! > 150 ? 'r' : blue! > 150 ? 'b' : green! > 100 ? 'g' : 'k'
  }
  return [at(175, 250), at(325, 250), at(175, 350), at(325, 350)].join('')
}

type Quarters = ReturnType<typeof quartersSharp>

async function turned(picture: Quarters, degrees: number): Promise<Quarters> {
  return sharp(await picture.rotate(degrees).png().toBuffer())
}

/** How a picture is stored so that it is upright under an orientation. */
const STORED: Record<number, (picture: Quarters) => Quarters | Promise<Quarters>> = {
  1: (one) => one,
  2: (one) => one.flop(),
  3: (one) => one.rotate(180),
  4: (one) => one.flip(),
  5: async (one) => (await turned(one, 90)).flop(),
  6: (one) => one.rotate(270),
  7: async (one) => (await turned(one, 270)).flop(),
  8: (one) => one.rotate(90),
}

describe.skipIf(!hasTool('pdftoppm'))('pictures on the page (needs poppler-utils)', () => {
  for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8]) {
    test(`EXIF orientation ${orientation} stands upright`, async () => {
      const bytes = await (await STORED[orientation]!(quartersSharp())).jpeg().toBuffer()
      expect(renderedQuarters(await pageWith(assetOf('a.jpg', bytes, { orientation })))).toBe('rgbw')
    })
  }

  test('PNGs of every kind show their colours', async () => {
    const plain = quartersSharp()
    const kinds = {
      rgb: await plain.clone().png().toBuffer(),
      palette: await plain.clone().png({ palette: true }).toBuffer(),
      interlaced: await plain.clone().png({ progressive: true }).toBuffer(),
      alpha: await plain.clone().ensureAlpha().png().toBuffer(),
      interlacedAlpha: await plain.clone().ensureAlpha(0.99).png({ progressive: true }).toBuffer(),
      sixteen: await plain.clone().toColourspace('rgb16').png().toBuffer(),
    }
    for (const [kind, bytes] of Object.entries(kinds)) {
      expect(`${kind} ${renderedQuarters(await pageWith(assetOf('a.png', bytes)))}`).toBe(`${kind} rgbw`)
    }
  })

  test('transparent parts show the paper', async () => {
    const clear = await quartersSharp()
      .joinChannel(Buffer.alloc(60 * 40), { raw: { width: 60, height: 40, channels: 1 } })
      .png()
      .toBuffer()
    expect(renderedQuarters(await pageWith(assetOf('a.png', clear, { alpha: true })))).toBe('wwww')
  })

  test('four-ink pictures of Adobe’s kind are not inverted', async () => {
    const bytes = await quartersSharp().toColourspace('cmyk').jpeg().toBuffer()
    expect(renderedQuarters(await pageWith(assetOf('a.jpg', bytes, { colour: 'cmyk' })))).toBe('rgbw')
  })

  test('a crop shows just its part', async () => {
    const bytes = await quartersSharp().jpeg().toBuffer()
    const crop = { left: 0.5, top: 0, right: 1, bottom: 0.5 }
    expect(renderedQuarters(await pageWith(assetOf('a.jpg', bytes), crop))).toBe('gggg')
  })
})

/** The JPEG with other names of its three components, with or without JFIF's marker. */
function withComponents(bytes: Buffer, names: string, jfif: boolean): Buffer {
  const named = Buffer.from(bytes)
  const at = (marker: number) => named.indexOf(Buffer.from([0xff, marker]))
  for (const [index, name] of [...names].entries()) {
    named[at(0xc0) + 10 + 3 * index] = name.charCodeAt(0)
    named[at(0xda) + 5 + 2 * index] = name.charCodeAt(0)
  }
  const bare = Buffer.from(bareJpeg(named))
  const jfifs = segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1'))
  return jfif ? Buffer.concat([bare.subarray(0, 2), jfifs, bare.subarray(2)]) : bare
}

describe('pictures in the file', () => {
  test('carry no place, name or thumbnail with them, and the picture bit for bit', async () => {
    const clean = await photograph(64, 64).jpeg().toBuffer()
    const told = await photograph(64, 64)
      .withExif({
        IFD0: { Artist: 'ZHANG-SAN', Copyright: 'SECRET' },
        IFD3: { GPSLatitude: '30/1 40/1 0/1' },
      })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">SECRET-XMP</x:xmpmeta>')
      .jpeg()
      .toBuffer()
    expect(told.toString('latin1')).toContain('ZHANG-SAN')
    const file = Buffer.from(await pageWith(assetOf('a.jpg', told))).toString('latin1')
    expect(file).not.toMatch(/ZHANG-SAN|SECRET|Exif/)
    expect(Buffer.from(bareJpeg(told)).equals(Buffer.from(bareJpeg(clean)))).toBe(true)
  })

  test.each([
    ['components named R, G and B are colours as they are', 'RGB', false, '/ColorTransform 0'],
    ['but not where JFIF says otherwise', 'RGB', true, '/ColorTransform 1'],
    ['others are what readers take them for', '\u0001\u0002\u0003', false, null],
  ])('%s', async (_, names, jfif, told) => {
    const bytes = withComponents(await photograph(64, 64).jpeg().toBuffer(), names, jfif)
    const file = Buffer.from(await pageWith(assetOf('a.jpg', bytes))).toString('latin1')
    expect(/\/ColorTransform \d/.exec(file)?.[0] ?? null).toBe(told)
  })

  test('what a telephone hangs behind the picture is left out', async () => {
    const clean = await photograph(64, 64).jpeg({ progressive: true }).toBuffer()
    const longer = Buffer.concat([clean, Buffer.from('ftypmp42 SECRET-FILM')])
    expect(Buffer.from(bareJpeg(longer)).equals(Buffer.from(bareJpeg(clean)))).toBe(true)
  })

  test('are written once however often they are used', async () => {
    const bytes = await photograph(64, 64).jpeg().toBuffer()
    const b = new ListBuilder()
    for (const [i, image] of ['a.jpg', 'copy.jpg', 'a.jpg'].entries()) {
      b.add({
        kind: 'image',
        node: null,
        span: null,
        image,
        x: 0,
        y: i * 100,
        width: 90,
        height: 90,
        crop: WHOLE,
      })
      b.page()
    }
    const pdf = await paintPdf(b.build(), assetsOf([assetOf('a.jpg', bytes), assetOf('copy.jpg', bytes)]))
    expect(
      Buffer.from(pdf)
        .toString('latin1')
        .match(/DCTDecode/g),
    ).toHaveLength(1)
  })

  test('a profile other than sRGB goes with the picture', async () => {
    const wide = await photograph(64, 64).withIccProfile('p3').jpeg().toBuffer()
    const usual = await photograph(64, 64).withIccProfile('srgb').jpeg().toBuffer()
    expect(Buffer.from(await pageWith(assetOf('a.jpg', wide))).toString('latin1')).toContain('ICCBased')
    expect(Buffer.from(await pageWith(assetOf('a.jpg', usual))).toString('latin1')).not.toContain('ICCBased')
  })

  test('a broken picture is an error, not a broken file', async () => {
    const bytes = await quartersSharp().ensureAlpha().png().toBuffer()
    await expect(pageWith(assetOf('a.png', bytes.subarray(0, bytes.length - 60)))).rejects.toThrow()
  })

  test.skipIf(!hasTool('qpdf'))('qpdf has nothing against them (needs qpdf)', async () => {
    const bytes = await quartersSharp().ensureAlpha(0.5).png().toBuffer()
    expect(qpdfComplaints(await pageWith(assetOf('a.png', bytes)))).toBe('')
  })
})

describe('damaged pictures', () => {
  test('are refused or embedded, and never break the file or hang', async () => {
    const sources = {
      jpg: await photograph(48, 32).jpeg().toBuffer(),
      png: await photograph(48, 32).ensureAlpha(0.5).png({ progressive: true }).toBuffer(),
      plain: await photograph(48, 32).png({ palette: true }).toBuffer(),
    }
    const damage = fc.record({
      kind: fc.constantFrom('jpg', 'png', 'plain'),
      flips: fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), fc.nat(255)), {
        maxLength: 6,
      }),
      length: fc.double({ min: 0.02, max: 1, noNaN: true }),
    })
    await fc.assert(
      fc.asyncProperty(damage, async ({ kind, flips, length }) => {
        const bytes = Buffer.from(sources[kind as keyof typeof sources])
        for (const [at, value] of flips) bytes[24 + Math.floor(at * (bytes.length - 24))] = value
        const cut = bytes.subarray(0, Math.max(64, Math.floor(bytes.length * length)))
        const painted = await pageWith(assetOf('a', cut)).catch(() => null)
        if (painted) expect(Buffer.from(painted.subarray(-6)).toString()).toBe('%%EOF\n')
      }),
      { numRuns: 150 },
    )
  })
})
