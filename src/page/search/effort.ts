import { WORTH } from './costs.ts'

/** How widely is looked: places kept at each step of the search. */
export interface Effort {
  /** Fills of each column. */
  readonly fills: number
  /** Column ends while a band is filled. */
  readonly ends: number
  /** Places at the head of each page. */
  readonly pageStarts: number
  /** Line counts at which a zone may end. */
  readonly arrivals: number
  /** Places dearer than the cheapest by more than this are not kept. */
  readonly margin: number
  /** Lines by which a column's settings together may differ from the natural ones. */
  readonly surplus: number
  /** Whether pictures may stand above where they are met. */
  readonly early: boolean
  /** Pictures that may wait at one time. */
  readonly pending: number
}

/** Enough to see where a layout has its troubles. */
export const FIRST: Effort = {
  fills: 12,
  ends: 12,
  pageStarts: 6,
  arrivals: 5,
  margin: WORTH.firstMargin,
  surplus: 3,
  early: false,
  pending: 2,
}
/** Enough nearly always: a place this much dearer than another at the same step seldom leads to better pages. */
export const QUICK: Effort = { ...FIRST, margin: WORTH.usualMargin }
/** For pages that are not good with less: pictures stand above where they are met, and no place is too dear. */
export const THOROUGH: Effort = {
  fills: 20,
  ends: 24,
  pageStarts: 12,
  arrivals: 8,
  margin: Number.POSITIVE_INFINITY,
  surplus: 9,
  early: true,
  pending: 3,
}

/** For pages with a fault left at last: more places are gone on from, whose pages are good further on. */
export const WIDEST: Effort = { ...THOROUGH, pageStarts: 48, arrivals: 16 }

/** Lines that columns have at least on a last page, of six together. */
export function leastLastRows(columns: number): number {
  return columns === 1 ? BOUNDS.lastPage : Math.ceil(BOUNDS.lastPage / columns) + 1
}

/** What the search looks at besides; more of each is slower and was seen to find nothing better. */
export const BOUNDS = {
  /** Elements that a picture may go up above where it would be met. */
  early: 8,
  /** Settings one element may have together. */
  settings: 15,
  /** Rooms for which an element is kept as it was refined. */
  roomsKept: 8,
  /** Tallest holes looked at while lower ones are to be had: first, and where none that low is good. */
  lowHole: 3,
  usualHole: 6,
  /** Heights of level columns tried from the least one that works; more only while a rule is still broken. */
  heights: 3,
  /** Lines below the even share of them at which level columns are first tried: paragraphs may be set shorter. */
  belowShare: 2,
  /** A zone also tries the next page when this few lines are left on its own. */
  shortRest: 14,
  /** Pages of text beyond which nothing is looked at while one is filled. */
  pagesSeen: 2,
  /** Pages before its end from which on every end of a zone is looked for, whatever it costs. */
  pagesToEnd: 2,
  /** Elements further down its article at which a picture across the columns is tried, and how many of them are kept. */
  later: 6,
  earlier: 4,
  places: 2,
  /** Pages that a zone may take beyond one for each of its strips and pictures, before the search is broken off. */
  sparePages: 3,
  /** Lines of the tallest page there usually is: so many holes have their price worked out. */
  usualPage: 200,
  /** Lines that a last page has at least, and lines by which the page before it may be shorter for its sake. */
  lastPage: 6,
  lastItems: 14,
  /** Pages, the last among them, whose text may be shorter or longer so that no lines go over with the colophon. */
  pagesBack: 5,
  /** The same where a last page has few lines, or the colophon no room. */
  pagesNear: 3,
  /** Columns before a really short one in which other settings are looked for at last: what they hold more fills it. */
  columnsBefore: 4,
  /** Lines empty at a column's foot beyond which other settings are looked for; between paragraphs more are hardly seen. */
  seenHole: 1,
  hardlySeen: 2,
} as const

/** Notes at a column's foot, in lines: the air above them, with their rule in it, and what is no more height. */
export const NOTES = { air: 0.5, unseen: 0.01 } as const
