import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { catalogue } from '../../src/base/catalogue.ts'
import type { MessageText } from '../../src/base/message-text.ts'
import { docx, p, part, r, SENTENCE, title } from './docx-parts.ts'
import { imported, letters, wordsOf } from './imported.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const wide = (text: string) => [...text].flatMap((sign) => [sign.charCodeAt(0), 0])
const GOOD = docx({ body: title('水务集团检查供水保障') + p(SENTENCE) })
const withDocument = (xml: string) => zipSync({ 'word/document.xml': bytes(xml) })

async function faultsOf(name: string, content: Uint8Array): Promise<string[]> {
  return (await imported({ [name]: content })).diagnostics.map((one) => one.code)
}

function exitOf(code: string): number {
  return ((catalogue() as Readonly<Record<string, MessageText>>)[code] as MessageText).exit ?? 1
}

/** A one-file archive whose directory says what it is told to. */
function zipOf(name: string, content: Uint8Array, stated: number): Uint8Array {
  const zip = Uint8Array.from(zipSync({ [name]: [content, { level: 9 }] }))
  const view = new DataView(zip.buffer)
  const at = view.getUint32(zip.length - 6, true)
  view.setUint32(at + 24, stated, true)
  return zip
}

describe('what cannot be read says what it is', () => {
  test.each([
    ['empty', '来稿.docx', new Uint8Array(), 'E-IMPORT-EMPTY', 3],
    [
      'a password',
      '来稿.docx',
      Uint8Array.from([...OLE, ...new Uint8Array(500), ...wide('EncryptedPackage')]),
      'E-IMPORT-ENCRYPTED',
      3,
    ],
    [
      'a .doc called .docx',
      '来稿.docx',
      Uint8Array.from([...OLE, ...new Uint8Array(600)]),
      'E-IMPORT-NAME',
      3,
    ],
    ['a .docx called .doc', '来稿.doc', GOOD, 'E-IMPORT-NAME', 3],
    ['RTF called .doc', '来稿.doc', bytes('{\\rtf1 a}'), 'E-IMPORT-NAME', 3],
    ['HTML called .doc', '来稿.doc', bytes('<html><body>甲</body></html>'), 'E-IMPORT-HTML', 3],
    [
      'a web archive called .doc',
      '来稿.doc',
      bytes('MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n'),
      'E-IMPORT-HTML',
      3,
    ],
    ['macros', '来稿.docm', GOOD, 'E-IMPORT-MACRO', 3],
    [
      'macros in a .docx',
      '来稿.docx',
      zipSync({ 'word/document.xml': bytes(part('document', '')), 'word/vbaProject.bin': bytes('x') }),
      'E-IMPORT-MACRO',
      3,
    ],
    ['an old .wps', '来稿.wps', bytes('\u0001\u00fe\u0032 words of another program'), 'E-IMPORT-OLD', 3],
    [
      'a .doc with nothing of Word in it',
      '来稿.doc',
      Uint8Array.from([...OLE, ...new Uint8Array(600)]),
      'E-IMPORT-OLD',
      3,
    ],
    ['a broken archive', '来稿.docx', GOOD.slice(0, GOOD.length - 60), 'E-IMPORT-BROKEN', 3],
    ['no archive at all', '来稿.docx', bytes('这不是压缩包'), 'E-IMPORT-BROKEN', 3],
    ['an archive without a document', '来稿.docx', zipSync({ 'a.txt': bytes('甲') }), 'E-IMPORT-NOT-DOCX', 3],
    ['broken XML', '来稿.docx', withDocument('<w:document><w:body></w:document>'), 'E-IMPORT-XML', 3],
    [
      'a document type',
      '来稿.docx',
      withDocument('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'),
      'E-IMPORT-DOCTYPE',
      1,
    ],
    [
      'a binary called .txt',
      '来稿.txt',
      Uint8Array.from({ length: 400 }, (_, at) => (at * 37) % 256),
      'E-IMPORT-KIND',
      3,
    ],
  ] as const)('%s', async (_, name, content, code, exit) => {
    expect(await faultsOf(name, content)).toEqual([code])
    expect(exitOf(code)).toBe(exit)
  })

  test('one that cannot be read keeps no other back', async () => {
    const found = await imported({ '坏.docx': bytes('x'), '好.docx': GOOD })
    expect(found.diagnostics.map((one) => one.code)).toEqual(['E-IMPORT-BROKEN'])
    expect(found.issue?.sections[0]?.articles).toHaveLength(2)
  })
})

describe('what would grow without bound is stopped', () => {
  test('a document that unpacks to more than it may, whatever its size says', async () => {
    const bomb = bytes(part('document', `<w:body>${' '.repeat(30_000_000)}</w:body>`))
    expect(await faultsOf('来稿.docx', zipOf('word/document.xml', bomb, 10))).toEqual(['E-BOMB'])
    expect(exitOf('E-BOMB')).toBe(6)
  })

  test('a part that grows more than two hundred times', async () => {
    const media = zipSync({
      'word/document.xml': bytes(part('document', '<w:body/>')),
      '[Content_Types].xml': bytes('<Types/>'),
      'a.bin': bytes(''),
    })
    expect(
      await faultsOf(
        '包.zip',
        zipSync({ '甲.docx': media, '乙.txt': [bytes('甲'.repeat(3_000_000)), { level: 9 }] }),
      ),
    ).toEqual(['E-BOMB'])
  })

  test.each([
    ['nested tables', '<w:tbl><w:tr><w:tc>'.repeat(70) + '</w:tc></w:tr></w:tbl>'.repeat(70)],
    [
      'elements inside each other',
      '<w:sdt><w:sdtContent>'.repeat(3_000) + '</w:sdtContent></w:sdt>'.repeat(3_000),
    ],
    ['paragraphs', '<w:p/>'.repeat(20_001)],
  ])('%s', async (_, body) => {
    expect(await faultsOf('来稿.docx', docx({ body }))).toEqual(['E-IMPORT-LIMIT'])
    expect(exitOf('E-IMPORT-LIMIT')).toBe(6)
  })

  test('a hundred thousand bookmarks in one paragraph are none of our business', async () => {
    const marks = Array.from(
      { length: 100_000 },
      (_, at) => `<w:bookmarkStart w:id="${at}" w:name="_${at * 7919}"/><w:bookmarkEnd w:id="${at}"/>`,
    ).join('')
    const found = await imported({
      '来稿.docx': docx({ body: title('水务集团检查供水保障') + p(marks + r(SENTENCE)) }),
    })
    expect(found.diagnostics).toEqual([])
    expect(letters(wordsOf(found.issue))).toContain(SENTENCE)
  })

  test('archives inside each other', async () => {
    let zip = zipSync({ '来稿.txt': bytes(SENTENCE) })
    for (let depth = 0; depth < 5; depth += 1) zip = zipSync({ '包.zip': zip })
    expect(await faultsOf('包.zip', zip)).toEqual(['E-IMPORT-LIMIT'])
  })

  test('names in an archive are words, never ways on the disk', async () => {
    const found = await imported({
      '包.zip': zipSync({
        '../../evil.txt': bytes(`标题在这里\n${SENTENCE}`),
        '/etc/b.txt': bytes(`另一个标题\n${SENTENCE}`),
      }),
    })
    expect(found.plan.written.map((one) => one.path)).toEqual([
      'issues/2026-06/标题在这里.md',
      'issues/2026-06/另一个标题.md',
    ])
    expect(found.plan.files.map((one) => one.file)).toEqual(['包.zip/evil.txt', '包.zip/etc/b.txt'])
  })
})

test('a part in another coding than deflate is no part', async () => {
  const zip = Uint8Array.from(zipSync({ 'word/document.xml': bytes(part('document', '<w:body/>')) }))
  const view = new DataView(zip.buffer)
  view.setUint16(view.getUint32(zip.length - 6, true) + 10, 12, true)
  expect(await faultsOf('来稿.docx', zip)).toEqual(['E-IMPORT-BROKEN'])
})

test('an old Word file whose sectors lead in a circle is damaged, and does not hang', async () => {
  const file = join(import.meta.dirname, 'libreoffice/base.doc')
  const doc = Buffer.from(readFileSync(file))
  // [MS-CFB] 2.2–2.3: the first sector of the table of chains, and in it that of the directory and one more.
  const table = (doc.readInt32LE(76) + 1) * 512
  const directory = doc.readInt32LE(48)
  doc.writeInt32LE(directory + 1, table + 4 * directory)
  doc.writeInt32LE(directory, table + 4 * (directory + 1))
  expect(await faultsOf('来稿.doc', doc)).toEqual(['E-IMPORT-OLD'])
  expect(await faultsOf('来稿.doc', new Uint8Array(readFileSync(file)))).toEqual([])
}, 60_000)

test('one part of an archive with a password keeps none of the others back', async () => {
  const zip = Uint8Array.from(
    zipSync({ '密.txt': bytes('密文'), '明.txt': bytes(`明文的标题\n${SENTENCE}`) }),
  )
  const view = new DataView(zip.buffer)
  const at = view.getUint32(zip.length - 6, true)
  view.setUint16(at + 8, view.getUint16(at + 8, true) | 1, true)
  const found = await imported({ '包.zip': zip })
  expect(found.diagnostics.map((one) => [one.code, one.values.file])).toEqual([
    ['E-IMPORT-ENCRYPTED', '包.zip/密.txt'],
  ])
  expect(letters(wordsOf(found.issue))).toContain(SENTENCE)
})

test('a file that takes longer than a minute is given up; the next one has its own time', async () => {
  let hour = 0
  const clock = () => hour++ * 3_600_000
  const long = docx({ body: p(SENTENCE).repeat(400) })
  expect((await imported({ '长.docx': long }, { clock })).diagnostics.map((one) => one.code)).toEqual([
    'E-IMPORT-LIMIT',
  ])
  expect((await imported({ '长.docx': long })).diagnostics).toEqual([])
})
