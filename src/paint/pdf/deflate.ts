import { promisify } from 'node:util'
import { deflate, deflateSync, inflate } from 'node:zlib'

const deflateInThread = promisify<Uint8Array, ReturnType<typeof memoryFor>, Buffer>(deflate)
const inflateInThread = promisify<Uint8Array, { maxOutputLength: number }, Buffer>(inflate)

/** Shorter than this, handing the bytes to another thread costs the main thread more than compressing them. */
const WORTH_A_THREAD = 4_000

/** A window no larger than the bytes: zlib sets up its memory for every stream anew. */
function memoryFor(length: number): { level: number; windowBits: number; memLevel: number } {
  const windowBits = Math.min(15, Math.max(10, 32 - Math.clz32(length + 262)))
  return { level: 5, windowBits, memLevel: windowBits - 6 }
}

/** Compressed for FlateDecode, in a thread of its own where that pays. */
export async function deflated(bytes: Uint8Array): Promise<Uint8Array> {
  const memory = memoryFor(bytes.length)
  return bytes.length < WORTH_A_THREAD ? deflateSync(bytes, memory) : deflateInThread(bytes, memory)
}

/** Undoes FlateDecode; rejects when more than `limit` bytes would come out. */
export function inflated(bytes: Uint8Array, limit: number): Promise<Uint8Array> {
  return inflateInThread(bytes, { maxOutputLength: Math.max(1, limit) })
}
