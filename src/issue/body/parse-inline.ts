import { bareAddresses } from '../../base/addresses.ts'
import type { Diagnostic } from '../../base/diagnostic.ts'
import { diagnostic } from '../../base/diagnostic.ts'
import type { Inline, InlineText } from '../issue.ts'
import { type MappedText, spanIn } from '../mapped-text.ts'
import { noteMark } from './footnotes.ts'
import { type InlineMark, InlineWriter, type ParsedInline } from './inline-writer.ts'
import { isBlank, type Range } from './lines.ts'
import { readLink } from './link.ts'
import { readingAt } from './ruby.ts'
import { mayBeName, type Neighbour, neighbour } from './sign-sides.ts'

/** What else a text may hold, and where remarks go. */
export interface InlineOptions {
  readonly report: (diagnostic: Diagnostic) => void
  /** Whether `|` marks a place where a headline may break. */
  readonly breaks?: boolean
  /** Whether `[^1]` marks a footnote, or would anywhere else in the same body; printed as typed when absent. */
  readonly notes?: 'marks' | 'refused'
}

/** Something in the text that is not printed as it stands. */
interface Sign {
  readonly at: number
  readonly length: number
  readonly does:
    | { readonly kind: 'skip' }
    | { readonly kind: 'break' }
    | { readonly kind: 'toggle'; readonly mark: InlineMark }
    | { readonly kind: 'link'; readonly target: string | null }
    | { readonly kind: 'note'; readonly name: string }
    | { readonly kind: 'ruby'; readonly readings: readonly string[] | null }
}

/** Longest text that `^…^` and `~…~` raise or lower; a longer one has the signs by accident. */
const LONGEST_RAISED = 20
const NOT_RAISED = /[\s、，。；：！？“”‘’（）《》【】…—]/

/**
 * Takes lines of a text; gives its runs with their marks, on one line. `**bold**`, `*emphasis*`, `^raised^`,
 * `~lowered~`, `__name__`, `~~title~~`, `[text](https:…)`, `[韫]{yùn}` and backslash escapes are marks; anything else is printed as
 * typed.
 * Linear in the text: every character is looked at a bounded number of times.
 */
export function parseInline(
  mapped: MappedText,
  lines: readonly Range[],
  options: InlineOptions,
): ParsedInline {
  const finder = new SignFinder(mapped, options)
  for (const line of lines) finder.readLine(line)
  return writeLines(mapped, lines, finder.signs())
}

function writeLines(mapped: MappedText, lines: readonly Range[], signs: readonly Sign[]): ParsedInline {
  const writer = new InlineWriter(mapped)
  let next = 0
  lines.forEach((line, index) => {
    if (index > 0) writer.newline(mapped.text.indexOf('\n', (lines[index - 1] as Range).to))
    let at = line.from
    while (next < signs.length && (signs[next] as Sign).at < line.to) {
      const sign = signs[next] as Sign
      writer.add(at, sign.at)
      apply(sign, writer)
      at = sign.at + sign.length
      next += 1
    }
    writer.add(at, line.to)
  })
  return writer.finish()
}

function apply({ at, length, does }: Sign, writer: InlineWriter): void {
  if (does.kind === 'toggle') writer.toggle(does.mark)
  else if (does.kind === 'link') writer.link(does.target)
  else if (does.kind === 'break') writer.break(at)
  else if (does.kind === 'note') writer.note(does.name, at, at + length)
  else if (does.kind === 'ruby') writer.readings(does.readings)
}

/** Finds the signs of a text; an opening one counts only when its partner is found. */
class SignFinder {
  readonly #mapped: MappedText
  readonly #text: string
  readonly #options: InlineOptions
  readonly #signs: Sign[] = []
  readonly #open: Record<InlineMark, number> = {
    bold: -1,
    emphasis: -1,
    superscript: -1,
    subscript: -1,
    name: -1,
    title: -1,
  }
  readonly #any = /[\\*^~_[\]|]/g
  /** Where `**` stands that neither began nor ended bold text. */
  readonly #lone: number[] = []
  #addresses: Range[] = []
  #nextSign = -1
  #bracket = -1
  /** No `)` stands at or after this offset up to the line's end. */
  #noParenthesisFrom = Number.POSITIVE_INFINITY

  constructor(mapped: MappedText, options: InlineOptions) {
    this.#mapped = mapped
    this.#text = mapped.text
    this.#options = options
  }

  /** All signs in the order of the text. */
  signs(): readonly Sign[] {
    if (this.#open.bold >= 0) this.#lone.push(this.#open.bold)
    // `** 加粗**` is one slip: of two such the first is named.
    for (let at = 0; at < this.#lone.length; at += 2) {
      const from = this.#lone[at] as number
      this.#remark('W-MARK', from, from + 2)
    }
    return this.#signs.sort((a, b) => a.at - b.at)
  }

  readLine(line: Range): void {
    this.#bracket = -1
    this.#noParenthesisFrom = Number.POSITIVE_INFINITY
    this.#addresses = bareAddresses(this.#text.slice(line.from, line.to)).map(({ from, to }) => ({
      from: line.from + from,
      to: line.from + to,
    }))
    for (let at = this.#signFrom(line.from); at < line.to; at = this.#signFrom(at)) {
      at = this.#readAt(at, line)
    }
  }

  /** The first character from `at` on that may be a sign. One that was found already is not looked for again. */
  #signFrom(at: number): number {
    if (this.#nextSign < at) {
      this.#any.lastIndex = at
      this.#nextSign = this.#any.exec(this.#text)?.index ?? Number.POSITIVE_INFINITY
    }
    return this.#nextSign
  }

  /** Where the bare address ends that a sign stands in, and means nothing there; `at` itself when in none. */
  #addressEnd(at: number): number {
    while (this.#addresses[0] && this.#addresses[0].to <= at) this.#addresses.shift()
    const [next] = this.#addresses
    return next && next.from <= at ? next.to : at
  }

  /** Looks at one character, or a run of one sign; gives where to go on. */
  #readAt(at: number, line: Range): number {
    const end = this.#addressEnd(at)
    if (end > at) return end
    switch (this.#text[at]) {
      case '\\':
        return this.#escape(at, line)
      case '*':
        return this.#asterisks(at, line)
      case '^':
        return this.#raising(at, line, '^', 'superscript')
      case '~':
        return this.#raising(at, line, '~', 'subscript')
      case '_':
        return this.#naming(at, line, '_', 'name')
      case '[': {
        const name = this.#options.notes ? noteMark(this.#text, at, line.to) : null
        if (name !== null) return this.#note(name, at)
        this.#openBracket(at, line)
        return at + 1
      }
      case ']':
        return this.#closeBracket(at, line)
      case '|':
        if (this.#options.breaks) this.#signs.push({ at, length: 1, does: { kind: 'break' } })
        return at + 1
      default:
        return at + 1
    }
  }

  #escape(at: number, line: Range): number {
    if (at + 1 >= line.to || !/[!-/:-@[-`{-~：]/.test(this.#text[at + 1] as string)) return at + 1
    this.#signs.push({ at, length: 1, does: { kind: 'skip' } })
    return at + 2
  }

  #runLength(at: number, line: Range, sign: string): number {
    let end = at
    while (end < line.to && this.#text[end] === sign) end += 1
    return end - at
  }

  #asterisks(at: number, line: Range): number {
    const length = this.#runLength(at, line, '*')
    const sides = this.#sides(at, length, line)
    if (length === 2) this.#delimiter('bold', at, 2, sides)
    else if (length === 1) {
      // 3*4*5 is a product.
      if (!(sides.before.alphanumeric && sides.after.alphanumeric)) this.#delimiter('emphasis', at, 1, sides)
    } else if (length === 3) {
      const emphasisFirst = this.#open.bold < 0 || this.#open.emphasis > this.#open.bold
      this.#delimiter(emphasisFirst ? 'emphasis' : 'bold', at, emphasisFirst ? 1 : 2, sides)
      this.#delimiter(
        emphasisFirst ? 'bold' : 'emphasis',
        at + (emphasisFirst ? 1 : 2),
        emphasisFirst ? 2 : 1,
        sides,
      )
    }
    return at + length
  }

  #raising(at: number, line: Range, sign: '^' | '~', mark: 'superscript' | 'subscript'): number {
    const length = this.#runLength(at, line, sign)
    if (length > 1) return sign === '~' ? this.#naming(at, line, sign, 'title') : at + length
    const sides = this.#sides(at, 1, line)
    const open = this.#open[mark]
    if (open >= 0) {
      const content = at - open - 1 > LONGEST_RAISED ? ' ' : this.#text.slice(open + 1, at)
      if (content === '' || NOT_RAISED.test(content)) this.#open[mark] = -1
    }
    // 10~20 is a range, 10^4^ a power.
    const isPower = sign === '^' && /^\^[-−]?\d{1,3}\^/.test(this.#text.slice(at, at + 6))
    const range = sides.before.digit && sides.after.digit && !isPower
    if (this.#open[mark] >= 0 || !range) this.#delimiter(mark, at, 1, sides)
    return at + 1
  }

  /** Two signs begin or end a name; four end one and begin the next, that stands beside it. */
  #naming(at: number, line: Range, sign: '_' | '~', mark: 'name' | 'title'): number {
    const length = this.#runLength(at, line, sign)
    const begin = this.#open[mark]
    if (begin >= 0 && !mayBeName(this.#text.slice(begin + 2, at))) this.#open[mark] = -1
    const isOpen = this.#open[mark] >= 0
    const sides = this.#sides(at, length, line)
    // snake__case is a name of another kind.
    const inside = sides.before.alphanumeric && sides.after.alphanumeric
    if (length === 2 && (isOpen || !inside)) this.#delimiter(mark, at, 2, sides)
    else if (length === 4 && isOpen) {
      this.#delimiter(mark, at, 2, sides)
      this.#delimiter(mark, at + 2, 2, sides)
    }
    return at + length
  }

  #sides(at: number, length: number, line: Range) {
    return {
      before: neighbour(at > line.from ? this.#text.charCodeAt(at - 1) : 0x20),
      after: neighbour(at + length < line.to ? this.#text.charCodeAt(at + length) : 0x20),
    }
  }

  /** Closes the mark that is open, or opens it, or leaves the sign as it stands. */
  #delimiter(
    mark: InlineMark,
    at: number,
    length: number,
    sides: { before: Neighbour; after: Neighbour },
  ): void {
    const open = this.#open[mark]
    if (open >= 0 && !sides.before.blank && at > open + length) {
      this.#signs.push({ at: open, length, does: { kind: 'toggle', mark } })
      this.#signs.push({ at, length, does: { kind: 'toggle', mark } })
      this.#open[mark] = -1
      return
    }
    const lone = sides.after.blank ? at : open
    if (mark === 'bold' && lone >= 0) this.#lone.push(lone)
    if (!sides.after.blank) this.#open[mark] = at
  }

  #note(name: string, at: number): number {
    const length = name.length + 3
    if (this.#options.notes === 'refused')
      this.#options.report(diagnostic('W-NOTE-PLACE', spanIn(this.#mapped, at, at + length), { name }))
    else this.#signs.push({ at, length, does: { kind: 'note', name } })
    return at + length
  }

  #openBracket(at: number, line: Range): void {
    this.#bracket = at
    if (at > line.from && this.#text[at - 1] === '!' && this.#text.startsWith('](', at + 1)) {
      this.#remark('W-PICTURE-INLINE', at - 1, at + 3)
      this.#bracket = -1
    }
  }

  #closeBracket(at: number, line: Range): number {
    const open = this.#bracket
    this.#bracket = -1
    if (open >= 0 && this.#text[at + 1] === '{') return this.#reading(open, at, line)
    if (open < 0 || this.#text[at + 1] !== '(' || at + 1 >= line.to || at === open + 1) return at + 1
    const close = this.#closeParenthesis(at + 1, line)
    if (close < 0) return at + 1
    const written = this.#text.slice(at + 2, close)
    if (open > line.from && this.#text[open - 1] === '!') {
      this.#remark('W-PICTURE-INLINE', open - 1, close + 1)
      return close + 1
    }
    const link = readLink(written)
    if (link.kind === 'text') return at + 1
    if (link.kind === 'refused') {
      const span = spanIn(this.#mapped, at + 2, close)
      const values = { target: shortened(written), whyZh: link.why.zh, whyEn: link.why.en }
      this.#options.report(diagnostic('W-LINK', span, values))
    }
    const target = link.kind === 'link' ? link.target : null
    this.#signs.push({ at: open, length: 1, does: { kind: 'link', target } })
    this.#signs.push({ at, length: close + 1 - at, does: { kind: 'link', target: null } })
    return close + 1
  }

  /** `[顾韫]{gù yùn}`: a syllable over each character; anything else is printed as typed. */
  #reading(open: number, at: number, line: Range): number {
    const found = readingAt(this.#text, open, at, line.to)
    if (found === null) return at + 1
    const { end, readings, characters } = found
    if (readings.length === characters) {
      this.#signs.push({ at: open, length: 1, does: { kind: 'ruby', readings } })
      this.#signs.push({ at, length: end - at, does: { kind: 'ruby', readings: null } })
    } else {
      const values = { syllables: readings.length, characters }
      this.#options.report(diagnostic('W-RUBY', spanIn(this.#mapped, open, end), values))
    }
    return end
  }

  /** The `)` that ends a link's target; one pair of parentheses may stand inside. -1 without one. */
  #closeParenthesis(open: number, line: Range): number {
    if (open >= this.#noParenthesisFrom) return -1
    let depth = 0
    for (let at = open; at < line.to; at += 1) {
      const sign = this.#text[at]
      if (sign === '(') depth += 1
      else if (sign === ')') {
        depth -= 1
        if (depth === 0) return at
      } else if (isBlank(this.#text.charCodeAt(at))) return -1
    }
    this.#noParenthesisFrom = open
    return -1
  }

  #remark(code: 'W-MARK' | 'W-PICTURE-INLINE', from: number, to: number): void {
    this.#options.report(diagnostic(code, spanIn(this.#mapped, from, to)))
  }
}

function shortened(target: string): string {
  return target.length > 40 ? `${target.slice(0, 40)}…` : target
}

/** A text without marks, as the runs it would be. */
export function plainOf(text: InlineText): string {
  return text.map((one: Inline) => one.text).join('')
}
