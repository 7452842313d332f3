import { LEAST_GAP_EM, LEAST_WORD_SPACE_EM, MOST_GAP_EM, MOST_WORD_SPACE_EM, takesGap } from './clreq/gap.ts'
import {
  CONNECTOR,
  HAN,
  isWideKind,
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
  questionsFrom,
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
  /** 1 for marks that hang beyond the measure at a line's end; null when none may. */
  readonly hangs: Uint8Array | null
  /** Width of the hyphen that a line's end adds to a cluster; null or absent where no word is divided. */
  readonly hyphens?: Float64Array | null
}

/** Offsets inside one row of `Items.sums`; those of room to shrink are the numbers of the classes themselves. */
export const WIDTH = 0
export const WORD_STRETCH = 7
export const GAP_STRETCH = 8
export const PLACES = 9
/** All room to shrink together. */
export const SHRINK = 10
export const SUMS = 11

/** What is known of each cluster before its neighbours are looked at. */
export interface Measured {
  readonly kinds: Uint8Array
  /** Width of a mark without its blanks; of anything else the advance. */
  readonly body: Float64Array
  readonly size: Float64Array
  readonly origin: Float64Array
  readonly breaks: Uint8Array
  /** Tracking of the cluster's style, in pt. */
  readonly tracking: Float64Array
  /** 1 for superscripts and the like, that take no gap. */
  readonly raised: Uint8Array
  /** 1 where no gap stands after the cluster (inside an address); null for nowhere. */
  readonly gapless: Uint8Array | null
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
  const count = measured.kinds.length
  const left = new Float64Array(count)
  const right = new Float64Array(count)
  const gap = new Float64Array(count)
  const gapRoom = new Uint8Array(count)
  const track = new Uint8Array(count)
  setBlanks(measured, options, left, right)
  gap.set(measured.tracking)
  for (let i = 0; i < count; i += 1) {
    // Two Han, nine places of ten, have no gap between them and take tracking, whatever else.
    if (measured.kinds[i] === HAN && measured.kinds[i + 1] === HAN && measured.raised[i + 1] === 0)
      track[i] = 1
    else {
      setGap(measured, options, i, gap, gapRoom)
      track[i] = i + 1 < count && isTrackable(measured, gapRoom, i) ? 1 : 0
    }
  }
  const { kinds, body, size, origin, breaks } = measured
  const { hangs, hyphens } = measured
  const parts = { count, kinds, left, body, right, gap, gapRoom, track, breaks, origin, size, hangs, hyphens }
  return { ...parts, sums: sumsOf(parts) }
}

function setBlanks(measured: Measured, options: ItemOptions, left: Float64Array, right: Float64Array): void {
  const { kinds, size } = measured
  const { style, looseMarks = false } = options
  for (let i = 0; i < kinds.length; i += 1) {
    const kind = kinds[i] as number
    if (kind < OPENER || !keepsBlank(kind, style)) continue
    const em = size[i] as number
    const next = looseMarks ? undefined : kinds[i + 1]
    if (looseMarks || !(i > 0 && kind === OPENER && openerIsSqueezedBy(kinds[i - 1] as number)))
      left[i] = blankBefore(kind) * em
    if (next === undefined || !closerIsSqueezedBy(next) || blankAfter(kind) < 0.5)
      right[i] = blankAfter(kind) * em
  }
  if (!looseMarks) setQuestionRuns(kinds, right)
}

/** ？！ take one em together: of an even run even the last has no blank. */
function setQuestionRuns(kinds: Uint8Array, right: Float64Array): void {
  for (let i = 0; i < kinds.length; i += 1) {
    if (kinds[i] !== QUESTION) continue
    const run = questionsFrom(kinds, i)
    i += run - 1
    if (run % 2 === 0) right[i] = 0
  }
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
    if (measured.raised[i] === 1 || measured.raised[i + 1] === 1) return
    gap[i] = (gap[i] as number) + options.gapEm * Math.min(size[i] as number, size[i + 1] as number)
    room[i] = GAP_ROOM
  }
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

function sumsOf(items: Omit<Items, 'sums'>): Float64Array {
  const sums = new Float64Array((items.count + 1) * SUMS)
  for (let i = 0; i < items.count; i += 1) {
    const next = (i + 1) * SUMS
    sums.copyWithin(next, next - SUMS, next)
    if (items.kinds[i] === HAN && items.gapRoom[i] === NO_ROOM) {
      sums[next] = (sums[next] as number) + (items.body[i] as number) + (items.gap[i] as number)
      sums[next + PLACES] = (sums[next + PLACES] as number) + (items.track[i] as number)
    } else addCluster(items, i, sums, next)
  }
  return sums
}

function addCluster(items: Omit<Items, 'sums'>, i: number, sums: Float64Array, row: number): void {
  const left = items.left[i] as number
  const right = items.right[i] as number
  const gap = items.gap[i] as number
  sums[row] = (sums[row] as number) + left + (items.body[i] as number) + right + gap
  if (left > 0 || right > 0) {
    const room = row + roomOf(items.kinds[i] as number)
    sums[room] = (sums[room] as number) + left + right
    sums[row + SHRINK] = (sums[row + SHRINK] as number) + left + right
  }
  const gapRoom = items.gapRoom[i] as number
  if (gapRoom !== NO_ROOM) {
    const shrink = row + gapRoom
    const least = gapShrink(items, i)
    sums[shrink] = (sums[shrink] as number) + least
    sums[row + SHRINK] = (sums[row + SHRINK] as number) + least
    const stretch = row + (gapRoom === WORD_SPACE ? WORD_STRETCH : GAP_STRETCH)
    sums[stretch] = (sums[stretch] as number) + gapStretch(items, i)
  }
  sums[row + PLACES] = (sums[row + PLACES] as number) + (items.track[i] as number)
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
