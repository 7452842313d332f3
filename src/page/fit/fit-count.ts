import type { ShapedText } from '../../text/shaped-text.ts'
import {
  linesChanged,
  type MoreLines,
  sumOfLines,
  type TextPlaces,
  textPlaces,
  zonesWith,
} from './changed-lines.ts'
import {
  type ArticleText,
  apportioned,
  type OpenText,
  spare,
  type TextChange,
  withChange,
} from './changed-text.ts'
import { type Copy, draftOf, type Found, isNarrow, pagesOf, roughOf } from './found-layout.ts'

/** What is looked for: how much to cut so that `wanted` pages hold all, or how much to add to fill them. */
export interface CountTask {
  readonly copy: Copy
  /** Its pages as they are: trials are made of what was set for them. */
  readonly found: Found
  readonly articles: readonly ArticleText[]
  readonly wanted: number
  readonly cutting: boolean
  /** A count near the right one, from the lines over or free. */
  readonly guess: number
  /** Characters of one line in every column of a page. */
  readonly row: number
  /** Characters of a line, and of a page full of text. */
  readonly perLine: number
  readonly page: number
}

/** Counts are told in tens: nobody cuts by the character. */
export const ROUND = 10

/** Searches for pages in all: each takes a small part of what the first layout took. */
const MOST_TRIALS = { narrow: 9, wide: 5 } as const
/** Those that are left for looking whether the count holds however it is done; no more than half. */
const LAST_TRIALS = 5

/** Characters that are set for the last trials, at most. */
const MOST_SET = 20_000

/**
 * Lines kept in hand, by the square root of the pages: on every page what cannot be divided falls differently with
 * each change of the text. No more than a part of a page, or the count would miss at its other end; of a large count
 * a part more.
 */
const KEPT_LINES = 5
const KEPT_OF_PAGE = 0.45
const KEPT_PART = 0.02
/** Part of the lines in hand that must be left wherever the text is changed. */
const KEPT_ANYWHERE = 0.5

/**
 * Characters to cut or add, in tens: enough to cut, or room to add, wherever it is done: as the report shares it out, in
 * every paragraph, in a few long articles, or in the first pages. How many lines a change makes is reckoned; how many
 * pages they make is searched, no more than `most` times. More than nothing always.
 */
export function countToFit(task: CountTask, most = mostTrials(task)): number {
  const trials = new Trials(task, most)
  const edge = task.cutting ? leastCut(task, trials) : mostAdded(task, trials)
  return held(task, trials, edge)
}

/** On pages of one column a few lines decide, and one search is soon done. */
function mostTrials({ found }: CountTask): number {
  return isNarrow(found.zones) ? MOST_TRIALS.narrow : MOST_TRIALS.wide
}

/** How far a count goes from one trial to the next. */
function stride({ row }: CountTask, count: number): number {
  return Math.max(3 * row, count * 0.12)
}

/** The least count that is seen to be enough; what is over as it is seen, where text alone cannot be cut so far. */
function leastCut(task: CountTask, trials: Trials): number {
  const most = mostToCut(task)
  let fails = 0
  let works = Math.min(most, task.guess)
  while (!trials.fits(works)) {
    if (works >= most || !trials.mayLook) return works
    fails = works
    works = Math.min(most, works + stride(task, works))
  }
  return trials.between(fails, works)
}

function mostToCut({ articles }: CountTask): number {
  return articles.flatMap((one) => one.open).reduce((sum, one) => sum + spare(one), 0)
}

/** The largest count that is seen to fit. */
function mostAdded(task: CountTask, trials: Trials): number {
  let over = task.guess
  let fits = 0
  while (trials.mayLook && trials.fits(over)) {
    fits = over
    over += stride(task, over)
  }
  if (fits === 0) fits = below(task, trials, over)
  return trials.between(over, fits)
}

/** The first count below one that does not fit which does; the last that was tried where no more may be. */
function below(task: CountTask, trials: Trials, fails: number): number {
  const count = fails - stride(task, fails)
  if (count <= 0) return fails / 2
  return !trials.mayLook || trials.fits(count) ? count : below(task, trials, count)
}

/** Part of a page by which a count is changed while some way of cutting or adding it still misses the pages. */
const STEP_OF_PAGE = 0.12
const MOST_STEPS = 3

/**
 * A count away from the page's edge, with which every way changes enough lines, and with which the report's own way, an
 * even one and the one that changes the fewest lines (or adds the most) make the wanted pages; else the best of those tried.
 */
function held(task: CountTask, trials: Trials, edge: number): number {
  const direction = task.cutting ? 1 : -1
  const at = (hand: number) => Math.max(ROUND, inTens(edge + direction * hand, direction))
  const misses = new Map<number, number>()
  let hand = firstHand(task, trials, edge)
  while (!misses.has(at(hand))) {
    const { missed, pages } = tried(task, trials, at(hand))
    if (missed === 0) return at(hand)
    misses.set(at(hand), missed)
    if (trials.left <= 0) break
    // Too many pages want more in hand when text is cut, and less text when it is added: more in hand too.
    hand += Math.sign(pages) * STEP_OF_PAGE * task.page
  }
  const least = Math.min(...misses.values())
  return [...misses].find(([, missed]) => missed === least)?.[0] ?? at(hand)
}

/** What is kept in hand first: so much that every way changes enough lines, if that is not far more. */
function firstHand(task: CountTask, trials: Trials, edge: number): number {
  const direction = task.cutting ? 1 : -1
  const lines = trials.lines(edge, byArticles)
  const hands = Array.from(
    { length: MOST_STEPS },
    (_, step) => inHand(task, edge) + step * STEP_OF_PAGE * task.page,
  )
  const isEnough = (hand: number) => {
    const kept = (KEPT_ANYWHERE * hand) / task.perLine
    return WAYS.every((way) => direction * (trials.lines(edge + direction * hand, way) - lines) >= kept)
  }
  return hands.find(isEnough) ?? (hands[0] as number)
}

/** How many ways of those looked at miss the pages with a count, and by how many pages the first that does. */
function tried(task: CountTask, trials: Trials, count: number): { missed: number; pages: number } {
  const lines = (way: Way) => (task.cutting ? 1 : -1) * trials.lines(count, way)
  const farthest = [...WAYS].sort((a, b) => lines(a) - lines(b))[0] as Way
  const ways = [...new Set([byArticles, evenly, farthest])]
  for (const [index, way] of ways.entries()) {
    const pages = trials.over(count, way)
    if (pages !== 0) return { missed: ways.length - index, pages }
  }
  return { missed: 0, pages: 0 }
}

function inHand({ perLine, page, wanted }: CountTask, count: number): number {
  return Math.min(KEPT_LINES * Math.sqrt(wanted) * perLine, KEPT_OF_PAGE * page) + KEPT_PART * count
}

function inTens(characters: number, direction: 1 | -1): number {
  const tens = characters / ROUND
  return (direction > 0 ? Math.ceil(tens) : Math.floor(tens)) * ROUND
}

/** Where characters are cut or added. */
type Way = (task: CountTask, count: number) => Map<ShapedText, number>

/** Pages of changed text, searched for no more than a bounded number of times. */
class Trials {
  readonly #task: CountTask
  readonly #places: TextPlaces
  readonly #last: number
  /** Whether the last trials set the changed text: on pages of one column a line or two decide. */
  readonly #isSet: boolean
  left: number

  constructor(task: CountTask, most: number) {
    this.#task = task
    this.#places = textPlaces(task.found.zones)
    this.#last = Math.min(LAST_TRIALS, Math.floor(most / 2))
    this.left = most
    const characters = task.articles.reduce((sum, one) => sum + one.characters, 0)
    this.#isSet = isNarrow(task.found.zones) && characters <= MOST_SET
  }

  /** Whether there are trials besides the last ones. */
  get mayLook(): boolean {
    return this.left > this.#last
  }

  /** Whether the wanted pages hold everything after `count` characters were cut or added as the report says. */
  fits(count: number): boolean {
    return this.#pages(count, byArticles) <= this.#task.wanted
  }

  /** Pages that a way makes beyond those wanted, or fewer (negative); none when no more may be searched. */
  over(count: number, way: Way): number {
    if (this.left <= 0) return 0
    return (this.#isSet ? this.#pagesSet(count, way) : this.#pages(count, way)) - this.#task.wanted
  }

  /** Column lines that a way takes away, or adds. */
  lines(count: number, way: Way): number {
    return Math.abs(sumOfLines(this.#moreLines(count, way)))
  }

  #change(count: number, way: Way): TextChange {
    const sign = this.#task.cutting ? 1 : -1
    return new Map([...way(this.#task, Math.round(count))].map(([text, by]) => [text, sign * by]))
  }

  #moreLines(count: number, way: Way): MoreLines {
    return linesChanged(this.#places, this.#change(count, way))
  }

  /** The same with the changed text set line by line. */
  #pagesSet(count: number, way: Way): number {
    this.left -= 1
    const { copy } = this.#task
    const blocks = withChange(copy.blocks, this.#change(count, way))
    return roughOf(draftOf({ ...copy, blocks })).layout.pages
  }

  #pages(count: number, way: Way): number {
    this.left -= 1
    const { zones, design } = this.#task.found
    return pagesOf(zonesWith(zones, this.#moreLines(count, way)), design.grid.lines)
  }

  /** Between a count that does not fit and one that does, one near the first that does. */
  between(fails: number, fits: number): number {
    let far = fits
    let near = fails
    while (Math.abs(far - near) > 2 * this.#task.row && this.mayLook) {
      const middle = (near + far) / 2
      if (this.fits(middle)) far = middle
      else near = middle
    }
    return far
  }
}

/** As the report shares it out over the articles. */
const byArticles: Way = (task, count) => {
  const shares = sharesOf(task, count)
  return merged(task.articles.map((article, index) => inTexts(task, article.open, shares[index] ?? 0)))
}

/** In every paragraph by its length. */
const evenly: Way = (task, count) =>
  inTexts(
    task,
    task.articles.flatMap((article) => article.open),
    count,
  )

/** Least part of an article that may change where some take all; more where the count asks for it. */
const PART_OF_ARTICLE = 0.5

/** In the longest articles, one after the other. */
const inLongest: Way = (task, count) => {
  const order = task.articles.map((article) => article.open).sort((a, b) => lengthOf(b) - lengthOf(a))
  return articleByArticle(task, order, count)
}

function articleByArticle(
  task: CountTask,
  order: readonly ArticleText['open'][],
  count: number,
): Map<ShapedText, number> {
  const all = lengthOf(order.flat())
  const part = Math.max(PART_OF_ARTICLE, (1.2 * count) / Math.max(1, all))
  let rest = count
  return merged(
    order.map((open) => {
      const share = Math.min(rest, Math.ceil(lengthOf(open) * part))
      rest -= share
      return inTexts(task, open, share)
    }),
  )
}

/** From the first article on. */
const inFirst: Way = (task, count) => {
  const order = task.articles.map((article) => article.open)
  return articleByArticle(task, order, count)
}

/** From the last article back. */
const inLast: Way = (task, count) => {
  const order = task.articles.map((article) => article.open).reverse()
  return articleByArticle(task, order, count)
}

/** In every third paragraph, where a cut or addition is seen at once. */
const inSome: Way = (task, count) => {
  const open = task.articles.flatMap((article) => article.open)
  const some = [0, 1, 2].flatMap((first) =>
    open.filter((_, index) => index % 3 === first).map((one) => [one]),
  )
  return articleByArticle(task, some, count)
}

const WAYS: readonly Way[] = [byArticles, evenly, inLongest, inFirst, inLast, inSome]

function merged(maps: readonly Map<ShapedText, number>[]): Map<ShapedText, number> {
  return new Map(maps.flatMap((map) => [...map]))
}

function lengthOf(open: readonly OpenText[]): number {
  return open.reduce((sum, one) => sum + one.characters, 0)
}

function inTexts({ cutting }: CountTask, open: readonly OpenText[], count: number): Map<ShapedText, number> {
  const weights = open.map((one) => (cutting ? spare(one) : one.characters))
  const parts = apportioned(count, weights)
  return new Map(open.map((one, index) => [one.text, parts[index] ?? 0]))
}

/** An article that would change by fewer lines than this is left alone. */
const LEAST_SHARE_LINES = 2

/** Each article's share of a count by its length, in tens; none where it would be a line or so. */
export function sharesOf(task: Pick<CountTask, 'articles' | 'cutting' | 'perLine'>, count: number): number[] {
  const lengths = task.articles.map(({ open }) =>
    task.cutting ? open.reduce((sum, one) => sum + spare(one), 0) : lengthOf(open),
  )
  const longest = Math.max(...lengths)
  const all = lengths.reduce((sum, length) => sum + length, 0)
  const asked = lengths.map((length) =>
    length === longest || (count * length) / Math.max(1, all) >= LEAST_SHARE_LINES * task.perLine
      ? length
      : 0,
  )
  return apportioned(Math.round(count / ROUND), asked).map((tens) => tens * ROUND)
}
