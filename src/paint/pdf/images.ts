import type { ImageAsset } from '../../assets/image.ts'
import { bareJpeg, readJpeg, statedTransform, wholeJpeg } from '../../assets/jpeg.ts'
import type { PictureFault } from '../../assets/picture-facts.ts'
import { openPng } from '../../assets/png.ts'
import type { DisplayPage } from '../../display/display-list.ts'
import type { Container, Ref } from './container.ts'
import { embeddablePng } from './png-image.ts'
import { byteString, name, type PdfDictionary, type PdfValue, type Written } from './syntax.ts'

/** A picture under way into the file: everything but its place. */
export interface ReadyImage {
  readonly dictionary: PdfDictionary
  readonly bytes: Uint8Array
  readonly opacity: Uint8Array | null
  readonly icc: { readonly bytes: Uint8Array; readonly components: 1 | 3 | 4 } | null
}

/** The pictures the pages show, each once however often it is used, in the order of first use. */
export function imagesOf(
  pages: readonly DisplayPage[],
  assets: ReadonlyMap<string, ImageAsset>,
): Map<string, ImageAsset> {
  const found = new Map<string, ImageAsset>()
  for (const page of pages) {
    for (const item of page.items) {
      if (item.kind !== 'image' || found.has(item.image)) continue
      const asset = assets.get(item.image)
      if (!asset) throw new Error(`picture ${item.image} is not among the assets`)
      found.set(item.image, asset)
    }
  }
  return found
}

const DEVICE_SPACES = { 1: 'DeviceGray', 3: 'DeviceRGB', 4: 'DeviceCMYK' } as const
const ICC_SPACES: Readonly<Record<string, 1 | 3 | 4>> = { GRAY: 1, 'RGB ': 3, CMYK: 4 }

/** The profile when it fits the picture and says anything else than sRGB, which screens take for granted. */
function usefulIcc(bytes: Uint8Array | null, components: 1 | 3 | 4): ReadyImage['icc'] {
  if (!bytes || bytes.length < 132) return null
  const text = Buffer.from(bytes).toString('latin1')
  if (ICC_SPACES[text.slice(16, 20)] !== components || text.slice(36, 40) !== 'acsp') return null
  const srgb = components === 3 && /s\0?R\0?G\0?B/.test(text)
  return srgb ? null : { bytes, components }
}

const COMPONENTS = { gray: 1, rgb: 3, cmyk: 4 } as const

/** The painter is handed pictures that were looked at; another one is a fault of ours. */
function sound<T extends object>(key: string, read: T | PictureFault): T {
  if (typeof read === 'string') throw new Error(`the picture ${key} is ${read}`)
  return read
}

async function readyJpeg(asset: ImageAsset): Promise<ReadyImage> {
  const facts = sound(asset.key, readJpeg(asset.bytes))
  const components = COMPONENTS[facts.colour]
  // Adobe's four-ink files hold their inks inverted.
  const inverted = components === 4 && facts.adobeTransform !== null
  const transform = statedTransform(asset.bytes)
  return {
    dictionary: {
      Width: facts.width,
      Height: facts.height,
      BitsPerComponent: 8,
      ColorSpace: name(DEVICE_SPACES[components]),
      Filter: name('DCTDecode'),
      DecodeParms: transform === null ? undefined : { ColorTransform: transform },
      Decode: inverted ? [1, 0, 1, 0, 1, 0, 1, 0] : undefined,
    },
    bytes: asset.keepsMetadata ? wholeJpeg(asset.bytes) : bareJpeg(asset.bytes),
    opacity: null,
    icc: usefulIcc(facts.profile, components),
  }
}

async function readyPng(asset: ImageAsset): Promise<ReadyImage> {
  const file = sound(asset.key, openPng(asset.bytes))
  const png = await embeddablePng(file)
  const { palette, width } = file
  const space: PdfValue = palette
    ? [name('Indexed'), name('DeviceRGB'), palette.length / 3 - 1, byteString(palette)]
    : name(DEVICE_SPACES[png.components])
  return {
    dictionary: {
      Width: width,
      Height: file.height,
      BitsPerComponent: png.bits,
      ColorSpace: space,
      Filter: name('FlateDecode'),
      DecodeParms: {
        Predictor: 15,
        Colors: png.components,
        BitsPerComponent: png.bits,
        Columns: width,
      },
    },
    bytes: png.pixels,
    opacity: png.opacity,
    icc: palette ? null : usefulIcc(file.icc, png.components),
  }
}

/** Reads a picture's file as far as embedding needs; the pixels themselves are decoded only where PDF cannot take them. */
export function readyImage(asset: ImageAsset): Promise<ReadyImage> {
  return asset.format === 'jpeg' ? readyJpeg(asset) : readyPng(asset)
}

/** Writes an image XObject with its soft mask and profile (8.9.5). */
export function putImage(container: Container, ref: Ref, image: ReadyImage, icc: Written | null): void {
  const type = { Type: name('XObject'), Subtype: name('Image') }
  const { Width, Height } = image.dictionary
  const mask =
    image.opacity &&
    container.addStream(
      {
        ...type,
        Width,
        Height,
        ColorSpace: name('DeviceGray'),
        BitsPerComponent: 8,
        Filter: name('FlateDecode'),
      },
      image.opacity,
    )
  const space = icc ? { ColorSpace: [name('ICCBased'), icc] } : {}
  container.putStream(ref, { ...type, ...image.dictionary, ...space, SMask: mask?.value }, image.bytes)
}

/** Writes a profile; the same profile in several pictures is written once. */
export function iccWriter(container: Container): (icc: ReadyImage['icc']) => Written | null {
  const written = new Map<string, Written>()
  return (icc) => {
    if (!icc) return null
    const key = Buffer.from(icc.bytes).toString('latin1')
    let value = written.get(key)
    if (!value) {
      value = container.addStream(
        { N: icc.components, Alternate: name(DEVICE_SPACES[icc.components]) },
        icc.bytes,
      ).value
      written.set(key, value)
    }
    return value
  }
}
