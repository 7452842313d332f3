import { EASY_TRACKING_EM } from './clreq/gap.ts'
import { NO_ROOM, roomOf, STOP_ROOM, WORD_SPACE } from './clreq/squeeze.ts'
import { LINE_COST, SQUEEZE_COST } from './costs.ts'
import { EASY_GAP_STRETCH, GAP_STRETCH, type Items, SHRINK, SUMS, WIDTH, WORD_STRETCH } from './items.ts'

/** The tracking, or difference in it, that is the unit of prices. */
const TRACKING_UNIT_EM = 0.05

/** More than this much tracking is a fault (R53, R56), and copied text would show false spaces. */
const MOST_TRACKING_EM = 0.1

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
  readonly #items: Items
  readonly #em: number

  constructor(items: Items, em: number) {
    this.#items = items
    this.#em = em
  }

  /** Natural width of clusters from … end-1 as a line: edge blanks and the last gap dropped (R26, R27). */
  naturalWidth(from: number, end: number): number {
    const { sums, left, body, hangs, hyphens } = this.#items
    const last = end - 1
    const before = sums[from * SUMS + WIDTH] as number
    const upTo = sums[last * SUMS + WIDTH] as number
    if (hangs !== null && hangs[last] === 1 && last > from) return upTo - before - (left[from] as number)
    const width = upTo + (left[last] as number) + (body[last] as number) - before - (left[from] as number)
    return hyphens ? width + (hyphens[last] as number) : width
  }

  /** The price of a justified line in a room; `Infinity` when it is too long. */
  justified(from: number, end: number, room: number): number {
    return this.filled(from, end - 1, room - this.naturalWidth(from, end))
  }

  /** The price of a justified line, up to its last cluster, that is so much short of its room; `Infinity` when too long. */
  filled(from: number, last: number, missing: number): number {
    this.tooLong = false
    this.trackingEm = 0
    if (missing > CLOSE) return this.#stretched(from, last, missing)
    return missing < -CLOSE ? this.#squeezed(from, last, -missing) : 0
  }

  /** The price of a line that is not stretched: the last of a paragraph, or ragged text. */
  natural(from: number, end: number, room: number): number {
    const missing = room - this.naturalWidth(from, end)
    this.trackingEm = 0
    this.tooLong = missing < -CLOSE
    return this.tooLong ? Number.POSITIVE_INFINITY : missing / this.#em
  }

  /** Sums before the last cluster leave out what stands after it. */
  #stretched(from: number, last: number, missing: number): number {
    const places = (this.#items.places[last] as number) - (this.#items.places[from] as number)
    const gaps = this.#gapsOf(from, last, missing, places)
    const part = gaps > 0 ? Math.min(gaps, missing) / this.#mostGaps : 0
    const price = LINE_COST.stretchedGap * part * part
    if (missing <= gaps) return price
    const rest = (missing - gaps) / this.#em
    let tracking = places > 0 ? rest / places : Number.POSITIVE_INFINITY
    if (tracking > LOOSE_EM) tracking = this.#eased(rest, places, last + 1 - from, last)
    this.trackingEm = tracking
    return price + trackingPrice(tracking)
  }

  /** Of the line last looked at, how far word spaces and Han–Latin gaps may stretch. */
  #mostGaps = 0

  /** How far they stretch in a line that wants so much: gaps to 1/3 em while that is enough (R51). */
  #gapsOf(from: number, last: number, missing: number, places: number): number {
    const { roomAt, rooms } = this.#items
    const a = roomAt[from] as number
    const b = roomAt[last] as number
    if (a === b) return 0
    const words = (rooms[b + WORD_STRETCH] as number) - (rooms[a + WORD_STRETCH] as number)
    const most = words + ((rooms[b + GAP_STRETCH] as number) - (rooms[a + GAP_STRETCH] as number))
    const easy = words + ((rooms[b + EASY_GAP_STRETCH] as number) - (rooms[a + EASY_GAP_STRETCH] as number))
    this.#mostGaps = most
    return Math.min(most, Math.max(easy, missing - EASY_TRACKING_EM * this.#em * places))
  }

  /** Tracking of a loose line, in em, as eased by {@link LOOSE_EM}'s two means. */
  #eased(rest: number, places: number, clusters: number, last: number): number {
    // Word spaces are not counted in the sums; a word and its space are some eight clusters.
    const kept = places > 0 ? (this.#items.right[last] as number) / this.#em : 0
    return Math.max(0, rest - kept) / (places + clusters / 8)
  }

  #squeezed(from: number, last: number, excess: number): number {
    const { roomAt, rooms, left, kinds } = this.#items
    const a = roomAt[from] as number
    const b = roomAt[last] as number
    const first = left[from] as number
    const end = left[last] as number
    const all = (rooms[b + SHRINK] as number) + end - (rooms[a + SHRINK] as number) - first
    if (excess > all + CLOSE) {
      this.tooLong = true
      return Number.POSITIVE_INFINITY
    }
    const firstRoom = first > 0 ? roomOf(kinds[from] as number) : NO_ROOM
    const endRoom = end > 0 ? roomOf(kinds[last] as number) : NO_ROOM
    let rest = excess
    let price = 0
    for (let room = WORD_SPACE; room <= STOP_ROOM && rest > CLOSE; room += 1) {
      let most = (rooms[b + room] as number) - (rooms[a + room] as number)
      if (room === firstRoom) most -= first
      if (room === endRoom) most += end
      if (most <= 0) continue
      const part = rest < most ? rest / most : 1
      price += (SQUEEZE_COST[room] as number) * part * part
      rest -= most
    }
    return price
  }
}

function trackingPrice(trackingEm: number): number {
  const units = trackingEm / TRACKING_UNIT_EM
  const price = LINE_COST.tracking * units * units * units
  // As a fault beyond the most.
  return trackingEm > MOST_TRACKING_EM ? price + LINE_COST.fault * (trackingEm / MOST_TRACKING_EM - 1) : price
}

/** Of tracking up to `most`, in em, at least what can be had for a price. */
export function affordableTracking(price: number, most: number): number {
  let tracking = most
  while (trackingPrice(0.9 * tracking) > price) tracking *= 0.9
  return tracking
}

/** What the difference in tracking between neighbouring lines costs. */
export function contrastPrice(one: number, other: number): number {
  const units = (one - other) / TRACKING_UNIT_EM
  const square = units * units
  return LINE_COST.contrast * (square > 1 ? square * square : square)
}

/** Fitness class of a line by its tracking (Knuth–Plass §"fitness", on Han tracking): 0, to 0.02, 0.05 em, more. */
export function fitness(trackingEm: number): number {
  if (trackingEm < 0.005) return 0
  if (trackingEm < 0.02) return 1
  return trackingEm < 0.05 ? 2 : 3
}
