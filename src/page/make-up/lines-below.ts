import type { Pt } from '../../base/units.ts'
import type { DisplayItem, Path, Rule } from '../../display/display-list.ts'
import type { Line } from '../../text/line.ts'
import { type PieceBelow, piecesBelow } from '../../text/pieces-below.ts'

/** Where a line stands and what it belongs to. */
export interface SetLinePlace {
  readonly x: Pt
  /** Baseline. */
  readonly y: Pt
  readonly node: number | null
  /** Of runs that have a node of their own inside it. */
  readonly nodeOf?: (owner: object) => number | null
  /** Draws 拼音 over the line's characters; absent where nothing has any. */
  readonly readings?: ((line: Line, place: SetLinePlace) => readonly DisplayItem[]) | undefined
}

/** Where the control points of a cubic stand that is drawn like half a wave: across, in parts of it, and up. */
const CONTROL = 0.3642
const CONTROL_HEIGHT = 4 / 3

/** 专名号 and 浪线 of a set line. Drawn, so no part of what is copied. */
export function linesBelow(line: Line, place: SetLinePlace): DisplayItem[] {
  return piecesBelow(line).map((piece) =>
    piece.kind === 'name' ? straight(piece, place) : wavy(piece, place),
  )
}

function straight({ run, from, to, top, thickness }: PieceBelow, { x, y }: SetLinePlace): Rule {
  return {
    kind: 'rule',
    x: x + from,
    y: y + top,
    width: to - from,
    height: thickness,
    colour: run.style.colour,
    node: null,
    span: run.span,
  }
}

function wavy({ run, from, to, thickness, wave }: PieceBelow, { x, y }: SetLinePlace): Path {
  const halves = Math.max(2, Math.round((to - from) / wave.half))
  const half = (to - from) / halves
  const middle = y + wave.middle
  const commands: Path['commands'][number][] = [['M', x + from, middle]]
  for (let index = 0; index < halves; index += 1) {
    const start = x + from + index * half
    const height = middle + (index % 2 === 0 ? -1 : 1) * CONTROL_HEIGHT * wave.height
    const end = start + half
    commands.push(['C', start + CONTROL * half, height, end - CONTROL * half, height, end, middle])
  }
  const stroke = { colour: run.style.colour, width: thickness, dash: [] }
  return { kind: 'path', commands, fill: null, stroke, node: null, span: run.span }
}
