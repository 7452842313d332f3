import type { FontLibrary, GlyphOutlines } from './font.ts'
import type { Hyphenate } from './hyphenation.ts'
import type { QrCode } from './qr-code.ts'

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
  /** Bits per channel: 1, 2, 4, 8 or 16. */
  readonly bitDepth: number
  /** PNG with Adam7 passes. */
  readonly interlaced: boolean
  /** JPEG in several scans, as progressive ones are: while it is decoded all of it is in memory. */
  readonly severalScans?: boolean
  /** Bytes that its samples take where all of them must be in memory at once; none for what is read line by line. */
  readonly wholeBytes?: number
  /** Goes into the product with what its makers wrote into it (`strip_metadata: false`). */
  readonly keepsMetadata?: boolean
  /** PNG whose samples are indices of a palette; `colour` says what the palette holds. */
  readonly paletted: boolean
  /** The transform byte of a JPEG's Adobe marker (0 plain, 1 YCbCr, 2 YCCK); null where there is none. */
  readonly adobeTransform: number | null
  /** ICC profile as embedded, or null. */
  readonly profile: Uint8Array | null
  /** Whether it carries EXIF (camera, place, thumbnail), which must not reach the product. */
  readonly exif: boolean
  readonly bytes: Uint8Array
  /** How many bytes there are, where they are read only when they are asked for. */
  readonly size?: number
  /** SHA-256 of the bytes, hex: the same picture is embedded once. */
  readonly hash: string
}

/** Everything layout and painting need besides text: read before the engine runs. */
export interface Assets {
  readonly fonts: FontLibrary
  /** By the picture's resolved path. A path that is absent was reported while loading and is set as a placeholder. */
  readonly images: ReadonlyMap<string, ImageAsset>
  /** Where English words may be divided; read only for a design that divides them. */
  readonly hyphenate?: Hyphenate
  /** QR codes by the text that they hold. */
  readonly codes?: ReadonlyMap<string, QrCode>
  /** Glyphs as paths; read only for an issue that draws some. */
  readonly outlines?: GlyphOutlines
}
