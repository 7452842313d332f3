import type { DocxBlock, DocxDocument, DocxPicture } from './docx-blocks.ts'
import { attribute, blocksXml, type DocxLinks, escaped } from './docx-xml.ts'
import { type ZipPart, zipFile } from './zip-file.ts'

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  `xmlns:r="${OFFICE}"`,
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
].join(' ')

/** The bytes of a Word document; the same document gives the same bytes. `producer` can be found in them unpacked. */
export function docxFile(document: DocxDocument, producer: string): Uint8Array {
  const links = new LinkList(document.blocks)
  const body = blocksXml(document.blocks, links)
  const hasHeader = document.header !== ''
  const text = (name: string, xml: string): ZipPart => ({ name, bytes: new TextEncoder().encode(HEAD + xml) })
  return zipFile([
    text('[Content_Types].xml', contentTypes(hasHeader, links.footnotes.length > 0)),
    text('_rels/.rels', packageRelationships()),
    text(
      'word/document.xml',
      `<w:document ${NAMESPACES}><w:body>${body}${sectionXml(document)}</w:body></w:document>`,
    ),
    text('word/styles.xml', stylesXml(document)),
    text('word/footer1.xml', footerXml(document)),
    ...(hasHeader ? [text('word/header1.xml', headerXml(document))] : []),
    ...(links.footnotes.length > 0 ? [text('word/footnotes.xml', footnotesXml(links.footnotes))] : []),
    text('word/_rels/document.xml.rels', links.xml(hasHeader)),
    ...links.pictures.map(
      ({ name, picture }): ZipPart => ({ name: `word/${name}`, bytes: picture.bytes, stored: true }),
    ),
    text('docProps/core.xml', coreXml(document)),
    {
      ...text(
        'docProps/app.xml',
        `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>${escaped(producer)}</Application></Properties>`,
      ),
      stored: true,
    },
  ])
}

class LinkList implements DocxLinks {
  readonly pictures: { readonly id: string; readonly name: string; readonly picture: DocxPicture }[] = []
  readonly #addresses = new Map<string, string>()
  readonly #notes: ReadonlyMap<string, number>
  readonly footnotes: { readonly id: number; readonly xml: string }[] = []
  #bookmarks = 0
  #drawn = 0

  constructor(blocks: readonly DocxBlock[]) {
    const names = blocks.flatMap((one) => (one.kind === 'footnote' ? [one.name] : []))
    this.#notes = new Map(names.map((name, at) => [name, at + 1]))
  }

  note(name: string): number | null {
    return this.#notes.get(name) ?? null
  }

  footnote(name: string, xml: string): void {
    this.footnotes.push({ id: this.#notes.get(name) as number, xml })
  }

  address(target: string): string {
    const known = this.#addresses.get(target)
    if (known !== undefined) return known
    const id = `a${this.#addresses.size + 1}`
    this.#addresses.set(target, id)
    return id
  }

  /** A picture that stands twice is in the file once. */
  picture(picture: DocxPicture): { readonly id: string; readonly number: number } {
    this.#drawn += 1
    const known = this.pictures.find((one) => one.picture.bytes === picture.bytes)
    if (known) return { id: known.id, number: this.#drawn }
    const id = `i${this.pictures.length + 1}`
    this.pictures.push({ id, name: `media/image${this.pictures.length + 1}.${picture.format}`, picture })
    return { id, number: this.#drawn }
  }

  bookmark(): number {
    this.#bookmarks += 1
    return this.#bookmarks
  }

  xml(hasHeader: boolean): string {
    return relationships([
      ['s1', 'styles', 'styles.xml'],
      ['f1', 'footer', 'footer1.xml'],
      ...(hasHeader ? [['h1', 'header', 'header1.xml'] as const] : []),
      ...(this.footnotes.length > 0 ? [['n1', 'footnotes', 'footnotes.xml'] as const] : []),
      ...this.pictures.map(({ id, name }) => [id, 'image', name] as const),
      ...[...this.#addresses].map(([target, id]) => [id, 'hyperlink', target, 'External'] as const),
    ])
  }
}

function packageRelationships(): string {
  const core = `<Relationship Id="r3" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>`
  const rows: readonly Row[] = [
    ['r1', 'officeDocument', 'word/document.xml'],
    ['r2', 'extended-properties', 'docProps/app.xml'],
  ]
  return relationships(rows).replace('</Relationships>', `${core}</Relationships>`)
}

type Row = readonly [id: string, type: string, target: string, mode?: string]

function relationships(rows: readonly Row[]): string {
  const lines = rows.map(
    ([id, type, target, mode]) =>
      `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${attribute(target)}"${mode ? ` TargetMode="${mode}"` : ''}/>`,
  )
  return `<Relationships xmlns="${PACKAGE}/relationships">${lines.join('')}</Relationships>`
}

function contentTypes(hasHeader: boolean, hasNotes: boolean): string {
  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
  const part = (name: string, type: string) => `<Override PartName="/${name}" ContentType="${type}"/>`
  return [
    `<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    '<Default Extension="jpeg" ContentType="image/jpeg"/><Default Extension="png" ContentType="image/png"/>',
    part('word/document.xml', `${word}.document.main+xml`),
    part('word/styles.xml', `${word}.styles+xml`),
    part('word/footer1.xml', `${word}.footer+xml`),
    hasHeader ? part('word/header1.xml', `${word}.header+xml`) : '',
    hasNotes ? part('word/footnotes.xml', `${word}.footnotes+xml`) : '',
    part('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    part('docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'),
    '</Types>',
  ].join('')
}

function sectionXml({ page, header }: DocxDocument): string {
  const twips = (length: number) => Math.round(length * 20)
  const margin = twips(page.margin)
  return [
    '<w:sectPr>',
    header === '' ? '' : '<w:headerReference w:type="default" r:id="h1"/>',
    '<w:footerReference w:type="default" r:id="f1"/>',
    `<w:pgSz w:w="${twips(page.width)}" w:h="${twips(page.height)}"/>`,
    `<w:pgMar w:top="${margin}" w:right="${margin}" w:bottom="${margin}" w:left="${margin}" w:header="720" w:footer="720" w:gutter="0"/>`,
    '</w:sectPr>',
  ].join('')
}

function stylesXml({ size }: DocxDocument): string {
  const half = Math.round(size * 2)
  const heading = (level: number) =>
    `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:outlineLvl w:val="${level - 1}"/></w:pPr></w:style>`
  return [
    `<w:styles ${NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体"/><w:sz w:val="${half}"/><w:szCs w:val="${half}"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>`,
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
    '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/></w:style>',
    ...[1, 2, 3, 4].map(heading),
    '</w:styles>',
  ].join('')
}

/** The lines above the notes come first (ECMA-376 part 1, 17.11.23 and 17.18.33). */
function footnotesXml(notes: readonly { readonly id: number; readonly xml: string }[]): string {
  const line = (type: string, id: number, sign: string) =>
    `<w:footnote w:type="${type}" w:id="${id}"><w:p><w:r><w:${sign}/></w:r></w:p></w:footnote>`
  const lines = [
    line('separator', -1, 'separator'),
    line('continuationSeparator', 0, 'continuationSeparator'),
  ]
  const own = notes.map(({ id, xml }) => `<w:footnote w:id="${id}">${xml}</w:footnote>`)
  return `<w:footnotes ${NAMESPACES}>${lines.join('')}${own.join('')}</w:footnotes>`
}

function footerXml({ size }: DocxDocument): string {
  const properties = `<w:rPr><w:sz w:val="${Math.round(size * 2)}"/></w:rPr>`
  const sign = (type: string) => `<w:r>${properties}<w:fldChar w:fldCharType="${type}"/></w:r>`
  const words = (text: string) => `<w:r>${properties}<w:t xml:space="preserve">${text}</w:t></w:r>`
  const number = `${sign('begin')}<w:r>${properties}<w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>${sign('separate')}${words('1')}${sign('end')}`
  return `<w:ftr ${NAMESPACES}><w:p><w:pPr><w:jc w:val="center"/></w:pPr>${words('— ')}${number}${words(' —')}</w:p></w:ftr>`
}

function headerXml({ header }: DocxDocument): string {
  return `<w:hdr ${NAMESPACES}><w:p><w:pPr><w:jc w:val="right"/></w:pPr><w:r><w:rPr><w:sz w:val="18"/></w:rPr><w:t xml:space="preserve">${escaped(header)}</w:t></w:r></w:p></w:hdr>`
}

/** No date: the same document gives the same bytes. */
function coreXml({ title, author }: DocxDocument): string {
  return `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(author)}</dc:creator></cp:coreProperties>`
}
