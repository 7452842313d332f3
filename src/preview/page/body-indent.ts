import type { WrittenText } from '../protocol.ts'

/** What the lines of the body at the end of a text are indented by; null where there is no body. */
export function bodyIndent(before: string, kind: WrittenText['kind']): string | null {
  if (kind === 'publication' || kind === 'design') return null
  const lines = before.split('\n')
  if (kind === 'article') {
    const fences = lines.filter((line) => /^\ufeff?---[ \t]*$/.test(line)).length
    if (/^\ufeff?---[ \t]*$/.test(lines[0] ?? '')) return fences >= 2 ? '' : null
    // Without front matter all is body, but for the headline.
    return lines.length > 1 || !/^\ufeff?#\s/.test(lines[0] ?? '') ? '' : null
  }
  const here = /^ */.exec(lines.at(-1) ?? '')?.[0] ?? ''
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const line = lines[at] as string
    const key = /^( *)(?:- +)?(?:body|正文|note|编者按) *: *[|>][-+\d]* *$/.exec(line)
    if (key) {
      const own = (key[1] ?? '').length + (/^ *- +/.test(line) ? 2 : 0)
      return here.length > own ? here : ' '.repeat(own + 2)
    }
    const indent = /^ */.exec(line)?.[0].length ?? 0
    if (line.trim() !== '' && at < lines.length - 1 && indent < here.length) return null
  }
  return null
}
