import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { build } from '../../src/build/build-issue.ts'
import { folderWith } from '../cli/project.ts'
import { type Bytes, PdfFile } from '../paint/pdf-file.ts'
import { hasTool, qpdfComplaints } from '../paint/read-back.ts'

const PUBLICATION = `bulletin: 1
name: 柳溪工作简报
issuer: 柳溪区服务中心
classification: 机密★1年
numbering: { anchor: { issue: 2026-01, total: 8 }, text: "{yyyy} 年第 {n} 期（总第{total}期）" }
frequency: monthly
colophon: { report_to: [甲委], send_to: [乙办, 丙局], copy_to: [丁科], cc: [戊馆] }
output: { make: [pdf, archive] }
`
const ISSUE = `date: 2026-02-05
title: 防汛<专刊>
status: final
sections:
  动态:
    - { title: 短稿, body: 公园物业部把巡查路线从3条增加到7条。 }
    - file: 2026-02/供水.md
`
const FILES = {
  'publication.yaml': PUBLICATION,
  'issues/2026-02.yaml': ISSUE,
  'issues/2026-02/供水.md': '---\ntitle: 供水\n---\n正文。\n',
}

async function made(folder: string, sets: { key: string; value: string }[] = []) {
  const { products, diagnostics } = await build({ cwd: folder, output: '-', sets })
  const files = new Map(products.map(({ kind, bytes }) => [kind as string, new PdfFile(bytes)]))
  return { files, products, codes: diagnostics.map((one) => one.code) }
}

function xmp(file: PdfFile): string {
  return file.stream(file.catalogue.Metadata).content.toString('utf8')
}

/** A property's text, or its items'. */
function told(packet: string, property: string): readonly string[] {
  const body = new RegExp(`<${property}>(.*?)</${property}>`).exec(packet)?.[1]
  return body === undefined ? [] : body.split(/<[^>]*>/).filter((text) => text !== '')
}

const ATTACH = [{ key: 'output.archive.attach', value: 'sources' }]
const folder = folderWith(FILES)
const plain = await made(folder)
const attached = await made(folder, ATTACH)

describe('what an issue says for catalogues', () => {
  test.each(['pdf', 'archive'])(
    '%s: publisher, number, date, kind, rights and what it belongs to',
    (kind) => {
      const packet = xmp(plain.files.get(kind)!)
      expect(told(packet, 'dc:publisher')).toEqual(['柳溪区服务中心'])
      expect(told(packet, 'dc:date')).toEqual(['2026-02-05'])
      expect(told(packet, 'dc:identifier')).toEqual(['柳溪工作简报-2026-02'])
      expect(told(packet, 'dc:type')).toEqual(['Text', '简报'])
      expect(told(packet, 'dc:relation')).toEqual(['柳溪工作简报'])
      expect(told(packet, 'dc:rights')).toEqual(['机密★1年'])
      expect(told(packet, 'prism:publicationName')).toEqual(['柳溪工作简报'])
      expect(told(packet, 'prism:number')).toEqual(['2'])
      expect(told(packet, 'prism:issueIdentifier')).toEqual(['2026年第2期（总第9期）'])
      expect(told(packet, 'prism:issueName')).toEqual(['防汛&#60;专刊&#62;'])
      expect(told(packet, 'prism:pageCount')).toEqual([String(plain.files.get(kind)!.pages.length)])
    },
  )

  test('the archive has the elements of DA/T 46, and the plain file has not', () => {
    const packet = xmp(plain.files.get('archive')!)
    const said = (name: string) => told(packet, `erm:${name}`)
    expect(said('题名')).toEqual(['柳溪工作简报 2026年第2期（总第9期）'])
    expect(said('责任者')).toEqual(['柳溪区服务中心'])
    expect(said('文件编号')).toEqual(['2026年第2期（总第9期）'])
    expect(said('日期')).toEqual(['2026-02-05'])
    expect(said('文种')).toEqual(['简报'])
    expect(said('主送')).toEqual(['甲委，乙办，丙局'])
    expect(said('抄送')).toEqual(['丁科，戊馆'])
    expect([said('密级'), said('保密期限')]).toEqual([['机密'], ['1年']])
    expect(said('稿本')).toEqual(['定稿'])
    expect(xmp(plain.files.get('pdf')!)).not.toContain('erm:')
  })

  test('A 6.6.2.3: every property that is not of PDF/A’s own schemas is told of, and no other', () => {
    for (const { files } of [plain, attached]) {
      const packet = xmp(files.get('archive')!)
      const schemas = packet.split('<pdfaSchema:schema>').slice(1)
      const declared = schemas.flatMap((schema) => {
        const prefix = /<pdfaSchema:prefix>(.*?)</.exec(schema)![1]
        return [...schema.matchAll(/<pdfaProperty:name>(.*?)</g)].map((match) => `${prefix}:${match[1]}`)
      })
      const used = [...packet.matchAll(/<((?:erm|prism|pdfuaid):[^>]+)>/g)].map((match) => match[1])
      expect(declared.sort()).toEqual(used.sort())
      for (const uri of schemas.map((schema) => /<pdfaSchema:namespaceURI>(.*?)</.exec(schema)![1]))
        expect(packet).toContain(`="${uri}"`)
    }
  })
})

describe('sources in the archive file', () => {
  const file = attached.files.get('archive')!
  const specs = file.array(file.catalogue.AF).map((one) => file.dictionary(one))

  test('A-3 5, 6.8: it says that it is PDF/A-3, and each file is associated and in the name tree', () => {
    expect(xmp(file)).toContain('<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>')
    const names = file.array(file.dictionary(file.dictionary(file.catalogue.Names).EmbeddedFiles).Names)
    const keys = names.filter((_, at) => at % 2 === 0).map((key) => (key as Bytes).bytes)
    expect(keys).toEqual([...keys].sort())
    expect(names.filter((_, at) => at % 2 === 1).map((one) => file.dictionary(one))).toEqual(
      expect.arrayContaining(specs as unknown[]),
    )
  })

  test('A-3 6.8: names, relation, media type, size and date', () => {
    expect(specs.map((one) => (one.UF as Bytes).text)).toEqual(Object.keys(FILES).sort())
    for (const one of specs) {
      expect(one.AFRelationship).toBe('/Source')
      expect((one.F as Bytes).bytes).toMatch(/^[ -~]+$/)
      const stream = file.stream(file.dictionary(one.EF).F)
      const name = (one.UF as Bytes).text
      expect(decodeURIComponent(String(stream.dictionary.Subtype).slice(1).replace(/#/g, '%'))).toBe(
        name.endsWith('.md') ? 'text/markdown' : 'application/yaml',
      )
      const source = readFileSync(join(folder, name))
      expect(stream.content.equals(source)).toBe(true)
      const params = file.dictionary(stream.dictionary.Params)
      expect(params.Size).toBe(source.length)
      expect((params.ModDate as Bytes).bytes).toBe('D:20260205000000Z')
      expect(Buffer.from((params.CheckSum as Bytes).bytes, 'latin1').toString('hex')).toBe(
        createHash('md5').update(source).digest('hex'),
      )
    }
  })

  test('the same sources give the same bytes', async () => {
    const again = await made(folderWith(FILES), ATTACH)
    const bytes = (of: typeof again) => of.products.find((one) => one.kind === 'archive')!.bytes
    expect(Buffer.from(bytes(again)).equals(Buffer.from(bytes(attached)))).toBe(true)
  })

  test('nothing is attached unless it is asked for, nor to any other product', () => {
    for (const one of [plain.files.get('archive')!, plain.files.get('pdf')!, attached.files.get('pdf')!]) {
      expect(one.catalogue.AF).toBeUndefined()
      expect(one.dictionaries().filter((value) => value.Type === '/EmbeddedFile' || value.EF)).toEqual([])
    }
    expect(xmp(plain.files.get('archive')!)).toContain('<pdfaid:part>2</pdfaid:part>')
  })

  test('attached files bring no action', () => {
    for (const one of file.dictionaries())
      expect([one.AA, one.OpenAction, one.JS, one.Launch]).toEqual(Array(4).fill(undefined))
  })

  test('PDF/A-1b takes none, and that is said', async () => {
    const old = await made(folder, [...ATTACH, { key: 'output.archive.standard', value: 'A-1b' }])
    expect(old.codes).toContain('W-ARCHIVE-ATTACH')
    expect(old.files.get('archive')!.catalogue.AF).toBeUndefined()
  })

  test.skipIf(!hasTool('qpdf'))('passes qpdf --check (needs qpdf)', () => {
    for (const { bytes } of attached.products) expect(qpdfComplaints(bytes)).toBe('')
  })
})
