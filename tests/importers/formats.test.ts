import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { docx, p, SENTENCE, title } from './docx-parts.ts'
import { imported, wordsOf } from './imported.ts'
import { PNG } from './pictures.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string, mark: number[]) =>
  Uint8Array.from([
    ...mark,
    ...[...text].flatMap((sign) => [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8]),
  ])
/** “水务集团检查供水”, a line end and “正文一句。” in GB 18030. */
const GB = Uint8Array.from(
  Buffer.from(
    'cbaecef1bcafcdc5bcecb2e9b9a9cbae0acbaecef1bcafcdc5bcecb2e9b9a9cbaebcb0b5f7b6c8d6d0d0c4a1a3',
    'hex',
  ),
)

describe('plain texts', () => {
  test.each([
    ['UTF-8', utf8(`供水保障检查\n${SENTENCE}`), undefined],
    ['UTF-8 with a mark', utf8(`\ufeff供水保障检查\n${SENTENCE}`), undefined],
    ['UTF-16LE', utf16(`供水保障检查\n${SENTENCE}`, [0xff, 0xfe]), 'UTF-16LE'],
    ['UTF-16LE without a mark', utf16(`a.\n${'b c '.repeat(20)}。`, []), 'UTF-16LE'],
  ] as const)('%s', async (_, bytes, said) => {
    const found = await imported({ '来稿.txt': bytes })
    expect(found.diagnostics).toEqual([])
    expect(found.entries.find((one) => one.kind === 'encoding')?.what).toBe(said && `文字编码是 ${said}`)
  })

  test('GB 18030 is told', async () => {
    const found = await imported({ '来稿.txt': GB })
    expect(found.entries.find((one) => one.kind === 'encoding')?.what).toBe('文字编码是 GB 18030')
    expect(found.issue?.sections[0]?.articles[1]?.title[0]?.text).toBe('水务集团检查供水')
  })

  test('lines broken by hand are joined, and that is told', async () => {
    const line = '水务集团检查迎峰度夏供水保障工作要求各站备足物资落实值班'
    const found = await imported({
      '来稿.txt': utf8(
        `供水保障检查\n\n　　${line}\n${line}\n${line}。\n\n　　${line}\n${line}\n${line}。\n`,
      ),
    })
    const body = found.issue?.sections[0]?.articles[1]?.body ?? []
    expect(
      body.map((one) => (one.kind === 'paragraph' ? one.text.map((run) => run.text).join('') : one.kind)),
    ).toEqual([`${line}${line}${line}。`, `${line}${line}${line}。`])
    expect(found.entries.map((one) => one.kind)).toContain('lines-joined')
  })

  test('a Markdown article of ours is taken as it is', async () => {
    const text = `---\ntitle: 供水保障检查\ncredit: { 水务集团: 周明远 } # 已核\n---\n${SENTENCE}\n\n## 一、备足物资\n\n${SENTENCE}\n`
    const found = await imported({ '来稿.md': utf8(text) })
    expect(found.plan.written[0]?.content).toBe(text)
  })
})

describe('RTF', () => {
  const rtf = (body: string) =>
    utf8(`{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fcharset134 SimSun;}}{\\*\\generator X;}${body}}`)
  const gbk = "\\'cb\\'ae\\'ce\\'f1\\'bc\\'af\\'cd\\'c5\\'bc\\'ec\\'b2\\'e9\\'b9\\'a9\\'cb\\'ae"

  test('text in GBK and Unicode, looks, hidden and tracked text, notes, tables', async () => {
    const found = await imported({
      '来稿.rtf': rtf(
        `\\pard\\qc\\b\\fs44 ${gbk}\\par\\pard\\plain\\fs21 \\u20320?\\u22909?\\b \\u37325?\\b0 m{\\super 2}{\\v hidden words}{\\deleted gone}{\\revised came}{\\footnote note words}\\u12290?\\par` +
          '\\trowd\\cellx100\\cellx200\\intbl a\\cell b\\cell\\row\\trowd\\intbl 1\\cell 2\\cell\\row\\pard last\\par',
      ),
    })
    expect(found.plan.written[0]?.content).toBe(
      '---\ntitle: 水务集团检查供水\n---\n你好**重**m^2^came。\n\nnote words\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\nlast\n'
        .replace('\n\nnote words', '')
        .replace('last\n', 'last\n\nnote words\n'),
    )
    expect(found.entries.map((one) => [one.kind, one.text])).toEqual(
      expect.arrayContaining([
        ['hidden', 'hidden words'],
        ['deleted', 'gone'],
        ['inserted', 'came'],
        ['footnote', 'note words'],
      ]),
    )
  })

  test('groups without end, and ends without groups, are no fault of ours', async () => {
    for (const body of ['{{{{{', '}}}}}', '\\u', "\\'", '\\bin99999999 x', '{\\pict\\pngblip zz']) {
      expect((await imported({ '来稿.rtf': rtf(body) })).diagnostics).toEqual([])
    }
    expect(
      (await imported({ '来稿.rtf': rtf('{'.repeat(5000)) })).diagnostics.map((one) => one.code),
    ).toEqual(['E-IMPORT-LIMIT'])
  })
})

describe('mail', () => {
  const mail = (parts: readonly string[], head = '') =>
    utf8(
      [
        'From: =?utf-8?B?5rC05Yqh6ZuG5Zui?= <a@b.cn>',
        `Subject: =?utf-8?B?${Buffer.from('转发：供水稿件').toString('base64')}?=`,
        'MIME-Version: 1.0',
        `Content-Type: multipart/mixed; boundary="x"${head}`,
        '',
        ...parts.flatMap((part) => ['--x', part]),
        '--x--',
        '',
      ].join('\r\n'),
    )
  const text = (words: string) =>
    `Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(words).toString('base64')}`
  const attached = (name: string, bytes: Uint8Array) =>
    `Content-Type: application/octet-stream\r\nContent-Disposition: attachment; filename*=utf-8''${encodeURIComponent(name)}\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(bytes).toString('base64')}`

  test('attachments are contributions of their own, its pictures belong to its text, a covering note is told', async () => {
    const word = docx({ body: title('水务集团检查供水保障') + p(SENTENCE) })
    const found = await imported({
      '邮件.eml': mail([
        text('您好，稿件和照片见附件。'),
        attached('../../稿件.docx', word),
        attached('IMG_0001.png', PNG),
      ]),
    })
    expect(found.diagnostics).toEqual([])
    expect(found.plan.files.map((one) => one.file).sort()).toEqual(['邮件.eml', '邮件.eml/稿件.docx'])
    const article = found.issue?.sections[0]?.articles[1]
    expect(article?.pictures).toHaveLength(1)
    expect(article?.credit?.units).toEqual([{ name: '水务集团', people: [] }])
    expect(found.entries.find((one) => one.kind === 'mail-covering')?.text).toBe('您好，稿件和照片见附件。')
  })

  test('a mail that is the contribution itself has its subject for a title', async () => {
    const found = await imported({ '邮件.eml': mail([text(`${SENTENCE}\n\n${SENTENCE}`)]) })
    expect(found.issue?.sections[0]?.articles[1]?.title[0]?.text).toBe('供水稿件')
  })

  test.each([
    ['subject', '供\u009b水\u0000稿件', '水务集团', '稿件.txt'],
    ['sender', '供水稿件', '水务\u0007集\u200b团', '稿件.txt'],
    ['name of what is attached', '供水稿件', '水务集团', '供水\u009b稿\u2028件.txt'],
  ])('what no text may hold is left out of a %s', async (_, subject, sender, name) => {
    const encoded = (words: string) => `=?utf-8?B?${Buffer.from(words).toString('base64')}?=`
    const written = text(`${SENTENCE}\n\n${SENTENCE}`)
    const letter = `Subject: ${encoded(subject)}\r\nFrom: ${encoded(sender)} <a@b.cn>\r\nMIME-Version: 1.0\r\n${written}`
    const files = {
      '信.eml': utf8(letter),
      '邮件.eml': mail([attached(name, utf8(`${SENTENCE}\n\n${SENTENCE}`))]),
    }
    const found = await imported(files)
    expect(found.readDiagnostics).toEqual([])
    expect(found.issue?.sections[0]?.articles).toHaveLength(3)
  })

  test('a web page for a text gives its words', async () => {
    const page = `Content-Type: text/html; charset=utf-8\r\n\r\n<style>p{}</style><p>${SENTENCE}</p><script>x</script><p>A&amp;B&#31532;二段，管网末梢压力一直保持稳定。</p>`
    const found = await imported({ '邮件.eml': mail([page]) })
    expect(wordsOf(found.issue)).toContain('A&B第二段，管网末梢压力一直保持稳定。')
    expect(found.entries.map((one) => one.kind)).toContain('mail-html')
  })

  test('a thousand parts inside each other', async () => {
    let nested = 'Content-Type: text/plain\r\n\r\nx'
    for (let at = 0; at < 1000; at += 1)
      nested = `Content-Type: multipart/mixed; boundary="b${at}"\r\n\r\n--b${at}\r\n${nested}\r\n--b${at}--`
    const found = await imported({ '邮件.eml': utf8(`From: a@b.cn\r\nMIME-Version: 1.0\r\n${nested}`) })
    expect(found.diagnostics.map((one) => one.code)).toEqual(['E-IMPORT-LIMIT'])
  })
})

describe('folders, archives and pictures', () => {
  test('names in GBK, folders called after sections and units', async () => {
    const zip = Uint8Array.from(zipSync({ 'XXXX/a.txt': utf8(`供水保障检查\n${SENTENCE}`) }))
    const name = Buffer.from('d2aaceC5'.toLowerCase(), 'hex')
    for (let at = 0; at + 4 <= zip.length; at += 1)
      if (zip.slice(at, at + 4).every((byte) => byte === 0x58)) zip.set(name, at)
    const found = await imported({ '包.zip': zip })
    expect(found.plan.files.map((one) => one.file)).toEqual(['包.zip/要闻/a.txt'])
    expect([...found.plan.items.keys()]).toEqual(['要闻'])
  })

  test('pictures go to the article they are named after; others are saved and told', async () => {
    const found = await imported({
      '来稿/甲 供水.txt': utf8(`供水保障检查\n${SENTENCE}`),
      '来稿/乙 岸桥.txt': utf8(`岸桥投入运行\n${SENTENCE}`),
      '来稿/乙 岸桥1.png': PNG,
      '来稿/IMG_2031.png': PNG,
    })
    const [, first, second] = found.issue?.sections[0]?.articles ?? []
    expect([first?.pictures.length, second?.pictures.length]).toEqual([0, 1])
    expect(found.entries.filter((one) => one.kind === 'picture-alone').map((one) => one.file)).toEqual([
      '来稿/IMG_2031.png',
    ])
    expect(found.plan.written.map((one) => one.path)).toContain('issues/2026-06/IMG-2031.png')
  })

  test('a caption taken from a picture’s name is told; a name that says nothing is none', async () => {
    const found = await imported({
      '甲.txt': utf8(`供水保障检查\n${SENTENCE}`),
      '甲 调度大厅夜班.png': PNG,
      '甲 现场照片.png': PNG,
    })
    const captions = found.issue?.sections[0]?.articles[1]?.pictures.map((group) =>
      group.row.map((one) => one.caption?.map((run) => run.text).join('') ?? ''),
    )
    expect(captions).toEqual([['调度大厅夜班'], ['']])
    expect(found.entries.filter((one) => one.kind === 'picture-named').map((one) => one.done)).toEqual([
      '作图片说明“调度大厅夜班”，请核对',
    ])
  })

  test.each(['02 简讯', '简讯稿件', '3、简 讯'])(
    'a folder called almost like a section: %s',
    async (folder) => {
      const found = await imported({ [`${folder}/a.txt`]: utf8(SENTENCE) })
      expect([...found.plan.items.keys()]).toEqual(['简讯'])
    },
  )
})

test('files that may hold words, and cannot be read, are told as lost, each with what to do', async () => {
  const names = ['a.pdf', 'b.rar', 'c.msg', 'd.odt', 'winmail.dat', 'e.xlsx', 'f.et', 'g.lnk', 'h.exe']
  const found = await imported(Object.fromEntries(names.map((name) => [name, utf8('x')])))
  expect(found.entries.map((one) => [one.file, one.kind, one.class])).toEqual([
    ['a.pdf', 'file-document', 'lost'],
    ['b.rar', 'file-archive', 'lost'],
    ['c.msg', 'file-mail', 'lost'],
    ['d.odt', 'file-document', 'lost'],
    ['winmail.dat', 'file-winmail', 'lost'],
    ['e.xlsx', 'file-sheet', 'lost'],
    ['f.et', 'file-sheet', 'lost'],
    ['g.lnk', 'file-shortcut', 'lost'],
    ['h.exe', 'file-other', 'note'],
  ])
})

test('what systems and office programs leave in an archive is passed over, as in a folder', async () => {
  const strange = ['~$a.docx', '.~a.docx', '__MACOSX/._a.txt', '.DS_Store', '照片/Thumbs.db', 'desktop.ini']
  const packed = zipSync(
    Object.fromEntries(['a.txt', '../b.txt', ...strange].map((name) => [name, utf8(SENTENCE)])),
  )
  const found = await imported({ '来稿.zip': packed })
  expect(found.entries.filter(({ kind }) => kind.startsWith('file-'))).toEqual([])
  expect([...found.plan.items.values()].flat()).toHaveLength(2)
})

test('a .wps that is a .docx inside is read as one', async () => {
  const found = await imported({ '来稿.wps': docx({ body: title('水务集团检查供水保障') + p(SENTENCE) }) })
  expect(found.diagnostics).toEqual([])
  expect(wordsOf(found.issue)).toContain(SENTENCE)
})
