import type { Pt } from '../base/units.ts'
import type { TableOf } from '../content/block.ts'
import { setParagraph } from '../text/set-paragraph.ts'
import type { ShapedText } from '../text/shaped-text.ts'
import type { Setting } from './flow.ts'
import { type Galley, rowsFor } from './galley.ts'
import { HAN_ASCENT_EM } from './geometry.ts'
import { oneLine } from './page-text.ts'
import { COST, type Mark, type Strip } from './strip.ts'

type Table = TableOf<ShapedText>

/** Air at both sides of a cell, in em of its text, and the pitch of its lines. */
const CELL_AIR_EM = 0.5
const PITCH_EM = 1.4

const OUTER_RULE: Pt = 0.75
const HEAD_RULE: Pt = 0.5
const ROW_RULE: Pt = 0.25
const ROW_COLOUR = '#b3b3b3'

/** Narrowest column of text, in em. */
const NARROWEST_EM = 2

/** A 三线表 on the grid: rows uncut, the header row set again where a column begins with the rest. */
export function setTable(block: Table, galley: Galley): Setting {
  const widths = columnWidths(block, galley)
  const head = block.header.length > 0 ? rowStrip(block.header, widths, galley, 'head') : null
  const rows = block.rows.map((cells, index) =>
    rowStrip(cells, widths, galley, index === block.rows.length - 1 ? 'last' : 'row'),
  )
  const first = head ?? rows.shift()
  if (!first) return { strips: [], rows: 0, cost: 0 }
  const body = rows.map((strip) => (head ? { ...strip, carry: repeated(head) } : strip))
  // The first row stays with the head, and no row is left alone after a break.
  const kept = body.map((strip, index) => ({
    ...strip,
    breakAfter: index === 0 || index === body.length - 2 ? COST.keep : COST.free,
  }))
  const strips = [{ ...topped(first, galley), breakAfter: COST.keep }, ...freeLast(kept)]
  return { strips, rows: strips.reduce((sum, strip) => sum + strip.rows, 0), cost: 0 }
}

/** A head that is set again is no part of what is read: it was read where the table begins. */
function repeated(head: Strip): Strip {
  return { ...head, marks: head.marks.map((mark) => ({ ...mark, owner: null })) }
}

function freeLast(strips: readonly Strip[]): Strip[] {
  return strips.map((strip, index) =>
    index === strips.length - 1 ? { ...strip, breakAfter: COST.free } : strip,
  )
}

function topped(strip: Strip, galley: Galley): Strip {
  return { ...strip, marks: [rule(galley, 0, OUTER_RULE), ...strip.marks] }
}

/** Columns as wide as their text wants; where that is too much, the wide ones share what the narrow leave. */
export function columnWidths(block: Table, galley: Galley): Pt[] {
  const count = Math.max(block.header.length, ...block.rows.map((row) => row.length), 1)
  const wanted = new Array<Pt>(count).fill(0)
  for (const row of [block.header, ...block.rows]) {
    row.forEach((cell, index) => {
      wanted[index] = Math.max(wanted[index] ?? 0, naturalWidth(cell))
    })
  }
  return shareWidth(wanted, galley.measure)
}

function naturalWidth(cell: ShapedText): Pt {
  const { size } = cell.style
  const line = oneLine(cell)
  const text = line ? line.width - (line.xs[0] ?? 0) : 0
  return Math.max(text + 0.1, NARROWEST_EM * size) + 2 * CELL_AIR_EM * size
}

/** Widths that fill `room`: rest spread evenly, or what is short taken from the widest. */
export function shareWidth(wanted: readonly Pt[], room: Pt): Pt[] {
  const total = wanted.reduce((sum, width) => sum + width, 0)
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

function rowStrip(
  cells: readonly ShapedText[],
  widths: readonly Pt[],
  galley: Galley,
  kind: 'head' | 'row' | 'last',
): Strip {
  const set = cells.map((cell, index) => {
    const air = CELL_AIR_EM * cell.style.size
    const width = Math.max(NARROWEST_EM * cell.style.size, (widths[index] ?? 0) - 2 * air)
    return { cell, air, lines: setParagraph(cell, width).lines }
  })
  const heights = set.map(({ cell, lines }) => cell.style.size * (1 + (lines.length - 1) * PITCH_EM))
  const tallest = Math.max(0, ...heights)
  const rows = rowsFor(tallest + 4, galley)
  const height = rows * galley.lineHeight
  const marks: Mark[] = []
  let x = galley.left
  set.forEach(({ cell, air, lines }, index) => {
    const top = (height - (heights[index] as number)) / 2
    lines.forEach((line, at) => {
      const y = top + cell.style.size * (HAN_ASCENT_EM + at * PITCH_EM)
      marks.push({ kind: 'text', line, x: x + air, y, owner: cell })
    })
    x += widths[index] ?? 0
  })
  const thickness = kind === 'head' ? HEAD_RULE : kind === 'last' ? OUTER_RULE : ROW_RULE
  marks.push(rule(galley, height - thickness, thickness, kind === 'row' ? ROW_COLOUR : 'black'))
  return {
    rows,
    marks,
    breakAfter: COST.free,
    textLines: rows,
    ...(galley.frame ? { frame: galley.frame } : {}),
  }
}

function rule(galley: Galley, y: Pt, height: Pt, colour: 'black' | '#b3b3b3' = 'black'): Mark {
  return { kind: 'rule', x: galley.left, y, width: galley.measure, height, colour, owner: null }
}
