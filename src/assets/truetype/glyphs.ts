import { FontFault, requiredTable, type Sfnt } from './sfnt.ts'

/** Composite glyph flags (OpenType, “glyf”). */
export const COMPONENT = {
  wideArguments: 0x0001,
  scale: 0x0008,
  more: 0x0020,
  twoScales: 0x0040,
  matrix: 0x0080,
  instructions: 0x0100,
} as const

const MAX_NESTING = 8
const MAX_POINTS = 20_000

/** One component of a composite glyph: where its entry lies and which glyph it draws. */
export interface GlyphComponent {
  readonly at: number
  readonly end: number
  readonly glyph: number
}

/** A face's TrueType outlines: `glyf` by `loca`. Places are offsets in the file. */
export class GlyphTable {
  readonly count: number
  readonly #view: DataView
  readonly #glyf: number
  readonly #loca: number
  readonly #long: boolean
  readonly #end: number
  readonly #fetch: Sfnt['fetch']
  /** Where the outlines lie that were fetched; 0 for those that were not. Null where all lie in the file's order. */
  readonly #places: Uint32Array | null
  /** 1 sound, 2 broken, 3 being looked at; 0 not looked at yet. */
  readonly #soundness: Uint8Array | null

  /** The glyphs of a `trusted` file are not inspected: all count as sound and have no instructions. */
  constructor(sfnt: Sfnt, trusted = false) {
    const head = requiredTable(sfnt, 'head', 54)
    const maxp = requiredTable(sfnt, 'maxp', 6)
    const loca = requiredTable(sfnt, 'loca')
    const glyf = requiredTable(sfnt, 'glyf')
    this.#view = sfnt.view
    this.#fetch = sfnt.fetch
    this.count = sfnt.view.getUint16(maxp.offset + 4)
    this.#long = sfnt.view.getUint16(head.offset + 50) !== 0
    this.#loca = loca.offset
    this.#glyf = glyf.offset
    this.#end = glyf.offset + glyf.length
    this.#places = sfnt.fetch === null ? null : new Uint32Array(this.count)
    this.#soundness = trusted ? null : new Uint8Array(this.count)
    if (loca.length < (this.count + 1) * (this.#long ? 4 : 2)) throw new FontFault('loca')
  }

  get trusted(): boolean {
    return this.#soundness === null
  }

  /** Where a glyph's outline begins. */
  from(glyph: number): number {
    if (this.#places === null) return this.#glyf + this.#offset(glyph)
    if (this.#places[glyph] === 0) this.fetch([glyph])
    return this.#places[glyph] as number
  }

  /** Where a glyph's outline ends; `from` for an empty one. */
  to(glyph: number): number {
    return this.from(glyph) + this.#offset(glyph + 1) - this.#offset(glyph)
  }

  /** By `loca`, from the beginning of `glyf` on. */
  #offset(glyph: number): number {
    return this.#long
      ? this.#view.getUint32(this.#loca + 4 * glyph)
      : 2 * this.#view.getUint16(this.#loca + 2 * glyph)
  }

  /** Sees to it that the glyphs' outlines are at hand, where the file is read in part. */
  fetch(glyphs: readonly number[]): void {
    const places = this.#places
    if (places === null || this.#fetch === null) return
    const wanted = Uint32Array.from(glyphs.filter((glyph) => glyph < this.count && places[glyph] === 0))
    if (wanted.length === 0) return
    wanted.sort()
    const found = this.#fetch(this.#stretches(wanted))
    for (let index = 0; index < wanted.length; index += 1)
      places[wanted[index] as number] = found[index] as number
  }

  /** Where in the file the glyphs' outlines begin and end, two numbers each. */
  #stretches(glyphs: Uint32Array): Uint32Array {
    const found = new Uint32Array(2 * glyphs.length)
    for (let index = 0; index < glyphs.length; index += 1) {
      const glyph = glyphs[index] as number
      found[2 * index] = this.#glyf + this.#offset(glyph)
      found[2 * index + 1] = this.#glyf + this.#offset(glyph + 1)
    }
    return found
  }

  /** Whether a glyph has an outline that lies in the file and can be walked to its end. */
  sound(glyph: number, nesting = 0): boolean {
    if (glyph >= this.count || nesting > MAX_NESTING) return false
    if (this.#soundness === null) return true
    const known = this.#soundness[glyph] as number
    if (known > 0) return known === 1
    this.#soundness[glyph] = 3
    const sound = this.#inspect(glyph, nesting)
    this.#soundness[glyph] = sound ? 1 : 2
    return sound
  }

  /** The components of a sound composite glyph whose outline lies there, in order. */
  components(from: number, to: number): GlyphComponent[] {
    return this.#componentsIn(from + 10, to) ?? []
  }

  #inspect(glyph: number, nesting: number): boolean {
    const from = this.from(glyph)
    const to = this.to(glyph)
    if (to === from) return true
    if (to < from + 10 || to > this.#end) return false
    const contours = this.#view.getInt16(from)
    if (contours >= 0) return this.#walkable(from + 10, to, contours)
    const components = this.#componentsIn(from + 10, to)
    return components?.every((one) => this.sound(one.glyph, nesting + 1)) ?? false
  }

  /** Walks flags and coordinates of a simple glyph without keeping them. */
  #walkable(from: number, to: number, contours: number): boolean {
    const view = this.#view
    const ends = from + 2 * contours
    if (ends + 2 > to) return contours === 0
    let points = 0
    for (let at = from; at < ends; at += 2) {
      const next = view.getUint16(at) + 1
      if (next < points || next > MAX_POINTS) return false
      points = next
    }
    let at = ends + 2 + view.getUint16(ends)
    let coordinates = 0
    for (let point = 0; point < points; ) {
      if (at >= to) return false
      const flag = view.getUint8(at)
      const repeats = (flag & 8) !== 0
      const times = repeats ? (at + 1 < to ? view.getUint8(at + 1) + 1 : points + 1) : 1
      at += repeats && at + 1 < to ? 2 : 1
      const wide = (flag & 2 ? 1 : flag & 16 ? 0 : 2) + (flag & 4 ? 1 : flag & 32 ? 0 : 2)
      point += times
      if (point > points) return false
      coordinates += times * wide
    }
    return at + coordinates <= to
  }

  #componentsIn(from: number, to: number): GlyphComponent[] | null {
    const components: GlyphComponent[] = []
    for (let at = from; ; ) {
      if (at + 4 > to) return null
      const flags = this.#view.getUint16(at)
      let end = at + (flags & COMPONENT.wideArguments ? 8 : 6)
      if (flags & COMPONENT.scale) end += 2
      else if (flags & COMPONENT.twoScales) end += 4
      else if (flags & COMPONENT.matrix) end += 8
      if (end > to) return null
      components.push({ at, end, glyph: this.#view.getUint16(at + 2) })
      if ((flags & COMPONENT.more) === 0) return components
      at = end
    }
  }
}
