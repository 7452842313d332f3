import { createHash } from 'node:crypto'
import type { FontSubset } from '../../assets/font.ts'
import type { Container, Ref } from './container.ts'
import { deflated } from './deflate.ts'
import type { FontUsage, Slot } from './font-usage.ts'
import { asciiString, cleanText, hex4, name, number, type PdfValue, utf16Hex, Written } from './syntax.ts'

/** A face's parts that go into the file as streams, under way in other threads. */
export interface FontStreams {
  readonly subset: FontSubset
  readonly file: Promise<Uint8Array>
  readonly toUnicode: Promise<Uint8Array>
}

/** Cuts the subset, one glyph for each code, and starts compressing it. */
export function startFont({ face, slots }: FontUsage): FontStreams {
  const plain = slots.filter((slot) => slot.source === null)
  const more = slots.slice(plain.length)
  const subset = face.subset(
    plain.map((slot) => slot.glyph),
    more.map(({ source, shift, width }) => ({ source: (source as Slot).code, shift, width })),
  )
  return {
    subset,
    file: deflated(subset.bytes),
    toUnicode: deflated(Buffer.from(toUnicode(slots), 'latin1')),
  }
}

/** Stands for nothing where a reader asks for characters: ZERO WIDTH SPACE; an empty mapping is read as the code itself. */
const NOTHING = '\u200b'

/** Blanks of other widths than the space's: readers such as poppler read nothing where they stand, and join what they part. */
function isTypedBlank(unit: number): boolean {
  return unit >= 0x2000 && unit <= 0x205f && (unit <= 0x200a || unit === 0x202f || unit === 0x205f)
}

/** Characters as UTF-16BE in hexadecimal digits; one plain character is nearly always all there is. */
function unicodeHex(text: string): string {
  const unit = text.charCodeAt(0)
  if (text.length === 1 && isTypedBlank(unit)) return hex4(0x20)
  if (text.length === 1 && unit > 0x9f && (unit < 0xd800 || unit > 0xdfff) && unit < 0xfff0) return hex4(unit)
  return utf16Hex(cleanText(text) || NOTHING)
}

/** ToUnicode CMap (ISO 32000-1, 9.10.3) of all slots but `.notdef`. */
function toUnicode(slots: readonly Slot[]): string {
  const lines = slots.slice(1).map((slot) => `<${hex4(slot.code)}><${unicodeHex(slot.text)}>`)
  const blocks: string[] = []
  for (let i = 0; i < lines.length; i += 100) {
    const block = lines.slice(i, i + 100)
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`)
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><ffff>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`
}

/** The width most glyphs have, and the W array of those that differ (9.7.4.3). */
function widths(usage: FontUsage): { readonly most: number; readonly others: Written } {
  const counts = new Map<number, number>()
  const all = usage.slots.map((slot) => slot.width)
  for (let i = 0; i < all.length; i += 1)
    counts.set(all[i] as number, (counts.get(all[i] as number) ?? 0) + 1)
  let most = 1000
  for (const [width, count] of counts) if (count > (counts.get(most) ?? 0)) most = width
  let out = ''
  let next = -1
  all.forEach((width, code) => {
    if (width === most) return
    if (code !== next) out += `${out ? ']' : ''}${code}[`
    else out += ' '
    out += number(width)
    next = code + 1
  })
  return { most, others: new Written(`[${out}${out ? ']' : ''}]`) }
}

/** Six capitals from the content, so that merged files do not clash (9.6.4). */
function subsetTag(bytes: Uint8Array): string {
  const digest = createHash('sha256').update(bytes).digest()
  return [...digest.subarray(0, 6)].map((byte) => String.fromCharCode(65 + (byte % 26))).join('')
}

/** FontDescriptor flags (table 123): serif, symbolic (not Adobe's Latin set), italic. */
function flags(usage: FontUsage): number {
  const { serif, italicAngle } = usage.face.descriptor
  return (serif ? 2 : 0) + 4 + (italicAngle !== 0 ? 64 : 0)
}

interface FontFile {
  readonly key: 'FontFile2' | 'FontFile3'
  readonly subtype: Written | undefined
}

function fontFile(subset: FontSubset): FontFile {
  if (subset.format === 'truetype') return { key: 'FontFile2', subtype: undefined }
  const wrapped = Buffer.from(subset.bytes.subarray(0, 4)).toString('latin1') === 'OTTO'
  return { key: 'FontFile3', subtype: name(wrapped ? 'OpenType' : 'CIDFontType0C') }
}

/** CIDSet: one bit for each code in the subset; wanted by PDF/A-1 and allowed by PDF/A-2 when complete. */
function cidSet(count: number): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(count / 8))
  for (let code = 0; code < count; code += 1) (bytes[code >> 3] as number) |= 0x80 >> (code & 7)
  return bytes
}

/** Writes a face as a Type 0 font with our own codes (9.7). */
export async function putFont(
  container: Container,
  ref: Ref,
  usage: FontUsage,
  streams: FontStreams,
  withCidSet: boolean,
  tags: WeakMap<FontSubset, string> = new WeakMap(),
): Promise<void> {
  const { subset } = streams
  const { face } = usage
  const flate = name('FlateDecode')
  const file = fontFile(subset)
  const program = container.addStream(
    {
      Filter: flate,
      Subtype: file.subtype,
      Length1: subset.format === 'truetype' ? subset.bytes.length : undefined,
    },
    await streams.file,
  )
  const unicode = container.addStream({ Filter: flate }, await streams.toUnicode)
  const set = withCidSet ? container.addStream({}, cidSet(usage.slots.length)).value : undefined
  const letters = tags.get(subset) ?? subsetTag(subset.bytes)
  tags.set(subset, letters)
  const tag = name(`${letters}+${face.postScriptName}`)
  const { descriptor } = face
  const described: PdfValue = {
    Type: name('FontDescriptor'),
    FontName: tag,
    Flags: flags(usage),
    FontBBox: [...descriptor.bbox],
    ItalicAngle: descriptor.italicAngle,
    Ascent: descriptor.ascent,
    Descent: descriptor.descent,
    CapHeight: descriptor.capHeight,
    StemV: descriptor.stemV,
    [file.key]: program.value,
    CIDSet: set,
  }
  const { most, others } = widths(usage)
  const trueType = subset.format === 'truetype'
  const descendant = container.add({
    Type: name('Font'),
    Subtype: name(trueType ? 'CIDFontType2' : 'CIDFontType0'),
    BaseFont: tag,
    CIDSystemInfo: {
      Registry: asciiString('Adobe'),
      Ordering: asciiString('Identity'),
      Supplement: 0,
    },
    FontDescriptor: container.add(described).value,
    DW: most,
    W: others,
    CIDToGIDMap: trueType ? name('Identity') : undefined,
  })
  container.put(ref, {
    Type: name('Font'),
    Subtype: name('Type0'),
    BaseFont: trueType ? tag : new Written(`${tag.written}-Identity-H`),
    Encoding: name('Identity-H'),
    DescendantFonts: [descendant.value],
    ToUnicode: unicode.value,
  })
}
