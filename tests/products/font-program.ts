import { Bytes, type Dictionary, type Operation, type PdfFile, Reference, Stream } from '../paint/pdf-file.ts'

/** What a composite TrueType font of a file says of its codes, and what its program holds. */
export interface FontProgram {
  readonly glyphs: number
  /** Codes that the CIDSet has; 0 without one. */
  readonly setSize: number
  /** Characters of each code. */
  readonly meaning: ReadonlyMap<number, string>
  glyphOf(code: number): number
  /** In 1/1000 em, by the font dictionary. */
  widthSaid(code: number): number
  /** In 1/1000 em, by the program's own tables. */
  widthOf(glyph: number): number
  inSet(code: number): boolean
}

/** Codes that the pages show, by the font's object. */
export function shownCodes(
  file: PdfFile,
  operations: readonly (readonly Operation[])[],
): Map<number, Set<number>> {
  const shown = new Map<number, Set<number>>()
  for (const [at, page] of file.pages.entries()) {
    const fonts = file.dictionary(file.dictionary(file.dictionary(page).Resources).Font ?? {})
    let codes: Set<number> | undefined
    for (const { operator, operands } of operations[at]!) {
      if (operator === 'Tf') codes = codesOf(shown, fonts[String(operands[0]).slice(1)] as Reference)
      if (operator !== 'Tj' && operator !== 'TJ') continue
      const strings = (operator === 'TJ' ? (operands[0] as readonly unknown[]) : operands).filter(
        (one) => one instanceof Bytes,
      )
      for (const { bytes } of strings)
        for (let i = 0; i < bytes.length; i += 2)
          codes!.add(bytes.charCodeAt(i) * 256 + bytes.charCodeAt(i + 1))
    }
  }
  return shown
}

function codesOf(shown: Map<number, Set<number>>, { id }: Reference): Set<number> {
  const codes = shown.get(id) ?? new Set<number>()
  shown.set(id, codes)
  return codes
}

/** Reads the font that an object is. */
export function fontProgram(file: PdfFile, id: number): FontProgram {
  const font = file.dictionary(new Reference(id))
  const [child] = file.array(font.DescendantFonts).map((one) => file.dictionary(one))
  const descriptor = file.dictionary(child!.FontDescriptor)
  const tables = tablesOf(file.stream(descriptor.FontFile2).content)
  const map = file.get(child!.CIDToGIDMap)
  const mapped = map instanceof Stream ? map.content : null
  const set = file.get(descriptor.CIDSet)
  const bits = set instanceof Stream ? set.content : Buffer.alloc(0)
  const inSet = (code: number) => ((bits[code >> 3] ?? 0) & (0x80 >> (code & 7))) !== 0
  const widths = widthsOf(file, child!)
  return {
    glyphs: tables.maxp!.readUInt16BE(4),
    setSize: Array.from({ length: bits.length * 8 }, (_, code) => code).filter(inSet).length,
    meaning: meaningOf(file.stream(font.ToUnicode).content.toString('latin1')),
    glyphOf: (code) => (mapped ? mapped.readUInt16BE(code * 2) : code),
    widthSaid: (code) => widths.get(code) ?? Number(child!.DW ?? 1000),
    widthOf: (glyph) => {
      const last = tables.hhea!.readUInt16BE(34) - 1
      return (tables.hmtx!.readUInt16BE(Math.min(glyph, last) * 4) * 1000) / tables.head!.readUInt16BE(18)
    },
    inSet,
  }
}

function tablesOf(program: Buffer): Record<string, Buffer> {
  const count = program.readUInt16BE(4)
  return Object.fromEntries(
    Array.from({ length: count }, (_, i) => {
      const at = 12 + i * 16
      const from = program.readUInt32BE(at + 8)
      return [
        program.toString('latin1', at, at + 4),
        program.subarray(from, from + program.readUInt32BE(at + 12)),
      ]
    }),
  )
}

function widthsOf(file: PdfFile, font: Dictionary): Map<number, number> {
  const widths = new Map<number, number>()
  const array = file.array(font.W)
  for (let i = 0; i < array.length; ) {
    const [first, next, width] = [Number(array[i]), array[i + 1], array[i + 2]]
    if (Array.isArray(next)) {
      for (const [k, one] of next.entries()) widths.set(first + k, Number(one))
      i += 2
    } else {
      for (let code = first; code <= Number(next); code++) widths.set(code, Number(width))
      i += 3
    }
  }
  return widths
}

function characters(hex: string): string {
  return Buffer.from(hex, 'hex').swap16().toString('utf16le')
}

/** A ToUnicode map (9.10.3), single codes and ranges. */
function meaningOf(cmap: string): Map<number, string> {
  const meaning = new Map<number, string>()
  for (const [, body] of cmap.matchAll(/beginbfchar\n([\s\S]*?)endbfchar/g))
    for (const [, code, text] of body!.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi))
      meaning.set(Number.parseInt(code!, 16), characters(text!))
  for (const [, body] of cmap.matchAll(/beginbfrange\n([\s\S]*?)endbfrange/g))
    for (const [, from, to, text] of body!.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi))
      for (let code = Number.parseInt(from!, 16); code <= Number.parseInt(to!, 16); code++) {
        const start = characters(text!)
        const last = String.fromCharCode(
          start.charCodeAt(start.length - 1) + code - Number.parseInt(from!, 16),
        )
        meaning.set(code, start.slice(0, -1) + last)
      }
  return meaning
}
