/** Most characters that one mark has readings for, and the longest of all readings. */
const MOST_CHARACTERS = 8
const LONGEST = 80

/** 拼音 or 注音, the syllables parted by blanks. */
const reading = () =>
  /^\{([\p{Script=Latin}\p{M}\p{Script=Bopomofo}ˊˇˋ˙'’·-]+(?: +[\p{Script=Latin}\p{M}\p{Script=Bopomofo}ˊˇˋ˙'’·-]+)*)\}/u
const han = () => /^\p{Script=Han}+$/u

/** A mark `[韫]{yùn}`: its readings, the characters that they are for, and where it ends. */
export interface ReadingMark {
  readonly readings: readonly string[]
  readonly characters: number
  readonly end: number
}

/** The mark whose brackets stand at `open` and `close`; null where they hold no Han, or no reading follows. */
export function readingAt(text: string, open: number, close: number, lineEnd: number): ReadingMark | null {
  const base = text.slice(open + 1, Math.min(close, open + 1 + 2 * MOST_CHARACTERS + 1))
  const characters = [...base].length
  if (!han().test(base) || characters > MOST_CHARACTERS) return null
  const match = reading().exec(text.slice(close + 1, Math.min(lineEnd, close + 1 + LONGEST)))
  if (!match) return null
  const readings = (match[1] as string).normalize('NFC').split(/ +/)
  return { readings, characters, end: close + 1 + match[0].length }
}
