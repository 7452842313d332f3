import { DIGIT, HAN, LETTER } from './kinds.ts'

/** The gap between Han and Latin letters or digits, least and most, in em (clreq §6.3.3, R57); its natural width is the design's. */
export const LEAST_GAP_EM = 0.125
export const MOST_GAP_EM = 0.5

/** Widest gap, in em, while the other places of its line take the rest with no more than this, in em (R51): more is a fault (R53). */
export const EASY_GAP_EM = 1 / 3
export const EASY_TRACKING_EM = 0.1

/** Word space in Latin inside Chinese, least and most, in em (clreq §6.2.3, R60). */
export const LEAST_WORD_SPACE_EM = 0.25
export const MOST_WORD_SPACE_EM = 0.5

/** Whether a gap stands between two neighbours; never beside marks (R58). */
export function takesGap(before: number, after: number): boolean {
  if (before === HAN) return after === LETTER || after === DIGIT
  return after === HAN && (before === LETTER || before === DIGIT)
}

/**
 * Parts of a text that are addresses or code, whose characters belong together: no gap inside them.
 * `https://…`, `/path/…`, paths with Han in them, fragments after `#`, `\n`-like escapes and `%s`-like placeholders.
 * Gives offsets from … to, ascending.
 */
export function addressesIn(text: string): readonly (readonly [from: number, to: number])[] {
  if (!/[/#\\]|%[A-Za-z]/.test(text)) return []
  return [...text.matchAll(addressPattern())].map(
    (match) => [match.index, match.index + match[0].length] as const,
  )
}

const WORD = '[A-Za-z0-9._~%@:\\-]'
const REST = '[^\\s\\u3000，。；：、！？（）《》“”‘’「」『』【】]*'
const START = '(?<![^\\s\\u3000，。；：、！？（）《》“”‘’「」『』【】])'
let address: RegExp | null = null

/** Made when a text may have an address: most have none. */
function addressPattern(): RegExp {
  address ??= new RegExp(
    [
      `(?<![A-Za-z0-9+.\\-])[A-Za-z][A-Za-z0-9+.\\-]*://${REST}`,
      `${START}/[A-Za-z0-9]${REST}`,
      `${START}${WORD}+(?:/${WORD}+)*/_?(?=\\p{Script=Han})${REST}`,
      `${START}${WORD}+#${REST}`,
      '(?:\\\\[A-Za-z][0-9A-Fa-f]*)+.?',
      '(?<![0-9])%[A-Za-z].',
    ].join('|'),
    'gu',
  )
  return address
}
