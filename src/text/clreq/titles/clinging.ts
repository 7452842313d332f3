import { ROWS } from './clinging-rows.ts'

/** How much two words cling: not at all, by the ends of longer words that face each other (工程质量 提升), or as they stand. */
export const LOOSE = 0
export const BY_ENDS = 2
export const WHOLLY = 3

/** All rows, | between them; joined when the first title is read. */
let rows = ''

/**
 * How much `second` clings to `first`, which stands before it, whatever their classes: one of the degrees above. 质量 提升,
 * 职称 评审 and 返乡 创业 are one thing to the reader. Known by rows of words of which each first one binds each second.
 */
export function clinging(first: string, second: string): number {
  if (first.length < 2 || second.length < 2) return LOOSE
  if (isListed(first, second)) return WHOLLY
  const longer = first.length > 2 || second.length > 2
  return longer && isListed(first.slice(-2), second.slice(0, 2)) ? BY_ENDS : LOOSE
}

function isListed(first: string, second: string): boolean {
  if (first === second) return false
  if (rows === '') rows = `|${ROWS.join('|')}|`
  const signs = signsOfWord(first)
  let other = ''
  for (let at = rows.indexOf(signs); at >= 0; at = rows.indexOf(signs, at + 1)) {
    const start = rows.lastIndexOf('|', at) + 1
    const middle = rows.indexOf('>', start)
    if (middle < at || (at - start) % 3 !== 0) continue
    if (other === '') other = signsOfWord(second)
    if (hasWord(other, middle + 1, rows.indexOf('|', middle))) return true
    // A row has a word once on its left.
    at = middle
  }
  return false
}

/** Whether a word's signs stand at one of its places from `start` on. */
function hasWord(signs: string, start: number, end: number): boolean {
  for (let at = rows.indexOf(signs, start); at >= 0 && at < end; at = rows.indexOf(signs, at + 1))
    if ((at - start) % 3 === 0) return true
  return false
}

/** Six bits each. */
export const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-'

/** The three signs of a word's number, as rows have them. */
export function signsOfWord(word: string): string {
  const number = numberOfWord(word)
  return SIGNS.charAt(number >>> 12) + SIGNS.charAt((number >>> 6) & 63) + SIGNS.charAt(number & 63)
}

/** A word's number of 18 bits, from its characters: two words of one number are rarer than one in a hundred thousand. */
export function numberOfWord(word: string): number {
  let number = 3
  for (let at = 0; at < word.length; at += 1) number = Math.imul(number, 0x9e3779b1) ^ word.charCodeAt(at)
  return Math.imul(number ^ (number >>> 15), 0x85ebca6b) >>> 14
}
