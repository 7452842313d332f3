import type { ImageAsset } from '../assets/image.ts'
import type { Span } from '../base/source.ts'
import type { DisplayList, Image } from '../display/display-list.ts'

/** A part of an upright picture, 0–1. */
export type Crop = Image['crop']

/** One place where a picture stands. */
interface PictureUse {
  readonly page: number
  readonly item: Image
}

/** All places of one picture. */
export interface PictureUses {
  readonly asset: ImageAsset
  readonly uses: readonly PictureUse[]
  /** The smallest part that holds all that is shown of it. */
  readonly crop: Crop
  /** Of the place where it is spread least, which wants the most pixels. */
  readonly lowestPpi: number
  readonly span: Span | null
}

/** Pixels per inch of a picture in one place, by the worse of both directions. */
export function ppiOf(asset: ImageAsset, { width, height, crop }: Image): number {
  const across = (asset.width * (crop.right - crop.left) * 72) / width
  const down = (asset.height * (crop.bottom - crop.top) * 72) / height
  return Math.min(across, down)
}

function union(crops: readonly Crop[]): Crop {
  return {
    left: Math.min(...crops.map((crop) => crop.left)),
    top: Math.min(...crops.map((crop) => crop.top)),
    right: Math.max(...crops.map((crop) => crop.right)),
    bottom: Math.max(...crops.map((crop) => crop.bottom)),
  }
}

/** The pictures a list shows, in the order of first use. */
export function pictureUses(
  list: DisplayList,
  images: ReadonlyMap<string, ImageAsset>,
): Map<string, PictureUses> {
  const places = new Map<string, PictureUse[]>()
  for (const [page, { items }] of list.pages.entries()) {
    for (const item of items) {
      if (item.kind !== 'image') continue
      const uses = places.get(item.image) ?? []
      uses.push({ page, item })
      places.set(item.image, uses)
    }
  }
  const found = new Map<string, PictureUses>()
  for (const [key, uses] of places) {
    const asset = images.get(key)
    if (!asset) throw new Error(`picture ${key} is not among the assets`)
    found.set(key, {
      asset,
      uses,
      crop: union(uses.map((use) => use.item.crop)),
      lowestPpi: Math.min(...uses.map((use) => ppiOf(asset, use.item))),
      span: (uses[0] as PictureUse).item.span,
    })
  }
  return found
}
