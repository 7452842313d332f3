import { bareLinesOf } from './body/lines.ts'
import { parseBody } from './body/parse-body.ts'
import { parseInline } from './body/parse-inline.ts'
import type { InlineText } from './issue.ts'
import type { Reading } from './language/kind.ts'
import type { MappedText } from './mapped-text.ts'

/** A text of one line; null without a word. */
export function readLine(text: MappedText | undefined, reading: Reading): InlineText | null {
  if (text === undefined) return null
  const words = parseInline(text, bareLinesOf(text.text), { report: reading.report }).text
  return words.length === 0 ? null : words
}

/** A text that is paragraphs and nothing else: signs at the start of a line are printed. */
export function readParagraphs(text: MappedText | undefined, reading: Reading): readonly InlineText[] {
  if (text === undefined) return []
  const blocks = parseBody(text, { report: reading.report, everyLine: false, paragraphsOnly: true })
  return blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
}
