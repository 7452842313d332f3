/** A stretch of a text, UTF-16 offsets from … to. */
export type TextStretch = readonly [from: number, to: number]

/** As of `SPACE` in `text/clreq/kinds.ts`; looked for one by one, since most texts have none. */
const ALL_BLANKS = [' ', '\u3000', '\u00a0', '\t', '\u2002', '\u2003', '\u2009', '\u202f']
const BLANKS = /[ \t\u00a0\u2002\u2003\u2009\u202f\u3000]+/g
/** A full-width blank parts things on purpose, except inside a date or a time. */
const WIDE = '\u3000'
const AFTER_DIGITS = '年月日时点分秒'
const BEFORE_DIGITS = '年月日时点分第'

/**
 * Blanks typed between Han and digits or letters, that the typesetter's own gap takes the place of: a date is found
 * however it was typed.
 */
export function borderBlanks(text: string): readonly TextStretch[] {
  if (!ALL_BLANKS.some((blank) => text.includes(blank))) return []
  const found: TextStretch[] = []
  for (const { index: from, 0: blanks } of text.matchAll(BLANKS)) {
    const to = from + blanks.length
    const before = characterBefore(text, from)
    const after = text.codePointAt(to)
    if (before === undefined || after === undefined) continue
    const goes = blanks.includes(WIDE)
      ? /^[ \u00a0\u3000]+$/.test(blanks) && isInDate(before, after)
      : isBorder(before, after) || isInDate(before, after)
    if (goes) found.push([from, to])
  }
  return found
}

function characterBefore(text: string, at: number): number | undefined {
  const unit = text.charCodeAt(at - 1)
  return unit >= 0xdc00 && unit <= 0xdfff ? text.codePointAt(at - 2) : at > 0 ? unit : undefined
}

function isBorder(before: number, after: number): boolean {
  if (isHan(before)) return isLatin(after)
  return isHan(after) && (isLatin(before) || '%‰℃°'.includes(String.fromCodePoint(before)))
}

function isInDate(before: number, after: number): boolean {
  if (isDigit(before)) return AFTER_DIGITS.includes(String.fromCodePoint(after))
  return isDigit(after) && BEFORE_DIGITS.includes(String.fromCodePoint(before))
}

function isDigit(codePoint: number): boolean {
  return (codePoint >= 0x30 && codePoint <= 0x39) || (codePoint >= 0xff10 && codePoint <= 0xff19)
}

/** Patterns with a script’s name take V8 long to make: they are asked only of what is rare. */
function isHan(codePoint: number): boolean {
  if (codePoint >= 0x4e00 && codePoint <= 0x9fff) return true
  if (codePoint < 0x2e80 || (codePoint >= 0xff01 && codePoint <= 0xff5e)) return false
  if (codePoint >= 0x3008 && codePoint <= 0x3020) return false
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}〇々〻]/u.test(String.fromCodePoint(codePoint))
}

function isLatin(codePoint: number): boolean {
  if (codePoint < 0x80) return isDigit(codePoint) || /[A-Za-z]/.test(String.fromCharCode(codePoint))
  if (isDigit(codePoint)) return true
  if (codePoint >= 0x2e80 && codePoint <= 0x9fff) return false
  return /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u.test(String.fromCodePoint(codePoint))
}

/** A text without such blanks. */
export function withoutBorderBlanks(text: string): string {
  return borderBlanks(text).reduceRight((left, [from, to]) => left.slice(0, from) + left.slice(to), text)
}
