import type { Report } from '../report/finding.ts'
import type { SourceBlock, SourceParagraph } from '../source-document.ts'
import { textOfParagraph } from '../source-document.ts'

/** Characters that are seen by nobody, or that no text may hold; our language leaves them out as well. */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: single code points are meant, joined by nothing
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u034f\u061c\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\ufdd0-\ufdef\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff]|(?<![\u1800-\u18af])\u180e|(?<![\p{Extended_Pictographic}\ufe0f\u{1f3fb}-\u{1f3ff}])\u200d|[\u{e0001}-\u{e007f}]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu
const LINE_ENDS = /[\n\v\f\r\u0085\u2028\u2029]+/g

/** Blocks whose texts hold only what can be printed; tabs are full-width blanks. What was changed is told. */
export function cleanBlocks(blocks: readonly SourceBlock[], report: Report): readonly SourceBlock[] {
  return blocks.map((block) => {
    if (block.kind === 'picture') return block
    if (block.kind === 'paragraph') return cleanParagraph(block, report)
    const rows = block.rows.map((row) =>
      row.map((cell) => ({ ...cell, paragraphs: cell.paragraphs.map((one) => cleanParagraph(one, report)) })),
    )
    return { ...block, rows }
  })
}

function cleanParagraph(paragraph: SourceParagraph, report: Report): SourceParagraph {
  const text = textOfParagraph(paragraph)
  const unseen = text.match(UNSEEN) ?? []
  if (unseen.length > 0) {
    const code = (unseen[0]?.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
    report('invisible', text.replace(UNSEEN, '').slice(0, 40), { count: unseen.length, code: `U+${code}` })
  }
  if (text.trim().includes('\t')) report('tab', text.replace(/\t+/g, ' ⇥ '))
  const runs = paragraph.runs.map((run) => ({ ...run, text: tidyText(run.text) }))
  return { ...paragraph, runs, number: tidyText(paragraph.number) }
}

/** A text without what cannot be seen, on one line. */
export function tidyText(text: string): string {
  return text.replace(UNSEEN, '').replace(LINE_ENDS, ' ').replace(/\t+/g, '\u3000')
}
