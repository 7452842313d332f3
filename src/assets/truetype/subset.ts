import { COMPONENT, type GlyphTable } from './glyphs.ts'
import { type Sfnt, tableBytes, writeSfnt } from './sfnt.ts'

/** Glyphs in the order of the new file: those asked for, then the parts of composites. */
interface Selection {
  readonly old: number[]
  readonly renumbered: Map<number, number>
}

function select(table: GlyphTable, glyphs: readonly number[]): Selection {
  table.fetch(glyphs)
  const old = [...glyphs]
  const renumbered = new Map(glyphs.map((glyph, index) => [glyph, index]))
  for (let index = 0; index < old.length; index++) {
    if (!table.sound(old[index]!)) continue
    for (const { glyph } of table.components(old[index]!)) {
      if (renumbered.has(glyph)) continue
      renumbered.set(glyph, old.length)
      table.fetch([glyph])
      old.push(glyph)
    }
  }
  return { old, renumbered }
}

/** A composite's components with the new numbers; its instructions are left out. */
function copyComposite(sfnt: Sfnt, table: GlyphTable, glyph: number, renumbered: Selection['renumbered']) {
  const from = table.from(glyph)
  const components = table.components(glyph)
  const bytes = sfnt.bytes.slice(from, components.at(-1)!.end)
  const view = new DataView(bytes.buffer)
  for (const { at, glyph: part } of components) {
    view.setUint16(at - from, view.getUint16(at - from) & ~COMPONENT.instructions)
    view.setUint16(at - from + 2, renumbered.get(part)!)
  }
  return bytes
}

interface Outlines {
  readonly glyf: Uint8Array
  readonly offsets: readonly number[]
}

/** Hinting is left out: print and PDF viewers do without, and no `fpgm`, `prep` or `cvt` is needed. */
function copyOutlines(sfnt: Sfnt, table: GlyphTable, { old, renumbered }: Selection): Outlines {
  const room = old.reduce(
    (sum, glyph) => sum + (table.sound(glyph) ? table.to(glyph) - table.from(glyph) + 1 : 0),
    0,
  )
  const glyf = new Uint8Array(room)
  const offsets = [0]
  let end = 0
  const append = (from: number, to: number) => {
    glyf.set(sfnt.bytes.subarray(from, to), end)
    end += to - from
  }
  for (const glyph of old) {
    const [from, to] = table.sound(glyph) ? [table.from(glyph), table.to(glyph)] : [0, 0]
    if (to > from) {
      const contours = sfnt.view.getInt16(from)
      if (contours < 0) {
        const bytes = copyComposite(sfnt, table, glyph, renumbered)
        glyf.set(bytes, end)
        end += bytes.length
      } else if (contours > 0) {
        const instructions = from + 10 + 2 * contours
        append(from, instructions)
        end += 2
        append(instructions + 2 + sfnt.view.getUint16(instructions), to)
      }
      end += end & 1
    }
    offsets.push(end)
  }
  return { glyf: glyf.subarray(0, end), offsets }
}

function writeLoca(offsets: readonly number[], long: boolean): Uint8Array {
  const bytes = new Uint8Array(offsets.length * (long ? 4 : 2))
  const view = new DataView(bytes.buffer)
  offsets.forEach((offset, index) => {
    if (long) view.setUint32(4 * index, offset)
    else view.setUint16(2 * index, offset / 2)
  })
  return bytes
}

function writeMetrics(sfnt: Sfnt, old: readonly number[], fullMetrics: number): Uint8Array {
  const source = tableBytes(sfnt, 'hmtx')
  const bytes = new Uint8Array(4 * old.length)
  old.forEach((glyph, index) => {
    const full = Math.min(glyph, fullMetrics - 1)
    bytes.set(source.subarray(4 * full, 4 * full + 2), 4 * index)
    const bearing = glyph < fullMetrics ? 4 * glyph + 2 : 4 * fullMetrics + 2 * (glyph - fullMetrics)
    bytes.set(source.subarray(bearing, bearing + 2), 4 * index + 2)
  })
  return bytes
}

function copyWith(
  source: Uint8Array,
  changes: readonly (readonly [at: number, value: number])[],
): Uint8Array {
  const bytes = source.slice()
  const view = new DataView(bytes.buffer)
  for (const [at, value] of changes) if (at + 2 <= bytes.length) view.setUint16(at, value)
  return bytes
}

/** `maxp` offsets that speak of instructions, set to nothing. */
const WITHOUT_INSTRUCTIONS = [18, 20, 22, 24, 26].map((at) => [at, 0] as const)

/**
 * A TrueType file of just these glyphs, renumbered 0…n−1 in the order given; the parts of composite
 * glyphs follow. It holds the tables that a PDF's FontFile2 needs (ISO 32000-1, 9.9) and no others.
 * A glyph whose outline is broken becomes an empty one.
 */
export function subsetTrueType(sfnt: Sfnt, table: GlyphTable, glyphs: readonly number[]): Uint8Array {
  const selection = select(table, glyphs)
  const { glyf, offsets } = copyOutlines(sfnt, table, selection)
  const long = glyf.length > 0x1fffe
  const count = selection.old.length
  const hhea = tableBytes(sfnt, 'hhea')
  const fullMetrics = new DataView(hhea.buffer, hhea.byteOffset).getUint16(34)
  const tables = new Map([
    ['glyf', glyf],
    ['loca', writeLoca(offsets, long)],
    ['hmtx', writeMetrics(sfnt, selection.old, fullMetrics)],
    ['head', copyWith(tableBytes(sfnt, 'head'), [[50, long ? 1 : 0]])],
    ['hhea', copyWith(hhea, [[34, count]])],
    ['maxp', copyWith(tableBytes(sfnt, 'maxp'), [[4, count], ...WITHOUT_INSTRUCTIONS])],
  ])
  return writeSfnt(tables, 'truetype')
}
