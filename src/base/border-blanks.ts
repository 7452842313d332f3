/** A stretch of a text, UTF-16 offsets from … to. */
export type Stretch = readonly [from: number, to: number]

/** As of `SPACE` in `text/clreq/kinds.ts`; looked for one by one, since most texts have none. */
const ALL_BLANKS = [' ', '\u3000', '\u00a0', '\t', '\u2002', '\u2003', '\u2009', '\u202f']
const BLANKS = '[ \\t\\u00a0\\u2002\\u2003\\u2009\\u202f]+'
const HAN = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}〇々〻]'
const DIGIT = '[0-9\\uff10-\\uff19]'
const LATIN = `[0-9\\uff10-\\uff19\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}]`
/** A full-width blank parts things on purpose, except inside a date or a time. */
const WIDE = '[ \\u00a0\\u3000]+'
let pattern: RegExp | null = null

function borderPattern(): RegExp {
  pattern ??= new RegExp(
    [
      `(?<=${HAN})${BLANKS}(?=${LATIN})`,
      `(?<=${LATIN}|[%‰℃°])${BLANKS}(?=${HAN})`,
      `(?<=${DIGIT})${WIDE}(?=[年月日时点分秒])`,
      `(?<=[年月日时点分第])${WIDE}(?=${DIGIT})`,
    ].join('|'),
    'gu',
  )
  return pattern
}

/**
 * Blanks typed between Han and digits or letters, that the typesetter's own gap takes the place of: a date is found
 * however it was typed.
 */
export function borderBlanks(text: string): readonly Stretch[] {
  if (!ALL_BLANKS.some((blank) => text.includes(blank))) return []
  return [...text.matchAll(borderPattern())].map(
    (match) => [match.index, match.index + match[0].length] as const,
  )
}

/** A text without such blanks. */
export function withoutBorderBlanks(text: string): string {
  return borderBlanks(text).reduceRight((left, [from, to]) => left.slice(0, from) + left.slice(to), text)
}
