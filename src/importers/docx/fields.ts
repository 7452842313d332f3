import { childOf, descendantsOf, type XmlElement } from '../container/xml.ts'
import type { DocxContext } from './docx-context.ts'
import { circled } from './number-formats.ts'

interface Field {
  code: string
  inCode: boolean
}

/** Fields whose shown text is the editor's own, and nothing to speak of. */
const PLAIN =
  /^(?:HYPERLINK|SEQ|FORMTEXT|FORMCHECKBOX|FORMDROPDOWN|EQ|TOC|MERGEFIELD|INCLUDEPICTURE|SYMBOL|ADDIN|)$/

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
      this.#open.push({ code: '', inCode: true })
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
    return field?.inCode && !this.inCode() ? this.#withoutResult(field.code, quiet) : ''
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
    if (fieldName(code) !== 'EQ') return ''
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
