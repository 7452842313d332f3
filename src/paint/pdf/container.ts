import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import PDFDocument from 'pdfkit'
import { byteString, name, type PdfDictionary, type PdfValue, reference, Written, write } from './syntax.ts'

/**
 * The file around the pages: objects, cross-reference table and trailer, held by pdfkit's document.
 * Everything that relies on pdfkit's undocumented fields is in this file; the exact version is pinned.
 */

/** An object of the file that other objects may point to before it is written. */
export interface Ref {
  readonly id: number
  /** `12 0 R` */
  readonly value: Written
}

/** What pdfkit's reference has besides its public face. */
interface KitReference {
  readonly id: number
  data: unknown
  write(bytes: Uint8Array): void
  end(): void
}

/** What pdfkit's document has besides its public face. */
interface KitDocument {
  info: Record<string, unknown>
  readonly _root: KitReference
  _id: Uint8Array
  _offset: number
  _offsets: (number | null)[]
  _waiting: number
  _info: KitReference
  ref(entries?: unknown): KitReference
  push(chunk: Uint8Array | null): boolean
  read(): Uint8Array | null
  end(): void
  _write(chunk: Uint8Array | string): void
  _finalize(): void
  endMetadata(): void
  endMarkings(): void
}

/** Where an object stands that is packed in an object stream (7.5.7). */
interface Packed {
  readonly stream: number
  readonly index: number
}

const OBJECTS_PER_STREAM = 200
/** `xref`, `trailer` and their objects unpacked: what PDF 1.4 readers need. */
export type ObjectLayout = 'packed' | 'plain'

function ascii(text: string): Uint8Array {
  return Buffer.from(text, 'latin1')
}

function kitDictionary(dictionary: PdfDictionary): Record<string, unknown> {
  const out: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(dictionary)) {
    if (value !== undefined) out[name(key).written.slice(1)] = new Written(write(value))
  }
  return out
}

/** Object streams of the last file, in order: one that holds the same again is not packed again. */
export interface PackMemory {
  packs: readonly ObjectPack[]
}

interface ObjectPack {
  readonly text: string
  readonly bytes: Uint8Array
}

/** Makes one PDF file in memory. Objects are written in the order of the calls: equal calls give equal bytes. */
export class Container {
  readonly #kit: KitDocument
  readonly #chunks: Uint8Array[] = []
  readonly #hash = createHash('sha256')
  readonly #references = new Map<number, KitReference>()
  readonly #packed = new Map<number, Packed>()
  readonly #layout: ObjectLayout
  readonly #packs: ObjectPack[] = []
  readonly #known: PackMemory | null
  #pending: { readonly id: number; readonly text: string }[] = []
  #done: (() => void) | null = null

  constructor(layout: ObjectLayout, version: '1.4' | '1.6' | '1.7', known: PackMemory | null = null) {
    this.#layout = layout
    this.#known = known
    // Without a first page and a default font pdfkit reads nothing and adds nothing of its own.
    const options = {
      autoFirstPage: false,
      compress: false,
      displayTitle: true,
      font: null as unknown as string,
      pdfVersion: version,
    }
    const kit = new PDFDocument(options) as unknown as KitDocument
    this.#kit = kit
    // Two chunks, which Nodes before 26 give as one.
    for (let header = kit.read(); header; header = kit.read()) this.#take(header)
    kit.push = (chunk) => this.#take(chunk)
    kit.endMetadata = () => {}
    kit.endMarkings = () => {}
    if (layout === 'packed') kit._finalize = () => this.#finishPacked()
  }

  #take(chunk: Uint8Array | null): boolean {
    if (chunk === null) this.#done?.()
    else {
      this.#chunks.push(chunk)
      this.#hash.update(chunk)
    }
    return true
  }

  /** A place for an object to be written later. */
  reserve(): Ref {
    const kit = this.#kit.ref()
    this.#references.set(kit.id, kit)
    return { id: kit.id, value: reference(kit.id) }
  }

  #claim(ref: Ref): KitReference {
    const kit = this.#references.get(ref.id)
    if (!kit) throw new Error(`object ${ref.id} is written twice`)
    this.#references.delete(ref.id)
    return kit
  }

  /** Writes an object that is not a stream. */
  put(ref: Ref, value: PdfValue): void {
    const kit = this.#claim(ref)
    if (this.#layout === 'packed') {
      this.#pending.push({ id: ref.id, text: write(value) })
      if (this.#pending.length === OBJECTS_PER_STREAM) this.#pack()
      return
    }
    kit.data = new Written(write(value))
    kit.end()
  }

  add(value: PdfValue): Ref {
    const ref = this.reserve()
    this.put(ref, value)
    return ref
  }

  /** Writes a stream; `bytes` are already encoded as `dictionary.Filter` says. */
  putStream(ref: Ref, dictionary: PdfDictionary, bytes: Uint8Array): void {
    const kit = this.#claim(ref)
    kit.data = { ...kitDictionary(dictionary), Length: bytes.length }
    // pdfkit leaves out the stream's keywords when nothing was written.
    kit.write(bytes.length > 0 ? bytes : ascii('\n'))
    kit.end()
  }

  addStream(dictionary: PdfDictionary, bytes: Uint8Array): Ref {
    const ref = this.reserve()
    this.putStream(ref, dictionary, bytes)
    return ref
  }

  /** The page tree's root. */
  get pages(): Written {
    return reference((this.#kit._root.data as { Pages: KitReference }).Pages.id)
  }

  /** Ends the file. `catalogue` is added to the document's root, `pages` are its leaves, `names` its name trees. */
  finish(
    pages: readonly Ref[],
    catalogue: PdfDictionary,
    info: PdfDictionary,
    names: PdfDictionary = {},
  ): Uint8Array {
    this.#pack()
    if (this.#references.size > 0) throw new Error(`objects never written: ${[...this.#references.keys()]}`)
    const kit = this.#kit
    const root = kit._root.data as Record<string, unknown> &
      Record<'Pages' | 'Names' | 'ViewerPreferences', KitReference>
    const { ViewerPreferences, ...entries } = catalogue
    Object.assign(root, kitDictionary(entries))
    // An object of pdfkit's own, which it ends itself.
    if (ViewerPreferences) root.ViewerPreferences.data = kitDictionary(ViewerPreferences as PdfDictionary)
    root.Pages.data = kitDictionary({
      Type: name('Pages'),
      Count: pages.length,
      Kids: pages.map((page) => page.value),
    })
    root.Names.data = kitDictionary(names)
    kit.info = kitDictionary(info)
    kit._id = this.#hash.copy().update(write(catalogue)).update(write(info)).digest().subarray(0, 16)
    let finished = false
    this.#done = () => {
      finished = true
    }
    kit.end()
    if (!finished) throw new Error('the file is not complete')
    if (this.#known !== null) this.#known.packs = this.#packs
    return Buffer.concat(this.#chunks)
  }

  /** Puts the objects that wait into an object stream. */
  #pack(): void {
    if (this.#pending.length === 0) return
    const stream = this.#kit.ref()
    let offset = 0
    const places = this.#pending.map((one) => {
      const place = `${one.id} ${offset}`
      offset += one.text.length + 1
      return place
    })
    const head = `${places.join(' ')}\n`
    const body = this.#pending.map((one) => `${one.text}\n`).join('')
    const bytes = this.#deflated(head + body)
    const count = this.#pending.length
    this.#pending.forEach((one, index) => {
      this.#packed.set(one.id, { stream: stream.id, index })
      this.#kit._waiting -= 1
    })
    this.#pending = []
    stream.data = {
      ...kitDictionary({ Type: name('ObjStm'), N: count, First: head.length, Filter: name('FlateDecode') }),
      Length: bytes.length,
    }
    stream.write(bytes)
    stream.end()
  }

  #deflated(text: string): Uint8Array {
    const known = this.#known?.packs[this.#packs.length]
    const bytes = known?.text === text ? known.bytes : deflateSync(ascii(text), { level: 6 })
    if (this.#known !== null) this.#packs.push({ text, bytes })
    return bytes
  }

  /** Cross-reference stream and trailer in one (7.5.8), in place of pdfkit's table. */
  #finishPacked(): void {
    const kit = this.#kit
    const start = kit._offset
    const count = kit._offsets.length + 2
    const rows = Buffer.alloc(count * 6)
    rows[5] = 0xff
    for (let id = 1; id < count; id += 1) {
      const packed = this.#packed.get(id)
      const offset = id === count - 1 ? start : kit._offsets[id - 1]
      if (offset == null && !packed) throw new Error(`object ${id} has no place`)
      rows[id * 6] = packed ? 2 : 1
      rows.writeUInt32BE(packed ? packed.stream : (offset as number), id * 6 + 1)
      rows[id * 6 + 5] = packed ? packed.index : 0
    }
    const bytes = deflateSync(rows, { level: 6 })
    const dictionary = write({
      Type: name('XRef'),
      Size: count,
      W: [1, 4, 1],
      Root: reference(kit._root.id),
      Info: reference(kit._info.id),
      ID: [byteString(kit._id), byteString(kit._id)],
      Filter: name('FlateDecode'),
      Length: bytes.length,
    })
    kit._write(`${count - 1} 0 obj\n${dictionary}\nstream`)
    kit._write(bytes)
    kit._write(`\nendstream\nendobj\nstartxref\n${start}\n%%EOF`)
    kit.push(null)
  }
}
