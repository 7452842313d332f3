import { readLink } from '../../issue/body/link.ts'
import { keepDeadline } from '../container/deadline.ts'
import { childOf, childrenOf, descendantsOf, settingOf, textOf, type XmlElement } from '../container/xml.ts'
import type { DocxContext } from './docx-context.ts'
import { chosenOf, drawingContents } from './drawing.ts'
import { equationRuns } from './equation.ts'
import { type FieldReader, linkOfField } from './fields.ts'
import { isUnseen, quietDrawing, withoutElements } from './left-out.ts'
import { remarksOnLooks } from './look-remarks.ts'
import { allText, type Piece, type TextRemark, textOfPieces } from './piece.ts'
import { over, type RunLooks, runLooks } from './styles.ts'
import { isSymbolFont, symbolOf } from './symbols.ts'

/** What holds for a stretch of a paragraph while it is read. */
export interface InlineState {
  readonly looks: RunLooks
  readonly link: string | null
  /** Of tracked changes around it. */
  readonly remarks: readonly TextRemark[]
  /** Within text that is left out anyway: all of it is told there, and nothing is told twice. */
  readonly quiet: boolean
}

/** Reads a paragraph's content into pieces. */
export class InlineReader {
  readonly #context: DocxContext
  readonly #fields: FieldReader

  constructor(context: DocxContext, fields: FieldReader) {
    this.#context = context
    this.#fields = fields
  }

  read(elements: readonly XmlElement[], state: InlineState): readonly Piece[] {
    return elements.flatMap((element) => this.#element(element, state))
  }

  #element(element: XmlElement, state: InlineState): readonly Piece[] {
    keepDeadline()
    const inside = (more: Partial<InlineState> = {}) => this.read(childrenOf(element), { ...state, ...more })
    switch (element.name) {
      case 'w:r':
        return this.#run(element, state)
      case 'w:hyperlink':
        return inside({ link: this.#linkOf(element, state) ?? state.link })
      case 'w:ins':
      case 'w:del':
      case 'w:moveTo':
      case 'w:moveFrom':
        return this.#tracked(element, state)
      case 'w:fldSimple':
        return this.#simpleField(element, state)
      case 'w:sdt':
        return this.#control(element, state)
      case 'm:oMath':
      case 'm:oMathPara':
        return this.#equation(element, state)
      case 'mc:AlternateContent': {
        const chosen = chosenOf(element)
        return chosen ? this.read(childrenOf(chosen), state) : []
      }
      case 'w:commentRangeStart':
        return [{ kind: 'comment', id: element.attributes['w:id'] ?? '', at: 'start' }]
      case 'w:commentRangeEnd':
        return [{ kind: 'comment', id: element.attributes['w:id'] ?? '', at: 'end' }]
      case 'w:subDoc':
        return this.#subDocument(element, state)
      default:
        // Whatever wraps runs, those are text.
        return element.name.endsWith('Pr') ? [] : inside()
    }
  }

  #subDocument({ attributes }: XmlElement, { quiet }: InlineState): readonly Piece[] {
    const target = this.#context.relationships.get(attributes['r:id'] ?? '')?.target ?? ''
    if (!quiet) this.#context.report('embedded', target, { what: '子文档 subDocument' })
    return []
  }

  #tracked(element: XmlElement, state: InlineState): readonly Piece[] {
    const isNew = element.name === 'w:ins' || element.name === 'w:moveTo'
    const isKept = isNew === (this.#context.tracked === 'accept')
    const kind = TRACKED[element.name as keyof typeof TRACKED][this.#context.tracked]
    const remark: TextRemark = { kind, values: authorship(element) }
    if (state.quiet) return this.read(childrenOf(element), state)
    if (isKept) return this.read(childrenOf(element), { ...state, remarks: [...state.remarks, remark] })
    const pieces = this.read(childrenOf(element), { ...state, quiet: true })
    return [{ kind: 'dropped', text: textOfPieces(pieces), remarks: [remark] }, ...pieces.filter(isComment)]
  }

  #linkOf(element: XmlElement, state: InlineState): string | null {
    const relationship = this.#context.relationships.get(element.attributes['r:id'] ?? '')
    if (!relationship?.external) return null
    return this.allowed(
      relationship.target,
      textOfPieces(this.read(childrenOf(element), { ...state, quiet: true })),
      state,
    )
  }

  /** Only what the language allows is a link; of others the text alone stays. */
  allowed(target: string, text: string, { quiet }: InlineState): string | null {
    const link = readLink(target)
    if (link.kind === 'link') return link.target
    if (!quiet) this.#context.report('link-dropped', text, { target: target.slice(0, 200) })
    return null
  }

  #simpleField(element: XmlElement, state: InlineState): readonly Piece[] {
    const code = element.attributes['w:instr'] ?? ''
    this.#fields.tell(code, state.quiet)
    return this.read(childrenOf(element), state)
  }

  #control(element: XmlElement, state: InlineState): readonly Piece[] {
    const content = childOf(element, 'w:sdtContent')
    if (!content) return []
    if (!childOf(childOf(element, 'w:sdtPr'), 'w:showingPlcHdr')) return this.read(childrenOf(content), state)
    const text = textOfPieces(this.read(childrenOf(content), { ...state, quiet: true }))
    return [{ kind: 'dropped', text, remarks: state.quiet ? [] : [{ kind: 'placeholder', values: {} }] }]
  }

  #equation(element: XmlElement, state: InlineState): readonly Piece[] {
    const remarks: readonly TextRemark[] = state.quiet
      ? []
      : [...state.remarks, { kind: 'equation', values: {} }]
    const gone = state.quiet ? [] : [...descendantsOf(element, GONE[this.#context.tracked])]
    const told = gone.map((one): Piece => {
      const kind = TRACKED[one.name as keyof typeof TRACKED][this.#context.tracked]
      return { kind: 'dropped', text: allText(one), remarks: [{ kind, values: authorship(one) }] }
    })
    const runs = equationRuns(gone.length > 0 ? withoutElements(element, new Set(gone)) : element)
      .filter((run) => run.text !== '')
      .map((run) => ({ kind: 'run', run, remarks }) as const)
    return [...runs, ...told]
  }

  #run(run: XmlElement, state: InlineState): readonly Piece[] {
    const properties = childOf(run, 'w:rPr')
    const own = over(this.#context.styles.character(settingOf(properties, 'w:rStyle')), runLooks(properties))
    // A style's colour is the look of its headings and says nothing; one set here does.
    const inner: InlineState = { ...state, looks: { ...over(state.looks, own), colour: own.colour } }
    if (properties && childOf(properties, 'w:rPrChange')) this.#context.count.formatting += 1
    const pieces = childrenOf(run).flatMap((child) => this.#content(child, inner))
    if (inner.looks.hidden !== true || state.quiet) return pieces
    const text = textOfPieces(pieces)
    const hidden: Piece = { kind: 'dropped', text, remarks: [{ kind: 'hidden', values: {} }] }
    return [...(text === '' ? [] : [hidden]), ...pieces.filter(isComment)]
  }

  #content(element: XmlElement, state: InlineState): readonly Piece[] {
    if (element.name === 'w:fldChar') return this.#fieldSign(element, state)
    if (element.name === 'w:instrText' || element.name === 'w:delInstrText') {
      this.#fields.code(textOf(element))
      return []
    }
    if (this.#fields.inCode()) return codeWords(element, state)
    switch (element.name) {
      case 'w:t':
      case 'w:delText':
        return this.#text(textOf(element), state)
      case 'w:tab':
      case 'w:ptab':
        return this.#text('\t', state)
      case 'w:br':
        return [{ kind: /^(?:page|column)$/.test(element.attributes['w:type'] ?? '') ? 'page' : 'line' }]
      case 'w:cr':
        return [{ kind: 'line' }]
      case 'w:noBreakHyphen':
        return this.#text('-', state)
      case 'w:sym':
        return this.#symbol(element, state)
      case 'w:ruby':
        return this.#ruby(element, state)
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        return this.#drawing(element, state)
      case 'w:footnoteReference':
        return this.#note('footnote', element, state)
      case 'w:endnoteReference':
        return this.#note('endnote', element, state)
      case 'w:commentReference':
        return [{ kind: 'comment', id: element.attributes['w:id'] ?? '', at: 'mark' }]
      case 'mc:AlternateContent':
        return childrenOf(chosenOf(element)).flatMap((child) => this.#content(child, state))
      default:
        return []
    }
  }

  #text(text: string, { looks, link, remarks, quiet }: InlineState): readonly Piece[] {
    this.#fields.shows()
    const shown = isSymbolFont(looks.font) ? this.#inSymbols(text, looks.font ?? '', quiet) : text
    const address =
      link ??
      linkOfField(this.#fields.current(), (target) =>
        this.allowed(target, text, { looks, link, remarks, quiet }),
      )
    const run = {
      text: shown,
      ...(looks.bold ? { bold: true as const } : {}),
      ...(looks.italic || looks.dotted ? { emphasis: true as const } : {}),
      ...(looks.raised && looks.raised !== 'baseline' ? { raised: looks.raised } : {}),
      ...(address === null ? {} : { link: address }),
      ...(looks.size === undefined ? {} : { size: looks.size }),
    }
    const more = quiet ? [] : [...remarks, ...remarksOnLooks(looks, text, address !== null)]
    if (this.#fields.inContents()) {
      return [{ kind: 'dropped', text: shown, remarks: quiet ? [] : [{ kind: 'contents', values: {} }] }]
    }
    return [{ kind: 'run', run, remarks: more }]
  }

  #inSymbols(text: string, font: string, quiet: boolean): string {
    return [...text].map((sign) => this.#sign(sign.codePointAt(0) ?? 0, font, quiet, sign)).join('')
  }

  /** Letters typed in a symbol font that Word shows in another font stay. */
  #sign(code: number, font: string, quiet: boolean, typed: string): string {
    if (code > 0xff && (code < 0xf000 || code > 0xf0ff)) return typed
    const sign = symbolOf(font, code)
    if (sign !== null) return sign
    const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
    if (!quiet) this.#context.report('symbol-unknown', typed, { font, code: name })
    return '□'
  }

  #symbol({ attributes }: XmlElement, state: InlineState): readonly Piece[] {
    const code = Number.parseInt(attributes['w:char'] ?? '', 16)
    if (!(code > 0 && code <= 0xffff)) return []
    const sign = this.#sign(code, attributes['w:font'] ?? '', state.quiet, '')
    const looks = { ...state.looks, font: undefined }
    return this.#text(sign === '' ? String.fromCharCode(code) : sign, { ...state, looks })
  }

  #ruby(element: XmlElement, state: InlineState): readonly Piece[] {
    const base = this.read(childrenOf(childOf(element, 'w:rubyBase')), state)
    const above = this.read(childrenOf(childOf(element, 'w:rt')), { ...state, quiet: true })
    const note = `（${textOfPieces(above)}）`
    const remarks: readonly TextRemark[] = state.quiet ? [] : [{ kind: 'ruby', values: {} }]
    const size = state.looks.size === undefined ? {} : { size: state.looks.size }
    const marked = base.map((one) =>
      one.kind === 'run' ? { ...one, remarks: [...one.remarks, ...remarks] } : one,
    )
    return [...marked, { kind: 'run', run: { text: note, ...size }, remarks }]
  }

  #fieldSign(element: XmlElement, state: InlineState): readonly Piece[] {
    const shown = this.#fields.sign(element, state.quiet)
    return shown === '' ? [] : this.#text(shown, { ...state, remarks: [] })
  }

  #drawing(element: XmlElement, state: InlineState): readonly Piece[] {
    if (state.quiet) return quietDrawing(element)
    if (isUnseen(element)) {
      const text = textOfPieces(quietDrawing(element))
      return [{ kind: 'dropped', text, remarks: [{ kind: 'hidden', values: {} }] }]
    }
    const { pictures, boxes, wordArt } = drawingContents(element, this.#context)
    return [
      ...pictures.map((picture) => ({ kind: 'picture', picture }) as const),
      ...boxes.map((content) => ({ kind: 'box', content }) as const),
      ...wordArt.map((text) => ({ kind: 'wordart', text }) as const),
    ]
  }

  #note(of: 'footnote' | 'endnote', { attributes }: XmlElement, state: InlineState): readonly Piece[] {
    if (state.quiet) return [{ kind: 'dropped', text: '〔注〕', remarks: [] }]
    const isMarked = /^(?:1|true|on)$/.test(attributes['w:customMarkFollows'] ?? '')
    const note = this.#context.notes.take(of, attributes['w:id'] ?? '', isMarked)
    if (note === null) return []
    const run = { text: note.mark, raised: 'superscript' as const, note: note.number }
    return [
      ...(isMarked ? [] : [{ kind: 'run', run, remarks: [] } as const]),
      { kind: 'note', of, mark: note.mark, number: note.number, content: note.content },
    ]
  }
}

/** Letters in the code of a field are not shown, and told. */
function codeWords(element: XmlElement, { quiet }: InlineState): readonly Piece[] {
  if (element.name !== 'w:t' && element.name !== 'w:delText') return []
  const remarks: readonly TextRemark[] = quiet ? [] : [{ kind: 'field-code', values: {} }]
  return [{ kind: 'dropped', text: textOf(element), remarks }]
}

function isComment({ kind }: Piece): boolean {
  return kind === 'comment'
}

const TRACKED = {
  'w:ins': { accept: 'inserted', reject: 'inserted-rejected' },
  'w:del': { accept: 'deleted', reject: 'deleted-rejected' },
  'w:moveTo': { accept: 'moved-here', reject: 'moved-here-rejected' },
  'w:moveFrom': { accept: 'moved-away', reject: 'moved-away-rejected' },
} as const

/** What is left out of an equation. */
const GONE = {
  accept: new Set(['w:del', 'w:moveFrom']),
  reject: new Set(['w:ins', 'w:moveTo']),
} as const

/** Who made a change or a comment, and on which day. */
export function authorship({ attributes }: XmlElement): { readonly author: string; readonly date: string } {
  return {
    author: attributes['w:author'] ?? '',
    date: (attributes['w:date'] ?? '').slice(0, 16).replace('T', ' '),
  }
}
