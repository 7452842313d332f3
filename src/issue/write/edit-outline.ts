import { diagnostic, done, type Outcome, refused } from '../../base/diagnostic.ts'
import type { SourceText } from '../../base/source.ts'
import { englishName } from '../language/collections.ts'
import { itemTable } from '../language/issue-keys.ts'
import type { Entry, Node } from '../yaml/nodes.ts'
import { addItems } from './add-items.ts'
import { appended, indentAt, letters } from './block-lines.ts'
import { isBrief, isChineseKey, itemEdits } from './edit-item.ts'
import { cutItem, itemLinesOf, putItem } from './item-lines.ts'
import { BODY_TO_COME, type ItemAct, type ItemPlace, type OutlineAct } from './outline-acts.ts'
import { sectionsOf } from './read-outline.ts'
import { copiedSection, cutSection, movedSection } from './section-lines.ts'
import { withEdits } from './text-edits.ts'
import { scalarText } from './write-scalar.ts'

/**
 * An issue's text with one change of its outline (提纲). Only the lines that the change is about are touched: comments,
 * order, quotes and line ends of all others stay as they are. The text is read again, and comes back only where it says
 * what was meant; else the reason does.
 */
export function editOutline(source: SourceText, act: OutlineAct): Outcome<string | null> {
  const sections = sectionsOf(source)
  const text = sections && edited(source, sections, act)
  const wanted = sections && text !== null && meant(sections, act)
  const made = text === null ? null : sectionsOf({ file: source.file, text })
  if (text === null || !wanted || made === null || !says(made, wanted) || !keepsRest(sections, made, act))
    return refused(diagnostic('E-OUTLINE-EDIT', { file: source.file, from: 0, to: 0 }, { file: source.file }))
  return done(text)
}

function edited(source: SourceText, sections: readonly Entry[], act: OutlineAct): string | null {
  const { text } = source
  switch (act.act) {
    case 'add-section':
      return withSection(text, sections, act.name)
    case 'rename-section': {
      const key = sections[act.section]?.key
      return key ? withEdits(text, [{ ...key.span, text: scalarText(act.name) }]) : null
    }
    case 'move-section':
      return movedSection(text, sections, act)
    case 'copy-section':
      return copiedSection(text, sections, act)
    case 'remove-section':
      return cutSection(text, sections, act.section)
    case 'add-brief':
    case 'add-article':
      return withNewItem(source, sections, act)
    case 'move': {
      const item = itemLinesOf(text, sections, act.from)
      return item === null ? null : moved(source, sections, { from: act.from, to: act.to, lines: item })
    }
    case 'copy': {
      const item = itemLinesOf(text, sections, act.from)
      return item === null ? null : putItem(text, sections, { ...act.from, item: act.from.item + 1 }, item)
    }
    case 'remove':
      return cutItem(text, sections, act.from)
    default:
      return changedItem(text, sections, act)
  }
}

function changedItem(text: string, sections: readonly Entry[], act: ItemAct): string | null {
  const item = nodeAt(sections, act.at)
  if (item === undefined) return null
  const edits = itemEdits(text, item, act, isChinese(sections))
  return edits && withEdits(text, edits)
}

function withSection(text: string, sections: readonly Entry[], name: string): string | null {
  const last = sections.at(-1)
  if (last === undefined || name.trim() === '') return null
  const indent = indentAt(text, last.key.span.from)
  const end = Math.max(last.value.span.to, last.key.span.to)
  return indent === null ? null : appended(text, end, [`${indent}${scalarText(name)}: []`])
}

function withNewItem(
  source: SourceText,
  sections: readonly Entry[],
  { act, section, text }: Extract<OutlineAct, { text: string; section: number }>,
): string | null {
  const entry = sections[section]
  if (entry === undefined || text.trim() === '') return null
  if (act === 'add-brief') {
    const brief = { text: [{ text }], credit: null }
    const { value, diagnostics } = addItems(source, entry.key.text.text, [{ brief }])
    return diagnostics.length > 0 ? null : value
  }
  const [title, body] = isChinese(sections) ? ['标题', '正文'] : ['title', 'body']
  const items = entry.value.kind === 'list' ? entry.value.items.length : 0
  const lines = [`- ${title}: ${scalarText(text)}`, `  ${body}: |`, `    ${BODY_TO_COME}`]
  return putItem(source.text, sections, { section, item: items }, { lines, indent: '' })
}

function moved(
  source: SourceText,
  sections: readonly Entry[],
  { from, to, lines }: { from: ItemPlace; to: ItemPlace; lines: Parameters<typeof putItem>[3] },
): string | null {
  const without = cutItem(source.text, sections, from)
  const rest = without === null ? null : sectionsOf({ file: source.file, text: without })
  return without === null || rest === null ? null : putItem(without, rest, to, lines)
}

function nodeAt(sections: readonly Entry[], { section, item }: ItemPlace): Node | undefined {
  const value = sections[section]?.value
  return value?.kind === 'list' ? value.items[item] : undefined
}

/** Names of keys follow those that the pieces have. */
function isChinese(sections: readonly Entry[]): boolean {
  const keys = sections.flatMap(({ value }) =>
    value.kind === 'list' ? value.items.flatMap((one) => (one.kind === 'map' ? one.entries : [])) : [],
  )
  return keys.some(isChineseKey)
}

/** Whether of a piece that gets a value all else says what it did. */
function keepsRest(before: readonly Entry[], after: readonly Entry[], act: OutlineAct): boolean {
  if (!('at' in act)) return true
  const [old, made] = [before, after].map((one) => nodeAt(one, act.at))
  if (old?.kind !== 'map' || made?.kind !== 'map') return old?.kind === made?.kind
  const field = act.act === 'set' ? act.field : 'images'
  const changed = act.act === 'set' && act.field === 'title' && isBrief(old) ? 'text' : field
  const rest = (map: typeof old) =>
    map.entries
      .filter(({ key }) => englishName(key.text.text, itemTable) !== changed)
      .map(({ key, value }) => `${key.text.text}:${letters(value)}`)
  return rest(old).join('\n') === rest(made).join('\n')
}

/** A section's name and what its pieces say; null for a piece that may say anything. */
type Said = { readonly name: string; readonly items: readonly (string | null)[] }

function saidBy(sections: readonly Entry[]): Said[] {
  return sections.map(({ key, value }) => ({
    name: key.text.text,
    items: value.kind === 'list' ? value.items.map(letters) : [],
  }))
}

/** What the whole says afterwards. */
function meant(sections: readonly Entry[], act: OutlineAct): readonly Said[] {
  const said = saidBy(sections).map((one) => ({ ...one, items: [...one.items] }))
  const at = (section: number) => said[section]?.items ?? []
  switch (act.act) {
    case 'add-section':
      return [...said, { name: act.name, items: [] }]
    case 'rename-section':
      return said.map((one, index) => (index === act.section ? { ...one, name: act.name } : one))
    case 'move-section':
      said.splice(act.to, 0, ...said.splice(act.section, 1))
      return said
    case 'copy-section':
      said.splice(act.section + 1, 0, { name: act.name, items: at(act.section) })
      return said
    case 'remove-section':
      said.splice(act.section, 1)
      return said
    case 'add-article':
    case 'add-brief':
      at(act.section).push(null)
      return said
    case 'move':
      at(act.to.section).splice(act.to.item, 0, ...at(act.from.section).splice(act.from.item, 1))
      return said
    case 'copy':
      at(act.from.section).splice(act.from.item + 1, 0, at(act.from.section)[act.from.item] as string)
      return said
    case 'remove':
      at(act.from.section).splice(act.from.item, 1)
      return said
    default:
      at(act.at.section)[act.at.item] = null
      return said
  }
}

function says(sections: readonly Entry[], wanted: readonly Said[]): boolean {
  const said = saidBy(sections)
  return (
    said.length === wanted.length &&
    new Set(said.map(({ name }) => name)).size === said.length &&
    wanted.every(({ name, items }, index) => {
      const one = said[index]
      const same = items.every((item, at) => item === null || item === one?.items[at])
      return one?.name === name && one.items.length === items.length && same
    })
  )
}
