import { createHash } from 'node:crypto'
import { ChangedFile } from '../assets/changed-file.ts'
import type { ImageAsset } from '../assets/image.ts'
import { MAX_IMAGE_BYTES } from '../assets/read-image.ts'
import { cacheKey, keepKnown, readKnown } from '../products/cache-entry.ts'
import type { ProjectFiles } from './project-files.ts'

/** Raised whenever a picture is measured otherwise, or kept in another form. */
const FORM = 1
/** A smaller file is as quickly read as what is known of it. */
const LEAST_BYTES = 128 * 1024
/** Profiles of screens and cameras are shorter; a press's is read with its picture. */
const LONGEST_PROFILE = 32 * 1024

/** All that is known of a picture but its pixels. */
type Facts = Omit<ImageAsset, 'key' | 'bytes' | 'profile'> & {
  readonly size: number
  /** In base 64. */
  readonly profile: string | null
}

/** A picture's file, and where what is known of it is kept. */
export interface PicturePlace {
  readonly files: ProjectFiles
  readonly cacheFolder: string
  readonly path: string
  /** As it was before the file was read: its number, size and times. */
  readonly stamp: string
}

/**
 * A picture as it was measured and hashed when its file, with the same stamp, was read last; null where nothing is known
 * of it. Its bytes are read when they are first asked for, which throws `ChangedFile` when they are others by then.
 */
export function knownPicture(place: PicturePlace): ImageAsset | null {
  const facts = factsIn(readKnown(place.cacheFolder, keyOf(place)))
  return facts && pictureOf(facts, place)
}

/** Keeps what was found of a file that is itself the picture. */
export function keepPicture(place: PicturePlace, picture: ImageAsset): void {
  if (picture.bytes.length < LEAST_BYTES || (picture.profile?.length ?? 0) > LONGEST_PROFILE) return
  keepKnown(place.cacheFolder, keyOf(place), Buffer.from(JSON.stringify(factsOf(picture))))
}

function keyOf({ path, stamp }: PicturePlace): string {
  return cacheKey(['picture', FORM, path, stamp])
}

function factsOf({ key: _key, bytes, profile, ...facts }: ImageAsset): Facts {
  return { ...facts, size: bytes.length, profile: profile && Buffer.from(profile).toString('base64') }
}

function pictureOf({ profile, ...facts }: Facts, place: PicturePlace): ImageAsset {
  let bytes: Uint8Array | null = null
  return {
    ...facts,
    key: place.path,
    profile: profile === null ? null : new Uint8Array(Buffer.from(profile, 'base64')),
    get bytes() {
      bytes ??= bytesAsKnown(facts.hash, place)
      return bytes
    },
  }
}

function bytesAsKnown(hash: string, { files, path }: PicturePlace): Uint8Array {
  const { value } = files.read(path, { limit: MAX_IMAGE_BYTES, span: null })
  if (value !== null && createHash('sha256').update(value).digest('hex') === hash) return value
  throw new ChangedFile(path)
}

/** null where an entry has another form than ours. */
function factsIn(bytes: Uint8Array | null): Facts | null {
  if (bytes === null) return null
  try {
    const facts = JSON.parse(Buffer.from(bytes).toString()) as Partial<Facts> | null
    const whole = typeof facts?.hash === 'string' && typeof facts.size === 'number' && 'profile' in facts
    return whole ? (facts as Facts) : null
  } catch {
    return null
  }
}
