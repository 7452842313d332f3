import { spare } from './changed-text.ts'
import { isNarrow } from './found-layout.ts'
import { Trials } from './trials.ts'
import { byArticles, type CountTask, evenly, inTens, ROUND, WAYS, type Way } from './ways-to-change.ts'

/** Searches for pages in all: each takes a small part of what the first layout took. */
const MOST_TRIALS = { narrow: 8, wide: 5 } as const
/** Part of them that is left for looking whether the count holds however it is done. */
const LAST_TRIALS = 0.5
/** Looks for the count at which pages of one column change. */
const LOOKS = 2
/** Characters that are set line by line for a trial, at most. */
const MOST_SET = 20_000

/**
 * Lines kept in hand, by the square root of the pages: on every page what cannot be divided falls differently with
 * each change of the text. No more than a part of a page, or the count would miss at its other end; of a large count
 * a part more.
 */
const KEPT_LINES = 5
const KEPT_OF_PAGE = { narrow: 0.3, wide: 0.45 } as const
const KEPT_PART = 0.02
/** Part of the lines in hand that must be left wherever the text is changed. */
const KEPT_ANYWHERE = 0.5

/**
 * Characters to cut or add, in tens: enough to cut, or room to add, wherever it is done: as the report shares it out, in
 * every paragraph, in a few long articles, or in the first pages. How many lines a change makes is reckoned; how many
 * pages they make is searched, no more than `most` times. More than nothing always. Of one column a few lines decide:
 * there the report's own way is set line by line at last.
 */
export function countToFit(task: CountTask, most = mostTrials(task)): number {
  const trials = new Trials(task, most)
  return held(task, trials, edgeOf(task, trials, Math.floor(most * LAST_TRIALS)))
}

function mostTrials({ found }: CountTask): number {
  return isNarrow(found.zones) ? MOST_TRIALS.narrow : MOST_TRIALS.wide
}

function edgeOf(task: CountTask, trials: Trials, last: number): number {
  if (isNarrow(task.found.zones)) return edgeByLines(task, trials, last)
  const search = new EdgeSearch(task, trials, last)
  return task.cutting ? leastCut(task, search) : mostAdded(task, search)
}

/** The count at which the pages change, by the lines over or free at counts near it. */
function edgeByLines(task: CountTask, trials: Trials, last: number): number {
  const most = task.cutting ? mostToCut(task) : Number.POSITIVE_INFINITY
  let edge = Math.min(most, task.guess)
  for (let look = 0; look < LOOKS && trials.left > last; look += 1) {
    const more = (task.cutting ? 1 : -1) * trials.linesOver(edge, byArticles) * task.perLine
    edge = Math.min(most, Math.max(ROUND, edge + more))
    if (Math.abs(more) < task.row) break
  }
  return edge
}

/** How far a count goes from one trial to the next. */
function stride({ row }: CountTask, count: number): number {
  return Math.max(3 * row, count * 0.12)
}

/** The least count that is seen to be enough; what is over as it is seen, where text alone cannot be cut so far. */
function leastCut(task: CountTask, search: EdgeSearch): number {
  const most = mostToCut(task)
  let fails = 0
  let works = Math.min(most, task.guess)
  while (!search.fits(works)) {
    if (works >= most || !search.mayLook) return works
    fails = works
    works = Math.min(most, works + stride(task, works))
  }
  return search.between(fails, works)
}

function mostToCut({ articles }: CountTask): number {
  return articles.flatMap((one) => one.open).reduce((sum, one) => sum + spare(one), 0)
}

/** The largest count that is seen to fit. */
function mostAdded(task: CountTask, search: EdgeSearch): number {
  let over = task.guess
  let fits = 0
  while (search.mayLook && search.fits(over)) {
    fits = over
    over += stride(task, over)
  }
  if (fits === 0) fits = below(task, search, over)
  return search.between(over, fits)
}

/** The first count below one that does not fit which does; the last that was tried where no more may be. */
function below(task: CountTask, search: EdgeSearch, fails: number): number {
  const count = fails - stride(task, fails)
  if (count <= 0) return fails / 2
  return !search.mayLook || search.fits(count) ? count : below(task, search, count)
}

/** Whether counts fit, looked for while trials are left besides the last ones. */
class EdgeSearch {
  readonly #task: CountTask
  readonly #trials: Trials
  readonly #last: number

  constructor(task: CountTask, trials: Trials, last: number) {
    this.#task = task
    this.#trials = trials
    this.#last = last
  }

  get mayLook(): boolean {
    return this.#trials.left > this.#last
  }

  /** Whether the wanted pages hold everything after `count` characters were cut or added as the report says. */
  fits(count: number): boolean {
    return this.#trials.over(count, byArticles) <= 0
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
  // Text is set last, and only where all other ways make the pages.
  const others = [evenly, farthest].filter((way) => way !== byArticles)
  const ways = isNarrow(task.found.zones)
    ? [...new Set(others), byArticles]
    : [...new Set([byArticles, ...others])]
  for (const [index, way] of ways.entries()) {
    const pages = trials.left > 0 ? overBy(task, trials, count, way) : 0
    if (pages !== 0) return { missed: ways.length - index, pages }
  }
  return { missed: 0, pages: 0 }
}

function inHand({ perLine, page, wanted, found }: CountTask, count: number): number {
  const most = isNarrow(found.zones) ? KEPT_OF_PAGE.narrow : KEPT_OF_PAGE.wide
  return Math.min(KEPT_LINES * Math.sqrt(wanted) * perLine, most * page) + KEPT_PART * count
}

/** On pages of one column a line or two decide: the report's own way is set. */
function overBy(task: CountTask, trials: Trials, count: number, way: Way): number {
  const characters = task.articles.reduce((sum, one) => sum + one.characters, 0)
  const isSet = way === byArticles && isNarrow(task.found.zones) && characters <= MOST_SET
  return isSet ? trials.overSet(count, way) : trials.over(count, way)
}
