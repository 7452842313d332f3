import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, expect, test, vi } from 'vitest'
import type { ImageAsset } from '../../src/assets/image.ts'
import { readImage } from '../../src/assets/read-image.ts'
import { loadSharp, renderSound } from '../../src/products/render-picture.ts'
import { photograph } from '../paint/sample-images.ts'

const SIZE = { width: 600, height: 400 } as const

/** A picture reduced for a screen. */
async function made(asset: ImageAsset, quality: number): Promise<Uint8Array> {
  const part = { left: 0, top: 0, width: asset.width, height: asset.height }
  const crop = { left: 0, top: 0, right: 1, bottom: 1 }
  const target = { maxPpi: 220, quality, colour: 'rgb', alpha: true } as const
  return renderSound(await loadSharp(), asset, { part, crop, ...SIZE, target }, null)
}

function pictureOf(bytes: Uint8Array): ImageAsset {
  return readImage('a.jpg', bytes).value as ImageAsset
}

/** Decibels from raw samples. */
async function nearness(jpeg: Uint8Array, raw: Uint8Array): Promise<number> {
  const samples = await sharp(jpeg).raw().toBuffer()
  const squares = samples.reduce((sum, value, index) => sum + (value - (raw[index] as number)) ** 2, 0)
  return 10 * Math.log10(255 ** 2 / (squares / samples.length))
}

afterEach(() => {
  vi.restoreAllMocks()
})

test.each(['gangkou', 'diaodu'])(
  '%s is as near to the original as mozjpeg’s at each quality, in about as many bytes',
  async (name) => {
    const file = readFileSync(join(import.meta.dirname, `../../issues/2026-06/${name}.jpg`))
    const sized = sharp(file).resize({ ...SIZE, fit: 'fill', kernel: 'lanczos3' })
    const raw = await sized.clone().raw().toBuffer()
    for (const quality of [55, 64, 86]) {
      const bytes = await made(pictureOf(file), quality)
      const searched = await sized.clone().jpeg({ quality, mozjpeg: true }).toBuffer()
      expect(await nearness(bytes, raw)).toBeGreaterThan((await nearness(searched, raw)) - 0.2)
      expect(bytes.length).toBeLessThan(1.08 * searched.length)
    }
  },
)

test('a picture is decoded once and encoded once, again only where it comes out dear', async () => {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const
  const create = { width: 1200, height: 800, channels: 3, background: '#808080', noise } as const
  const plain = pictureOf(await photograph(1200, 800).blur(3).jpeg({ quality: 95 }).toBuffer())
  const grainy = pictureOf(await sharp({ create }).jpeg({ quality: 95 }).toBuffer())
  const written = vi.spyOn(sharp.prototype, 'toBuffer')
  const encoded = vi.spyOn(sharp.prototype, 'jpeg')
  for (const [picture, times] of [
    [plain, 1],
    [grainy, 2],
  ] as const) {
    written.mockClear()
    encoded.mockClear()
    await made(picture, 82)
    expect([written.mock.calls.length, encoded.mock.calls.length]).toEqual([times + 1, times])
  }
})
