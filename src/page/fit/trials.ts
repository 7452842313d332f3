import {
  linesChanged,
  type MoreLines,
  sumOfLines,
  type TextPlaces,
  textPlaces,
  zonesWith,
} from './changed-lines.ts'
import { type TextChange, withChange } from './changed-text.ts'
import { draftOf, layoutOfChanged } from './found-layout.ts'
import { difference, type LaidOut } from './line-difference.ts'
import type { CountTask, Way } from './ways-to-change.ts'

/** Pages of changed text, searched for no more than a bounded number of times. */
export class Trials {
  readonly #task: CountTask
  readonly #places: TextPlaces
  left: number

  constructor(task: CountTask, most: number) {
    this.#task = task
    this.#places = textPlaces(task.found.zones)
    this.left = most
  }

  /** Pages that a way makes beyond those wanted, or fewer (negative). */
  over(count: number, way: Way): number {
    return this.#laid(count, way).layout.pages - this.#task.wanted
  }

  /** The same with the changed text set line by line. */
  overSet(count: number, way: Way): number {
    this.left -= 1
    const { copy, wanted } = this.#task
    const blocks = withChange(copy.blocks, this.#change(count, way))
    return draftOf({ ...copy, blocks }).rounds.first.layout.pages - wanted
  }

  /** Column lines that a way makes beyond the wanted pages, or leaves free on them (negative). */
  linesOver(count: number, way: Way): number {
    const { over, under } = difference(this.#laid(count, way), this.#task.wanted)
    return over - under
  }

  /** Column lines that a way takes away, or adds. */
  lines(count: number, way: Way): number {
    return Math.abs(sumOfLines(this.#moreLines(count, way)))
  }

  #change(count: number, way: Way): TextChange {
    const sign = this.#task.cutting ? 1 : -1
    return new Map([...way(this.#task, Math.round(count))].map(([text, by]) => [text, sign * by]))
  }

  #moreLines(count: number, way: Way): MoreLines {
    return linesChanged(this.#places, this.#change(count, way))
  }

  #laid(count: number, way: Way): LaidOut {
    this.left -= 1
    const { zones, design } = this.#task.found
    const changed = zonesWith(zones, this.#moreLines(count, way))
    return { zones: changed, layout: layoutOfChanged(changed, design.grid.lines), design }
  }
}
