import { expect, test } from 'vitest'
import { build } from '../../src/build/build-issue.ts'
import { type Bytes, PdfFile } from '../paint/pdf-file.ts'
import { hasTool, openPdf, runOn } from '../paint/read-back.ts'
import { composition } from './composition.ts'
import { elementsOf } from './structure-tree.ts'

const built = await build({
  cwd: await composition(),
  output: '-',
  make: ['pdf', 'print', 'booklet', 'archive', 'proof'],
})
const files = new Map(built.products.map(({ kind, bytes }) => [kind, bytes]))

async function read(bytes: Uint8Array) {
  const pdf = await openPdf(bytes)
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, at) => pdf.getPage(at + 1)))
  const content = await Promise.all(pages.map((page) => page.getTextContent()))
  const notes = await Promise.all(pages.map((page) => page.getAnnotations()))
  return {
    text: content.map(({ items }) => items.map((one) => ('str' in one ? one.str : '')).join('')).join(''),
    urls: notes.flat().map((one: { url?: string }) => one.url),
    outline: (await pdf.getOutline())?.flatMap((one) => one.items.map((item) => item.title)),
  }
}

test.each(['pdf', 'archive', 'print', 'proof'] as const)(
  '%s: a date typed with blanks is found without them',
  async (kind) => {
    const { text } = await read(files.get(kind)!)
    expect(text).toContain('2026年1月5日写完')
    expect(text).toContain('邮箱：a@example.cn')
  },
)

test.skipIf(!hasTool('pdftotext'))(
  'poppler finds it too, and no blank beside an address (needs pdftotext)',
  () => {
    for (const kind of ['pdf', 'archive', 'print', 'proof'] as const) {
      const said = runOn(files.get(kind)!, 'pdftotext', ['-raw', 'FILE', '-']).toString().replace(/\n/g, '')
      expect(said).toContain('2026年1月5日写完')
      // Between its two lines may stand what is at a page's foot and head.
      expect(said).toMatch(
        /寄tougao@mail\.example\.cn，或登录https:\/\/[\s\S]{0,300}?www\.example\.cn\/tougao\/2026\/a_b__c__d办/,
      )
    }
  },
)

test.each(['pdf', 'archive', 'proof'] as const)(
  '%s: bare addresses in text, briefs, credits and colophon are links',
  async (kind) => {
    const { urls } = await read(files.get(kind)!)
    for (const url of [
      'mailto:tougao@mail.example.cn',
      'https://www.example.cn/tougao/2026/a_b__c__d',
      'http://www.example.cn/',
      'https://example.com/e',
      'mailto:a@example.cn',
    ])
      expect(urls).toContain(url)
  },
)

test('bookmarks keep the pause of a title', async () => {
  expect((await read(files.get('pdf')!)).outline).toContain('短稿一则　供 各单位参考')
})

test('an English sentence says that it is English', () => {
  for (const kind of ['pdf', 'archive'] as const) {
    const spans = elementsOf(new PdfFile(files.get(kind)!)).filter((one) => one.role === 'Span')
    expect(spans.map((one) => [(one.element.Lang as Bytes).text, one.parentRole])).toEqual([['en', 'P']])
  }
})
