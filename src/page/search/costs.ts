/**
 * The prices of the page search, all in points: one line left empty at a column's foot is 10. A layout costs the sum
 * of what its columns, pictures and settings cost, and the cheapest is set. Every price says against which others it
 * was set. The case that sets it has its name in `tests/page/costs.test.ts`, where each is tried dearer or cheaper.
 */

/** Ending a column below a strip: rules, so far apart that no sum of a lesser kind outweighs one of the next. */
export const BREAK = {
  free: 0,
  /** A paragraph's first line alone at a column's foot (R65, should): dearer than nine lines left empty. */
  strandedFirst: 10_000,
  /** A paragraph's last line alone at a column's head (R65, must): two first lines alone are as good. */
  strandedLast: 20_000,
  /** A keep, such as a heading and its lines, a credit and its line, a block kept whole: dearer than stranded lines. */
  keep: 100_000,
  /** Would cut something that cannot be cut, such as a picture with text beside it: dearer than a page of keeps. */
  never: 1e9,
} as const

/** Lines left empty at a column's foot. */
export const HOLE = {
  /** Each line, by its square: one tall hole is seen before two low ones. */
  line: 10,
  /** Lines that are hardly seen. */
  seen: 2,
  /** Each further line, by its square: they tear the page, and nearly any other place of a picture is better. */
  torn: 200,
} as const

/** A picture in a column, by where it stands (R74). */
export const PICTURE = {
  /** At the foot: so much behind the head, where the eye looks first. */
  foot: 4,
  /** Met above in this column and still waiting: a picture stands near its text when it can. */
  deferred: 6,
  /** Between lines of text: two pictures at a foot are better, and so is an empty line. */
  inline: 20,
  /** After its article's last line: behind any place among the text. */
  late: 30,
  /** At the head of a column whose text is another article's: worse than a hole of four lines. */
  elsewhere: 1200,
  /** Away from the place that the editor marked for it: worse than three lines empty, better than four. */
  marked: 250,
} as const

/** A picture across the columns (通栏图), by where it stands (R69). */
export const ACROSS = {
  /** At the head of the page after the one where it was met. */
  nextPage: 15,
  /** At the foot of the page where it was met. */
  foot: 8,
  /** Each element further down than where it was met: one is better than the next page. */
  later: 14,
  /** Where its article is over: worse than any hole of five lines. */
  elsewhere: 2000,
} as const

/** A paragraph set a line shorter or longer than by itself. */
export const PARAGRAPH = {
  /** Any: hardly seen, but for nothing it is not done. */
  changed: 6,
  /** Each em of tracking beyond what is quiet: 0.01 em is as bad as a line and more left empty. */
  loose: 2000,
  /** Tracking that is not seen, in em. */
  quietEm: 0.03,
} as const

/** Lines of air more around a heading, by the square: two around a headline rather than a torn column. */
export const AIR = {
  /** Headings at a column's middle, whose air the eye compares. */
  section: 100,
  /** Headlines have most air already: more is seen last. */
  headline: 80,
  /** Sub-headings of one line: a line more is twice their height. */
  subhead: 160,
} as const

/** Text beside a picture (串文). */
export const BESIDE = {
  /** The picture away from where it was met, at all. */
  moved: 10,
  /** Each line that it is moved by: of two places the nearer. */
  movedLine: 2,
  /** Each line left empty beside it: two are better than three at the column's foot. */
  emptyLine: 25,
  /** What the empty lines may cost together: six of them; a hole in the column is less ugly than more. */
  most: 150,
} as const

/** Columns side by side (栏组) and pages. */
export const BAND = {
  /** Each line that closing columns are taller than they must be: a low hole may be closed, a keep is kept. */
  taller: 30,
  /** A page more for the colophon alone: better than a column with a torn foot. */
  colophonPage: 120,
  /** Of a hole's price, the rest of a page that is left empty under level columns: all end alike, which looks meant. */
  levelRest: 0.6,
} as const

/** What is cheap enough, or dear enough to look further: these change what is looked at, not what is better. */
export const WORTH = {
  /** Each page of a layout that is good: dearer ones have tall holes or break a rule, and are looked for again. */
  goodPage: 200,
  /** A round of other settings that gains less is the last. */
  round: 20,
  /** Ways of filling columns as cheap as this leave nothing better to be found in them. */
  column: 5000,
  /** Columns closed as cheaply as this are level. */
  level: 100,
  /** Places dearer than the cheapest by more are not kept: at the first look, and later. */
  firstMargin: 100,
  usualMargin: 400,
} as const
