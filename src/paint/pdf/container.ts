import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import PDFDocument from 'pdfkit'
import { isSameList } from '../../base/same-list.ts'
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
}

/** What pdfkit's document has besides its public face. */
interface KitDocument {
  info: Record<string, unknown>
  readonly _root: KitReference
  _id: Uint8Array
  _offset: number
  _offsets: (number | null)[]
  _info: KitReference
  push(chunk: Uint8Array | null): boolean
  read(): Uint8Array | null
  end(): void
  _write(chunk: Uint8Array | string): void
  _finalize(): void
  endMetadata(): void
  endMarkings(): void
}

const OBJECTS_PER_STREAM = 200
/** `xref`, `trailer` and their objects unpacked: what PDF 1.4 readers need. */
export type ObjectLayout = 'packed' | 'plain'

function ascii(text: string): Uint8Array {
  return Buffer.from(text, 'latin1')
}

const STREAM_END = ascii('\nendstream\nendobj\n')

/** A stream's dictionary as pdfkit would write it. */
function streamDictionary(dictionary: PdfDictionary, length: number): string {
  let out = '<<\n'
  for (const [key, value] of Object.entries({ ...dictionary, Length: length }))
    if (value !== undefined) out += `${name(key).written} ${write(value)}\n`
  return `${out}>>`
}

function kitDictionary(dictionary: PdfDictionary): Record<string, unknown> {
  const out: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(dictionary)) {
    if (value !== undefined) out[name(key).written.slice(1)] = new Written(write(value))
  }
  return out
}

/** Parts of the last file, for the next: what holds the same again is not made again. */
export interface PackMemory {
  /** Object streams, in order. */
  packs: readonly ObjectPack[]
  /** By number. */
  readonly refs: Ref[]
}

interface ObjectPack {
  readonly ids: readonly number[]
  readonly texts: readonly string[]
  /** Length of the part that says where each object begins. */
  readonly first: number
  readonly bytes: Uint8Array
}

/** Stands where an object was reserved and is not written yet. */
const OPEN = -1

/** Makes one PDF file in memory. Objects are written in the order of the calls: equal calls give equal bytes. */
export class Container {
  readonly #kit: KitDocument
  readonly #chunks: Uint8Array[] = []
  readonly #hash = createHash('sha256')
  readonly #layout: ObjectLayout
  readonly #packs: ObjectPack[] = []
  readonly #known: PackMemory | null
  /** By number: an object's place in its object stream (7.5.7), or `OPEN`. */
  readonly #indices: number[] = []
  /** By number: the object stream that it is in; 0 for none. */
  readonly #streams: number[] = []
  #pendingIds: number[] = []
  #pendingTexts: string[] = []
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
    for (let id = 0; id <= kit._offsets.length; id += 1) this.#number(id, 0)
  }

  #take(chunk: Uint8Array | null): boolean {
    if (chunk === null) this.#done?.()
    else {
      this.#chunks.push(chunk)
      this.#hash.update(chunk)
    }
    return true
  }

  #number(id: number, index: number): void {
    this.#indices[id] = index
    this.#streams[id] = 0
  }

  /** A place for an object to be written later. */
  reserve(): Ref {
    // Numbers go on from pdfkit's own; it has to know of no object but those that it writes itself.
    const id = this.#kit._offsets.push(null)
    this.#number(id, OPEN)
    const refs = this.#known?.refs
    if (refs === undefined) return { id, value: reference(id) }
    const ref = refs[id] ?? { id, value: reference(id) }
    refs[id] = ref
    return ref
  }

  #claim(id: number, index: number): void {
    if (this.#indices[id] !== OPEN) throw new Error(`object ${id} is written twice`)
    this.#indices[id] = index
  }

  /** Writes an object that is not a stream. */
  put(ref: Ref, value: PdfValue): void {
    const text = write(value)
    this.#claim(ref.id, this.#pendingIds.length)
    if (this.#layout === 'plain') {
      this.#write(ref.id, text)
      return
    }
    this.#pendingIds.push(ref.id)
    this.#pendingTexts.push(text)
    if (this.#pendingIds.length === OBJECTS_PER_STREAM) this.#pack()
  }

  add(value: PdfValue): Ref {
    const ref = this.reserve()
    this.put(ref, value)
    return ref
  }

  /** Writes a stream; `bytes` are already encoded as `dictionary.Filter` says. */
  putStream(ref: Ref, dictionary: PdfDictionary, bytes: Uint8Array): void {
    this.#claim(ref.id, 0)
    this.#write(ref.id, streamDictionary(dictionary, bytes.length), bytes)
  }

  addStream(dictionary: PdfDictionary, bytes: Uint8Array): Ref {
    const ref = this.reserve()
    this.putStream(ref, dictionary, bytes)
    return ref
  }

  /** Writes an object as pdfkit would. */
  #write(id: number, text: string, stream: Uint8Array | null = null): void {
    const kit = this.#kit
    kit._offsets[id - 1] = kit._offset
    if (stream === null) {
      kit._write(ascii(`${id} 0 obj\n${text}\nendobj\n`))
      return
    }
    kit._write(ascii(`${id} 0 obj\n${text}\nstream\n`))
    kit._write(stream)
    kit._write(STREAM_END)
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
    const open = this.#indices.flatMap((index, id) => (index === OPEN ? [id] : []))
    if (open.length > 0) throw new Error(`objects never written: ${open}`)
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
    if (this.#known !== null) {
      this.#known.packs = this.#packs
      this.#known.refs.length = this.#indices.length
    }
    return Buffer.concat(this.#chunks)
  }

  /** Puts the objects that wait into an object stream. */
  #pack(): void {
    const [ids, texts] = [this.#pendingIds, this.#pendingTexts]
    if (ids.length === 0) return
    this.#pendingIds = []
    this.#pendingTexts = []
    const known = this.#known?.packs[this.#packs.length]
    const pack =
      known && isSameList(known.ids, ids) && isSameList(known.texts, texts) ? known : packOf(ids, texts)
    if (this.#known !== null) this.#packs.push(pack)
    const stream = this.reserve()
    for (const id of ids) this.#streams[id] = stream.id
    const dictionary = {
      Type: name('ObjStm'),
      N: ids.length,
      First: pack.first,
      Filter: name('FlateDecode'),
    }
    this.putStream(stream, dictionary, pack.bytes)
  }

  /** Cross-reference stream and trailer in one (7.5.8), in place of pdfkit's table. */
  #finishPacked(): void {
    const kit = this.#kit
    const start = kit._offset
    const count = kit._offsets.length + 2
    const rows = Buffer.alloc(count * 6)
    rows[5] = 0xff
    for (let id = 1; id < count; id += 1) {
      const stream = this.#streams[id] ?? 0
      const offset = id === count - 1 ? start : kit._offsets[id - 1]
      if (offset == null && stream === 0) throw new Error(`object ${id} has no place`)
      rows[id * 6] = stream > 0 ? 2 : 1
      rows.writeUInt32BE(stream > 0 ? stream : (offset as number), id * 6 + 1)
      rows[id * 6 + 5] = stream > 0 ? (this.#indices[id] as number) : 0
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

function packOf(ids: readonly number[], texts: readonly string[]): ObjectPack {
  let offset = 0
  const places = ids.map((id, at) => {
    const place = `${id} ${offset}`
    offset += (texts[at] as string).length + 1
    return place
  })
  const head = `${places.join(' ')}\n`
  const bytes = deflateSync(ascii(`${head}${texts.join('\n')}\n`), { level: 6 })
  return { ids, texts, first: head.length, bytes }
}
