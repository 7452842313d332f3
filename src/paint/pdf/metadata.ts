import type { DisplayList } from '../../display/display-list.ts'
import { type Catalogued, dublinCore, extensionSchemas, periodical } from './catalogue-metadata.ts'
import type { Standard } from './options.ts'
import { asciiString, name, type PdfDictionary, textString } from './syntax.ts'
import { alternative, description, listed } from './xmp-text.ts'

type Metadata = DisplayList['metadata']

const PROGRAM = 'jianbao'

/** Stands in every product's metadata, which are not compressed. */
export const PRODUCER = `<pdf:Producer>${PROGRAM}</pdf:Producer>`

function two(value: number): string {
  return String(value).padStart(2, '0')
}

/** The document information dictionary (14.3.3). Dates are the issue's own, so that equal input gives equal bytes. */
export function information(metadata: Metadata, standard: Standard): PdfDictionary {
  const { year, month, day } = metadata.date
  const date = asciiString(`D:${String(year).padStart(4, '0')}${two(month)}${two(day)}000000Z`)
  const press: PdfDictionary =
    standard === 'press' ? { Trapped: name('False'), GTS_PDFXVersion: asciiString('PDF/X-4') } : {}
  return {
    Title: textString(metadata.title),
    Author: metadata.author ? textString(metadata.author) : undefined,
    Subject: metadata.subject ? textString(metadata.subject) : undefined,
    Creator: asciiString(PROGRAM),
    Producer: asciiString(PROGRAM),
    CreationDate: date,
    ModDate: date,
    ...press,
  }
}

function accessible(): string {
  return description('xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"', '<pdfuaid:part>1</pdfuaid:part>')
}

function archive(part: 1 | 2 | 3, level: 'A' | 'U' | 'B'): string {
  return description(
    'xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"',
    `<pdfaid:part>${part}</pdfaid:part><pdfaid:conformance>${level}</pdfaid:conformance>`,
  )
}

function press(digest: string): string {
  const id = `uuid:${digest.slice(0, 8)}-${digest.slice(8, 12)}-${digest.slice(12, 16)}-${digest.slice(16, 20)}-${digest.slice(20, 32)}`
  return (
    description(
      'xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"',
      '<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>',
    ) +
    description(
      'xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"',
      `<xmpMM:DocumentID>${id}</xmpMM:DocumentID><xmpMM:VersionID>1</xmpMM:VersionID><xmpMM:RenditionClass>default</xmpMM:RenditionClass>`,
    )
  )
}

/** What the pages allow the file to claim. */
export interface Claims {
  readonly tagged: boolean
  /** Whether text has characters of the private use areas, whose meaning level A wants told (ISO 19005-2, 6.2.11.7.3). */
  readonly privateUse: boolean
  /** Hash of the content, in hexadecimal; only the press file has it. */
  readonly digest: string
  /** Number of pages. */
  readonly pages: number
  /** Whether files are attached, as only PDF/A-3 allows. */
  readonly attached: boolean
}

function claims(standard: Standard, { tagged, privateUse, digest, attached }: Claims): string {
  if (standard === 'press') return press(digest)
  if (standard === 'archive-1') return archive(1, 'B')
  if (standard === 'screen') return tagged ? accessible() : ''
  return archive(attached ? 3 : 2, tagged && !privateUse ? 'A' : 'U') + (tagged ? accessible() : '')
}

function catalogued(metadata: Metadata, pages: number): Catalogued | null {
  const { catalogue, date, title } = metadata
  if (!catalogue) return null
  const { year, month, day } = date
  const written = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
  return { facts: catalogue, title, date: written, pages }
}

/** The XMP packet (14.3.2), saying the same as the information dictionary. */
export function xmp(metadata: Metadata, standard: Standard, claimed: Claims): Uint8Array {
  const { year, month, day } = metadata.date
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T00:00:00Z`
  const creator = listed('dc:creator', 'Seq', [metadata.author])
  const language = listed('dc:language', 'Bag', [metadata.language])
  const facts = catalogued(metadata, claimed.pages)
  const isArchive = standard.startsWith('archive')
  const trapped = standard === 'press' ? '<pdf:Trapped>False</pdf:Trapped>' : ''
  const body = [
    description(
      'xmlns:dc="http://purl.org/dc/elements/1.1/"',
      `<dc:format>application/pdf</dc:format>${alternative('dc:title', metadata.title)}${creator}${alternative('dc:description', metadata.subject)}${language}${facts ? dublinCore(facts) : ''}`,
    ),
    description(
      'xmlns:xmp="http://ns.adobe.com/xap/1.0/"',
      `<xmp:CreatorTool>${PROGRAM}</xmp:CreatorTool><xmp:CreateDate>${date}</xmp:CreateDate><xmp:ModifyDate>${date}</xmp:ModifyDate><xmp:MetadataDate>${date}</xmp:MetadataDate>`,
    ),
    description('xmlns:pdf="http://ns.adobe.com/pdf/1.3/"', `${PRODUCER}${trapped}`),
    facts ? periodical(facts, isArchive) : '',
    claims(standard, claimed),
    isArchive ? extensionSchemas(facts, claimed.tagged) : '',
  ]
  return Buffer.from(
    `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n${body.filter(Boolean).join('\n')}\n</rdf:RDF></x:xmpmeta>\n<?xpacket end="r"?>`,
  )
}
