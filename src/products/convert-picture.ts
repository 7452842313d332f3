import { createHash } from 'node:crypto'
import { cacheKey, folderCache, noCache } from './picture-cache.ts'
import { loadSharp, RENDERING, type SharpModule } from './render-picture.ts'

const MOST_PIXELS = 100_000_000
const DEADLINE_SECONDS = 30
/** The intermediate file is compressed once more later; its own losses must not be seen. */
const QUALITY = 95

/**
 * A picture of another format (WebP, AVIF, TIFF, GIF; HEIC where this machine's sharp decodes it) as JPEG, or PNG
 * where parts of it are clear; upright, without metadata, its first frame only. null when it cannot be decoded.
 * `folder` keeps what was made, by content, between builds.
 */
export async function convertPicture(bytes: Uint8Array, folder: string | null): Promise<Uint8Array | null> {
  const cache = folder === null ? noCache : folderCache(folder)
  const key = cacheKey(['converted', RENDERING, createHash('sha256').update(bytes).digest('hex')])
  const known = await cache.get(key)
  if (known) return known
  const sharp = await loadSharp().catch(() => null)
  const converted = sharp && (await decoded(sharp, bytes).catch(() => null))
  if (converted) await cache.put(key, converted)
  return converted
}

async function decoded(sharp: SharpModule, bytes: Uint8Array): Promise<Uint8Array> {
  const limits = { limitInputPixels: MOST_PIXELS, failOn: 'truncated', pages: 1 } as const
  const picture = sharp(bytes, limits).timeout({ seconds: DEADLINE_SECONDS }).autoOrient()
  const { hasAlpha } = await picture.metadata()
  const clear = hasAlpha && !(await sharp(bytes, limits).stats()).isOpaque
  const plain = picture.toColourspace('srgb')
  if (clear) return plain.png().toBuffer()
  return plain
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4' })
    .toBuffer()
}
