import { childOf, childrenOf, descendantsOf, textOf, type XmlElement } from '../container/xml.ts'
import { chosenOf } from './drawing.ts'
import { equationRuns } from './equation.ts'
import { authorship } from './inline.ts'
import { openDocx } from './package.ts'
import { allText } from './piece.ts'
import { symbolOf } from './symbols.ts'

/** Characters of a returned paragraph, and what was done to them. */
export interface ReturnedPiece {
  readonly text: string
  readonly change: 'inserted' | 'deleted' | null
  readonly author: string
  readonly date: string
}

export interface ReturnedComment {
  readonly author: string
  readonly date: string
  readonly text: string
  /** The words it stands on. */
  readonly on: string
}

/** What a reviewer did that is no change of words: told, and left to be done by hand. */
export interface ReturnedOther {
  readonly kind: 'looks' | 'picture' | 'box' | 'note'
  readonly author: string
  readonly date: string
  /** Words it stands on, or that it holds. */
  readonly text: string
}

/** A paragraph of a Word file that came back from review. */
export interface ReturnedParagraph {
  /** Every mark that begins in it: several where paragraphs were joined, none in one that is new or lost its mark. */
  readonly marks: readonly string[]
  readonly pieces: readonly ReturnedPiece[]
  readonly comments: readonly ReturnedComment[]
  /** What was done to its end: inserted, it was divided there; deleted, the next one goes on in it. */
  readonly end: Pick<ReturnedPiece, 'change' | 'author' | 'date'>
  readonly others: readonly ReturnedOther[]
}

/** Reads a returned copy, changes and all. Throws `ImportFault` like any docx. */
export function readReturned(bytes: Uint8Array): readonly ReturnedParagraph[] {
  const parts = openDocx(bytes)
  const related = [...parts.relationships(parts.main).values()]
  const childrenIn = (type: string) => {
    const named = related.find((one) => one.type === type && !one.external)
    return childrenOf(named && parts.part(named.target)).map(
      (one) => [one.attributes['w:id'] ?? '', one] as const,
    )
  }
  const known: KnownParts = {
    comments: new Map(childrenIn('comments')),
    notes: {
      'w:footnoteReference': new Map(childrenIn('footnotes')),
      'w:endnoteReference': new Map(childrenIn('endnotes')),
    },
  }
  const body = childOf(parts.part(parts.main), 'w:body')
  return body ? paragraphsIn(body, known, PLAIN) : []
}

interface KnownParts {
  readonly comments: ReadonlyMap<string, XmlElement>
  readonly notes: Readonly<
    Record<'w:footnoteReference' | 'w:endnoteReference', ReadonlyMap<string, XmlElement>>
  >
}

function paragraphsIn(element: XmlElement, known: KnownParts, around: Around): readonly ReturnedParagraph[] {
  return childrenOf(element).flatMap((one) => {
    if (one.name === 'w:p') {
      const reader = new ParagraphReader(known)
      return [reader.read(one, around), ...reader.notes()]
    }
    if (one.name === 'mc:AlternateContent') {
      const chosen = chosenOf(one)
      return chosen ? paragraphsIn(chosen, known, around) : []
    }
    return one.name.endsWith('Pr') ? [] : paragraphsIn(one, known, rowChange(one) ?? around)
  })
}

/** A row that was inserted or deleted as a whole, and its cells with it. */
function rowChange(row: XmlElement): Around | null {
  const properties = row.name === 'w:tr' ? childOf(row, 'w:trPr') : undefined
  return changeIn(properties)
}

function changeIn(properties: XmlElement | undefined): Around | null {
  for (const one of childrenOf(properties)) {
    if (NEW.test(one.name)) return { change: 'inserted', ...authorship(one) }
    if (OLD.test(one.name)) return { change: 'deleted', ...authorship(one) }
  }
  return null
}

type Around = Pick<ReturnedPiece, 'change' | 'author' | 'date'>

const PLAIN: Around = { change: null, author: '', date: '' }

const NEW = /^w:(?:ins|moveTo)$/
const OLD = /^w:(?:del|moveFrom)$/

class ParagraphReader {
  readonly #pieces: ReturnedPiece[] = []
  readonly #comments: ReturnedComment[] = []
  readonly #others: ReturnedOther[] = []
  readonly #marks: string[] = []
  readonly #open = new Map<string, number>()
  readonly #known: KnownParts
  /** Notes that were sent, in the order of their marks. */
  readonly #notes: ReturnedParagraph[] = []
  #codes = 0
  #inCode = false

  constructor(known: KnownParts) {
    this.#known = known
  }

  read(paragraph: XmlElement, around: Around): ReturnedParagraph {
    for (const child of childrenOf(paragraph)) this.#visit(child, around)
    const properties = childOf(paragraph, 'w:pPr')
    this.#looks(childOf(properties, 'w:pPrChange'), this.#pieces)
    return {
      marks: this.#marks,
      pieces: this.#pieces.filter((one) => one.text !== ''),
      comments: this.#comments,
      end: changeIn(childOf(properties, 'w:rPr')) ?? PLAIN,
      others: this.#others,
    }
  }

  notes(): readonly ReturnedParagraph[] {
    return this.#notes
  }

  #visit(element: XmlElement, around: Around): void {
    const id = element.attributes['w:id'] ?? ''
    const name = element.attributes['w:name'] ?? ''
    if (element.name === 'w:bookmarkStart') {
      if (name.startsWith('jb_')) this.#marks.push(name)
    } else if (element.name === 'w:commentRangeStart') this.#open.set(id, this.#pieces.length)
    else if (element.name === 'w:r') this.#run(element, around)
    else if (/^m:oMath(?:Para)?$/.test(element.name)) this.#add(textOfEquation(element), around)
    else if (NEW.test(element.name)) {
      // What stands in a deleted row is deleted, whoever wrote it.
      this.#inside(
        element,
        around.change === 'deleted' ? around : { change: 'inserted', ...authorship(element) },
      )
    } else if (OLD.test(element.name)) {
      // What one inserted and another deleted was never sent.
      if (around.change !== 'inserted') this.#inside(element, { change: 'deleted', ...authorship(element) })
    } else if (!element.name.endsWith('Pr')) this.#inside(element, around)
  }

  #inside(element: XmlElement, around: Around): void {
    for (const child of childrenOf(element)) this.#visit(child, around)
  }

  #run(run: XmlElement, around: Around): void {
    const from = this.#pieces.length
    for (const one of childrenOf(run)) this.#content(one, around)
    if (around.change === null)
      this.#looks(childOf(childOf(run, 'w:rPr'), 'w:rPrChange'), this.#pieces.slice(from))
  }

  #content(element: XmlElement, around: Around): void {
    const { name, attributes } = element
    if (name === 'w:fldChar') this.#field(element)
    else if (this.#inCode) return
    else if (name === 'w:t' || name === 'w:delText') this.#add(textOf(element), around)
    else if (name === 'w:br' || name === 'w:cr') this.#add('\n', around)
    else if (name === 'w:tab') this.#add('\t', around)
    else if (name === 'w:noBreakHyphen') this.#add('-', around)
    else if (name === 'w:sym') this.#add(symbolSignOf(attributes), around)
    else if (name === 'w:ruby') this.#inside(childOf(element, 'w:rubyBase') ?? element, around)
    else if (name === 'w:commentReference') this.#comment(attributes['w:id'] ?? '')
    else if (name === 'w:footnoteReference' || name === 'w:endnoteReference')
      this.#note(this.#known.notes[name].get(attributes['w:id'] ?? ''), around)
    else if (/^(?:w:drawing|w:pict|w:object|mc:AlternateContent)$/.test(name)) this.#drawing(element, around)
  }

  #add(text: string, around: Around): void {
    this.#pieces.push({ ...around, text })
  }

  #looks(change: XmlElement | undefined, on: readonly ReturnedPiece[]): void {
    if (!change) return
    const text = on.map((one) => one.text).join('')
    const by = authorship(change)
    const last = this.#others.at(-1)
    if (last?.kind === 'looks' && last.author === by.author && last.date === by.date)
      this.#others[this.#others.length - 1] = { ...last, text: last.text + text }
    else if (text !== '') this.#others.push({ kind: 'looks', ...by, text })
  }

  /** The pictures that were sent are no change; boxes are never sent. */
  #drawing(element: XmlElement, { change, author, date }: Around): void {
    const chosen = element.name === 'mc:AlternateContent' ? (chosenOf(element) ?? element) : element
    const boxes = [...descendantsOf(chosen, new Set(['w:txbxContent']))]
    for (const box of boxes) this.#others.push({ kind: 'box', author, date, text: allText(box).trim() })
    if (boxes.length === 0 && change !== null) this.#others.push({ kind: 'picture', author, date, text: '' })
  }

  /** A note that was sent is a paragraph behind the one that has its mark, and goes with the mark; a new one is told. */
  #note(note: XmlElement | undefined, around: Around): void {
    if (!note) return
    const paragraphs = paragraphsIn(note, this.#known, around).map(withOneMark)
    const isSent =
      around.change !== 'inserted' &&
      paragraphs.some((one) => one.marks.length > 0 || TYPED_MARK.test(one.pieces[0]?.text ?? ''))
    if (isSent) {
      const end = around.change === null ? {} : { end: around }
      this.#notes.push(...paragraphs.map((one) => ({ ...one, ...end })))
    } else
      this.#others.push({
        kind: 'note',
        author: around.author,
        date: around.date,
        text: allText(note).trim(),
      })
  }

  #field({ attributes }: XmlElement): void {
    const kind = attributes['w:fldCharType']
    this.#codes += kind === 'begin' ? 1 : kind === 'end' ? -1 : 0
    this.#inCode = kind === 'begin' && this.#codes > 0
  }

  #comment(id: string): void {
    const comment = this.#known.comments.get(id)
    if (!comment) return
    const from = this.#open.get(id) ?? 0
    const on = this.#pieces
      .slice(from)
      .map((one) => (one.change === 'deleted' ? '' : one.text))
      .join('')
    this.#comments.push({ ...authorship(comment), text: allText(comment).trim(), on })
  }
}

/** Notes are sent with their marks typed before them. */
const TYPED_MARK = /^[\u2460-\u2473\u3251-\u325f\u32b1-\u32bf]/

/** LibreOffice writes a note's mark before the typed one: the first goes. */
function withOneMark(paragraph: ReturnedParagraph): ReturnedParagraph {
  const text = paragraph.pieces.map((one) => one.text).join('')
  let more = /^(\S)\s*(?=\1\s)/.exec(TYPED_MARK.test(text) ? text : '')?.[0].length ?? 0
  const pieces = paragraph.pieces.map((one) => {
    const cut = Math.min(more, one.text.length)
    more -= cut
    return { ...one, text: one.text.slice(cut) }
  })
  return { ...paragraph, pieces: pieces.filter((one) => one.text !== '') }
}

function textOfEquation(element: XmlElement): string {
  return equationRuns(element)
    .map((run) => run.text)
    .join('')
}

function symbolSignOf(attributes: XmlElement['attributes']): string {
  const code = Number.parseInt(attributes['w:char'] ?? '', 16)
  return code > 0 && code <= 0xffff ? (symbolOf(attributes['w:font'] ?? '', code) ?? '□') : ''
}
