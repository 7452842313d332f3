import type { Hyphenate } from '../assets/hyphenation.ts'
import { addressesIn } from './clreq/gap.ts'
import { FORBIDDEN } from './uax14/break-opportunities.ts'

/** A line may end here with a hyphen that the text has not; the other answers are those of `breaks.ts`. */
export const HYPHENATED = 4

/** Words that may be divided: not of capitals, as abbreviations are, nor with capitals inside, as names are. */
// Made when a text is divided: V8 takes time to read such a pattern, and most builds divide none.
const wordPattern = () =>
  /(?<![\p{Script=Latin}\p{M}\d_@/\\#&+.-])\p{Lu}?(?:(?=\p{Script=Latin})\p{Ll}){4,}(?![\p{Script=Latin}\p{M}\d_@/\\#&+-]|\.[\p{Script=Latin}\d])/gu

/**
 * Lets lines end inside Latin words where `hyphenate` divides them (clreq §6.1.4, R41), never in an address, a
 * compound with a hyphen of its own, or an abbreviation. Changes `breaks` in place; one value per UTF-16 offset.
 */
export function addHyphens(text: string, breaks: Uint8Array, hyphenate: Hyphenate): void {
  let addresses: readonly (readonly [from: number, to: number])[] | null = null
  for (const { 0: letters, index } of text.matchAll(wordPattern())) {
    addresses ??= addressesIn(text)
    if (addresses.some(([from, to]) => index < to && index + letters.length > from)) continue
    for (const offset of hyphenate(letters)) {
      if (breaks[index + offset] === FORBIDDEN) breaks[index + offset] = HYPHENATED
    }
  }
}
