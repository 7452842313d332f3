import { ArrayRoom } from './array-room.ts'
import {
  EASY_GAP_EM,
  LEAST_GAP_EM,
  LEAST_WORD_SPACE_EM,
  MOST_GAP_EM,
  MOST_WORD_SPACE_EM,
  takesGap,
} from './clreq/gap.ts'
import {
  CONNECTOR,
  DIGIT,
  HAN,
  isWideKind,
  LETTER,
  LINE_END,
  OPENER,
  QUESTION,
  SOLIDUS,
  SPACE,
  WIDE_SPACE,
} from './clreq/kinds.ts'
import {
  blankAfter,
  blankBefore,
  closerIsSqueezedBy,
  GAP_ROOM,
  keepsBlank,
  type MarkStyle,
  NO_ROOM,
  openerIsSqueezedBy,
  questionsUpTo,
  roomOf,
  WORD_SPACE,
} from './clreq/squeeze.ts'
import { MANDATORY } from './uax14/break-opportunities.ts'

/**
 * A paragraph as rigid ink and labelled blanks (盒·胶·罚点): what the search and the justification need to know
 * of each cluster, as parallel arrays; lengths in pt. They depend on no measure. Cluster `i` is, from left to
 * right, a blank `left`, the `body` with its ink, a blank `right`, and the glue `gap` towards the next cluster.
 */
export interface Items {
  readonly count: number
  /**
   * The width of every Han character, where they have one and no tracking of their own; 0 where they have not. What is
   * known of nearly all clusters need not be looked up for each.
   */
  readonly even: number
  /** Character kinds of `clreq/kinds.ts`. */
  readonly kinds: Uint8Array
  /** Adjacent marks are squeezed already; line edges are not. */
  readonly left: Float64Array
  readonly body: Float64Array
  readonly right: Float64Array
  /** Han–Latin gap, word space or added tracking after the cluster; dropped at a line's end. */
  readonly gap: Float64Array
  /** Class the gap is adjusted with: `WORD_SPACE`, `GAP_ROOM` or `NO_ROOM`. */
  readonly gapRoom: Uint8Array
  /** 1 where tracking may stand after the cluster. */
  readonly track: Uint8Array
  /** Whether a line may end after the cluster: the values of `breaks.ts`. */
  readonly breaks: Uint8Array
  /** From the glyph's origin to the start of `body`. */
  readonly origin: Float64Array
  /** Em of the cluster. */
  readonly size: Float64Array
  /** Sums over the clusters before each index, `SUMS` numbers for each of 0 … count. */
  readonly sums: Float64Array
  /** For each of 0 … count, the places for tracking among the clusters before it. */
  readonly places: Int32Array
  /** For each of 0 … count, where in `rooms` the sums over the clusters before it stand. */
  readonly roomAt: Int32Array
  /** Sums of room to shrink and stretch, `ROOMS` numbers a row; most clusters add none, so have no row. */
  readonly rooms: Float64Array
  /** 1 for marks that hang beyond the measure at a line's end; null when none may. */
  readonly hangs: Uint8Array | null
  /** Width of the hyphen that a line's end adds to a cluster; null or absent where no word is divided. */
  readonly hyphens?: Float64Array | null
}

/** Offsets inside one row of `Items.sums`: natural width; width with every gap at its cap. */
export const WIDTH = 0
export const FULL_STRETCH = 1
export const SUMS = 2

/** Offsets inside one row of `Items.rooms`; those of room to shrink are the numbers of the classes themselves. */
export const WORD_STRETCH = 7
export const GAP_STRETCH = 8
/** Of a gap's room to stretch, that up to 1/3 em. */
export const EASY_GAP_STRETCH = 9
/** All room to shrink together. */
export const SHRINK = 0
export const ROOMS = 10

/** What is known of each cluster before its neighbours are looked at. */
export interface Measured {
  readonly kinds: Uint8Array
  /** Width of a mark without its blanks; of anything else the advance. */
  readonly body: Float64Array
  readonly size: Float64Array
  readonly origin: Float64Array
  readonly breaks: Uint8Array
  /** Tracking of the cluster's style, in pt; the gaps are added to it where it stands. */
  readonly tracking: Float64Array
  /** 1 for superscripts and the like, that take no gap. */
  readonly raised: Uint8Array
  /** 1 where no gap stands after the cluster (inside an address); null for nowhere. */
  readonly gapless: Uint8Array | null
  /** As of `Items`. */
  readonly even: number
  readonly hangs: Uint8Array | null
  readonly hyphens: Float64Array | null
}

export interface ItemOptions {
  readonly style: MarkStyle
  /** Natural Han–Latin gap in em. */
  readonly gapEm: number
  /** Whether marks beside each other keep their blanks; squeezed when absent (clreq §6.3.2.2). */
  readonly looseMarks?: boolean
}

/** Clusters to items: blanks by style, adjacent squeeze, gaps, places for tracking. */
export function itemsOf(measured: Measured, options: ItemOptions): Items {
  const { kinds, body, size, origin, breaks, hangs, hyphens, raised, even, tracking: gap } = measured
  const count = kinds.length
  const room = new ArrayRoom((2 * 8 + 2) * count)
  const left = room.floats(count)
  const right = room.floats(count)
  const gapRoom = room.bytes(count)
  const track = room.bytes(count)
  const blanks = { left, right, gap, gapRoom, track }
  const parts = { count, even, kinds, body, breaks, origin, size, hangs, hyphens, ...blanks }
  let rows = 0
  for (let i = 0; i < count; i += 1) {
    const kind = kinds[i] as number
    // Two Han, nine places of ten, have no gap between them and take tracking, whatever else.
    if (kind === HAN && kinds[i + 1] === HAN && raised[i + 1] === 0) track[i] = 1
    else {
      if (kind >= OPENER && keepsBlank(kind, options.style)) setBlanks(measured, options, i, left, right)
      setGap(measured, options, i, gap, gapRoom)
      track[i] = i + 1 < count && isTrackable(measured, gapRoom, i) ? 1 : 0
      if (addsRoom(parts, i)) rows += 1
    }
  }
  return withSums(parts, rows)
}

function setBlanks(
  { kinds, size }: Measured,
  { looseMarks = false }: ItemOptions,
  i: number,
  left: Float64Array,
  right: Float64Array,
): void {
  const kind = kinds[i] as number
  const em = size[i] as number
  if (looseMarks || !(i > 0 && kind === OPENER && openerIsSqueezedBy(kinds[i - 1] as number)))
    left[i] = blankBefore(kind) * em
  const next = looseMarks ? undefined : kinds[i + 1]
  if (next !== undefined && closerIsSqueezedBy(next) && blankAfter(kind) >= 0.5) return
  // ？！ take one em together: of an even run even the last has no blank.
  if (kind === QUESTION && !looseMarks && questionsUpTo(kinds, i) % 2 === 0) return
  right[i] = blankAfter(kind) * em
}

function setGap(
  measured: Measured,
  options: ItemOptions,
  i: number,
  gap: Float64Array,
  room: Uint8Array,
): void {
  const { kinds, size } = measured
  const kind = kinds[i] as number
  const next = kinds[i + 1]
  if (kind === SPACE) setSpace(measured, options, i, gap, room)
  else if (next !== undefined && options.gapEm > 0 && takesGap(kind, next) && measured.gapless?.[i] !== 1) {
    if (measured.raised[i + 1] === 1) return
    // Behind a raised or lowered sign as behind what it belongs to: PM₂.₅平均, but 见注¹所引.
    if (measured.raised[i] === 1 && !isOfLatin(measured, i)) return
    const em =
      measured.raised[i] === 1 ? (size[i + 1] as number) : Math.min(size[i] as number, size[i + 1] as number)
    gap[i] = (gap[i] as number) + options.gapEm * em
    room[i] = GAP_ROOM
  }
}

/** Whether a raised or lowered sign stands behind letters or digits. */
function isOfLatin({ kinds, raised }: Measured, i: number): boolean {
  let before = i
  while (before >= 0 && raised[before] === 1) before -= 1
  const kind = kinds[before]
  return kind === LETTER || kind === DIGIT
}

/** A typed space is a word space; at a border of Han and Latin it is the gap itself (R59). */
function setSpace(
  measured: Measured,
  options: ItemOptions,
  i: number,
  gap: Float64Array,
  room: Uint8Array,
): void {
  const { kinds, size, body } = measured
  const em = size[i] as number
  const before = kinds[i - 1]
  const next = kinds[i + 1]
  const border = before !== undefined && next !== undefined && takesGap(before, next) && options.gapEm > 0
  const natural = (body[i] as number) / em
  const wordSpace = Math.min(Math.max(natural, LEAST_WORD_SPACE_EM), MOST_WORD_SPACE_EM)
  gap[i] = (border ? options.gapEm : wordSpace) * em + (measured.tracking[i] as number)
  room[i] = border ? GAP_ROOM : WORD_SPACE
  body[i] = 0
}

/** Tracking never enters a Latin word, a number or a pair that is never cut; nor stands beside a connector (R54). */
function isTrackable(measured: Measured, gapRoom: Uint8Array, i: number): boolean {
  const kind = measured.kinds[i] as number
  const next = measured.kinds[i + 1] as number
  if (gapRoom[i] !== NO_ROOM || next === SPACE) return false
  if (kind === CONNECTOR || next === CONNECTOR || kind === SOLIDUS || next === SOLIDUS) return false
  if (kind === QUESTION && next === QUESTION) return false
  if (measured.raised[i + 1] === 1) return false
  return (isWideKind(kind) || isWideKind(next)) && kind !== WIDE_SPACE
}

/** Parts of items with the sums over them; `adding` of their clusters add room to shrink or stretch. */
export function withSums(parts: ItemParts, adding = clustersWithRoom(parts)): Items {
  const { count, even, kinds, left, body, right, gap, gapRoom, track } = parts
  const rows = 1 + adding
  const room = new ArrayRoom(8 * (SUMS * (count + 1) + ROOMS * rows) + 2 * 4 * (count + 1))
  const sums = room.floats((count + 1) * SUMS)
  const rooms = new RoomSums(room.floats(ROOMS * rows))
  const places = room.integers(count + 1)
  const roomAt = room.integers(count + 1)
  let width = 0
  let { stretch } = rooms
  for (let i = 0; i < count; i += 1) {
    if (kinds[i] === HAN && gapRoom[i] === NO_ROOM) {
      width = even > 0 ? width + even : width + (body[i] as number) + (gap[i] as number)
    } else {
      rooms.add(parts, i)
      stretch = rooms.stretch
      width = width + (left[i] as number) + (body[i] as number) + (right[i] as number) + (gap[i] as number)
    }
    places[i + 1] = (places[i] as number) + (track[i] as number)
    roomAt[i + 1] = rooms.row
    const row = (i + 1) * SUMS
    sums[row + WIDTH] = width
    sums[row + FULL_STRETCH] = stretch === 0 ? width : width + stretch
  }
  return { ...parts, sums, places, roomAt, rooms: rooms.sums }
}

/** Items before they are summed up. */
export type ItemParts = Omit<Items, 'sums' | 'places' | 'roomAt' | 'rooms'>

/** Whether a cluster adds room to shrink or stretch. */
function addsRoom({ kinds, left, right, gapRoom }: ItemParts, i: number): boolean {
  if (gapRoom[i] !== NO_ROOM) return true
  return kinds[i] !== HAN && (left[i] as number) + (right[i] as number) > 0
}

/** How many clusters add some. */
function clustersWithRoom(parts: ItemParts): number {
  let rows = 0
  for (let i = 0; i < parts.count; i += 1) if (addsRoom(parts, i)) rows += 1
  return rows
}

/** Room to shrink and stretch, summed up along a text: a row for each cluster that adds some. */
class RoomSums {
  readonly sums: Float64Array
  /** Where the sums up to here begin. */
  row = 0
  /** How far all gaps up to here may stretch. */
  stretch = 0

  /** Into zeros: a row before the first cluster, and one for each that adds room. */
  constructor(sums: Float64Array) {
    this.sums = sums
  }

  /** Adds a cluster's room. */
  add(items: ItemParts, i: number): void {
    const gapRoom = items.gapRoom[i] as number
    const blank = (items.left[i] as number) + (items.right[i] as number)
    if (blank > 0 || gapRoom !== NO_ROOM) this.#begin()
    if (blank > 0) this.#addTo(roomOf(items.kinds[i] as number), blank, SHRINK)
    if (gapRoom !== NO_ROOM) {
      this.#addTo(gapRoom, gapShrink(items, i), SHRINK)
      const stretch = gapStretch(items, i)
      this.stretch += stretch
      this.#addTo(gapRoom === WORD_SPACE ? WORD_STRETCH : GAP_STRETCH, stretch)
      if (gapRoom === GAP_ROOM) this.#addTo(EASY_GAP_STRETCH, easyGapStretch(items, i))
    }
  }

  /** A new row, that begins as the one before it. */
  #begin(): void {
    const from = this.row
    this.row += ROOMS
    this.sums.copyWithin(from + ROOMS, from, from + ROOMS)
  }

  #addTo(room: number, amount: number, too = room): void {
    const { sums, row } = this
    sums[row + room] = (sums[row + room] as number) + amount
    if (too !== room) sums[row + too] = (sums[row + too] as number) + amount
  }
}

type GapOf = Pick<Items, 'gap' | 'gapRoom' | 'size'>

/** How far the gap after a cluster may shrink, in pt. */
export function gapShrink(items: GapOf, i: number): number {
  const room = items.gapRoom[i] as number
  if (room === NO_ROOM) return 0
  const least = room === WORD_SPACE ? LEAST_WORD_SPACE_EM : LEAST_GAP_EM
  return Math.max(0, (items.gap[i] as number) - least * (items.size[i] as number))
}

/** How far the gap after a cluster may stretch, in pt. */
export function gapStretch(items: GapOf, i: number): number {
  const room = items.gapRoom[i] as number
  if (room === NO_ROOM) return 0
  const most = room === WORD_SPACE ? MOST_WORD_SPACE_EM : MOST_GAP_EM
  return Math.max(0, most * (items.size[i] as number) - (items.gap[i] as number))
}

/** The same of a Han–Latin gap in a line whose other places take the rest easily. */
export function easyGapStretch(items: GapOf, i: number): number {
  if (items.gapRoom[i] !== GAP_ROOM) return 0
  return Math.max(0, EASY_GAP_EM * (items.size[i] as number) - (items.gap[i] as number))
}

/** One past the last cluster that is seen on a line ending before `end`: spaces at its end are dropped. */
export function visibleEnd(items: Items, from: number, end: number): number {
  let last = end
  while (last > from + 1 && isDropped(items.kinds[last - 1] as number)) last -= 1
  return last
}

/** Whether a line must end before the text does. */
export function hasForcedBreak({ breaks, count }: Items): boolean {
  const at = breaks.indexOf(MANDATORY)
  return at >= 0 && at < count - 1
}

function isDropped(kind: number): boolean {
  return kind === SPACE || kind === WIDE_SPACE || kind === LINE_END
}
