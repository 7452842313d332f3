import { deflateSync } from 'node:zlib'

const TABLE = Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  return crc >>> 0
})

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (crc >>> 8) ^ TABLE[(crc ^ byte) & 0xff]!
  return (crc ^ 0xffffffff) >>> 0
}

export function chunk(type: string, body: Uint8Array | readonly number[] = []): Buffer {
  const bytes = Buffer.alloc(12 + body.length)
  bytes.writeUInt32BE(body.length, 0)
  bytes.write(type, 4, 'latin1')
  bytes.set(body, 8)
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + body.length)), 8 + body.length)
  return bytes
}

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

export interface PngOptions {
  readonly width?: number
  readonly height?: number
  readonly type?: number
  readonly depth?: number
  readonly interlace?: number
  readonly extra?: readonly Buffer[]
}

function header({ width = 30, height = 20, type = 2, depth = 8, interlace = 0 }: PngOptions): Buffer {
  const body = Buffer.alloc(13)
  body.writeUInt32BE(width, 0)
  body.writeUInt32BE(height, 4)
  body.set([depth, type, 0, 0, interlace], 8)
  return chunk('IHDR', body)
}

export function png(options: PngOptions = {}): Uint8Array {
  const { width = 30, height = 20, type = 2, depth = 8, extra = [] } = options
  const row = 1 + Math.ceil((width * CHANNELS[type]! * depth) / 8)
  const pixels = deflateSync(Buffer.alloc(row * Math.min(height, 100)))
  const palette = type === 3 ? [chunk('PLTE', [255, 0, 0])] : []
  const parts = [SIGNATURE, header(options), ...palette, ...extra, chunk('IDAT', pixels), chunk('IEND')]
  return new Uint8Array(Buffer.concat(parts))
}

export function segment(marker: number, body: Uint8Array | readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 + body.length)
  bytes.set([0xff, marker], 0)
  bytes.writeUInt16BE(body.length + 2, 2)
  bytes.set(body, 4)
  return bytes
}

/** EXIF with an orientation; its next-directory link points to itself when `loop` is set. */
export function exif(orientation: number, { little = true, loop = false, gps = '' } = {}): Buffer {
  const tiff = Buffer.alloc(26)
  const word = (value: number, at: number) =>
    little ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at)
  const long = (value: number, at: number) =>
    little ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at)
  tiff.write(little ? 'II' : 'MM', 0, 'latin1')
  word(42, 2)
  long(8, 4)
  word(1, 8)
  word(0x0112, 10)
  word(3, 12)
  long(1, 14)
  word(orientation, 18)
  long(loop ? 8 : 0, 22)
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from(gps, 'latin1')]))
}

export interface JpegOptions {
  readonly width?: number
  readonly height?: number
  readonly channels?: number
  readonly frame?: number
  readonly precision?: number
  readonly scans?: number
  readonly extra?: readonly Buffer[]
}

/** A JPEG whose headers are right and whose one scan holds a few bytes, stuffing and a restart marker. */
export function jpeg(options: JpegOptions = {}): Uint8Array {
  const {
    width = 40,
    height = 30,
    channels = 3,
    frame = 0xc0,
    precision = 8,
    scans = 1,
    extra = [],
  } = options
  const components = Array.from({ length: channels }, (_, index) => [index + 1, 0x11, 0]).flat()
  const size = [precision, height >> 8, height & 0xff, width >> 8, width & 0xff, channels]
  const scan = [
    segment(0xda, [1, 1, 0, 0, 63, 0]),
    Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56, 0x78]),
  ]
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0xff, 0xd8]),
      segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
      ...extra,
      segment(0xdb, new Uint8Array(65)),
      segment(frame, [...size, ...components]),
      segment(0xc4, new Uint8Array(20)),
      ...Array.from({ length: scans }, () => scan).flat(),
      Buffer.from([0xff, 0xd9]),
    ]),
  )
}
