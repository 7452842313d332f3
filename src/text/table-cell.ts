import {
  MONEY_SIGNS,
  type NumberKind,
  numberIn,
  PARTED_DIGITS,
  RISE_AND_FALL,
} from '../base/table-numbers.ts'
import { PRICES } from './clreq/titles/prices.ts'
import { titleBreaks } from './clreq/titles/title-breaks.ts'
import { wordsIn } from './dictionary/words-in.ts'
import { LinePricer } from './line-price.ts'
import type { ShapedText } from './shaped-text.ts'
import { ALLOWED, FORBIDDEN } from './uax14/break-opportunities.ts'

/** Longest text, in characters, whose words are looked at: a longer one is a paragraph, not an entry. */
const LONGEST_ENTRY = 60

/** Longest item that is kept whole, in characters; a longer one (from a date to a date) turns behind its dash. */
const LONGEST_ITEM = 14

const DASHES = '—–～~至'

/**
 * A number, an amount, a date, a time, a telephone number, each with what it counts; and the same without dashes. With
 * names of scripts, so that they are made when a table first wants them.
 */
let numbered: RegExp | undefined
let numberedShort: RegExp | undefined

function itemPattern(joiners: string): RegExp {
  const between = `[.,，:：/年月日号时点分${joiners.replace('-', '\\-')}]`
  return new RegExp(
    `[+\\-−±${RISE_AND_FALL}]?(?:${MONEY_SIGNS})?(?:${PARTED_DIGITS}(?:\\.\\d+)?|\\d)(?:(?:${between}|\\d){0,40}\\d)?[年月日号时点分秒%％‰℃]{0,2}(?:[十百千万亿]*\\p{Script=Han}{1,2}(?!\\p{Script=Han}))?`,
    'gu',
  )
}

/** A short entry of a list: a name, a unit, a yes or no. */
const short = () => /(?<=^|[、，；,;\s\u3000])\p{Script=Han}{2,4}(?=$|[、，；,;\s\u3000])/gu

/** Longest word of Han, in em, that a column is kept wide enough for: a longer one is an institution's name. */
const LONGEST_WORD_EM = 6

/**
 * A cell's text as it is broken in its column: by words, as a title is, and inside no number, date, time or name; behind a
 * dash from one to another only where `turns` says so. What is too long to be an entry is broken like a paragraph, but for
 * its numbers.
 */
export function asEntry(text: ShapedText, turns = false): ShapedText {
  const breaks = text.items.breaks.slice()
  const starts = startsOf(text)
  const whole = text.clusters.map((one) => one.text).join('')
  for (const [from, to] of wholeItems(whole, turns))
    for (let offset = from + 1; offset < to; offset += 1) {
      const cluster = starts.get(offset)
      if (cluster !== undefined) breaks[cluster - 1] = FORBIDDEN
    }
  if (turns)
    for (const { index } of whole.matchAll(/(?<=\d[^\d—]{0,4}[—–～~])(?=\d)/g)) {
      const cluster = starts.get(index)
      if (cluster !== undefined) breaks[cluster - 1] = ALLOWED
    }
  const headline = whole.length <= LONGEST_ENTRY
  return { ...text, items: { ...text.items, breaks }, style: { ...text.style, headline, fullest: 1 } }
}

/** Where items begin and end that are kept whole, as UTF-16 offsets. */
function wholeItems(text: string, turns: boolean): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = []
  const add = (pattern: RegExp, base: number, part: string) => {
    for (const match of part.matchAll(pattern)) {
      const from = base + match.index
      if ((turns || match[0].length > LONGEST_ITEM) && pattern === numbered) {
        numberedShort ??= itemPattern('-')
        add(numberedShort, from, match[0])
      } else found.push([from, from + match[0].length])
    }
  }
  numbered ??= itemPattern(`-${DASHES}`)
  if (!turns && text.length <= LONGEST_ITEM && numberIn(text) !== null) return [[0, text.length]]
  add(numbered, 0, text)
  add(short(), 0, text)
  return found
}

/** The cluster that begins at each UTF-16 offset. */
function startsOf({ clusters }: ShapedText): Map<number, number> {
  const starts = new Map<number, number>()
  let offset = 0
  clusters.forEach((cluster, index) => {
    starts.set(offset, index)
    offset += cluster.text.length
  })
  return starts
}

/** Width of an entry's longest item that is never parted, in pt: a narrower column breaks a word. */
export function floorWidth(entry: ShapedText): number {
  const { items, style } = entry
  const pricer = new LinePricer(items, style.size)
  const torn = style.headline ? tornWords(entry) : new Set<number>()
  const widest = (isWhole: (to: number) => boolean) => {
    let width = 0
    let from = 0
    for (let to = 1; to <= items.count; to += 1) {
      if (to < items.count && isWhole(to)) continue
      width = Math.max(width, pricer.naturalWidth(from, to))
      from = to
    }
    return width
  }
  const isItem = (to: number) => items.breaks[to - 1] === FORBIDDEN
  const words = widest((to) => isItem(to) || torn.has(to))
  const most = LONGEST_WORD_EM * style.size
  return words <= most ? words : Math.max(most, widest(isItem))
}

/** Width of what stands before a cluster, in pt. */
export function widthUpTo({ items, style }: ShapedText, cluster: number): number {
  return cluster === 0 ? 0 : new LinePricer(items, style.size).naturalWidth(0, cluster)
}

/** Clusters before which a break would part a word. */
function tornWords(entry: ShapedText): ReadonlySet<number> {
  const whole = entry.clusters.map((one) => one.text).join('')
  const { prices } = titleBreaks(whole, wordsIn(whole))
  const torn = new Set<number>()
  for (const [offset, cluster] of startsOf(entry))
    if ((prices[offset] ?? 0) >= PRICES.inWord && !DASHES.includes(whole[offset - 1] ?? ' '))
      torn.add(cluster)
  return torn
}

/** What a cell's number is that is not parted, and the cluster at which its point stands or what follows its whole part; null for what is none. */
export function pointOf(text: ShapedText): { readonly kind: NumberKind; readonly cluster: number } | null {
  const found = numberIn(text.clusters.map((one) => one.text).join(''))
  if (found === null || text.items.breaks.subarray(0, text.items.count - 1).some((one) => one !== FORBIDDEN))
    return null
  return { kind: found.kind, cluster: startsOf(text).get(found.point) ?? text.clusters.length }
}
