import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/** Stretches of a file, two numbers each: where it begins, and where it ends (not in it any more). */
export type Stretches = ArrayLike<number>

/** What is read at once at least. */
const BLOCK = 8192
/** What is read at once at most where stretches are put together, and the widest gap that is read over. */
const MOST = 131_072
const GAP = 16_384

/** Where stretches are read before they are put together: the same memory each time, since fresh memory costs more. */
const scratch = new Uint8Array(MOST)

/** Lengths of files whose memory V8 does not count, so far: about as much as two builds open. */
const MOST_UNCOUNTED = 80_000_000
let uncounted = 0

/**
 * Memory for a file of which little is read. The first builds of a process take it where V8 does not count it: for
 * megabytes that nothing ever touches it would collect everything in between. A process that goes on making issues takes
 * it where V8 does, which would else let a gigabyte of what is done with lie about.
 */
function memoryFor(size: number): Uint8Array {
  uncounted += size
  return new Uint8Array(uncounted <= MOST_UNCOUNTED ? new SharedArrayBuffer(size) : new ArrayBuffer(size))
}

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

  /** While it is open: until the event loop's next turn. A build asks for one outline after the other, dozens of times. */
  #file: number | null = null

  /** `first` is how much of the file's beginning is wanted in any case. */
  constructor(path: string, first: number) {
    this.#path = path
    const file = openSync(path, 'r')
    try {
      const { size, mtimeMs } = fstatSync(file)
      this.#changed = mtimeMs
      this.bytes = memoryFor(size)
      this.#there = new Uint8Array(Math.ceil(size / BLOCK))
      this.#fill(file, this.#missing([0, first]))
    } finally {
      closeSync(file)
    }
  }

  /** Sees to it that the stretches are in `bytes`. */
  load(stretches: Stretches): void {
    const blocks = this.#missing(stretches)
    if (blocks.length > 0) this.#opened((file) => this.#fill(file, blocks))
  }

  #opened(read: (file: number) => void): void {
    const file = this.#file ?? this.#open()
    const { size, mtimeMs } = fstatSync(file)
    if (size !== this.bytes.length || mtimeMs !== this.#changed) throw new Error(`${this.#path} has changed`)
    read(file)
  }

  #open(): number {
    const file = openSync(this.#path, 'r')
    this.#file = file
    setImmediate(() => {
      this.#file = null
      closeSync(file)
    })
    return file
  }

  /**
   * Takes stretches in the file's order; puts them one behind the other into `bytes` from `at` on, and gives where each
   * begins. What lies close together is read at once.
   */
  pack(stretches: Stretches, at: number): Uint32Array {
    const places = new Uint32Array(stretches.length / 2)
    this.#opened((file) => {
      let place = at
      for (let index = 0; index < stretches.length; ) {
        const next = endOfRun(stretches, index)
        const from = stretches[index] as number
        const to = stretches[next - 1] as number
        const read = to - from > MOST ? new Uint8Array(to - from) : scratch
        readWhole(file, this.#path, read, from, to - from)
        for (; index < next; index += 2) {
          const begins = (stretches[index] as number) - from
          const ends = (stretches[index + 1] as number) - from
          places[index / 2] = place
          this.bytes.set(read.subarray(begins, ends), place)
          place += ends - begins
        }
      }
    })
    return places
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
    readWhole(file, this.#path, this.bytes.subarray(from, to), from, to - from)
  }
}

/** Index behind the stretches, from `first` on, that are read at once. */
function endOfRun(stretches: Stretches, first: number): number {
  const from = stretches[first] as number
  let index = first + 2
  while (index < stretches.length) {
    const gap = (stretches[index] as number) - (stretches[index - 1] as number)
    if (gap > GAP || (stretches[index + 1] as number) - from > MOST) break
    index += 2
  }
  return index
}

/** Reads so many bytes from a place in a file on to the beginning of `into`. */
function readWhole(file: number, path: string, into: Uint8Array, from: number, length: number): void {
  for (let done = 0; done < length; ) {
    const count = readSync(file, into, done, length - done, from + done)
    if (count === 0) throw new Error(`${path} ends early`)
    done += count
  }
}
