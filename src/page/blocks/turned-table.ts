import type { Pt } from '../../base/units.ts'
import type { TurnableOf } from '../../content/block.ts'
import type { ShapedBlock, ShapedText } from '../../text/shaped-text.ts'
import { BREAK } from '../search/costs.ts'
import type { FlowElement, Setting } from '../search/elements.ts'
import { rowsOf, type Strip, type TurnedMark } from '../search/strip.ts'
import { type Galley, rowsFor } from './galley.ts'
import { planTable } from './table-plan.ts'

/** A table that was asked to be turned where it is too wide, with its title and notes. */
export type Turnable = TurnableOf<ShapedText>

/** Part of a column's height from which on a turned table takes all of it: a few lines below would be left over. */
const NEARLY_ALL = 0.85

/**
 * The table a quarter anticlockwise, its head to the left, in as many pieces as its rows take columns; each has its head.
 * Null where it fits as it stands, if need be in smaller type.
 */
export function turnedPieces(
  block: Turnable,
  galley: Galley,
  set: (blocks: readonly ShapedBlock[], galley: Galley) => readonly FlowElement[],
): readonly Setting[] | null {
  const table = block.blocks.find((one) => one.kind === 'table')
  if (table === undefined) return null
  const upright = planTable(table, galley)
  // What was asked to be turned is not set closer first.
  if (!upright.narrow && upright.airEm === galley.design.looks.table.cellAir) return null
  const rows = rowsOfLength(upright.wanted, galley)
  const side = asideGalley(galley, rows)
  const { narrow } = planTable(table, side)
  const piecesIn = (one: Galley) => {
    const strips = set(block.blocks, one).flatMap(({ settings }) => settings[0]?.strips ?? [])
    return evenPieces(strips, one.rows)
  }
  const pieces = piecesIn(side)
  const open = opened(side, pieces)
  return (open === null ? pieces : piecesIn(open)).map((piece) => ({
    ...pieceSetting(piece, { rows, pitch: (open ?? side).lineHeight }, galley),
    ...(narrow ? { torn: true as const } : {}),
  }))
}

/** Most by which the rows of a turned table are set further apart to fill their column's width. */
const MOST_OPENED = 1.4

/** The galley with its lines further apart, where the pieces leave room; null where they do not. */
function opened(side: Galley, pieces: readonly (readonly Strip[])[]): Galley | null {
  const by = Math.min(MOST_OPENED, side.rows / Math.max(1, ...pieces.map(rowsOf)))
  return by < 1.05 ? null : { ...side, lineHeight: side.lineHeight * by, rows: Math.floor(side.rows / by) }
}

/** Lines of the page that a turned table takes with its length. */
function rowsOfLength(wanted: Pt, galley: Galley): number {
  const most = galley.rows - (galley.frame ? 2 : 0)
  const rows = rowsFor(wanted, galley) + 1
  return rows > NEARLY_ALL * most ? most : rows
}

/** What the table is set into before it is turned: as wide as it is long, as tall as its column is wide. */
function asideGalley(galley: Galley, rows: number): Galley {
  const { lineHeight, measure } = galley
  return {
    ...galley,
    measure: rows * lineHeight,
    left: 0,
    rows: Math.max(1, Math.floor((measure + 0.05) / lineHeight)),
    frame: null,
    notes: null,
    kept: null,
    boxes: new Map(),
  }
}

/** As few pieces as may be, and those as even as they can be. */
function evenPieces(strips: readonly Strip[], rows: number): readonly (readonly Strip[])[] {
  let pieces = cutPieces(strips, rows)
  for (let lower = rows - 1; pieces.length > 1 && lower > 0; lower -= 1) {
    const tried = cutPieces(strips, lower)
    if (tried.length > pieces.length || Math.max(...tried.map(rowsOf)) > lower) break
    pieces = tried
  }
  return pieces
}

/** The strips in pieces no taller than so many lines, each ending where that costs least, as far down as may be. */
function cutPieces(strips: readonly Strip[], rows: number): readonly (readonly Strip[])[] {
  const pieces: (readonly Strip[])[] = []
  let rest = withoutBlanks(strips)
  while (rest.length > 0) {
    const end = endOf(rest, rows)
    pieces.push(withoutBlanks(rest.slice(0, end)))
    const next = withoutBlanks(rest.slice(end))
    const head = next[0]?.carry
    rest = head ? [head, ...next] : next
  }
  return pieces.filter((piece) => piece.length > 0)
}

function endOf(strips: readonly Strip[], rows: number): number {
  let taken = 0
  let end = 0
  let least = Number.POSITIVE_INFINITY
  for (const [at, strip] of strips.entries()) {
    taken += strip.rows
    if (taken > rows) break
    // The head that stands again belongs to what follows it.
    const cost =
      at === strips.length - 1 ? 0 : strip.carry === undefined && at === 0 ? BREAK.never : strip.breakAfter
    if (end > 0 && cost > least && cost >= BREAK.keep) continue
    end = at + 1
    least = cost
  }
  return Math.max(1, end)
}

function withoutBlanks(strips: readonly Strip[]): readonly Strip[] {
  const isFilled = (strip: Strip) => strip.blank !== true
  return strips.slice(strips.findIndex(isFilled), strips.findLastIndex(isFilled) + 1)
}

/** A piece on its side, in the middle of its column's width, with half a line of air above and below. */
function pieceSetting(
  strips: readonly Strip[],
  { rows: length, pitch }: { readonly rows: number; readonly pitch: Pt },
  galley: Galley,
): Setting {
  const { lineHeight, left, measure, frame } = galley
  const air = length < galley.rows - 1 && !frame ? 1 : 0
  let top = left + (measure - rowsOf(strips) * pitch) / 2
  const marks = strips.map((strip): TurnedMark => {
    const x = top
    top += strip.rows * pitch
    return { kind: 'turned', x, y: (length + air / 2) * lineHeight, marks: strip.marks, owner: null }
  })
  const strip: Strip = {
    rows: length + air,
    marks,
    breakAfter: BREAK.free,
    textLines: length,
    ...(air > 0 ? { slack: { head: lineHeight / 2, foot: lineHeight / 2 } } : {}),
    ...(frame ? { frame } : {}),
  }
  return { strips: [strip], rows: strip.rows, cost: 0 }
}
