import {
  CLOSER,
  CLOSING_QUOTE,
  DIGIT,
  HAN,
  isClosing,
  isWideKind,
  LETTER,
  OPENER,
  OPENING_QUOTE,
  OTHER,
  SPACE,
} from './kinds.ts'

/**
 * Settles “”‘’ by their context (clreq §5.2, R20): beside Han or Chinese marks they are Chinese (one em,
 * {@link OPENER} and {@link CLOSER}); inside Latin, and as an apostrophe, they are Latin ({@link OTHER}).
 * The two quotes of a pair are always of one kind. Changes `kinds` in place; one kind per UTF-16 code unit.
 */
export function settleQuotes(text: string, kinds: Uint8Array): void {
  const open: number[] = []
  for (let at = 0; at < kinds.length; at += 1) {
    const kind = kinds[at] as number
    if (kind === OPENING_QUOTE) open.push(at)
    else if (kind === CLOSING_QUOTE && isApostrophe(kinds, at)) kinds[at] = OTHER
    else if (kind === CLOSING_QUOTE) settlePair(text, kinds, open, at)
  }
  for (const at of open) {
    if (kinds[at] === OPENING_QUOTE) kinds[at] = isChineseSide(kinds, at) ? OPENER : OTHER
  }
}

/** don’t, T’Pol, ’90s: between two letters or digits. */
function isApostrophe(kinds: Uint8Array, at: number): boolean {
  const before = kinds[at - 1]
  const after = kinds[at + 1]
  return (before === LETTER || before === DIGIT) && (after === LETTER || after === DIGIT)
}

function settlePair(text: string, kinds: Uint8Array, open: number[], at: number): void {
  const from = partnerOf(text, open, at)
  const chinese = isChineseSide(kinds, at) || (from !== null && isChineseSide(kinds, from))
  kinds[at] = chinese ? CLOSER : OTHER
  if (from !== null) kinds[from] = chinese ? OPENER : OTHER
}

/** The nearest opening quote of the same sort; those opened after it stay unmatched. */
function partnerOf(text: string, open: number[], at: number): number | null {
  const wanted = text[at] === '”' ? '“' : '‘'
  for (let i = open.length - 1; i >= 0; i -= 1) {
    const from = open[i] as number
    if (text[from] === wanted) {
      open.length = i
      return from
    }
  }
  return null
}

/** Whether Han or a Chinese mark stands on either side, quotes between them left out. */
function isChineseSide(kinds: Uint8Array, at: number): boolean {
  return isChinese(neighbour(kinds, at, -1)) || isChinese(neighbour(kinds, at, 1)) || standsAlone(kinds, at)
}

function isChinese(kind: number): boolean {
  return kind === HAN || isClosing(kind) || isWideKind(kind)
}

/** More quotes than this in a row are no nesting any more. */
const MOST_NESTED = 8

function neighbour(kinds: Uint8Array, at: number, step: 1 | -1): number {
  for (let i = at + step; Math.abs(i - at) <= MOST_NESTED; i += step) {
    const kind = kinds[i] ?? SPACE
    if (kind !== OPENING_QUOTE && kind !== CLOSING_QUOTE) return kind
  }
  return SPACE
}

/** Nothing but quotes and spaces around: Chinese, as everything here is unless Latin says otherwise. */
function standsAlone(kinds: Uint8Array, at: number): boolean {
  return neighbour(kinds, at, -1) === SPACE && neighbour(kinds, at, 1) === SPACE
}
