import { promisify } from 'node:util'
import { deflate, inflate } from 'node:zlib'

const deflateInThread = promisify<Uint8Array, { level: number; memLevel: number }, Buffer>(deflate)
const inflateInThread = promisify<Uint8Array, { maxOutputLength: number }, Buffer>(inflate)

/** Compressed for FlateDecode, in a thread of its own. */
export function deflated(bytes: Uint8Array): Promise<Uint8Array> {
  return deflateInThread(bytes, { level: 6, memLevel: 9 })
}

/** Undoes FlateDecode; rejects when more than `limit` bytes would come out. */
export function inflated(bytes: Uint8Array, limit: number): Promise<Uint8Array> {
  return inflateInThread(bytes, { maxOutputLength: Math.max(1, limit) })
}
