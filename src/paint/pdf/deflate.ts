import { promisify } from 'node:util'
import { deflate, deflateSync, inflate } from 'node:zlib'

const deflateInThread = promisify<Uint8Array, { level: number; memLevel: number }, Buffer>(deflate)
const inflateInThread = promisify<Uint8Array, { maxOutputLength: number }, Buffer>(inflate)

/** Shorter than this, handing the bytes to another thread costs the main thread more than compressing them. */
const WORTH_A_THREAD = 4_000

/** Compressed for FlateDecode, in a thread of its own where that pays. */
export async function deflated(bytes: Uint8Array): Promise<Uint8Array> {
  if (bytes.length < WORTH_A_THREAD) return deflateSync(bytes, { level: 6 })
  return deflateInThread(bytes, { level: 6, memLevel: 9 })
}

/** Undoes FlateDecode; rejects when more than `limit` bytes would come out. */
export function inflated(bytes: Uint8Array, limit: number): Promise<Uint8Array> {
  return inflateInThread(bytes, { maxOutputLength: Math.max(1, limit) })
}
