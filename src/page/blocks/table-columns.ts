import type { Pt } from '../../base/units.ts'

/** What a cell asks of its columns, air included. */
export interface Wish {
  readonly column: number
  readonly columns: number
  /** On one line. */
  readonly wanted: Pt
  /** Without parting a word, a number, a date. */
  readonly floor: () => Pt
  /** Of the text alone on one line. */
  readonly text: Pt
}

export interface ColumnWidths {
  readonly widths: readonly Pt[]
  /** The floors together are wider than the room. */
  readonly narrow: boolean
  /** Of all columns, each text on one line. */
  readonly wanted: Pt
}

/**
 * Columns that fill `room`: as wide as their texts on one line, the rest spread evenly; where that is too much, none
 * below its floor, and what is left goes where it saves most lines.
 */
export function columnWidths(wishes: readonly Wish[], count: number, room: Pt): ColumnWidths {
  const wanted = widest(wishes, count, (wish) => wish.wanted)
  const total = sum(wanted)
  if (total <= room)
    return { widths: wanted.map((width) => width + (room - total) / count), narrow: false, wanted: total }
  const floors = widest(wishes, count, (wish) => wish.floor())
  const left = room - sum(floors)
  if (left < 0) return { widths: shareWidth(floors, room), narrow: true, wanted: total }
  const needs = wanted.map((width, at) => Math.max(0, width - (floors[at] as Pt)))
  const need = sum(needs)
  const widths = floors.map((floor, at) => floor + (left * (needs[at] as Pt)) / Math.max(need, 0.001))
  return { widths: evenedOut(wishes, widths, floors), narrow: false, wanted: total }
}

/** The widest cell of each column; one across several widens them evenly where they are together too narrow. */
function widest(wishes: readonly Wish[], count: number, widthOf: (wish: Wish) => Pt): Pt[] {
  const widths = new Array<Pt>(count).fill(0)
  for (const wish of [...wishes].sort((a, b) => a.columns - b.columns)) {
    const own = widths.slice(wish.column, wish.column + wish.columns)
    const missing = widthOf(wish) - sum(own)
    if (missing <= 0) continue
    for (let at = 0; at < own.length; at += 1)
      widths[wish.column + at] = (own[at] as Pt) + missing / own.length
  }
  return widths
}

/** Parts of the room that are moved from one column to another, and how often at most. */
const MOVED = 1 / 60
const MOST_MOVES = 60

/** Widths moved from column to column, above their floors, while that makes the text take fewer lines. */
function evenedOut(wishes: readonly Wish[], from: readonly Pt[], floors: readonly Pt[]): readonly Pt[] {
  const step = MOVED * sum(from)
  let widths = from
  let lines = linesAt(wishes, widths)
  for (let moves = 0; moves < MOST_MOVES; moves += 1) {
    let best: { readonly widths: readonly Pt[]; readonly lines: number } | null = null
    for (let giver = 0; giver < widths.length; giver += 1) {
      for (let taker = 0; taker < widths.length; taker += 1) {
        if (giver === taker || (widths[giver] as Pt) - step < (floors[giver] as Pt)) continue
        const tried = widths.map((width, at) =>
          at === giver ? width - step : at === taker ? width + step : width,
        )
        const count = linesAt(wishes, tried)
        if (count < (best?.lines ?? lines) - 0.001) best = { widths: tried, lines: count }
      }
    }
    if (best === null) return widths
    widths = best.widths
    lines = best.lines
  }
  return widths
}

/** How full the cells are, in lines: those of a few count more than their sum, since a row is as tall as its tallest. */
function linesAt(wishes: readonly Wish[], widths: readonly Pt[]): number {
  return wishes.reduce((all, { column, columns, text, wanted }) => {
    const room = sum(widths.slice(column, column + columns)) - (wanted - text)
    const lines = text / Math.max(1, room)
    return all + (lines <= 1 ? 0 : lines ** 2)
  }, 0)
}

/** Widths that fill `room`: rest spread evenly, or what is short taken from the widest. */
export function shareWidth(wanted: readonly Pt[], room: Pt): Pt[] {
  const total = sum(wanted)
  if (total <= room) return wanted.map((width) => width + (room - total) / wanted.length)
  const order = wanted.map((width, index) => ({ width, index })).sort((a, b) => a.width - b.width)
  const result = new Array<Pt>(wanted.length).fill(0)
  let left = room
  order.forEach(({ width, index }, at) => {
    const share = left / (order.length - at)
    result[index] = Math.min(width, share)
    left -= result[index] as number
  })
  return result
}

function sum(widths: readonly Pt[]): Pt {
  return widths.reduce((all, width) => all + width, 0)
}
