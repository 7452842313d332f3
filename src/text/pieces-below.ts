import type { LineBelow } from '../base/text-style.ts'
import type { Pt } from '../base/units.ts'
import type { TextRun } from '../content/block.ts'
import { DOT, NAME_LINE, WAVE } from './clreq/below.ts'
import { HAN } from './clreq/kinds.ts'
import type { Line } from './line.ts'
import { type Cluster, type ClusterRun, runIndex } from './shaped-text.ts'

/** A part of a name or title in one line, from the line's own x; `top` and the others are down from the baseline. */
export interface PieceBelow {
  readonly kind: LineBelow['kind']
  /** Of its first character. */
  readonly run: TextRun
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
  readonly run: TextRun
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
  return pieces.map(({ below, run, em, from, to }) => ({
    kind: below.kind,
    run,
    from,
    to,
    thickness: NAME_LINE.thickness * em,
    top: NAME_LINE.top * em,
    wave: { middle: WAVE.middle * em, height: WAVE.height * em, half: WAVE.half * em },
  }))
}

function piecesOf(line: Line): Piece[] {
  const pieces: Piece[] = []
  const { runs, items } = line.text
  let last: LineBelow | undefined
  let index = runIndex(line.text, line.from)
  for (let at = line.from; at < line.to; at += 1) {
    if ((runs[index] as ClusterRun).to <= at) index += 1
    const { run } = runs[index] as ClusterRun
    const below = run.style.lineBelow
    const isSame = below?.number === last?.number && below?.kind === last?.kind
    last = below
    if (below === undefined) continue
    const from = (line.xs[at - line.from] as number) + (items.origin[at] as number)
    const to = from + (items.body[at] as number)
    const open = isSame ? pieces.pop() : undefined
    const em = Math.max(open?.em ?? 0, run.style.size)
    pieces.push({ below, run: open?.run ?? run, em, from: open?.from ?? from, to })
  }
  return pieces
}

/** 着重号 below a character: `left` and `width` of the character from the line's own x, `middle` down from the baseline. */
export interface DotBelow {
  readonly run: TextRun
  readonly left: Pt
  readonly width: Pt
  readonly radius: Pt
  readonly middle: Pt
}

/** The dots of a set line: below Han characters, never below marks, Latin and digits (R30, clreq §5.6.1). */
export function dotsBelow(line: Line): DotBelow[] {
  const { clusters, runs, items } = line.text
  const dots: DotBelow[] = []
  let index = runIndex(line.text, line.from)
  for (let at = line.from; at < line.to; at += 1) {
    if ((runs[index] as ClusterRun).to <= at) index += 1
    const { run } = runs[index] as ClusterRun
    const { dots: dotted, lineBelow, size } = run.style
    if (!dotted || items.kinds[at] !== HAN) continue
    const radius = DOT.radius * size
    const middle = (lineBelow ? DOT.middleBelowLine : DOT.middle) * size
    const left = line.xs[at - line.from] as number
    dots.push({ run, left, width: (clusters[at] as Cluster).advance, radius, middle })
  }
  return dots
}
