import type { Breaking } from './breaking.ts'

/** No node. */
export const NONE = 0

/** The node every search begins with: nothing set yet. */
export const ROOT = 1

/**
 * Ways to have set a text up to a break (Knuth–Plass's active nodes), as parallel arrays, so that a search
 * allocates nothing for them. The nodes of one place are a list by `next`, those with the same `key` together.
 */
export class LineNodes {
  /** First node at each place; {@link NONE} where no line ends. */
  first = new Uint32Array(512)
  at = new Uint32Array(1024)
  /** Lines set so far. */
  line = new Uint32Array(1024)
  /** What of the line's number matters: nodes with other keys are kept apart. */
  key = new Uint32Array(1024)
  /** Fitness class of the line that ends here. */
  fit = new Uint8Array(1024)
  total = new Float64Array(1024)
  tracking = new Float64Array(1024)
  before = new Uint32Array(1024)
  next = new Uint32Array(1024)
  /** 1 where the line's end cuts what has no break. */
  cut = new Uint8Array(1024)
  #count = ROOT

  /** Leaves the root alone, for a text of `places` clusters. */
  clear(places: number): void {
    if (this.first.length <= places) this.first = new Uint32Array(2 * places)
    else this.first.fill(NONE, 0, places + 1)
    this.#count = ROOT
    this.line[NONE] = 0
    this.first[0] = this.add(0, NONE, 0)
    this.line[ROOT] = 0
    this.key[ROOT] = 0
  }

  /** A node at a place, in no list yet. */
  add(at: number, before: number, total: number): number {
    const node = this.#count
    if (node === this.total.length) this.#grow()
    this.#count += 1
    this.at[node] = at
    this.next[node] = NONE
    this.cut[node] = 0
    this.fit[node] = 0
    this.tracking[node] = 0
    this.set(node, before, total)
    return node
  }

  /** Gives a node another way to it. */
  set(node: number, before: number, total: number): void {
    this.before[node] = before
    this.line[node] = (this.line[before] as number) + 1
    this.total[node] = total
  }

  /** The lines on the way to a node. */
  breakingTo(last: number): Breaking {
    const { at, before, line, cut, total } = this
    const ends: number[] = []
    const cuts: number[] = []
    for (let node = last; node !== ROOT; node = before[node] as number) {
      ends.push(at[node] as number)
      if (cut[node] === 1) cuts.push((line[node] as number) - 1)
    }
    return { ends: ends.reverse(), demerits: total[last] as number, cuts: cuts.reverse() }
  }

  #grow(): void {
    const room = 2 * this.total.length
    const wider = (old: Uint32Array) => {
      const wide = new Uint32Array(room)
      wide.set(old)
      return wide
    }
    const floats = (old: Float64Array) => {
      const wide = new Float64Array(room)
      wide.set(old)
      return wide
    }
    const bytes = (old: Uint8Array) => {
      const wide = new Uint8Array(room)
      wide.set(old)
      return wide
    }
    this.at = wider(this.at)
    this.line = wider(this.line)
    this.key = wider(this.key)
    this.before = wider(this.before)
    this.next = wider(this.next)
    this.fit = bytes(this.fit)
    this.cut = bytes(this.cut)
    this.total = floats(this.total)
    this.tracking = floats(this.tracking)
  }
}
