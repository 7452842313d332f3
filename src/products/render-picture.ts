import type sharp from 'sharp'
import type { Sharp } from 'sharp'
import type { ImageAsset } from '../assets/image.ts'
import type { PicturePlan } from './picture-plan.ts'

export type SharpModule = typeof sharp

const DEADLINE_SECONDS = 30
const MOST_PIXELS = 100_000_000
/** A drawing keeps its exact colours as PNG unless JPEG is this much smaller. */
const JPEG_GAIN = 0.7
/** Raised whenever the same plan gives other bytes. */
export const RENDERING = 1

/** Loads sharp (33 ms) when the first picture needs it. */
export async function loadSharp(): Promise<SharpModule> {
  return (await import('sharp')).default
}

function opened(sharp: SharpModule, asset: ImageAsset): Sharp {
  return sharp(asset.bytes, {
    limitInputPixels: MOST_PIXELS,
    failOn: 'truncated',
    pages: 1,
    sequentialRead: true,
  })
    .timeout({ seconds: DEADLINE_SECONDS })
    .autoOrient()
}

function sized(picture: Sharp, { part, width, height }: PicturePlan): Sharp {
  const cut = picture.extract(part)
  if (width === part.width && height === part.height) return cut
  return cut.resize(width, height, { fit: 'fill', kernel: 'lanczos3' })
}

/** Profile conversions need the profile as a file: sharp takes no bytes. */
function coloured(picture: Sharp, plan: PicturePlan, gray: boolean, profile: string | null): Sharp {
  const { colour, alpha } = plan.target
  const flat = alpha ? picture : picture.flatten({ background: '#ffffff' })
  if (gray || colour === 'gray') return flat.toColourspace('b-w')
  if (colour === 'rgb') return flat.toColourspace('srgb')
  const inked = flat.toColourspace('cmyk')
  return profile === null ? inked : inked.withIccProfile(profile, { attach: false })
}

function jpegOf(picture: Sharp, plan: PicturePlan): Promise<Buffer> {
  const press = plan.target.colour === 'cmyk'
  return picture
    .jpeg({
      quality: plan.target.quality,
      // Old RIPs stumble over progressive pictures.
      progressive: !press,
      mozjpeg: !press,
      chromaSubsampling: plan.target.quality >= 90 ? '4:4:4' : '4:2:0',
    })
    .toBuffer()
}

/**
 * A picture turned upright, cut, reduced and brought to the target's colours, without any metadata: JPEG for
 * photographs, PNG for drawings and for what has clear parts. Rejects when the file is broken or takes too long.
 */
export async function renderPicture(
  sharp: SharpModule,
  asset: ImageAsset,
  plan: PicturePlan,
  profile: string | null,
): Promise<Uint8Array> {
  const base = sized(opened(sharp, asset), plan)
  const gray = asset.colour === 'gray' && !asset.paletted
  const picture = coloured(base, plan, gray, profile)
  const clear = asset.alpha && plan.target.alpha && !(await opened(sharp, asset).stats()).isOpaque
  if (clear) return picture.png({ compressionLevel: 9 }).toBuffer()
  const opaque = asset.alpha ? picture.flatten({ background: '#ffffff' }) : picture
  if (asset.format === 'jpeg' || plan.target.colour === 'cmyk') return jpegOf(opaque, plan)
  const [png, jpeg] = await Promise.all([
    opaque.clone().png({ compressionLevel: 9, effort: 7 }).toBuffer(),
    jpegOf(opaque.clone(), plan),
  ])
  return jpeg.length < png.length * JPEG_GAIN ? jpeg : png
}
