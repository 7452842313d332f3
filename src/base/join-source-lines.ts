/**
 * The text of a paragraph typed over several source lines, on one line (源文换行). Takes text with newlines;
 * gives it without. A newline and the spaces around it vanish between two wide characters, beside a zero
 * width space and beside full-width punctuation; anywhere else they become one space
 * (CSS Text 3 §4.1.3 and Text 4 "segment break transformation rules", read for Chinese). Signs that Chinese
 * shares with other scripts (—— …… “ ” · ①) are wide where what stands beside them is.
 */
export function joinSourceLines(text: string): string {
  if (!/[\r\n]/.test(text)) return text
  return text
    .split(/[ \t]*(?:\r\n?|\n)[ \t\r\n]*/)
    .reduce((joined, line) => (joined === '' || line === '' ? joined + line : joinTwo(joined, line)))
}

/**
 * The text with its tabs, and the blanks beside them, as the one space that a tab is worth; none where the text
 * ends or a full-width mark carries its own space.
 */
export function withoutTabs(text: string): string {
  if (!text.includes('\t')) return text
  return text.replace(/ *\t[ \t]*/g, (blanks, at: number) => {
    const before = lastBeforeSelectors(text.slice(Math.max(0, at - 2), at))
    return tabVanishes(before, text.codePointAt(at + blanks.length)) ? '' : ' '
  })
}

/** Whether a tab leaves no space between two characters; undefined or 0 for where the text begins or ends. */
export function tabVanishes(before: number | undefined, after: number | undefined): boolean {
  return !before || !after || isWidePunctuation(before) || isWidePunctuation(after)
}

/** What has no width and says nothing about the line it ends or begins. */
const IGNORABLE = '\\u00ad\\u034f\\u200c-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\ufeff'
const SELECTORS = '\\ufe00-\\ufe0f\\u{e0100}-\\u{e01ef}'
const TRAILING = new RegExp(`[${IGNORABLE}]+$`, 'u')
const LEADING = new RegExp(`^[${IGNORABLE}]+`, 'u')
const SELECTORS_AT_END = new RegExp(`[${SELECTORS}]+$`, 'u')

const ZERO_WIDTH_SPACE = '\u200b'

function joinTwo(before: string, after: string): string {
  const left = before.replace(TRAILING, '')
  const right = after.replace(LEADING, '')
  if (left.endsWith(ZERO_WIDTH_SPACE) || right.startsWith(ZERO_WIDTH_SPACE)) {
    return left.replace(/\u200b+$/, '') + right.replace(/^\u200b+/, '')
  }
  return newlineVanishes(left, right) ? left + right : `${before} ${after}`
}

function lastBeforeSelectors(text: string): number {
  const base = text.replace(SELECTORS_AT_END, '')
  const low = base.charCodeAt(base.length - 1)
  return low >= 0xdc00 && low <= 0xdfff ? (base.codePointAt(base.length - 2) ?? 0) : low
}

/** Dashes: whether they are wide is told by what stands before or behind them. */
const DASHES_AT_END = /[—–―]+$/
const DASHES_AT_START = /^[—–―]+/

function newlineVanishes(before: string, after: string): boolean {
  const left = lastBeforeSelectors(before)
  const right = after.codePointAt(0) ?? 0
  if (isWidePunctuation(left) || isWidePunctuation(right)) return true
  // What opens has nothing to part from behind it, and what closes nothing before it.
  if (OPENING.includes(left) || CLOSING.includes(right)) return true
  if (isWide(left) || isWide(right)) return isWideIn(left) && isWideIn(right)
  return isBoundByDash(before, after) || (isShared(left) && isShared(right))
}

/** 1949—\n2024: a dash between figures, or between a figure and a wide character, has no space at all. */
function isBoundByDash(before: string, after: string): boolean {
  const start = before.replace(DASHES_AT_END, '')
  const end = after.replace(DASHES_AT_START, '')
  if (start === before && end === after) return false
  return isWideOrDigit(lastBeforeSelectors(start)) && isWideOrDigit(end.codePointAt(0) ?? 0)
}

function isWideOrDigit(codePoint: number): boolean {
  return (codePoint >= 0x30 && codePoint <= 0x39) || isWideIn(codePoint)
}

function isWideIn(codePoint: number): boolean {
  return isWide(codePoint) || isShared(codePoint)
}

/** “ and ‘; ” and ’. */
const OPENING: readonly number[] = [0x201c, 0x2018]
const CLOSING: readonly number[] = [0x201d, 0x2019]

const SHARED = '—–―…‥⋯“”‘’·‧※§№℃℉°′″‰×÷±≈≠≤≥∶○◯→←↑↓'

/** East Asian Width A that Chinese sets in a whole em; geometric shapes other than 〇’s fellow are not among them. */
function isShared(codePoint: number): boolean {
  if (codePoint >= 0x2460 && codePoint <= 0x24ff) return true
  if (codePoint >= 0x2776 && codePoint <= 0x2793) return true
  if (codePoint >= 0x2160 && codePoint <= 0x217f) return true
  return SHARED.includes(String.fromCodePoint(codePoint))
}

/** Pairs of first and last code point. East Asian Width F, W or H, Hangul left out (Unicode EastAsianWidth.txt). */
const WIDE = [
  0x231a, 0x231b, 0x2329, 0x232a, 0x2e80, 0x303e, 0x3041, 0x3130, 0x318f, 0x31ff, 0x3220, 0x325f, 0x327f,
  0x4dbf, 0x4e00, 0xa4cf, 0xf900, 0xfaff, 0xfe10, 0xfe19, 0xfe30, 0xfe6f, 0xff01, 0xff9f, 0xffe0, 0xffee,
  0x16fe0, 0x18d08, 0x1aff0, 0x1b2fb, 0x1f200, 0x1f265, 0x20000, 0x3fffd,
]

function isWide(codePoint: number): boolean {
  for (let i = 0; i < WIDE.length; i += 2) {
    if (codePoint >= (WIDE[i] as number) && codePoint <= (WIDE[i + 1] as number)) return true
  }
  return codePoint >= 0x2600 && /\p{Emoji_Presentation}/u.test(String.fromCodePoint(codePoint))
}

/** 、。〈《「【〔 … and their full-width fellows: the mark carries its own space. */
function isWidePunctuation(codePoint: number): boolean {
  if (codePoint >= 0x3000 && codePoint <= 0x303d)
    return codePoint <= 0x3003 || /\p{P}/u.test(String.fromCodePoint(codePoint))
  if (codePoint < 0xfe10 || codePoint > 0xff65) return false
  return isWide(codePoint) && /\p{P}/u.test(String.fromCodePoint(codePoint))
}
