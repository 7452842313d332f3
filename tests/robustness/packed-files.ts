import { brotliCompressSync, brotliDecompressSync, constants, deflateSync, inflateSync } from 'node:zlib'
import { mutated } from './mutations.ts'

type Next = () => number
type Damaged = ReturnType<typeof mutated>

/** What is damaged is packed again soundly: an unpacker notices most else by itself. */
const INSIDE = 0.6

/** An AVIF file (AV1 in HEIF boxes) under the brand of a telephone’s HEIC file, whole or damaged. */
export function highEfficiency(bytes: Buffer, next: Next): Damaged {
  const changed = Buffer.from(bytes)
  const brand = ['heic', 'heix', 'hevc', 'mif1', 'msf1', 'avis'][Math.floor(next() * 6)]!
  changed.write(brand, 8, 'latin1')
  const { names, bytes: made } = next() < 0.1 ? { names: [], bytes: changed } : mutated(changed, next)
  return { names: [brand, ...names], bytes: made }
}

/** A WOFF or WOFF2 file, damaged outside or inside its packed tables. */
export function webFont(bytes: Buffer, next: Next): Damaged {
  if (next() > INSIDE) return mutated(bytes, next)
  return bytes.toString('latin1', 0, 4) === 'wOF2' ? inBrotli(bytes, next) : inDeflate(bytes, next)
}

/** WOFF2 has one stream for all tables, behind a directory of as many bytes as it needs. */
function inBrotli(bytes: Buffer, next: Next): Damaged {
  const size = bytes.readUInt32BE(20)
  for (let from = 48; from + size <= bytes.length; from++) {
    const tables = unpacked(bytes.subarray(from, from + size))
    if (tables === null) continue
    const { names, bytes: changed } = mutated(tables, next)
    const packed = brotliCompressSync(changed, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })
    const padded = Buffer.concat([packed, Buffer.alloc((4 - (packed.length % 4)) % 4)])
    const head = Buffer.from(bytes.subarray(0, from))
    head.writeUInt32BE(packed.length, 20)
    head.writeUInt32BE(head.length + padded.length, 8)
    return { names: ['tables', ...names], bytes: Buffer.concat([head, padded]) }
  }
  throw new Error('no stream in a sound WOFF2')
}

function unpacked(bytes: Buffer): Buffer | null {
  try {
    const tables = brotliDecompressSync(bytes)
    return tables.length > bytes.length ? tables : null
  } catch {
    return null
  }
}

/** WOFF packs each table: one is damaged, put at the end, and its row of the directory leads there. */
function inDeflate(bytes: Buffer, next: Next): Damaged {
  const row = 44 + 20 * Math.floor(next() * bytes.readUInt16BE(12))
  const [from, size, whole] = [4, 8, 12].map((at) => bytes.readUInt32BE(row + at)) as [number, number, number]
  const table = bytes.subarray(from, from + size)
  const { names, bytes: changed } = mutated(size < whole ? inflateSync(table) : Buffer.from(table), next)
  const packed = deflateSync(changed, { level: 1 })
  const head = Buffer.from(bytes)
  head.writeUInt32BE(bytes.length, row + 4)
  head.writeUInt32BE(packed.length, row + 8)
  if (next() < 0.7) head.writeUInt32BE(changed.length, row + 12)
  head.writeUInt32BE(bytes.length + packed.length, 8)
  return {
    names: [`table ${bytes.toString('latin1', row, row + 4)}`, ...names],
    bytes: Buffer.concat([head, packed]),
  }
}
