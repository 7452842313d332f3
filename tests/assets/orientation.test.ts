import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { readImage } from '../../src/assets/read-image.ts'
import { chunk, png, segment } from './pictures.ts'

/** Layout takes a picture's sides from our reader, and libvips turns it: both must come to the same, whatever EXIF says. */

interface Entry {
  readonly type: number
  readonly count: number
  readonly value: number
  readonly little: boolean
}

function tiffOf({ type, count, value, little }: Entry): Buffer {
  const tiff = Buffer.alloc(26)
  const word = (number: number, at: number) =>
    little ? tiff.writeUInt16LE(number, at) : tiff.writeUInt16BE(number, at)
  const long = (number: number, at: number) =>
    little ? tiff.writeUInt32LE(number, at) : tiff.writeUInt32BE(number, at)
  tiff.write(little ? 'II' : 'MM', 0, 'latin1')
  word(42, 2)
  long(8, 4)
  word(1, 8)
  word(0x0112, 10)
  word(type, 12)
  long(count, 14)
  if (type === 1) tiff[18] = value
  else if (type === 3) word(value, 18)
  else long(value, 18)
  return tiff
}

const ENTRIES: readonly Entry[] = [1, 2, 3, 4, 5, 9, 12].flatMap((type) =>
  [0, 1, 2, 3, 4, 5].flatMap((count) =>
    [0, 3, 6, 9].flatMap((value) => [true, false].map((little) => ({ type, count, value, little }))),
  ),
)
const SIX: Entry = { type: 3, count: 1, value: 6, little: true }

let bare: Buffer
beforeAll(async () => {
  const create = { width: 60, height: 40, channels: 3, background: '#a33' } as const
  bare = await sharp({ create }).jpeg().toBuffer()
})

const exifOf = (entry: Entry) =>
  segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiffOf(entry)]))
const withFirst = (...parts: readonly Buffer[]) =>
  Buffer.concat([bare.subarray(0, 2), ...parts, bare.subarray(2)])

async function expectSame(bytes: Uint8Array): Promise<void> {
  const { info } = await sharp(bytes).autoOrient().raw().toBuffer({ resolveWithObject: true })
  const { value } = readImage('a', bytes)
  expect([value?.width, value?.height]).toEqual([info.width, info.height])
}

test.each([1, 2, 3, 4, 5, 9, 12])('JPEG: every form of an entry of type %i', async (type) => {
  for (const entry of ENTRIES.filter((one) => one.type === type)) await expectSame(withFirst(exifOf(entry)))
})

test('JPEG: two of them, and one behind the picture', async () => {
  const one = { ...SIX, value: 1 }
  await expectSame(withFirst(exifOf(SIX), exifOf(one)))
  await expectSame(withFirst(exifOf(one), exifOf(SIX)))
  await expectSame(Buffer.concat([bare.subarray(0, -2), exifOf(SIX), bare.subarray(-2)]))
})

test('PNG: before the rows and behind them', async () => {
  const exif = chunk('eXIf', tiffOf(SIX))
  await expectSame(png({ extra: [exif] }))
  const plain = png()
  await expectSame(Buffer.concat([plain.subarray(0, -12), exif, plain.subarray(-12)]))
})
