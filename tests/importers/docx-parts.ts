import { zipSync } from 'fflate'

/** Parts of a docx beside its document. */
export interface DocxParts {
  /** Contents of `w:body`. */
  readonly body: string
  readonly styles?: string
  readonly numbering?: string
  readonly footnotes?: string
  readonly endnotes?: string
  readonly comments?: string
  readonly header?: string
  /** Relationships besides those of the parts: id to `type target` (` !` at the end: external). */
  readonly links?: Readonly<Record<string, string>>
  readonly files?: Readonly<Record<string, Uint8Array>>
}

const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"',
].join(' ')

const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A part with Word's namespaces. */
export function part(name: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${name} ${NAMESPACES}>${content}</w:${name}>`
}

/** The bytes of a docx. */
export function docx({ body, header, links = {}, files = {}, ...parts }: DocxParts): Uint8Array {
  const named = Object.entries(parts).filter(([, content]) => content !== undefined) as [string, string][]
  const relationships = [
    ...named.map(([name]) => [`p-${name}`, `${name} ${name}.xml`] as const),
    ...(header === undefined ? [] : [['p-header', 'header header1.xml'] as const]),
    ...Object.entries(links),
  ]
  const text = (content: string) => new TextEncoder().encode(content)
  return zipSync({
    '[Content_Types].xml': text(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    ),
    '_rels/.rels': text(relationshipsPart([['r1', 'officeDocument word/document.xml']])),
    'word/document.xml': text(part('document', `<w:body>${body}</w:body>`)),
    'word/_rels/document.xml.rels': text(relationshipsPart(relationships)),
    ...Object.fromEntries(named.map(([name, content]) => [`word/${name}.xml`, text(part(name, content))])),
    ...(header === undefined ? {} : { 'word/header1.xml': text(part('hdr', header)) }),
    ...Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`word/${name}`, bytes])),
  })
}

function relationshipsPart(rows: readonly (readonly [string, string])[]): string {
  const lines = rows.map(([id, row]) => {
    const [type = '', target = '', external] = row.split(' ')
    const mode = external === '!' ? ' TargetMode="External"' : ''
    return `<Relationship Id="${id}" Type="${TYPE}/${type}" Target="${target}"${mode}/>`
  })
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.join('')}</Relationships>`
}

/** A run; `looks` are elements of `w:rPr`. */
export function r(text: string, looks = ''): string {
  return `<w:r><w:rPr>${looks}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
}

/** A paragraph of runs; `properties` are elements of `w:pPr`. A content without tags is one run. */
export function p(content: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${content.startsWith('<') || content === '' ? content : r(content)}</w:p>`
}

/** A centred title in large letters, as most write it. */
export function title(text: string): string {
  return p(r(text, '<w:b/><w:sz w:val="44"/>'), '<w:jc w:val="center"/>')
}

export const SENTENCE = '6月4日，水务集团检查迎峰度夏供水保障工作，要求各站备足物资、落实值班。'

/** Numbering of one list with these levels: format, text, and more elements. */
export function numbering(
  ...levels: readonly (readonly [format: string, text: string, more?: string])[]
): string {
  const rows = levels.map(
    ([format, text, more = ''], at) =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`,
  )
  return `<w:abstractNum w:abstractNumId="0">${rows.join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
}

/** A paragraph in list 1. */
export function item(text: string, level = 0, list = 1): string {
  return p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`)
}

/** An inline picture of relationship `id`. */
export function picture(id: string, more = '', size = [3000000, 2000000]): string {
  return `<w:r><w:drawing><wp:inline><wp:extent cx="${size[0]}" cy="${size[1]}"/><wp:docPr id="1" name="图片 1"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip r:embed="${id}"/>${more}</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
}
