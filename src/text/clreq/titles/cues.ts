import { BY_CLASS, readingsOf } from './readings.ts'
import type { Token } from './tokens.ts'

/** Cues are numbered below this; those that fall on one number are weighed together. */
export const CUE_COUNT = 8192
/** Of 32 bits so many are left out. */
const SHIFT = Math.clz32(CUE_COUNT - 1)

/** What a cue adds to the price of a break, in the unit of PRICES. */
export type WeighCue = (cue: number) => number

/** What joins the two sides of a place, and their lengths in UTF-16 units. */
export interface Joining {
  readonly rule: string
  readonly before: number
  readonly after: number
}

/**
 * The cues of a break before the token `at`: the words on both sides, their first and last characters and the last of
 * the words beyond them tell what no class of words does, that 结果 rather ends a line and 职称 rather does not; the rule
 * that joins the two sides tells more beside the kinds of these words: before a verb that is as often the name of an act,
 * a title turns less well than before one that only states. `kinds`: see {@link kindsOf}.
 */
export function cuesAt(
  tokens: readonly Token[],
  kinds: readonly number[],
  at: number,
  joining: Joining,
): number[] {
  const before = (tokens[at - 1] as Token).text
  const after = (tokens[at] as Token).text
  const ends = before.charCodeAt(before.length - 1)
  const closes = after.charCodeAt(after.length - 1)
  const rule = hashOf(joining.rule)
  const first = kinds[at - 1] as number
  const second = kinds[at] as number
  const third = kinds[at + 1] ?? NO_KIND
  const pair = first * KINDS + second
  return [
    cueOf(0, 0, 0),
    cueOf(1, hashOf(before), 0),
    cueOf(2, hashOf(after), 0),
    cueOf(3, ends, 0),
    cueOf(4, closes, 0),
    cueOf(5, after.charCodeAt(0), 0),
    cueOf(6, before.charCodeAt(0), 0),
    cueOf(7, ends, closes),
    cueOf(8, lastOf(tokens[at - 2]), 0),
    cueOf(9, lastOf(tokens[at + 1]), 0),
    cueOf(10, rule, pair),
    cueOf(11, rule, grade(joining.before) * 8 + grade(joining.after)),
    cueOf(12, rule, second * KINDS + third),
    cueOf(13, kinds[at - 2] ?? NO_KIND, pair),
    cueOf(14, third, pair),
  ]
}

/** A class of words with marks for heads, for those who act and for names, in one of four lengths. */
const CLASSES = Object.keys(BY_CLASS)
const KINDS = 512
const NO_KIND = KINDS - 1

/** What kind of word each token is, as a number. */
export function kindsOf(tokens: readonly Token[]): number[] {
  return tokens.map((token) => {
    let marks = token.name === true ? 4 : 0
    for (const [part] of readingsOf(token)) {
      if (part === 'head') marks |= 1
      if (part === 'agent') marks |= 2
    }
    return (CLASSES.indexOf(token.class) * 8 + marks) * 4 + Math.min(3, token.text.length)
  })
}

/** Lengths that are alike to a reader have one number. */
function grade(length: number): number {
  return length <= 2 ? length : length <= 4 ? 3 : length <= 6 ? 4 : length <= 9 ? 5 : 6
}

/** Whether a word stands on either side of the break before the token `at`. */
export function areWords(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.class !== 'mark' && tokens[at]?.class !== 'mark'
}

function lastOf(token: Token | undefined): number {
  return token === undefined ? 0 : token.text.charCodeAt(token.text.length - 1)
}

function hashOf(text: string): number {
  let hash = 3
  for (let at = 0; at < text.length; at += 1) hash = (Math.imul(hash, 131) + text.charCodeAt(at)) | 0
  return hash
}

/** Spreads a kind of cue and what it is of over all numbers (the mixing steps of MurmurHash3, public domain). */
function cueOf(kind: number, one: number, other: number): number {
  let hash = Math.imul(kind + 1, 0x9e3779b1) ^ one
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) ^ other
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> SHIFT
}
