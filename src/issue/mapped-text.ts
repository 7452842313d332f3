import type { Span } from '../base/source.ts'
import { hasInvisible, invisibleCharacters } from './lines/characters.ts'

/** A stretch of a text that stands in the source as it is: `text[at + i]` is `source[from + i]`. */
interface Piece {
  readonly at: number
  readonly from: number
}

/** A value's text, free of quotes, escapes and indentation, that knows where each of its characters stands. */
export interface MappedText {
  readonly file: string
  readonly text: string
  /** Ordered by `at`; the first begins at 0. */
  readonly pieces: readonly Piece[]
  /** Where the value ends in the source. */
  readonly end: number
}

/** Line ends of other programs (NEL, line and paragraph separator, CR alone): here a line ends with LF. */
const OTHER_LINE_END = /[\u0085\u2028\u2029]|\r(?!\n)/g
const OTHER_LINE_ENDS = /[\u0085\u2028\u2029\r]/

/** Puts a mapped text together from stretches of the source. */
export class MappedTextWriter {
  #text = ''
  readonly #pieces: Piece[] = []
  #next = -1
  readonly #keepInvisible: boolean

  constructor(keepInvisible: boolean) {
    this.#keepInvisible = keepInvisible
  }

  /** Adds characters that stand at `from` in the source (or stand for what is there), without invisible ones. */
  add(characters: string, from: number): void {
    if (this.#keepInvisible || !hasInvisible(characters)) {
      this.#add(characters, from)
      return
    }
    let at = 0
    for (const match of characters.matchAll(invisibleCharacters())) {
      this.#add(characters.slice(at, match.index), from + at)
      at = match.index + match[0].length
    }
    this.#add(characters.slice(at), from + at)
  }

  #add(characters: string, from: number): void {
    if (characters === '') return
    if (from !== this.#next) this.#pieces.push({ at: this.#text.length, from })
    this.#text += OTHER_LINE_ENDS.test(characters) ? characters.replace(OTHER_LINE_END, '\n') : characters
    this.#next = from + characters.length
  }

  /** Says that the source has more characters for the last ones added, as an escape has. */
  breakOff(): void {
    this.#next = -1
  }

  finish(file: string, end: number): MappedText {
    return { file, text: this.#text, pieces: this.#pieces, end }
  }
}

/** Where a character of the text stands in the source. */
export function sourceOffset(mapped: MappedText, at: number): number {
  if (at >= mapped.text.length) return mapped.end
  const piece = mapped.pieces[pieceAt(mapped.pieces, at)]
  return piece ? piece.from + at - piece.at : mapped.end
}

/** Whether the line end at `at` is one in the source too, rather than an escape that stands for it. */
export function isTypedLineEnd({ text, pieces }: MappedText, at: number): boolean {
  if (text[at] !== '\n') return false
  const index = pieceAt(pieces, at)
  const piece = pieces[index] as Piece
  const before = pieces[index - 1]
  // What an escape stands for is a piece of its own, right behind what is before it.
  return before === undefined || piece.at < at || piece.from !== before.from + piece.at - before.at
}

/** Where a stretch of the text stands in the source. */
export function spanIn(mapped: MappedText, from: number, to: number): Span {
  const start = sourceOffset(mapped, from)
  const end = to > from ? sourceOffset(mapped, to - 1) + 1 : start
  return { file: mapped.file, from: start, to: Math.max(start, end) }
}

/** A part of a mapped text, mapped. */
export function sliceMapped(mapped: MappedText, from: number, to: number): MappedText {
  const first = pieceAt(mapped.pieces, from)
  const pieces: Piece[] = []
  for (let index = first; index < mapped.pieces.length; index += 1) {
    const piece = mapped.pieces[index] as Piece
    if (piece.at >= to) break
    const skipped = Math.max(0, from - piece.at)
    pieces.push({ at: piece.at + skipped - from, from: piece.from + skipped })
  }
  const end = to >= mapped.text.length ? mapped.end : sourceOffset(mapped, to)
  return { file: mapped.file, text: mapped.text.slice(from, to), pieces, end }
}

/** Offsets at which a mapped text's stretches begin, from `from` on and before `to`. */
export function seamsBetween(mapped: MappedText, from: number, to: number): readonly number[] {
  const seams: number[] = []
  for (let index = pieceAt(mapped.pieces, from) + 1; index < mapped.pieces.length; index += 1) {
    const { at } = mapped.pieces[index] as Piece
    if (at >= to) break
    seams.push(at)
  }
  return seams
}

/** The last piece that begins at or before `at`. */
function pieceAt(pieces: readonly Piece[], at: number): number {
  let low = 0
  let high = pieces.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((pieces[middle] as Piece).at <= at) low = middle
    else high = middle - 1
  }
  return low
}
