import { createHash } from 'node:crypto'
import { type FileKind, pictureKindOf } from '../assets/picture-kind.ts'
import { MOST_WHOLE_BYTES } from '../assets/read-image.ts'
import { cacheKey } from './cache-entry.ts'
import { folderCache, noCache } from './picture-cache.ts'
import { loadSharp, RENDERING, type SharpModule } from './render-picture.ts'

const MOST_PIXELS = 100_000_000
const DEADLINE_SECONDS = 30
/** The intermediate file is compressed once more later; its own losses must not be seen. */
const QUALITY = 95
/** What a pixel takes of memory while these are decoded, as measured; other formats are read line by line. */
const BYTES_A_PIXEL: Readonly<Record<string, number>> = { webp: 9, heif: 17, gif: 9 }

/** The picture as JPEG or PNG, or why it is none: it is damaged, takes too much memory, or cannot be decoded here. */
export type Converted =
  | { readonly bytes: Uint8Array }
  | 'cut'
  | { readonly width: number; readonly height: number; readonly memory: number }
  | null

/**
 * A picture of another format (WebP, AVIF, TIFF, GIF; HEIC where this machine's sharp decodes it) as JPEG, or PNG
 * where parts of it are clear; upright, without metadata, its first frame only. null when this machine cannot decode it.
 * `folder` keeps what was made, by content, between builds.
 */
export async function convertPicture(bytes: Uint8Array, folder: string | null): Promise<Converted> {
  const cache = folder === null ? noCache : folderCache(folder)
  const key = cacheKey(['converted', RENDERING, createHash('sha256').update(bytes).digest('hex')])
  const known = await cache.get(key)
  if (known) return { bytes: known }
  const sharp = await loadSharp().catch(() => null)
  const converted =
    sharp && (await decoded(sharp, bytes).catch((error) => faultOf(error, pictureKindOf(bytes))))
  if (converted && converted !== 'cut' && 'bytes' in converted) await cache.put(key, converted.bytes)
  return converted
}

/** What a decoder that is not there, or knows no such compression, says; anything else is said of the file itself. */
const NO_DECODER = /not configured|unsupported|not supported|no decod|plugin|security limits|timeout/i

/** What sharp says of a file that no decoder takes for its own. */
const NOT_ITS_OWN = /unsupported image format/i
/** Kinds that every sharp decodes: one that is not taken for its own lacks its beginning or its directory. */
const ALWAYS_DECODED: readonly FileKind[] = ['WebP', 'TIFF', 'GIF']

function faultOf(error: unknown, kind: FileKind): Converted {
  if (NOT_ITS_OWN.test(String(error)) && ALWAYS_DECODED.includes(kind)) return 'cut'
  return NO_DECODER.test(String(error)) ? null : 'cut'
}

async function decoded(sharp: SharpModule, bytes: Uint8Array): Promise<Converted> {
  // Their decoders know of no more than warnings, whatever is missing.
  const limits = { limitInputPixels: MOST_PIXELS, failOn: 'warning', pages: 1, sequentialRead: true } as const
  const picture = sharp(bytes, limits).timeout({ seconds: DEADLINE_SECONDS }).autoOrient()
  const { hasAlpha, width, height, format } = await picture.metadata()
  // Looking for clear parts holds all samples.
  const memory = width * height * (BYTES_A_PIXEL[format] ?? (hasAlpha ? 4 : 0))
  if (memory > MOST_WHOLE_BYTES) return { width, height, memory }
  const clear = hasAlpha && !(await sharp(bytes, limits).stats()).isOpaque
  const plain = picture.toColourspace('srgb')
  if (clear) return { bytes: await plain.png().toBuffer() }
  const flat = plain.flatten({ background: '#ffffff' })
  return { bytes: await flat.jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4' }).toBuffer() }
}
