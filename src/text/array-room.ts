/**
 * Memory for the arrays of one text, in one piece: each in a piece of its own would cost more than most of them hold. Those
 * of eight bytes a number are taken first, then those of four, then those of one.
 */
export class ArrayRoom {
  readonly #buffer: ArrayBuffer
  #taken = 0

  constructor(bytes: number) {
    this.#buffer = new ArrayBuffer(bytes)
  }

  #take(bytes: number): number {
    const at = this.#taken
    this.#taken += bytes
    return at
  }

  floats(count: number): Float64Array {
    return new Float64Array(this.#buffer, this.#take(8 * count), count)
  }

  integers(count: number): Int32Array {
    return new Int32Array(this.#buffer, this.#take(4 * count), count)
  }

  bytes(count: number): Uint8Array {
    return new Uint8Array(this.#buffer, this.#take(count), count)
  }
}
