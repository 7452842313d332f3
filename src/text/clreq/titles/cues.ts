import type { Token } from './tokens.ts'

/** Cues are numbered below this; those that fall on one number are weighed together. */
export const CUE_COUNT = 4096
/** Of 32 bits so many are left out. */
const SHIFT = Math.clz32(CUE_COUNT - 1)

/** What a cue adds to the price of a break, in the unit of PRICES. */
export type WeighCue = (cue: number) => number

/**
 * The cues of a break before the token `at`: the words on both sides, their first and last characters, and the last of
 * the words beyond them. They tell what no class of words does: that 结果 rather ends a line and 职称 rather does not.
 */
export function cuesAt(tokens: readonly Token[], at: number): number[] {
  const before = (tokens[at - 1] as Token).text
  const after = (tokens[at] as Token).text
  const ends = before.charCodeAt(before.length - 1)
  const closes = after.charCodeAt(after.length - 1)
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
  ]
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
