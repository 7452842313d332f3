/** What RTF is made of. */
export type RtfToken =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  /** `\*`: what follows may be passed over by a reader that does not know it. */
  | { readonly kind: 'ignorable' }
  | { readonly kind: 'word'; readonly name: string; readonly value: number | null }
  /** A byte in the text's encoding. */
  | { readonly kind: 'byte'; readonly value: number }
  | { readonly kind: 'text'; readonly text: string }

const BACKSLASH = 0x5c
const OPEN = 0x7b
const CLOSE = 0x7d

/** Takes RTF's bytes apart, in one pass. */
export function* rtfTokens(bytes: Uint8Array): Generator<RtfToken> {
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] as number
    if (byte === OPEN || byte === CLOSE) {
      yield { kind: byte === OPEN ? 'open' : 'close' }
      at += 1
    } else if (byte === BACKSLASH) {
      const { token, length } = control(bytes, at)
      if (token) yield token
      if (token?.kind === 'word' && token.name === 'bin') at += Math.max(0, token.value ?? 0)
      at += length
    } else if (byte === 0x0d || byte === 0x0a || byte === 0) at += 1
    else if (byte >= 0x80) {
      yield { kind: 'byte', value: byte }
      at += 1
    } else {
      const end = plainEnd(bytes, at)
      yield { kind: 'text', text: String.fromCharCode(...bytes.subarray(at, end)) }
      at = end
    }
  }
}

/** Text of a moderate length, up to a sign that means something. */
function plainEnd(bytes: Uint8Array, from: number): number {
  let end = from
  while (end < bytes.length && end - from < 4096 && isPlain(bytes[end] as number)) end += 1
  return end
}

function isPlain(byte: number): boolean {
  return (
    byte < 0x80 &&
    byte !== BACKSLASH &&
    byte !== OPEN &&
    byte !== CLOSE &&
    byte !== 0x0d &&
    byte !== 0x0a &&
    byte !== 0
  )
}

function control(
  bytes: Uint8Array,
  at: number,
): { readonly token: RtfToken | null; readonly length: number } {
  const head = String.fromCharCode(...bytes.subarray(at + 1, at + 48))
  const word = /^([a-zA-Z]{1,32})(-?\d{1,10})?( ?)/.exec(head)
  if (word) {
    const value = word[2] === undefined ? null : Number(word[2])
    return { token: { kind: 'word', name: word[1] as string, value }, length: 1 + word[0].length }
  }
  const hex = /^'([0-9a-fA-F]{2})/.exec(head)
  if (hex) return { token: { kind: 'byte', value: Number.parseInt(hex[1] as string, 16) }, length: 4 }
  if (head[0] === '*') return { token: { kind: 'ignorable' }, length: 2 }
  if (head[0] === '\r' || head[0] === '\n')
    return { token: { kind: 'word', name: 'par', value: null }, length: 2 }
  return { token: head === '' ? null : { kind: 'word', name: head[0] as string, value: null }, length: 2 }
}
