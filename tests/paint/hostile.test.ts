import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { paintPdf } from '../../src/paint/pdf/paint-pdf.ts'
import { decodedFile, hasTool, openPdf, qpdfComplaints } from './read-back.ts'
import { assetsOf, ListBuilder } from './sample-list.ts'

const FOREIGN =
  /\/(?:JS|JavaScript|Launch|OpenAction|AA|EmbeddedFile|SubmitForm|RichMedia|GoToR|ImportData)\b/

const hostile = fc.oneof(
  fc.constantFrom(
    ')',
    '\\',
    '>>',
    'endobj',
    'endstream endobj 1 0 obj',
    '/AA<</S/JavaScript/JS(app.alert(1))>>',
    ']]><rdf:li>',
    '<x>&amp;"\'',
    '\ud800',
    'a\udc00b',
    '\u202e反\u2066向',
    '\0\r\n\t',
    '字'.repeat(10_000),
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({
    unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    maxLength: 20,
  }),
)

function listOf(texts: readonly string[]) {
  const [title, author, subject, alt, entry, body, target] = texts as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ]
  const b = new ListBuilder()
  const document = b.node('Document', -1, { title })
  const figure = b.node('Figure', document, { alt, title })
  b.add({ kind: 'rule', node: figure, span: null, x: 60, y: 90, width: 9, height: 9, colour: 'accent' })
  b.line(b.node('P', document), '正文')
  const run = b.pages[0]!.at(-1)!
  if (run.kind === 'glyphs') b.pages[0]![1] = { ...run, texts: [body, ''] }
  b.add({ kind: 'link', node: null, span: null, x: 60, y: 300, width: 50, height: 10, target })
  b.outline.push({ title: entry, level: 0, page: 0, y: 0 })
  return b.build({ title, author, subject })
}

/** The file's own words with every string taken out: what a text could have added to. */
function skeleton(pdf: Uint8Array): string {
  return decodedFile(pdf)
    .replace(/\((?:[^()\\]|\\[\s\S])*\)|<[0-9a-f]*>/g, '()')
    .replace(/<x:xmpmeta[\s\S]*<\/x:xmpmeta>/g, '')
}

describe('hostile texts', () => {
  test('leave a valid file with no foreign object', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostile, { minLength: 7, maxLength: 7 }), async (texts) => {
        const pdf = await paintPdf(listOf(texts), assetsOf())
        expect(skeleton(pdf)).not.toMatch(FOREIGN)
        const opened = await openPdf(pdf)
        expect(opened.numPages).toBe(1)
        expect((await opened.getMetadata()).metadata.get('pdfuaid:part')).toBe('1')
        await opened.destroy()
      }),
      { numRuns: 60 },
    )
  })

  test('metadata comes back as typed', async () => {
    const title = '“a”)\\ >> endobj <b>&amp; 𠮷'
    const { info, metadata } = await (
      await openPdf(await paintPdf(listOf([title, 'b', 'c', 'd', 'e', 'f', 'g']), assetsOf()))
    ).getMetadata()
    expect((info as { Title: string }).Title).toBe(title)
    expect(metadata.get('dc:title')).toBe(title)
  })

  test.skipIf(!hasTool('qpdf'))('qpdf has nothing against such files (needs qpdf)', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostile, { minLength: 7, maxLength: 7 }), async (texts) => {
        expect(qpdfComplaints(await paintPdf(listOf(texts), assetsOf()))).toBe('')
      }),
      { numRuns: 12 },
    )
  })
})
