import type { IssueWords } from '../../base/messages/issue-words.ts'
import { linkProblems } from '../../base/messages/issue-words.ts'

/** What stands between the parentheses of `[text](…)`. */
export type LinkReading =
  | { readonly kind: 'link'; readonly target: string }
  /** A link that may not be made; its text is printed. */
  | { readonly kind: 'refused'; readonly why: IssueWords }
  /** No link at all: `[甲](见附件)` is text. */
  | { readonly kind: 'text' }

const ALLOWED = ['http', 'https', 'mailto', 'tel']
const LONGEST = 2000

/** Viewers skip control characters and blanks, so that `\x01javascript:` would run. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const SKIPPED = /[\u0000-\u0020\u007f-\u00a0\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g

/** Reads a link's target: only http, https, mailto and tel are let through, whatever is in front of them. */
export function readLink(written: string): LinkReading {
  const target = written.replace(SKIPPED, '')
  if (target.length > LONGEST) return { kind: 'refused', why: linkProblems.long }
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(target)?.[1]?.toLowerCase()
  if (scheme === undefined) return withoutScheme(target)
  if (!ALLOWED.includes(scheme)) return { kind: 'refused', why: linkProblems.scheme }
  if (scheme === 'mailto' || scheme === 'tel') return { kind: 'link', target: asciiOnly(target) }
  return webAddress(target)
}

function withoutScheme(target: string): LinkReading {
  const found = SCHEMELESS.find(([looks]) => looks.test(target))
  return found ? { kind: 'refused', why: linkProblems[found[1]] } : { kind: 'text' }
}

/** What was meant for a link and leads nowhere; anything else between parentheses is text. */
const SCHEMELESS = [
  [/^[^@\s（）]+@[a-z0-9.-]+\.[a-z]{2,}$/i, 'mail'],
  [/^\+?\d[\d-]{4,}$/, 'telephone'],
  [/\.(?:pdf|docx?|xlsx?|pptx?|wps|et|ofd|txt|md|jpe?g|png|gif|zip|rar|mp[34])(?:[?#].*)?$/i, 'file'],
  [/^(?:\/|\.|#|\\|www\.)/i, 'incomplete'],
  [/^(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[:/?#]|$)/i, 'incomplete'],
] as const satisfies readonly (readonly [RegExp, keyof typeof linkProblems])[]

function webAddress(target: string): LinkReading {
  const match = /^(https?):\/\/([^/?#\\]+)([^\\]*)$/i.exec(target)
  if (!match) return { kind: 'refused', why: linkProblems.incomplete }
  const [, scheme = '', host = '', rest = ''] = match
  if (host.includes('@')) return { kind: 'refused', why: linkProblems.user }
  if (!/^(?:[a-z0-9.-]+|\[[0-9a-f:]+\])(?::\d{1,5})?$/i.test(host))
    return { kind: 'refused', why: linkProblems.host }
  return { kind: 'link', target: `${scheme.toLowerCase()}://${host}${asciiOnly(rest)}` }
}

/** Percent-encodes what an address may not hold as it stands. */
function asciiOnly(text: string): string {
  return text.replace(/[^!#-;=?-Z_a-z~[\]]+/g, (part) => encodeURIComponent(wellFormed(part)))
}

function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
}
