import { promisify } from 'node:util'
import { deflate, deflateSync, type ZlibOptions } from 'node:zlib'

const deflateInThread = promisify<Uint8Array, ZlibOptions, Buffer>(deflate)

/** Shorter than this, handing the bytes to another thread costs the main thread more than compressing them. */
const WORTH_A_THREAD = 4_000
/** The same where few are compressed, one after the other: what waits for a thread waits for the next turn too. */
export const FEW_WORTH_A_THREAD = 16_000
/**
 * A window no larger than the bytes: zlib sets up its memory for every stream anew. Room for all that may come out: at
 * every full chunk the thread would wait until this one has time for it.
 */
function memoryFor(length: number): ZlibOptions {
  const windowBits = Math.min(15, Math.max(10, 32 - Math.clz32(length + 262)))
  return { level: 6, windowBits, memLevel: windowBits - 6, chunkSize: length + (length >> 8) + 256 }
}

/** Compressed for FlateDecode, in a thread of its own where that pays. Same bytes, same result. */
export async function deflated(bytes: Uint8Array, worthAThread = WORTH_A_THREAD): Promise<Uint8Array> {
  const memory = memoryFor(bytes.length)
  return bytes.length < worthAThread ? deflateSync(bytes, memory) : deflateInThread(bytes, memory)
}
