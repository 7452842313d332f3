import { scalarText } from '../../issue/write/write-scalar.ts'
import { fittedIn } from './pasted-text.ts'

/** A text that stands on one line of YAML, and what of it is chosen. */
export interface OneLineValue {
  /** Of the whole with its quotes, in its line. */
  readonly from: number
  readonly to: number
  readonly style: 'plain' | '"' | "'"
  /** What it says before what is chosen, and behind. */
  readonly before: string
  readonly behind: string
  /** Of a body, what its lines are indented by where it becomes one of several. */
  readonly indent: string | null
  /** Of a piece of a list without keys, what stands before it. */
  readonly item: string | null
}

const LINE = /^( *(?:- +)*)(?:([^\s#:'"{}[\],&*!|>%@`-][^:#'"]*?) *:(?: +|$))?(.*)$/
const BODY = /^(?:body|正文|note|编者按)$/
const QUOTED = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/
/** What is more than a text, or goes on below. */
const NO_TEXT = /^[{}[\],&*!|>%@`#]/

/** The value of a line that is chosen from `from` to `to`, with `next` below it; null where there is none. */
export function oneLineValue(
  line: string,
  { from, to }: { readonly from: number; readonly to: number },
  next: string,
): OneLineValue | null {
  const [, lead = '', key, rest = ''] = LINE.exec(line) ?? []
  if ((key === undefined && !lead.includes('-')) || NO_TEXT.test(rest)) return null
  const start = line.length - rest.length
  const quoted = QUOTED.exec(rest)?.[0]
  if (quoted === undefined && /^["']/.test(rest)) return null
  const text = quoted ?? rest.replace(/(?:^|\s+)#.*$/, '').trimEnd()
  const quote = quoted === undefined ? 0 : 1
  if (from < start + quote || to > start + Math.max(quote, text.length - quote)) return null
  const indented = /^ */.exec(next)?.[0].length ?? 0
  if (text !== '' && next.trim() !== '' && indented > lead.length) return null
  const style = quoted === undefined ? 'plain' : (quoted.charAt(0) as '"' | "'")
  const [before, behind] = [text.slice(quote, from - start), text.slice(to - start, text.length - quote)].map(
    (part) => unquoted(part, style),
  )
  if (before == null || behind == null) return null
  const alone = rest.slice(text.length).trim() === ''
  return {
    from: start,
    to: start + text.length,
    style,
    before,
    behind,
    indent: alone && BODY.test(key ?? '') ? ' '.repeat(lead.length + 2) : null,
    item: alone && key === undefined ? lead : null,
  }
}

function unquoted(part: string, style: OneLineValue['style']): string | null {
  if (style === 'plain') return part
  if (style === "'") return part.replaceAll("''", "'")
  try {
    return JSON.parse(`"${part}"`)
  } catch {
    return null
  }
}

function written(text: string, style: OneLineValue['style']): string {
  if (style === 'plain') return scalarText(text)
  if (style === "'") return `'${text.replaceAll("'", "''")}'`
  return JSON.stringify(text)
}

/** What takes the place of a value, and where the cursor goes in it. */
export interface NewValue {
  readonly text: string
  readonly cursor: number
}

/**
 * A value with paragraphs put in: a body becomes a text of several, a piece of a list several pieces, and what is one
 * line stays one.
 */
export function withParagraphs(value: OneLineValue, lines: readonly string[]): NewValue {
  const { before, behind, style, indent, item } = value
  if (indent !== null && lines.length > 1) {
    const text = `|\n${indent}${before}${fittedIn(lines, { before, behind, indent })}`
    return { text: text + behind, cursor: text.length }
  }
  const all = lines.filter((line) => line !== '')
  if (item !== null && all.length > 1) {
    const pieces = all.map((line) => line.replace(/^(?:- |\d{1,2}[.．、] *(?=\D))/u, ''))
    const last = `${pieces.at(-1)}${behind}`
    const whole = [before + pieces[0], ...pieces.slice(1, -1), last].map((one) => written(one, style))
    const text = whole.join(`\n${item}`)
    return { text, cursor: text.length - tail(text, behind) }
  }
  const joined = all.reduce(
    (text, line) => text + (/\w$/.test(text) && /^\w/.test(line) ? ' ' : '') + line,
    '',
  )
  const text = written(before + joined + behind, style)
  return { text, cursor: text.length - tail(text, behind) }
}

/** How far from its end the cursor stands. */
function tail(text: string, behind: string): number {
  const quote = text.length > 1 && text.startsWith(text.slice(-1)) ? text.slice(-1) : ''
  if (quote === "'") return behind.replaceAll("'", "''").length + 1
  return quote === '"' ? JSON.stringify(behind).length - 1 : behind.length
}
