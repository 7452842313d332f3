import { tooMany } from '../container/import-fault.ts'
import { importLimits } from '../container/limits.ts'
import { childOf, childrenOf, type XmlElement } from '../container/xml.ts'
import {
  plainParagraph,
  printedText,
  type SourceBlock,
  type SourceParagraph,
  type SourceTable,
  textOfParagraph,
} from '../source-document.ts'
import type { DocxContext } from './docx-context.ts'
import { chosenOf } from './drawing.ts'
import { FieldReader } from './fields.ts'
import { authorship, InlineReader, type InlineState } from './inline.ts'
import { type ParagraphHead, paragraphHead } from './paragraph-head.ts'
import { joinedRuns, type Piece, reportRemarks, type TextRemark, textOfPieces } from './piece.ts'
import { over, runLooks } from './styles.ts'
import { readTable } from './table.ts'

/** Reads the blocks of a body, a cell, a box or a note. */
export class BlockReader {
  readonly #context: DocxContext
  readonly #fields: FieldReader
  readonly #inline: InlineReader
  /** Pieces of paragraphs whose end was deleted: they belong to the next one. */
  #carried: Carried = NOTHING
  #newPage = false
  #inCell = false
  #depth = 0

  constructor(context: DocxContext) {
    this.#context = context
    this.#fields = new FieldReader(context)
    this.#inline = new InlineReader(context, this.#fields)
  }

  /** All blocks of an element, in reading order. */
  read(element: XmlElement): readonly SourceBlock[] {
    const outer = { carried: this.#carried, newPage: this.#newPage, inCell: this.#inCell }
    this.#carried = NOTHING
    this.#inCell = element.name === 'w:tc'
    this.#depth += 1
    if (this.#depth > importLimits.nesting)
      throw tooMany('表格、文本框的嵌套层数', 'nesting of tables and boxes', importLimits.nesting)
    const blocks = this.#blocks(element)
    const rest = this.#carriedBefore()
    this.#depth -= 1
    this.#carried = outer.carried
    this.#inCell = outer.inCell
    if (this.#depth > 0) this.#newPage = outer.newPage
    return [...blocks, ...rest]
  }

  #blocks(element: XmlElement): readonly SourceBlock[] {
    const blocks: SourceBlock[] = []
    for (const child of childrenOf(element)) for (const block of this.#block(child)) blocks.push(block)
    return blocks
  }

  #block(element: XmlElement): readonly SourceBlock[] {
    switch (element.name) {
      case 'w:p':
        return this.#paragraph(element)
      case 'w:tbl':
        return [...this.#carriedBefore(), ...readTable(element, this.#context, this)]
      case 'w:sdt':
        return this.#control(element)
      case 'mc:AlternateContent': {
        const chosen = chosenOf(element)
        return chosen ? this.#blocks(chosen) : []
      }
      case 'w:altChunk':
        return [...this.#carriedBefore(), ...this.#context.chunk(element.attributes['r:id'] ?? '')]
      case 'm:oMathPara':
        return this.#assembled(this.#inline.read([element], START), paragraphHead(undefined, this.#context))
      default:
        // Whatever wraps paragraphs, those are text.
        return element.name.endsWith('Pr') ? [] : this.#blocks(element)
    }
  }

  /** A paragraph whose end was deleted goes on in the next paragraph, never behind a table. */
  #carriedBefore(): readonly SourceBlock[] {
    const { pieces, gone } = this.#carried
    this.#carried = NOTHING
    if (gone) this.#context.report('paragraph-unjoined', textOfPieces(pieces.filter(isRun)), authorship(gone))
    return pieces.length > 0 ? this.#assembled(pieces, paragraphHead(undefined, this.#context)) : []
  }

  /** A contents list that Word makes is left out, and told. */
  #control(element: XmlElement): readonly SourceBlock[] {
    const content = childOf(element, 'w:sdtContent')
    if (!content) return []
    const properties = childOf(element, 'w:sdtPr')
    const gallery = childOf(childOf(properties, 'w:docPartObj'), 'w:docPartGallery')
    const isContents = gallery?.attributes['w:val'] === 'Table of Contents'
    if (!isContents && !childOf(properties, 'w:showingPlcHdr')) return this.#blocks(content)
    const text = textOfPieces([{ kind: 'box', content }]).trim()
    if (text !== '') this.#context.report(isContents ? 'contents' : 'placeholder', text)
    return []
  }

  #paragraph(element: XmlElement): readonly SourceBlock[] {
    this.#context.count.paragraphs += 1
    if (this.#context.count.paragraphs > importLimits.paragraphs) {
      throw tooMany('段落数', 'paragraphs', importLimits.paragraphs)
    }
    const properties = childOf(element, 'w:pPr')
    const mark = childOf(properties, 'w:rPr')
    const style = this.#context.styles.style(childOf(properties, 'w:pStyle')?.attributes['w:val'])
    const looks = over(this.#context.styles.defaults, style.run)
    const own = this.#inline.read(childrenOf(element), { ...START, looks })
    const before = this.#carried
    const pieces = [...before.pieces, ...own]
    this.#carried = NOTHING
    if (before.gone) this.#reportJoined(before.pieces, before.gone)
    if (childOf(properties, 'w:pPrChange')) this.#context.count.formatting += 1
    const gone = this.#goneMark(mark)
    if (gone !== undefined || childOf(properties, 'w:framePr')?.attributes['w:dropCap'] !== undefined) {
      this.#carried = { pieces, gone: this.#isTold(gone, pieces) ? gone : undefined }
      return []
    }
    const head = paragraphHead(properties, this.#context)
    const blocks = this.#assembled(pieces, markHidden(mark) ? { ...head, number: '' } : head)
    const section = childOf(properties, 'w:sectPr')
    if (section && this.#context.pageEnds.has(section)) this.#newPage = true
    return blocks
  }

  /** The change that took a paragraph's end away: the next one continues it. */
  #goneMark(mark: XmlElement | undefined): XmlElement | undefined {
    const isAccepted = this.#context.tracked === 'accept'
    return (
      childOf(mark, isAccepted ? 'w:del' : 'w:ins') ?? childOf(mark, isAccepted ? 'w:moveFrom' : 'w:moveTo')
    )
  }

  /** The end of a paragraph that went as a whole is no news. */
  #isTold(gone: XmlElement | undefined, pieces: readonly Piece[]): boolean {
    return (
      gone !== undefined && this.#context.tracked === 'accept' && textOfPieces(pieces.filter(isRun)) !== ''
    )
  }

  #reportJoined(pieces: readonly Piece[], gone: XmlElement): void {
    this.#context.report('paragraph-joined', textOfPieces(pieces.filter(isRun)), authorship(gone))
  }

  /** The paragraphs of the pieces, then their pictures, boxes and notes. */
  #assembled(pieces: readonly Piece[], head: ParagraphHead): readonly SourceBlock[] {
    reportRemarks(pieces, this.#context.report)
    this.#reportComments(pieces)
    const paragraphs = this.#paragraphs(pieces, head)
    const after = pieces.flatMap((piece): readonly SourceBlock[] => {
      if (piece.kind === 'picture') return [piece.picture]
      if (piece.kind === 'box') return this.#box(piece.content)
      if (piece.kind === 'wordart') return this.#wordArt(piece.text)
      return piece.kind === 'note' ? this.#note(piece) : []
    })
    return [...paragraphs, ...after]
  }

  #paragraphs(pieces: readonly Piece[], head: ParagraphHead): readonly SourceParagraph[] {
    const paragraphs: SourceParagraph[] = []
    let runs: SourceParagraph['runs'][number][] = []
    let number = head.number
    const end = () => {
      const made = trimmedParagraph({
        ...head.paragraph,
        runs: joinedRuns(runs),
        number,
        newPage: this.#newPage,
      })
      runs = []
      // A number by itself is what a table's first column often holds.
      if (textOfParagraph(made) === '' && !(this.#inCell && number !== '')) return
      paragraphs.push(number === '' && paragraphs.length > 0 ? { ...made, list: null } : made)
      number = ''
      this.#newPage = false
    }
    if (head.newPage) this.#newPage = true
    for (const piece of pieces) {
      if (piece.kind === 'run') runs.push(piece.run)
      else if (piece.kind === 'line' || piece.kind === 'page') {
        end()
        if (piece.kind === 'page') this.#newPage = true
      }
    }
    end()
    this.#reportLines(paragraphs, pieces)
    return paragraphs
  }

  #reportLines(paragraphs: readonly SourceParagraph[], pieces: readonly Piece[]): void {
    if (paragraphs.length < 2 || !pieces.some((one) => one.kind === 'line')) return
    this.#context.report('soft-return', paragraphs.map(textOfParagraph).join(' ↵ '))
  }

  #box(content: XmlElement): readonly SourceBlock[] {
    const blocks = this.read(content).map((one) =>
      one.kind === 'paragraph' ? { ...one, boxed: true as const, newPage: false } : one,
    )
    const own = blocks.flatMap((one) => (one.kind === 'paragraph' && !one.note ? [textOfParagraph(one)] : []))
    if (blocks.length > 0) this.#context.report('box', own.join(' '))
    return blocks
  }

  #wordArt(text: string): readonly SourceBlock[] {
    this.#context.report('wordart', text)
    const head = paragraphHead(undefined, this.#context)
    return [{ ...head.paragraph, runs: [{ text }], number: '', newPage: false, boxed: true }]
  }

  #note(note: Extract<Piece, { kind: 'note' }>): readonly SourceBlock[] {
    const blocks = this.read(note.content).flatMap((one): readonly SourceBlock[] =>
      one.kind === 'table' ? this.#lines(one) : [one],
    )
    const marked = blocks.map((block, index) => {
      if (block.kind !== 'paragraph') return block
      const isFirst = index === 0 && note.mark !== ''
      const runs = isFirst ? [{ text: `${note.mark} ` }, ...block.runs] : block.runs
      const own = blocks.length === 1 && isFirst ? { noteOf: note.number } : {}
      return {
        ...block,
        ...own,
        runs: joinedRuns(runs),
        note: true as const,
        newPage: false,
        align: 'left' as const,
      }
    })
    const text = blocks.flatMap((one) => (one.kind === 'paragraph' ? [textOfParagraph(one)] : [])).join(' ')
    this.#context.report(note.of, text, { mark: note.mark, number: note.number })
    return marked
  }

  /** A table in a note, row by row: notes are lines. */
  #lines(table: SourceTable): readonly SourceParagraph[] {
    const rows = table.rows.map((row) =>
      row.map((cell) => cell.paragraphs.map(printedText).join('　')).join('　'),
    )
    this.#context.report('table-in-note', rows.join('；'))
    return rows.map(plainParagraph)
  }

  #reportComments(pieces: readonly Piece[]): void {
    const words = (some: readonly Piece[]) =>
      textOfPieces(some.filter(isRun)) || textOfPieces(some.filter((one) => one.kind === 'dropped'))
    const all = words(pieces)
    for (const [index, piece] of pieces.entries()) {
      if (piece.kind !== 'comment' || piece.at !== 'mark') continue
      const comment = this.#context.comments.take(piece.id)
      if (!comment) continue
      const from = pieces.findIndex(
        (one) => one.kind === 'comment' && one.at === 'start' && one.id === piece.id,
      )
      const range = from < 0 ? '' : words(pieces.slice(from, index))
      const place = (range === '' ? all : range).slice(0, 60)
      this.#context.report('comment', comment.text, { ...comment.values, place })
    }
  }
}

/** Pieces of paragraphs whose end went, and the change that took it where it is told. */
interface Carried {
  readonly pieces: readonly Piece[]
  readonly gone: XmlElement | undefined
}

const NOTHING: Carried = { pieces: [], gone: undefined }

function isRun({ kind }: Piece): boolean {
  return kind === 'run'
}

const START: InlineState = { looks: {}, link: null, remarks: [] as readonly TextRemark[], quiet: false }

/** A hidden paragraph mark hides its number. */
function markHidden(mark: XmlElement | undefined): boolean {
  return runLooks(mark).hidden === true
}

/** Without blanks at its ends: indents of blanks are looks. */
function trimmedParagraph(paragraph: SourceParagraph): SourceParagraph {
  const runs = [...paragraph.runs]
  while (runs[0] && runs[0].text.trimStart() === '') runs.shift()
  if (runs[0]) runs[0] = { ...runs[0], text: runs[0].text.trimStart() }
  while (runs.length > 0 && runs.at(-1)?.text.trimEnd() === '') runs.pop()
  const last = runs.at(-1)
  if (last) runs[runs.length - 1] = { ...last, text: last.text.trimEnd() }
  return { ...paragraph, runs }
}
