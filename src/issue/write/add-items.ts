import { type Diagnostic, diagnostic, hasErrors, type Outcome } from '../../base/diagnostic.ts'
import type { SourceText } from '../../base/source.ts'
import { defaultLimits } from '../limits.ts'
import { readNodes } from '../read-file.ts'
import type { Entry, Node } from '../yaml/nodes.ts'
import { afterLine, appended, indentAt, isFlow, letters } from './block-lines.ts'
import type { BriefDraft } from './draft.ts'
import { briefLines } from './write-issue.ts'
import { scalarText } from './write-scalar.ts'

/** What is put at the end of a section: an article in a file of its own, or a brief. */
export type AddedItem = { readonly file: string } | { readonly brief: BriefDraft }

const READING = { limits: defaultLimits, keepInvisible: true }

/**
 * An issue's text with items at the end of a section, which is made when it is not there. Everything else stays letter
 * for letter: comments, order, quotes, line ends. A file with errors, or a section that is no list of lines, comes back
 * unchanged with the reason.
 */
export function addItems(source: SourceText, section: string, items: readonly AddedItem[]): Outcome<string> {
  const { value, diagnostics } = readNodes(source, READING)
  if (value === null || hasErrors(diagnostics)) return { value: source.text, diagnostics }
  if (items.length === 0) return { value: source.text, diagnostics: [] }
  const text = value.kind === 'map' ? withItems(source.text, value.entries, section, items) : null
  if (text === null || !isWhole(source, text, section, items.length)) return refused(source, section)
  return { value: text, diagnostics: [] }
}

function refused(
  source: SourceText,
  section: string,
): { readonly value: string; readonly diagnostics: readonly Diagnostic[] } {
  const { file, text } = source
  return {
    value: text,
    diagnostics: [diagnostic('E-IMPORT-SECTION', { file, from: 0, to: 0 }, { file, section })],
  }
}

const SECTIONS = /^(?:sections|栏目)$/

function withItems(
  text: string,
  entries: readonly Entry[],
  section: string,
  items: readonly AddedItem[],
): string | null {
  const chinese = entries.some(({ key }) => /^\p{Script=Han}/u.test(key.text.text))
  const sections = entries.find(({ key }) => SECTIONS.test(key.text.text))
  const lines = (indent: string) => itemLines(items, indent, chinese)
  if (!sections)
    return appended(text, text.length, [
      `${chinese ? '栏目' : 'sections'}:`,
      `  ${sectionKey(section)}:`,
      ...lines('    '),
    ])
  const { key, value } = sections
  if (value.kind === 'empty')
    return afterLine(text, key.span.to, [`  ${sectionKey(section)}:`, ...lines('    ')])
  if (value.kind !== 'map' || isFlow(text, value)) return null
  const own = value.entries.find((entry) => entry.key.text.text === section)
  if (own) return intoSection(text, own, lines)
  const indent = indentAt(text, value.span.from)
  return indent === null
    ? null
    : appended(text, value.span.to, [`${indent}${sectionKey(section)}:`, ...lines(`${indent}  `)])
}

function intoSection(
  text: string,
  { key, value }: Entry,
  lines: (indent: string) => readonly string[],
): string | null {
  const keyIndent = indentAt(text, key.span.from)
  if (keyIndent === null) return null
  if (value.kind === 'empty') return afterLine(text, value.span.to, lines(`${keyIndent}  `))
  if (value.kind !== 'list') return null
  if (!isFlow(text, value)) {
    const indent = indentAt(text, value.span.from)
    return indent === null ? null : appended(text, value.span.to, lines(indent))
  }
  if (value.items.length > 0) return null
  // `要闻: []` gets lines instead of brackets.
  const bare = `${text.slice(0, value.span.from).trimEnd()}${text.slice(value.span.to)}`
  return afterLine(bare, key.span.to, lines(`${keyIndent}  `))
}

function itemLines(items: readonly AddedItem[], indent: string, chinese: boolean): readonly string[] {
  return items.flatMap((item) => {
    if ('file' in item) return [`${indent}- ${chinese ? '文件' : 'file'}: ${scalarText(item.file)}`]
    return briefLines(item.brief, indent, chinese)
  })
}

function sectionKey(name: string): string {
  return scalarText(name)
}

/** Reads the result again: so many items more in the section, all others as they were. */
function isWhole(source: SourceText, text: string, section: string, count: number): boolean {
  const after = readNodes({ file: source.file, text }, READING)
  const before = readNodes(source, READING).value
  if (after.value === null || hasErrors(after.diagnostics) || before === null) return false
  const [old, made] = [before, after.value].map((node) => sectionItems(node, section))
  return (
    old !== undefined &&
    made !== undefined &&
    made.length === old.length + count &&
    old.every((one, at) => one === made[at])
  )
}

/** A section's items as plain data in letters. */
function sectionItems(node: Node, section: string): readonly string[] {
  const sections =
    node.kind === 'map' ? node.entries.find(({ key }) => SECTIONS.test(key.text.text))?.value : undefined
  const own =
    sections?.kind === 'map'
      ? sections.entries.find(({ key }) => key.text.text === section)?.value
      : undefined
  return own?.kind === 'list' ? own.items.map(letters) : []
}
