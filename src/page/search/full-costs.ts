/**
 * Prices of what keeps columns full, in the points of `costs.ts`: a line left empty at a column's foot is 10, three are
 * 290. Set by the made-up issues of `npm run pages`, together.
 */
export const FULL = {
  /** More than one line empty in the middle of a paragraph, which could have filled them: as dear as four between two. */
  inside: 1000,
  /** A picture above where it would be met: only before a hole, and then for each element that it goes up. */
  early: 30,
  earlyEach: 8,
  /** The same for one that the editor marked: a torn column is worse, two empty lines are not. */
  earlyMarked: 120,
  /** Each line that a picture is made taller or lower, a little of it cropped: less than a line left empty. */
  height: 9,
  /** Not a price: of its own height, how much text above a picture with text beside it lets it go up. */
  raise: 1,
  /** A heading with a line of air less, beyond what a line more costs: seen as little. */
  tight: 0,
  /** A picture across the columns above where it was met, each element: behind further down; and where it is marked. */
  acrossEarlier: 20,
  acrossEarlierMarked: 150,
  /** A page more for the colophon alone, above what the table says: any few lines going with it are better. */
  colophonAlone: 5880,
  /** Each line that a last page has fewer than six: a few paragraphs set shorter are better. */
  shortLast: 60,
  /** Each line of a page left empty for the last items to go with the colophon. */
  lastItems: 40,
} as const
