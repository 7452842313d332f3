import { inflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { deflated, FEW_WORTH_A_THREAD } from '../../src/paint/pdf/deflate.ts'

/** Bytes that repeat with small changes, the same every time. */
function bytesOf(length: number): Uint8Array {
  let seed = 1
  return Uint8Array.from({ length }, (_, index) => {
    seed = (seed * 1103515245 + 12345) & 0x7fffffff
    return seed % 7 === 0 ? (seed >> 8) & 0xff : (index * index) & 0x3f
  })
}

describe('compressing for FlateDecode', () => {
  test.each([0, 1, 300, 3_999, 4_000, 50_000, 191_999, 192_000, 192_001, 400_000, 1_000_000])(
    '%d bytes come back',
    async (length) => {
      const bytes = bytesOf(length)
      expect(Buffer.from(bytes).equals(inflateSync(await deflated(bytes)))).toBe(true)
    },
  )

  test('in a thread or at once, the result is the same', async () => {
    for (const length of [300, 6_000, 15_000]) {
      const bytes = bytesOf(length)
      const [inThread, atOnce] = [await deflated(bytes, 0), await deflated(bytes, FEW_WORTH_A_THREAD)]
      expect(Buffer.from(inThread).equals(atOnce)).toBe(true)
    }
  })

  test('the same bytes give the same result', async () => {
    const bytes = bytesOf(500_000)
    expect(Buffer.from(await deflated(bytes)).equals(await deflated(bytes))).toBe(true)
  })
})
