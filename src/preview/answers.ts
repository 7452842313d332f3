import type { IncomingMessage, ServerResponse } from 'node:http'

/** Nothing but our own files, no script in the page, no frame around it. `nonce` lets the editor's style rules in. */
function policy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self'${nonce === '' ? '' : ` 'nonce-${nonce}'`}`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

const HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
  'Cache-Control': 'no-store',
} as const

/** What is sent. */
export interface SentBody {
  readonly type: string
  readonly bytes: Uint8Array | string
  readonly more?: Readonly<Record<string, string>>
}

export function send(response: ServerResponse, status: number, body: SentBody | null, nonce = ''): void {
  const content = body === null ? { 'Content-Length': '0' } : contentHeaders(body)
  const guard = body?.type === 'application/pdf' ? {} : { 'Content-Security-Policy': policy(nonce) }
  response.writeHead(status, { ...HEADERS, ...guard, ...content, ...body?.more })
  response.end(body?.bytes)
}

function contentHeaders({ type, bytes }: SentBody): Record<string, string> {
  return { 'Content-Type': type, 'Content-Length': String(Buffer.byteLength(bytes)) }
}

export function sendJson(response: ServerResponse, value: unknown): void {
  const { statusCode } = response
  send(response, statusCode, { type: 'application/json; charset=utf-8', bytes: JSON.stringify(value) })
}

/** A body larger than it may be. */
export class TooLarge extends Error {}

/** A request's whole body. Throws `TooLarge` as soon as it is known to pass `limit` bytes. */
export async function wholeBody(request: IncomingMessage, limit: number): Promise<Uint8Array> {
  if (Number(request.headers['content-length'] ?? 0) > limit) throw new TooLarge()
  const parts: Buffer[] = []
  let length = 0
  for await (const part of request) {
    length += (part as Buffer).length
    if (length > limit) throw new TooLarge()
    parts.push(part as Buffer)
  }
  return Buffer.concat(parts)
}
