import { type Diagnostic, diagnostic, done, hasErrors, type Outcome, refused } from '../../base/diagnostic.ts'
import type { SourceText } from '../../base/source.ts'
import { englishName } from '../language/collections.ts'
import { issueKeys } from '../language/issue-keys.ts'
import { defaultLimits } from '../limits.ts'
import { readingOf, readNodes } from '../read-file.ts'
import type { MapNode } from '../yaml/nodes.ts'
import { indentAt, letters } from './block-lines.ts'
import { isChineseKey } from './edit-item.ts'
import { type NewEntry, withEntry } from './edit-map.ts'
import { HEAD_FIELDS, type HeadAct, type HeadField, type IssueHead } from './outline-acts.ts'
import { entryNamed, lineOf } from './read-outline.ts'
import { type TextEdit, withEdits } from './text-edits.ts'

const { table } = issueKeys

/** Number, date and wished pages as an issue has them written; null for a text whose structure does not read. */
export function readIssueHead(source: SourceText): IssueHead | null {
  const head = headMap(source)
  if (head === null) return null
  const found = HEAD_FIELDS.flatMap((field): [HeadField, string][] => {
    const line = lineOf(entryNamed(head, field, table)?.value)
    return line === undefined ? [] : [[field, line]]
  })
  return Object.fromEntries(found)
}

/**
 * An issue's text with another number, date or wish of pages: one line is touched, written or taken out ('' ). A value
 * that cannot be one is refused in the words of the key; and so is an edit after which anything else says otherwise.
 */
export function editIssueHead(source: SourceText, { field, text }: HeadAct): Outcome<string | null> {
  const head = headMap(source)
  const made = head && headWritten(source, head, { field, text })
  const after = made === null ? null : headMap({ ...source, text: made })
  if (head === null || made === null || after === null || othersOf(head, field) !== othersOf(after, field))
    return refused(diagnostic('E-OUTLINE-EDIT', { file: source.file, from: 0, to: 0 }, { file: source.file }))
  const faults = faultsOf({ ...source, text: made }, after, field)
  return hasErrors(faults) ? refused(...faults) : done(made)
}

function headWritten(
  { text }: SourceText,
  head: MapNode,
  act: Pick<HeadAct, 'field' | 'text'>,
): string | null {
  // A new line stands below the date's.
  const date = entryNamed(head, 'date', table)
  const entries = date ? [date, ...head.entries.filter((one) => one !== date)] : head.entries
  const chinese = head.entries.some(isChineseKey)
  const bare = /^[\p{L}\p{N}.\-/]+$/u.test(act.text)
  const entry = { table, name: act.field, value: act.text, chinese, bare }
  const edits = withEntry(text, { ...head, entries }, entry) ?? firstLine(text, head, entry)
  return edits && withEdits(text, edits)
}

/** A line above all others, where what comes first goes on below its key. */
function firstLine(
  text: string,
  { entries: [first] }: MapNode,
  { name, value, chinese, bare }: NewEntry,
): readonly TextEdit[] | null {
  const from = first?.key.span.from
  if (from === undefined || indentAt(text, from) !== '' || value === '' || !bare) return null
  const newline = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n'
  const key = chinese ? table[name as HeadField].zh : name
  return [{ from, to: from, text: `${key}: ${value}${newline}` }]
}

/** What is wrong with a value by its key. */
function faultsOf(source: SourceText, head: MapNode, field: HeadField): readonly Diagnostic[] {
  const entry = entryNamed(head, field, table)
  const faults: Diagnostic[] = []
  if (entry) table[field].kind.read(entry.value, entry.key.text.text, readingOf(source, faults))
  return faults
}

function headMap(source: SourceText): MapNode | null {
  const { value, diagnostics } = readNodes(source, { limits: defaultLimits, keepInvisible: true })
  return value?.kind === 'map' && !hasErrors(diagnostics) ? value : null
}

function othersOf(head: MapNode, field: HeadField): string {
  const others = head.entries.filter(({ key }) => englishName(key.text.text, table) !== field)
  return others.map(({ key, value }) => `${key.text.text}:${letters(value)}`).join('\n')
}
