import type sharp from 'sharp'
import type { Sharp } from 'sharp'
import type { ImageAsset } from '../assets/image.ts'
import { pixelFault } from '../assets/picture-faults.ts'
import type { PicturePlan } from './picture-plan.ts'

export type SharpModule = typeof sharp

const DEADLINE_SECONDS = 30
const MOST_PIXELS = 100_000_000
/** A drawing keeps its exact colours as PNG unless JPEG is this much smaller. */
const JPEG_GAIN = 0.7
/** Raised whenever the same plan gives other bytes. */
export const RENDERING = 5

/** Loads sharp (33 ms) when the first picture needs it. */
export async function loadSharp(): Promise<SharpModule> {
  const { default: sharp } = await import('sharp')
  // No picture is made twice, and what it would remember of progressive ones is 40 MB each.
  sharp.cache(false)
  return sharp
}

function openPicture(sharp: SharpModule, asset: ImageAsset): Sharp {
  const reading = {
    limitInputPixels: MOST_PIXELS,
    failOn: 'truncated',
    pages: 1,
    sequentialRead: true,
  } as const
  return sharp(asset.bytes, reading).timeout({ seconds: DEADLINE_SECONDS }).autoOrient()
}

/** From here on JPEG's decoder itself gives a smaller picture, at a third less work; nothing may be cut from it before. */
const SHRUNK_FROM = 2

function isShrunk({ format, width, height }: ImageAsset, plan: PicturePlan): boolean {
  const whole = plan.part.width === width && plan.part.height === height
  return format === 'jpeg' && whole && Math.min(width / plan.width, height / plan.height) >= SHRUNK_FROM
}

function sized(picture: Sharp, asset: ImageAsset, plan: PicturePlan): Sharp {
  const { part, width, height } = plan
  const cut = isShrunk(asset, plan) ? picture : picture.extract(part)
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

/** Its progressive files make old RIPs stumble. */
function encodedForPress(picture: Sharp, quality: number): Promise<Buffer> {
  return picture.jpeg({ quality, chromaSubsampling: subsampling(quality) }).toBuffer()
}

function subsampling(quality: number): string {
  return quality >= 90 ? '4:4:4' : '4:2:0'
}

/** mozjpeg's own quantization table, whose steps grow evenly (its number 3, by N. Robidoux). */
const EVEN_STEPS = 3
/**
 * Part of what is left to 100 by which steps are coarser than a quality's, and the most that they are: so the picture is as
 * near to the original, in as many bytes, as by mozjpeg's search for cheaper coefficients, which takes four times as long.
 */
const COARSER = 0.2
const MOST_COARSER = 8

function encodedForScreen(picture: Sharp, wanted: number): Promise<Buffer> {
  const quality = Math.max(1, Math.round(wanted - Math.min(MOST_COARSER, COARSER * (100 - wanted))))
  const options = { progressive: true, quantisationTable: EVEN_STEPS } as const
  return picture.jpeg({ quality, chromaSubsampling: subsampling(wanted), ...options }).toBuffer()
}

/** Bits that a pixel of a photograph may cost on a screen at the quality that is wanted. */
const MOST_BITS = 0.82
/** Quality that saves about an eighth of the bytes. */
const GRADE = 4
/** Grain is not paid for below this quality, nor above the other, which only who wants it all asks for. */
const LOWEST_GRADED = 66
const HIGHEST_GRADED = 85

/** The quality for a picture that came out at `bits` a pixel: up to four grades less where grain makes it dear. */
function graded(quality: number, bits: number): number {
  const isGraded = quality >= LOWEST_GRADED && quality <= HIGHEST_GRADED
  if (!isGraded || bits <= MOST_BITS) return quality
  const grades = Math.min(4, Math.ceil(Math.log(bits / MOST_BITS) / Math.log(8 / 7)))
  return Math.max(LOWEST_GRADED, quality - grades * GRADE)
}

/** For screens grain is not kept at any price: it costs the most bytes, and hides best what is lost. */
async function jpegOf(sharp: SharpModule, picture: Sharp, plan: PicturePlan): Promise<Buffer> {
  const { quality, colour } = plan.target
  if (colour === 'cmyk') return encodedForPress(picture, quality)
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  const at = (one: number) => encodedForScreen(sharp(data, { raw: { width, height, channels } }), one)
  const wanted = await at(quality)
  const less = graded(quality, (wanted.length * 8) / (width * height))
  return less === quality ? wanted : at(less)
}

/** Statistics hold all samples in memory at once; of larger pictures than this the reduced one is asked. */
const MOST_COUNTED = 25_000_000

async function isOpaque(sharp: SharpModule, asset: ImageAsset, made: Sharp): Promise<boolean> {
  const whole = asset.width * asset.height <= MOST_COUNTED
  const counted = whole
    ? openPicture(sharp, asset)
    : sharp(await made.clone().png({ compressionLevel: 1 }).toBuffer())
  return (await counted.stats()).isOpaque
}

/**
 * A picture turned upright, cut, reduced and brought to the target's colours, without any metadata: JPEG for
 * photographs, PNG for drawings and for what has clear parts. Rejects when the file is broken or takes too long.
 */
async function renderPicture(
  sharp: SharpModule,
  asset: ImageAsset,
  plan: PicturePlan,
  profile: string | null,
): Promise<Uint8Array> {
  const base = sized(openPicture(sharp, asset), asset, plan)
  const gray = asset.colour === 'gray' && !asset.paletted
  const picture = coloured(base, plan, gray, profile)
  const clear = asset.alpha && plan.target.alpha && !(await isOpaque(sharp, asset, picture))
  if (clear) return picture.png({ compressionLevel: 9 }).toBuffer()
  const opaque = asset.alpha ? picture.flatten({ background: '#ffffff' }) : picture
  if (asset.format === 'jpeg' || plan.target.colour === 'cmyk') return jpegOf(sharp, opaque, plan)
  const drawn = opaque.clone().png({ compressionLevel: 9, effort: 7 }).toBuffer()
  // A picture that is decoded as a whole is not to be in memory twice.
  if (asset.interlaced) await drawn.catch(() => {})
  const [png, jpeg] = await Promise.all([drawn, jpegOf(sharp, opaque.clone(), plan)])
  return jpeg.length < png.length * JPEG_GAIN ? jpeg : png
}

/**
 * A picture as the plan has it, of a file that is whole; rejects else. Decoders pass over most damage of a JPEG in
 * silence, so it is looked through by ourselves while they work, in threads of their own.
 */
export async function renderSound(
  sharp: SharpModule,
  asset: ImageAsset,
  plan: PicturePlan,
  profile: string | null,
): Promise<Uint8Array> {
  const rendering = renderPicture(sharp, asset, plan, profile)
  const looking = asset.format === 'jpeg' ? pixelFault(asset) : Promise.resolve(null)
  const [fault, made] = await Promise.allSettled([looking, rendering])
  if (fault.status === 'rejected') throw fault.reason
  if (fault.value !== null) throw new Error(fault.value)
  if (made.status === 'rejected') throw made.reason
  return made.value
}
