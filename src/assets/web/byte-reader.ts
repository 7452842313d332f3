/** Reads bytes one after another; past the end it throws `RangeError`. */
export class ByteReader {
  readonly #bytes: Uint8Array
  readonly #view: DataView
  #at: number

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#at = at
  }

  u8(): number {
    const byte = this.#view.getUint8(this.#at)
    this.#at += 1
    return byte
  }

  u16(): number {
    this.#at += 2
    return this.#view.getUint16(this.#at - 2)
  }

  i16(): number {
    this.#at += 2
    return this.#view.getInt16(this.#at - 2)
  }

  u32(): number {
    this.#at += 4
    return this.#view.getUint32(this.#at - 4)
  }

  skip(count: number): void {
    this.#at += count
  }

  /** The next bytes, shared with the source. */
  bytes(count: number): Uint8Array {
    if (this.#at + count > this.#bytes.length) throw new RangeError('past the end')
    this.#at += count
    return this.#bytes.subarray(this.#at - count, this.#at)
  }

  /** 255UInt16 of WOFF2 (5.1). */
  packed(): number {
    const code = this.u8()
    if (code === 253) return this.u16()
    if (code === 255) return this.u8() + 253
    return code === 254 ? this.u8() + 506 : code
  }
}
