import { type Beside, cellsFor, isCellMark, mayHangOnGrid, mayWiden, padBefore } from './clreq/grid.ts'
import { DASH, ELLIPSIS, isWideKind, QUESTION, SPACE } from './clreq/kinds.ts'
import { blankBefore, questionsUpTo } from './clreq/squeeze.ts'
import { type Items, visibleEnd } from './items.ts'
import type { ShapedText } from './shaped-text.ts'

/** A stretch of clusters that are not as wide as cells, in one line; lengths in em. */
interface Loose {
  readonly from: number
  readonly to: number
  readonly width: number
  readonly cells: number
  readonly before: Beside
  readonly after: Beside
}

/** What a line takes that ends at some place. */
export interface LineCells {
  /** One past the last cluster that is seen. */
  readonly seen: number
  /** Without a point that hangs. */
  readonly cells: number
  /** Whether its last point hangs. */
  readonly hangs: boolean
  /** How many stretches of Latin could have one cell more. */
  readonly wider: number
}

/** A text's clusters by the cells of the grid; widths in em. */
export class GridCells {
  readonly #items: Items
  readonly #em: number
  /** Width of a cluster that fills cells (half a cell for ？ of a pair); 0 for what does not. */
  readonly #filled: Float64Array

  constructor(text: ShapedText) {
    this.#items = text.items
    this.#em = text.style.size
    this.#filled = Float64Array.from(text.items.kinds, (_, index) => this.#fills(index))
  }

  #fills(i: number): number {
    const { kinds, body, size } = this.#items
    const kind = kinds[i] as number
    if (Math.abs((size[i] as number) - this.#em) > 0.001 * this.#em) return 0
    if (kind === QUESTION) return this.#fillsOfQuestion(i)
    if (isCellMark(kind)) return 1
    const width = (body[i] as number) / this.#em
    const whole = Math.round(width)
    const isWide = isWideKind(kind) || kind === DASH || kind === ELLIPSIS
    return isWide && whole > 0 && Math.abs(width - whole) < 0.005 ? whole : 0
  }

  /** ？！ share a cell; the last of three has its own. */
  #fillsOfQuestion(i: number): number {
    const { kinds } = this.#items
    const paired = questionsUpTo(kinds, i) % 2 === 0 || kinds[i + 1] === QUESTION
    return paired ? 0.5 : 1
  }

  /** The cells of a line from a place to each place where it might end, with room for so many, one after another. */
  *endsFrom(from: number, room: number): Generator<LineCells & { readonly end: number }> {
    const { count } = this.#items
    let cells = 0
    let wider = 0
    let at = from
    while (at < count) {
      if ((this.#filled[at] as number) > 0) {
        cells += this.#filled[at] as number
        at += 1
        if (cells > room + 1) return
        yield { end: at, ...this.#ending(from, at, cells, wider, room) }
      } else {
        const to = this.#looseEnd(at)
        for (let end = at + 1; end <= to; end += 1) {
          const part = this.#loose(from, at, end, true)
          if (cells + part.cells > room + 1) return
          yield { end, ...this.#ending(from, end, cells + part.cells, wider, room) }
        }
        const whole = this.#loose(from, at, to, false)
        cells += whole.cells
        if (canWiden(whole)) wider += 1
        at = to
      }
    }
  }

  #ending(from: number, end: number, cells: number, wider: number, room: number): LineCells {
    const seen = visibleEnd(this.#items, from, end)
    let taken = cells
    for (let i = seen; i < end; i += 1) taken -= this.#filled[i] as number
    const last = this.#items.kinds[seen - 1] as number
    const hangs = taken > room && seen > from + 1 && mayHangOnGrid(last)
    return { seen, cells: hangs ? taken - 1 : taken, hangs, wider }
  }

  #looseEnd(at: number): number {
    let to = at + 1
    while (to < this.#items.count && this.#filled[to] === 0) to += 1
    return to
  }

  /** Clusters from … to-1 that fill no cells, in a line that begins at `start`; `ends` says whether it ends there. */
  #loose(start: number, from: number, to: number, ends: boolean): Loose {
    const width = this.#widthOf(from, to)
    const before = from === start ? 'edge' : this.#beside(from - 1)
    const after = ends || to === this.#items.count ? 'edge' : this.#beside(to)
    const cells = width > 0 ? cellsFor(width, before === 'han' || after === 'han') : 0
    const isSpace = width === 0 && before === 'han' && after === 'han' && this.#items.kinds[from] === SPACE
    return { from, to, width, cells: isSpace ? 1 : cells, before, after }
  }

  #beside(i: number): Beside {
    const kind = this.#items.kinds[i] as number
    return isCellMark(kind) ? 'mark' : 'han'
  }

  /** Spaces at the ends are part of the room there. */
  #widthOf(from: number, to: number): number {
    const { body, gap } = this.#items
    const [first, last] = this.#withoutSpaces(from, to)
    let width = 0
    for (let i = first; i < last; i += 1)
      width += (body[i] as number) + (i + 1 < last ? (gap[i] as number) : 0)
    return width / this.#em
  }

  #withoutSpaces(from: number, to: number): readonly [from: number, to: number] {
    const { kinds } = this.#items
    let first = from
    let last = to
    while (first < last && kinds[first] === SPACE) first += 1
    while (last > first && kinds[last - 1] === SPACE) last -= 1
    return [first, last]
  }

  /** Where the body of each cluster of a line begins, in em, when so many stretches of Latin have one cell more. */
  bodies(from: number, seen: number, widened: number): number[] {
    const starts: number[] = []
    let x = 0
    let more = widened
    for (let at = from; at < seen; ) {
      if ((this.#filled[at] as number) > 0) {
        starts.push(x + blankBefore(this.#items.kinds[at] as number))
        x += this.#filled[at] as number
        at += 1
        continue
      }
      const to = Math.min(this.#looseEnd(at), seen)
      const part = this.#loose(from, at, to, to === seen)
      const one = more > 0 && canWiden(part) ? 1 : 0
      more -= one
      this.#place(part, x, part.cells + one, starts)
      x += part.cells + one
      at = to
    }
    return starts
  }

  #place(part: Loose, x: number, cells: number, starts: number[]): void {
    const { body, gap, size } = this.#items
    const [first, last] = this.#withoutSpaces(part.from, part.to)
    const pad = cells - part.width
    // A superscript stands with the character before it.
    const isRaised = (size[part.from] as number) < 0.9 * this.#em
    let at = x + (isRaised ? 0 : padBefore(pad, part.before, part.after))
    for (let i = part.from; i < part.to; i += 1) {
      starts.push(at)
      if (i < first || i >= last) continue
      at += ((body[i] as number) + (i + 1 < last ? (gap[i] as number) : 0)) / this.#em
    }
  }
}

function canWiden({ before, after, cells, width }: Loose): boolean {
  return before !== 'edge' && after !== 'edge' && width > 0 && mayWiden(cells - width)
}
