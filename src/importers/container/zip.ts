import { Inflate } from 'fflate'
import { keepDeadline } from './deadline.ts'
import { ImportFault, tooMany } from './import-fault.ts'
import { importLimits } from './limits.ts'
import { entryName } from './zip-names.ts'

/** One file in an archive. Its name is words, never a path to write to. */
export interface ZipEntry {
  readonly name: string
  readonly packedSize: number
  readonly method: number
  readonly encrypted: boolean
  /** Where its local header stands. */
  readonly at: number
}

/** An archive's entries; of two with one name the last counts, as in the programs that write them. */
export interface Zip {
  readonly entries: ReadonlyMap<string, ZipEntry>
  /** An entry's bytes. Throws {@link ImportFault} when it is broken or grows past a limit. */
  read(entry: ZipEntry, limit?: number): Uint8Array
}

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const STORED = 0
const DEFLATED = 8

/** Takes an archive's bytes. Sizes that it states are not believed: bytes are counted while they are inflated. */
export function openZip(bytes: Uint8Array): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = readDirectory(bytes, view)
  let total = 0
  return {
    entries,
    read: (entry, limit = importLimits.unpacked) => {
      const inflated = readEntry(bytes, view, entry, Math.min(limit, importLimits.unpacked - total))
      total += inflated.length
      return inflated
    },
  }
}

function broken(): ImportFault {
  return new ImportFault('E-IMPORT-BROKEN')
}

function readDirectory(bytes: Uint8Array, view: DataView): ReadonlyMap<string, ZipEntry> {
  const end = endRecord(view)
  const count = view.getUint16(end + 10, true)
  if (count > importLimits.entries) throw tooManyEntries()
  const entries = new Map<string, ZipEntry>()
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) throw broken()
    const lengths = [28, 30, 32].map((offset) => view.getUint16(at + offset, true))
    const [name = 0, extra = 0, comment = 0] = lengths
    const entry = readCentral(bytes, view, at, name, extra)
    entries.set(entry.name, entry)
    at += 46 + name + extra + comment
  }
  return entries
}

function tooManyEntries(): ImportFault {
  return tooMany('压缩包里的文件数', 'files in the archive', importLimits.entries)
}

function readCentral(bytes: Uint8Array, view: DataView, at: number, length: number, extra: number): ZipEntry {
  const flags = view.getUint16(at + 8, true)
  const name = bytes.subarray(at + 46, at + 46 + length)
  return {
    name: entryName(name, (flags & 0x800) !== 0, bytes.subarray(at + 46 + length, at + 46 + length + extra)),
    encrypted: (flags & 1) !== 0,
    method: view.getUint16(at + 10, true),
    packedSize: view.getUint32(at + 20, true),
    at: view.getUint32(at + 42, true),
  }
}

/** The record at the archive's end; a comment of up to 64 KB may follow it. */
function endRecord(view: DataView): number {
  const least = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= least; at -= 1) {
    if (view.getUint32(at, true) === END) return at
  }
  throw broken()
}

function readEntry(bytes: Uint8Array, view: DataView, entry: ZipEntry, limit: number): Uint8Array {
  const { at, method, packedSize } = entry
  if (entry.encrypted) throw new ImportFault('E-IMPORT-ENCRYPTED')
  if (at + 30 > bytes.length || view.getUint32(at, true) !== LOCAL) throw broken()
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  if (from + packedSize > bytes.length) throw broken()
  const packed = bytes.subarray(from, from + packedSize)
  if (method === STORED) {
    if (packed.length > limit) throw new ImportFault('E-BOMB', { limit: megabytes(limit) })
    return packed
  }
  if (method !== DEFLATED) throw broken()
  return inflated(packed, limit)
}

/** Inflates piece by piece, so that a bomb is seen before it has grown. */
function inflated(packed: Uint8Array, limit: number): Uint8Array {
  const pieces: Uint8Array[] = []
  let size = 0
  const inflate = new Inflate((piece) => {
    keepDeadline()
    size += piece.length
    if (size > limit) throw new ImportFault('E-BOMB', { limit: megabytes(limit) })
    if (size > importLimits.ratioFrom && size > packed.length * importLimits.ratio) {
      throw new ImportFault('E-BOMB', { limit: `${importLimits.ratio}:1` })
    }
    pieces.push(piece)
  })
  try {
    for (let at = 0; at < packed.length; at += PIECE) {
      inflate.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length)
    }
  } catch (error) {
    if (error instanceof ImportFault) throw error
    throw broken()
  }
  return joinedPieces(pieces, size)
}

const PIECE = 65_536

function joinedPieces(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

function megabytes(bytes: number): string {
  return `${Math.max(1, Math.round(bytes / 1024 / 1024))} MB`
}
