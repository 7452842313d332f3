import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { exitCodeOf } from '../../src/report/exit-code.ts'
import { formatReport } from '../../src/report/report.ts'
import { docx, item, numbering, p, part, picture, r, SENTENCE, title } from './docx-parts.ts'
import { type Imported, imported, letters, wordsOf } from './imported.ts'
import { PNG } from './pictures.ts'

/** The hostile files that an office may be handed (docs of safety: Import), each with what becomes of it. */
interface Hostile {
  readonly files: Readonly<Record<string, Uint8Array>>
  readonly tracked?: 'accept' | 'reject'
  /** Codes of what is refused; none where all comes in. */
  readonly codes?: readonly string[]
  readonly exit: number
  /** Kinds of findings that the report has. */
  readonly told?: readonly string[]
  readonly printed?: readonly string[]
  readonly kept?: readonly string[]
  /** Words that no article has; the report may. */
  readonly out?: readonly string[]
}

const bytes = (text: string) => new TextEncoder().encode(text)
const HEAD = title('水务集团检查供水保障')
const word = (body: string, more: Omit<Parameters<typeof docx>[0], 'body'> = {}) =>
  docx({ body: HEAD + p(SENTENCE) + body, ...more })
const one = (bytes: Uint8Array, name = '来稿.docx') => ({ [name]: bytes })
const withDocument = (xml: string) => zipSync({ 'word/document.xml': bytes(xml) })
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const wide = (text: string) => [...text].flatMap((sign) => [sign.charCodeAt(0), 0])
const by = 'w:id="1" w:author="张某" w:date="2026-05-20T09:30:00Z"'
const mail = (depth: number, name = '../../x.txt') => {
  let text = `Content-Type: application/octet-stream\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(`附件的标题\n${SENTENCE}`).toString('base64')}\r\n`
  for (let at = 0; at < depth; at += 1)
    text = `Content-Type: multipart/mixed; boundary="b${at}"\r\n\r\n--b${at}\r\n${text}--b${at}--\r\n`
  return bytes(`From: a@b.cn\r\nSubject: x\r\nMIME-Version: 1.0\r\n${text}`)
}
/** An archive whose directory says that a part is small. */
function lying(content: Uint8Array): Uint8Array {
  const zip = Uint8Array.from(zipSync({ 'word/document.xml': [content, { level: 9 }] }))
  const view = new DataView(zip.buffer)
  view.setUint32(view.getUint32(zip.length - 6, true) + 24, 10, true)
  return zip
}
/** The same name twice in one archive. */
function doubled(): Uint8Array {
  const zip = zipSync({ 'a.txt': bytes(`甲的标题\n${SENTENCE}`), 'b.txt': bytes(`乙的标题\n${SENTENCE}`) })
  return Uint8Array.from(Buffer.from(zip).toString('latin1').replaceAll('b.txt', 'a.txt'), (sign) =>
    sign.charCodeAt(0),
  )
}
/** A part that is a link on systems that have such (Info-ZIP: the upper half of the external attributes is the mode). */
function linked(): Uint8Array {
  const zip = Uint8Array.from(zipSync({ '口令.txt': [bytes('/etc/passwd'), { os: 3, attrs: 0xa1ff << 16 }] }))
  return zip
}

const HOSTILE: Readonly<Record<string, Hostile>> = {
  '48 a picture that lies outside: a file': {
    files: one(word(p(picture('i1')), { links: { i1: 'image file:///etc/passwd !' } })),
    exit: 0,
    told: ['picture-outside'],
    printed: ['file:///etc/passwd'],
  },
  '48 a picture in the net, one on a share': {
    files: one(
      word(p(picture('i1') + picture('i2')), {
        links: { i1: 'image http://192.0.2.1/a.png !', i2: 'image \\\\server\\share\\x.png !' },
      }),
    ),
    exit: 0,
    told: ['picture-outside'],
    printed: ['http://192.0.2.1/a.png', '\\\\server\\share\\x.png'],
  },
  '49 names that lead elsewhere': {
    files: one(
      zipSync({
        '../../evil.txt': bytes(`第一个标题\n${SENTENCE}`),
        '/etc/b.txt': bytes(`第二个标题\n${SENTENCE}`),
        '..\\..\\c.txt': bytes(`第三个标题\n${SENTENCE}`),
        'C:\\Windows\\d.txt': bytes(`第四个标题\n${SENTENCE}`),
      }),
      '包.zip',
    ),
    exit: 0,
    kept: ['第一个标题', '第二个标题', '第三个标题', '第四个标题'],
  },
  '49 a link among the parts': { files: one(linked(), '包.zip'), exit: 0, out: ['root:'] },
  '49 one name twice': { files: one(doubled(), '包.zip'), exit: 0, kept: [SENTENCE] },
  '50 a part that grows without end': {
    files: one(withDocument(part('document', `<w:body>${' '.repeat(60_000_000)}</w:body>`))),
    codes: ['E-BOMB'],
    exit: 6,
  },
  '50 a size that lies': {
    files: one(lying(bytes(part('document', `<w:body>${' '.repeat(30_000_000)}</w:body>`)))),
    codes: ['E-BOMB'],
    exit: 6,
  },
  '50 more paragraphs than any text has, in few bytes': {
    files: one(docx({ body: '<w:p/>'.repeat(20_001) })),
    codes: ['E-IMPORT-LIMIT'],
    exit: 6,
  },
  '51 three thousand tables in each other': {
    files: one(docx({ body: '<w:tbl><w:tr><w:tc>'.repeat(3_000) + '</w:tc></w:tr></w:tbl>'.repeat(3_000) })),
    codes: ['E-IMPORT-LIMIT'],
    exit: 6,
  },
  '51 a million runs': {
    files: one(docx({ body: `<w:p>${'<w:r><w:t/></w:r>'.repeat(1_000_000)}</w:p>` })),
    codes: ['E-BOMB'],
    exit: 6,
  },
  '51 ten thousand bookmarks': {
    files: one(
      word(
        p(
          Array.from(
            { length: 10_000 },
            (_, at) => `<w:bookmarkStart w:id="${at}" w:name="b${at * 7919}"/>`,
          ).join('') + r('书签后面的一句。'),
        ),
      ),
    ),
    exit: 0,
    kept: ['书签后面的一句。'],
  },
  '52 an entity of a file': {
    files: one(withDocument('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>')),
    codes: ['E-IMPORT-DOCTYPE'],
    exit: 1,
  },
  '52 entities of entities': {
    files: one(withDocument('<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>')),
    codes: ['E-IMPORT-DOCTYPE'],
    exit: 1,
  },
  '53 hidden text': {
    files: one(word(p(r('看得见。') + r('看不见的底数', '<w:vanish/>')))),
    exit: 0,
    told: ['hidden'],
    printed: ['看不见的底数'],
    kept: ['看得见。'],
    out: ['看不见的底数'],
  },
  '54 tracked changes, taken': {
    files: one(
      word(
        p(
          `${r('压力')}<w:del ${by}><w:r><w:delText>旧数</w:delText></w:r></w:del><w:ins ${by}>${r('新数')}</w:ins>${r('。')}`,
        ),
      ),
    ),
    exit: 0,
    told: ['deleted', 'inserted'],
    printed: ['旧数'],
    kept: ['压力新数。'],
    out: ['旧数'],
  },
  '54 tracked changes, refused': {
    files: one(
      word(
        p(
          `${r('压力')}<w:del ${by}><w:r><w:delText>旧数</w:delText></w:r></w:del><w:ins ${by}>${r('新数')}</w:ins>${r('。')}`,
        ),
      ),
    ),
    tracked: 'reject',
    exit: 0,
    told: ['deleted-rejected', 'inserted-rejected'],
    kept: ['压力旧数。'],
    out: ['新数'],
  },
  '54 a comment': {
    files: one(
      word(p(`${r('压力稳定。')}<w:r><w:commentReference w:id="3"/></w:r>`), {
        comments: `<w:comment w:id="3" w:author="王某" w:date="2026-05-20T09:30:00Z">${p('请核实数字')}</w:comment>`,
      }),
    ),
    exit: 0,
    told: ['comment'],
    printed: ['请核实数字'],
    out: ['请核实数字'],
  },
  '55 a box, a note, a head, an equation, an object, a chart': {
    files: one(
      word(
        p(
          `${r('正文里的一句')}<w:r><w:footnoteReference w:id="2"/></w:r>${r('。')}<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${p('框里的一句')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`,
        ) +
          p('<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>') +
          p('<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12" r:id="o1"/></w:object></w:r>') +
          p(
            '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart r:id="c1"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>',
          ),
        {
          footnotes: `<w:footnote w:id="2">${p('注里的一句')}</w:footnote>`,
          header: p('某某简报 页眉的话'),
        },
      ),
    ),
    exit: 0,
    told: ['box', 'footnote-kept', 'header', 'equation', 'embedded', 'drawing'],
    kept: ['框里的一句', '注里的一句', 'x+1'],
  },
  '56 numbers that Word counts': {
    files: one(
      word(item('健全机制') + item('压实责任'), {
        numbering: numbering(['chineseCountingThousand', '%1、']),
      }),
    ),
    exit: 0,
    kept: ['一、健全机制', '二、压实责任'],
  },
  '57 links that run, read or hold something': {
    files: one(
      word(
        p(['j', 'f', 'd'].map((id) => `<w:hyperlink r:id="${id}">${r(`链接${id}`)}</w:hyperlink>`).join('')),
        {
          links: {
            j: 'hyperlink javascript:alert(1) !',
            f: 'hyperlink file:///etc/passwd !',
            d: 'hyperlink data:text/html;base64,PHNjcmlwdD4= !',
          },
        },
      ),
    ),
    exit: 0,
    told: ['link-dropped'],
    kept: ['链接j链接f链接d'],
    out: ['javascript:', 'file:', 'data:'],
  },
  '58 macros': { files: one(word(''), '来稿.docm'), codes: ['E-IMPORT-MACRO'], exit: 3 },
  '58 a password': {
    files: one(Uint8Array.from([...OLE, ...new Uint8Array(500), ...wide('EncryptedPackage')])),
    codes: ['E-IMPORT-ENCRYPTED'],
    exit: 3,
  },
  '58 a .doc called .docx': {
    files: one(Uint8Array.from([...OLE, ...new Uint8Array(600)])),
    codes: ['E-IMPORT-NAME'],
    exit: 3,
  },
  '58 an old .wps': {
    files: one(bytes('\u0001\u00fe\u0032 words of another program'), '来稿.wps'),
    codes: ['E-IMPORT-OLD'],
    exit: 3,
  },
  '58 RTF called .doc': {
    files: one(bytes('{\\rtf1 a}'), '来稿.doc'),
    codes: ['E-IMPORT-NAME'],
    exit: 3,
  },
  '58 HTML called .doc': {
    files: one(bytes('<html><body>甲</body></html>'), '来稿.doc'),
    codes: ['E-IMPORT-HTML'],
    exit: 3,
  },
  '58 nothing': { files: one(new Uint8Array()), codes: ['E-IMPORT-EMPTY'], exit: 3 },
  '59 pictures of other kinds': {
    files: one(
      word(p(picture('i1') + picture('i2') + picture('i3')), {
        links: { i1: 'image media/a.emf', i2: 'image media/b.wmf', i3: 'image media/c.png' },
        files: {
          'media/a.emf': Uint8Array.from([1, 0, 0, 0, ...new Uint8Array(36), 0x20, 0x45, 0x4d, 0x46]),
          'media/b.wmf': Uint8Array.from([0xd7, 0xcd, 0xc6, 0x9a, ...new Uint8Array(40)]),
          'media/c.png': PNG,
        },
      }),
    ),
    exit: 0,
    kept: [SENTENCE],
  },
  '60 a mail in a mail in a mail': {
    files: one(mail(1_000), '邮件.eml'),
    codes: ['E-IMPORT-LIMIT'],
    exit: 6,
  },
  '60 an attachment whose name leads elsewhere': {
    files: one(mail(1), '邮件.eml'),
    exit: 0,
    kept: ['附件的标题', SENTENCE],
  },
  '60 winmail.dat': {
    files: {
      ...one(word('')),
      '邮件.eml': bytes(
        `From: a@b.cn\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: application/ms-tnef; name="winmail.dat"\r\nContent-Disposition: attachment; filename="winmail.dat"\r\nContent-Transfer-Encoding: base64\r\n\r\neJ8+Ig==\r\n--b--\r\n`,
      ),
    },
    exit: 0,
    told: ['file-winmail'],
  },
  '62 text that looks like YAML and Markdown': {
    files: one(
      word(
        [
          '---',
          'key: v',
          '# 井号',
          '| 竖线 | 甲',
          '\tTab',
          '- 减号',
          '> 大于',
          '*星*',
          '```',
          '!!js/function x',
        ]
          .map((line) => p(line))
          .join(''),
      ),
    ),
    exit: 0,
    kept: ['---', 'key:v', '#井号', '|竖线|甲', '-减号', '>大于', '*星*', '```', '!!js/functionx'],
  },
}

async function cameOf({ files, tracked = 'accept' }: Hostile): Promise<Imported> {
  return imported(files, { tracked })
}

describe('what an office may be handed on purpose', () => {
  test.each(Object.entries(HOSTILE))('%s', async (_, hostile) => {
    const { codes = [], exit, told = [], printed = [], kept = [], out = [] } = hostile
    const found = await cameOf(hostile)
    expect(found.diagnostics.map((said) => said.code)).toEqual(codes)
    expect(exitCodeOf(found.diagnostics)).toBe(exit)
    const kinds = found.plan.files.flatMap((one) => one.entries.map((entry) => entry.kind))
    expect(kinds).toEqual(expect.arrayContaining([...told]))
    const report = found.entries.map((entry) => `${entry.text} ${entry.what} ${entry.done}`).join('\n')
    for (const words of printed) expect(report).toContain(words)
    const words = letters(wordsOf(found.issue))
    for (const some of kept) expect(words).toContain(letters(some))
    for (const some of out) expect(words).not.toContain(some)
    // What is refused leaves nothing, what comes in reads again and stays in its folder.
    if (codes.length > 0) expect(found.plan.written).toEqual([])
    for (const { path } of found.plan.written) expect(path).toMatch(/^issues\/2026-06\/[^/\\]+$/)
    expect(found.readDiagnostics.filter((one) => one.severity === 'error')).toEqual([])
    for (const language of ['zh', 'en'] as const) {
      const told = formatReport(found.diagnostics, new Map(), { language, colour: false })
      expect(told).not.toMatch(/\n\s+at \S+ \(|\bundefined\b|\[object /)
      if (codes.length > 0) expect(told).toContain(Object.keys(hostile.files)[0])
    }
  })

  test('61 what is there is never written over', async () => {
    const taken = new Set(['issues/2026-06/水务集团检查供水保障.md'])
    const found = await imported(one(word('')), { isTaken: (path) => taken.has(path) })
    expect(found.plan.written.map((file) => file.path)).toEqual(['issues/2026-06/水务集团检查供水保障-2.md'])
  })
})
