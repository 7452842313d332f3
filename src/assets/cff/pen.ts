import type { InkBox } from '../font.ts'

/** Thrown while a glyph's program is walked: the glyph cannot be drawn. */
export class BadProgram extends Error {}

/** Follows a Type 2 path from point to point and keeps the box of all points (Technical Note 5177, 4.1). */
export class Pen {
  x = 0
  y = 0
  #left = Number.POSITIVE_INFINITY
  #bottom = Number.POSITIVE_INFINITY
  #right = Number.NEGATIVE_INFINITY
  #top = Number.NEGATIVE_INFINITY

  /** Null when nothing has been drawn. */
  get box(): InkBox | null {
    if (this.#left > this.#right) return null
    return { left: this.#left, bottom: this.#bottom, right: this.#right, top: this.#top }
  }

  to(dx: number | undefined, dy: number | undefined): void {
    if (dx === undefined || dy === undefined) throw new BadProgram()
    this.x += dx
    this.y += dy
    if (this.x < this.#left) this.#left = this.x
    if (this.x > this.#right) this.#right = this.x
    if (this.y < this.#bottom) this.#bottom = this.y
    if (this.y > this.#top) this.#top = this.y
  }

  /** One step in a direction, and one across it. */
  step(along: number, across: number, horizontal: boolean): void {
    if (horizontal) this.to(along, across)
    else this.to(across, along)
  }
}

type Stack = readonly number[]
type PathOperator = (pen: Pen, stack: Stack) => void

function pairs(pen: Pen, stack: Stack, from = 0, to = stack.length): void {
  for (let at = from; at + 1 < to; at += 2) pen.to(stack[at], stack[at + 1])
}

function alternate(pen: Pen, stack: Stack, horizontal: boolean): void {
  for (let at = 0; at < stack.length; at += 1) pen.step(stack[at] as number, 0, (at % 2 === 0) === horizontal)
}

/** hhcurveto and vvcurveto: both ends of each curve lie in one direction. */
function parallel(pen: Pen, stack: Stack, horizontal: boolean): void {
  let at = stack.length % 4
  if (at > 1) throw new BadProgram()
  let across = at === 1 ? (stack[0] as number) : 0
  for (; at + 3 < stack.length; at += 4) {
    pen.step(stack[at] as number, across, horizontal)
    pen.to(stack[at + 1], stack[at + 2])
    pen.step(stack[at + 3] as number, 0, horizontal)
    across = 0
  }
}

/** hvcurveto and vhcurveto: curves that begin in one direction and end in the other, by turns. */
function crossing(pen: Pen, stack: Stack, startsHorizontal: boolean): void {
  let horizontal = startsHorizontal
  for (let at = 0; at + 3 < stack.length; at += 4) {
    const last = stack.length - at === 5 ? (stack[at + 4] as number) : 0
    pen.step(stack[at] as number, 0, horizontal)
    pen.to(stack[at + 1], stack[at + 2])
    pen.step(stack[at + 3] as number, last, !horizontal)
    horizontal = !horizontal
  }
}

function hflex(pen: Pen, stack: Stack): void {
  const { y } = pen
  pen.to(stack[0], 0)
  pen.to(stack[1], stack[2])
  pen.to(stack[3], 0)
  pen.to(stack[4], 0)
  pen.to(stack[5], y - pen.y)
  pen.to(stack[6], 0)
}

function hflex1(pen: Pen, stack: Stack): void {
  const { y } = pen
  pairs(pen, stack, 0, 4)
  pen.to(stack[4], 0)
  pen.to(stack[5], 0)
  pairs(pen, stack, 6, 8)
  pen.to(stack[8], y - pen.y)
}

function flex1(pen: Pen, stack: Stack): void {
  const { x, y } = pen
  pairs(pen, stack, 0, 10)
  if (Math.abs(pen.x - x) > Math.abs(pen.y - y)) pen.to(stack[10], y - pen.y)
  else pen.to(x - pen.x, stack[10])
}

/** By operator; the two-byte ones as 0x0c00 + second byte. */
export const PATH_OPERATORS: Readonly<Record<number, PathOperator>> = {
  4: (pen, stack) => pen.to(0, stack[stack.length - 1]),
  5: (pen, stack) => pairs(pen, stack),
  6: (pen, stack) => alternate(pen, stack, true),
  7: (pen, stack) => alternate(pen, stack, false),
  8: (pen, stack) => pairs(pen, stack),
  21: (pen, stack) => pen.to(stack[stack.length - 2], stack[stack.length - 1]),
  22: (pen, stack) => pen.to(stack[stack.length - 1], 0),
  24: (pen, stack) => pairs(pen, stack),
  25: (pen, stack) => pairs(pen, stack),
  26: (pen, stack) => parallel(pen, stack, false),
  27: (pen, stack) => parallel(pen, stack, true),
  30: (pen, stack) => crossing(pen, stack, false),
  31: (pen, stack) => crossing(pen, stack, true),
  3106: hflex,
  3107: (pen, stack) => pairs(pen, stack, 0, 12),
  3108: hflex1,
  3109: flex1,
}
