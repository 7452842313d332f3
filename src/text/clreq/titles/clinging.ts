import { ROWS } from './clinging-rows.ts'

/** How much two words cling: not at all, by the ends of longer words that face each other (工程质量 提升), or as they stand. */
export const LOOSE = 0
export const BY_ENDS = 2
export const WHOLLY = 3

/** The rows that each word begins, and the words that each row's cling to; made when the first title is read. */
const firsts = new Map<string, number[]>()
const seconds: ReadonlySet<string>[] = []

/**
 * How much `second` clings to `first`, which stands before it, whatever their classes: one of the degrees above. 质量 提升,
 * 职称 评审 and 返乡 创业 are one thing to the reader. Known by rows of words of which each first one binds each second.
 */
export function clinging(first: string, second: string): number {
  if (first.length < 2 || second.length < 2) return LOOSE
  if (seconds.length === 0) readRows()
  if (isListed(first, second)) return WHOLLY
  const longer = first.length > 2 || second.length > 2
  return longer && isListed(first.slice(-2), second.slice(0, 2)) ? BY_ENDS : LOOSE
}

function isListed(first: string, second: string): boolean {
  const rows = firsts.get(signsOfWord(first))
  if (rows === undefined || first === second) return false
  const signs = signsOfWord(second)
  return rows.some((row) => seconds[row]?.has(signs))
}

function readRows(): void {
  ROWS.forEach((row, at) => {
    const [before = '', after = ''] = row.split('>')
    seconds.push(new Set(threes(after)))
    for (const word of threes(before)) {
      const rows = firsts.get(word)
      if (rows === undefined) firsts.set(word, [at])
      else rows.push(at)
    }
  })
}

function threes(signs: string): string[] {
  const words: string[] = []
  for (let at = 0; at < signs.length; at += 3) words.push(signs.slice(at, at + 3))
  return words
}

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-'

/** A word's number, from its characters, in three signs: two words of one number are rarer than one in a hundred thousand. */
export function signsOfWord(word: string): string {
  let number = 3
  for (let at = 0; at < word.length; at += 1) number = Math.imul(number, 0x9e3779b1) ^ word.charCodeAt(at)
  number = Math.imul(number ^ (number >>> 15), 0x85ebca6b)
  const place = (shift: number) => SIGNS.charAt((number >>> shift) & 63)
  return place(26) + place(20) + place(14)
}
