import { createHash } from 'node:crypto'
import sharp from 'sharp'
import type { ImageAsset } from '../../src/assets/image.ts'

/** Red, green, blue and white quarters: top left, top right, bottom left, bottom right. */
function quarters(width: number, height: number): Buffer {
  const colours = [
    [255, 0, 0],
    [0, 160, 0],
    [0, 0, 255],
    [255, 255, 255],
  ]
  const pixels = Buffer.alloc(width * height * 3)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const colour = colours[(y < height / 2 ? 0 : 2) + (x < width / 2 ? 0 : 1)]!
      pixels.set(colour, (y * width + x) * 3)
    }
  }
  return pixels
}

export function quartersSharp(width = 60, height = 40) {
  return sharp(quarters(width, height), { raw: { width, height, channels: 3 } })
}

/** Noise that compresses badly, as photographs do. */
export function photograph(width: number, height: number, seed = 1) {
  const pixels = Buffer.alloc(width * height * 3)
  let state = seed
  for (let i = 0; i < pixels.length; i++) {
    state = (state * 1103515245 + 12345) & 0x7fffffff
    pixels[i] = 100 + ((i / 3) % width) / (width / 100) + ((state >> 16) & 31)
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
}

/** The asset that the loader makes of a file. */
export function assetOf(key: string, bytes: Uint8Array, more: Partial<ImageAsset> = {}): ImageAsset {
  return {
    key,
    format: bytes[0] === 0xff ? 'jpeg' : 'png',
    width: 60,
    height: 40,
    orientation: 1,
    colour: 'rgb',
    alpha: false,
    bitDepth: 8,
    interlaced: false,
    paletted: false,
    adobeTransform: null,
    profile: null,
    exif: false,
    bytes,
    hash: createHash('sha256').update(bytes).digest('hex'),
    ...more,
  }
}
