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

function numberAt(from: number): readonly [value: number, next: number] {
  let value = 0
  let at = from
  for (; at < LINE_BREAK_RUNS.length; at += 1) {
    const digit = DIGITS.indexOf(LINE_BREAK_RUNS[at] as string)
    if (digit < 0) break
    value = value * 32 + digit
  }
  return [value, at]
}

function addRun(table: Uint8Array, from: number, to: number, kind: number): void {
  if (from < 0x10000) table.fill(kind, from, Math.min(to, 0x10000))
  if (to > 0x10000) {
    starts.push(Math.max(from, 0x10000), to)
    classes.push(kind, AL)
  }
}

function expand(): Uint8Array {
  const table = new Uint8Array(0x10000)
  let code = 0
  for (let at = 0; at < LINE_BREAK_RUNS.length; ) {
    const [gap, letterAt] = LINE_BREAK_RUNS[at] === ' ' ? numberAt(at + 1) : [0, at]
    const letter = LINE_BREAK_RUNS.charCodeAt(letterAt)
    const [length, next] = numberAt(letterAt + 1)
    const from = code + gap
    code = from + (next === letterAt + 1 ? 1 : length)
    addRun(table, from, code, letter >= 97 ? letter - 97 + 26 : letter - 65)
    at = next
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
