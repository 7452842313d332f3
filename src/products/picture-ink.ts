import type { ImageAsset } from '../assets/image.ts'
import { loadSharp } from './render-picture.ts'

/** The most ink on one spot of a picture, as sums of parts (4 is all inks solid). */
export interface PictureInk {
  readonly total: number
  /** Without the black, which letters over it bring themselves. */
  readonly coloured: number
}

/** A spot is as large as eight pixels: two thirds of a millimetre at 300 ppi. Single pixels no press minds. */
const SPOT = 8

/** Measures the inks of CMYK pictures by key; one that cannot be decoded is left out. */
export async function pictureInks(
  pictures: Iterable<readonly [key: string, asset: ImageAsset]>,
): Promise<ReadonlyMap<string, PictureInk>> {
  const found = new Map<string, PictureInk>()
  for (const [key, asset] of pictures) {
    if (asset.colour === 'gray') found.set(key, { total: 1, coloured: 0 })
    if (asset.colour !== 'cmyk') continue
    const ink = await measure(asset).catch(() => null)
    if (ink) found.set(key, ink)
  }
  return found
}

async function measure({ bytes, width, height }: ImageAsset): Promise<PictureInk> {
  const sharp = await loadSharp()
  const { data } = await sharp(bytes)
    .pipelineColourspace('cmyk')
    // The mean of each spot: a sharper kernel goes beyond what is there.
    .resize(Math.ceil(width / SPOT), Math.ceil(height / SPOT), { fit: 'fill', kernel: 'linear' })
    .toColourspace('cmyk')
    .raw()
    .toBuffer({ resolveWithObject: true })
  let [total, coloured] = [0, 0]
  for (let at = 0; at + 3 < data.length; at += 4) {
    const colour = (data[at] as number) + (data[at + 1] as number) + (data[at + 2] as number)
    coloured = Math.max(coloured, colour)
    total = Math.max(total, colour + (data[at + 3] as number))
  }
  return { total: total / 0xff, coloured: coloured / 0xff }
}
