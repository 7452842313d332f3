import type { InkBox } from '../font.ts'
import type { BarePath } from './charstring.ts'
import { operand } from './draw.ts'

/** One step of an outline, in font units. */
export type PathStep =
  | readonly ['M' | 'L', number, number]
  | readonly ['Q', number, number, number, number]
  | readonly ['C', number, number, number, number, number, number]

/** An outline as CFF draws it. */
export interface EncodedPath extends BarePath {
  readonly box: InkBox
}

const OPERATORS = { M: 21, L: 5, C: 8 } as const

/** Takes an outline, closed or not; gives its path in whole units, or null where nothing is drawn. */
export function encodePath(steps: readonly PathStep[]): EncodedPath | null {
  const pen = new PathEncoder()
  for (const step of steps) pen.add(step)
  return pen.finish()
}

/** Quadratic curves are raised to cubic ones, and places rounded; each step is told from the last rounded place. */
class PathEncoder {
  readonly #program: number[] = []
  readonly #box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  #start: { x: number; y: number } | null = null
  #x = 0
  #y = 0
  /** The last place before rounding. */
  #exact: readonly [number, number] = [0, 0]

  add(step: PathStep): void {
    if (step[0] === 'Q') {
      const [x, y] = this.#exact
      const [, cx, cy, toX, toY] = step
      const third = (from: number, by: number) => from + (2 / 3) * (by - from)
      this.add(['C', third(x, cx), third(y, cy), third(toX, cx), third(toY, cy), toX, toY])
      return
    }
    const [kind, ...places] = step
    this.#exact = places.slice(-2) as [number, number]
    if (!places.every(Number.isFinite)) throw new RangeError('no place')
    const moves: number[] = []
    for (let at = 0; at < places.length; at += 2)
      moves.push(...this.#move(places[at] as number, places[at + 1] as number))
    if (kind === 'M' && this.#start === null) this.#start = { x: this.#x, y: this.#y }
    else this.#program.push(...moves, OPERATORS[kind])
  }

  #move(toX: number, toY: number): number[] {
    const [x, y] = [Math.round(toX), Math.round(toY)]
    const moves = [...operand(x - this.#x), ...operand(y - this.#y)]
    this.#x = x
    this.#y = y
    const box = this.#box
    box[0] = Math.min(box[0], x)
    box[1] = Math.min(box[1], y)
    box[2] = Math.max(box[2], x)
    box[3] = Math.max(box[3], y)
    return moves
  }

  finish(): EncodedPath | null {
    if (this.#start === null || this.#program.length === 0) return null
    const [left, bottom, right, top] = this.#box
    return {
      program: Uint8Array.from(this.#program),
      start: this.#start,
      end: { x: this.#x, y: this.#y },
      box: { left, bottom, right, top },
    }
  }
}
