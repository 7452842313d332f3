import { FontFault, requiredTable, type Sfnt } from './sfnt.ts'

/** The platform and encoding pairs that mean Unicode, best first (OpenType, “cmap”). */
const UNICODE_ENCODINGS: readonly (readonly [number, number])[] = [
  [3, 10],
  [0, 6],
  [0, 4],
  [3, 1],
  [0, 3],
  [0, 2],
  [0, 1],
  [0, 0],
  [3, 0],
]

type LookUp = (codePoint: number) => number

interface Subtable {
  readonly platform: number
  readonly encoding: number
  readonly offset: number
}

function subtables(sfnt: Sfnt): Subtable[] {
  const { offset, length } = requiredTable(sfnt, 'cmap', 4)
  const count = sfnt.view.getUint16(offset + 2)
  if (4 + 8 * count > length) throw new FontFault('cmap')
  return Array.from({ length: count }, (_, index) => ({
    platform: sfnt.view.getUint16(offset + 4 + 8 * index),
    encoding: sfnt.view.getUint16(offset + 6 + 8 * index),
    offset: offset + sfnt.view.getUint32(offset + 8 + 8 * index),
  }))
}

/** Least index in 0…count-1 whose `endOf` is at least `value`; `count` when there is none. */
function firstReaching(count: number, value: number, endOf: (index: number) => number): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (endOf(middle) < value) low = middle + 1
    else high = middle
  }
  return low
}

function segmented(view: DataView, at: number): LookUp {
  const count = view.getUint16(at + 6) >> 1
  const starts = at + 16 + 2 * count
  const deltas = starts + 2 * count
  const ranges = deltas + 2 * count
  if (ranges + 2 * count > view.byteLength) throw new FontFault('cmap')
  return (codePoint) => {
    if (codePoint > 0xffff) return 0
    const segment = firstReaching(count, codePoint, (index) => view.getUint16(at + 14 + 2 * index))
    if (segment === count) return 0
    const start = view.getUint16(starts + 2 * segment)
    if (start > codePoint) return 0
    const delta = view.getUint16(deltas + 2 * segment)
    const range = view.getUint16(ranges + 2 * segment)
    if (range === 0) return (codePoint + delta) & 0xffff
    const place = ranges + 2 * segment + range + 2 * (codePoint - start)
    if (place + 2 > view.byteLength) return 0
    const glyph = view.getUint16(place)
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff
  }
}

function trimmed(view: DataView, at: number): LookUp {
  const first = view.getUint16(at + 6)
  const count = view.getUint16(at + 8)
  if (at + 10 + 2 * count > view.byteLength) throw new FontFault('cmap')
  return (codePoint) =>
    codePoint < first || codePoint >= first + count ? 0 : view.getUint16(at + 10 + 2 * (codePoint - first))
}

function grouped(view: DataView, at: number): LookUp {
  const count = view.getUint32(at + 12)
  if (at + 16 + 12 * count > view.byteLength) throw new FontFault('cmap')
  // Written out: this look-up is the one that every built-in font takes.
  return (codePoint) => {
    let low = 0
    let high = count - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const place = at + 16 + 12 * middle
      if (view.getUint32(place + 4) < codePoint) low = middle + 1
      else if (view.getUint32(place) > codePoint) high = middle - 1
      else return view.getUint32(place + 8) + codePoint - view.getUint32(place)
    }
    return 0
  }
}

const FORMATS: Readonly<Record<number, (view: DataView, at: number) => LookUp>> = {
  4: segmented,
  6: trimmed,
  12: grouped,
}

function unicodeLookUp(sfnt: Sfnt, all: readonly Subtable[]): LookUp {
  for (const [platform, encoding] of UNICODE_ENCODINGS) {
    const found = all.find((one) => one.platform === platform && one.encoding === encoding)
    if (found === undefined || found.offset + 16 > sfnt.bytes.length) continue
    const read = FORMATS[sfnt.view.getUint16(found.offset)]
    if (read === undefined) continue
    const lookUp = read(sfnt.view, found.offset)
    // Symbol fonts keep Latin-1 in the private-use area.
    if (platform === 3 && encoding === 0) return (code) => lookUp(code) || lookUp(0xf000 + code)
    return lookUp
  }
  throw new FontFault('cmap')
}

const DEFAULT_VARIANT = -1

/** Format 14: the glyph of a variation sequence; -1 for the base's own glyph, 0 for none. */
function variationLookUp(sfnt: Sfnt, all: readonly Subtable[]): (base: number, selector: number) => number {
  const { view } = sfnt
  const at = all.find((one) => one.platform === 0 && one.encoding === 5)?.offset
  if (at === undefined || at + 10 > view.byteLength || view.getUint16(at) !== 14) return () => 0
  const count = view.getUint32(at + 6)
  if (at + 10 + 11 * count > view.byteLength) throw new FontFault('cmap')
  const selectorAt = (index: number) => view.getUint32(at + 9 + 11 * index) & 0xffffff
  return (base, selector) => {
    const record = firstReaching(count, selector, selectorAt)
    if (record === count || selectorAt(record) !== selector) return 0
    const defaults = view.getUint32(at + 13 + 11 * record)
    const others = view.getUint32(at + 17 + 11 * record)
    if (defaults > 0 && inDefaults(view, at + defaults, base)) return DEFAULT_VARIANT
    return others > 0 ? inOthers(view, at + others, base) : 0
  }
}

function entriesAt(view: DataView, at: number, size: number): number {
  if (at + 4 > view.byteLength) return 0
  return Math.min(view.getUint32(at), Math.floor((view.byteLength - at - 4) / size))
}

function inDefaults(view: DataView, at: number, base: number): boolean {
  const count = entriesAt(view, at, 4)
  const startOf = (index: number) => view.getUint32(at + 4 + 4 * index) >>> 8
  const range = firstReaching(count, base, (index) => startOf(index) + view.getUint8(at + 7 + 4 * index))
  return range < count && startOf(range) <= base
}

function inOthers(view: DataView, at: number, base: number): number {
  const count = entriesAt(view, at, 5)
  const codeOf = (index: number) =>
    (view.getUint16(at + 4 + 5 * index) << 8) | view.getUint8(at + 6 + 5 * index)
  const entry = firstReaching(count, base, codeOf)
  return entry < count && codeOf(entry) === base ? view.getUint16(at + 7 + 5 * entry) : 0
}

/** A face's characters. Look-ups never fail; each code point is searched for once. */
export class CharacterMap {
  readonly #lookUp: LookUp
  readonly #variation: (base: number, selector: number) => number
  readonly #accept: (glyph: number) => boolean
  /** Glyph + 1 by code point of the basic plane; 0 where not yet looked up. */
  readonly #basic = new Uint16Array(0x10000)
  readonly #beyond = new Map<number, number>()

  /** `accept` says whether a glyph can be drawn; characters of the others count as missing. */
  constructor(sfnt: Sfnt, accept: (glyph: number) => boolean) {
    const all = subtables(sfnt)
    this.#lookUp = unicodeLookUp(sfnt, all)
    this.#variation = variationLookUp(sfnt, all)
    this.#accept = accept
  }

  /** The glyph of a character; 0 when the face lacks it. */
  glyphOf(codePoint: number): number {
    if (codePoint > 0xffff) return this.#glyphBeyond(codePoint)
    const known = this.#basic[codePoint] as number
    if (known > 0) return known - 1
    const glyph = this.#search(codePoint)
    this.#basic[codePoint] = glyph + 1
    return glyph
  }

  /** The glyph of a character with a variation selector; 0 when the face lacks the sequence. */
  variantOf(codePoint: number, selector: number): number {
    const glyph = this.#variation(codePoint, selector)
    if (glyph === DEFAULT_VARIANT) return this.glyphOf(codePoint)
    return glyph > 0 && this.#accept(glyph) ? glyph : 0
  }

  #glyphBeyond(codePoint: number): number {
    const known = this.#beyond.get(codePoint)
    if (known !== undefined) return known
    const glyph = this.#search(codePoint)
    this.#beyond.set(codePoint, glyph)
    return glyph
  }

  #search(codePoint: number): number {
    const glyph = this.#lookUp(codePoint)
    return glyph > 0 && this.#accept(glyph) ? glyph : 0
  }
}
