import { DIGITS, LINE_BREAK_RUNS } from './line-break-table.ts'

/**
 * Line-break classes of UAX #14 revision 50 (Unicode 15.0), as numbers: the place in this list.
 * Two are finer than the standard's: OPW is an OP of East Asian width F, W or H (LB30), IDX an unassigned
 * pictograph (LB30b). AI, SG, XX and SA are resolved as LB1 says; CJ is kept apart, for LB1 and for Chinese.
 */
export const AL = 0
export const BA = 1
export const BB = 2
export const B2 = 3
export const SY = 4
export const CR = 5
export const CP = 6
export const CL = 7
export const CM = 8
export const CJ = 9
export const CB = 10
export const EB = 11
export const EM = 12
export const EX = 13
export const GL = 14
export const H2 = 15
export const H3 = 16
export const HL = 17
export const HY = 18
export const ID = 19
export const IS = 20
export const IN = 21
export const JL = 22
export const JT = 23
export const JV = 24
export const LF = 25
export const BK = 26
export const NL = 27
export const NS = 28
export const NU = 29
export const OP = 30
export const PO = 31
export const PR = 32
export const QU = 33
export const RI = 34
export const SP = 35
export const WJ = 36
export const ZWJ = 37
export const ZW = 38
export const OPW = 39
export const IDX = 40

let basic: Uint8Array | null = null
/** Beyond the basic plane: first code points of runs, ascending, and their classes. */
const starts: number[] = []
const classes: number[] = []

function addRun(table: Uint8Array, from: number, to: number, kind: number): void {
  if (from < 0x10000) table.fill(kind, from, Math.min(to, 0x10000))
  if (to > 0x10000) {
    starts.push(Math.max(from, 0x10000), to)
    classes.push(kind, AL)
  }
}

/** Values of the signs of DIGITS by character code, plus one; 0 for any other sign. */
function digitValues(): Uint8Array {
  const values = new Uint8Array(128)
  for (let i = 0; i < DIGITS.length; i += 1) values[DIGITS.charCodeAt(i)] = i + 1
  return values
}

/** Reads the runs: an optional space and gap, a class letter, an optional length. */
function expand(): Uint8Array {
  const table = new Uint8Array(0x10000)
  const values = digitValues()
  let code = 0
  let at = 0
  const number = (): number => {
    let value = 0
    for (;;) {
      const digit = values[LINE_BREAK_RUNS.charCodeAt(at)]
      if (!digit) return value
      value = value * 32 + digit - 1
      at += 1
    }
  }
  while (at < LINE_BREAK_RUNS.length) {
    if (LINE_BREAK_RUNS.charCodeAt(at) === 0x20) {
      at += 1
      code += number()
    }
    const letter = LINE_BREAK_RUNS.charCodeAt(at)
    at += 1
    const to = code + (number() || 1)
    addRun(table, code, to, letter >= 97 ? letter - 97 + 26 : letter - 65)
    code = to
  }
  return table
}

function classBeyondBasic(codePoint: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] as number) <= codePoint) low = middle + 1
    else high = middle
  }
  return low === 0 ? AL : (classes[low - 1] as number)
}

/** The line-break class of a code point. */
export function lineBreakClass(codePoint: number): number {
  if (codePoint >= 0x4e00 && codePoint <= 0x9fff) return ID
  basic ??= expand()
  return codePoint < 0x10000 ? (basic[codePoint] as number) : classBeyondBasic(codePoint)
}
