/** A JPEG file ready to be embedded as it is (DCTDecode). */
export interface EmbeddableJpeg {
  readonly width: number
  readonly height: number
  readonly components: 1 | 3 | 4
  /** Without EXIF, IPTC, XMP, thumbnails and comments: nothing tells where or by whom it was taken. */
  readonly bytes: Uint8Array
  /** Adobe's four-ink files hold their inks inverted. */
  readonly inverted: boolean
  readonly icc: Uint8Array | null
}

interface Segment {
  readonly marker: number
  readonly from: number
  readonly to: number
}

const EOI = 0xd9
const SOS = 0xda
const APP0 = 0xe0
const APP2 = 0xe2
const APP14 = 0xee
const APP15 = 0xef
const COMMENT = 0xfe

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}

/** Marker segments up to and including the first scan's header (ITU-T T.81, B.1.1). */
function segmentsOf(bytes: Uint8Array): Segment[] {
  const segments: Segment[] = []
  let at = 2
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) throw new Error('broken JPEG: no marker where one is due')
    const marker = bytes[at + 1]!
    if (marker === 0xff) {
      at++
      continue
    }
    const to = at + 2 + bytes[at + 2]! * 256 + bytes[at + 3]!
    if (to > bytes.length) break
    segments.push({ marker, from: at, to })
    if (marker === SOS) return segments
    at = to
  }
  throw new Error('broken JPEG: no scan')
}

function startsWith(bytes: Uint8Array, at: number, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false
  return true
}

function isIcc(bytes: Uint8Array, segment: Segment): boolean {
  return segment.marker === APP2 && startsWith(bytes, segment.from + 4, 'ICC_PROFILE\0')
}

/** The ICC profile from its numbered pieces (ICC.1, annex B.4). */
function iccOf(bytes: Uint8Array, segments: readonly Segment[]): Uint8Array | null {
  const pieces = segments.filter((segment) => isIcc(bytes, segment))
  if (pieces.length === 0) return null
  pieces.sort((a, b) => bytes[a.from + 16]! - bytes[b.from + 16]!)
  return Buffer.concat(pieces.map((piece) => bytes.subarray(piece.from + 18, piece.to)))
}

/** Reads the frame and leaves out what is not picture; the compressed picture itself stays bit for bit. */
export function embeddableJpeg(bytes: Uint8Array): EmbeddableJpeg {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) throw new Error('not a JPEG')
  const segments = segmentsOf(bytes)
  const frame = segments.find((segment) => isFrame(segment.marker))
  if (!frame) throw new Error('broken JPEG: no frame')
  const adobe = segments.find((one) => one.marker === APP14 && startsWith(bytes, one.from + 4, 'Adobe'))
  const components = bytes[frame.from + 9]
  if (components !== 1 && components !== 3 && components !== 4) {
    throw new Error(`JPEG with ${components} components`)
  }
  const kept = segments.filter(({ marker }) => {
    const application = marker >= APP0 && marker <= APP15
    return marker !== COMMENT && (!application || marker === APP14)
  })
  const rest = segments.at(-1)!.to
  return {
    height: bytes[frame.from + 5]! * 256 + bytes[frame.from + 6]!,
    width: bytes[frame.from + 7]! * 256 + bytes[frame.from + 8]!,
    components,
    bytes: Buffer.concat([
      bytes.subarray(0, 2),
      ...kept.map((segment) => bytes.subarray(segment.from, segment.to)),
      bytes.subarray(rest, endOfPicture(bytes, rest)),
    ]),
    inverted: components === 4 && adobe !== undefined,
    icc: iccOf(bytes, segments),
  }
}

/** Just after the end-of-image marker: telephones put a film or a second picture behind it. */
function endOfPicture(bytes: Uint8Array, scan: number): number {
  let at = scan
  while (true) {
    at = bytes.indexOf(0xff, at)
    if (at === -1 || at + 1 >= bytes.length) return bytes.length
    const marker = bytes[at + 1]!
    if (marker === EOI) return at + 2
    // Inside a scan stand stuffed zeros and restart markers; between scans, segments with a length.
    const bare = marker === 0 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd7)
    if (bare) at += marker === 0xff ? 1 : 2
    else at += 2 + (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0)
  }
}
