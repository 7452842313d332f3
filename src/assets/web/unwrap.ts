import { FontFault, writeSfnt } from '../truetype/sfnt.ts'
import { inflated, MAX_UNWRAPPED } from './inflated.ts'

export type WebFontKind = 'woff' | 'woff2'

/** What a file's first bytes say; null when it is no web font. */
export function webFontKind(bytes: Uint8Array): WebFontKind | null {
  const magic = String.fromCharCode(...bytes.subarray(0, 4))
  return magic === 'wOFF' ? 'woff' : magic === 'wOF2' ? 'woff2' : null
}

/** Takes a web font; gives the OpenType file in it. Throws `FontFault` or `RangeError` when it is damaged. */
export async function unwrapWebFont(bytes: Uint8Array, kind: WebFontKind): Promise<Uint8Array> {
  const tables = kind === 'woff' ? await woffTables(bytes) : await woff2Tables(bytes)
  for (const tag of ['head', 'maxp', 'hhea']) if (!tables.has(tag)) throw new FontFault(tag)
  return writeSfnt(tables, tables.has('glyf') ? 'truetype' : 'cff')
}

async function woff2Tables(bytes: Uint8Array): Promise<Map<string, Uint8Array>> {
  const { readWoff2 } = await import('./woff2.ts')
  return readWoff2(bytes)
}

/** WOFF 1.0: every table compressed by itself (W3C, 2012). */
async function woffTables(bytes: Uint8Array): Promise<Map<string, Uint8Array>> {
  const { inflateSync } = await import('node:zlib')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tables = new Map<string, Uint8Array>()
  const count = view.getUint16(12)
  let left = MAX_UNWRAPPED
  for (let entry = 44; entry < 44 + 20 * count; entry += 20) {
    const tag = String.fromCharCode(...bytes.subarray(entry, entry + 4))
    const [from, packed, length] = [4, 8, 12].map((at) => view.getUint32(entry + at)) as [
      number,
      number,
      number,
    ]
    left -= length
    if (from + packed > bytes.length || packed > length || left < 0) throw new FontFault(tag)
    const data = bytes.subarray(from, from + packed)
    tables.set(
      tag,
      packed < length ? inflated(() => inflateSync(data, { maxOutputLength: length }), tag, length) : data,
    )
  }
  return tables
}
