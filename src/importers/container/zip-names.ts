import { strictText } from '../../base/strict-text.ts'

/** Extra field with the name in UTF-8 (Info-ZIP, 0x7075). */
const UNICODE_PATH = 0x7075

/**
 * An entry's name: in UTF-8 where the archive says so or the bytes are so, else in GB 18030, in which Chinese Windows
 * writes names without saying it.
 */
export function entryName(bytes: Uint8Array, saysUtf8: boolean, extra: Uint8Array): string {
  const own = unicodePath(extra)
  if (own !== null) return own
  return strictText(bytes, 'utf-8') ?? (saysUtf8 ? null : strictText(bytes, 'gb18030')) ?? latin(bytes)
}

function unicodePath(extra: Uint8Array): string | null {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength)
  for (let at = 0; at + 4 <= extra.length; ) {
    const size = view.getUint16(at + 2, true)
    if (view.getUint16(at, true) === UNICODE_PATH && size > 5) {
      return strictText(extra.subarray(at + 9, at + 4 + size), 'utf-8')
    }
    at += 4 + size
  }
  return null
}

function latin(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
}
