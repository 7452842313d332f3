/** A text in an encoding; null where the bytes are none in it, or nobody knows the encoding. */
export function strictText(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
