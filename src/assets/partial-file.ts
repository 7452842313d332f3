import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/** Stretches of a file, two numbers each: where it begins, and where it ends (not in it any more). */
export type Stretches = ArrayLike<number>

/** What is read at once at least. */
const BLOCK = 8192

/**
 * A file of which only the asked stretches are read. `bytes` is as long as the file, each byte at its place; what was
 * not asked for is zero and takes no memory, since no page of it is ever touched. Throws when the file is another
 * than it was when first opened.
 */
export class PartialFile {
  readonly bytes: Uint8Array
  readonly #path: string
  readonly #changed: number
  /** 1 for every block that is there. */
  readonly #there: Uint8Array

  /** `first` is how much of the file's beginning is wanted in any case. */
  constructor(path: string, first: number) {
    this.#path = path
    const file = openSync(path, 'r')
    try {
      const { size, mtimeMs } = fstatSync(file)
      this.#changed = mtimeMs
      this.bytes = new Uint8Array(size)
      this.#there = new Uint8Array(Math.ceil(size / BLOCK))
      this.#fill(file, this.#missing([0, first]))
    } finally {
      closeSync(file)
    }
  }

  /** Sees to it that the stretches are in `bytes`. */
  load(stretches: Stretches): void {
    const blocks = this.#missing(stretches)
    if (blocks.length === 0) return
    const file = openSync(this.#path, 'r')
    try {
      const { size, mtimeMs } = fstatSync(file)
      if (size !== this.bytes.length || mtimeMs !== this.#changed)
        throw new Error(`${this.#path} has changed`)
      this.#fill(file, blocks)
    } finally {
      closeSync(file)
    }
  }

  #fill(file: number, blocks: readonly number[]): void {
    for (let at = 0; at < blocks.length; ) {
      let end = at + 1
      while (end < blocks.length && blocks[end] === (blocks[end - 1] as number) + 1) end += 1
      this.#read(file, (blocks[at] as number) * BLOCK, ((blocks[end - 1] as number) + 1) * BLOCK)
      at = end
    }
  }

  /** Blocks that are not there yet, in order; they count as there from now on. */
  #missing(stretches: Stretches): number[] {
    const there = this.#there
    const missing: number[] = []
    for (let index = 0; index < stretches.length; index += 2) {
      const last = Math.min(Math.ceil((stretches[index + 1] as number) / BLOCK), there.length)
      for (let block = Math.floor((stretches[index] as number) / BLOCK); block < last; block += 1) {
        if (there[block] === 1) continue
        there[block] = 1
        missing.push(block)
      }
    }
    return missing.sort((a, b) => a - b)
  }

  #read(file: number, from: number, wanted: number): void {
    const to = Math.min(wanted, this.bytes.length)
    for (let at = from; at < to; ) {
      const count = readSync(file, this.bytes, at, to - at, at)
      if (count === 0) throw new Error(`${this.#path} ends early`)
      at += count
    }
  }
}
