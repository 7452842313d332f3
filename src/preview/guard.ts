import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** Why a request is refused: HTTP's status. */
export type Refusal = 403 | 421

/** The secrets of one server (门禁): what its address carries, and what the browser keeps instead. */
export class Guard {
  /** In the first address; told to nobody but the person who started the preview. */
  readonly token = secret()
  readonly #cookie = secret()
  #port = 0

  /** Cookies do not tell ports apart, so that two previews need two names. */
  get #name(): string {
    return `jianbao-${this.#port}`
  }

  listensOn(port: number): void {
    this.#port = port
  }

  /** The header that lets a browser in: kept from scripts, and never sent from a page of another site. */
  cookieHeader(): string {
    return `${this.#name}=${this.#cookie}; HttpOnly; SameSite=Strict; Path=/`
  }

  isToken(given: string | null): boolean {
    return given !== null && same(given, this.token)
  }

  /**
   * Whether a request comes from where it may: to this machine by its own name (another one would be a name that
   * somebody pointed here), and from no page but ours. null where it does.
   */
  foreign({ method, headers, headersDistinct }: IncomingMessage): Refusal | null {
    const hosts = [`127.0.0.1:${this.#port}`, `localhost:${this.#port}`]
    // Of two hosts Node takes the first; a request that has them is none (RFC 9112 § 3.2).
    const [host = '', ...others] = headersDistinct.host ?? []
    if (!hosts.includes(host) || others.length > 0) return 421
    const origin = headers.origin
    if (origin !== undefined && origin !== `http://${headers.host}`) return 403
    if (origin === undefined && method !== 'GET' && method !== 'HEAD') return 403
    const site = headers['sec-fetch-site']
    return site === undefined || site === 'same-origin' || site === 'none' ? null : 403
  }

  /** Whether a request carries the cookie. */
  knows({ headers }: IncomingMessage): boolean {
    const cookies = (headers.cookie ?? '').split(/;\s*/)
    const start = `${this.#name}=`
    return cookies.some((one) => one.startsWith(start) && same(one.slice(start.length), this.#cookie))
  }
}

/** 256 bits, in letters that an address may have. */
export function secret(): string {
  return randomBytes(32).toString('base64url')
}

function same(given: string, held: string): boolean {
  const [a, b] = [given, held].map((one) => Buffer.from(one)) as [Buffer, Buffer]
  return a.length === b.length && timingSafeEqual(a, b)
}
