import { inflateSync } from 'node:zlib'

/** A PDF's values as tests read them: names begin with `/`, strings are bytes (one character each). */
export type Value =
  | number
  | boolean
  | null
  | string
  | Bytes
  | Reference
  | readonly Value[]
  | Dictionary
  | Stream

export interface Dictionary {
  readonly [key: string]: Value
}

export class Bytes {
  readonly bytes: string

  constructor(bytes: string) {
    this.bytes = bytes
  }

  /** A text string (7.9.2.2). */
  get text(): string {
    if (!this.bytes.startsWith('\xfe\xff')) return this.bytes
    return Buffer.from(this.bytes.slice(2), 'latin1').swap16().toString('utf16le')
  }
}

export class Reference {
  readonly id: number

  constructor(id: number) {
    this.id = id
  }
}

export class Stream {
  readonly dictionary: Dictionary
  readonly raw: Buffer

  constructor(dictionary: Dictionary, raw: Buffer) {
    this.dictionary = dictionary
    this.raw = raw
  }

  get content(): Buffer {
    return this.dictionary.Filter === '/FlateDecode' ? inflateSync(this.raw) : this.raw
  }
}

/** One operator of a content stream with its operands. */
export interface Operation {
  readonly operator: string
  readonly operands: readonly Value[]
}

const DELIMITER = /[\s()<>[\]{}/%]/
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** Reads tokens by the book (ISO 32000-1, 7.2–7.3), knowing nothing of how our own writer spells them. */
class Reader {
  readonly source: string
  at: number

  constructor(source: string, at = 0) {
    this.source = source
    this.at = at
  }

  space(): void {
    for (;;) {
      while (this.at < this.source.length && /[\s\0]/.test(this.source[this.at]!)) this.at++
      if (this.source[this.at] !== '%') return
      while (this.at < this.source.length && !/[\r\n]/.test(this.source[this.at]!)) this.at++
    }
  }

  word(): string {
    const from = this.at
    while (this.at < this.source.length && !DELIMITER.test(this.source[this.at]!)) this.at++
    if (this.at === from) throw new Error(`no token at ${from}: ${this.source.slice(from, from + 20)}`)
    return this.source.slice(from, this.at)
  }

  /** A value, or a bare word such as an operator. */
  value(): Value | { readonly word: string } {
    this.space()
    const sign = this.source[this.at]
    if (sign === '/') {
      this.at++
      const name = DELIMITER.test(this.source[this.at] ?? ' ') ? '' : this.word()
      return `/${name.replace(/#([0-9A-Fa-f]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))}`
    }
    if (sign === '(') return this.#literal()
    if (this.source.startsWith('<<', this.at)) return this.#dictionary()
    if (sign === '<') return this.#hexadecimal()
    if (sign === '[') return this.#array()
    const word = this.word()
    if (/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(word)) return this.#reference(Number(word))
    if (word === 'true' || word === 'false') return word === 'true'
    return word === 'null' ? null : { word }
  }

  #reference(number: number): Value {
    const rest = /^\s+0\s+R(?![A-Za-z])/.exec(this.source.slice(this.at, this.at + 12))
    if (!rest || !Number.isInteger(number)) return number
    this.at += rest[0].length
    return new Reference(number)
  }

  #literal(): Bytes {
    let out = ''
    let depth = 0
    for (; ; this.at++) {
      const sign = this.source[this.at]
      if (sign === undefined) throw new Error('a string does not end')
      if (sign === '(' && depth++ === 0) continue
      if (sign === ')' && --depth === 0) break
      if (sign !== '\\') {
        out += sign
        continue
      }
      const next = this.source[++this.at]!
      if (/[0-7]/.test(next)) throw new Error('octal escapes are not expected')
      out += ESCAPES[next] ?? next
    }
    this.at++
    return new Bytes(out)
  }

  #hexadecimal(): Bytes {
    const to = this.source.indexOf('>', this.at)
    const digits = this.source.slice(this.at + 1, to)
    if (!/^(?:[0-9A-Fa-f]{2})*$/.test(digits)) throw new Error(`no hexadecimal string: ${digits}`)
    this.at = to + 1
    return new Bytes(Buffer.from(digits, 'hex').toString('latin1'))
  }

  #array(): Value[] {
    const out: Value[] = []
    this.at++
    for (this.space(); this.source[this.at] !== ']'; this.space()) out.push(plain(this.value()))
    this.at++
    return out
  }

  #dictionary(): Dictionary {
    const out: Record<string, Value> = {}
    this.at += 2
    for (this.space(); !this.source.startsWith('>>', this.at); this.space()) {
      const key = plain(this.value())
      if (typeof key !== 'string') throw new Error('a key is no name')
      if (Object.hasOwn(out, key.slice(1))) throw new Error(`${key} stands twice in a dictionary`)
      out[key.slice(1)] = plain(this.value())
    }
    this.at += 2
    return out
  }
}

function plain(value: Value | { readonly word: string }): Value {
  if (isWord(value)) throw new Error(`unexpected ${value.word}`)
  return value
}

function isWord(value: Value | { readonly word: string }): value is { readonly word: string } {
  return typeof value === 'object' && value !== null && 'word' in value && typeof value.word === 'string'
}

export function isDictionary(value: Value | undefined): value is Dictionary {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Bytes || value instanceof Reference || value instanceof Stream)
  )
}

/** A whole file, read from its cross-reference stream or table on. Throws where the syntax is broken. */
export class PdfFile {
  readonly source: string
  readonly trailer: Dictionary
  readonly objects = new Map<number, Value>()

  constructor(bytes: Uint8Array) {
    this.source = Buffer.from(bytes).toString('latin1')
    const start = Number(/startxref\n(\d+)\n%%EOF\n?$/.exec(this.source)?.[1])
    const packed: (readonly [id: number, stream: number, index: number])[] = []
    this.trailer = this.source.startsWith('xref', start)
      ? this.#table(start)
      : this.#crossReferences(start, packed)
    for (const [id, stream, index] of packed) this.objects.set(id, this.#unpacked(stream, index))
  }

  #table(start: number): Dictionary {
    const head = /^xref\n0 (\d+)\n/.exec(this.source.slice(start, start + 30))
    if (!head) throw new Error('the cross-reference table has no head')
    for (let id = 1; id < Number(head[1]); id++) {
      const from = start + head[0].length + id * 20
      const entry = /^(\d{10}) 00000 n[ \r]\n$/.exec(this.source.slice(from, from + 20))
      if (!entry) throw new Error(`entry ${id} of the table is broken`)
      this.objects.set(id, this.#indirect(id, Number(entry[1])))
    }
    const end = start + head[0].length + Number(head[1]) * 20
    const trailer = new Reader(this.source, this.source.indexOf('trailer', end) + 7).value()
    if (isWord(trailer) || !isDictionary(trailer)) throw new Error('no trailer')
    return trailer
  }

  #crossReferences(start: number, packed: (readonly [number, number, number])[]): Dictionary {
    const id = Number.parseInt(this.source.slice(start, start + 10), 10)
    const stream = this.#indirect(id, start)
    if (!(stream instanceof Stream)) throw new Error('startxref leads to no cross-reference stream')
    const { W, Size } = stream.dictionary
    if (JSON.stringify(W) !== '[1,4,1]') throw new Error('other field widths')
    const rows = stream.content
    for (let one = 1; one < Number(Size); one++) {
      const [kind, place, index] = [rows[one * 6]!, rows.readUInt32BE(one * 6 + 1), rows[one * 6 + 5]!]
      if (kind === 1) this.objects.set(one, this.#indirect(one, place))
      else if (kind === 2) packed.push([one, place, index])
    }
    return stream.dictionary
  }

  #indirect(id: number, offset: number): Value {
    const head = `${id} 0 obj\n`
    if (!this.source.startsWith(head, offset)) throw new Error(`object ${id} is not at ${offset}`)
    if (offset > 0 && this.source[offset - 1] !== '\n') throw new Error(`no line end before object ${id}`)
    const reader = new Reader(this.source, offset + head.length)
    const value = plain(reader.value())
    if (this.source.startsWith('\nendobj\n', reader.at)) return value
    if (!this.source.startsWith('\nstream\n', reader.at) || !isDictionary(value)) {
      throw new Error(`object ${id} does not end`)
    }
    const from = reader.at + 8
    const to = from + Number(value.Length)
    if (!this.source.startsWith('\nendstream\nendobj\n', to)) throw new Error(`the Length of ${id} is wrong`)
    return new Stream(value, Buffer.from(this.source.slice(from, to), 'latin1'))
  }

  #unpacked(id: number, index: number): Value {
    const stream = this.objects.get(id)
    if (!(stream instanceof Stream)) throw new Error(`${id} is no object stream`)
    const text = stream.content.toString('latin1')
    const offset = Number(text.split(/\s+/, index * 2 + 2).at(-1))
    return plain(new Reader(text, Number(stream.dictionary.First) + offset).value())
  }

  /** The value itself, where a reference leads. */
  get(value: Value | undefined): Value | undefined {
    return value instanceof Reference ? this.get(this.objects.get(value.id)) : value
  }

  dictionary(value: Value | undefined): Dictionary {
    const found = this.get(value)
    const own = found instanceof Stream ? found.dictionary : found
    if (!isDictionary(own)) throw new Error('no dictionary')
    return own
  }

  stream(value: Value | undefined): Stream {
    const found = this.get(value)
    if (!(found instanceof Stream)) throw new Error('no stream')
    return found
  }

  array(value: Value | undefined): readonly Value[] {
    const found = this.get(value)
    return Array.isArray(found) ? found : found === undefined || found === null ? [] : [found as Value]
  }

  get catalogue(): Dictionary {
    return this.dictionary(this.trailer.Root)
  }

  /** References to the pages, in order. */
  get pages(): readonly Reference[] {
    return this.array(this.dictionary(this.catalogue.Pages).Kids) as Reference[]
  }

  /** Every dictionary of the file, those inside others and of streams too. */
  dictionaries(): Dictionary[] {
    const found: Dictionary[] = []
    const visit = (value: Value): void => {
      if (value instanceof Stream) visit(value.dictionary)
      else if (Array.isArray(value)) value.forEach(visit)
      else if (isDictionary(value)) {
        found.push(value)
        Object.values(value).forEach(visit)
      }
    }
    for (const value of this.objects.values()) visit(value)
    return found
  }

  /** What a page paints. */
  operations(page: Value): Operation[] {
    return this.operationsOf(this.array(this.dictionary(page).Contents))
  }

  /** What content streams paint, one after another. */
  operationsOf(contents: readonly Value[]): Operation[] {
    const streams = contents.map((one) => this.stream(one).content.toString('latin1'))
    const reader = new Reader(streams.join('\n'))
    const out: Operation[] = []
    let operands: Value[] = []
    for (reader.space(); reader.at < reader.source.length; reader.space()) {
      const value = reader.value()
      if (isWord(value)) {
        out.push({ operator: value.word, operands })
        operands = []
      } else operands.push(value)
    }
    return out
  }
}
