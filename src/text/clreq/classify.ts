import { CLOSING_QUOTE, HAN, kindOf, MARK, OPENING_QUOTE } from './kinds.ts'
import { settleQuotes } from './quotes.ts'

/** The kind of every UTF-16 code unit of a paragraph, quotes settled; a low surrogate has its pair's kind. */
export function classify(text: string): Uint8Array {
  const kinds = new Uint8Array(text.length)
  let quotes = false
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit >= 0x4e00 && unit <= 0x9fff) kinds[at] = HAN
    else if (unit >= 0xd800 && unit <= 0xdbff && at + 1 < text.length) {
      kinds[at] = endsFlag(text, at, kinds) ? MARK : kindOf(text.codePointAt(at) as number)
      kinds[at + 1] = kinds[at] as number
      at += 1
    } else {
      const kind = kindOf(unit)
      kinds[at] = kind
      if (kind === OPENING_QUOTE || kind === CLOSING_QUOTE) quotes = true
    }
  }
  if (quotes) settleQuotes(text, kinds)
  return kinds
}

/** Whether the second letter of a flag stands here: those of a row make pairs from its beginning (UAX #29, GB12). */
function endsFlag(text: string, at: number, kinds: Uint8Array): boolean {
  const before = at >= 2 && kinds[at - 2] !== MARK && isFlagLetter(text.codePointAt(at - 2) as number)
  return before && isFlagLetter(text.codePointAt(at) as number)
}

/** Whether a code point is one of the two letters that make a flag. */
export function isFlagLetter(codePoint: number): boolean {
  return codePoint >= 0x1f1e6 && codePoint <= 0x1f1ff
}

/** Whether a code unit goes on with the character before it. */
export function isContinuation(text: string, kinds: Uint8Array, at: number): boolean {
  if (kinds[at] === MARK) return at > 0
  const unit = text.charCodeAt(at)
  return (unit >= 0xdc00 && unit <= 0xdfff) || (at > 0 && text.charCodeAt(at - 1) === 0x200d)
}
