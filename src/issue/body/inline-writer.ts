import { joinSourceLines, tabVanishes } from '../../base/join-source-lines.ts'
import type { Inline, InlineText } from '../issue.ts'
import { type MappedText, seamsBetween, sourceOffset, spanIn } from '../mapped-text.ts'

/** A text as it was written, its marks read. */
export interface ParsedInline {
  readonly text: InlineText
  /** UTF-16 offsets in the plain text of the `|` marks. */
  readonly breaks: readonly number[]
}

/** What the signs of the language mark. */
export type InlineMark = 'bold' | 'emphasis' | 'superscript' | 'subscript' | 'name' | 'title'

/** Characters before and after a line break that decide whether a space is due. */
const CONTEXT = 8

/**
 * Collects runs. Each run's characters stand side by side in the source, so that the character at `i` of a
 * run is at `span.from + i`; only a space due between two lines stands for the line break itself.
 */
export class InlineWriter {
  readonly #mapped: MappedText
  readonly #runs: Inline[] = []
  readonly #breaks: number[] = []
  readonly #on: Set<InlineMark> = new Set()
  #link: string | null = null
  /** 拼音 of the characters that come next, one each; null for none. */
  #readings: readonly string[] | null = null
  /** Names and titles so far. */
  #named = 0
  readonly #numbers = { name: 0, title: 0 }
  #tail = ''
  #length = 0
  #pending: 'newline' | 'break' | null = null
  /** Where in the text what is pending stands. */
  #pendingAt = 0

  constructor(mapped: MappedText) {
    this.#mapped = mapped
  }

  toggle(mark: InlineMark): void {
    if (this.#on.delete(mark)) return
    this.#on.add(mark)
    if (mark !== 'name' && mark !== 'title') return
    this.#named += 1
    this.#numbers[mark] = this.#named
  }

  link(target: string | null): void {
    this.#link = target
  }

  readings(readings: readonly string[] | null): void {
    this.#readings = readings
  }

  /** Adds the mark of a footnote, whose number is not known yet. */
  note(name: string, from: number, to: number): void {
    const text = '①'
    if (this.#pending !== null) this.#join(from, to)
    this.#runs.push({
      text,
      span: spanIn(this.#mapped, from, to),
      ...this.#style(),
      note: { name, number: 0 },
    })
    this.#length += text.length
    this.#tail = (this.#tail + text).slice(-CONTEXT)
  }

  newline(at: number): void {
    if (this.#pending === null) this.#pendingAt = at
    this.#pending ??= 'newline'
  }

  break(at: number): void {
    this.#pending = 'break'
    this.#pendingAt = at
  }

  /** Adds a stretch of the text as it stands. */
  add(from: number, to: number): void {
    let start = from
    if (this.#pending !== null)
      while (start < to && ' \t'.includes(this.#mapped.text[start] as string)) start += 1
    if (start >= to) return
    this.#join(start, to)
    const tab = this.#mapped.text.indexOf('\t', start)
    if (tab >= 0 && tab < to) this.#addWithTabs(start, to)
    else this.#addPieces(start, to)
  }

  #addPieces(from: number, to: number): void {
    let at = from
    for (const seam of [...seamsBetween(this.#mapped, from, to), to]) {
      this.#push(this.#mapped.text.slice(at, seam), at, seam)
      at = seam
    }
  }

  /** A stretch with tabs in it: each, with the blanks around it, is one space or none. */
  #addWithTabs(from: number, to: number): void {
    const { text } = this.#mapped
    const tabs = / *\t[ \t]*/g
    let at = from
    for (tabs.lastIndex = from; ; ) {
      const match = tabs.exec(text)
      if (!match || match.index >= to) break
      if (match.index > at) this.#addPieces(at, match.index)
      at = Math.min(to, match.index + match[0].length)
      const before = this.#tail.codePointAt(this.#tail.length - 1)
      if (!tabVanishes(before, text.codePointAt(match.index + match[0].length))) {
        this.#push(' ', match.index, match.index + 1)
      }
    }
    if (at < to) this.#addPieces(at, to)
  }

  finish(): ParsedInline {
    return { text: this.#runs, breaks: this.#breaks }
  }

  /** Settles a line break or `|` before the text that follows it. */
  #join(from: number, to: number): void {
    const pending = this.#pending
    this.#pending = null
    if (pending === null || this.#length === 0) return
    this.#trimEnd()
    const head = this.#mapped.text.slice(from, Math.min(to, from + CONTEXT))
    if (pending === 'break') this.#breaks.push(this.#length)
    const joined = joinSourceLines(`${this.#tail}\n${head}`)
    if (joined.length > this.#tail.length + head.length) this.#addSpace()
  }

  /** The space that a line break stands for: the next character of the last run, or a run of its own. */
  #addSpace(): void {
    const last = this.#runs.at(-1) as Inline
    const at = sourceOffset(this.#mapped, this.#pendingAt)
    if (at === last.span.to) {
      const span = { ...last.span, to: at + 1 }
      this.#runs[this.#runs.length - 1] = { ...last, text: `${last.text} `, span }
    } else this.#runs.push({ ...last, text: ' ', span: { file: last.span.file, from: at, to: at + 1 } })
    this.#length += 1
    this.#tail += ' '
  }

  /** Blanks typed before a `|` go. */
  #trimEnd(): void {
    while (this.#tail.endsWith(' ')) {
      const last = this.#runs.pop() as Inline
      const text = last.text.slice(0, -1)
      if (text !== '') this.#runs.push({ ...last, text, span: { ...last.span, to: last.span.to - 1 } })
      this.#length -= 1
      this.#tail = this.#tail.slice(0, -1)
    }
  }

  #push(text: string, from: number, to: number): void {
    const readings = this.#readings
    if (readings === null) this.#runs.push({ text, span: spanIn(this.#mapped, from, to), ...this.#style() })
    else {
      let at = from
      for (const [index, one] of [...text].entries()) {
        const span = spanIn(this.#mapped, at, at + one.length)
        this.#runs.push({ text: one, span, ...this.#style(), ruby: readings[index] as string })
        at += one.length
      }
    }
    this.#length += text.length
    this.#tail = (this.#tail + text).slice(-CONTEXT)
  }

  /** A name inside a title, or the other way, gets no line of its own: the outer one is not to be broken. */
  #line(): Pick<Inline, 'line'> {
    for (const kind of this.#on) {
      if (kind === 'name' || kind === 'title') return { line: { kind, number: this.#numbers[kind] } }
    }
    return {}
  }

  #style(): Omit<Inline, 'text' | 'span'> {
    const raised = this.#on.has('superscript')
      ? 'superscript'
      : this.#on.has('subscript')
        ? 'subscript'
        : null
    return {
      ...(this.#on.has('bold') ? { bold: true as const } : {}),
      ...(this.#on.has('emphasis') ? { emphasis: true as const } : {}),
      ...(raised ? { raised } : {}),
      ...this.#line(),
      ...(this.#link === null ? {} : { link: this.#link }),
    }
  }
}
