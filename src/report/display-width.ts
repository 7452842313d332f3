import { eastAsianWidth } from 'get-east-asian-width'

/** Columns that a text takes in a terminal: two for a Han character. */
export function columnsOf(text: string): number {
  let columns = 0
  for (const character of text) columns += columnsOfCharacter(character)
  return columns
}

/** Columns of one character. Marks that Chinese fonts draw wide, such as “”, count two. */
export function columnsOfCharacter(character: string): number {
  const codePoint = character.codePointAt(0) as number
  if (codePoint < 0x7f) return 1
  return /\p{M}/u.test(character) ? 0 : eastAsianWidth(codePoint, { ambiguousAsWide: true })
}

/** The text with blanks after it, or before it, up to so many columns. */
export function padded(text: string, columns: number, side: 'left' | 'right' = 'left'): string {
  const blanks = ' '.repeat(Math.max(0, columns - columnsOf(text)))
  return side === 'left' ? text + blanks : blanks + text
}
