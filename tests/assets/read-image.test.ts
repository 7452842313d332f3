import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { bareJpeg } from '../../src/assets/jpeg.ts'
import { readImage } from '../../src/assets/read-image.ts'
import { chunk, exif, jpeg, png, segment } from './pictures.ts'

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))
const codes = (bytes: Uint8Array, name = 'a.jpg') => readImage(name, bytes).diagnostics.map((one) => one.code)
const read = (bytes: Uint8Array, name = 'a.jpg') => {
  const { value, diagnostics } = readImage(name, bytes)
  expect(diagnostics).toEqual([])
  return value!
}

describe('JPEG', () => {
  test('size, colour and hash come from the headers', () => {
    expect(read(jpeg())).toMatchObject({
      key: 'a.jpg',
      format: 'jpeg',
      width: 40,
      height: 30,
      orientation: 1,
      colour: 'rgb',
      alpha: false,
      bitDepth: 8,
      adobeTransform: null,
      profile: null,
      exif: false,
    })
    expect(read(jpeg({ channels: 1, frame: 0xc2, scans: 5 })).colour).toBe('gray')
    expect(read(jpeg()).hash).toMatch(/^[0-9a-f]{64}$/)
  })

  test.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'orientation %i: sizes are those of the upright picture',
    (orientation) => {
      for (const little of [true, false]) {
        const picture = read(jpeg({ extra: [exif(orientation, { little })] }))
        const expected = orientation < 5 ? { width: 40, height: 30 } : { width: 30, height: 40 }
        expect(picture).toMatchObject({ orientation, exif: true, ...expected })
      }
    },
  )

  test('EXIF with loops or nonsense is no obstacle', () => {
    expect(read(jpeg({ extra: [exif(6, { loop: true })] })).orientation).toBe(6)
    expect(read(jpeg({ extra: [exif(77)] })).orientation).toBe(1)
    expect(
      read(jpeg({ extra: [segment(0xe1, Buffer.from('Exif\0\0II*\0\xff\xff\xff\xff', 'latin1'))] }))
        .orientation,
    ).toBe(1)
  })

  test('CMYK, Adobe marker and ICC profile', () => {
    const adobe = segment(0xee, Buffer.from('Adobe\0\x64\0\0\0\0\x02', 'latin1'))
    const part = (index: number, text: string) =>
      segment(0xe2, Buffer.from(`ICC_PROFILE\0${String.fromCharCode(index)}\x02${text}`, 'latin1'))
    const picture = read(jpeg({ channels: 4, extra: [adobe, part(2, 'file'), part(1, 'pro')] }))
    expect(picture).toMatchObject({ colour: 'cmyk', adobeTransform: 2 })
    expect(Buffer.from(picture.profile!).toString()).toBe('profile')
    expect(read(jpeg({ extra: [part(1, 'only the first of two')] })).profile).toBeNull()
  })

  test('metadata is cut out, the picture kept bit for bit', () => {
    const icc = segment(0xe2, Buffer.from('ICC_PROFILE\0\x01\x01profile', 'latin1'))
    const comment = segment(0xfe, Buffer.from('made by somebody'))
    const extra = [exif(6, { gps: 'GPS 39.9N 116.4E' }), icc, comment]
    const film = Buffer.from('a film after the end')
    const clean = bareJpeg(new Uint8Array(Buffer.concat([jpeg({ extra }), film])))
    const bare = Buffer.from(jpeg())
    expect(Buffer.from(clean)).toEqual(Buffer.concat([bare.subarray(0, 2), bare.subarray(20)]))
    expect(Buffer.from(clean).includes('GPS')).toBe(false)
  })

  test('a part is not a picture', () => {
    const whole = jpeg({ extra: [exif(1)] })
    for (let length = 4; length < whole.length; length++) {
      expect(['E-IMAGE-CUT', 'E-IMAGE'], `${length}`).toContain(codes(whole.subarray(0, length))[0])
    }
  })

  test('what PDF cannot hold is refused', () => {
    expect(codes(jpeg({ frame: 0xc3 }))).toEqual(['E-IMAGE-CODING'])
    expect(codes(jpeg({ frame: 0xc9 }))).toEqual(['E-IMAGE-CODING'])
    expect(codes(jpeg({ precision: 12 }))).toEqual(['E-IMAGE-CODING'])
    expect(codes(jpeg({ frame: 0xc2, scans: 10_000 }))).toEqual(['E-IMAGE'])
  })
})

describe('PNG', () => {
  test.each([
    [{ type: 2 }, { colour: 'rgb', alpha: false, bitDepth: 8, interlaced: false, paletted: false }],
    [{ type: 6 }, { colour: 'rgb', alpha: true }],
    [
      { type: 0, depth: 16 },
      { colour: 'gray', bitDepth: 16 },
    ],
    [{ type: 4 }, { colour: 'gray', alpha: true }],
    [
      { type: 3, depth: 1 },
      { colour: 'rgb', paletted: true, bitDepth: 1 },
    ],
    [{ interlace: 1 }, { interlaced: true }],
    [{ extra: [chunk('tRNS', [0, 0, 0, 0, 0, 0])] }, { alpha: true }],
  ])('%j', (options, expected) => {
    expect(read(png(options), 'a.png')).toMatchObject({ format: 'png', width: 30, height: 20, ...expected })
  })

  test('the profile is unpacked within bounds', () => {
    const icc = (packed: Buffer) => [
      chunk('iCCP', Buffer.concat([Buffer.from('name\0\0', 'latin1'), packed])),
    ]
    expect(Buffer.from(read(png({ extra: icc(deflateSync('profile')) }), 'a.png').profile!).toString()).toBe(
      'profile',
    )
    expect(read(png({ extra: icc(deflateSync(Buffer.alloc(64 << 20))) }), 'a.png').profile).toBeNull()
    expect(read(png({ extra: icc(Buffer.from('no deflate')) }), 'a.png').profile).toBeNull()
  })

  test('metadata bombs and animations are skipped', () => {
    const bomb = chunk('zTXt', Buffer.concat([Buffer.from('k\0\0'), deflateSync(Buffer.alloc(16 << 20))]))
    const frames = Array.from({ length: 50 }, () => chunk('fcTL', new Uint8Array(26)))
    expect(read(png({ extra: [bomb, chunk('acTL', new Uint8Array(8)), ...frames] }), 'a.png').width).toBe(30)
  })

  test('a part, or a flipped bit, is not a picture', () => {
    const whole = png({ type: 3 })
    for (let length = 8; length < whole.length; length++) {
      expect(['E-IMAGE-CUT', 'E-IMAGE'], `${length}`).toContain(codes(whole.subarray(0, length), 'a.png')[0])
    }
    for (let at = 8; at < whole.length; at++) {
      const broken = whole.slice()
      broken[at]! ^= 0x10
      expect(readImage('a.png', broken).value, `${at}`).toBeNull()
    }
  })
})

describe('limits', () => {
  test('too many pixels are refused by the header alone', () => {
    expect(codes(png({ width: 60_000, height: 60_000 }), 'a.png')).toEqual(['E-PIXELS'])
    expect(codes(png({ width: 16_384, height: 16_384 }), 'a.png')).toEqual(['E-PIXELS'])
    expect(codes(png({ width: 16_385, height: 10 }), 'a.png')).toEqual(['E-PIXELS'])
    expect(codes(jpeg({ width: 65_000 }))).toEqual(['E-PIXELS'])
  })

  test('too many bytes', () => {
    expect(codes(new Uint8Array(40 * 1024 * 1024 + 1))).toEqual(['E-FILE-SIZE'])
  })

  test('what cannot be seen or hardly be meant is remarked on', () => {
    expect(codes(png({ width: 1, height: 1 }), 'a.png')).toEqual(['W-IMAGE-TINY'])
    expect(codes(png({ width: 10, height: 5_000 }), 'a.png')).toEqual(['W-IMAGE-ASPECT'])
    expect(codes(png({ width: 0, height: 5 }), 'a.png')).toEqual(['E-IMAGE'])
  })
})

describe('what a file is, whatever its name', () => {
  test('a PNG called .jpg is used', () => {
    const { value, diagnostics } = readImage('会场.jpg', png())
    expect(value?.format).toBe('png')
    expect(diagnostics).toMatchObject([{ code: 'I-IMAGE-NAME', values: { format: 'PNG' } }])
  })

  test.each([
    ['GIF89a......', 'GIF'],
    ['RIFF\x10\0\0\0WEBPVP8 ', 'WebP'],
    ['II*\0\x08\0\0\0', 'TIFF'],
    ['\0\0\0\x18ftypavif', 'AVIF'],
    ['BM\x10\0\0\0', 'BMP'],
    ['%PDF-1.7', 'PDF'],
    ['PK\x03\x04', 'ZIP'],
    ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'DOC'],
    ['<?xml version="1.0"?>\n<!-- x -->\n<svg xmlns="http://www.w3.org/2000/svg"/>', 'SVG'],
    ['<svg onload="alert(1)"/>', 'SVG'],
    ['\xef\xbb\xbf <!DOCTYPE html><html>', 'HTML'],
  ])('%j is refused as %s', (text, format) => {
    expect(readImage('a.jpg', bytesOf(text))).toMatchObject({
      value: null,
      diagnostics: [{ code: 'E-IMAGE-FORMAT', values: { file: 'a.jpg', format } }],
    })
  })

  test('HEIC, an empty file and anything else have messages of their own', () => {
    expect(codes(bytesOf('\0\0\0\x24ftypheic'))).toEqual(['E-IMAGE-HEIC'])
    expect(codes(new Uint8Array(0))).toEqual(['E-IMAGE-EMPTY'])
    expect(codes(bytesOf('hello'))).toEqual(['E-IMAGE-UNKNOWN'])
  })
})
