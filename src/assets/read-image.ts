import { createHash } from 'node:crypto'
import { type Diagnostic, diagnostic, type Outcome, refused } from '../base/diagnostic.ts'
import type { Span } from '../base/source.ts'
import type { ImageAsset } from './image.ts'
import { readJpeg } from './jpeg.ts'
import type { PictureFacts, PictureFault } from './picture-facts.ts'
import { type FileKind, pictureKindOf } from './picture-kind.ts'
import { readPng } from './png.ts'

/** Limits (SECURITY.md). */
export const MAX_IMAGE_BYTES = 40 * 1024 * 1024
const MAX_PIXELS = 100_000_000
const MAX_SIDE = 16_384
/** What a picture may take of memory that is decoded as a whole (interlaced PNG, progressive JPEG, WebP, AVIF). */
export const MOST_WHOLE_BYTES = 300_000_000
/** Below this nothing can be seen in print; such files are spacers or left over. */
const MIN_SIDE = 8
const MAX_ASPECT = 20

const FAULT_CODES = { truncated: 'E-IMAGE-CUT', damaged: 'E-IMAGE', unsupported: 'E-IMAGE-CODING' } as const

const EXTENSIONS: Readonly<Record<'JPEG' | 'PNG', RegExp>> = { JPEG: /\.(jpe?g|jfif)$/i, PNG: /\.png$/i }

function refusal(file: string, kind: FileKind, bytes: Uint8Array, span: Span | null): Diagnostic {
  if (bytes.length === 0) return diagnostic('E-IMAGE-EMPTY', span, { file })
  if (kind === 'unknown') return diagnostic('E-IMAGE-UNKNOWN', span, { file })
  if (kind === 'HEIC') return diagnostic('E-IMAGE-HEIC', span, { file })
  return diagnostic('E-IMAGE-FORMAT', span, { file, format: kind })
}

function pixelsFault(file: string, facts: PictureFacts, span: Span | null): Diagnostic | null {
  const { width, height, wholeBytes = 0 } = facts
  if (width === 0 || height === 0) return diagnostic('E-IMAGE', span, { file })
  if (width > MAX_SIDE || height > MAX_SIDE || width * height > MAX_PIXELS)
    return diagnostic('E-PIXELS', span, { file, width, height })
  return wholeBytes > MOST_WHOLE_BYTES ? tooMuchMemory(file, facts, wholeBytes, span) : null
}

/** A picture that can only be decoded as a whole, and then takes too much memory. */
export function tooMuchMemory(
  file: string,
  { width, height }: { readonly width: number; readonly height: number },
  bytes: number,
  span: Span | null,
): Diagnostic {
  const [needed, limit] = [bytes, MOST_WHOLE_BYTES].map((one) => Math.round(one / 1e6))
  return diagnostic('E-IMAGE-MEMORY', span, {
    file,
    width,
    height,
    needed: needed as number,
    limit: limit as number,
  })
}

function remarks(
  file: string,
  kind: 'JPEG' | 'PNG',
  { width, height }: PictureFacts,
  span: Span | null,
): Diagnostic[] {
  const found: Diagnostic[] = []
  if (/\.\w+$/.test(file) && !EXTENSIONS[kind].test(file)) {
    found.push(diagnostic('I-IMAGE-NAME', span, { file, format: kind }))
  }
  if (width < MIN_SIDE || height < MIN_SIDE)
    found.push(diagnostic('W-IMAGE-TINY', span, { file, width, height }))
  else if (Math.max(width / height, height / width) > MAX_ASPECT) {
    found.push(diagnostic('W-IMAGE-ASPECT', span, { file, width, height }))
  }
  return found
}

/** EXIF orientations 5–8 turn the picture by a quarter. */
function upright(facts: PictureFacts): PictureFacts {
  return facts.orientation < 5 ? facts : { ...facts, width: facts.height, height: facts.width }
}

function isFault(facts: PictureFacts | PictureFault): facts is PictureFault {
  return typeof facts === 'string'
}

/**
 * Takes a picture file's bytes, told apart by what is in them; gives the picture measured and hashed, or
 * null with the reason. Only headers are read: nothing is decoded, so a small file cannot cost much.
 */
export function readImage(
  key: string,
  bytes: Uint8Array,
  span: Span | null = null,
): Outcome<ImageAsset | null> {
  if (bytes.length > MAX_IMAGE_BYTES) {
    return refused(diagnostic('E-FILE-SIZE', span, { file: key, limit: '40 MB' }))
  }
  const kind = pictureKindOf(bytes)
  if (kind !== 'JPEG' && kind !== 'PNG') return refused(refusal(key, kind, bytes, span))
  const facts = kind === 'JPEG' ? readJpeg(bytes) : readPng(bytes)
  if (isFault(facts)) return refused(diagnostic(FAULT_CODES[facts], span, { file: key }))
  const fault = pixelsFault(key, facts, span)
  if (fault !== null) return refused(fault)
  const hash = createHash('sha256').update(bytes).digest('hex')
  const format = kind === 'JPEG' ? 'jpeg' : 'png'
  return {
    value: { key, format, ...upright(facts), bytes, hash },
    diagnostics: remarks(key, kind, facts, span),
  }
}
