/** The page in a web archive (MHTML, RFC 2557) as it was before it was packed; the bytes themselves where there is none. */
export function pageInArchive(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const at = text.search(/^content-type:\s*text\/html/im)
  if (at < 0) return bytes
  const from = /\r?\n\r?\n/.exec(text.slice(at))
  if (!from) return bytes
  const start = at + from.index + from[0].length
  const end = text.slice(start).search(/^--\S/m)
  const body = text.slice(start, end < 0 ? text.length : start + end)
  // The encoding may stand before the kind or behind it, in the same few lines.
  const before = Math.max(text.lastIndexOf('\n\n', at), text.lastIndexOf('\n\r\n', at), 0)
  const encoding = /^content-transfer-encoding:\s*(\S+)/im.exec(text.slice(before, start))?.[1]?.toLowerCase()
  if (encoding === 'base64') return Uint8Array.from(Buffer.from(body, 'base64'))
  return Uint8Array.from(Buffer.from(encoding === 'quoted-printable' ? unquoted(body) : body, 'latin1'))
}

/** Quoted-printable (RFC 2045, 6.7), undone. */
function unquoted(text: string): string {
  return text
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/=([\dA-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}
