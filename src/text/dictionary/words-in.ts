import type { Word, WordClass } from '../clreq/titles/word.ts'
import { cutHan } from './cut-han.ts'
import {
  COMBINING_UNIT,
  DIGIT_UNIT,
  HAN_UNIT,
  KATAKANA_UNIT,
  LETTER_UNIT,
  PAIR_UNIT,
  unitKindOf,
} from './unit-kind.ts'

/** Marks that hold a word together between two letters, and a number between two digits (UAX #29, WB6–7, WB11–12). */
const BETWEEN_LETTERS = "'’."
const BETWEEN_DIGITS = '.,．'

/**
 * A text's words in reading order, all of it and without gaps, and their classes: Chinese divided into the listed words
 * in the most probable way; runs of letters and digits; every mark and every space by itself. The same on every machine.
 */
export function wordsIn(text: string): Word[] {
  const words: Word[] = []
  let from = 0
  while (from < text.length) {
    const more = unitKindOf(text, from) === HAN_UNIT ? cutHan(text, from) : [otherWord(text, from)]
    const last = more.pop() as Word
    const end = withCombining(text, last.from + last.text.length)
    for (const word of more) words.push(word)
    words.push({ ...last, text: text.slice(last.from, end) })
    from = end
  }
  return words
}

function otherWord(text: string, from: number): Word {
  return { text: text.slice(from, endOfOther(text, from)), from, class: classOfOther(unitKindOf(text, from)) }
}

function classOfOther(kind: number): WordClass {
  if (kind === DIGIT_UNIT) return 'number'
  return kind === LETTER_UNIT || kind === KATAKANA_UNIT || kind === PAIR_UNIT ? 'noun' : 'mark'
}

/** The end of the word that begins at `from` and is not Chinese. */
function endOfOther(text: string, from: number): number {
  const kind = unitKindOf(text, from)
  if (kind === PAIR_UNIT) return from + 2
  if (kind !== LETTER_UNIT && kind !== DIGIT_UNIT && kind !== KATAKANA_UNIT) return from + 1
  let to = from + 1
  while (to < text.length && goesOn(text, to)) to += 1
  return to
}

/** Whether the word of the character before `at` goes on there. */
function goesOn(text: string, at: number): boolean {
  const kind = unitKindOf(text, at)
  if (kind === COMBINING_UNIT) return true
  const before = unitKindOf(text, at - 1)
  if (kind === KATAKANA_UNIT || before === KATAKANA_UNIT) return kind === before
  if (kind === LETTER_UNIT || kind === DIGIT_UNIT) return true
  const joining = before === LETTER_UNIT ? BETWEEN_LETTERS : before === DIGIT_UNIT ? BETWEEN_DIGITS : ''
  return joining.includes(text[at] as string) && at + 1 < text.length && unitKindOf(text, at + 1) === before
}

/** The end after the marks that combine with the character before it. */
function withCombining(text: string, end: number): number {
  let to = end
  while (to < text.length && unitKindOf(text, to) === COMBINING_UNIT) to += 1
  return to
}
