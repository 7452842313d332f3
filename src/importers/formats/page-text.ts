const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  ldquo: '“',
  rdquo: '”',
  mdash: '—',
  middot: '·',
  hellip: '…',
}

const NEW_LINE = /^\/?(?:br|p|div|tr|li|h[1-6]|table)$/
const NO_TEXT = /^(?:style|script|head|title)$/

/** The letters of a web page, its blocks on lines of their own. Linear: nothing is looked for twice. */
export function textOfPage(html: string): string {
  const words: string[] = []
  for (let at = 0; at < html.length; ) {
    const tag = html.indexOf('<', at)
    words.push(html.slice(at, tag < 0 ? html.length : tag).replace(/\s+/g, ' '))
    if (tag < 0) break
    const comment = html.startsWith('<!--', tag)
    const end = comment ? html.indexOf('-->', tag) + 2 : html.indexOf('>', tag)
    if (end < tag + 1) break
    const name = /^<(\/?[a-z0-9]+)/i.exec(html.slice(tag, tag + 12))?.[1]?.toLowerCase() ?? ''
    if (NEW_LINE.test(name)) words.push('\n')
    at = NO_TEXT.test(name) && !comment ? closing(html, name, end) : end + 1
  }
  return words.join('').replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{1,10}));/gi, entity)
}

function closing(html: string, name: string, from: number): number {
  const at = html.slice(from).search(new RegExp(`</${name}`, 'i'))
  return at < 0 ? html.length : from + at
}

function entity(whole: string, decimal?: string, hex?: string, name?: string): string {
  const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : 0
  return code > 0 && code < 0x110000
    ? String.fromCodePoint(code)
    : (ENTITIES[name?.toLowerCase() ?? ''] ?? whole)
}
