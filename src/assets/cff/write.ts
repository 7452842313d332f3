import { type CffFont, type CffPart, OPERATOR } from './font.ts'

/** A glyph of the subset: its program and its part in the source font. */
export interface SubsetGlyph {
  readonly program: Uint8Array
  readonly part: number
}

/** What of a font goes into its subsets. */
type WrittenFont = Pick<CffFont, 'matrix' | 'parts'>

const HEADER = new Uint8Array([1, 0, 4, 4])
const EMPTY_INDEX = new Uint8Array([0, 0])
/** The first strings after the 391 standard ones. */
const ADOBE = 391
const IDENTITY = 392

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let end = 0
  for (const part of parts) {
    bytes.set(part, end)
    end += part.length
  }
  return bytes
}

const ascii = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))

function writeIndex(items: readonly Uint8Array[]): Uint8Array {
  if (items.length === 0) return EMPTY_INDEX
  const data = concat(items)
  const header = new Uint8Array(3 + 4 * (items.length + 1))
  const view = new DataView(header.buffer)
  view.setUint16(0, items.length)
  header[2] = 4
  let offset = 1
  view.setUint32(3, offset)
  for (const [index, item] of items.entries()) {
    offset += item.length
    view.setUint32(7 + 4 * index, offset)
  }
  return concat([header, data])
}

/** A DICT entry with its numbers in five bytes each, so that its length does not depend on them. */
function entry(operator: number, ...operands: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(5 * operands.length + (operator > 0xff ? 2 : 1))
  const view = new DataView(bytes.buffer)
  for (const [index, operand] of operands.entries()) {
    bytes[5 * index] = 29
    view.setInt32(5 * index + 1, operand)
  }
  if (operator > 0xff) view.setUint16(5 * operands.length, operator)
  else bytes[5 * operands.length] = operator
  return bytes
}

/** CIDs equal glyph ids: one range from 1 to the last (format 2). */
function writeCharset(count: number): Uint8Array {
  const bytes = new Uint8Array(count > 1 ? 5 : 1)
  bytes[0] = 2
  if (count > 1) {
    new DataView(bytes.buffer).setUint16(1, 1)
    new DataView(bytes.buffer).setUint16(3, count - 2)
  }
  return bytes
}

function writeSelection(glyphs: readonly SubsetGlyph[], numberOf: ReadonlyMap<number, number>): Uint8Array {
  const bytes = new Uint8Array(1 + glyphs.length)
  for (const [index, { part }] of glyphs.entries()) bytes[1 + index] = numberOf.get(part) as number
  return bytes
}

/** The Private DICT without its subroutines, which are written out in the programs. */
function writePrivate(part: CffPart): Uint8Array {
  return concat(part.entries.filter(({ operator }) => operator !== OPERATOR.subrs).map(({ raw }) => raw))
}

interface Offsets {
  readonly charset: number
  readonly selection: number
  readonly charStrings: number
  readonly parts: number
}

function writeTop(font: WrittenFont, count: number, offsets: Offsets): Uint8Array {
  return concat([
    entry(OPERATOR.ros, ADOBE, IDENTITY, 0),
    font.matrix,
    entry(OPERATOR.cidCount, count),
    // First, since some readers need the number of glyphs for what follows.
    entry(OPERATOR.charStrings, offsets.charStrings),
    entry(OPERATOR.charset, offsets.charset),
    entry(OPERATOR.fdSelect, offsets.selection),
    entry(OPERATOR.fdArray, offsets.parts),
  ])
}

/** A real number of a DICT (Technical Note 5176, table 5). */
function real(value: number): number[] {
  const written = `${value.toExponential(9).replace('e-', 'C').replace('e+', 'B')}F`
  const nibbles = [...written].map((one) => (one === '.' ? 10 : one === '-' ? 14 : Number.parseInt(one, 16)))
  if (nibbles.length % 2 === 1) nibbles.push(15)
  return [30, ...nibbles.flatMap((high, i) => (i % 2 === 0 ? [high * 16 + (nibbles[i + 1] as number)] : []))]
}

/** A font of one part whose glyphs are drawn here: its em, and nothing else. */
export function drawnFont(unitsPerEm: number): WrittenFont {
  const scale = real(1 / unitsPerEm)
  const zero = [139]
  const matrix = [...scale, ...zero, ...zero, ...scale, ...zero, ...zero, 12, 7]
  const part = { matrix: new Uint8Array(0), entries: [], subrs: null, nominalWidth: 0 }
  return { matrix: unitsPerEm === 1000 ? new Uint8Array(0) : Uint8Array.from(matrix), parts: [part] }
}

/**
 * Takes the glyphs of a subset in their order; gives a CID-keyed CFF font program of them, in which CIDs
 * equal glyph ids: what a PDF's FontFile3 of subtype CIDFontType0C holds (ISO 32000-1, 9.9).
 */
export function writeCff(font: WrittenFont, name: string, glyphs: readonly SubsetGlyph[]): Uint8Array {
  const used = [...new Set(glyphs.map(({ part }) => part))].sort((a, b) => a - b)
  const numberOf = new Map(used.map((part, index) => [part, index]))
  const charset = writeCharset(glyphs.length)
  const selection = writeSelection(glyphs, numberOf)
  const charStrings = writeIndex(glyphs.map(({ program }) => program))
  const privates = used.map((part) => writePrivate(font.parts[part] as CffPart))
  const before = [HEADER, writeIndex([ascii(name)])]
  const after = [writeIndex([ascii('Adobe'), ascii('Identity')]), EMPTY_INDEX]
  const place = (top: Uint8Array) => concat([...before, writeIndex([top]), ...after]).length
  const start = place(writeTop(font, glyphs.length, { charset: 0, selection: 0, charStrings: 0, parts: 0 }))
  const offsets: Offsets = {
    charset: start,
    selection: start + charset.length,
    charStrings: start + charset.length + selection.length,
    parts: start + charset.length + selection.length + charStrings.length,
  }
  const writeParts = (from: number) => {
    let end = from
    const dicts = used.map((part, index) => {
      const size = (privates[index] as Uint8Array).length
      end += size
      return concat([(font.parts[part] as CffPart).matrix, entry(OPERATOR.private, size, end - size)])
    })
    return writeIndex(dicts)
  }
  const parts = writeParts(offsets.parts + writeParts(0).length)
  const top = writeIndex([writeTop(font, glyphs.length, offsets)])
  return concat([...before, top, ...after, charset, selection, charStrings, parts, ...privates])
}
