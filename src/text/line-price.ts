import { GAP_ROOM, NO_ROOM, roomOf, STOP_ROOM, WORD_SPACE } from './clreq/squeeze.ts'
import { GAP_STRETCH, gapShrink, gapStretch, type Items, PLACES, SUMS, WIDTH, WORD_STRETCH } from './items.ts'

/** Prices are in units of which a line tracked by 0.05 em costs 100. */
const TRACKING_UNIT_EM = 0.05
const TRACKING_PRICE = 100

/** More than this much tracking is a fault (R53, R56), and copied text would show false spaces. */
const MOST_TRACKING_EM = 0.1
const FAULT_PRICE = 3000

/** Squeezing to the floor: marks nearly nothing, then the Han–Latin gap, then what ends a sentence (clreq §6.2.2.3). */
const SQUEEZE_PRICE: readonly number[] = [0, 2, 2, 4, 6, 8, 12]
const STRETCHED_GAP_PRICE = 40

/** A difference of 0.05 em in tracking between neighbouring lines (R56). */
const CONTRAST_PRICE = 100

/**
 * Tracking beyond which a line is loose (JLREQ 3.8.4 c). Then a mark at its end keeps its blank, the second of
 * its two states, and word spaces and Han–Latin gaps share what is still missing with every other place.
 */
export const LOOSE_EM = 0.25

const CLOSE = 0.005

/** What a line costs; the answer of the last call stands in the fields, so that nothing is allocated. */
export class LinePricer {
  /** Added tracking of the line last priced, in em; 0 when it is squeezed. */
  trackingEm = 0
  /** Whether the line last priced was too long for its room at every squeeze. */
  tooLong = false
  private readonly items: Items
  private readonly em: number

  constructor(items: Items, em: number) {
    this.items = items
    this.em = em
  }

  /** Natural width of clusters from … end-1 as a line: edge blanks and the last gap dropped (R26, R27). */
  naturalWidth(from: number, end: number): number {
    const { sums, left, right, gap, body, hangs } = this.items
    const last = end - 1
    const whole = (sums[end * SUMS + WIDTH] as number) - (sums[from * SUMS + WIDTH] as number)
    const edges = (left[from] as number) + (right[last] as number) + (gap[last] as number)
    return whole - edges - (hangs !== null && hangs[last] === 1 && last > from ? (body[last] as number) : 0)
  }

  /** The price of a justified line in a room; `Infinity` when it is too long. */
  justified(from: number, end: number, room: number): number {
    const missing = room - this.naturalWidth(from, end)
    this.tooLong = false
    this.trackingEm = 0
    if (missing > CLOSE) return this.stretched(from, end, missing)
    return missing < -CLOSE ? this.squeezed(from, end, -missing) : 0
  }

  /** The price of a line that is not stretched: the last of a paragraph, or ragged text. */
  natural(from: number, end: number, room: number): number {
    const missing = room - this.naturalWidth(from, end)
    this.trackingEm = 0
    this.tooLong = missing < -CLOSE
    return this.tooLong ? Number.POSITIVE_INFINITY : missing / this.em
  }

  private stretched(from: number, end: number, missing: number): number {
    const { sums, track, gapRoom } = this.items
    const a = from * SUMS
    const b = end * SUMS
    const last = end - 1
    let gaps = (sums[b + WORD_STRETCH] as number) - (sums[a + WORD_STRETCH] as number)
    gaps += (sums[b + GAP_STRETCH] as number) - (sums[a + GAP_STRETCH] as number)
    if (gapRoom[last] !== NO_ROOM) gaps -= gapStretch(this.items, last)
    if (missing <= gaps) return STRETCHED_GAP_PRICE * (missing / gaps) ** 2
    const places = (sums[b + PLACES] as number) - (sums[a + PLACES] as number) - (track[last] as number)
    const rest = (missing - gaps) / this.em
    this.trackingEm = this.looseness(rest, places, from, end)
    return trackingPrice(this.trackingEm) + (gaps > 0 ? STRETCHED_GAP_PRICE : 0)
  }

  /** Tracking for what is missing, in em; where it would be loose, as eased by {@link LOOSE_EM}'s two means. */
  private looseness(rest: number, places: number, from: number, end: number): number {
    const tracking = places > 0 ? rest / places : Number.POSITIVE_INFINITY
    if (tracking <= LOOSE_EM) return tracking
    // Word spaces are not counted in the sums; a word and its space are some eight clusters.
    const kept = places > 0 ? (this.items.right[end - 1] as number) / this.em : 0
    return Math.max(0, rest - kept) / (places + (end - from) / 8)
  }

  private squeezed(from: number, end: number, excess: number): number {
    let rest = excess
    let price = 0
    for (let room = WORD_SPACE; room <= STOP_ROOM; room += 1) {
      const most = this.roomIn(room, from, end)
      if (most <= 0) continue
      const taken = Math.min(rest, most)
      const part = taken / most
      price += (SQUEEZE_PRICE[room] as number) * part * part
      rest -= taken
      if (rest <= CLOSE) return price
    }
    this.tooLong = true
    return Number.POSITIVE_INFINITY
  }

  private roomIn(room: number, from: number, end: number): number {
    const { sums, left, right, kinds, gapRoom } = this.items
    const last = end - 1
    let most = (sums[end * SUMS + room] as number) - (sums[from * SUMS + room] as number)
    if (room <= GAP_ROOM && gapRoom[last] === room) most -= gapShrink(this.items, last)
    if (roomOf(kinds[from] as number) === room) most -= left[from] as number
    if (roomOf(kinds[last] as number) === room) most -= right[last] as number
    return most
  }
}

/** What added tracking costs: cubically, and as a fault beyond {@link MOST_TRACKING_EM}. */
function trackingPrice(em: number): number {
  const units = em / TRACKING_UNIT_EM
  const price = TRACKING_PRICE * units * units * units
  return em > MOST_TRACKING_EM ? price + FAULT_PRICE * (em / MOST_TRACKING_EM - 1) : price
}

/** What the difference in tracking between neighbouring lines costs. */
export function contrastPrice(one: number, other: number): number {
  const units = (one - other) / TRACKING_UNIT_EM
  const square = units * units
  return CONTRAST_PRICE * square * Math.max(square, 1)
}

/** Fitness class of a line by its tracking (Knuth–Plass §"fitness", on Han tracking): 0, to 0.02, 0.05 em, more. */
export function fitness(trackingEm: number): number {
  if (trackingEm < 0.005) return 0
  if (trackingEm < 0.02) return 1
  return trackingEm < 0.05 ? 2 : 3
}
