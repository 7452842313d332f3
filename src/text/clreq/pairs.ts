import {
  CONNECTOR,
  DASH,
  DIGIT,
  ELLIPSIS,
  HAN,
  INTERPUNCT,
  isClosing,
  isWideKind,
  LETTER,
  OPENER,
  QUESTION,
  SOLIDUS,
  SPACE,
  WIDE,
  WIDE_DOT,
} from './kinds.ts'

/**
 * 避头尾 levels: `none` keeps only words, numbers and pairs that are never cut (clreq's 不作避头尾处理), `loose` with
 * what CSS loosens, `normal` as clreq's GB level, `strict` as its strict level.
 */
export type BreakLevel = 'none' | 'loose' | 'normal' | 'strict'

/** What the Chinese rules say of a place: nothing, never, yes, or only to save a loose line. */
export const UNSAID = 0
export const NEVER = 1
export const MAY = 2
export const RELUCTANTLY = 3

/** A place between two characters, with what the rules look at. Offsets are UTF-16. */
export interface Text {
  readonly text: string
  readonly kinds: Uint8Array
  /** Where the run of one sign began that was last looked at; asked for places in ascending order. */
  readonly run: { from: number; to: number }
}

/**
 * What clreq says of a break before the character at `at` (clreq §6.1, GB/T 15834 clause 5.1, R32–R39).
 * `UNSAID` leaves the answer of the Unicode algorithm.
 */
export function chineseRule(place: Text, at: number, level: BreakLevel): number {
  const { text, kinds } = place
  const before = kinds[at - 1] as number
  const after = kinds[at] as number
  if (before === HAN && after === HAN) return UNSAID
  if (holdsNumber(text, kinds, at)) return NEVER
  if (before === QUESTION && after === QUESTION) return NEVER
  if (level === 'none') return ruleWithoutLevel(place, at)
  if (after === DASH || before === DASH) return ruleAtDash(place, at, level)
  if (after === ELLIPSIS || before === ELLIPSIS) return ruleAtEllipsis(place, at, level)
  if (after === CONNECTOR) return mayBeginLine(text, at, level) ? MAY : NEVER
  if (beginsNoLine(place, at)) return NEVER
  if (before === SOLIDUS && after !== SPACE) return ruleAfterSolidus(place, at, level)
  if (after === INTERPUNCT && (isWideKind(before) || before === SPACE)) return NEVER
  if (before === SPACE && (isClosing(after) || after === WIDE_DOT) && level !== 'loose') return NEVER
  if (before === INTERPUNCT && (after === HAN || after === WIDE))
    return isWideKind(kinds[at - 2] ?? HAN) ? MAY : UNSAID
  if (level === 'loose' && before === HAN && text[at] === '%') return MAY
  return isReluctant(text, kinds, at) ? RELUCTANTLY : UNSAID
}

/** With no 避头尾, marks of punctuation begin and end lines as Han do; —— and …… are still never cut. */
function ruleWithoutLevel(place: Text, at: number): number {
  const { kinds } = place
  const before = kinds[at - 1] as number
  const after = kinds[at] as number
  if (before === after && (after === DASH || after === ELLIPSIS)) return betweenPairs(place, at)
  const sign = (isWideKind(before) || isSign(place.text, at - 1)) && isWideKind(after)
  return sign || (isWideKind(before) && isSign(place.text, at)) ? MAY : UNSAID
}

/** A letter, digit or sign of ASCII: nothing that joins itself to its neighbours, as combining marks do. */
function isSign(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit > 0x20 && unit < 0x7f
}

/** A number keeps its digits, signs and units (clreq §6.1.2.2, R37, R38), at every level. */
function holdsNumber(text: string, kinds: Uint8Array, at: number): boolean {
  const left = text[at - 1] as string
  const right = text[at] as string
  const digitBefore = isDigitAt(kinds, text, at - 1)
  const digitAfter = isDigitAt(kinds, text, at)
  if (digitBefore && (digitAfter || AFTER_NUMBER.includes(right))) return true
  if (digitAfter && BEFORE_NUMBER.includes(left)) return true
  if (SEPARATORS.includes(left) && digitAfter && isDigitAt(kinds, text, at - 2)) return true
  return digitAfter && left === ' ' && isStandardMark(text, at - 1)
}

const AFTER_NUMBER = '%‰‱°′″℃℉％﹪￠¢₫€¥￥$＄£￡₩₽₹'
const BEFORE_NUMBER = '+-−±＋－﹣¥￥$＄﹩€£￡₩￦₽₹₫№#'
const SEPARATORS = '.,:．，：/-–—'

function isDigitAt(kinds: Uint8Array, text: string, at: number): boolean {
  if (kinds[at] === DIGIT) return true
  const unit = text.charCodeAt(at)
  return unit >= 0xff10 && unit <= 0xff19
}

/** GB/T 9704, ISO 9001: capitals before the space that belong to the number after it. */
function isStandardMark(text: string, space: number): boolean {
  let from = space
  while (from > 0 && isCapitalOrSlash(text.charCodeAt(from - 1))) from -= 1
  const before = text.charCodeAt(from - 1)
  const insideWord = (before >= 0x61 && before <= 0x7a) || (before >= 0x30 && before <= 0x39)
  return space - from >= 2 && !insideWord
}

function isCapitalOrSlash(unit: number): boolean {
  return (unit >= 0x41 && unit <= 0x5a) || unit === 0x2f
}

/** How many of the same character stand before `at`. */
function runBefore({ text, run }: Text, at: number): number {
  if (run.to !== at - 1 || text[at - 1] !== text[at - 2]) run.from = at - 1
  while (run.from > 0 && text[run.from - 1] === text[at - 1]) run.from -= 1
  run.to = at
  return at - run.from
}

/** How many of the same character stand from `at` on. */
function runFrom(text: string, at: number): number {
  let to = at
  while (text[to] === text[at]) to += 1
  return to - at
}

/**
 * 破折号 is never cut, a longer run only between pairs (R36); it may begin a line unless the level is strict (R35).
 * A single — between two things is a connector and begins none; with nothing after it, it is a dash cut short.
 */
function ruleAtDash(place: Text, at: number, level: BreakLevel): number {
  const { text, kinds } = place
  if (kinds[at] === DASH && kinds[at - 1] === DASH) return betweenPairs(place, at)
  if (kinds[at] !== DASH) return UNSAID
  if (level === 'strict') return NEVER
  const connector = runFrom(text, at) === 1 && text[at] === '—' && at + 1 < text.length
  return connector ? NEVER : UNSAID
}

function betweenPairs(place: Text, at: number): number {
  if (place.text[at] !== place.text[at - 1]) return NEVER
  return runBefore(place, at) % 2 === 0 ? MAY : NEVER
}

/** 省略号 likewise; in Japanese text, and as a single sign, it never begins a line (UAX #14 LB22; CSS Text 3 §5.3). */
function ruleAtEllipsis(place: Text, at: number, level: BreakLevel): number {
  const { text, kinds } = place
  if (kinds[at] === ELLIPSIS && kinds[at - 1] === ELLIPSIS) return betweenPairs(place, at)
  if (kinds[at] !== ELLIPSIS) return UNSAID
  if (level === 'loose')
    return isWideKind(kinds[at - 1] as number) && canEndLine(kinds[at - 1] as number) ? MAY : NEVER
  const run = runFrom(text, at)
  if (level === 'strict' || run < 2) return NEVER
  if (isKana(text.charCodeAt(at - 1)) || isKana(text.charCodeAt(at + run))) return NEVER
  return canEndLine(kinds[at - 1] as number) && isWideKind(kinds[at - 1] as number) ? MAY : UNSAID
}

function isKana(unit: number): boolean {
  return unit >= 0x3041 && unit <= 0x30ff
}

function canEndLine(kind: number): boolean {
  return kind === HAN || kind === WIDE || (kind > 4 && kind <= QUESTION)
}

/** – ～ begin no line (GB/T 15834 clause 5.1.6); 〜 and, loosely, the hyphens do where CSS lets them. */
function mayBeginLine(text: string, at: number, level: BreakLevel): boolean {
  const sign = text[at]
  if (sign === '〜') return level !== 'strict'
  return sign === '–' && level === 'loose'
}

/**
 * The full-width forms of / and of the short connector, that the Unicode algorithm takes for ideographs: ／ begins no
 * line (GB/T 15834 clause 5.1.9, R34), nor does － unless it is a number's sign (clause 5.1.6).
 */
function beginsNoLine({ text, kinds }: Text, at: number): boolean {
  const sign = text[at]
  return sign === '／' || ((sign === '－' || sign === '﹣') && !isDigitAt(kinds, text, at + 1))
}

/** / is neither first nor last between two things (GB/T 15834 clause 5.1.9); loosely only not first. */
function ruleAfterSolidus({ text, kinds }: Text, at: number, level: BreakLevel): number {
  const wide = isWideKind(kinds[at - 2] ?? HAN) || isWideKind(kinds[at] as number)
  if (wide) return level === 'loose' ? UNSAID : NEVER
  const letter = kinds[at - 2] === LETTER || kinds[at] === LETTER
  return letter || text[at - 1] === '／' ? NEVER : UNSAID
}

/**
 * Places that are better left whole but may be cut: a number and the measure word after it, 第 and its number,
 * the parts of a date, and the two characters of a spaced name (R39).
 */
function isReluctant(text: string, kinds: Uint8Array, at: number): boolean {
  const before = kinds[at - 1]
  const after = kinds[at]
  if (before === DIGIT && after === HAN) return true
  if (before === HAN && after === DIGIT) return REACHING_FORWARD.includes(text[at - 1] as string)
  return before === SPACE && after === HAN && kinds[at - 2] === HAN && isLoneName(kinds, at)
}

/** 第12期, 2026年3月1日, 近30家. */
const REACHING_FORWARD = '第年月时分约近超达逾共每各前后'

/** 张 三: one Han, a space, one Han, and no more Han on either side. */
function isLoneName(kinds: Uint8Array, at: number): boolean {
  return kinds[at - 3] !== HAN && kinds[at + 1] !== HAN
}

/** Whether something longer than its line may be cut between two kinds: never so that a mark stands at the wrong edge. */
export function mayCutBetween(before: number, after: number): boolean {
  return before !== OPENER && !isClosing(after) && (after < INTERPUNCT || after > SOLIDUS)
}

/**
 * Characters that a break level sets like Han, though the Unicode algorithm keeps them from the start of a line;
 * never one that ends the text, as it would stand on a line by itself.
 */
export function loosened(codePoint: number, level: BreakLevel, ends: boolean): boolean {
  if (level === 'strict' || ends) return false
  if (codePoint === 0x301c || codePoint === 0x30a0) return true
  return level !== 'normal' && LOOSE.includes(String.fromCodePoint(codePoint))
}

/** CSS Text 3 §5.3, line-break: loose — iteration marks, centred points, wide units and currency signs. */
const LOOSE = '々〻ゝゞヽヾ・：；･‼⁇⁈⁉！？°‰′″‵℃℉﹪％￠￡￥€№＄﹩￦±₩‐․︙'
