import { type Diagnostic, diagnostic } from '../base/diagnostic.ts'
import type { DisplayList } from '../display/display-list.ts'
import { LONGEST_TEXT } from '../paint/pdf/syntax.ts'

/** Texts that are not set but told (alternatives, titles in the outline and tags) and that a PDF takes only the beginning of. */
export function longTexts({ structure, outline, metadata }: DisplayList): readonly Diagnostic[] {
  const told = [
    metadata.title,
    metadata.author,
    metadata.subject,
    ...outline.map((entry) => entry.title),
    ...structure.flatMap((node) => [node.alt ?? '', node.title ?? '']),
  ]
  const cut = new Set(told.filter((text) => text.length > LONGEST_TEXT))
  return [...cut].map((text) =>
    diagnostic('W-LONG-TEXT', null, {
      text: `${text.slice(0, 12)}…`,
      length: text.length,
      limit: LONGEST_TEXT,
    }),
  )
}
