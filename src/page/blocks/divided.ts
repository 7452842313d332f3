import type { Pt } from '../../base/units.ts'
import { BREAK } from '../search/costs.ts'
import { type Mark, moved, type Strip } from '../search/strip.ts'
import { type Galley, lineAir, rowsFor } from './galley.ts'
import { HAN_ASCENT_EM } from './geometry.ts'

/** Marks that lie over one another in height: never parted. */
interface Piece {
  readonly marks: Mark[]
  readonly top: Pt
  foot: Pt
}

/**
 * A strip as strips no taller than a column: cut between its lines of text where it is taller. What is itself taller
 * than a column stays so, and is told as lying outside.
 */
export function divided(strip: Strip, galley: Galley): Strip[] {
  if (strip.rows <= galley.rows) return [strip]
  const { marks, slack, ...more } = strip
  const columns = columnsOf(unpartedPieces(marks), galley)
  return columns.map((pieces, index) => {
    const last = index === columns.length - 1
    const from = index === 0 ? 0 : topOf(pieces, galley)
    const own = rowsFor((pieces[pieces.length - 1] as Piece).foot - from, galley)
    const rest = rowsFor(strip.rows * galley.lineHeight - from, galley)
    return {
      ...more,
      rows: last ? Math.max(own, Math.min(galley.rows, rest)) : own,
      marks: moved(
        pieces.flatMap((piece) => piece.marks),
        0,
        -from,
      ),
      breakAfter: last ? strip.breakAfter : BREAK.free,
    }
  })
}

/** The first line of a further column stands as far from its top as body text. */
function topOf(pieces: readonly Piece[], galley: Galley): Pt {
  return (pieces[0] as Piece).top - lineAir(galley)
}

function columnsOf(pieces: readonly Piece[], galley: Galley): Piece[][] {
  const height = galley.rows * galley.lineHeight + 0.01
  const columns: Piece[][] = []
  for (const piece of pieces) {
    const open = columns[columns.length - 1]
    const from = open && (columns.length === 1 ? 0 : topOf(open, galley))
    if (open && from !== undefined && piece.foot - from <= height) open.push(piece)
    else columns.push([piece])
  }
  return columns
}

function unpartedPieces(marks: readonly Mark[]): Piece[] {
  const pieces: Piece[] = []
  const inOrder = marks.map((mark) => ({ mark, ...extentOf(mark) })).sort((a, b) => a.top - b.top)
  for (const { mark, top, foot } of inOrder) {
    const last = pieces[pieces.length - 1]
    if (last && top < last.foot - 0.01) {
      last.marks.push(mark)
      last.foot = Math.max(last.foot, foot)
    } else pieces.push({ marks: [mark], top, foot })
  }
  return pieces
}

/** From the top of a mark to its foot; of a line of text, its em box. */
function extentOf(mark: Mark): { readonly top: Pt; readonly foot: Pt } {
  switch (mark.kind) {
    case 'text':
      return emBox(mark.y, mark.line.text.style.size)
    case 'page-number':
      return emBox(mark.y, mark.style.size)
    case 'path': {
      const ys = mark.commands.flatMap(([, ...numbers]) => numbers.filter((_, index) => index % 2 === 1))
      return { top: mark.y + Math.min(...ys), foot: mark.y + Math.max(...ys) }
    }
    case 'turned':
      return { top: mark.y, foot: mark.y }
    default:
      return { top: mark.y, foot: mark.y + mark.height }
  }
}

function emBox(baseline: Pt, size: Pt) {
  const top = baseline - HAN_ASCENT_EM * size
  return { top, foot: top + size }
}
