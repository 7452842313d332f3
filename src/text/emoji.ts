import { isFlagLetter } from './clreq/classify.ts'

/**
 * Emoji of several characters (Unicode TS 51): flags, keycaps, and those with a skin tone, a joiner or a selector. They are
 * one cluster, drawn as one glyph, and copied as they were written.
 */

const FIRST_INDICATOR = 0x1f1e6

/**
 * The code by which the built-in emoji font has a flag or keycap, 0 for any other text. The codes are those of
 * surrogates, which are no characters, so that no text can ask for them otherwise.
 */
export function sequenceCode(text: string): number {
  const first = text.codePointAt(0) ?? 0
  if (isFlagLetter(first) && text.length === 4) {
    const second = text.codePointAt(2) ?? 0
    return isFlagLetter(second) ? 0xd800 + 26 * (first - FIRST_INDICATOR) + second - FIRST_INDICATOR : 0
  }
  return /^[0-9#*]\ufe0f?\u20e3$/.test(text) ? 0xdc00 + first : 0
}

const JOINER = 0x200d

/**
 * The marks of a cluster that are drawn over its first character: not selectors, skin tones and tags, and nothing from a
 * joiner on, so that the first of several joined pictures stands for all.
 */
export function marksOver(text: string): readonly number[] {
  const marks: number[] = []
  for (const character of [...text].slice(1)) {
    const codePoint = character.codePointAt(0) as number
    if (codePoint === JOINER) break
    if (!isUnseen(codePoint)) marks.push(codePoint)
  }
  return marks
}

/** Whether a code point chooses a glyph's form and is none itself. */
export function isSelector(codePoint: number): boolean {
  return (codePoint >= 0xfe00 && codePoint <= 0xfe0f) || (codePoint >= 0xe0100 && codePoint <= 0xe01ef)
}

function isUnseen(codePoint: number): boolean {
  const isTone = codePoint >= 0x1f3fb && codePoint <= 0x1f3ff
  const isTag = codePoint >= 0xe0020 && codePoint <= 0xe007f
  return isSelector(codePoint) || isTone || isTag || isFlagLetter(codePoint)
}
