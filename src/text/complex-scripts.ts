/**
 * Scripts whose letters are not set one glyph a character: they join, stack or change places (Unicode's blocks, with the
 * direction of each).
 */
const BLOCKS: readonly (readonly [from: number, to: number, script: string])[] = [
  [0x0590, 0x05ff, 'Hebrew'],
  [0x0600, 0x08ff, 'Arabic'],
  [0x0900, 0x097f, 'Devanagari'],
  [0x0980, 0x09ff, 'Bengali'],
  [0x0a00, 0x0a7f, 'Gurmukhi'],
  [0x0a80, 0x0aff, 'Gujarati'],
  [0x0b00, 0x0b7f, 'Oriya'],
  [0x0b80, 0x0bff, 'Tamil'],
  [0x0c00, 0x0c7f, 'Telugu'],
  [0x0c80, 0x0cff, 'Kannada'],
  [0x0d00, 0x0d7f, 'Malayalam'],
  [0x0d80, 0x0dff, 'Sinhala'],
  [0x0e00, 0x0e7f, 'Thai'],
  [0x0e80, 0x0eff, 'Lao'],
  [0x0f00, 0x0fff, 'Tibetan'],
  [0x1000, 0x109f, 'Myanmar'],
  [0x1780, 0x17ff, 'Khmer'],
  [0x1800, 0x18af, 'Mongolian'],
  [0x1a20, 0x1aaf, 'Tai Tham'],
  [0xa840, 0xa87f, 'Phags-pa'],
  [0xfb1d, 0xfb4f, 'Hebrew'],
  [0xfb50, 0xfdff, 'Arabic'],
  [0xfe70, 0xfeff, 'Arabic'],
]

/** Joiners, and the narrow space before Mongolian endings: they belong to the word. */
const WITHIN: readonly number[] = [0x200c, 0x200d, 0x202f]

const ANY = /[\u0590-\u0dff\u0e00-\u109f\u1780-\u18af\u1a20-\u1aaf\ua840-\ua87f\ufb1d-\ufdff\ufe70-\ufefc]/

/** Whether a text has letters of such a script; also where an escape may stand for one. */
export function mayNeedShaping(text: string): boolean {
  return ANY.test(text) || /\\[uxU]/.test(text)
}

function scriptOf(unit: number): string | null {
  // Latin below, Han, kana and their marks between, full-width marks above: nearly all there is.
  if (unit < 0x590 || unit > 0xfeff || (unit > 0x1aaf && unit < 0xfb1d && (unit < 0xa840 || unit > 0xa87f)))
    return null
  return BLOCKS.find(([from, to]) => unit >= from && unit <= to)?.[2] ?? null
}

/** Whether a code unit is of a script that runs from right to left. */
export function isRightToLeft(unit: number): boolean {
  const script = scriptOf(unit)
  return script === 'Arabic' || script === 'Hebrew'
}

/** Where the letters of one such script that begin at `from` end; `from` when none stands there. */
export function stretchEnd(text: string, from: number, to: number): number {
  const script = scriptOf(text.charCodeAt(from))
  if (script === null) return from
  let end = from + 1
  while (end < to) {
    const unit = text.charCodeAt(end)
    if (scriptOf(unit) !== script && !WITHIN.includes(unit)) break
    end += 1
  }
  return end
}
