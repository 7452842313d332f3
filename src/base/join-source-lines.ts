/**
 * The text of a paragraph typed over several source lines, on one line (源文换行). Takes text with newlines;
 * gives it without. A newline and the spaces around it vanish between two wide characters, beside a zero
 * width space and beside full-width punctuation; anywhere else they become one space
 * (CSS Text 3 §4.1.3 and Text 4 "segment break transformation rules", read for Chinese).
 */
export function joinSourceLines(text: string): string {
  if (!/[\r\n]/.test(text)) return text
  return text
    .split(/[ \t]*(?:\r\n?|\n)[ \t\r\n]*/)
    .reduce((joined, line) => (joined === '' || line === '' ? joined + line : joinTwo(joined, line)))
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
  return newlineVanishes(lastOf(left), right.codePointAt(0) ?? 0) ? left + right : `${before} ${after}`
}

function lastOf(text: string): number {
  const base = text.replace(SELECTORS_AT_END, '')
  const low = base.charCodeAt(base.length - 1)
  return low >= 0xdc00 && low <= 0xdfff ? (base.codePointAt(base.length - 2) ?? 0) : low
}

function newlineVanishes(left: number, right: number): boolean {
  if (isWidePunctuation(left) || isWidePunctuation(right)) return true
  return isWide(left) && isWide(right)
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
