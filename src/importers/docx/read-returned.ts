import { childOf, childrenOf, textOf, type XmlElement } from '../container/xml.ts'
import { authorship } from './inline.ts'
import { openDocx } from './package.ts'
import { allText } from './piece.ts'

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

/** A paragraph of a Word file that came back from review. */
export interface ReturnedParagraph {
  /** The mark it was sent with; null for one that is new or lost it. */
  readonly mark: string | null
  readonly pieces: readonly ReturnedPiece[]
  readonly comments: readonly ReturnedComment[]
  /** Who deleted its end, so that the next one goes on in it; '' for nobody. */
  readonly joinedBy: string
}

/** Reads a returned copy, changes and all. Throws `ImportFault` like any docx. */
export function readReturned(bytes: Uint8Array): readonly ReturnedParagraph[] {
  const parts = openDocx(bytes)
  const named = [...parts.relationships(parts.main).values()].find((one) => one.type === 'comments')
  const comments = new Map(
    childrenOf(named && parts.part(named.target)).map((one) => [one.attributes['w:id'] ?? '', one]),
  )
  const body = childOf(parts.part(parts.main), 'w:body')
  return body ? paragraphsIn(body, comments) : []
}

function paragraphsIn(
  element: XmlElement,
  comments: ReadonlyMap<string, XmlElement>,
): readonly ReturnedParagraph[] {
  return childrenOf(element).flatMap((one) => {
    if (one.name === 'w:p') return [new ParagraphReader(comments).read(one)]
    return /^w:(?:tbl|tr|tc|sdt|sdtContent|customXml|ins|moveTo)$/.test(one.name)
      ? paragraphsIn(one, comments)
      : []
  })
}

interface Around {
  readonly change: ReturnedPiece['change']
  readonly author: string
  readonly date: string
}

const PLAIN: Around = { change: null, author: '', date: '' }

const NEW = /^w:(?:ins|moveTo)$/
const OLD = /^w:(?:del|moveFrom)$/
const AROUND = /^w:(?:hyperlink|smartTag|sdt|sdtContent|customXml|fldSimple)$/

class ParagraphReader {
  readonly #pieces: ReturnedPiece[] = []
  readonly #comments: ReturnedComment[] = []
  readonly #open = new Map<string, number>()
  readonly #known: ReadonlyMap<string, XmlElement>
  #mark: string | null = null
  #codes = 0
  #inCode = false

  constructor(known: ReadonlyMap<string, XmlElement>) {
    this.#known = known
  }

  read(paragraph: XmlElement): ReturnedParagraph {
    for (const child of childrenOf(paragraph)) this.#visit(child, PLAIN)
    const end = childOf(childOf(childOf(paragraph, 'w:pPr'), 'w:rPr'), 'w:del')
    const pieces = this.#pieces.filter((one) => one.text !== '')
    return {
      mark: this.#mark,
      pieces,
      comments: this.#comments,
      joinedBy: end ? authorship(end).author || '?' : '',
    }
  }

  #visit(element: XmlElement, around: Around): void {
    const id = element.attributes['w:id'] ?? ''
    const name = element.attributes['w:name'] ?? ''
    if (element.name === 'w:bookmarkStart' && name.startsWith('jb_')) this.#mark ??= name
    else if (element.name === 'w:commentRangeStart') this.#open.set(id, this.#pieces.length)
    else if (element.name === 'w:r') this.#run(element, around)
    else if (NEW.test(element.name)) this.#inside(element, { change: 'inserted', ...authorship(element) })
    else if (OLD.test(element.name)) {
      // What one inserted and another deleted was never sent.
      if (around.change !== 'inserted') this.#inside(element, { change: 'deleted', ...authorship(element) })
    } else if (AROUND.test(element.name)) this.#inside(element, around)
  }

  #inside(element: XmlElement, around: Around): void {
    for (const child of childrenOf(element)) this.#visit(child, around)
  }

  #run(run: XmlElement, around: Around): void {
    for (const one of childrenOf(run)) {
      if (one.name === 'w:fldChar') this.#field(one)
      else if (this.#inCode) continue
      else if (one.name === 'w:t' || one.name === 'w:delText')
        this.#pieces.push({ ...around, text: textOf(one) })
      else if (one.name === 'w:br' || one.name === 'w:cr') this.#pieces.push({ ...around, text: '\n' })
      else if (one.name === 'w:tab') this.#pieces.push({ ...around, text: '\t' })
      else if (one.name === 'w:noBreakHyphen') this.#pieces.push({ ...around, text: '-' })
      else if (one.name === 'w:commentReference') this.#comment(one.attributes['w:id'] ?? '')
    }
  }

  #field({ attributes }: XmlElement): void {
    const kind = attributes['w:fldCharType']
    this.#codes += kind === 'begin' ? 1 : kind === 'end' ? -1 : 0
    this.#inCode = kind === 'begin' && this.#codes > 0
  }

  #comment(id: string): void {
    const comment = this.#known.get(id)
    if (!comment) return
    const from = this.#open.get(id) ?? 0
    const on = this.#pieces
      .slice(from)
      .map((one) => (one.change === 'deleted' ? '' : one.text))
      .join('')
    this.#comments.push({ ...authorship(comment), text: allText(comment).trim(), on })
  }
}
