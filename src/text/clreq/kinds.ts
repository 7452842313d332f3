/**
 * Kinds of characters as Chinese composition sees them (字符类), as numbers so that a paragraph's kinds are
 * one small array. After clreq §5 and §6, GB/T 15834-2011 clause 5.
 */
export const OTHER = 0
/** Han, kana, Bopomofo and what is set like them: one em, breakable on both sides. */
export const HAN = 1
/** Letters of alphabets: Latin, Greek, Cyrillic, Hebrew … */
export const LETTER = 2
export const DIGIT = 3
/** （《“ and the like: half an em of blank, then half an em of ink. */
export const OPENER = 4
/** ）》” and the like: ink, then blank. */
export const CLOSER = 5
/** ，、；： (逗号类): ink, then blank. */
export const COMMA = 6
/** 。． (句号类). */
export const STOP = 7
/** ？！. */
export const QUESTION = 8
/** · of half an em (间隔号). */
export const INTERPUNCT = 9
/** ・ of one em. */
export const WIDE_DOT = 10
/** … and ⋯; two make 省略号. */
export const ELLIPSIS = 11
/** —; two make 破折号, one alone is a connector. */
export const DASH = 12
/** – ～ 〜 - between things (连接号). */
export const CONNECTOR = 13
/** / (分隔号). */
export const SOLIDUS = 14
/** Space between words, breakable or not. */
export const SPACE = 15
/** The ideographic space U+3000. */
export const WIDE_SPACE = 16
/** ( [ { of Latin. */
export const NARROW_OPENER = 17
/** ) ] } of Latin. */
export const NARROW_CLOSER = 18
/** Full-width signs, letters and digits, symbols and pictographs of one em. */
export const WIDE = 19
/** “ ‘ before their context is known. */
export const OPENING_QUOTE = 20
/** ” ’ before their context is known. */
export const CLOSING_QUOTE = 21
/** Combining marks, joiners, variation selectors: part of the character before. */
export const MARK = 22
/** Line feed and the like: ends a line. */
export const LINE_END = 23

/** How many kinds there are. */
export const KINDS = 24

const OPENERS = '（《〈「『【〔〖〘〚［｛｟〝﹙﹛﹝'
const CLOSERS = '）》〉」』】〕〗〙〛］｝｠〞〟﹚﹜﹞'
const LISTED: readonly (readonly [kind: number, characters: string])[] = [
  [OPENER, OPENERS],
  [CLOSER, CLOSERS],
  [COMMA, '，、；：﹐﹑﹔﹕'],
  [STOP, '。．﹒'],
  [QUESTION, '？！﹖﹗'],
  [INTERPUNCT, '·‧'],
  [WIDE_DOT, '・'],
  [ELLIPSIS, '…⋯‥'],
  [DASH, '—―⸺⸻'],
  [CONNECTOR, '–～〜'],
  [SOLIDUS, '/／'],
  [SPACE, ' \u00a0\u2000\u2002\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f'],
  [WIDE_SPACE, '\u3000\u2001\u2003'],
  [NARROW_OPENER, '([{'],
  [NARROW_CLOSER, ')]}'],
  [OPENING_QUOTE, '“‘'],
  [CLOSING_QUOTE, '”’'],
  [LINE_END, '\n\r\u000b\u000c\u0085\u2028\u2029'],
  [HAN, '々〇〻ー'],
  [WIDE, '‼⁇⁈⁉'],
  [OTHER, '×÷ªº'],
]

let listed: Map<number, number> | null = null

function listedKinds(): Map<number, number> {
  listed = new Map()
  for (const [kind, characters] of LISTED) {
    for (const character of characters) listed.set(character.codePointAt(0) as number, kind)
  }
  return listed
}

/** First and last code points of letters that take a gap beside Han, below the Han blocks. */
const LETTERS = [
  0xc0, 0x24f, 0x250, 0x2af, 0x370, 0x52f, 0x531, 0x587, 0x5d0, 0x5ea, 0x620, 0x64a, 0x10a0, 0x10ff, 0x1c80,
  0x1cbf, 0x1d00, 0x1dbf, 0x1e00, 0x1fff, 0x2c60, 0x2c7f, 0xa720, 0xa7ff, 0xfb00, 0xfb06,
]
const MARKS = [
  0x300, 0x36f, 0x483, 0x489, 0x591, 0x5bd, 0x610, 0x61a, 0x64b, 0x65f, 0x1ab0, 0x1aff, 0x1dc0, 0x1dff,
  0x200c, 0x200d, 0x20d0, 0x20ff, 0x302a, 0x302f, 0x3099, 0x309a, 0xfe00, 0xfe0f, 0xfe20, 0xfe2f, 0x1f3fb,
  0x1f3ff, 0xe0020, 0xe007f, 0xe0100, 0xe01ef,
]
const HAN_RANGES = [
  0x2e80, 0x2fdf, 0x3021, 0x3029, 0x3038, 0x303c, 0x3041, 0x30ff, 0x3105, 0x312f, 0x31a0, 0x31bf, 0x31f0,
  0x31ff, 0x3400, 0x4dbf, 0x4e00, 0x9fff, 0xf900, 0xfaff, 0x1aff0, 0x1b16f, 0x20000, 0x3fffd,
]
const WIDE_RANGES = [
  0x2150, 0x218f, 0x2190, 0x21ff, 0x2200, 0x22ff, 0x2460, 0x27bf, 0x2b00, 0x2bff, 0x2ff0, 0x303f, 0x3190,
  0x33ff, 0xfe10, 0xfe6f, 0xff01, 0xff60, 0xffe0, 0xffe6, 0x1f000, 0x1faff,
]
/** °C ℃ ℉ № and other signs that Chinese fonts draw one em wide. */
const WIDE_SIGNS = new Set([0x2030, 0x2032, 0x2033, 0x2035, 0x203b, 0x2103, 0x2105, 0x2109, 0x2116, 0x2121])

function within(ranges: readonly number[], codePoint: number): boolean {
  for (let i = 0; i < ranges.length; i += 2) {
    if (codePoint < (ranges[i] as number)) return false
    if (codePoint <= (ranges[i + 1] as number)) return true
  }
  return false
}

function kindBeyondAscii(codePoint: number): number {
  const known = (listed ?? listedKinds()).get(codePoint)
  if (known !== undefined) return known
  if (within(MARKS, codePoint)) return MARK
  if (within(HAN_RANGES, codePoint)) return HAN
  if (codePoint < 0x2e80 && within(LETTERS, codePoint)) return LETTER
  if (within(WIDE_RANGES, codePoint) || WIDE_SIGNS.has(codePoint)) return WIDE
  return codePoint > 0xfb06 && codePoint < 0x1d000 ? OTHER : within(LETTERS, codePoint) ? LETTER : OTHER
}

/** The kind of a code point by itself; quotes still wait for their context. */
export function kindOf(codePoint: number): number {
  if (codePoint >= 0x4e00 && codePoint <= 0x9fff) return HAN
  if (codePoint < 0x80) {
    const letter = codePoint | 0x20
    if (letter >= 0x61 && letter <= 0x7a) return LETTER
    if (codePoint >= 0x30 && codePoint <= 0x39) return DIGIT
    if (codePoint === 0x20) return SPACE
  }
  return kindBeyondAscii(codePoint)
}

/** Whether a kind is a full-width point or closing mark: ink first, blank after it. */
export function isClosing(kind: number): boolean {
  return kind >= CLOSER && kind <= QUESTION
}

/** Marks of punctuation, that count for nothing when a line's characters are counted (R64). */
export function isPunctuation(kind: number): boolean {
  return (
    (kind >= OPENER && kind <= SOLIDUS) ||
    kind === NARROW_OPENER ||
    kind === NARROW_CLOSER ||
    kind >= OPENING_QUOTE
  )
}

/** Whether a kind is drawn on one em or as a Chinese mark, so that tracking may stand beside it. */
export function isWideKind(kind: number): boolean {
  return kind === HAN || kind === WIDE || (kind >= OPENER && kind <= CONNECTOR) || kind === WIDE_SPACE
}
