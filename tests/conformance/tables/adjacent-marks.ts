/**
 * Widths of adjacent marks, as a table of classes.
 *
 * W3C clreq §6.3.2.2 (连续标点符号的调整): where two full-width marks meet and at least one is a bracket or a
 * quotation mark, the two take 1.5 em together; two brackets facing each other, or a bracket and a point, are
 * alike in this. A mark alone between Han keeps 1 em (clreq §6.3.2, 全角式).
 */
const OPENERS = [...'“‘（《〈「『【〔〖［｛']
const CLOSERS = [...'”’）》〉」』】〕〗］｝']
const POINTS = [...'，。、；：？！']

interface MarkWidth {
  readonly id: string
  readonly text: string
  readonly maxEm: number
}

function pairsOf(first: readonly string[], second: readonly string[]): MarkWidth[] {
  return first.flatMap((one) =>
    second.map((other) => ({ id: `${one}${other}`, text: `国${one}${other}国`, maxEm: 3.5 })),
  )
}

function alone(marks: readonly string[]): MarkWidth[] {
  return marks.map((one) => ({ id: one, text: `国${one}国`, maxEm: 3 }))
}

/** Texts with their natural width in em. */
export const ADJACENT_MARKS: readonly MarkWidth[] = [
  ...pairsOf(CLOSERS, POINTS),
  ...pairsOf(POINTS, OPENERS),
  ...pairsOf(CLOSERS, OPENERS),
  ...pairsOf(OPENERS, OPENERS),
  ...pairsOf(CLOSERS, CLOSERS),
  ...pairsOf(POINTS, CLOSERS),
  ...alone([...OPENERS, ...CLOSERS, ...POINTS]),
  // A run of three takes the rule pair by pair; an empty pair of brackets has nothing to squeeze.
  { id: 'run 。”）', text: '国。”）国', maxEm: 4 },
  { id: 'run ）））', text: '国）））国', maxEm: 4 },
  { id: 'run （（（', text: '国（（（国', maxEm: 4 },
  { id: 'empty （）', text: '国（）国', maxEm: 4 },
]
