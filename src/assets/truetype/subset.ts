import type { CombinedGlyph } from '../combined-glyphs.ts'
import { COMBINED, type FittedGlyph } from '../font.ts'
import { COMPONENT, type GlyphComponent, type GlyphTable } from './glyphs.ts'
import { requiredTable, type Sfnt, tableBytes, writeSfnt } from './sfnt.ts'

/** Glyphs of the new file: those asked for, those made of them, then the parts of composites. */
interface Selection {
  readonly asked: readonly number[]
  readonly fitted: readonly FittedGlyph[]
  readonly parts: readonly number[]
  /** Where those asked for and the parts are drawn in the old file: from and to, the same for one that is not. */
  readonly outlines: readonly number[]
  /** New number by old, of those asked for and of the parts; empty where none is a composite. */
  readonly renumbered: ReadonlyMap<number, number>
  readonly combinedOf: CombinedOf
}

type CombinedOf = (glyph: number) => CombinedGlyph | undefined

function select(
  sfnt: Sfnt,
  table: GlyphTable,
  asked: readonly number[],
  fitted: readonly FittedGlyph[],
  combinedOf: CombinedOf,
): Selection {
  table.fetch(asked)
  const parts: number[] = []
  const outlines: number[] = []
  const renumbered = new Map<number, number>()
  const need = (glyph: number) => {
    if (renumbered.size === 0) asked.forEach((one, number) => void renumbered.set(one, number))
    if (renumbered.has(glyph)) return
    renumbered.set(glyph, asked.length + fitted.length + parts.length)
    table.fetch([glyph])
    parts.push(glyph)
  }
  for (let index = 0; index < asked.length + parts.length; index += 1) {
    const old = index < asked.length ? (asked[index] as number) : (parts[index - asked.length] as number)
    const sound = table.sound(old)
    const from = sound ? table.from(old) : 0
    const to = sound ? table.to(old) : 0
    outlines.push(from, to)
    if (old >= COMBINED) combinedOf(old)?.parts.forEach((part) => void need(part.glyph))
    if (from === to || sfnt.view.getInt16(from) >= 0) continue
    for (const { glyph } of table.components(from, to)) need(glyph)
  }
  return { asked, fitted, parts, outlines, renumbered, combinedOf }
}

/** A composite's components with the new numbers; its instructions are left out. */
function copyComposite(
  sfnt: Sfnt,
  table: GlyphTable,
  [from, to]: readonly [from: number, to: number],
  renumbered: Selection['renumbered'],
) {
  const components = table.components(from, to)
  const bytes = sfnt.bytes.slice(from, (components.at(-1) as GlyphComponent).end)
  const view = new DataView(bytes.buffer)
  for (const { at, glyph: part } of components) {
    view.setUint16(at - from, view.getUint16(at - from) & ~COMPONENT.instructions)
    view.setUint16(at - from + 2, renumbered.get(part) as number)
  }
  return bytes
}

const COMPOSITE = -1
/** ARG_1_AND_2_ARE_WORDS and ARGS_ARE_XY_VALUES. */
const WORDS_XY = 0x0003
const FITTED_LENGTH = 18
/** Of a combined glyph: its head, and what each part takes. */
const HEAD_LENGTH = 10
const PART_LENGTH = 8

/** New outlines one after another; `offsets` say where each begins, and the last one where all end. */
class OutlineWriter {
  readonly #glyf: Uint8Array
  readonly #view: DataView
  readonly offsets = [0]
  #end = 0

  constructor(room: number) {
    this.#glyf = new Uint8Array(room)
    this.#view = new DataView(this.#glyf.buffer)
  }

  /** Left edge of an outline written, in font units; 0 for an empty one. */
  leftOf(index: number): number {
    const from = this.offsets[index] as number
    return (this.offsets[index + 1] as number) > from ? this.#view.getInt16(from + 2) : 0
  }

  get glyf(): Uint8Array {
    return this.#glyf.subarray(0, this.#end)
  }

  add(bytes: Uint8Array): void {
    this.#glyf.set(bytes, this.#end)
    this.#end += bytes.length
  }

  /** A length of no instructions. */
  skipLength(): void {
    this.#end += 2
  }

  endGlyph(): void {
    this.#end += this.#end & 1
    this.offsets.push(this.#end)
  }

  /** A composite of one part, an outline already written, moved by `move` units (OpenType, “glyf”). */
  addMoved(source: number, move: number): void {
    const from = this.offsets[source] as number
    const view = this.#view
    const at = this.#end
    if (this.offsets[source + 1] === from) return
    view.setInt16(at, COMPOSITE)
    this.#glyf.copyWithin(at + 2, from + 2, from + 10)
    view.setInt16(at + 2, view.getInt16(at + 2) + move)
    view.setInt16(at + 6, view.getInt16(at + 6) + move)
    view.setUint16(at + 10, WORDS_XY)
    view.setUint16(at + 12, source)
    view.setInt16(at + 14, move)
    this.#end += FITTED_LENGTH
  }
}

/** A composite of a combined glyph's parts; empty where none of them has ink. */
function combinedOutline(
  sfnt: Sfnt,
  table: GlyphTable,
  { parts }: CombinedGlyph,
  renumbered: Selection['renumbered'],
): Uint8Array {
  const drawn = parts.filter(
    ({ glyph }) => table.sound(glyph) && table.to(glyph) >= table.from(glyph) + HEAD_LENGTH,
  )
  if (drawn.length === 0) return new Uint8Array(0)
  const em = 1000 * unitsOf(sfnt)
  const bytes = new Uint8Array(HEAD_LENGTH + PART_LENGTH * drawn.length)
  const view = new DataView(bytes.buffer)
  const box = [32767, 32767, -32768, -32768]
  drawn.forEach(({ glyph, dx, dy }, index) => {
    const at = HEAD_LENGTH + PART_LENGTH * index
    const move = [Math.round(dx * em), Math.round(dy * em)] as const
    view.setUint16(at, WORDS_XY | (index < drawn.length - 1 ? COMPONENT.more : 0))
    view.setUint16(at + 2, renumbered.get(glyph) as number)
    view.setInt16(at + 4, move[0])
    view.setInt16(at + 6, move[1])
    for (let side = 0; side < 4; side += 1) {
      const place = sfnt.view.getInt16(table.from(glyph) + 2 + 2 * side) + (move[side % 2] as number)
      box[side] = side < 2 ? Math.min(box[side] as number, place) : Math.max(box[side] as number, place)
    }
  })
  view.setInt16(0, COMPOSITE)
  box.forEach((place, side) => void view.setInt16(2 + 2 * side, place))
  return bytes
}

/** Hinting is left out: print and PDF viewers do without, and no `fpgm`, `prep` or `cvt` is needed. */
function copyWithoutHints(sfnt: Sfnt, from: number, end: number, to: OutlineWriter): void {
  const instructions = from + 10 + 2 * sfnt.view.getInt16(from)
  to.add(sfnt.bytes.subarray(from, instructions))
  to.skipLength()
  to.add(sfnt.bytes.subarray(instructions + 2 + sfnt.view.getUint16(instructions), end))
}

function copyOutlines(sfnt: Sfnt, table: GlyphTable, selection: Selection): OutlineWriter {
  const { asked, fitted, outlines, renumbered, combinedOf } = selection
  const combined = new Map<number, Uint8Array>()
  let room = fitted.length * FITTED_LENGTH
  for (let index = 0; index < asked.length; index += 1) {
    const one = (asked[index] as number) < COMBINED ? undefined : combinedOf(asked[index] as number)
    if (one === undefined) continue
    const outline = combinedOutline(sfnt, table, one, renumbered)
    combined.set(2 * index, outline)
    room += outline.length
  }
  for (let at = 0; at < outlines.length; at += 2)
    room += (outlines[at + 1] as number) - (outlines[at] as number) + 1
  const to = new OutlineWriter(room)
  const copy = (at: number) => {
    const from = outlines[at] as number
    const end = outlines[at + 1] as number
    const contours = end > from ? sfnt.view.getInt16(from) : 0
    const made = combined.get(at)
    if (made !== undefined) to.add(made)
    else if (contours < 0) to.add(copyComposite(sfnt, table, [from, end], renumbered))
    else if (contours > 0 && table.trusted) to.add(sfnt.bytes.subarray(from, end))
    else if (contours > 0) copyWithoutHints(sfnt, from, end, to)
    to.endGlyph()
  }
  for (let at = 0; at < 2 * asked.length; at += 2) copy(at)
  const units = unitsOf(sfnt)
  for (const { source, shift } of fitted) {
    to.addMoved(source, Math.round(shift * units))
    to.endGlyph()
  }
  for (let at = 2 * asked.length; at < outlines.length; at += 2) copy(at)
  return to
}

/** Font units in 1/1000 em. */
function unitsOf(sfnt: Sfnt): number {
  return sfnt.view.getUint16(requiredTable(sfnt, 'head', 54).offset + 18) / 1000
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

/** Advance and left side bearing of every glyph. */
function writeMetrics(
  sfnt: Sfnt,
  count: number,
  { asked, fitted, parts, combinedOf }: Selection,
  fullMetrics: number,
  outlines: OutlineWriter,
): Uint8Array {
  const { view } = sfnt
  const { offset } = requiredTable(sfnt, 'hmtx')
  const units = unitsOf(sfnt)
  const bytes = new Uint8Array(4 * (asked.length + fitted.length + parts.length))
  const metrics = new DataView(bytes.buffer)
  let at = 0
  const copy = (glyph: number) => {
    if (glyph < count) {
      const full = Math.min(glyph, fullMetrics - 1)
      const bearing = glyph < fullMetrics ? 4 * glyph + 2 : 4 * fullMetrics + 2 * (glyph - fullMetrics)
      metrics.setUint16(at, view.getUint16(offset + 4 * full))
      metrics.setInt16(at + 2, view.getInt16(offset + bearing))
    } else {
      metrics.setUint16(at, Math.round((combinedOf(glyph)?.advanceEm ?? 0) * 1000 * units))
      metrics.setInt16(at + 2, outlines.leftOf(at / 4))
    }
    at += 4
  }
  for (const glyph of asked) copy(glyph)
  for (const { source, shift, width } of fitted) {
    metrics.setUint16(at, Math.round(width * units))
    metrics.setInt16(at + 2, metrics.getInt16(4 * source + 2) + Math.round(shift * units))
    at += 4
  }
  for (const glyph of parts) copy(glyph)
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

/** `maxp` with glyphs made of others: composites may have the points and contours of any glyph, one level deeper. */
function maxpWith(maxp: Uint8Array, { asked, fitted, parts, combinedOf }: Selection): Uint8Array {
  const count = asked.length + fitted.length + parts.length
  const changes = [[4, count] as const, ...WITHOUT_INSTRUCTIONS]
  if (fitted.length === 0 && !asked.some((glyph) => glyph >= COMBINED)) return copyWith(maxp, changes)
  const view = new DataView(maxp.buffer, maxp.byteOffset)
  const most = asked.reduce(
    (sum, glyph) => (glyph < COMBINED ? sum : Math.max(sum, combinedOf(glyph)?.parts.length ?? 1)),
    1,
  )
  const upTo = (count: number) => Math.min(count, 0xffff)
  return copyWith(maxp, [
    ...changes,
    [10, upTo(most * Math.max(view.getUint16(6), view.getUint16(10)))],
    [12, upTo(most * Math.max(view.getUint16(8), view.getUint16(12)))],
    [28, upTo(Math.max(most, view.getUint16(28)))],
    [30, upTo(view.getUint16(30) + 2)],
  ])
}

/**
 * A TrueType file of just these glyphs, renumbered 0…n−1 in the order given; those made of them and the parts of
 * composite glyphs follow. It holds the tables that a PDF's FontFile2 needs (ISO 32000-1, 9.9) and no others.
 * A glyph whose outline is broken becomes an empty one.
 */
export function subsetTrueType(
  sfnt: Sfnt,
  table: GlyphTable,
  glyphs: readonly number[],
  fitted: readonly FittedGlyph[] = [],
  combinedOf: CombinedOf = () => undefined,
): Uint8Array {
  const selection = select(sfnt, table, glyphs, fitted, combinedOf)
  const outlines = copyOutlines(sfnt, table, selection)
  const { glyf, offsets } = outlines
  const long = glyf.length > 0x1fffe
  const hhea = tableBytes(sfnt, 'hhea')
  const fullMetrics = new DataView(hhea.buffer, hhea.byteOffset).getUint16(34)
  const tables = new Map([
    ['glyf', glyf],
    ['loca', writeLoca(offsets, long)],
    ['hmtx', writeMetrics(sfnt, table.count, selection, fullMetrics, outlines)],
    ['head', copyWith(tableBytes(sfnt, 'head'), [[50, long ? 1 : 0]])],
    ['hhea', copyWith(hhea, [[34, offsets.length - 1]])],
    ['maxp', maxpWith(tableBytes(sfnt, 'maxp'), selection)],
  ])
  return writeSfnt(tables, 'truetype')
}
