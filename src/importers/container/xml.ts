import { SaxesParser } from 'saxes'
import { strictText } from '../../base/strict-text.ts'
import { keepDeadline } from './deadline.ts'
import { ImportFault, tooMany } from './import-fault.ts'
import { importLimits } from './limits.ts'
import { canonicalPrefixes } from './xml-names.ts'

/** An element with the prefixes that the standard uses, whatever the file calls them. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  /** Elements, and texts as strings. */
  readonly children: readonly (XmlElement | string)[]
}

interface Growing {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (Growing | string)[]
}

/**
 * A part's tree. A document type is refused, so that no entity is ever expanded; depth and number of elements are
 * bounded. Throws {@link ImportFault}.
 */
export function parseXml(bytes: Uint8Array): XmlElement {
  const reader = new TreeReader()
  reader.read(decoded(bytes))
  return reader.root()
}

/** UTF-8 or UTF-16 as the standard wants it, else what the part says of itself; never with letters replaced. */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff || second === 0) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe || first === 0) return new TextDecoder('utf-16be').decode(bytes)
  const head = String.fromCharCode(...bytes.subarray(0, 200))
  const said = /^[^<]{0,3}<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']/i.exec(head)?.[1]
  const text = strictText(bytes, 'utf-8') ?? (said === undefined ? null : strictText(bytes, said))
  if (text === null) throw new ImportFault('E-IMPORT-XML')
  return text
}

class TreeReader {
  readonly #parser = new SaxesParser()
  readonly #open: Growing[] = [{ name: '', attributes: {}, children: [] }]
  readonly #prefixes = canonicalPrefixes()
  #elements = 0

  read(text: string): void {
    const parser = this.#parser
    parser.on('error', () => {
      throw new ImportFault('E-IMPORT-XML')
    })
    parser.on('doctype', () => {
      throw new ImportFault('E-IMPORT-DOCTYPE')
    })
    parser.on('opentag', ({ name, attributes }) => this.#begin(name, attributes))
    parser.on('closetag', () => this.#end())
    parser.on('text', (words) => this.#open.at(-1)?.children.push(words))
    parser.on('cdata', (words) => this.#open.at(-1)?.children.push(words))
    parser.write(text).close()
  }

  root(): XmlElement {
    const root = this.#open[0]?.children.find((one) => typeof one !== 'string')
    if (!root) throw new ImportFault('E-IMPORT-XML')
    return root
  }

  #begin(name: string, written: Readonly<Record<string, string>>): void {
    keepDeadline()
    this.#elements += 1
    if (this.#elements > importLimits.elements) throw tooMany('元素', 'elements', importLimits.elements)
    if (this.#open.length > importLimits.depth) throw tooMany('嵌套层数', 'nesting', importLimits.depth)
    this.#prefixes.enter(written)
    const attributes: Record<string, string> = Object.create(null)
    for (const key of Object.keys(written)) attributes[this.#prefixes.attribute(key)] = written[key] as string
    const element: Growing = { name: this.#prefixes.element(name), attributes, children: [] }
    this.#open.at(-1)?.children.push(element)
    this.#open.push(element)
  }

  #end(): void {
    this.#open.pop()
    this.#prefixes.leave()
  }
}

/** The child elements of one name, or all. */
export function childrenOf(element: XmlElement | undefined, name?: string): readonly XmlElement[] {
  const found = element?.children.filter(
    (one): one is XmlElement => typeof one !== 'string' && (name === undefined || one.name === name),
  )
  return found ?? []
}

/** The first child of a name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((one): one is XmlElement => typeof one !== 'string' && one.name === name)
}

/** `w:val` of a child; undefined where there is none. */
export function settingOf(element: XmlElement | undefined, name: string): string | undefined {
  return childOf(element, name)?.attributes['w:val']
}

/** All elements of these names at any depth, in order; those inside a found one too. */
export function* descendantsOf(element: XmlElement, names: ReadonlySet<string>): Generator<XmlElement> {
  for (const child of element.children) {
    if (typeof child === 'string') continue
    if (names.has(child.name)) yield child
    yield* descendantsOf(child, names)
  }
}

/** The texts directly in an element. */
export function textOf(element: XmlElement): string {
  return element.children.filter((one) => typeof one === 'string').join('')
}
