import { type Diagnostic, diagnostic } from '../../base/diagnostic.ts'
import type { YamlProblem } from '../../base/messages/issue-words.ts'
import type { SourceText, Span } from '../../base/source.ts'
import { quotedText } from '../language/values.ts'
import type { InputLimits } from '../limits.ts'
import { colonDiagnostic, meantPair } from '../lines/colons.ts'
import { contentStart, linesIn, type SourceLine, spanInLine } from '../lines/line.ts'
import type { Fault, FaultKind } from './fault.ts'
import {
  align,
  commaInValue,
  inQuotes,
  keyAlone,
  lineSlip,
  type Mending,
  pairInBraces,
  secondColon,
  signBefore,
  textOnLineBelow,
  WIDE_DASH,
  wideBraces,
  yamlProblem,
} from './line-slips.ts'

/**
 * Puts what is wrong with a file's structure into the editor's words, by looking at the lines around each
 * fault for what was most likely meant. One line is spoken of once, and after brackets or quotes that do
 * not end nothing more is said: the rest follows from them.
 */
export function explainFaults(
  faults: readonly Fault[],
  source: SourceText,
  limits: InputLimits,
): readonly Diagnostic[] {
  if (faults.length === 0) return []
  const explainer = new Explainer(source, limits)
  const found: Diagnostic[] = []
  const told = new Set<number>()
  const end = source.text.length
  // A token that is missing at the very end has its place behind the text.
  const inside = faults.map((one) => ({ ...one, from: Math.min(one.from, end), to: Math.min(one.to, end) }))
  for (const fault of inside.sort((a, b) => a.from - b.from)) {
    const one = explainer.explain(fault)
    const { number } = explainer.lineAt(one.span?.from ?? fault.from)
    if (!told.has(number)) found.push(one)
    told.add(number)
    if (LEAD_ON.includes(fault.kind)) break
  }
  return found
}

/** Faults after which the tokens that follow mean nothing. */
const LEAD_ON: readonly FaultKind[] = [
  'open-quote',
  'open-bracket',
  'key-over-lines',
  'text-after-value',
  'column',
]

/** A line that begins with a key. */
const KEY = /^\s*[^\s:]+:(?:\s|$)/

class Explainer {
  readonly #source: SourceText
  readonly #limits: InputLimits
  readonly #lines: readonly SourceLine[]

  constructor(source: SourceText, limits: InputLimits) {
    this.#source = source
    this.#limits = limits
    this.#lines = linesIn(source)
  }

  lineAt(offset: number): SourceLine {
    let low = 0
    let high = this.#lines.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#lines[middle] as SourceLine).from <= offset) low = middle
      else high = middle - 1
    }
    return this.#lines[low] as SourceLine
  }

  explain(fault: Fault): Diagnostic {
    switch (fault.kind) {
      case 'anchor':
        return this.#special('E-ANCHOR', fault)
      case 'alias':
        return this.#starredItem(fault) ?? this.#special('E-ALIAS', fault)
      case 'tag':
        return this.#special('E-TAG', fault)
      case 'document':
        return this.#document(fault)
      case 'directive':
        return diagnostic('E-DIRECTIVE', this.#span(fault))
      case 'depth':
        return diagnostic('E-DEPTH', this.#span(fault), { limit: this.#limits.depth })
      case 'long':
        return this.#long(fault)
      case 'keys':
        return diagnostic('E-KEYS', this.#span(fault), { limit: this.#limits.keys })
      default:
        return this.#slip(fault) ?? this.#structure(fault)
    }
  }

  #span({ from, to }: Fault): Span {
    return { file: this.#source.file, from, to }
  }

  #text({ from, to }: { readonly from: number; readonly to: number }): string {
    return this.#source.text.slice(from, to)
  }

  #long(fault: Fault): Diagnostic {
    const limit = `${this.#limits.scalarLength}`
    const what = this.#text({ from: Math.max(0, fault.to - 12), to: fault.to })
    return diagnostic('E-SIZE', this.#span(fault), { what: `…${what}`, limit })
  }

  /** A value that begins with `&`, `*` or `!`: in quotes it is a text. */
  #special(code: 'E-ANCHOR' | 'E-ALIAS' | 'E-TAG', fault: Fault): Diagnostic {
    const sign = this.#text(fault)
    // Quotes are one answer, taking the sign out another.
    const { replacement: guess, replaces } = this.#quotedRest(fault.from)
    const more = guess === undefined || replaces === undefined ? {} : { guess, replaces }
    return diagnostic(code, this.#span(fault), { sign: sign.slice(0, 24) }, more)
  }

  /** `* title:`, a list of another language's. */
  #starredItem(fault: Fault): Diagnostic | null {
    const line = this.lineAt(fault.from)
    return WIDE_DASH.test(line.text) ? lineSlip(line) : null
  }

  #document(fault: Fault): Diagnostic {
    const sign = this.#text(fault).trim().slice(0, 3) || '---'
    return diagnostic('E-DOCUMENT', this.#span(fault), { sign, line: this.lineAt(fault.from).number })
  }

  /** The slips that hide behind faults of many kinds: a wrong colon, a dash without space. */
  #slip(fault: Fault): Diagnostic | null {
    if (!SLIPS.includes(fault.kind)) return null
    const first = this.lineAt(fault.from)
    const last = this.lineAt(Math.max(fault.from, fault.to - 1))
    for (let number = first.number; number <= last.number; number += 1) {
      const line = this.#lines[number - 1] as SourceLine
      const found = lineSlip(line) ?? keyAlone(line)
      if (found) return found
    }
    // What is further in than an item with another sign than a hyphen does not line up.
    const above = this.#lines[first.number - 2]
    if (!above) return null
    return WIDE_DASH.test(above.text) ? lineSlip(above) : keyAlone(above)
  }

  #structure(fault: Fault): Diagnostic {
    const line = this.lineAt(fault.from)
    const sign = this.#text(fault)
    switch (fault.kind) {
      case 'two-colons':
        if (/^\?\s/.test(this.#source.text.slice(fault.from)))
          return this.#problem(
            'bad-start',
            this.#signAt(fault.from),
            { sign: '? ' },
            this.#quotedRest(fault.from),
          )
        return (
          wideBraces(line) ?? this.#problem('two-colons', secondColon(line), {}, this.#quotedRest(fault.from))
        )
      case 'bad-start':
        return this.#problem('bad-start', this.#span(fault), { sign }, this.#quotedRest(fault.from))
      case 'block-header':
        return this.#problem(
          'block-header',
          this.#span(fault),
          { sign: sign[0] ?? '' },
          textOnLineBelow(fault.from, line) ?? this.#quotedRest(fault.from),
        )
      case 'text-after-value':
        return this.#textAfter(fault)
      case 'open-quote':
        return this.#problem('open-quote', this.#signAt(fault.from), { sign: sign[0] ?? '' })
      case 'open-bracket':
        return this.#openBracket(fault)
      case 'comma':
        return this.#comma(fault, line)
      case 'key-over-lines':
        return this.#keyOverLines(fault)
      case 'key-without-colon':
        return this.#withoutColon(fault, line)
      case 'column':
        return this.#itemBegun(line) ?? align(line, 'between')
      case 'block-indent':
        return align(line, 'body')
      case 'item-without-dash':
        if (KEY.test(line.text)) return this.#itemBegun(line) ?? align(line, 'between')
        return this.#problem('item-without-dash', this.#span(fault))
      case 'bad-escape':
        return this.#problem('bad-escape', this.#span(fault), { sign }, this.#singleQuoted(fault))
      case 'unexpected':
        return this.#misplaced(fault, line)
      default:
        return this.#problem(problemOf(fault.kind), this.#span(fault), { sign: sign.slice(0, 24) })
    }
  }

  #problem(
    name: YamlProblem,
    span: Span,
    values: Readonly<Record<string, string>> = {},
    more: Mending = {},
  ): Diagnostic {
    return yamlProblem(name, span, values, more)
  }

  #signAt(from: number): Span {
    return { file: this.#source.file, from, to: from + 1 }
  }

  #quotedRest(from: number): Mending {
    const line = this.lineAt(from)
    return inQuotes(line, from - line.from)
  }

  /** A value in double quotes as it would be in single ones, where a backslash is nothing but itself. */
  #singleQuoted({ start = 0, from }: Fault): Mending {
    const value = /^"[^"\n]*"/.exec(this.#source.text.slice(start))?.[0]
    if (value === undefined || start + value.length < from) return {}
    const replaces = { file: this.#source.file, from: start, to: start + value.length }
    return { replacement: `'${value.slice(1, -1).replace(/'/g, "''")}'`, replaces }
  }

  /** Something stands after a value that had ended: quotes or brackets that close too early. */
  #textAfter(fault: Fault): Diagnostic {
    const start = fault.start ?? fault.from
    const opener = this.#source.text[start] ?? ''
    if (this.lineAt(start) !== this.lineAt(fault.from) && /["']/.test(opener)) {
      return this.#problem('open-quote', this.#signAt(start), { sign: opener })
    }
    const line = this.lineAt(fault.from)
    const rest = spanInLine(line, fault.from - line.from, line.text.trimEnd().length)
    const shown = this.#text(rest).slice(0, 24)
    if (/["']/.test(opener))
      return this.#problem('quote-ends', rest, { rest: shown }, this.#quotedRest(start))
    if (/[[{]/.test(opener)) {
      return this.#problem('bracket-start', rest, { sign: opener }, this.#quotedRest(start))
    }
    return this.#misplaced(fault, line)
  }

  /** Something that is in order by itself but does not stand where it should. */
  #misplaced(fault: Fault, line: SourceLine): Diagnostic {
    if (line.indent > 0 && fault.from - line.from <= contentStart(line.text))
      return this.#itemBegun(line) ?? align(line, 'between')
    const sign = this.#text(fault).trim().slice(0, 24)
    if (
      /^-\s/.test(line.text.slice(fault.from - line.from)) &&
      /:\s+$/.test(line.text.slice(0, fault.from - line.from))
    )
      return this.#problem('bad-start', this.#span(fault), { sign: '- ' }, this.#quotedRest(fault.from))
    return this.#problem('unexpected', this.#span(fault), { sign })
  }

  /** A line `title: …` right below the hyphen of the item before: the next item without its own. */
  #itemBegun(line: SourceLine): Diagnostic | null {
    const isAbove = (one: SourceLine) => one.from < line.from && one.indent <= line.indent && one.text.trim()
    const above = this.#lines.findLast(isAbove)
    if (!KEY.test(line.text) || above?.indent !== line.indent || !/^\s*- /.test(above.text)) return null
    const key = (text: string) => text.slice(line.indent).replace(/^- +/, '').split(/[:：]/)[0]
    if (key(above.text) !== key(line.text) && KEY.test(above.text.replace('- ', '  ')))
      return align(line, 'key', signBefore('  ', line))
    const more = signBefore('- ', line)
    return this.#problem('item-without-dash', spanInLine(line, line.indent, line.text.indexOf(':')), {}, more)
  }

  #openBracket(fault: Fault): Diagnostic {
    const sign = this.#source.text[fault.from] === '{' ? '{' : '['
    const close = sign === '{' ? '}' : ']'
    const wide = sign === '{' ? '｝' : '］'
    const line = this.lineAt(fault.from)
    const at = line.text.indexOf(wide, fault.from - line.from)
    const hash = /\s(#[^\s,\]}]+)/.exec(line.text.slice(fault.from - line.from))
    if (hash) return this.#hash(line, fault.from - line.from + hash.index + 1, hash[1] as string)
    if (at < 0) return this.#problem('open-bracket', this.#signAt(fault.from), { sign, close })
    return this.#problem(
      'wide-bracket',
      spanInLine(line, at, at + 1),
      { sign: wide, close },
      { replacement: close },
    )
  }

  /** Between brackets `#` makes a comment of all that follows, the closing bracket too. */
  #hash(line: SourceLine, at: number, sign: string): Diagnostic {
    const span = spanInLine(line, at, at + sign.length)
    return this.#problem('hash', span, { sign }, { replacement: quotedText(sign) })
  }

  /** Between brackets: a wide comma where a narrow one is due, or one too many. */
  #comma(fault: Fault, line: SourceLine): Diagnostic {
    const at = line.text.indexOf('，', contentStart(line.text))
    if (at < 0) return this.#problem('comma', this.#span(fault))
    return this.#problem('wide-comma', spanInLine(line, at, at + 1), {}, { replacement: ', ' })
  }

  /** A value on which a further indented key follows: YAML takes both as one. */
  #keyOverLines(fault: Fault): Diagnostic {
    const first = this.lineAt(fault.from)
    const last = this.lineAt(Math.max(fault.from, fault.to - 1))
    const valueLine = /:\s+$/.test(first.text.slice(0, fault.from - first.from))
    if (valueLine || last.indent > first.indent) return align(last, 'deeper')
    return this.#withoutColon(fault, first)
  }

  #withoutColon(fault: Fault, line: SourceLine): Diagnostic {
    if (/[[{][^\]}]*$/.test(line.text.slice(0, fault.from - line.from))) {
      if (line.text.includes('，')) return this.#comma(fault, line)
      const cut = commaInValue(line, fault.from - line.from)
      if (cut) return cut
      const pair = meantPair(this.#text({ from: fault.from, to: line.from + line.text.length }))
      if (pair)
        return colonDiagnostic(line, {
          ...pair,
          keyAt: pair.keyAt + fault.from - line.from,
          colonAt: pair.colonAt + fault.from - line.from,
        })
    }
    const braces = /:\s+(\{[^{}:]*\})\s*$/.exec(line.text)
    if (braces) return pairInBraces(line, braces[1] as string)
    const start = contentStart(line.text)
    return keyAlone(line) ?? this.#problem('no-colon', spanInLine(line, start, line.text.trimEnd().length))
  }
}

/** Faults behind which a wrong colon or dash may hide. */
const SLIPS: readonly FaultKind[] = [
  'key-without-colon',
  'key-over-lines',
  'text-after-value',
  'item-without-dash',
  'unexpected',
  'column',
]

function problemOf(kind: FaultKind): YamlProblem {
  if (kind === 'explicit-key' || kind === 'key-is-collection') return kind
  if (kind === 'tab' || kind === 'comment') return kind
  return 'unexpected'
}
