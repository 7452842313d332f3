import type { InkBox } from '../font.ts'
import type { CffFont } from './font.ts'
import { BadProgram, PATH_OPERATORS, Pen } from './pen.ts'
import type { CffIndex } from './structure.ts'

/** A glyph's program with its subroutines written out, and the box of its points in font units. */
export interface FlatGlyph {
  readonly program: Uint8Array
  readonly box: InkBox | null
}

/** A place in font units. */
export interface PenPlace {
  readonly x: number
  readonly y: number
}

/** A glyph's path alone, from its first place on: no width, hints or end, nor the way to that place. */
export interface BarePath {
  readonly program: Uint8Array
  readonly start: PenPlace
  readonly end: PenPlace
}

/** Type 2 operators (Adobe Technical Note 5177) that are more than a piece of path. */
const OP = {
  callsubr: 10,
  return: 11,
  escape: 12,
  endchar: 14,
  hintmask: 19,
  cntrmask: 20,
  callgsubr: 29,
} as const
/** hstem, vstem, hstemhm, vstemhm. */
const STEMS: readonly number[] = [1, 3, 18, 23]
/** vmoveto, rmoveto, hmoveto. */
const MOVES: readonly number[] = [4, 21, 22]

/** How many operands an operator takes at most or in pairs; one more before the first operator is the width. */
const WIDTH_BEFORE: Readonly<Record<number, number>> = { 4: 1, 14: 0, 21: 2, 22: 1 }

const MAX_DEPTH = 10
const MAX_STEPS = 100_000
const MAX_PROGRAM = 65_535
const MAX_STACK = 192

class Flattening {
  readonly #font: CffFont
  readonly #local: CffIndex | null
  #out = new Uint8Array(256)
  #length = 0
  #steps = 0
  #stems = 0
  #stack: number[] = []
  /** Where in the output each operand on the stack was written. */
  #places: number[] = []
  readonly #pen = new Pen()
  #done = false
  /** Whether only the path is written. */
  readonly #isBare: boolean
  #hasWidth = false

  constructor(font: CffFont, glyph: number, isBare: boolean) {
    this.#font = font
    this.#isBare = isBare
    const part = font.parts[font.partOf(glyph)]
    if (part === undefined) throw new BadProgram()
    this.#local = part.subrs
  }

  run(from: number, to: number): FlatGlyph {
    this.#interpret(from, to, 0)
    if (!this.#done) throw new BadProgram()
    return { program: this.#out.slice(0, this.#length), box: this.#pen.box }
  }

  /** Where the first contour begins; null before that. */
  start: PenPlace | null = null

  get end(): PenPlace {
    return { x: this.#pen.x, y: this.#pen.y }
  }

  #write(from: number, to: number): void {
    const { bytes } = this.#font.cff
    const end = this.#length + to - from
    if (end > MAX_PROGRAM) throw new BadProgram()
    if (end > this.#out.length) {
      const larger = new Uint8Array(Math.max(end, 2 * this.#out.length))
      larger.set(this.#out)
      this.#out = larger
    }
    // Operands are a few bytes long: a loop is faster than set() with a subarray.
    for (let at = from; at < to; at += 1) this.#out[this.#length + at - from] = bytes[at] as number
    this.#length += Math.max(0, to - from)
  }

  #push(value: number, from: number, to: number): void {
    if (this.#stack.length >= MAX_STACK) throw new BadProgram()
    this.#places.push(this.#length)
    this.#stack.push(value)
    this.#write(from, to)
  }

  /** Reads an operand; gives the place after it. */
  #operand(at: number): number {
    const { bytes, view } = this.#font.cff
    const byte = bytes[at] as number
    if (byte === 28) this.#push(view.getInt16(at + 1), at, at + 3)
    else if (byte === 255) this.#push(view.getInt32(at + 1) / 0x10000, at, at + 5)
    else if (byte >= 251) this.#push(-(byte - 251) * 256 - (bytes[at + 1] as number) - 108, at, at + 2)
    else if (byte >= 247) this.#push((byte - 247) * 256 + (bytes[at + 1] as number) + 108, at, at + 2)
    else this.#push(byte - 139, at, at + 1)
    return at + (byte === 28 ? 3 : byte === 255 ? 5 : byte >= 247 ? 2 : 1)
  }

  #interpret(from: number, to: number, depth: number): void {
    const { bytes } = this.#font.cff
    for (let at = from; at < to && !this.#done; ) {
      this.#steps += 1
      if (this.#steps > MAX_STEPS) throw new BadProgram()
      const byte = bytes[at] as number
      if (byte === 28 || byte >= 32) {
        at = this.#operand(at)
      } else if (byte === OP.return) {
        return
      } else if (byte === OP.callsubr || byte === OP.callgsubr) {
        this.#call(byte === OP.callsubr ? this.#local : this.#font.globalSubrs, depth)
        at += 1
      } else {
        at = this.#operator(byte, at)
      }
    }
  }

  #call(index: CffIndex | null, depth: number): void {
    const number = this.#stack.pop()
    const place = this.#places.pop()
    if (index === null || number === undefined || place === undefined || depth >= MAX_DEPTH)
      throw new BadProgram()
    this.#length = place
    const item = number + (index.count < 1240 ? 107 : index.count < 33900 ? 1131 : 32768)
    if (!Number.isInteger(item) || item < 0 || item >= index.count) throw new BadProgram()
    this.#interpret(index.from(item), index.from(item + 1), depth + 1)
  }

  /** Copies an operator and follows its path; gives the place after it. */
  #operator(byte: number, at: number): number {
    const { bytes } = this.#font.cff
    let end = at + 1
    if (this.#isBare) this.#dropWidth(byte)
    if (byte === OP.escape) {
      end = at + 2
      this.#path(0x0c00 + (bytes[at + 1] as number))
    } else if (byte === OP.hintmask || byte === OP.cntrmask) {
      this.#stems += this.#stack.length >> 1
      end = at + 1 + ((this.#stems + 7) >> 3)
    } else {
      this.#path(byte)
    }
    if (!this.#isBare || this.#isPath(byte)) this.#write(at, end)
    else this.#length = this.#places[0] ?? this.#length
    this.#stack.length = 0
    this.#places.length = 0
    return end
  }

  /** Whether an operator belongs to the path after its first place, which is noted. */
  #isPath(byte: number): boolean {
    if (byte === OP.endchar || byte === OP.hintmask || byte === OP.cntrmask || STEMS.includes(byte))
      return false
    if (this.start !== null) return true
    this.start = MOVES.includes(byte) ? this.end : { x: 0, y: 0 }
    return !MOVES.includes(byte)
  }

  /** Takes the width from before the first operator's operands, where it stands there. */
  #dropWidth(byte: number): void {
    if (this.#hasWidth) return
    this.#hasWidth = true
    const count = WIDTH_BEFORE[byte]
    const isThere = count === undefined ? this.#stack.length % 2 === 1 : this.#stack.length > count
    if (!isThere) return
    const next = this.#places[1] ?? this.#length
    const start = this.#places[0] as number
    this.#out.copyWithin(start, next, this.#length)
    this.#length -= next - start
    this.#stack.shift()
    this.#places = this.#places.slice(1).map((place) => place - (next - start))
  }

  #path(operator: number): void {
    if (STEMS.includes(operator)) {
      this.#stems += this.#stack.length >> 1
      return
    }
    if (operator !== OP.endchar) {
      const follow = PATH_OPERATORS[operator]
      if (follow === undefined) throw new BadProgram()
      follow(this.#pen, this.#stack)
      return
    }
    // Four operands or more compose an accented letter (seac), which has long been deprecated.
    if (this.#stack.length >= 4) throw new BadProgram()
    this.#done = true
  }
}

/** Runs `read`; null where the glyph's program is bad. */
function whereSound<T>(read: () => T): T | null {
  try {
    return read()
  } catch (fault) {
    if (fault instanceof BadProgram || fault instanceof RangeError) return null
    throw fault
  }
}

/**
 * Takes a glyph; gives its program without subroutine calls, or null when it cannot be drawn. Depth, steps
 * and length are bounded, so no program can hold it up. The box is that of the control points.
 */
export function flatten(font: CffFont, glyph: number): FlatGlyph | null {
  const { charStrings } = font
  return whereSound(() =>
    new Flattening(font, glyph, false).run(charStrings.from(glyph), charStrings.from(glyph + 1)),
  )
}

/** The same glyph's path alone, to be drawn elsewhere or with others; null when it cannot be drawn. */
export function barePath(font: CffFont, glyph: number): BarePath | null {
  const { charStrings } = font
  return whereSound(() => {
    const walk = new Flattening(font, glyph, true)
    const { program } = walk.run(charStrings.from(glyph), charStrings.from(glyph + 1))
    return { program, start: walk.start ?? walk.end, end: walk.end }
  })
}
