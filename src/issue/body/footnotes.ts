import { circled } from '../../base/circled.ts'
import { type Diagnostic, diagnostic } from '../../base/diagnostic.ts'
import type { BodyBlock, Inline, InlineText } from '../issue.ts'
import { type MappedText, spanIn } from '../mapped-text.ts'
import { type Range, stripped, textIn } from './lines.ts'

/** Longest name between `[^` and `]`. */
const LONGEST_NAME = 20

/** A line `[^1]: 注文`: the note's name, and where its words begin. */
export interface NoteLine {
  readonly name: string
  readonly content: Range
}

/** The note that a line gives the words of; null for any other line. */
export function noteLine(text: string, range: Range): NoteLine | null {
  if (text[range.from] !== '[' || text[range.from + 1] !== '^') return null
  const head = text.slice(range.from, Math.min(range.to, range.from + LONGEST_NAME + 4))
  const match = /^\[\^([^\]\s]{1,20})\][:：]/.exec(head)
  if (!match) return null
  const content = stripped(text, { from: range.from + match[0].length, to: range.to })
  return content.from === content.to ? null : { name: match[1] as string, content }
}

/** The name in a mark `[^1]` at an offset; null where there is none. */
export function noteMark(text: string, at: number, end: number): string | null {
  const head = text.slice(at, Math.min(end, at + LONGEST_NAME + 3))
  return /^\[\^([^\]\s]{1,20})\]/.exec(head)?.[1] ?? null
}

/** A note's words where they were written, until it is known which marks name it. */
interface Definition {
  readonly name: string
  readonly text: InlineText
  /** As printed where no mark names it. */
  readonly typed: InlineText
  /** Of its block among those of the body. */
  readonly at: number
}

type Footnote = Extract<BodyBlock, { kind: 'footnote' }>

/** The notes of one body: gathered while it is read, then brought to their marks. */
export class Footnotes {
  readonly #definitions = new Map<string, Definition>()
  readonly #twice: Definition[] = []

  define(definition: Definition): void {
    if (this.#definitions.has(definition.name)) this.#twice.push(definition)
    else this.#definitions.set(definition.name, definition)
  }

  /**
   * The blocks with each note behind the block that has its mark, numbered from 1 in the order of the marks. A mark without
   * a note is printed as typed, a note without a mark as a paragraph where it was written; both are said.
   */
  settle(blocks: readonly BodyBlock[], report: (diagnostic: Diagnostic) => void): readonly BodyBlock[] {
    const used = new Set<string>()
    let number = 0
    const settled = blocks.map((block) => {
      const notes: Footnote[] = []
      const mark = (one: Inline): Inline => {
        if (one.note === undefined) return one
        const { name } = one.note
        const found = this.#definitions.get(name)
        if (!found) {
          report(diagnostic('W-NOTE-UNKNOWN', one.span, { name }))
          const { note: _, ...rest } = one
          return { ...rest, text: `[^${name}]` }
        }
        used.add(name)
        number += 1
        notes.push({ kind: 'footnote', number, text: found.text, span: found.text[0]?.span ?? one.span })
        return { ...one, text: circled(number), note: { name, number } }
      }
      return { block: withMarks(block, mark), notes }
    })
    const lost = [...this.#definitions.values()].filter(({ name }) => !used.has(name))
    const printed = new Map([...lost, ...this.#twice].map((one) => [one.at, one]))
    for (const { name, typed } of lost) report(diagnostic('W-NOTE-UNUSED', spanOf(typed), { name }))
    for (const { name, typed } of this.#twice) report(diagnostic('W-NOTE-TWICE', spanOf(typed), { name }))
    return settled.flatMap(({ block, notes }, at): readonly BodyBlock[] => {
      if (block.kind !== 'footnote') return [block, ...notes]
      const one = printed.get(at)
      return one ? [{ kind: 'paragraph', text: one.typed, span: block.span }] : []
    })
  }
}

function spanOf(text: InlineText) {
  return text[0]?.span ?? null
}

function withMarks(block: BodyBlock, mark: (one: Inline) => Inline): BodyBlock {
  switch (block.kind) {
    case 'paragraph':
      return { ...block, text: block.text.map(mark) }
    case 'list':
      return { ...block, items: block.items.map((item) => item.map(mark)) }
    case 'quotation':
      return { ...block, paragraphs: block.paragraphs.map((one) => one.map(mark)) }
    default:
      return block
  }
}

/** A note's line as it is printed where no mark names it. */
export function typedNote(mapped: MappedText, range: Range, name: string): Inline {
  const to = range.from + name.length + 4
  return { text: textIn(mapped, { from: range.from, to }), span: spanIn(mapped, range.from, to) }
}
