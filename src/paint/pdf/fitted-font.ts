import { readSfnt, tableBytes, writeSfnt } from '../../assets/truetype/sfnt.ts'

/** A glyph to be added: another one of the font with more or less room beside it. */
export interface FittedGlyph {
  /** Number in the font as it is. */
  readonly source: number
  /** In 1/1000 em: where its ink moves to, and the whole advance. */
  readonly shift: number
  readonly width: number
}

const COMPOSITE = -1
/** ARG_1_AND_2_ARE_WORDS and ARGS_ARE_XY_VALUES. */
const WORDS_XY = 0x0003
const COMPOSITE_LENGTH = 18

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function offsetsOf(loca: Uint8Array, long: boolean, count: number): number[] {
  const at = view(loca)
  return Array.from({ length: count + 1 }, (_, i) => (long ? at.getUint32(i * 4) : at.getUint16(i * 2) * 2))
}

/** A composite glyph of one part, moved (OpenType, glyf). */
function composite(source: number, bounds: Uint8Array, shift: number): Uint8Array {
  const bytes = new Uint8Array(COMPOSITE_LENGTH)
  const at = view(bytes)
  at.setInt16(0, COMPOSITE)
  bytes.set(bounds, 2)
  at.setInt16(2, at.getInt16(2) + shift)
  at.setInt16(6, at.getInt16(6) + shift)
  at.setUint16(10, WORDS_XY)
  at.setUint16(12, source)
  at.setInt16(14, shift)
  return bytes
}

function extended(bytes: Uint8Array, more: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat([bytes, ...more])
}

function patched(bytes: Uint8Array, changes: readonly (readonly [at: number, value: number])[]): Uint8Array {
  const copy = Uint8Array.from(bytes)
  for (const [at, value] of changes) view(copy).setUint16(at, value)
  return copy
}

/** How many glyphs a TrueType file has. */
export function glyphCount(font: Uint8Array): number {
  return view(tableBytes(readSfnt(font), 'maxp')).getUint16(4)
}

/** A TrueType file with glyphs added at its end. Same input, same bytes. */
export function withFittedGlyphs(font: Uint8Array, glyphs: readonly FittedGlyph[]): Uint8Array {
  if (glyphs.length === 0) return font
  const sfnt = readSfnt(font)
  const tables = new Map([...sfnt.tables.keys()].map((tag) => [tag, tableBytes(sfnt, tag)]))
  const table = (tag: string) => tables.get(tag)!
  const count = view(table('maxp')).getUint16(4)
  const units = view(table('head')).getUint16(18) / 1000
  const metrics = view(table('hmtx'))
  const fullMetrics = view(table('hhea')).getUint16(34)
  const offsets = offsetsOf(table('loca'), view(table('head')).getUint16(50) === 1, count)
  const glyf = table('glyf')
  const outlines: Uint8Array[] = []
  const advances: Uint8Array[] = []
  const places = [...offsets]
  for (const { source, shift, width } of glyphs) {
    const move = Math.round(shift * units)
    const from = offsets[source]!
    const empty = offsets[source + 1] === from
    const outline = empty ? new Uint8Array(0) : composite(source, glyf.subarray(from + 2, from + 10), move)
    outlines.push(outline)
    places.push(places.at(-1)! + outline.length)
    const advance = new Uint8Array(4)
    view(advance).setUint16(0, Math.round(width * units))
    view(advance).setInt16(2, metrics.getInt16(Math.min(source, fullMetrics - 1) * 4 + 2) + move)
    advances.push(advance)
  }
  // Offsets are rewritten long: a short table could overflow.
  const loca = new Uint8Array(places.length * 4)
  for (const [i, place] of places.entries()) view(loca).setUint32(i * 4, place)
  const maxp = view(table('maxp'))
  const total = count + glyphs.length
  tables.set('glyf', extended(glyf.subarray(0, offsets[count]), outlines))
  tables.set('loca', loca)
  tables.set('hmtx', extended(table('hmtx').subarray(0, count * 4), advances))
  tables.set('head', patched(table('head'), [[50, 1]]))
  tables.set('hhea', patched(table('hhea'), [[34, total]]))
  tables.set(
    'maxp',
    patched(table('maxp'), [
      [4, total],
      [10, Math.max(maxp.getUint16(6), maxp.getUint16(10))],
      [12, Math.max(maxp.getUint16(8), maxp.getUint16(12))],
      [28, Math.max(1, maxp.getUint16(28))],
      [30, maxp.getUint16(30) + 1],
    ]),
  )
  return writeSfnt(tables, 'truetype')
}
