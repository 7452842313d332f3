import type { Crop, PictureUses } from './picture-uses.ts'

/** What pictures are brought to. */
export interface PictureTarget {
  /** Pictures finer than this are brought down to it. */
  readonly maxPpi: number
  /** JPEG quality, 1–100. */
  readonly quality: number
  readonly colour: 'rgb' | 'gray' | 'cmyk'
  /** Whether the product can show what lies below a picture's clear parts; otherwise they become white. */
  readonly alpha: boolean
}

/** What is to be done to one picture. */
export interface PicturePlan {
  /** The part that is kept, in pixels of the upright picture. */
  readonly part: {
    readonly left: number
    readonly top: number
    readonly width: number
    readonly height: number
  }
  /** The same part, 0–1, as it came out after rounding to whole pixels. */
  readonly crop: Crop
  readonly width: number
  readonly height: number
  readonly target: PictureTarget
}

/** Less than this is not worth a second compression. */
const WORTH_REDUCING = 1.15
/** What a crop must save of the picture's area to be cut away. */
const WORTH_CUTTING = 0.9
const SRGB = /s\0?R\0?G\0?B/

function speaksOfOtherColours(profile: Uint8Array | null): boolean {
  return profile !== null && !SRGB.test(Buffer.from(profile).toString('latin1'))
}

function colourFits({ asset }: PictureUses, target: PictureTarget): boolean {
  if (target.colour === 'cmyk') return asset.colour === 'gray' && !asset.paletted && asset.profile === null
  if (speaksOfOtherColours(asset.profile) || asset.colour === 'cmyk') return false
  return target.colour === 'rgb' || asset.colour === 'gray'
}

/** Whether the file can be embedded as it is: right colours, no more pixels than wanted, nothing to decode. */
function isFine(uses: PictureUses, target: PictureTarget): boolean {
  const { asset, crop } = uses
  const area = (crop.right - crop.left) * (crop.bottom - crop.top)
  const heavy = asset.bitDepth > 8 || asset.interlaced || asset.alpha
  return (
    colourFits(uses, target) &&
    uses.lowestPpi <= target.maxPpi * WORTH_REDUCING &&
    area >= WORTH_CUTTING &&
    !heavy
  )
}

/** What to do with a picture; null when its file is fine as it is. `always` re-encodes all the same. */
export function planPicture(uses: PictureUses, target: PictureTarget, always = false): PicturePlan | null {
  if (!always && isFine(uses, target)) return null
  const { asset, crop } = uses
  const left = Math.floor(crop.left * asset.width)
  const top = Math.floor(crop.top * asset.height)
  const right = Math.max(left + 1, Math.min(asset.width, Math.ceil(crop.right * asset.width)))
  const bottom = Math.max(top + 1, Math.min(asset.height, Math.ceil(crop.bottom * asset.height)))
  const part = { left, top, width: right - left, height: bottom - top }
  const scale = Math.min(1, target.maxPpi / uses.lowestPpi)
  return {
    part,
    crop: {
      left: left / asset.width,
      top: top / asset.height,
      right: right / asset.width,
      bottom: bottom / asset.height,
    },
    width: Math.max(1, Math.round(part.width * scale)),
    height: Math.max(1, Math.round(part.height * scale)),
    target,
  }
}

/** A crop of the whole picture as a crop of the part that was kept. */
export function cropWithin(crop: Crop, part: Crop): Crop {
  const across = part.right - part.left
  const down = part.bottom - part.top
  const within = (value: number) => Math.min(1, Math.max(0, value))
  return {
    left: within((crop.left - part.left) / across),
    top: within((crop.top - part.top) / down),
    right: within((crop.right - part.left) / across),
    bottom: within((crop.bottom - part.top) / down),
  }
}
