import type { Entry } from '../yaml/nodes.ts'
import { indentAt } from './block-lines.ts'
import { endOf, lineStart, newlineOf, withComments } from './item-lines.ts'
import { withEdits } from './text-edits.ts'
import { scalarText } from './write-scalar.ts'

interface Stretch {
  readonly from: number
  readonly to: number
}

/** The text with a section put before the one that stands at `to` without it, or behind all. */
export function movedSection(
  text: string,
  sections: readonly Entry[],
  { section, to }: { readonly section: number; readonly to: number },
): string | null {
  const own = sectionStretch(text, sections, section)
  const rest = sections.filter((_, at) => at !== section)
  const before = rest[to]
  const last = rest.at(-1)
  if (own === null || last === undefined || to > rest.length) return null
  const place = before
    ? sectionStretch(text, sections, sections.indexOf(before))?.from
    : sectionStretch(text, sections, sections.indexOf(last))?.to
  if (place === undefined) return null
  const lines = wholeLines(text, text.slice(own.from, own.to))
  const head = wholeLines(text, text.slice(0, place))
  if (place <= own.from) return `${head}${lines}${text.slice(place, own.from)}${text.slice(own.to)}`
  return `${text.slice(0, own.from)}${wholeLines(text, text.slice(own.to, place))}${lines}${text.slice(place)}`
}

/** The text without a section; null for the only one. */
export function cutSection(text: string, sections: readonly Entry[], section: number): string | null {
  const own = sectionStretch(text, sections, section)
  return own === null || sections.length < 2 ? null : `${text.slice(0, own.from)}${text.slice(own.to)}`
}

/** The text with a section once more behind itself, under another name. */
export function copiedSection(
  text: string,
  sections: readonly Entry[],
  { section, name }: { readonly section: number; readonly name: string },
): string | null {
  const own = sectionStretch(text, sections, section)
  const key = sections[section]?.key
  if (own === null || key === undefined || name.trim() === '') return null
  const renamed = withEdits(text, [{ ...key.span, text: scalarText(name) }])
  const copy = renamed.slice(own.from, own.to + renamed.length - text.length)
  return `${wholeLines(text, text.slice(0, own.to))}${wholeLines(text, copy)}${text.slice(own.to)}`
}

/** From the line of a section's name, or of the comments right above it, to behind its last. */
function sectionStretch(text: string, sections: readonly Entry[], section: number): Stretch | null {
  const entry = sections[section]
  if (entry === undefined) return null
  const from = sectionStart(text, entry)
  const next = sections[section + 1]
  const to = next ? sectionStart(text, next) : endOf(text, Math.max(entry.value.span.to, entry.key.span.to))
  return from === null || to === null ? null : { from, to }
}

function sectionStart(text: string, { key }: Entry): number | null {
  const indent = indentAt(text, key.span.from)
  return indent === null ? null : withComments(text, lineStart(text, key.span.from), indent)
}

/** With a line end at the end, where there is something. */
function wholeLines(text: string, lines: string): string {
  return lines === '' || /[\r\n]$/.test(lines) ? lines : `${lines}${newlineOf(text)}`
}
