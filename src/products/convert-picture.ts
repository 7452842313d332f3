import { loadSharp } from './render-picture.ts'

const MOST_PIXELS = 100_000_000
const DEADLINE_SECONDS = 30
/** The intermediate file is compressed once more later; its own losses must not be seen. */
const QUALITY = 95

/**
 * A picture of another format (WebP, AVIF, TIFF, GIF; HEIC where this machine's sharp decodes it) as JPEG, or PNG
 * where parts of it are clear; upright, without metadata, its first frame only. null when it cannot be decoded.
 */
export async function convertPicture(bytes: Uint8Array): Promise<Uint8Array | null> {
  const sharp = await loadSharp().catch(() => null)
  if (sharp === null) return null
  try {
    const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'truncated', pages: 1 })
      .timeout({ seconds: DEADLINE_SECONDS })
      .autoOrient()
    const { hasAlpha } = await picture.metadata()
    const clear =
      hasAlpha && !(await sharp(bytes, { limitInputPixels: MOST_PIXELS, pages: 1 }).stats()).isOpaque
    const plain = picture.toColourspace('srgb')
    if (clear) return await plain.png().toBuffer()
    return await plain
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4' })
      .toBuffer()
  } catch {
    return null
  }
}
