import { type Diagnostic, diagnostic } from '../../base/diagnostic.ts'
import { alignProblems, indentProblems } from '../../base/messages/issue-words.ts'
import type { SourceText } from '../../base/source.ts'
import { colonDiagnostic, meantPair } from './colons.ts'
import { isKeyName, isPlainWord } from './key-names.ts'
import { contentStart, linesIn, type SourceLine, spanInLine } from './line.ts'

/**
 * The first phase: what can be seen of a YAML file line by line, before it is known to be one. Above all the
 * slips that YAML takes without a word and gives another meaning: wide spaces in an indentation, `key：value`,
 * `key:value`. Where lines begin that are headers of texts (`body: |`) is added to `headers`.
 */
export function scanLines(source: SourceText, headers: number[] = []): readonly Diagnostic[] {
  const scanner = new LineScanner(headers)
  for (const line of linesIn(source)) scanner.read(line)
  return scanner.diagnostics
}

/** Where the scanner is, between two lines. */
type State =
  | { readonly in: 'structure' }
  /** After `|` or `>`: the lines further in than `parent` are text. */
  | { readonly in: 'block'; readonly parent: number; readonly indent: number | null }
  /** Inside quotes that the line before did not close. */
  | { readonly in: 'quotes'; readonly quote: string }
  /** Inside brackets that the line before did not close. */
  | { readonly in: 'brackets'; readonly depth: number }
  /** After a bare text, which goes on in lines further in than `parent`. */
  | { readonly in: 'text'; readonly parent: number }

const BLOCK_HEADER = /(?:^|[:-][ \t]+)[|>]([-+\d]*)[ \t]*(?:#.*)?$/
const MOST = 20

class LineScanner {
  readonly diagnostics: Diagnostic[] = []
  readonly #headers: number[]
  #state: State = { in: 'structure' }
  #content = false

  constructor(headers: number[]) {
    this.#headers = headers
  }

  read(line: SourceLine): void {
    if (this.diagnostics.length >= MOST) return
    const state = this.#state
    if (state.in === 'quotes') this.#quotes(line.text, 0, state.quote)
    else if (line.text.trim() === '' || (state.in === 'block' && this.#block(line, state))) return
    else if (state.in === 'brackets') this.#brackets(line.text, state.depth, 0)
    else if (state.in === 'text' && line.indent > state.parent && !this.#looksMeant(line)) {
      this.#badIndent(line)
    } else this.#structure(line)
  }

  /** A line after `|`; whether it belongs to the text. */
  #block(line: SourceLine, { parent, indent }: Extract<State, { in: 'block' }>): boolean {
    const needed = indent ?? parent + 1
    if (line.indent >= needed) {
      this.#state = { in: 'block', parent, indent: indent ?? line.indent }
      return true
    }
    if (line.text.trimStart().startsWith('#')) {
      this.#state = { in: 'structure' }
      return false
    }
    if (this.#badIndent(line)) return true
    if (line.indent > parent && indent !== null) {
      this.#align(line, 'body')
      return true
    }
    // A sentence that has slipped out of the text is no key.
    if (!isStructure(line.text)) {
      this.#align(line, 'body')
      return true
    }
    this.#state = { in: 'structure' }
    return false
  }

  #structure(line: SourceLine): void {
    this.#state = { in: 'structure' }
    if (this.#badIndent(line) || this.#marker(line)) return
    if (line.text.trimStart().startsWith('#')) return
    this.#content = true
    const pair = meantPair(line.text)
    if (pair && isKnownSlip(line.text, pair.key, pair.problem)) {
      this.diagnostics.push(colonDiagnostic(line, pair))
      // Whatever is meant to follow it is not looked at as if it stood alone.
      this.#state = { in: 'text', parent: line.indent }
      if (BLOCK_HEADER.test(` ${pair.value}`) || /^[|>]/.test(pair.value)) {
        this.#state = { in: 'block', parent: pair.keyAt, indent: null }
      }
      return
    }
    this.#opens(line)
  }

  /** What the line leaves open for the next ones. */
  #opens(line: SourceLine): void {
    const start = contentStart(line.text)
    const colon = /^(?:"[^"]*"|'[^']*'|[^\s"'[\]{}#][^#]*?)?[ \t]*:(?:[ \t]+|$)/.exec(line.text.slice(start))
    const parent = colon ? start : Math.max(0, line.text.slice(0, start).lastIndexOf('-'))
    const header = BLOCK_HEADER.exec(line.text)
    if (header) {
      // With an indentation given in the header, the first line's own may be part of the text.
      const given = /\d/.test(header[1] ?? '') ? parent + 1 : null
      this.#headers.push(line.from)
      this.#state = { in: 'block', parent, indent: given }
      return
    }
    const valueAt = start + (colon?.[0].length ?? 0)
    const value = line.text.slice(valueAt)
    if (/^["']/.test(value)) this.#quotes(line.text, valueAt + 1, value[0] as string)
    else if (/^[[{]/.test(value)) this.#brackets(line.text, 0, valueAt)
    else if (value.trim() !== '' && !value.startsWith('#')) this.#state = { in: 'text', parent }
  }

  /** In a text that goes on, a line such as `caption: …` was meant as a key; the next phase says so. */
  #looksMeant(line: SourceLine): boolean {
    const pair = meantPair(line.text)
    return pair !== null && !isPlainWord(pair.key) && isKeyName(pair.key)
  }

  /** Looks for the end of quotes from `at` on. */
  #quotes(text: string, at: number, quote: string): void {
    for (let i = at; i < text.length; i += 1) {
      if (quote === '"' && text[i] === '\\') i += 1
      else if (text[i] === quote) {
        if (quote !== "'" || text[i + 1] !== "'") {
          this.#state = { in: 'structure' }
          return
        }
        i += 1
      }
    }
    this.#state = { in: 'quotes', quote }
  }

  /** Follows brackets over a line; quotes hide them where a value begins, and stand for themselves within one. */
  #brackets(text: string, open: number, at: number): void {
    let depth = open
    let begins = true
    for (let i = at; i < text.length; i += 1) {
      const sign = text[i] as string
      if (sign === '[' || sign === '{') depth += 1
      else if (sign === ']' || sign === '}') depth -= 1
      else if (sign === '#' && /\s/.test(text[i - 1] ?? ' ')) break
      else if (begins && (sign === '"' || sign === "'")) i = closingQuote(text, i)
      begins = '[{,:'.includes(sign) || (begins && /\s/.test(sign))
      if (depth <= 0 && i > at) break
    }
    this.#state = depth > 0 ? { in: 'brackets', depth } : { in: 'structure' }
  }

  /** Reports blanks other than spaces in front of a line. */
  #badIndent(line: SourceLine): boolean {
    const at = line.indent + (line.text.charCodeAt(0) === 0xfeff ? 1 : 0)
    const lead = /^[\t \u00a0\u2000-\u200a\u3000]+/.exec(line.text.slice(at))?.[0]
    if (lead === undefined || line.text.slice(at + lead.length).startsWith('#')) return false
    const what = lead[0] === '\t' ? 'tab' : lead[0] === '\u3000' ? 'wide' : 'hard'
    const { zh, en } = indentProblems[what]
    const span = spanInLine(line, at, at + lead.length)
    this.diagnostics.push(diagnostic('E-INDENT', span, { whatZh: zh, whatEn: en }))
    return true
  }

  /** `---`, `...` and `%` at the very start of a line. */
  #marker(line: SourceLine): boolean {
    const sign = /^\ufeff?(---|\.\.\.)(?=\s|$)/.exec(line.text)?.[1]
    if (sign !== undefined && (this.#content || sign === '...')) {
      const at = line.text.indexOf(sign)
      this.diagnostics.push(
        diagnostic('E-DOCUMENT', spanInLine(line, at, at + 3), { sign, line: line.number }),
      )
      return true
    }
    if (line.text.startsWith('%')) {
      this.diagnostics.push(diagnostic('E-DIRECTIVE', spanInLine(line, 0, line.text.length)))
      return true
    }
    return sign !== undefined
  }

  #align(line: SourceLine, why: keyof typeof alignProblems): void {
    const { zh, en } = alignProblems[why]
    const span = spanInLine(line, line.indent, line.text.length)
    this.diagnostics.push(diagnostic('E-ALIGN', span, { found: line.indent, whyZh: zh, whyEn: en }))
  }
}

/** Whether a key with the wrong colon is surely a key and not the beginning of a sentence. */
function isKnownSlip(text: string, key: string, problem: 'wide' | 'tight'): boolean {
  if (!isKeyName(key))
    return /：[ \t]*$/.test(text) && contentStart(text) === text.length - text.trimStart().length
  if (problem === 'tight' || !isPlainWord(key)) return true
  // “- 说明：…” may be a brief; “  说明：…” on a line of its own is a key.
  return !/^\s*-/.test(text) || key === '标题' || key === '文件'
}

/** Whether a line could be a key, an item, a comment or a bracket. */
function isStructure(text: string): boolean {
  return /^\s*(?:#|-(?:\s|$)|["'[{\]}]|---|\.\.\.|[^\s].*:(?:\s|$)|[^\s：。，]{1,30}：|-\S|[A-Za-z_]+:)/.test(
    text,
  )
}

function closingQuote(text: string, at: number): number {
  const quote = text[at] as string
  for (let i = at + 1; i < text.length; i += 1) {
    if (quote === '"' && text[i] === '\\') i += 1
    else if (text[i] === quote) {
      if (quote === '"' || text[i + 1] !== quote) return i
      i += 1
    }
  }
  return text.length
}
