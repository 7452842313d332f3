import { FontFault } from '../truetype/sfnt.ts'

/** No web font may hold more than this when it is opened. */
export const MAX_UNWRAPPED = 120 * 1024 * 1024

/** What was compressed, of just this length. */
export function inflated(open: () => Uint8Array, where: string, length: number): Uint8Array {
  let opened: Uint8Array
  try {
    opened = open()
  } catch {
    throw new FontFault(where)
  }
  if (opened.length !== length) throw new FontFault(where)
  // A Buffer's slice() shares its memory where a Uint8Array's copies.
  return new Uint8Array(opened.buffer, opened.byteOffset, opened.byteLength)
}
