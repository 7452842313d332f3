import { isBlank } from './lines.ts'

/** Longest name or title; a longer one has the signs by accident. */
const LONGEST_NAME = 60
/** More or less than a name; or the unit between two blanks to be filled in, as in `__月__日`. */
const NOT_A_NAME = /[。；！？]|^[，、：]|[，、：]$|^[年月日时分秒期号]$/

/** Whether what stands between two signs may be a name or a title. */
export function mayBeName(text: string): boolean {
  return text.length > 0 && text.length <= LONGEST_NAME && !NOT_A_NAME.test(text)
}

/** What stands beside a sign. */
export interface Neighbour {
  readonly blank: boolean
  readonly digit: boolean
  readonly alphanumeric: boolean
}

/** The kind of a UTF-16 unit beside a sign. */
export function neighbour(unit: number): Neighbour {
  const digit = unit >= 0x30 && unit <= 0x39
  const letter = (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a)
  return { blank: isBlank(unit) || unit === 0x3000, digit, alphanumeric: digit || letter }
}
