import zlib from 'node:zlib'
import { exifOrientation } from './exif.ts'
import type { PictureFacts, PictureFault } from './picture-facts.ts'

/** A PNG file taken apart; its rows are still compressed. */
export interface PngFile {
  readonly width: number
  readonly height: number
  /** Bits per sample: 1, 2, 4, 8 or 16. */
  readonly bits: number
  /** 0 gray, 2 colours, 3 palette, 4 gray with alpha, 6 colours with alpha (PNG, 11.2.1). */
  readonly type: number
  readonly interlaced: boolean
  readonly palette: Uint8Array | null
  /** `tRNS`, where the colour type has a use for it. */
  readonly transparency: Uint8Array | null
  readonly icc: Uint8Array | null
  readonly exif: Uint8Array | null
  /** The bodies of the IDAT chunks: one zlib stream in pieces. */
  readonly pieces: readonly Uint8Array[]
}

const SIGNATURE_LENGTH = 8
const MAX_PROFILE = 4 * 1024 * 1024
const MAX_CHUNKS = 100_000

interface Chunk {
  readonly type: string
  readonly from: number
  readonly to: number
}

/** Allowed bit depths by colour type (PNG, 11.2.2). */
const DEPTHS: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
}

/** Samples of a pixel by colour type. */
export const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

let crcTable: Int32Array | null = null

function makeCrcTable(): Int32Array {
  return Int32Array.from({ length: 256 }, (_, byte) => {
    let crc = byte
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
    return crc
  })
}

/** CRC-32 as PNG has it; Node's own from 20.15 on. */
function crcOf(bytes: Uint8Array): number {
  const native = (zlib as { crc32?: (bytes: Uint8Array) => number }).crc32
  if (native !== undefined) return native(bytes)
  crcTable ??= makeCrcTable()
  let crc = -1
  for (const byte of bytes) crc = (crc >>> 8) ^ (crcTable[(crc ^ byte) & 0xff] as number)
  return ~crc >>> 0
}

const isCritical = (type: string) => type.charCodeAt(0) < 0x61

/** The chunks up to IEND, the checksums of critical ones verified. */
function chunksOf(bytes: Uint8Array): Chunk[] | PictureFault {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const chunks: Chunk[] = []
  for (let at = SIGNATURE_LENGTH; chunks.length < MAX_CHUNKS; ) {
    if (at + 12 > bytes.length) return 'truncated'
    const from = at + 8
    const to = from + view.getUint32(at)
    if (to + 4 > bytes.length) return 'truncated'
    const type = String.fromCharCode(...bytes.subarray(at + 4, from))
    if (isCritical(type) && crcOf(bytes.subarray(at + 4, to)) !== view.getUint32(to)) return 'damaged'
    chunks.push({ type, from, to })
    if (type === 'IEND') return chunks
    at = to + 4
  }
  return 'damaged'
}

/** The ICC profile of `iCCP`; null where there is none, or where it cannot be unpacked within bounds. */
function profileIn(chunk: Uint8Array | null): Uint8Array | null {
  if (chunk === null) return null
  const name = chunk.indexOf(0)
  if (name < 0 || name + 2 >= chunk.length) return null
  try {
    return new Uint8Array(zlib.inflateSync(chunk.subarray(name + 2), { maxOutputLength: MAX_PROFILE }))
  } catch {
    return null
  }
}

/** Bytes that `tRNS` must have; a palette's may have as many as there are colours (PNG, 11.3.2). */
function fitsTransparency(type: number, length: number, colours: number): boolean {
  if (type === 3) return length > 0 && length <= colours
  return (type === 0 && length === 2) || (type === 2 && length === 6)
}

function isPalette(bytes: Uint8Array | null): bytes is Uint8Array {
  return bytes !== null && bytes.length > 0 && bytes.length % 3 === 0 && bytes.length <= 768
}

/** Takes a file that begins with PNG's signature, apart; or says why it cannot. Nothing but a profile is unpacked. */
export function openPng(bytes: Uint8Array): PngFile | PictureFault {
  const chunks = chunksOf(bytes)
  if (typeof chunks === 'string') return chunks
  const header = chunks[0]
  if (header?.type !== 'IHDR' || header.to - header.from !== 13) return 'damaged'
  const body = ({ from, to }: Chunk) => bytes.subarray(from, to)
  const find = (type: string) => {
    const found = chunks.find((chunk) => chunk.type === type)
    return found === undefined ? null : body(found)
  }
  const pieces = chunks.filter(({ type }) => type === 'IDAT').map(body)
  // Behind the picture's rows it is allowed, but nobody who turns a picture looks there.
  const exif = chunks.find(({ type }) => type === 'eXIf' || type === 'IDAT')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [bits, type, compression, filter, interlace] = bytes.subarray(header.from + 8, header.to)
  if (
    !DEPTHS[type as number]?.includes(bits as number) ||
    compression !== 0 ||
    filter !== 0 ||
    (interlace as number) > 1
  )
    return 'damaged'
  const palette = type === 3 ? find('PLTE') : null
  if (pieces.length === 0 || (type === 3 && !isPalette(palette))) return 'damaged'
  const transparency = find('tRNS')
  return {
    width: view.getUint32(header.from),
    height: view.getUint32(header.from + 4),
    bits: bits as number,
    type: type as number,
    interlaced: interlace === 1,
    palette,
    transparency:
      transparency && fitsTransparency(type as number, transparency.length, (palette?.length ?? 0) / 3)
        ? transparency
        : null,
    icc: profileIn(find('iCCP')),
    exif: exif?.type === 'eXIf' ? body(exif) : null,
    pieces,
  }
}

/** Takes a file that begins with PNG's signature; gives what its headers say. Pixels are not decoded. */
export function readPng(bytes: Uint8Array): PictureFacts | PictureFault {
  const png = openPng(bytes)
  if (typeof png === 'string') return png
  const { width, height, bits, type, interlaced, transparency, icc, exif } = png
  return {
    width,
    height,
    orientation: exif === null ? 1 : exifOrientation(exif),
    colour: type === 0 || type === 4 ? 'gray' : 'rgb',
    alpha: type === 4 || type === 6 || transparency !== null,
    bitDepth: bits,
    interlaced,
    ...(interlaced && {
      wholeBytes: Math.ceil((width * height * (CHANNELS[type] as number) * Math.max(8, bits)) / 8),
    }),
    paletted: type === 3,
    adobeTransform: null,
    profile: icc,
    exif: exif !== null,
  }
}
