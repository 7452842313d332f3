import { brotliDecompressSync } from 'node:zlib'
import { FontFault } from '../truetype/sfnt.ts'
import { ByteReader } from './byte-reader.ts'
import { inflated, MAX_UNWRAPPED } from './inflated.ts'
import { readGlyphs } from './woff2-glyphs.ts'

/** WOFF2, 4.1: tags that are written as a number. */
const KNOWN_TAGS =
  'cmapheadhheahmtxmaxpnameOS/2postcvt fpgmglyflocaprepCFF VORGEBDTEBLCgasphdmxkernLTSHPCLTVDMXvheavmtxBASEGDEFGPOSGSUBEBSCJSTFMATHCBDTCBLCCOLRCPALSVG sbixacntavarbdatblocbslncvarfdscfeatfmtxfvargvarhstyjustlcarmortmorxopbdproptrakZapfSilfGlatGlocFeatSill'
const HEADER = 48
const MAX_TABLES = 256

interface Entry {
  readonly tag: string
  readonly length: number
  readonly isTransformed: boolean
}

/** UIntBase128 (4.1): seven bits a byte, at most five bytes. */
function base128(reader: ByteReader): number {
  let value = 0
  for (let count = 0; count < 5; count += 1) {
    const byte = reader.u8()
    value = value * 128 + (byte & 0x7f)
    if (byte < 0x80) return value
  }
  throw new FontFault('WOFF2')
}

function readEntry(reader: ByteReader): Entry {
  const flags = reader.u8()
  const known = flags & 0x3f
  const tag =
    known === 0x3f ? String.fromCharCode(...reader.bytes(4)) : KNOWN_TAGS.slice(4 * known, 4 * known + 4)
  const version = flags >> 6
  const isOutline = tag === 'glyf' || tag === 'loca'
  const isTransformed = isOutline ? version === 0 : version !== 0
  const original = base128(reader)
  return { tag, isTransformed, length: isTransformed ? base128(reader) : original }
}

/** Takes a WOFF2 file (W3C, 2018) of one face; gives its tables as they were before. Instructions are left out. */
export function readWoff2(file: Uint8Array): Map<string, Uint8Array> {
  const reader = new ByteReader(file, 4)
  if (reader.u32() === 0x74746366) throw new FontFault('WOFF2 ttcf')
  reader.skip(4)
  const count = reader.u16()
  reader.skip(6)
  const packed = reader.u32()
  reader.skip(HEADER - 24)
  if (count > MAX_TABLES) throw new FontFault('WOFF2')
  const entries = Array.from({ length: count }, () => readEntry(reader))
  const total = entries.reduce((sum, { length }) => sum + length, 0)
  if (total > MAX_UNWRAPPED) throw new FontFault('WOFF2')
  const data = reader.bytes(packed)
  const all = inflated(() => brotliDecompressSync(data, { maxOutputLength: total + 1 }), 'WOFF2', total)
  const tables = new Map<string, Uint8Array>()
  const transformed = new Map<string, Uint8Array>()
  let at = 0
  for (const { tag, length, isTransformed } of entries) {
    const into = isTransformed ? transformed : tables
    into.set(tag, all.subarray(at, at + length))
    at += length
  }
  restore(tables, transformed)
  return tables
}

function restore(tables: Map<string, Uint8Array>, transformed: ReadonlyMap<string, Uint8Array>): void {
  const glyf = transformed.get('glyf')
  const hmtx = transformed.get('hmtx')
  const glyphs = glyf === undefined ? null : readGlyphs(glyf)
  if (glyphs !== null) {
    tables.set('glyf', glyphs.glyf)
    tables.set('loca', glyphs.loca)
    const head = (tables.get('head') ?? new Uint8Array(0)).slice()
    if (head.length < 54) throw new FontFault('head')
    new DataView(head.buffer).setUint16(50, 1)
    tables.set('head', head)
  }
  if (hmtx === undefined) return
  if (glyphs === null) throw new FontFault('hmtx')
  tables.set('hmtx', readMetrics(hmtx, tables.get('hhea') ?? new Uint8Array(0), glyphs.lefts))
}

/** 5.4: side bearings that are the outlines' left edges are left out. */
function readMetrics(table: Uint8Array, hhea: Uint8Array, lefts: readonly number[]): Uint8Array {
  if (hhea.length < 36) throw new FontFault('hhea')
  const full = new DataView(hhea.buffer, hhea.byteOffset).getUint16(34)
  if (full > lefts.length) throw new FontFault('hmtx')
  const reader = new ByteReader(table, 0)
  const flags = reader.u8()
  const advances = Array.from({ length: full }, () => reader.u16())
  const bytes = new Uint8Array(4 * full + 2 * (lefts.length - full))
  const view = new DataView(bytes.buffer)
  lefts.forEach((left, glyph) => {
    const isLeftOut = (flags & (glyph < full ? 1 : 2)) !== 0
    const bearing = isLeftOut ? left : reader.i16()
    if (glyph < full) view.setUint16(4 * glyph, advances[glyph] as number)
    view.setInt16(glyph < full ? 4 * glyph + 2 : 4 * full + 2 * (glyph - full), bearing)
  })
  return bytes
}
