/** How a piece stands in a vertical line: upright, at the upper right of its place, or a quarter clockwise. */
export type Stand = 'upright' | 'upper-right' | 'turned'

/** Marks that end a sentence or part of it stand at the upper right of their place (CLREQ, vertical writing). */
const UPPER_RIGHT = '、，。'
/** Quotation marks, brackets, dashes and the like lie on their side. */
const ON_SIDE = /^[“”‘’《》〈〉（）()【】〔〕—…～~：；:;–-]/

/**
 * A text's pieces, each of which takes one place: two digits stand side by side; more of them, with a percent sign too,
 * and words of letters, are one piece that lies on its side.
 */
export function verticalPieces(text: string): readonly string[] {
  const pieces =
    /\d{1,2}(?![\d.,%a-z])|[\da-z][\da-z.,%‰+/&-]*|[“”‘’《》〈〉（）()【】〔〕—…～~：；:;–-]+|\s|\P{M}\p{M}*/giu
  return text.match(pieces) ?? []
}

/** How such a piece stands. */
export function standOf(piece: string): Stand {
  if (UPPER_RIGHT.includes(piece)) return 'upper-right'
  const isLong = /^[\da-z]/i.test(piece) && !/^\d{1,2}$/.test(piece) && [...piece].length > 1
  return isLong || ON_SIDE.test(piece) ? 'turned' : 'upright'
}
