/**
 * The prices of breaking lines, each with its reason and, in quotes, the text that sets it (`tests/text/priced-texts.ts`
 * has the text, and what comes out without the price). Three searches weigh them, each in its own unit. What a title's
 * words cost where they are parted stands in `clreq/titles/prices.ts`, in the unit of {@link TITLE_COST}.
 */

/** Lines of a paragraph; unit: a line tracked by 0.05 em costs 100. */
export const LINE_COST = {
  /** Tracking, by the cube of so many 0.05 em: “lines are opened as little as can be”. */
  tracking: 100,
  /**
   * Tracking beyond 0.1 em, for each such length more (R53, R56), since copied text would show false spaces:
   * “more lines rather than a torn one”.
   */
  fault: 3000,
  /** Word spaces and Han–Latin gaps stretched to their most: “a line full by itself rather than one with its gaps opened”. */
  stretchedGap: 40,
  /** A difference of 0.05 em in tracking between neighbouring lines (R56): “an open line does not stand beside one that is not”. */
  contrast: 100,
  /** Each line: “of ways nearly as good that with fewer lines”. */
  line: 4,
  /** A break that is better left alone: “a number stays with what it counts”. */
  reluctant: 150,
  /** A divided word: “a word is divided only where it must be”. */
  hyphen: 100,
  /** A last line squeezed to take the rest of the text: “a last line of its own rather than a squeezed one”. */
  squeezedLast: 600,
  /** A last line of one character (R64): “a last line has two characters, whatever the line before it lacks”. */
  runt: 1e8,
  /** A line cut where no break is. Nothing else is left then; the price tells it to who asked for the setting. */
  cut: 1e10,
} as const

/**
 * Squeezing each kind of room to its floor, in the unit of {@link LINE_COST}, by the numbers of `clreq/squeeze.ts`: marks
 * nearly nothing, then the Han–Latin gap, then what ends a sentence (clreq §6.2.2.3).
 */
export const SQUEEZE_COST: readonly number[] = [0, 2, 2, 4, 6, 8, 12]

/** Lines on the grid of cells (R61); unit: a cell left over costs 100. */
export const GRID_COST = {
  /** Cells left over, by the square: “no line leaves cells that its text could fill”. */
  emptyCell: 100,
  /** A cell given to Latin that needs less: “Latin takes no more cells than it needs”. */
  widened: 30,
  /** A mark that hangs behind the last cell: “no mark hangs where a line of its own length is to be had”. */
  hanging: 10,
  /** A break that is better left alone: “a number stays with what it counts on the grid”. */
  reluctant: 40,
  /** A last line of one character (R64): “a last line on the grid has two characters”. */
  runt: 1000,
  /** A line cut where no break is: nothing else is left then, and what can be broken elsewhere is. */
  cut: 1e6,
} as const

/** The shape of a title's lines, beside the words that are parted; unit: one more line costs 90. */
export const TITLE_COST = {
  /** Each line: “a line a little too full rather than a second one”. */
  line: 90,
  /** Each em from the lines' mean width, by the square (R72): “lines as long as each other”. */
  uneven: 4,
  /** Each em by which the lower of two lines is longer (梯形): “the lower line is not much longer though an object is parted”. */
  longerBelow: 5,
  /** A middle line shorter than its neighbours: “no middle line shorter than both its neighbours”. */
  hourglass: 30,
  /** Filling more of its measure than a centred line should, and each em of that: “two lines rather than one too full”. */
  overFullest: 15,
  /** The same where one line has the whole title: “a whole title does not fill its measure”. */
  fullOneLine: 120,
  /** Two characters alone: “no line of two characters”. */
  shortLine: 400,
  /** At most, for a short piece beside its own price: “a word of two characters is not torn from its other half”. */
  shortTorn: 40,
  /** Parting a word, beside its price among the words: “a word stays whole though the lines are uneven”. */
  inWordToo: 500,
} as const
