import { hasErrors } from '../../base/diagnostic.ts'
import type { SourceText } from '../../base/source.ts'
import { englishName } from '../language/collections.ts'
import { itemTable } from '../language/issue-keys.ts'
import type { KeyTable } from '../language/kind.ts'
import { pictureTable } from '../language/picture-keys.ts'
import { PICTURE_FITS } from '../language/shared-kinds.ts'
import { defaultLimits } from '../limits.ts'
import { readNodes } from '../read-file.ts'
import type { Entry, MapNode, Node } from '../yaml/nodes.ts'
import {
  FIELDS,
  type Field,
  type OutlineItem,
  type OutlinePicture,
  type OutlineSection,
} from './outline-acts.ts'

/**
 * An issue's sections as they are written; null for a text whose structure does not read. A piece in a file of its own
 * has what `headOf` says of that file.
 */
export function readOutline(
  source: SourceText,
  headOf: (named: string) => ArticleHead | null = () => null,
): readonly OutlineSection[] | null {
  const sections = sectionsOf(source)?.map((entry) => sectionOf(entry, source.text)) ?? null
  return sections?.map((one) => ({ ...one, items: one.items.map((item) => withHead(item, headOf)) })) ?? null
}

/** What the head of an article's own file has for the outline. */
export type ArticleHead = Pick<OutlineItem, 'own' | 'title' | 'fields' | 'pictures'>

function withHead(item: OutlineItem, headOf: (named: string) => ArticleHead | null): OutlineItem {
  const head = item.file === null ? null : headOf(item.file)
  return head === null ? item : { ...item, ...head, title: head.title || item.title }
}

/** The entries of `sections:`; none where there are none. */
export function sectionsOf(source: SourceText): readonly Entry[] | null {
  const { value, diagnostics } = readNodes(source, { limits: defaultLimits, keepInvisible: true })
  if (value?.kind !== 'map' || hasErrors(diagnostics)) return null
  const sections = value.entries.find(({ key }) => /^(?:sections|栏目)$/.test(key.text.text))?.value
  return sections?.kind === 'map' ? sections.entries : []
}

/** The entry that a map has by a key in either language. */
export function entryNamed(map: MapNode, name: string, table: KeyTable): Entry | undefined {
  return map.entries.find(({ key }) => englishName(key.text.text, table) === name)
}

/** A piece's pictures, those of rows too, as they are written. */
export function pictureNodes(item: Node): readonly Node[] {
  const images = item.kind === 'map' ? entryNamed(item, 'images', itemTable)?.value : undefined
  if (images === undefined || images.kind === 'empty') return []
  const all = images.kind === 'list' ? images.items : [images]
  return all.flatMap((one) => {
    const row =
      one.kind === 'map' ? one.entries.find(({ key }) => /^(?:row|并排)$/.test(key.text.text)) : undefined
    return row?.value.kind === 'list' ? row.value.items : [one]
  })
}

function sectionOf({ key, value }: Entry, text: string): OutlineSection {
  const items = value.kind === 'list' ? value.items.map((item) => itemOf(item, text)) : []
  return { name: key.text.text, span: { ...key.span, to: value.span.to }, items }
}

/** A piece as it is written. */
export function itemOf(item: Node, text: string): OutlineItem {
  const { span } = item
  const plain = { span, file: null, own: null, fields: {}, pictures: [] }
  if (item.kind !== 'map') {
    const words = item.kind === 'text' ? item.text.text : ''
    return { ...plain, kind: 'brief', title: words, fields: { title: words } }
  }
  const said = (name: string) => lineOf(entryNamed(item, name, itemTable)?.value)
  const brief = entryNamed(item, 'text', itemTable) !== undefined
  const title = said(brief ? 'text' : 'title') ?? ''
  const file = said('file') ?? null
  return {
    kind: brief ? 'brief' : 'article',
    title: title || (file ?? ''),
    span,
    file,
    own: null,
    fields: { ...fieldsOf(item, text), ...(brief ? { title } : {}) },
    pictures: pictureNodes(item).map(pictureOf),
  }
}

function fieldsOf(item: MapNode, text: string): OutlineItem['fields'] {
  const found = FIELDS.flatMap((field): [Field, string][] => {
    const value = entryNamed(item, field, itemTable)?.value
    const line = lineOf(value)
    if (line !== undefined) return [[field, line]]
    const written = value?.kind === 'map' ? text.slice(value.span.from, value.span.to) : ''
    return /^\{[^\n]*\}$/.test(written) ? [[field, written]] : []
  })
  return Object.fromEntries(found)
}

/** A text of one line; undefined for anything else. */
export function lineOf(value: Node | undefined): string | undefined {
  if (value?.kind !== 'text') return undefined
  const line = value.text.text.trimEnd()
  return line.includes('\n') ? undefined : line
}

function pictureOf(picture: Node): OutlinePicture {
  if (picture.kind !== 'map') return { src: lineOf(picture) ?? null, caption: '', fit: '', focus: null }
  const said = (name: string) => lineOf(entryNamed(picture, name, pictureTable)?.value)
  const focus = entryNamed(picture, 'focus', pictureTable)?.value
  const [x, y] = focus?.kind === 'list' ? focus.items.map((one) => Number(lineOf(one))) : []
  return {
    src: said('src') ?? null,
    caption: said('caption') ?? '',
    fit: englishFit(said('fit') ?? ''),
    focus: x === undefined || y === undefined || Number.isNaN(x + y) ? null : [x, y],
  }
}

function englishFit(word: string): string {
  return Object.entries(PICTURE_FITS).find(([, chinese]) => chinese === word)?.[0] ?? word
}
