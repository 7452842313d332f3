import type { DisplayList } from '../../display/display-list.ts'
import type { Standard } from './options.ts'
import { asciiString, cleanText, name, type PdfDictionary, textString } from './syntax.ts'

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

function xml(text: string): string {
  return cleanText(text).replace(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`)
}

function alternative(property: string, text: string): string {
  if (!text) return ''
  return `<${property}><rdf:Alt><rdf:li xml:lang="x-default">${xml(text)}</rdf:li></rdf:Alt></${property}>`
}

function description(namespaces: string, body: string): string {
  return `<rdf:Description rdf:about="" ${namespaces}>${body}</rdf:Description>`
}

/** Tells a PDF/A reader what `pdfuaid:part` is (ISO 19005-2, 6.6.2.3). */
const ACCESSIBILITY_SCHEMA = description(
  'xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"',
  '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of ISO 14289 the file conforms to</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>',
)

function accessible(): string {
  return description('xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"', '<pdfuaid:part>1</pdfuaid:part>')
}

function archive(part: 1 | 2, level: 'A' | 'U' | 'B'): string {
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
  /** Hash of the content, in hexadecimal. */
  readonly digest: string
}

function claims(standard: Standard, { tagged, privateUse, digest }: Claims): string {
  if (standard === 'press') return press(digest)
  if (standard === 'archive-1') return archive(1, 'B')
  if (standard === 'screen') return tagged ? accessible() : ''
  return archive(2, tagged && !privateUse ? 'A' : 'U') + (tagged ? ACCESSIBILITY_SCHEMA + accessible() : '')
}

/** The XMP packet (14.3.2), saying the same as the information dictionary. */
export function xmp(metadata: Metadata, standard: Standard, claimed: Claims): Uint8Array {
  const { year, month, day } = metadata.date
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T00:00:00Z`
  const creator = metadata.author
    ? `<dc:creator><rdf:Seq><rdf:li>${xml(metadata.author)}</rdf:li></rdf:Seq></dc:creator>`
    : ''
  const language = `<dc:language><rdf:Bag><rdf:li>${xml(metadata.language)}</rdf:li></rdf:Bag></dc:language>`
  const trapped = standard === 'press' ? '<pdf:Trapped>False</pdf:Trapped>' : ''
  const body = [
    description(
      'xmlns:dc="http://purl.org/dc/elements/1.1/"',
      `<dc:format>application/pdf</dc:format>${alternative('dc:title', metadata.title)}${creator}${alternative('dc:description', metadata.subject)}${language}`,
    ),
    description(
      'xmlns:xmp="http://ns.adobe.com/xap/1.0/"',
      `<xmp:CreatorTool>${PROGRAM}</xmp:CreatorTool><xmp:CreateDate>${date}</xmp:CreateDate><xmp:ModifyDate>${date}</xmp:ModifyDate><xmp:MetadataDate>${date}</xmp:MetadataDate>`,
    ),
    description('xmlns:pdf="http://ns.adobe.com/pdf/1.3/"', `${PRODUCER}${trapped}`),
    claims(standard, claimed),
  ]
  return Buffer.from(
    `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n${body.filter(Boolean).join('\n')}\n</rdf:RDF></x:xmpmeta>\n<?xpacket end="r"?>`,
  )
}
