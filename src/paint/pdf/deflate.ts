import { promisify } from 'node:util'
import { constants, deflate, deflateRaw, deflateSync, inflate, type ZlibOptions } from 'node:zlib'

const deflateInThread = promisify<Uint8Array, ZlibOptions, Buffer>(deflate)
const deflateRawInThread = promisify<Uint8Array, ZlibOptions, Buffer>(deflateRaw)
const inflateInThread = promisify<Uint8Array, ZlibOptions, Buffer>(inflate)

/** Shorter than this, handing the bytes to another thread costs the main thread more than compressing them. */
const WORTH_A_THREAD = 4_000
/** Longer streams are compressed in parts of this length at the same time. */
const PART = 96_000
/** How far deflate looks back (RFC 1951). */
const WINDOW = 32_768

/** A window no larger than the bytes: zlib sets up its memory for every stream anew. */
function memoryFor(length: number): ZlibOptions {
  const windowBits = Math.min(15, Math.max(10, 32 - Math.clz32(length + 262)))
  return { level: 5, windowBits, memLevel: windowBits - 6 }
}

/** Compressed for FlateDecode, in threads of its own where that pays. Same bytes, same result. */
export async function deflated(bytes: Uint8Array): Promise<Uint8Array> {
  if (bytes.length >= 2 * PART) return deflatedInParts(bytes)
  const memory = memoryFor(bytes.length)
  return bytes.length < WORTH_A_THREAD ? deflateSync(bytes, memory) : deflateInThread(bytes, memory)
}

/** What a zlib stream begins with (RFC 1950): deflate, a window of 32 KB, compressed fast. */
const HEADER = Uint8Array.of(0x78, 0x5e)

/** One zlib stream whose parts are compressed at the same time, each knowing the end of the part before. */
async function deflatedInParts(bytes: Uint8Array): Promise<Uint8Array> {
  const memory = memoryFor(bytes.length)
  const count = Math.ceil(bytes.length / PART)
  const parts = Array.from({ length: count }, (_, index) => {
    const from = index * PART
    const before = { dictionary: bytes.subarray(from - WINDOW, from) }
    return deflateRawInThread(bytes.subarray(from, from + PART), {
      ...memory,
      ...(index > 0 ? before : {}),
      finishFlush: index < count - 1 ? constants.Z_SYNC_FLUSH : constants.Z_FINISH,
    })
  })
  // Stored as they are, for the checksum of all the bytes at the end.
  const stored = deflateInThread(bytes, { level: 0 })
  return Buffer.concat([HEADER, ...(await Promise.all(parts)), (await stored).subarray(-4)])
}

/** Undoes FlateDecode; rejects when more than `limit` bytes would come out. */
export function inflated(bytes: Uint8Array, limit: number): Promise<Uint8Array> {
  return inflateInThread(bytes, { maxOutputLength: Math.max(1, limit) })
}
