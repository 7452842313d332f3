/** The last number that has a circled sign of its own. */
const MOST = 50

/** A number in a circle (①), as notes are numbered; the digits alone where there is no such sign. */
export function circled(number: number): string {
  if (number === 0) return '⓪'
  if (number < 0 || number > MOST) return String(number)
  if (number <= 20) return String.fromCodePoint(0x2460 + number - 1)
  return String.fromCodePoint(number <= 35 ? 0x3251 + number - 21 : 0x32b1 + number - 36)
}
