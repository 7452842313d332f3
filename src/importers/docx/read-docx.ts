import { importLimits } from '../container/limits.ts'
import { childOf, childrenOf, type XmlElement } from '../container/xml.ts'
import { findingList } from '../report/finding.ts'
import type { SourceDocument, SourceFile } from '../source-document.ts'
import { commentShelf, noteShelf } from './asides.ts'
import { BlockReader } from './blocks.ts'
import { chunkReader } from './chunk.ts'
import type { DocxContext, PictureShelf } from './docx-context.ts'
import { looseFieldsIn } from './fields.ts'
import { listCounter } from './numbering.ts'
import { type DocxPackage, openDocx, type Relationship } from './package.ts'
import { allText, PICTURE_PLACE } from './piece.ts'
import { pageEndsIn } from './sections.ts'
import { readStyles } from './styles.ts'

export interface DocxOptions {
  /** What is done with tracked changes. */
  readonly tracked: 'accept' | 'reject'
  /** How many documents it stands in. */
  readonly depth?: number
}

/** Reads a docx: everything in it comes in or is told. Throws `ImportFault` for a file that is none, or passes a limit. */
export function readDocx(bytes: Uint8Array, { tracked, depth = 0 }: DocxOptions): SourceDocument {
  const parts = openDocx(bytes)
  const relationships = parts.relationships(parts.main)
  const { findings, report } = findingList()
  const named = (type: string) => partOfType(parts, relationships, type)
  const styles = readStyles(named('styles'))
  const files = pictureShelf(parts)
  const count = { paragraphs: 0, formatting: 0 }
  const body = childOf(parts.part(parts.main), 'w:body')
  const context: DocxContext = {
    parts,
    relationships,
    styles,
    lists: listCounter(named('numbering'), styles.lists),
    report,
    tracked,
    files,
    notes: noteShelf(named('footnotes'), named('endnotes')),
    comments: commentShelf(named('comments'), named('commentsExtended')),
    looseFields: looseFieldsIn(body),
    pageEnds: pageEndsIn(body),
    chunk: (id) => readChunk(id),
    count,
  }
  const readChunk = chunkReader(context, (chunk) => readDocx(chunk, { tracked, depth: depth + 1 }), depth)
  const blocks = body ? new BlockReader(context).read(body) : []
  if (count.formatting > 0) report('formatting', '', { count: count.formatting })
  reportAsides(context)
  reportHeads(context)
  return { blocks, files: files.all, findings, hasLooks: true }
}

function partOfType(
  parts: DocxPackage,
  relationships: ReadonlyMap<string, Relationship>,
  type: string,
): XmlElement | undefined {
  const found = [...relationships.values()].find((one) => one.type === type && !one.external)
  return found && parts.part(found.target)
}

function pictureShelf(parts: DocxPackage): PictureShelf {
  const all: SourceFile[] = []
  const known = new Map<string, number | null>()
  const add = (part: string): number | null => {
    const before = known.get(part)
    if (before !== undefined) return before
    const bytes = parts.bytes(part, importLimits.picture)
    const index = bytes ? all.push({ name: part.split('/').at(-1) ?? part, bytes }) - 1 : null
    known.set(part, index)
    return index
  }
  return { add, all, push: (files) => all.push(...files) - files.length }
}

/** Comments and notes on text that did not come in are told all the same. */
function reportAsides({ comments, notes, report }: DocxContext): void {
  for (const { text, values } of comments.rest()) report('comment', text, { ...values, place: '—' })
  for (const note of notes.rest()) {
    const text = allText(note).trim()
    if (text !== '') report('note-left', text)
  }
}

/** Running heads and feet are told, but for bare page numbers. */
function reportHeads({ parts, relationships, report }: DocxContext): void {
  const seen = new Set<string>()
  for (const { type, target, external } of relationships.values()) {
    if ((type !== 'header' && type !== 'footer') || external) continue
    const part = parts.part(target)
    const text = part ? headText(part) : ''
    if (/^[\s\d—–\-－·.第页共/／]*$/.test(text) || seen.has(`${type} ${text}`)) continue
    seen.add(`${type} ${text}`)
    report(type, text)
  }
}

/** A head's letters, its watermark's too, and whether there is a picture. */
function headText(part: XmlElement): string {
  const marks: string[] = []
  const look = (element: XmlElement) => {
    for (const child of childrenOf(element)) {
      if (child.name === 'v:textpath' && child.attributes.string) marks.push(child.attributes.string)
      if (child.name === 'pic:pic' || child.name === 'v:imagedata') marks.push(PICTURE_PLACE)
      look(child)
    }
  }
  look(part)
  return [allText(part).replace(/\s+/g, ' ').trim(), ...new Set(marks)].filter((one) => one !== '').join(' ')
}
