import zlib from 'node:zlib'
import { exifOrientation } from './exif.ts'
import type { PictureFacts, PictureFault } from './picture-facts.ts'

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

let crcTable: Int32Array | null = null

function makeCrcTable(): Int32Array {
  return Int32Array.from({ length: 256 }, (_, byte) => {
    let crc = byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
    return crc
  })
}

/** CRC-32 as PNG has it; Node's own from 20.15 on. */
function crcOf(bytes: Uint8Array): number {
  const native = (zlib as { crc32?: (bytes: Uint8Array) => number }).crc32
  if (native !== undefined) return native(bytes)
  crcTable ??= makeCrcTable()
  let crc = -1
  for (const byte of bytes) crc = (crc >>> 8) ^ crcTable[(crc ^ byte) & 0xff]!
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
function profileOf(bytes: Uint8Array, chunk: Chunk | undefined): Uint8Array | null {
  if (chunk === undefined) return null
  const name = bytes.indexOf(0, chunk.from)
  if (name < 0 || name + 2 >= chunk.to) return null
  try {
    return new Uint8Array(
      zlib.inflateSync(bytes.subarray(name + 2, chunk.to), { maxOutputLength: MAX_PROFILE }),
    )
  } catch {
    return null
  }
}

/** Takes a file that begins with PNG's signature; gives what its headers say. Pixels are not decoded. */
export function readPng(bytes: Uint8Array): PictureFacts | PictureFault {
  const chunks = chunksOf(bytes)
  if (typeof chunks === 'string') return chunks
  const header = chunks[0]
  if (header?.type !== 'IHDR' || header.to - header.from !== 13) return 'damaged'
  const find = (type: string) => chunks.find((chunk) => chunk.type === type)
  if (find('IDAT') === undefined) return 'damaged'
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [bitDepth, type, compression, filter, interlace] = bytes.subarray(header.from + 8, header.to)
  if (!DEPTHS[type!]?.includes(bitDepth!) || compression !== 0 || filter !== 0 || interlace! > 1)
    return 'damaged'
  if (type === 3 && find('PLTE') === undefined) return 'damaged'
  const exif = find('eXIf')
  return {
    width: view.getUint32(header.from),
    height: view.getUint32(header.from + 4),
    orientation: exif === undefined ? 1 : exifOrientation(bytes.subarray(exif.from, exif.to)),
    colour: type === 0 || type === 4 ? 'gray' : 'rgb',
    alpha: type === 4 || type === 6 || find('tRNS') !== undefined,
    bitDepth: bitDepth!,
    interlaced: interlace === 1,
    paletted: type === 3,
    adobeTransform: null,
    profile: profileOf(bytes, find('iCCP')),
    exif: exif !== undefined,
  }
}
