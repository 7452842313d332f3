import type { LineBelow } from '../base/text-style.ts'
import type { Pt } from '../base/units.ts'
import type { DisplayItem, Path, Rule } from '../display/display-list.ts'
import type { Line } from '../text/line.ts'
import type { Cluster } from '../text/shaped-text.ts'
import type { LinePlace } from './glyph-runs.ts'

/** In em: as near to the characters as their boxes allow, thick as a thin stroke (clreq §5.6.1). */
const TOP_EM = 0.15
const THICKNESS_EM = 0.05

/** Middle of a wave, half of its height and of its length, in em. */
const WAVE_MIDDLE_EM = 0.2
const WAVE_HEIGHT_EM = 0.05
const HALF_WAVE_EM = 0.25

/** Room between the lines of two names without any between them, in em: each gives up half of it (clreq: to 1/8 em). */
const APART_EM = 0.24

/** Where the control points of a cubic stand that is drawn like half a wave: across, in parts of it, and up. */
const CONTROL = 0.3642
const CONTROL_HEIGHT = 4 / 3

/** A name's or title's part in one line. */
interface Piece {
  readonly below: LineBelow
  readonly first: Cluster
  /** Size of its largest characters. */
  readonly em: Pt
  from: Pt
  to: Pt
}

/**
 * 专名号 and 浪线 of a set line: each as long as its text in this line, whatever stands between its characters, and neither
 * in the gap beside Latin nor in the tracking after it (R31). Drawn, so no part of what is copied.
 */
export function linesBelow(line: Line, place: LinePlace): DisplayItem[] {
  const pieces = piecesOf(line)
  pieces.forEach((piece, index) => {
    const next = pieces[index + 1]
    if (next === undefined) return
    const wanted = (APART_EM * (piece.em + next.em)) / 2 - (next.from - piece.to)
    if (wanted <= 0) return
    piece.to -= wanted / 2
    next.from += wanted / 2
  })
  return pieces.map((piece) => (piece.below.kind === 'name' ? straight(piece, place) : wavy(piece, place)))
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

function straight({ first, em, from, to }: Piece, { x, y }: LinePlace): Rule {
  return {
    kind: 'rule',
    x: x + from,
    y: y + TOP_EM * em,
    width: to - from,
    height: THICKNESS_EM * em,
    colour: first.colour,
    node: null,
    span: first.span,
  }
}

function wavy({ first, em, from, to }: Piece, { x, y }: LinePlace): Path {
  const halves = Math.max(2, Math.round((to - from) / (HALF_WAVE_EM * em)))
  const half = (to - from) / halves
  const middle = y + WAVE_MIDDLE_EM * em
  const commands: Path['commands'][number][] = [['M', x + from, middle]]
  for (let index = 0; index < halves; index += 1) {
    const start = x + from + index * half
    const height = middle + (index % 2 === 0 ? -1 : 1) * CONTROL_HEIGHT * WAVE_HEIGHT_EM * em
    const end = start + half
    commands.push(['C', start + CONTROL * half, height, end - CONTROL * half, height, end, middle])
  }
  const stroke = { colour: first.colour, width: THICKNESS_EM * em, dash: [] }
  return { kind: 'path', commands, fill: null, stroke, node: null, span: first.span }
}
