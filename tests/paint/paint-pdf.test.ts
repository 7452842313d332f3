import { describe, expect, test } from 'vitest'
import { paintPdf } from '../../src/paint/pdf/paint-pdf.ts'
import {
  decodedFile,
  hasTool,
  openPdf,
  qpdfComplaints,
  runOn,
  structureOrder,
  taggedText,
} from './read-back.ts'
import { ARTICLES, assetsOf, ListBuilder, sampleList } from './sample-list.ts'

const pdf = await paintPdf(sampleList(), assetsOf())

describe('paintPdf', () => {
  test('gives the same bytes for the same input', async () => {
    expect(Buffer.compare(await paintPdf(sampleList(), assetsOf()), pdf)).toBe(0)
  })

  test('gives the same bytes when several are painted at once', async () => {
    const list = sampleList()
    const other = { ...list, metadata: { ...list.metadata, title: '第二期' } }
    const alone = await paintPdf(other, assetsOf())
    const [first, second, third] = await Promise.all(
      [list, other, list].map((one) => paintPdf(one, assetsOf())),
    )
    expect(Buffer.compare(first as Uint8Array, pdf)).toBe(0)
    expect(Buffer.compare(second as Uint8Array, alone)).toBe(0)
    expect(Buffer.compare(third as Uint8Array, pdf)).toBe(0)
  })

  test('gives other bytes and another ID for another text', async () => {
    const list = sampleList()
    const other = await paintPdf({ ...list, metadata: { ...list.metadata, title: '第二期' } }, assetsOf())
    const id = (bytes: Uint8Array) =>
      /\/ID \[<([0-9a-f]{32})>/.exec(Buffer.from(bytes).toString('latin1'))?.[1]
    expect(id(pdf)).toBeDefined()
    expect(id(other)).not.toBe(id(pdf))
  })

  test('tags give the articles back in reading order', async () => {
    const tagged = await taggedText(await openPdf(pdf))
    const text = tagged.map((piece) => piece.text.trim()).join('')
    expect(text).toBe(
      `城南工作动态领导关注${ARTICLES.flat().join('')}1.前进路完成验收。2.研学产品入选名单。服务热线`,
    )
    expect(tagged.map((piece) => piece.path).slice(0, 4)).toEqual([
      'Document/H1',
      'Document/Sect/H2',
      'Document/Sect/Art/H3',
      'Document/Sect/Art/P',
    ])
  })

  test('each marked content belongs to one element', async () => {
    const tagged = await taggedText(await openPdf(pdf))
    const keys = tagged.map((piece) => `${piece.page} ${piece.id}`)
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('says title, author, language and dates of the issue', async () => {
    const { info, metadata } = await (await openPdf(pdf)).getMetadata()
    expect(info).toMatchObject({
      Title: '城南工作动态 2024 年第 1 期',
      Author: '区企业服务中心',
      Subject: '工作动态',
      Language: 'zh-CN',
      CreationDate: 'D:20240115000000Z',
    })
    expect(metadata.get('dc:title')).toBe('城南工作动态 2024 年第 1 期')
    expect(metadata.get('pdfuaid:part')).toBe('1')
  })

  test('the outline has sections with their articles below', async () => {
    const outline = await (await openPdf(pdf)).getOutline()
    expect(outline.map((entry) => entry.title)).toEqual(['领导关注'])
    expect(outline[0]!.items.map((entry: { title: string }) => entry.title)).toEqual(
      ARTICLES.map(([title]) => title),
    )
    expect(outline[0]!.dest).toMatchObject([{}, { name: 'XYZ' }, 0, expect.closeTo(841.89 - 150, 2), null])
    expect(decodedFile(pdf)).toMatch(/\/Type \/Outlines [^>]*\/Count 3/)
  })

  test('links lead where they may and nowhere else', async () => {
    const b = new ListBuilder()
    const targets = [
      'https://example.cn/路?a=(1)',
      'mailto:a@b.cn',
      'javascript:alert(1)',
      '\u0001JaVaScRiPt:x',
      'file:///etc/passwd',
      '//evil',
    ]
    targets.forEach((target, i) => {
      b.add({ kind: 'link', node: null, span: null, x: 60, y: 100 + i * 20, width: 50, height: 10, target })
    })
    b.add({
      kind: 'link',
      node: null,
      span: null,
      x: 60,
      y: 300,
      width: 50,
      height: 10,
      target: { page: 0, y: 42 },
    })
    const page = await (await openPdf(await paintPdf(b.build(), assetsOf()))).getPage(1)
    const annotations = await page.getAnnotations()
    expect(annotations.map((one) => one.unsafeUrl ?? one.dest?.[3])).toEqual([
      'https://example.cn/%E8%B7%AF?a=(1)',
      'mailto:a@b.cn',
      expect.closeTo(841.89 - 42, 2),
    ])
  })

  test('one glyph standing for different characters gives each its own', async () => {
    const b = new ListBuilder()
    b.line(null, '―·')
    const [run] = b.pages[0]! as [Extract<(typeof b.pages)[0][0], { kind: 'glyphs' }>]
    b.pages[0] = [run, { ...run, y: 200, texts: ['—', '・'] }, { ...run, y: 300, texts: ['𠮷', 'ffi'] }]
    const page = await (await openPdf(await paintPdf(b.build(), assetsOf()))).getPage(1)
    const { items } = await page.getTextContent({ disableNormalization: true })
    expect(items.map((item) => ('str' in item ? item.str : '')).filter(Boolean)).toEqual([
      '―·',
      '—・',
      '𠮷ffi',
    ])
  })

  test('glyphs stand where the list puts them within 0.01 pt', async () => {
    const b = new ListBuilder()
    b.line(null, '一、要备足物资（共3项），', { tracking: 0.317 })
    const run = b.pages[0]![0]! as Extract<(typeof b.pages)[0][0], { kind: 'glyphs' }>
    const xs = run.xs.map((x, i) => x + Math.sin(i) * 0.3)
    b.pages[0] = run.glyphs.map((_, i) => ({
      ...run,
      glyphs: run.glyphs.slice(i),
      xs: xs.slice(i),
      texts: run.texts.slice(i),
      y: 100 + i * 20,
    }))
    const operators = /BT\n[\s\S]*?ET/.exec(decodedFile(await paintPdf(b.build(), assetsOf())))![0]
    const lines = operators.split('\n').filter((line) => /T[jJ]$/.test(line))
    expect(lines).toHaveLength(run.glyphs.length)
    const widths = run.texts.map((text) => (text === '3' ? 500 : 1000))
    let spacing = 0
    let line = 0
    for (const operator of operators.split('\n')) {
      const tc = /^(\S+) Tc$/.exec(operator)
      if (tc) spacing = Number(tc[1])
      if (!/T[jJ]$/.test(operator)) continue
      let x = xs[line]!
      let glyph = line
      for (const [, string, adjustment] of operator.matchAll(/\(((?:[^()\\]|\\[\s\S])*)\)|(-?[\d.]+)/g)) {
        if (adjustment !== undefined) x -= (Number(adjustment) * 10.5) / 1000
        const codes = (string ?? '').replace(/\\([\s\S])/g, '$1').length / 2
        for (let i = 0; i < codes; i++, glyph++) {
          expect(Math.abs(x - xs[glyph]!)).toBeLessThan(0.0105)
          x += (widths[glyph]! * 10.5) / 1000 + spacing
        }
      }
      line++
    }
  })

  test('a paragraph over two pages is one element, and a link’s words are inside the link', async () => {
    const b = new ListBuilder()
    const document = b.node('Document', -1)
    const paragraph = b.node('P', document)
    b.line(paragraph, '详见网站')
    const link = {
      kind: 'link',
      node: paragraph,
      span: null,
      x: 81,
      y: b.y - 27,
      width: 21,
      height: 14,
    } as const
    b.add({ ...link, target: 'https://example.cn/' })
    b.page().line(paragraph, '首页。')
    b.line(b.node('P', document), '下一段。')
    const bytes = await paintPdf(b.build(), assetsOf())
    const tagged = await taggedText(await openPdf(bytes))
    expect(tagged.map(({ path, page, text }) => [path, page, text])).toEqual([
      ['Document/P', 1, '详见'],
      ['Document/P/Link', 1, '网站'],
      ['Document/P', 2, '首页。'],
      ['Document/P', 2, '下一段。'],
    ])
    expect(structureOrder(bytes)).toEqual(tagged.map((piece) => piece.id))
    expect(decodedFile(bytes).match(/\/S \/P /g)).toHaveLength(2)
    expect(decodedFile(bytes)).toMatch(/\/S \/Link [^\n]*\/OBJR/)
  })

  test('a list without structure makes an untagged file', async () => {
    const b = new ListBuilder().line(null, '无标签')
    const file = decodedFile(await paintPdf(b.build(), assetsOf()))
    expect(file).not.toMatch(/StructTreeRoot|BDC|pdfuaid/)
  })

  test.skipIf(!hasTool('qpdf'))('qpdf has nothing against the file (needs qpdf)', () => {
    expect(qpdfComplaints(pdf)).toBe('')
  })

  test.skipIf(!hasTool('pdffonts'))(
    'fonts are embedded, subset and have Unicode (needs poppler-utils)',
    () => {
      const fonts = runOn(pdf, 'pdffonts', ['FILE']).toString().trim().split('\n').slice(2)
      expect(fonts).toHaveLength(2)
      for (const font of fonts)
        expect(font).toMatch(/^[A-Z]{6}\+Sample\w+ +CID TrueType +Identity-H +yes yes yes/)
    },
  )

  test.skipIf(!hasTool('pdftotext'))('poppler reads the text (needs poppler-utils)', () => {
    const text = runOn(pdf, 'pdftotext', ['-raw', 'FILE', '-']).toString()
    for (const line of ARTICLES.flat()) expect(text).toContain(line)
  })
})
