/** What takes one place in a vertical line: upright, or a quarter clockwise. */
export interface Cell {
  readonly kind: 'upright' | 'turned'
  readonly text: string
  /** By which it stands further right and higher than in a horizontal line, in em. */
  readonly right: number
  readonly up: number
}

/** Two digits stand side by side, also with a percent sign; more of them, and words of letters, lie on their side. */
const pieces = () =>
  /\d{1,2}(?![\d.,%a-z])|[\da-z][\da-z.,%‰+/&-]*|[“”‘’《》〈〉（）()【】〔〕—…～~：；:;–-]+|\s|\P{M}\p{M}*/giu

/** Marks that end a sentence or part it stand at the upper right of their place (CLREQ, vertical writing). */
const UPPER_RIGHT = '、，。'
const RIGHT = 0.55
const UP = 0.55

/** A text as what stands one below the other in a vertical line. */
export function verticalCells(text: string): readonly Cell[] {
  return [...text.matchAll(pieces())].map(([piece]): Cell => {
    const upright = (right: number, up: number): Cell => ({ kind: 'upright', text: piece, right, up })
    if (UPPER_RIGHT.includes(piece)) return upright(RIGHT, UP)
    const isLong = /^[\da-z]/i.test(piece) && !/^\d{1,2}$/.test(piece) && [...piece].length > 1
    const isMark = /^[“”‘’《》〈〉（）()【】〔〕—…～~：；:;–-]/.test(piece)
    return isLong || isMark ? { kind: 'turned', text: piece, right: 0, up: 0 } : upright(0, 0)
  })
}
