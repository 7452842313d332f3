import { circled } from '../../base/circled.ts'
import { childOf, childrenOf, descendantsOf, settingOf, type XmlElement } from '../container/xml.ts'
import type { DocxContext } from './docx-context.ts'
import { isSymbolFont, symbolOf } from './symbols.ts'

interface Field {
  code: string
  inCode: boolean
  /** What a drop-down field has chosen. */
  readonly chosen: string
  hasText: boolean
}

/** Fields whose shown text is the editor's own, and nothing to speak of. */
const PLAIN =
  /^(?:HYPERLINK|SEQ|FORMTEXT|FORMCHECKBOX|FORMDROPDOWN|EQ|TOC|MERGEFIELD|INCLUDEPICTURE|SYMBOL|ADDIN|)$/

/** Fields that print something, though the file may not hold what. */
const SHOWING =
  /^(?:AUTONUM|AUTONUMLGL|AUTONUMOUT|LISTNUM|PAGE|NUMPAGES|SECTION|SECTIONPAGES|DATE|TIME|CREATEDATE|SAVEDATE|PRINTDATE|REF|PAGEREF|NOTEREF|STYLEREF|DOCPROPERTY|DOCVARIABLE|FILENAME|AUTHOR|TITLE|SUBJECT|QUOTE|IF|INCLUDETEXT|USERNAME)$/

/** Follows fields (域) through a document: their codes are no text, their results are. */
export class FieldReader {
  readonly #open: Field[] = []
  readonly #context: DocxContext

  constructor(context: DocxContext) {
    this.#context = context
  }

  /** Begin, middle and end of a field; gives what is printed for a field that has no result. */
  sign(element: XmlElement, quiet: boolean): string {
    const kind = element.attributes['w:fldCharType']
    const field = this.#open.at(-1)
    if (this.#context.looseFields.has(element)) return ''
    if (kind === 'begin') {
      this.#open.push({ code: '', inCode: true, chosen: chosenEntry(element), hasText: false })
      return checkBox(element)
    }
    if (kind === 'separate') {
      if (!field) return ''
      field.inCode = false
      this.tell(field.code, quiet)
      return ''
    }
    if (kind !== 'end') return ''
    this.#open.pop()
    if (!field || field.hasText || this.inCode()) return ''
    if (fieldName(field.code) === 'FORMDROPDOWN') return field.chosen
    return field.inCode ? this.#withoutResult(field.code, quiet) : ''
  }

  /** Says that the innermost field shows letters. */
  shows(): void {
    const field = this.#open.at(-1)
    if (field) field.hasText = true
  }

  code(text: string): void {
    const field = this.#open.at(-1)
    if (field?.inCode && field.code.length < 10_000) field.code += text
  }

  inCode(): boolean {
    return this.#open.some((field) => field.inCode)
  }

  inContents(): boolean {
    return this.#open.some((field) => fieldName(field.code) === 'TOC')
  }

  /** The code of the innermost field; '' in none. */
  current(): string {
    return this.#open.at(-1)?.code ?? ''
  }

  tell(code: string, quiet: boolean): void {
    const name = fieldName(code)
    if (quiet || PLAIN.test(name) || this.inContents()) return
    this.#context.report('field', code.trim(), { field: name })
  }

  #withoutResult(code: string, quiet: boolean): string {
    const name = fieldName(code)
    if (name === 'SYMBOL') return signOfField(code)
    if (name === 'MACROBUTTON') {
      this.tell(code, quiet)
      return /^\s*MACROBUTTON\s+\S+\s+(.*?)\s*$/is.exec(code)?.[1] ?? ''
    }
    if (name !== 'EQ') {
      if (!quiet && SHOWING.test(name) && !this.inContents())
        this.#context.report('field-empty', code.trim(), { field: name })
      return ''
    }
    const text = equationField(code.replace(/^\s*EQ\s*/i, ''))
    if (!quiet) this.#context.report('equation', text)
    return text
  }
}

/** Beginnings of fields without an end, which would swallow all that follows. */
export function looseFieldsIn(body: XmlElement | undefined): ReadonlySet<XmlElement> {
  const open: XmlElement[] = []
  for (const one of body ? descendantsOf(body, new Set(['w:fldChar'])) : []) {
    const kind = one.attributes['w:fldCharType']
    if (kind === 'begin') open.push(one)
    else if (kind === 'end') open.pop()
  }
  return new Set(open)
}

function fieldName(code: string): string {
  return (/^\s*([A-Za-z]+)/.exec(code)?.[1] ?? '').toUpperCase()
}

/** The address of a HYPERLINK field, where it may be one. */
export function linkOfField(code: string, allowed: (target: string) => string | null): string | null {
  const target = /^\s*HYPERLINK\s+"([^"]+)"/i.exec(code)?.[1]
  return target === undefined ? null : allowed(target)
}

function checkBox(element: XmlElement): string {
  for (const box of descendantsOf(element, new Set(['w:checkBox']))) {
    const state = childOf(box, 'w:checked') ?? childOf(box, 'w:default')
    return state && !/^(?:0|false)$/.test(state.attributes['w:val'] ?? '1') ? '☑' : '☐'
  }
  return ''
}

/** The entry that a drop-down field (`w:ddList`) has chosen; '' for none. */
function chosenEntry(element: XmlElement): string {
  const [list] = descendantsOf(element, new Set(['w:ddList']))
  const at = Number(settingOf(list, 'w:result') ?? settingOf(list, 'w:default') ?? 0)
  return childrenOf(list, 'w:listEntry')[at]?.attributes['w:val'] ?? ''
}

/** `SYMBOL 254 \f Wingdings`, `SYMBOL 0x2460 \u`. */
function signOfField(code: string): string {
  const number = Number(/^\s*SYMBOL\s+"?(0x[\da-f]+|\d+)/i.exec(code)?.[1])
  if (!(number > 31 && number <= 0xffff)) return ''
  const font = /\\f\s+(?:"([^"]+)"|(\S+))/i.exec(code)
  const name = font?.[1] ?? font?.[2] ?? ''
  return (isSymbolFont(name) ? symbolOf(name, number) : null) ?? String.fromCharCode(number)
}

/** Old equations: signs in circles, readings above words, fractions; anything else as it is typed. */
function equationField(code: string): string {
  const switches = code.replace(/\\\*\s*\w+|\\\*?\s*(?:jc|hps)\d+|"[^"]*"/gi, '').trim()
  const ring = /^\\o\s*\\ac\s*\(\s*[○◯□△◇]\s*[,;]\s*(.+?)\s*\)$/.exec(switches)
  if (ring) return /^\d{1,2}$/.test(ring[1] ?? '') ? circled(Number(ring[1])) : `（${ring[1]}）`
  const reading = /\\o\s*\\a[dcl]\s*\(\s*\\s\s*\\up\s*\d+\s*\((.+?)\)\s*[,;]\s*(.+?)\s*\)$/.exec(switches)
  if (reading) return `${reading[2]}（${reading[1]}）`
  const fraction = /^\\f\s*\(\s*(.+?)\s*[,;]\s*(.+?)\s*\)$/.exec(switches)
  return fraction ? `${fraction[1]}/${fraction[2]}` : switches.replace(/\\[a-z]+/gi, '').trim()
}
