/** An address typed bare in a text: UTF-16 offsets `from` … `to`-1, and where it leads. */
export interface BareAddress {
  readonly from: number
  readonly to: number
  readonly target: string
}

const LABEL = '[a-z0-9](?:[a-z0-9-]{0,62})'
const HOST = `(?:${LABEL}\\.){1,12}[a-z0-9-]{1,63}(?::\\d{1,5})?`
/** What an address may hold after its host; Han, full-width marks, quotes and square brackets end it. */
const REST = '(?:[/?#][!#-;=?-Z_a-z~]{0,2000})?'
const BEFORE = '(?<![a-z0-9@._%+:/\\-])'
/** What no address is without. Looked for one by one: V8 runs a pattern's first uses slowly, and most texts have none. */
const SIGNS = ['@', '://', 'www.', 'WWW.', 'Www.', 'tel:', 'TEL:', 'Tel:']
let pattern: RegExp | null = null

/** Made when a text may have an address: most have none. */
function addressPattern(): RegExp {
  pattern ??= new RegExp(
    [
      `${BEFORE}(?<web>https?://${HOST}${REST})`,
      `${BEFORE}(?<www>www\\.${HOST}${REST})`,
      `${BEFORE}(?<mail>(?:mailto:)?[a-z0-9._%+-]{1,64}@(?:${LABEL}\\.){1,12}[a-z]{2,24}(?![a-z0-9@-]))`,
      `${BEFORE}(?<tel>tel:\\+?[0-9](?:[0-9-]{1,20}[0-9]))`,
    ].join('|'),
    'gi',
  )
  return pattern
}

/**
 * Web addresses (with http, https or www.), e-mail addresses, and telephone numbers behind `tel:`, typed in a text
 * without brackets around them. A mark that ends the sentence is none of theirs. Linear in the text.
 */
export function bareAddresses(text: string): readonly BareAddress[] {
  if (!text.includes('.') && !text.includes(':') && !text.includes('@')) return []
  if (!SIGNS.some((sign) => text.includes(sign))) return []
  return [...text.matchAll(addressPattern())].map((match) => {
    const written = withoutEnd(match[0])
    const { www, mail } = match.groups as Record<string, string | undefined>
    const scheme = www ? 'http://' : mail && !/^mailto:/i.test(mail) ? 'mailto:' : ''
    return { from: match.index, to: match.index + written.length, target: `${scheme}${written}` }
  })
}

/** Without the marks behind it, and without a closing bracket that was opened before it. */
function withoutEnd(address: string): string {
  let end = address.length
  for (;;) {
    const last = address[end - 1] as string
    if (/[.,;:!?'*_~]/.test(last)) end -= 1
    else if (last === ')' && count(address, '(', end) < count(address, ')', end)) end -= 1
    else return address.slice(0, end)
  }
}

function count(text: string, sign: string, end: number): number {
  let found = 0
  for (let at = 0; at < end; at += 1) if (text[at] === sign) found += 1
  return found
}
