import { isHanUnit } from '../clreq/han.ts'

/** What a UTF-16 code unit is to the division of a text into words. */
export const OTHER_UNIT = 0
export const HAN_UNIT = 1
export const LETTER_UNIT = 2
export const DIGIT_UNIT = 3
export const KATAKANA_UNIT = 4
/** It belongs to the character before: accents, joiners, variation selectors. */
export const COMBINING_UNIT = 5
/** The first unit of a pair: 𠮷, 😀. */
export const PAIR_UNIT = 6

/** Of the kinds above, that of the unit at `at`. The second unit of a pair is asked only for variation selectors. */
export function unitKindOf(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  if (unit < 0x80) return kindOfAscii(unit)
  if (isHanUnit(unit)) return HAN_UNIT
  if (unit >= 0xd800 && unit <= 0xdfff) return kindOfSurrogate(text, at)
  if (isCombining(unit)) return COMBINING_UNIT
  if ((unit >= 0x30a1 && unit <= 0x30fa) || (unit >= 0x30fc && unit <= 0x30fe)) return KATAKANA_UNIT
  if (unit >= 0xff10 && unit <= 0xff19) return DIGIT_UNIT
  return isLetter(unit) ? LETTER_UNIT : OTHER_UNIT
}

function kindOfAscii(unit: number): number {
  if (unit >= 0x30 && unit <= 0x39) return DIGIT_UNIT
  const lower = unit | 0x20
  return (lower >= 0x61 && lower <= 0x7a) || unit === 0x5f ? LETTER_UNIT : OTHER_UNIT
}

/** Alphabets that are written with spaces between words, Korean among them. */
function isLetter(unit: number): boolean {
  if (unit < 0x2000) return unit >= 0xc0 && unit !== 0xd7 && unit !== 0xf7
  if (unit >= 0xac00 && unit <= 0xd7a3) return true
  return (unit >= 0xff21 && unit <= 0xff3a) || (unit >= 0xff41 && unit <= 0xff5a)
}

function isCombining(unit: number): boolean {
  if (unit >= 0x300 && unit <= 0x36f) return true
  return (unit >= 0xfe00 && unit <= 0xfe0f) || unit === 0x200d || (unit >= 0x20d0 && unit <= 0x20ff)
}

/** Variation selectors of plane 14 have this first unit. */
const SELECTORS = 0xdb40

function kindOfSurrogate(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  if (unit === SELECTORS || text.charCodeAt(at - 1) === SELECTORS) return COMBINING_UNIT
  const next = text.charCodeAt(at + 1)
  return unit < 0xdc00 && next >= 0xdc00 && next <= 0xdfff ? PAIR_UNIT : OTHER_UNIT
}
