import { SIGNS } from './clinging.ts'
import { NOUNS, VERBALS } from './terms-listed.ts'
import type { Word, WordClass } from './word.ts'

/** Terms have no more characters and words. */
const LONGEST = 18
const MOST_WORDS = 8

/** The class of each term by its number; made when the first title is read. */
const classes = new Map<number, WordClass>()

/** So many words from `at` on are one term of the list, and what it is to a title; null where none begins. The longest wins. */
export function termAt(words: readonly Word[], at: number): { count: number; class: WordClass } | null {
  if (classes.size === 0) readTerms()
  let number = START
  let length = 0
  let found: { count: number; class: WordClass } | null = null
  for (let count = 1; count <= MOST_WORDS; count += 1) {
    const text = words[at + count - 1]?.text
    if (text === undefined) break
    length += text.length
    if (length > LONGEST) break
    number = mixedIn(number, text)
    const known = count > 1 ? classes.get(finished(number)) : undefined
    if (known !== undefined) found = { count, class: known }
  }
  return found
}

function readTerms(): void {
  const read = (list: string, made: WordClass) => {
    for (let at = 0; at < list.length; at += TERM_SIGNS) {
      let number = 0
      for (let sign = 0; sign < TERM_SIGNS; sign += 1)
        number = number * 64 + SIGNS.indexOf(list.charAt(at + sign))
      classes.set(number, made)
    }
  }
  read(NOUNS, 'noun')
  read(VERBALS, 'verbal')
}

/** Each term is known by a number of 24 bits in so many signs of six. */
export const TERM_SIGNS = 4
const START = 5

function mixedIn(number: number, text: string): number {
  let mixed = number
  for (let at = 0; at < text.length; at += 1) mixed = Math.imul(mixed, 0x9e3779b1) ^ text.charCodeAt(at)
  return mixed
}

function finished(number: number): number {
  return Math.imul(number ^ (number >>> 15), 0x85ebca6b) >>> 8
}

/** A term's number of 24 bits: of ten thousand runs of words that are none, one passes for one of 1,700 terms. */
export function numberOfTerm(term: string): number {
  return finished(mixedIn(START, term))
}
