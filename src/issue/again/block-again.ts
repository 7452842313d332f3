import type { InputLimits } from '../limits.ts'
import { scanCharacters } from '../lines/characters.ts'
import type { MappedText } from '../mapped-text.ts'
import type { Node, TextNode } from '../yaml/nodes.ts'
import { readBlockLines } from '../yaml/scalars.ts'
import type { FileChange } from './moved.ts'

/** A file before and after a change of its text. */
export interface EditedFile {
  readonly before: string
  readonly now: string
  readonly change: FileChange
}

/** How texts after `|` are read. */
export interface BlockReading {
  /** Where lines begin, before the change, that the look at its lines took for headers of texts. */
  readonly headers: readonly number[]
  readonly limits: InputLimits
  readonly keepInvisible: boolean
}

/** The text after `|` in a structure that a change lies inside of; null where it lies in none. */
export function blockChanged(node: Node, change: FileChange): TextNode | null {
  if (node.span.from >= change.from || node.span.to < change.to) return null
  switch (node.kind) {
    case 'text':
      return node.style === 'block' ? node : null
    case 'list':
      return firstOf(node.items, change)
    case 'map':
      return firstOf(
        node.entries.map(({ value }) => value),
        change,
      )
    case 'empty':
      return null
  }
}

function firstOf(nodes: readonly Node[], change: FileChange): TextNode | null {
  for (const node of nodes) {
    const found = blockChanged(node, change)
    if (found !== null) return found
  }
  return null
}

/**
 * A text after `|` as a file has it after a change inside of it; null where the change may be more than one of its words:
 * at its edges, with a line that is not far enough in, with characters that have to be spoken of, or beyond a limit.
 */
export function blockAgain(block: TextNode, file: EditedFile, reading: BlockReading): TextNode | null {
  const { before, now, change } = file
  const header = before.lastIndexOf('\n', block.span.from - 1) + 1
  const start = before.indexOf('\n', block.span.from) + 1
  if (start === 0 || !reading.headers.includes(header)) return null
  const indent = blockIndent(block.text, before)
  if (indent === null || !isInside(block.text, file, start)) return null
  const end = block.text.end + change.by
  if (end - start > reading.limits.scalarLength) return null
  if (saysSomething(file)) return null
  const { keepInvisible } = reading
  let faulty = false
  const fault = () => {
    faulty = true
  }
  const text = readBlockLines(now.slice(start, end), start, indent, {
    file: change.file,
    fault,
    keepInvisible,
  })
  return faulty ? null : { ...block, text, span: { ...block.span, to: end } }
}

/** Blanks before the first line's text; null where it does not begin its line behind blanks alone. */
function blockIndent({ pieces }: MappedText, before: string): number | null {
  const [first] = pieces
  if (first === undefined) return null
  const line = before.lastIndexOf('\n', first.from - 1) + 1
  return before.slice(line, first.from).trim() === '' && before[first.from]?.trim() !== ''
    ? first.from - line
    : null
}

/** Whether the change leaves the text's first and last characters alone, which say where it begins and ends. */
function isInside({ pieces, end }: MappedText, { before, change }: EditedFile, start: number): boolean {
  const [first] = pieces
  const last = start + before.slice(start, end).trimEnd().length
  return first !== undefined && change.from > first.from && change.to < last
}

/** Line ends that only some programs have, and what a file's first look would speak of. */
function saysSomething({ now, change }: EditedFile): boolean {
  const text = now.slice(Math.max(0, change.from - 2), change.to + change.by + 2)
  return /[\r\u0085\u2028\u2029\ufeff\t]/.test(text) || scanCharacters({ file: change.file, text }).length > 0
}
