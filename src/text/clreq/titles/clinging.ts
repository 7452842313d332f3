import { ROWS } from './clinging-rows.ts'

/** How much two words cling: not at all, by the ends of longer words that face each other (工程质量 提升), or as they stand. */
export const LOOSE = 0
export const BY_ENDS = 2
export const WHOLLY = 3

/** The rows that each word begins, and the words that each row's cling to, by number; made when the first title is read. */
const firsts = new Map<number, number[]>()
const seconds: ReadonlySet<number>[] = []

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
  const rows = firsts.get(numberOfWord(first))
  if (rows === undefined || first === second) return false
  const number = numberOfWord(second)
  return rows.some((row) => seconds[row]?.has(number))
}

function readRows(): void {
  ROWS.forEach((row, at) => {
    const middle = row.indexOf('>')
    for (let sign = 0; sign < middle; sign += 3) {
      const number = numberInSigns(row, sign)
      const rows = firsts.get(number)
      if (rows === undefined) firsts.set(number, [at])
      else rows.push(at)
    }
    const after = new Set<number>()
    for (let sign = middle + 1; sign < row.length; sign += 3) after.add(numberInSigns(row, sign))
    seconds.push(after)
  })
}

/** Six bits each. */
export const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-'
/** What a sign stands for, by its code. */
const VALUES = new Uint8Array(128)
for (let value = 0; value < SIGNS.length; value += 1) VALUES[SIGNS.charCodeAt(value)] = value

function numberInSigns(row: string, at: number): number {
  const value = (place: number) => VALUES[row.charCodeAt(at + place)] as number
  return (value(0) << 12) | (value(1) << 6) | value(2)
}

/** A word's number of 18 bits, from its characters: two words of one number are rarer than one in a hundred thousand. */
export function numberOfWord(word: string): number {
  let number = 3
  for (let at = 0; at < word.length; at += 1) number = Math.imul(number, 0x9e3779b1) ^ word.charCodeAt(at)
  return Math.imul(number ^ (number >>> 15), 0x85ebca6b) >>> 14
}
