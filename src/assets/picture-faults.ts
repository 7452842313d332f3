import type { ImageAsset } from './image.ts'
import type { PictureFault } from './picture-facts.ts'
import { openPng } from './png.ts'
import { rowFault } from './png-rows.ts'

/**
 * Decodes as much of a picture as shows whether all of it is there; keeps no pixels. null when it is whole. Headers
 * alone cannot say: a file that was cut may have been closed again.
 */
export async function pixelFault(asset: ImageAsset): Promise<PictureFault | null> {
  if (asset.format === 'jpeg') {
    const { entropyFault } = await import('./jpeg-entropy.ts')
    return entropyFault(asset.bytes)
  }
  const png = openPng(asset.bytes)
  return typeof png === 'string' ? png : rowFault(png)
}
