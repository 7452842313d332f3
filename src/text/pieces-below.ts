import type { LineBelow } from '../base/text-style.ts'
import type { Pt } from '../base/units.ts'
import { DOT, NAME_LINE, WAVE } from './clreq/below.ts'
import type { Line } from './line.ts'
import type { Cluster } from './shaped-text.ts'

/** A part of a name or title in one line, from the line's own x; `top` and the others are down from the baseline. */
export interface PieceBelow {
  readonly kind: LineBelow['kind']
  readonly first: Cluster
  readonly from: Pt
  readonly to: Pt
  readonly thickness: Pt
  /** Of a straight line. */
  readonly top: Pt
  /** Of a wave: its middle, half of its height and of its length. */
  readonly wave: { readonly middle: Pt; readonly height: Pt; readonly half: Pt }
}

interface Piece {
  readonly below: LineBelow
  readonly first: Cluster
  /** Size of its largest characters. */
  readonly em: Pt
  from: Pt
  to: Pt
}

/**
 * Where 专名号 and 浪线 of a set line stand: each as long as its text in this line, whatever stands between its
 * characters, and neither in the gap beside Latin nor in the tracking after it (R31).
 */
export function piecesBelow(line: Line): PieceBelow[] {
  const pieces = piecesOf(line)
  pieces.forEach((piece, index) => {
    const next = pieces[index + 1]
    if (next === undefined) return
    const wanted = (NAME_LINE.apart * (piece.em + next.em)) / 2 - (next.from - piece.to)
    if (wanted <= 0) return
    piece.to -= wanted / 2
    next.from += wanted / 2
  })
  return pieces.map(({ below, first, em, from, to }) => ({
    kind: below.kind,
    first,
    from,
    to,
    thickness: NAME_LINE.thickness * em,
    top: NAME_LINE.top * em,
    wave: { middle: WAVE.middle * em, height: WAVE.height * em, half: WAVE.half * em },
  }))
}

function piecesOf(line: Line): Piece[] {
  const pieces: Piece[] = []
  const { clusters, items } = line.text
  let last: LineBelow | undefined
  for (let at = line.from; at < line.to; at += 1) {
    const cluster = clusters[at] as Cluster
    const below = cluster.lineBelow
    const isSame = below?.number === last?.number && below?.kind === last?.kind
    last = below
    if (below === undefined) continue
    const from = (line.xs[at - line.from] as number) + (items.origin[at] as number)
    const to = from + (items.body[at] as number)
    const open = isSame ? pieces.pop() : undefined
    const em = Math.max(open?.em ?? 0, cluster.size)
    pieces.push({ below, first: open?.first ?? cluster, em, from: open?.from ?? from, to })
  }
  return pieces
}

/** 着重号 of a cluster: radius, and its middle down from the baseline. */
export function dotOf({ size, lineBelow }: Cluster): { readonly radius: Pt; readonly middle: Pt } {
  return { radius: DOT.radius * size, middle: (lineBelow ? DOT.middleBelowLine : DOT.middle) * size }
}
