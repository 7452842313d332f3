import type { FontLibrary } from './font.ts'

/** One picture file, checked and measured but not decoded (图像). */
export interface ImageAsset {
  /** What blocks and display items name it by. */
  readonly key: string
  readonly format: 'jpeg' | 'png'
  /** Pixels when upright, that is, after the EXIF orientation is applied. */
  readonly width: number
  readonly height: number
  /** EXIF orientation, 1–8. */
  readonly orientation: number
  readonly colour: 'gray' | 'rgb' | 'cmyk'
  readonly alpha: boolean
  readonly bytes: Uint8Array
  /** SHA-256 of the bytes, hex: the same picture is embedded once. */
  readonly hash: string
}

/** Everything layout and painting need besides text: read before the engine runs. */
export interface Assets {
  readonly fonts: FontLibrary
  /** By the picture's resolved path. A path that is absent was reported while loading and is set as a placeholder. */
  readonly images: ReadonlyMap<string, ImageAsset>
}
