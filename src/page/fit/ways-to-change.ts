import type { ShapedText } from '../../text/shaped-text.ts'
import { type ArticleText, apportioned, type OpenText, spare } from './changed-text.ts'
import type { Copy, Found } from './found-layout.ts'

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

/** A count in tens that is no less in the direction in which it grows. */
export function inTens(characters: number, direction: 1 | -1): number {
  const tens = characters / ROUND
  return (direction > 0 ? Math.ceil(tens) : Math.floor(tens)) * ROUND
}

/** Where characters are cut or added. */
export type Way = (task: CountTask, count: number) => Map<ShapedText, number>

/** As the report shares it out over the articles. */
export const byArticles: Way = (task, count) => {
  const shares = sharesOf(task, count)
  return merged(task.articles.map((article, index) => inTexts(task, article.open, shares[index] ?? 0)))
}

/** In every paragraph by its length. */
export const evenly: Way = (task, count) =>
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

export const WAYS: readonly Way[] = [byArticles, evenly, inLongest, inFirst, inLast, inSome]

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
