import type { Pt } from '../base/units.ts'
import { shareEqually } from './clreq/adjustment.ts'
import { GAP_ROOM, NO_ROOM, roomOf, STOP_ROOM, WORD_SPACE } from './clreq/squeeze.ts'
import { gapShrink, gapStretch, type Items, visibleEnd } from './items.ts'
import type { Line } from './line.ts'
import { LinePricer } from './line-price.ts'
import type { ShapedText } from './shaped-text.ts'

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
  const adjusted = new Adjusted(items, place.from, seen)
  const missing = room - width
  let rest = 0
  if (missing < -CLOSE) rest = adjusted.shrink(-missing)
  else if (place.fill === 'justify' && !place.last) adjusted.stretch(missing)
  const setWidth = missing < 0 ? room + rest : width + adjusted.added
  const offset = place.start + offsetOf(place.fill, Math.max(0, room - setWidth))
  const xs = positions(items, adjusted, place, offset)
  return {
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
}

function offsetOf(fill: LinePlace['fill'], spare: Pt): Pt {
  if (fill === 'centre') return spare / 2
  return fill === 'right' ? spare : 0
}

/** The blanks and gaps of one line while they are adjusted; index 0 is the line's first cluster. */
class Adjusted {
  readonly left: Float64Array
  readonly right: Float64Array
  readonly gap: Float64Array
  tracking = 0
  added = 0
  private readonly items: Items
  private readonly from: number
  private readonly count: number

  constructor(items: Items, from: number, seen: number) {
    this.items = items
    this.from = from
    this.count = seen - from
    this.left = items.left.slice(from, seen)
    this.right = items.right.slice(from, seen)
    this.gap = items.gap.slice(from, seen)
    // R26, R27 and R58: nothing blank at the line's edges.
    this.left[0] = 0
    this.right[this.count - 1] = 0
    this.gap[this.count - 1] = 0
  }

  /** Takes `excess` away, class by class; gives what could not be taken. */
  shrink(excess: number): number {
    let rest = excess
    for (let room = WORD_SPACE; room <= STOP_ROOM && rest > CLOSE; room += 1) {
      const isGap = room === WORD_SPACE || room === GAP_ROOM
      rest = isGap ? this.shrinkGaps(room, rest) : this.shrinkBlanks(room, rest)
    }
    return rest > 0.005 ? rest : 0
  }

  private shrinkGaps(room: number, amount: number): number {
    const { items, from, count } = this
    const most = new Float64Array(count)
    for (let i = 0; i + 1 < count; i += 1)
      if (items.gapRoom[from + i] === room) most[i] = gapShrink(items, from + i)
    const shares = new Float64Array(count)
    const rest = shareEqually(amount, most, shares)
    for (let i = 0; i < count; i += 1) this.gap[i] = (this.gap[i] as number) - (shares[i] as number)
    return rest
  }

  private shrinkBlanks(room: number, amount: number): number {
    const { items, from, count } = this
    const most = new Float64Array(2 * count)
    for (let i = 0; i < count; i += 1) {
      if (roomOf(items.kinds[from + i] as number) !== room) continue
      most[2 * i] = this.left[i] as number
      most[2 * i + 1] = this.right[i] as number
    }
    const shares = new Float64Array(2 * count)
    const rest = shareEqually(amount, most, shares)
    for (let i = 0; i < count; i += 1) {
      this.left[i] = (this.left[i] as number) - (shares[2 * i] as number)
      this.right[i] = (this.right[i] as number) - (shares[2 * i + 1] as number)
    }
    return rest
  }

  /** Adds `missing`: word spaces to their cap, then Han–Latin gaps, then every other place evenly. */
  stretch(missing: number): void {
    let rest = this.stretchGaps(WORD_SPACE, missing)
    rest = this.stretchGaps(GAP_ROOM, rest)
    rest = this.stretchEvenly(rest)
    this.added = missing - rest
  }

  private stretchGaps(room: number, amount: number): number {
    if (amount <= CLOSE) return 0
    const { items, from, count } = this
    const most = new Float64Array(count)
    for (let i = 0; i + 1 < count; i += 1)
      if (items.gapRoom[from + i] === room) most[i] = gapStretch(items, from + i)
    return this.share(amount, most)
  }

  private stretchEvenly(amount: number): number {
    if (amount <= CLOSE) return 0
    const { items, from, count } = this
    const most = new Float64Array(count)
    let places = 0
    for (let i = 0; i + 1 < count; i += 1) places += items.track[from + i] as number
    for (let i = 0; i + 1 < count; i += 1) {
      // Only Latin in the line: its word spaces are the only places there are.
      const open = places > 0 ? items.track[from + i] === 1 : items.gapRoom[from + i] !== NO_ROOM
      if (open) most[i] = Number.POSITIVE_INFINITY
    }
    this.tracking = places > 0 ? amount / places : 0
    return this.share(amount, most)
  }

  private share(amount: number, most: Float64Array): number {
    const shares = new Float64Array(this.count)
    const rest = shareEqually(amount, most, shares)
    for (let i = 0; i < this.count; i += 1) this.gap[i] = (this.gap[i] as number) + (shares[i] as number)
    return rest
  }
}

/** Glyph origins; spaces dropped at the end keep the place where the line ends. */
function positions(items: Items, adjusted: Adjusted, place: LinePlace, offset: Pt): Pt[] {
  const xs: Pt[] = []
  let x = offset
  for (let i = place.from; i < place.to; i += 1) {
    const k = i - place.from
    if (k >= adjusted.gap.length) {
      xs.push(x)
      continue
    }
    x += adjusted.left[k] as number
    xs.push(x - (items.origin[i] as number))
    x += (items.body[i] as number) + (adjusted.right[k] as number) + (adjusted.gap[k] as number)
  }
  return xs
}
