import type { Pt } from '../base/units.ts'
import { shareEqually } from './clreq/adjustment.ts'
import { EASY_TRACKING_EM } from './clreq/gap.ts'
import { HAN } from './clreq/kinds.ts'
import { GAP_ROOM, NO_ROOM, roomOf, STOP_ROOM, WORD_SPACE } from './clreq/squeeze.ts'
import {
  easyGapStretch,
  GAP_STRETCH,
  gapShrink,
  gapStretch,
  type Items,
  visibleEnd,
  WORD_STRETCH,
} from './items.ts'
import type { Line } from './line.ts'
import { LinePricer, LOOSE_EM } from './line-price.ts'
import type { Cluster, ShapedText } from './shaped-text.ts'

/** Where one line stands and how it is to be filled. */
export interface LinePlace {
  readonly from: number
  readonly to: number
  readonly measure: Pt
  /** Indents of this line, inside the measure. */
  readonly start: Pt
  readonly end: Pt
  readonly fill: 'justify' | 'left' | 'centre' | 'right'
  /** Last of its paragraph or before a forced break: not stretched. */
  readonly last: boolean
}

const CLOSE = 1e-6

/** One line with every glyph's place: the adjustments of clreq §6.2.2.3–4, class by class, equally inside a class. */
export function setLine(text: ShapedText, place: LinePlace): Line {
  const { items, style } = text
  const seen = visibleEnd(items, place.from, place.to)
  const width = new LinePricer(items, style.size).naturalWidth(place.from, seen)
  const room = place.measure - place.start - place.end
  const adjusted = new Adjusted(items, place.from, seen, style.size)
  const missing = room - width
  let rest = 0
  if (missing < -CLOSE) rest = adjusted.shrink(-missing)
  else if (place.fill === 'justify' && !place.last) adjusted.stretch(missing)
  const setWidth = missing < 0 ? room + rest : width + adjusted.added
  const offset = place.start + offsetOf(place.fill, Math.max(0, room - setWidth))
  const xs = positions(items, adjusted, place, seen, offset)
  if (adjusted.moved !== null && adjusted.moved.before.length <= MOST_KEPT) idle = adjusted.moved
  const line = {
    text,
    from: place.from,
    to: place.to,
    xs,
    width: offset + setWidth,
    measure: place.measure,
    trackingEm: adjusted.tracking / style.size,
    overfull: rest,
    last: place.last,
  }
  const hyphened = place.to < items.count ? text.hyphened?.get(place.to - 1) : undefined
  return hyphened === undefined
    ? line
    : { ...line, text: endingWith(text, place.to, hyphened), hyphenated: true }
}

function endingWith(text: ShapedText, to: number, last: Cluster): ShapedText {
  const clusters = [...text.clusters]
  clusters[to - 1] = last
  return { ...text, clusters }
}

function offsetOf(fill: LinePlace['fill'], spare: Pt): Pt {
  if (fill === 'centre') return spare / 2
  return fill === 'right' ? spare : 0
}

/** On which side of a cluster an adjustable place is. */
type Side = 'before' | 'after'

/** Adjustable places of one class in a line: whose blank, which side, and how far it can move. */
class Places {
  readonly at: number[] = []
  readonly sides: Side[] = []
  readonly room: number[] = []

  add(at: number, side: Side, room: number): void {
    if (room <= 0) return
    this.at.push(at)
    this.sides.push(side)
    this.room.push(room)
  }
}

/** What class by class moves in one line, by its clusters: the blank before each, and the blank and gap after it. */
type Moved = Readonly<Record<Side, Float64Array>>

/** What no line is using: most lines need none, and the next takes it over. */
let idle: Moved | null = null

/** Longer ones are not kept, in clusters. */
const MOST_KEPT = 4096

function takeMoved(count: number): Moved {
  const taken = idle
  if (taken === null || taken.before.length < count) {
    return { before: new Float64Array(2 * count), after: new Float64Array(2 * count) }
  }
  idle = null
  taken.before.fill(0, 0, count)
  taken.after.fill(0, 0, count)
  return taken
}

/** The blanks and gaps of one line while they are adjusted; index 0 is the line's first cluster. */
class Adjusted {
  /** Null while nothing moves: most lines are of Han alone. */
  moved: Moved | null = null
  tracking = 0
  /** Tracking stands in word spaces and Han–Latin gaps as well. */
  shared = false
  added = 0
  readonly #items: Items
  readonly #from: number
  readonly #count: number
  readonly #em: number

  constructor(items: Items, from: number, seen: number, em: number) {
    this.#items = items
    this.#em = em
    this.#from = from
    this.#count = seen - from
  }

  /** Takes `excess` away, class by class; gives what could not be taken. */
  shrink(excess: number): number {
    let rest = excess
    for (let room = WORD_SPACE; room <= STOP_ROOM && rest > CLOSE; room += 1) {
      if (this.#has(room)) rest = this.#move(rest, this.#shrinkable(room), -1)
    }
    return rest > 0.005 ? rest : 0
  }

  /** Adds `missing`: word spaces to their cap, then Han–Latin gaps, then every other place evenly. */
  stretch(missing: number): void {
    let rest = missing
    if (this.#has(WORD_STRETCH)) rest = this.#move(rest, this.#stretchable(WORD_SPACE), 1)
    if (this.#has(GAP_STRETCH)) rest = this.#stretchGaps(rest)
    this.added = missing - this.#stretchEvenly(rest)
  }

  /** Gaps to 1/3 em; wider ones only where the other places would have to take more than is easily not seen (R51). */
  #stretchGaps(amount: number): number {
    const rest = this.#move(amount, this.#stretchable(GAP_ROOM, easyGapStretch), 1)
    const items = this.#items
    const places =
      (items.places[this.#from + this.#count - 1] as number) - (items.places[this.#from] as number)
    const even = Math.min(rest, EASY_TRACKING_EM * this.#em * places)
    const more: typeof gapStretch = (of, at) => gapStretch(of, at) - easyGapStretch(of, at)
    return even + this.#move(rest - even, this.#stretchable(GAP_ROOM, more), 1)
  }

  /** Whether a sum of `Items.rooms` says that the line may have such places. */
  #has(room: number): boolean {
    const { roomAt, rooms } = this.#items
    const before = roomAt[this.#from] as number
    const after = roomAt[this.#from + this.#count] as number
    return before !== after && rooms[before + room] !== rooms[after + room]
  }

  /** The places of a class; R26, R27 and R58: nothing blank at the line's edges. */
  #shrinkable(room: number): Places {
    const items = this.#items
    const from = this.#from
    const count = this.#count
    const places = new Places()
    const gaps = room === WORD_SPACE || room === GAP_ROOM
    for (let i = 0; i < count; i += 1) {
      const at = from + i
      if (gaps) {
        if (i + 1 < count && items.gapRoom[at] === room) places.add(i, 'after', gapShrink(items, at))
      } else if (items.kinds[at] !== HAN && roomOf(items.kinds[at] as number) === room) {
        if (i > 0) places.add(i, 'before', items.left[at] as number)
        if (i + 1 < count) places.add(i, 'after', items.right[at] as number)
      }
    }
    return places
  }

  #stretchable(room: number, stretchOf = gapStretch): Places {
    const items = this.#items
    const from = this.#from
    const count = this.#count
    const places = new Places()
    for (let i = 0; i + 1 < count; i += 1) {
      if (items.gapRoom[from + i] === room) places.add(i, 'after', stretchOf(items, from + i))
    }
    return places
  }

  /** All remaining places evenly (clreq §6.2.2.4); a loose line first gives its last mark the blank back. */
  #stretchEvenly(amount: number): number {
    if (amount <= CLOSE) return 0
    const items = this.#items
    const from = this.#from
    const count = this.#count
    const tracked = (items.places[from + count - 1] as number) - (items.places[from] as number)
    if (tracked > 0 && amount / tracked <= LOOSE_EM * this.#em) return this.#track(amount / tracked, false)
    const kept = tracked > 0 ? Math.min(amount, items.right[from + count - 1] as number) : 0
    const open = tracked + this.#gaps()
    if (open === 0) return amount
    return this.#track((amount - kept) / open, true)
  }

  /** Adds tracking to every place that takes it, and to word spaces and gaps as well where they share. */
  #track(each: number, shared: boolean): number {
    this.tracking = each
    this.shared = shared
    return 0
  }

  #gaps(): number {
    let count = 0
    for (let i = 0; i + 1 < this.#count; i += 1)
      if (this.#items.gapRoom[this.#from + i] !== NO_ROOM) count += 1
    return count
  }

  #move(amount: number, places: Places, sign: 1 | -1): number {
    if (amount <= CLOSE) return amount
    const shares = new Float64Array(places.room.length)
    const rest = shareEqually(amount, places.room, shares)
    this.moved ??= takeMoved(this.#count)
    for (let k = 0; k < shares.length; k += 1) {
      const side = this.moved[places.sides[k] as Side]
      const at = places.at[k] as number
      side[at] = (side[at] as number) + sign * (shares[k] as number)
    }
    return rest
  }
}

/** Glyph origins; spaces dropped at the end keep the place where the line ends. */
function positions(items: Items, adjusted: Adjusted, place: LinePlace, seen: number, offset: Pt): Pt[] {
  const { kinds, even, left, body, right, gap, gapRoom, track, origin } = items
  const { tracking, shared, moved } = adjusted
  const { from, to } = place
  const last = seen - 1
  const xs: Pt[] = []
  let x = offset
  for (let i = from; i < seen; i += 1) {
    // Han, nearly all there is, has neither blanks nor another origin: every number not looked at is time.
    const isHan = kinds[i] === HAN
    if (!isHan && i > from) x += left[i] as number
    if (!isHan && moved !== null) x += moved.before[i - from] as number
    xs.push(isHan ? x : x - (origin[i] as number))
    x += isHan && even > 0 ? even : (body[i] as number)
    if (i === last) break
    if (!isHan) x += (right[i] as number) + (gap[i] as number)
    else if (even === 0 || gapRoom[i] !== NO_ROOM) x += gap[i] as number
    if (moved !== null) x += moved.after[i - from] as number
    if (track[i] === 1 || (shared && gapRoom[i] !== NO_ROOM)) x += tracking
  }
  for (let i = seen; i < to; i += 1) xs.push(x)
  // As long as what it holds: an array that grew has room to spare, and lines are kept.
  return xs.slice()
}
