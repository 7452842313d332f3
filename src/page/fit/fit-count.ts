import type { ShapedText } from '../../text/shaped-text.ts'
import {
  type ArticleText,
  apportioned,
  type OpenText,
  spare,
  type TextChange,
  withChange,
} from './changed-text.ts'
import { type Copy, findLayout } from './found-layout.ts'

/** What is looked for: how much to cut so that `wanted` pages hold all, or how much to add to fill them. */
export interface CountTask {
  readonly copy: Copy
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

/** Characters set in all trials together, so that a long issue is tried less often. */
const MOST_SET = 480_000
const MOST_TRIALS = 28
const LEAST_TRIALS = 3

/**
 * Lines kept in hand, by the square root of the pages: on every page what cannot be divided falls differently with
 * each change of the text. No more than a part of a page, or the count would miss at its other end; of a large count
 * a part more.
 */
const KEPT_LINES = { cutting: 5, adding: 5 } as const
const KEPT_OF_PAGE = 0.45
const KEPT_PART = 0.02

/**
 * Characters to cut or add, in tens: found by doing it, on the texts themselves, until the pages come out. Enough to
 * cut, or room to add, wherever it is done: as the report shares it out, in every paragraph, in a few long articles,
 * or in the first pages. No more than `most` layouts are tried.
 */
export function countToFit(task: CountTask, most = mostTrials(task)): number {
  const trials = new Trials(task, most)
  return task.cutting ? leastCut(task, trials) : mostAdded(task, trials)
}

/** How far a count goes from one trial to the next. */
function stride({ row }: CountTask, count: number): number {
  return Math.max(3 * row, count * 0.12)
}

function leastCut(task: CountTask, trials: Trials): number {
  const most = inTens(
    task.articles.flatMap((one) => one.open).reduce((sum, one) => sum + spare(one), 0),
    -1,
  )
  let fails = 0
  let works = Math.min(most, task.guess)
  while (!trials.fits(works)) {
    // Text alone cannot be cut so far: what is over is told as it is seen.
    if (works >= most || trials.left === 0) return inTens(Math.max(works, task.guess), 1)
    fails = works
    works = Math.min(most, works + stride(task, works))
  }
  works = trials.between(fails, works)
  return Math.min(most, agreed(task, trials, works + inHand(task, works)))
}

function mostAdded(task: CountTask, trials: Trials): number {
  let fits = 0
  let over = task.guess
  while (trials.left > 0 && trials.fits(over)) {
    fits = over
    over += stride(task, over)
  }
  fits = fits === 0 && trials.left <= WAYS.length ? below(task, trials, over) : trials.between(over, fits)
  return agreed(task, trials, Math.max(0, fits - inHand(task, fits)))
}

/**
 * The first count below one that does not fit which does. Of a long issue few layouts are tried: where they are used up
 * what is seen free is told.
 */
function below(task: CountTask, trials: Trials, fails: number): number {
  const count = Math.max(0, fails - stride(task, fails))
  return count === 0 || trials.left === 0 || trials.fits(count) ? count : below(task, trials, count)
}

/** Part of a page by which a count is changed while some way of cutting or adding it still misses the pages. */
const STEP_OF_PAGE = 0.12

/** The first count, from `from` away from the page's edge, with which every way comes out; else that with which most do. */
function agreed(task: CountTask, trials: Trials, from: number): number {
  const direction = task.cutting ? 1 : -1
  let best = { count: inTens(from, direction), met: 0 }
  for (let step = 0; trials.left >= WAYS.length; step += 1) {
    const count = inTens(from + direction * step * STEP_OF_PAGE * task.page, direction)
    if (count <= 0) break
    const met = trials.met(count)
    if (met > best.met) best = { count, met }
    if (met === WAYS.length) break
  }
  return best.count
}

function inHand({ perLine, page, cutting, wanted }: CountTask, count: number): number {
  const lines = KEPT_LINES[cutting ? 'cutting' : 'adding'] * Math.sqrt(wanted)
  return Math.min(lines * perLine, KEPT_OF_PAGE * page) + KEPT_PART * count
}

function inTens(characters: number, direction: 1 | -1): number {
  const tens = characters / ROUND
  return (direction > 0 ? Math.ceil(tens) : Math.floor(tens)) * ROUND
}

function mostTrials({ articles }: CountTask): number {
  const characters = articles.reduce((sum, one) => sum + one.characters, 1)
  return Math.max(LEAST_TRIALS, Math.min(MOST_TRIALS, Math.floor(MOST_SET / characters)))
}

/** Where characters are cut or added. */
type Way = (task: CountTask, count: number) => Map<ShapedText, number>

/** Layouts with changed text, no more than a bounded number of them. */
class Trials {
  readonly #task: CountTask
  left: number

  constructor(task: CountTask, most: number) {
    this.#task = task
    this.left = most
  }

  /** Whether the wanted pages hold everything after `count` characters were cut or added as the report says. */
  fits(count: number): boolean {
    return this.#pages(count, byArticles) <= this.#task.wanted
  }

  /** In how many of the ways `count` makes just the wanted pages. */
  met(count: number): number {
    return WAYS.filter((way) => this.#pages(count, way) === this.#task.wanted).length
  }

  #pages(count: number, way: Way): number {
    this.left -= 1
    const { copy, cutting } = this.#task
    const change = [...way(this.#task, Math.round(count))].map(
      ([text, by]) => [text, cutting ? by : -by] as const,
    )
    return pagesWith(copy, new Map(change))
  }

  /** Between a count that does not fit and one that does, one near the first that does. */
  between(fails: number, fits: number): number {
    let far = fits
    let near = fails
    while (Math.abs(far - near) > this.#task.row && this.left > WAYS.length) {
      const middle = (near + far) / 2
      if (this.fits(middle)) far = middle
      else near = middle
    }
    return far
  }
}

function pagesWith(copy: Copy, change: TextChange): number {
  return findLayout({ ...copy, blocks: withChange(copy.blocks, change) }).layout.pages
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
