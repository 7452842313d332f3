/**
 * The prices of the page search, all in points: one line left empty at a column's foot is 10. A layout costs the sum
 * of what its columns, pictures and settings cost, and the cheapest is set. Each price has its reason and, in quotes,
 * the case that sets it: `tests/page/priced-documents.ts` has the document, and what another price would make of it.
 */

/** Ending a column below a strip: rules, so far apart that no usual sum of a lesser kind outweighs one of the next. */
export const BREAK = {
  /** Between paragraphs: “a column ends between paragraphs though a line stays empty”. */
  free: 0,
  /** Between the rows of a small table: “three lines empty are better than a small table parted”, four are not. */
  smallTable: 600,
  /**
   * A paragraph's first line alone at a column's foot (R65, should): “eight lines empty are better than a first line
   * alone”, nine are not.
   */
  strandedFirst: 10_000,
  /** A paragraph's last line alone at a column's head (R65, must): “eleven lines empty are better than a last line alone”. */
  strandedLast: 20_000,
  /**
   * What keeps together, such as a heading and its lines, a credit and its line, a block kept whole: “twenty-three
   * lines empty are better than a broken keep”.
   */
  keep: 100_000,
  /**
   * Would cut what cannot be cut, such as a picture with text beside it: “a picture with its text is taken over
   * whole”. Dearer than all rules that one break may go against.
   */
  never: 1e9,
} as const

/** Lines left empty at a column's foot. */
export const HOLE = {
  /** Each line, by the square, for one tall hole is seen before two low ones: “a line left empty is worth a paragraph set longer”. */
  line: 10,
  /** Lines that are hardly seen, whatever they cost: “a column three lines short of the others is torn”. */
  seen: 2,
  /** Each further line, by the square: “eight lines empty are still better than a first line alone”, and no more. */
  torn: 200,
} as const

/** What keeps columns full, and pages: the first goes on top of a hole's price. */
export const SHORT = {
  /**
   * More than one line empty in the middle of a paragraph, which could have filled them, as dear as four between two:
   * “two lines empty in a paragraph are worse than a last page of four”.
   */
  inside: 1000,
  /** The same in columns that close level, whose height may be another: “closed level, a column is short between paragraphs rather than inside one”. */
  insideLevel: 200,
  /** Each line that a last page has fewer than six: “lines go to a last page that has few”. */
  lastPage: 60,
  /** Each line of a page left empty for its sake: “no more items go with the colophon than must”. */
  lastItems: 40,
  /** More than two of them, at all: “a page is not left open much further for the sake of the last”. */
  lastItemsSeen: 120,
} as const

/** A picture in a column, by where it stands: at a foot or head first (R74). */
export const PICTURE = {
  /** At the foot: “the next head is better than a foot with a line empty”. */
  foot: 4,
  /** Not in its own column, but at a later head or foot: “a foot at hand is better than the next head”. */
  deferred: 6,
  /** Between lines of text: “two pictures at heads are better than one among the lines”. */
  inline: 20,
  /** Below its article's last line: “a picture among the lines is better than below its article”. */
  late: 30,
  /** Above where it would be met, for a hole only: “a picture stands where it is met though a line stays empty”. */
  early: 30,
  /** And for each element on the way: “a picture goes up no further than it must”. */
  earlyEach: 8,
  /** The same for one that the editor marked: “a marked picture goes up before three lines are empty”. */
  earlyMarked: 120,
  /** Each line that it is made taller or lower, a little of it cropped: “a picture is two lines lower so that columns end level”. */
  height: 9,
  /** At a head with nothing of its article below: “a picture without its text beats a column five lines short”. */
  elsewhere: 1200,
  /** First on a page of one column, with nothing of its article below: “a picture stays on the page of its text rather than fill the page”. */
  parted: 250,
  /** Without any text on a page of one column: “a picture goes to a page with text rather than alone”. */
  alone: 1500,
  /** Away from the place that the editor marked for it: “a marked picture moves rather than leave columns short”. */
  marked: 250,
} as const

/** A picture across the columns (通栏图), by where it stands (R69). */
export const ACROSS = {
  /** At the head of a later page: “a picture across stands below the text where it was met”. */
  nextPage: 15,
  /** At the foot of the page where it was met: “a picture across stands at the foot of the page where it was met”. */
  foot: 8,
  /** Each element further down: “two elements further down are better than a column with nothing in it”. */
  later: 14,
  /** Each element above where it was met: “a picture across stays below its text where the page is full”. */
  earlier: 20,
  /** And where the editor marked it: “a marked picture across stays though the next page is fuller with it”. */
  earlierMarked: 150,
  /** Where its article is over: “a picture across leaves its article where columns would be torn otherwise”. */
  elsewhere: 2000,
} as const

/** A paragraph set a line shorter or longer than by itself. */
export const PARAGRAPH = {
  /** At all, for it is hardly seen: “a paragraph is set longer to close a column of one line less”. */
  changed: 6,
  /** Each em of its loosest line's tracking beyond what is quiet: “a paragraph is not set loose to make columns level”. */
  loose: 2000,
  /** Tracking that is not seen, in em: “tracking of half a tenth of an em is seen”. */
  quietEm: 0.03,
} as const

/** Lines of air more around a heading, or one less, by the square: to close a hole below it. */
export const AIR = {
  /** Names of sections are large and have air of their own: “a line of air is dearer than a marked picture moved on a short page”. */
  section: 100,
  /** Headlines have most air already, and more is seen least: “a headline has a line of air more so that columns differ by less”. */
  headline: 80,
  /** Sub-headings have one line, which would be two: “a sub-heading has a line of air more so that columns end level”. */
  subhead: 160,
} as const

/** A picture with text beside it (串文). */
export const BESIDE = {
  /** Away from where it was met, at all: “a picture beside text is moved rather than another”. */
  moved: 10,
  /** Each line that it is moved by: “a picture beside text stands as near to its place as it can”. */
  movedLine: 2,
  /** Each line left empty beside it: “a picture in the column moves rather than leave lines empty beside another”. */
  emptyLine: 25,
  /** So many of them cost no more than that: “but as many as six are”. */
  few: 6,
  /** Each further one, for then the picture stands almost alone, or among the lines: “a picture stands almost alone rather than that a page is half empty”. */
  aloneLine: 400,
} as const

/** Columns side by side (栏组), and pages. */
export const BAND = {
  /** Each line that columns close higher than they must: “columns close as low as they can”. */
  taller: 30,
  /** A page more for the colophon alone: “lines go with the colophon rather than that it has a page alone”. */
  colophonPage: 6000,
  /**
   * Of a hole's price, the rest of a page under level columns, which end alike as if it were meant: “a page ends short
   * under level columns rather than begin what does not fit”.
   */
  levelRest: 0.6,
} as const

/** What is cheap enough to stop at, or too dear to follow: these change how far is looked, not what is better. */
export const WORTH = {
  /** A round of other settings that gains less is the last: “a round that gains enough is not the last”. */
  round: 20,
  /** Only where every end of a column is dearer: “other ends are looked for where a column would be torn”. */
  column: 5000,
  /** Columns closed as cheaply as this are level: “two lines stay together though columns could close lower”. */
  level: 100,
  /** Dearer than the cheapest by this is not followed at the first look: “nor are dear columns at the first look”. */
  firstMargin: 100,
  /** Nor later by this: “what is dearer by more than four holes of one line is not followed”. */
  usualMargin: 400,
} as const
