import type { ImageAsset } from './image.ts'

/** What a picture's own headers say, before the limits are applied. Sizes are as stored, not yet upright. */
export type PictureFacts = Omit<ImageAsset, 'key' | 'format' | 'bytes' | 'hash' | 'keepsMetadata'>

/** Why a file with the right signature is no usable picture. */
export type PictureFault = 'truncated' | 'damaged' | 'unsupported'
