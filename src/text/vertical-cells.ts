import { standOf, verticalPieces } from './clreq/vertical.ts'

/** What takes one place in a vertical line: upright, or a quarter clockwise. */
export interface Cell {
  readonly kind: 'upright' | 'turned'
  readonly text: string
  /** By which it stands further right and higher than in a horizontal line, in em. */
  readonly right: number
  readonly up: number
}

const RIGHT = 0.55
const UP = 0.55

/** A text as what stands one below the other in a vertical line. */
export function verticalCells(text: string): readonly Cell[] {
  return verticalPieces(text).map((piece): Cell => {
    const stand = standOf(piece)
    const moved = stand === 'upper-right'
    return {
      kind: stand === 'turned' ? 'turned' : 'upright',
      text: piece,
      right: moved ? RIGHT : 0,
      up: moved ? UP : 0,
    }
  })
}
