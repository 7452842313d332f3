import { type Diagnostic, diagnostic } from '../../base/diagnostic.ts'
import type { Span } from '../../base/source.ts'
import type { BodyBlock, InlineText } from '../issue.ts'
import { type MappedText, spanIn } from '../mapped-text.ts'
import { Footnotes, type NoteLine, noteLine, typedNote } from './footnotes.ts'
import { joinedLines, withEmptyLines } from './joined-lines.ts'
import { type BodyLine, captionLine, type LineRemark, lineKind, signInstead } from './line-kind.ts'
import { standsAlone } from './line-signs.ts'
import { linesOf, type Range, stripped, textIn } from './lines.ts'
import { indentOf, ListLevels } from './list-levels.ts'
import { parseInline } from './parse-inline.ts'
import { parseTable, type TableLine, tableLine } from './table.ts'
import {
  type LineBeside,
  type LinesOfText,
  linesBelowTable,
  rowsFollow,
  wordsFrom,
  wordsOfTable,
} from './table-lines.ts'

export interface BodyOptions {
  readonly report: (diagnostic: Diagnostic) => void
  /** Whether each line is a paragraph, as in text pasted from Word. */
  readonly everyLine: boolean
  /** Whether the signs of headings, lists and so on mean nothing here. */
  readonly paragraphsOnly?: boolean
  /** Whether marks of footnotes are said to stand where none may, and printed as typed. */
  readonly notesRefused?: boolean
}

/**
 * Takes an article's text; gives its blocks in order. Paragraphs are divided by empty lines; `##`, `###`,
 * `- `, `1. `, `> `, `![](id)`, `***` and tables are told by how a line begins. Linear in the text.
 */
export function parseBody(mapped: MappedText, options: BodyOptions): readonly BodyBlock[] {
  return new BodyParser(mapped, options).parse()
}

class BodyParser {
  readonly #mapped: MappedText
  readonly #options: BodyOptions
  readonly #lines: readonly Range[]
  readonly #blocks: BodyBlock[] = []
  /** Null where the text has none, as nearly every one. */
  readonly #notes: Footnotes | null
  #at = 0
  #indented = 0
  #firstIndented: Span | null = null

  /** What lines beside tables are told by. */
  readonly #beside: LinesOfText

  constructor(mapped: MappedText, options: BodyOptions) {
    this.#mapped = mapped
    this.#options = options
    this.#lines = linesOf(mapped.text)
    const lineAt = (line: number) => this.#lines[line] as Range
    this.#beside = {
      count: this.#lines.length,
      wordsOf: (line) => captionLine(mapped.text, lineAt(line)),
      isEmpty: (line) => lineAt(line).from === lineAt(line).to,
      isRow: (line) => this.#look(line).kind === 'row',
      textIn: (range) => textIn(mapped, range),
    }
    this.#notes =
      !options.paragraphsOnly && !options.notesRefused && mapped.text.includes('[^') ? new Footnotes() : null
  }

  parse(): readonly BodyBlock[] {
    while (this.#at < this.#lines.length) {
      const line = this.#look(this.#at)
      if (line.kind === 'empty') this.#at += 1
      else this.#block(line)
    }
    const blocks = this.#notes ? this.#notes.settle(this.#blocks, this.#options.report) : this.#blocks
    if (this.#firstIndented) this.#report('I-INDENT', this.#firstIndented, { count: this.#indented })
    return blocks
  }

  #block(line: Exclude<BodyLine, { kind: 'empty' }>): void {
    if (line.kind === 'heading') this.#heading(line)
    else if (line.kind === 'item') this.#list(line.number)
    else if (line.kind === 'quotation') this.#quotation()
    else if (line.kind === 'row') this.#table([])
    else if (line.kind === 'caption') this.#captionedTable()
    else if (line.kind === 'text') this.#paragraph()
    else if (line.kind === 'note') this.#footnote(line.note)
    else {
      const span = this.#span(this.#at, this.#at)
      this.#single(
        line.kind === 'blank' ? { kind: 'blank', span } : { kind: 'place', picture: line.id, span },
      )
    }
  }

  #single(block: BodyBlock): void {
    this.#blocks.push(block)
    this.#at += 1
  }

  #heading({ level, content }: { level: 2 | 3; content: Range }): void {
    const text = this.#inline([content])
    this.#single({ kind: 'subheading', level, text, span: this.#span(this.#at, this.#at) })
  }

  /** Items follow each other, with or without empty lines between; numbers go up by one. */
  #list(first: number | null): void {
    const from = this.#at
    const items: InlineText[] = []
    const nested: { level: number; number: number | null }[] = []
    const levels = new ListLevels()
    let last = from
    let outer = 0
    for (;;) {
      const line = this.#look(this.#at)
      if (line.kind !== 'item') break
      const range = this.#lines[this.#at] as Range
      const { level, deep } = levels.next(indentOf(this.#mapped.text, range))
      if (level === 0 && line.number !== (first === null ? null : first + outer)) break
      if (level === 0) outer += 1
      if (deep) this.#report('W-LIST-DEPTH', spanIn(this.#mapped, range.from, line.content.from))
      nested.push({ level, number: line.number })
      last = this.#item(line.content, items)
      this.#skipEmptyBefore((next) => next.kind === 'item')
    }
    this.#blocks.push({
      kind: 'list',
      ordered: first !== null,
      items,
      span: this.#span(from, last),
      ...(first !== null && first !== 1 ? { start: first } : {}),
      ...(nested.some(({ level }) => level > 0) ? { nested } : {}),
    })
  }

  /** One item with the lines that go on with it; gives its last line. */
  #item(content: Range, items: InlineText[]): number {
    items.push(this.#inline(this.#linesGoingOn(content), true))
    return this.#at - 1
  }

  /** A line's content and the lines of text that go on with it; moves below them. */
  #linesGoingOn(content: Range): readonly Range[] {
    const lines = [content]
    this.#at += 1
    while (this.#at < this.#lines.length) {
      const next = this.#look(this.#at)
      if (next.kind !== 'text' || next.indented || this.#beginsAnew(this.#lines[this.#at] as Range, lines))
        break
      lines.push(this.#lines[this.#at] as Range)
      this.#at += 1
    }
    return lines
  }

  /** Whether a line of text is a paragraph of its own, below those given. */
  #beginsAnew(line: Range, above: readonly Range[]): boolean {
    if (this.#options.everyLine) return true
    const [before, first] = [above.at(-1), above[0]] as [Range, Range]
    return standsAlone(textIn(this.#mapped, line), textIn(this.#mapped, before), textIn(this.#mapped, first))
  }

  /** A note's words stand here until all marks are known. */
  #footnote({ name, content }: NoteLine): void {
    const from = this.#at
    const sign = typedNote(this.#mapped, this.#lines[from] as Range, name)
    const text = this.#inline(this.#linesGoingOn(content))
    const span = this.#span(from, this.#at - 1)
    this.#notes?.define({ name, text, typed: [sign, ...text], at: this.#blocks.length })
    this.#blocks.push({ kind: 'footnote', number: 0, text, span })
  }

  #skipEmptyBefore(wanted: (line: BodyLine) => boolean): void {
    const at = this.#filledFrom(this.#at)
    if (at < this.#lines.length && wanted(this.#look(at))) this.#at = at
  }

  #quotation(): void {
    const from = this.#at
    const paragraphs: InlineText[] = []
    let lines: Range[] = []
    const close = () => {
      if (lines.length > 0) paragraphs.push(this.#inline(lines, true))
      lines = []
    }
    for (;;) {
      const line = this.#look(this.#at)
      if (line.kind !== 'quotation') break
      const content = stripped(this.#mapped.text, line.content)
      if (content.from === content.to || (lines.length > 0 && this.#beginsAnew(content, lines))) close()
      if (content.from < content.to) lines.push(content)
      this.#at += 1
    }
    close()
    if (paragraphs.length === 0) return
    this.#blocks.push({ kind: 'quotation', paragraphs, span: this.#span(from, this.#at - 1) })
  }

  /** Lines above a table are given back as text where the rows below turn out to be none. */
  #captionedTable(): void {
    const { found, next } = wordsFrom(this.#beside, this.#at)
    this.#at = next
    this.#table(found)
  }

  #table(above: readonly LineBeside[]): void {
    const from = this.#at
    let to = from
    while (to < this.#lines.length && this.#look(to).kind === 'row') to += 1
    const rows = this.#lines.slice(from, to)
    const table = parseTable(this.#mapped, rows, (range) => this.#inline([range]))
    if (table === null) {
      this.#report('W-TABLE', this.#span(from, to - 1))
      for (const { line } of above) this.#pushParagraph([this.#lines[line] as Range], line)
      this.#paragraph(true)
      return
    }
    const below = linesBelowTable(this.#beside, to)
    this.#at = (below.at(-1)?.line ?? to - 1) + 1
    const lines = [...above, ...below].map(({ content }) => this.#tableLine(content))
    const { title, unit, notes } = wordsOfTable(lines, above.length, (one) => textIn(this.#mapped, one))
    this.#blocks.push({
      kind: 'table',
      ...table,
      ...(title ? { caption: this.#inline([title]) } : {}),
      ...(unit ? { unit: this.#inline([unit]) } : {}),
      ...(notes.length > 0 ? { notes: notes.map((one) => this.#inline([one])) } : {}),
      ...Object.assign({}, ...lines.map((line) => line.settings)),
      span: this.#span(above[0]?.line ?? from, this.#at - 1),
    })
  }

  #tableLine(content: Range): TableLine {
    const line = tableLine(this.#mapped.text, content)
    if (line.unknown)
      this.#report('W-TABLE-SETTING', spanIn(this.#mapped, line.unknown.from, line.unknown.to), {
        text: textIn(this.#mapped, line.unknown),
      })
    return line
  }

  /** The first line from `at` on that is not empty. */
  #filledFrom(at: number): number {
    let next = at
    while (next < this.#lines.length && this.#look(next).kind === 'empty') next += 1
    return next
  }

  #paragraph(rows = false): void {
    const from = this.#at
    const lines = [this.#withoutIndent(this.#lines[from] as Range)]
    this.#at += 1
    while (this.#at < this.#lines.length && !this.#options.everyLine) {
      const next = this.#look(this.#at)
      if (rows ? next.kind !== 'row' : next.kind !== 'text' || next.indented) break
      if (!rows && this.#beginsAnew(this.#lines[this.#at] as Range, lines)) break
      lines.push(this.#lines[this.#at] as Range)
      this.#at += 1
    }
    this.#remarkOnLines(lines)
    this.#pushParagraph(lines, from, this.#at - 1)
  }

  #pushParagraph(lines: readonly Range[], from: number, to = from): void {
    const text = this.#inline(lines, true)
    if (text.length > 0) this.#blocks.push({ kind: 'paragraph', text, span: this.#span(from, to) })
  }

  /** Several lines that each end a sentence, or are numbered, were most likely typed as paragraphs. */
  #remarkOnLines(lines: readonly Range[]): void {
    if (lines.length < 2) return
    const { sentences, sign, partings } = joinedLines(this.#mapped, lines)
    if (partings.length === 0 && sentences < 2) return
    const more = withEmptyLines(this.#mapped, lines, partings) ?? {}
    if (sign !== null && sentences < 2) {
      const span = spanIn(this.#mapped, sign.from, sign.to)
      this.#options.report(diagnostic('W-LINE-SIGN', span, { sign: textIn(this.#mapped, sign) }, more))
      return
    }
    const { from } = lines[0] as Range
    const { to } = lines.at(-1) as Range
    this.#options.report(diagnostic('W-LINES', spanIn(this.#mapped, from, to), { count: sentences }, more))
  }

  #withoutIndent(line: Range): Range {
    const content = stripped(this.#mapped.text, line)
    if (content.from === line.from || content.from === content.to) return line
    this.#indented += 1
    this.#firstIndented ??= spanIn(this.#mapped, line.from, content.from)
    return { from: content.from, to: line.to }
  }

  #inline(lines: readonly Range[], mayHaveNotes = false): InlineText {
    const { report, notesRefused } = this.#options
    if (notesRefused) return parseInline(this.#mapped, lines, { report, notes: 'refused' }).text
    if (this.#notes === null) return parseInline(this.#mapped, lines, { report }).text
    return parseInline(this.#mapped, lines, { report, notes: mayHaveNotes ? 'marks' : 'refused' }).text
  }

  #report(code: 'I-INDENT' | 'W-LIST-DEPTH' | 'W-TABLE' | 'W-TABLE-SETTING', span: Span, values = {}): void {
    this.#options.report(diagnostic(code, span, values))
  }

  #span(fromLine: number, toLine: number): Span {
    const { from } = this.#lines[fromLine] as Range
    const { to } = this.#lines[toLine] as Range
    return spanIn(this.#mapped, from, to)
  }

  #look(index: number): BodyLine {
    const range = this.#lines[index]
    if (!range || range.from === range.to) return { kind: 'empty' }
    if (this.#options.paragraphsOnly)
      return { kind: 'text', indented: this.#mapped.text[range.from] === '\u3000' }
    const note = this.#notes && noteLine(this.#mapped.text, range)
    if (note) return { kind: 'note', note }
    const caption = captionLine(this.#mapped.text, range)
    if (caption !== null && rowsFollow(this.#beside, index)) return { kind: 'caption', content: caption }
    return lineKind(this.#mapped.text, range, (code, length, values) =>
      this.#remark(code, range, length, values),
    )
  }

  readonly #remarked = new Set<number>()

  /** A line is looked at more than once, but remarked on once. */
  #remark(code: LineRemark, range: Range, length: number, values: Record<string, string>): void {
    if (this.#remarked.has(range.from)) return
    this.#remarked.add(range.from)
    const sign = signInstead(code, textIn(this.#mapped, { from: range.from, to: range.from + 1 }), values)
    const typed = textIn(this.#mapped, { from: range.from + length, to: range.to })
    const rest = code === 'W-LIST-SIGN' ? typed.trimStart() : typed
    const more =
      sign === null
        ? {}
        : { replacement: `${sign}${rest}`, replaces: spanIn(this.#mapped, range.from, range.to) }
    const span = spanIn(this.#mapped, range.from, range.from + length)
    this.#options.report(diagnostic(code, span, values, more))
  }
}
