import { LIST_LEVELS } from '../../issue/body/list-levels.ts'
import type { BodyDraft } from '../../issue/write/write-body.ts'
import type { ContributedPicture } from '../contribution.ts'
import { findingList, type Report } from '../report/finding.ts'
import {
  printedText,
  type SourceBlock,
  type SourceFile,
  type SourceParagraph,
  type SourcePicture,
  textOfParagraph,
} from '../source-document.ts'
import { captionAboveReason, captionReason, readCaption } from './captions.ts'
import { type BodyLooks, isBold, isText, looksLikeTitle, reasons, titleSigns, type Why } from './looks.ts'
import { markedOf, sliceMarked, textOfMarked, unmarkedOf } from './marked.ts'
import { isTableNote, isTableTitle, isTableUnit, tableDraft } from './table-draft.ts'

export interface Body {
  readonly body: readonly BodyDraft[]
  readonly pictures: readonly ContributedPicture[]
  /** Numbers of the notes that became footnotes. */
  readonly notes: ReadonlySet<number>
}

/** An article's blocks as those of the language: sub-headings, lists, tables, pictures with captions; notes last. */
export function bodyOf(
  blocks: readonly SourceBlock[],
  looks: BodyLooks,
  files: readonly SourceFile[],
  report: Report,
): Body {
  const notes = blocks.filter((one) => one.kind === 'paragraph' && one.note)
  const ordered = [...blocks.filter((one) => !notes.includes(one)), ...notes]
  const made = (candidates: ReadonlySet<number>) => {
    const list = findingList()
    const maker = new BodyMaker(ordered, looks, files, { report: list.report, candidates })
    maker.make()
    return { maker, list }
  }
  const first = made(candidatesAmong(ordered))
  // Footnotes are numbered anew: beside them no note may keep the number it was typed with.
  const { maker, list } = first.maker.notes.size === notes.length ? first : made(new Set())
  for (const { kind, text, values } of list.findings) report(kind, text, values)
  return { body: maker.body, pictures: maker.pictures, notes: maker.notes }
}

class BodyMaker {
  readonly body: BodyDraft[] = []
  readonly pictures: ContributedPicture[] = []
  readonly notes = new Set<number>()
  /** Notes of one paragraph: those whose marks stand in running text may be footnotes. */
  readonly #candidates: ReadonlySet<number>
  readonly #blocks: readonly SourceBlock[]
  readonly #looks: BodyLooks
  readonly #files: readonly SourceFile[]
  readonly #report: Report

  constructor(
    blocks: readonly SourceBlock[],
    looks: BodyLooks,
    files: readonly SourceFile[],
    { report, candidates }: { readonly report: Report; readonly candidates: ReadonlySet<number> },
  ) {
    this.#blocks = blocks
    this.#candidates = candidates
    this.#looks = looks
    this.#files = files
    this.#report = report
  }

  make(): void {
    for (let at = 0; at < this.#blocks.length; ) at += this.#step(at)
  }

  /** Takes one block, or several that belong together; tells how many. */
  #step(at: number): number {
    const block = this.#blocks[at] as SourceBlock
    if (block.kind === 'picture') return this.#picture(block, at)
    const ofTable = this.#table(at)
    if (ofTable > 0 || block.kind === 'table') return ofTable
    const next = this.#blocks[at + 1]
    const above = next?.kind === 'picture' ? captionAboveReason(block, this.#looks) : null
    if (next?.kind === 'picture' && above && captionReason(this.#blocks[at + 2], this.#looks) === null) {
      this.#place(next, { paragraph: block, reason: above })
      return 2
    }
    if (block.list) return this.#list(at)
    this.#paragraph(block)
    return 1
  }

  /** A table with its title and unit above it, and its notes and source below; how many blocks, or none. */
  #table(at: number): number {
    const [first, second] = this.#blocks.slice(at, at + 2)
    const title = first?.kind === 'paragraph' && isTableTitle(first) ? first : null
    const next = title ? second : first
    const unit = next?.kind === 'paragraph' && isTableUnit(next) ? next : null
    const start = at + (title ? 1 : 0) + (unit ? 1 : 0)
    const table = this.#blocks[start]
    if (table?.kind !== 'table') return 0
    const notes: SourceParagraph[] = []
    for (const block of this.#blocks.slice(start + 1)) {
      if (block.kind !== 'paragraph' || !isTableNote(block)) break
      notes.push(block)
    }
    if (title) this.#report('table-caption', printedText(title))
    for (const words of [...(unit ? [unit] : []), ...notes]) this.#report('table-words', printedText(words))
    this.body.push({
      ...tableDraft(table, title ? unmarkedOf(title) : null),
      ...(unit ? { unit: unmarkedOf(unit) } : {}),
      ...(notes.length > 0 ? { notes: notes.map((one) => unmarkedOf(one)) } : {}),
    })
    return start + 1 + notes.length - at
  }

  /** A picture with the caption below it. */
  #picture(picture: SourcePicture, at: number): number {
    const below = this.#blocks[at + 1]
    const reason = captionReason(below, this.#looks)
    const isCaption = reason !== null && below?.kind === 'paragraph'
    this.#place(picture, isCaption ? { paragraph: below, reason } : null)
    return isCaption ? 2 : 1
  }

  #place(
    { ratio, alt, crop, file: index }: SourcePicture,
    caption: { readonly paragraph: SourceParagraph; readonly reason: Why } | null,
  ): void {
    this.body.push({ kind: 'place', picture: String(this.pictures.length) })
    const file = index === null ? null : (this.#files[index] ?? null)
    const { text, credit } = caption ? readCaption(caption.paragraph) : { text: [], credit: '' }
    this.pictures.push({ file, ratio, alt, crop, caption: text, credit })
    if (!caption) return
    this.#report('picture-caption', printedText(caption.paragraph), reasons([caption.reason]))
    if (credit !== '') this.#report('picture-credit', textOfParagraph(caption.paragraph), { name: credit })
  }

  /** Bullets are a list; so are plain numbers in order. Others have their number before their text. */
  #list(at: number): number {
    const [first] = this.#blocks.slice(at) as SourceParagraph[]
    const sign = first?.list?.sign
    const items: SourceParagraph[] = []
    for (const block of this.#blocks.slice(at)) {
      if (block.kind !== 'paragraph' || !block.list || block.note) break
      const expected = (first?.list?.value ?? 1) + items.length
      if (
        sign === 'number' &&
        (block.list.sign !== 'number' ||
          block.list.value !== expected ||
          block.list.level !== first?.list?.level)
      )
        break
      if (sign === 'bullet' && block.list.sign !== 'bullet') break
      items.push(block)
    }
    const isList = sign === 'bullet' || (items.length > 1 && (first?.list?.value ?? 0) < 1000)
    if (!isList) {
      for (const item of items) this.#paragraph(item)
      return Math.max(1, items.length)
    }
    this.#addList(items, sign === 'number')
    return items.length
  }

  #addList(items: readonly SourceParagraph[], ordered: boolean): void {
    const nested = ordered ? [] : this.#nestedOf(items)
    // Two lists side by side would be read as one.
    const before = this.body.at(-1)
    const start = items[0]?.list?.value ?? 1
    if (before?.kind === 'list') this.body.push({ kind: 'blank' })
    this.body.push({
      kind: 'list',
      ordered,
      items: items.map((item) => markedOf({ ...item, number: '' }, this.#candidates)),
      ...(ordered && start !== 1 ? { start } : {}),
      ...(nested.some(({ level }) => level > 0) ? { nested } : {}),
    })
  }

  /** The levels of bullets: each at most one further in than the one above. */
  #nestedOf(items: readonly SourceParagraph[]): { readonly level: number; readonly number: null }[] {
    const top = items[0]?.list?.level ?? 0
    let above = -1
    return items.map((item) => {
      const wanted = Math.max(0, (item.list?.level ?? 0) - top)
      const level = Math.min(wanted, above + 1, LIST_LEVELS - 1)
      if (wanted >= LIST_LEVELS) this.#report('list-level', textOfParagraph(item), { level: wanted + 1 })
      above = level
      return { level, number: null }
    })
  }

  #paragraph(paragraph: SourceParagraph): void {
    const text = printedText(paragraph).trim()
    if (text === '' || this.#footnote(paragraph)) return
    const level = paragraph.note ? null : subheading(paragraph, text)
    if (level !== null) {
      this.#report('subheading', text, reasons([level.why]))
      this.body.push({ kind: 'subheading', level: level.level, text: unmarkedOf(paragraph) })
      return
    }
    if (looksLikeTitle(paragraph, this.#looks)) {
      this.#report('title-maybe', text, reasons(titleSigns(paragraph, this.#looks).why))
    }
    const marked = markedOf(paragraph, this.#candidates)
    if (textOfMarked(marked) !== '') this.body.push({ kind: 'paragraph', text: marked })
  }

  /** A note whose mark stands once in running text is a footnote; others stay lines at the end. */
  #footnote({ noteOf: number = 0, ...paragraph }: SourceParagraph): boolean {
    if (number === 0 || marksOf(this.body, number) !== 1) return false
    const mark = paragraph.runs[0]?.text.split(' ')[0] ?? ''
    const marked = markedOf(paragraph)
    const text = sliceMarked(marked, mark.length, textOfMarked(marked).length)
    if (textOfMarked(text) === '') return false
    this.body.push({ kind: 'footnote', number, text })
    this.notes.add(number)
    return true
  }
}

/** Notes of one paragraph with words, each there once. */
function candidatesAmong(blocks: readonly SourceBlock[]): ReadonlySet<number> {
  const paragraphs = blocks.filter((one) => one.kind === 'paragraph')
  const numbers = paragraphs.flatMap(({ noteOf = 0 }) => (noteOf > 0 ? [noteOf] : []))
  const marked = paragraphs.flatMap(({ note, runs }) => (note ? [] : runs.map((run) => run.note ?? 0)))
  return new Set(numbers.filter((one) => marked.filter((other) => other === one).length === 1))
}

/** How often running text has the mark of a note. */
function marksOf(body: readonly BodyDraft[], number: number): number {
  const texts = body.flatMap((block) =>
    block.kind === 'paragraph' ? [block.text] : block.kind === 'list' ? block.items : [],
  )
  return texts.flat().filter((run) => run.note?.number === number).length
}

function subheading(
  paragraph: SourceParagraph,
  text: string,
): { readonly level: 2 | 3; readonly why: Why } | null {
  const length = [...text].length
  if (length > 40 || length < 2 || /[。；：:，、]$/.test(text) || isText(paragraph)) return null
  const [, chapter, section] =
    /^(?:(第?[一二三四五六七八九十百]+(?:、|[章节部分]+\s)|[一二三四五六七八九十]+[.．])|([（(][一二三四五六七八九十百]+[)）]))\S/.exec(
      text,
    ) ?? []
  if (chapter)
    return {
      level: 2,
      why: { zh: `“${chapter.trim()}”开头的短行`, en: `a short line beginning with “${chapter.trim()}”` },
    }
  if (section)
    return { level: 3, why: { zh: `“${section}”开头的短行`, en: `a short line beginning with “${section}”` } }
  if (paragraph.heading !== null) {
    const level = paragraph.heading <= 2 ? 2 : 3
    return {
      level,
      why: { zh: `标题样式（${paragraph.heading} 级）`, en: `heading of level ${paragraph.heading}` },
    }
  }
  const isLine = isBold(paragraph) && length <= 30 && !paragraph.boxed && paragraph.align !== 'right'
  return isLine && !/[？！?!]$/.test(text)
    ? { level: 2, why: { zh: '整行加粗的短行', en: 'a short line, all bold' } }
    : null
}
