import type { CatalogueFacts } from '../../base/catalogue-facts.ts'
import { alternative, description, listed, simple } from './xmp-text.ts'

/** What the catalogue's properties are made from. `date` is ISO 8601, without a time. */
export interface Catalogued {
  readonly facts: CatalogueFacts
  readonly title: string
  readonly date: string
  readonly pages: number
}

/** Dublin Core's properties, for the packet's own description of them. */
export function dublinCore({ facts, date }: Catalogued): string {
  return [
    listed('dc:publisher', 'Bag', [facts.publisher]),
    listed('dc:date', 'Seq', [date]),
    simple('dc:identifier', facts.identifier),
    // The word of DCMI's list, and what the trade calls it.
    listed('dc:type', 'Bag', ['Text', facts.kind]),
    listed('dc:relation', 'Bag', [facts.publication]),
    alternative('dc:rights', facts.classification),
  ].join('')
}

type Property = readonly [name: string, type: 'Text' | 'Integer' | 'Date', value: string, description: string]

interface Schema {
  readonly title: string
  readonly prefix: string
  readonly uri: string
  readonly properties: readonly Property[]
}

/** PRISM 3.0, basic metadata: what periodicals say of themselves. */
function prism({ facts, date, pages }: Catalogued): Schema {
  return {
    title: 'PRISM Basic Metadata',
    prefix: 'prism',
    uri: 'http://prismstandard.org/namespaces/basic/3.0/',
    properties: [
      ['publicationName', 'Text', facts.publication, 'Name of the publication'],
      ['aggregationType', 'Text', 'newsletter', 'Kind of publication'],
      ['number', 'Text', facts.number, 'Number of the issue'],
      ['issueIdentifier', 'Text', facts.label, 'The issue as it names itself'],
      ['issueName', 'Text', facts.title, 'Title of a special issue'],
      ['publicationDate', 'Date', date, 'Date of publication'],
      ['pageCount', 'Integer', String(pages), 'Number of pages'],
    ],
  }
}

/** 密级 with its term behind a star (GB/T 9704 clause 7.2.2). */
const SECRET = /^(绝密|机密|秘密)\s*★\s*(.+)$/

/**
 * 文书类电子文件元数据 (DA/T 46-2009), with the names of its elements in the namespace that DA/T 48-2009 writes them in.
 */
function records({ facts, title, date, pages }: Catalogued): Schema {
  const [, level = facts.classification, term = ''] = SECRET.exec(facts.classification) ?? []
  return {
    title: 'DA/T 46-2009',
    prefix: 'erm',
    uri: 'http://www.saac.gov.cn/standards/ERM/encapsulation',
    properties: [
      ['题名', 'Text', title, 'DA/T 46-2009 5.5.1 title'],
      ['副题名', 'Text', facts.title, 'DA/T 46-2009 5.5.3 alternative title'],
      ['文件编号', 'Text', facts.label, 'DA/T 46-2009 5.5.10 document number'],
      ['责任者', 'Text', facts.publisher, 'DA/T 46-2009 5.5.11 author'],
      ['日期', 'Date', date, 'DA/T 46-2009 5.5.12 date'],
      ['文种', 'Text', facts.kind, 'DA/T 46-2009 5.5.13 document type'],
      ['主送', 'Text', facts.sentTo, 'DA/T 46-2009 5.5.15 principal receiver'],
      ['抄送', 'Text', facts.copiedTo, 'DA/T 46-2009 5.5.16 other receivers'],
      ['密级', 'Text', level, 'DA/T 46-2009 5.5.17 security classification'],
      ['保密期限', 'Text', term, 'DA/T 46-2009 5.5.18 secrecy period'],
      ['页数', 'Integer', String(pages), 'DA/T 46-2009 5.6 number of pages'],
      ['稿本', 'Text', facts.draft, 'DA/T 46-2009 5.6 manuscript type'],
    ],
  }
}

function properties({ prefix, uri, properties: all }: Schema): string {
  const body = all.map(([name, , value]) => simple(`${prefix}:${name}`, value)).join('')
  return description(`xmlns:${prefix}="${uri}"`, body)
}

/** PRISM, and for an archive the records' metadata besides. */
export function periodical(catalogued: Catalogued, isArchive: boolean): string {
  const own = properties(prism(catalogued))
  return isArchive ? own + properties(records(catalogued)) : own
}

/** PDF/UA's property, as a schema to be told of. */
const ACCESSIBILITY: Schema = {
  title: 'PDF/UA Universal Accessibility Schema',
  prefix: 'pdfuaid',
  uri: 'http://www.aiim.org/pdfua/ns/id/',
  properties: [['part', 'Integer', '1', 'Part of ISO 14289 the file conforms to']],
}

/** Tells a reader of PDF/A of the properties that are not of its own schemas (ISO 19005-2, 6.6.2.3). */
export function extensionSchemas(catalogued: Catalogued | null, accessible: boolean): string {
  const schemas = [
    ...(accessible ? [ACCESSIBILITY] : []),
    ...(catalogued ? [prism(catalogued), records(catalogued)] : []),
  ]
  if (schemas.length === 0) return ''
  return description(
    'xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"',
    `<pdfaExtension:schemas><rdf:Bag>${schemas.map(extension).join('')}</rdf:Bag></pdfaExtension:schemas>`,
  )
}

function extension({ title, prefix, uri, properties: all }: Schema): string {
  const told = all
    .filter(([, , value]) => value !== '')
    .map(([name, type, , says]) => {
      const category = prefix === 'pdfuaid' ? 'internal' : 'external'
      return `<rdf:li rdf:parseType="Resource">${simple('pdfaProperty:name', name)}${simple('pdfaProperty:valueType', type)}${simple('pdfaProperty:category', category)}${simple('pdfaProperty:description', says)}</rdf:li>`
    })
  return `<rdf:li rdf:parseType="Resource">${simple('pdfaSchema:schema', title)}${simple('pdfaSchema:namespaceURI', uri)}${simple('pdfaSchema:prefix', prefix)}<pdfaSchema:property><rdf:Seq>${told.join('')}</rdf:Seq></pdfaSchema:property></rdf:li>`
}
