import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync, zipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { ensureBundle, jianbao } from './bundle.ts'
import { project } from './project.ts'
import { by, came, ended, gone, inParagraph, inRun, returned, struck } from './returned-copy.ts'

beforeAll(ensureBundle, 60_000)

const article = (n: number) => `    - title: 第${n}水厂检查|供水保障   # 题${n}
      body: |
        ### 背景${n}

        第${n}组到厂察看，供水量是${n}万立方米。

        值班表${n}由**综合科${n}**编排，逐日公布。

        先到泵房${n}，再到机房，后到门岗。

        上半句${n}说完。下半句${n}接着说。

        前一段${n}。

        后一段${n}。

        ![](图${n})

        没有用的一段${n}。

        - 水泵${n}台
        - 管材${n}吨

        | 项目${n} | 数量 |
        | --- | --- |
        | 阀门${n} | 备用 |
        | 旧表${n} | 停用 |
      images:
        - { id: 图${n}, placeholder: 待补照片${n}, caption: 图为泵房${n}内景 }
      credit: { 供水集团${n}: 周明远 }   # 署名${n}
`
const COUNT = 12
const numbers = Array.from({ length: COUNT }, (_, at) => at + 10)
const ISSUE = `date: 2026-01-05   # 印发\nsections:\n  要闻:\n${numbers.map(article).join('')}`

type Edit = (text: string, n: number) => string
/** Each kind of change: what the reviewer's Word writes, and what the source says then. */
const KINDS: readonly (readonly [kind: string, word: Edit, source: Edit])[] = [
  [
    'a title',
    (xml, n) => inRun(xml, `第${n}水厂检查`, gone(`第${n}水厂检查`) + came(`第${n}水厂督查`)),
    (text, n) => text.replace(`第${n}水厂检查|`, `第${n}水厂督查|`),
  ],
  [
    'a sub-heading',
    (xml, n) => inRun(xml, `背景${n}`, `<w:r><w:t>背景${n}</w:t></w:r>${came('和起因', '李某')}`),
    (text, n) => text.replace(`### 背景${n}\n`, `### 背景${n}和起因\n`),
  ],
  [
    'an insertion',
    (xml, n) => inRun(xml, `第${n}组`, `${came('督查', '李某')}<w:r><w:t>第${n}组</w:t></w:r>`),
    (text, n) => text.replace(`        第${n}组`, `        督查第${n}组`),
  ],
  [
    'two reviewers in one place',
    (xml, n) => inRun(xml, `是${n}万`, gone(`是${n}万`) + came(`为${n + 1}万`, '李某')),
    (text, n) => text.replace(`是${n}万`, `为${n + 1}万`),
  ],
  [
    'a word in bold',
    (xml, n) => inRun(xml, `综合科${n}`, `<w:r><w:t>综合科${n}</w:t></w:r>${came('值班室')}`),
    (text, n) => text.replace(`**综合科${n}**编`, `**综合科${n}**值班室编`),
  ],
  [
    'a deletion',
    (xml, n) => inParagraph(xml, `值班表${n}`, (one) => inRun(one, '，逐日公布', gone('，逐日公布', '李某'))),
    (text, n) => text.replace(`**综合科${n}**值班室编排，逐日公布`, `**综合科${n}**值班室编排`),
  ],
  [
    'a move',
    (xml, n) =>
      inRun(
        xml,
        `先到泵房${n}，再到机房，`,
        `<w:moveFrom ${by('张某')}><w:r><w:t>先到泵房${n}，</w:t></w:r></w:moveFrom><w:r><w:t>再到机房，</w:t></w:r><w:moveTo ${by('张某')}><w:r><w:t>先到泵房${n}，</w:t></w:r></w:moveTo>`,
      ),
    (text, n) => text.replace(`先到泵房${n}，再到机房，`, `再到机房，先到泵房${n}，`),
  ],
  [
    'a paragraph divided',
    (xml, n) =>
      inParagraph(xml, `上半句${n}`, (one) => {
        const [head = ''] = /^<w:p><w:pPr>.*?<\/w:pPr>/.exec(one) ?? []
        const half = inRun(one, `下半句${n}接着说。`, '')
        return `${ended(half, 'ins', '李某')}${head}<w:r><w:t>下半句${n}接着说。</w:t></w:r></w:p>`
      }),
    (text, n) => text.replace(`说完。下半句${n}`, `说完。\n\n        下半句${n}`),
  ],
  [
    'two paragraphs joined',
    (xml, n) => inParagraph(xml, `前一段${n}`, (one) => ended(one, 'del')),
    (text, n) => text.replace(`前一段${n}。\n\n        后`, `前一段${n}。后`),
  ],
  [
    'a new paragraph',
    (xml, n) =>
      inParagraph(
        xml,
        `后一段${n}`,
        (one) =>
          `${one}<w:p><w:pPr><w:rPr><w:ins ${by('李某')}/></w:rPr></w:pPr>${came(`新添的一段${n}。`, '李某')}</w:p>`,
      ),
    (text, n) => text.replace(`后一段${n}。\n`, `后一段${n}。\n\n        新添的一段${n}。\n`),
  ],
  [
    'a paragraph deleted',
    (xml, n) => inParagraph(xml, `没有用的一段${n}`, (one) => struck(one)),
    (text, n) => text.replace(`        没有用的一段${n}。\n\n`, ''),
  ],
  [
    'a list item',
    (xml, n) =>
      inRun(
        xml,
        `水泵${n}台`,
        `${gone(`水泵${n}`, '李某') + came(`潜水泵${n}`, '李某')}<w:r><w:t>台</w:t></w:r>`,
      ),
    (text, n) => text.replace(`- 水泵${n}台`, `- 潜水泵${n}台`),
  ],
  [
    'a cell',
    (xml, n) => inRun(xml, `阀门${n}`, `<w:r><w:t>阀门${n}</w:t></w:r>${came('（大）')}`),
    (text, n) => text.replace(`| 阀门${n} `, `| 阀门${n}（大） `),
  ],
  [
    'a row deleted',
    (xml, n) => {
      const at = xml.lastIndexOf('<w:tr>', xml.indexOf(`旧表${n}`))
      return `${xml.slice(0, at)}<w:tr><w:trPr><w:del ${by('李某')}/></w:trPr>${xml.slice(at + '<w:tr>'.length)}`
    },
    (text, n) => text.replace(`        | 旧表${n} | 停用 |\n`, ''),
  ],
  [
    'a caption',
    (xml, n) => inRun(xml, `图为泵房${n}内景`, gone(`图为泵房${n}内景`) + came(`图为泵房${n}全景`)),
    (text, n) => text.replace(`图为泵房${n}内景`, `图为泵房${n}全景`),
  ],
  [
    'a credit',
    (xml, n) =>
      inParagraph(xml, `供水集团${n}`, (one) =>
        inRun(one, '周明远', gone('周明远', '李某') + came('林小禾', '李某')),
      ),
    (text, n) => text.replace(`{ 供水集团${n}: 周明远 }`, `{ 供水集团${n}: 林小禾 }`),
  ],
  [
    'looks only',
    (xml, n) =>
      inParagraph(xml, `项目${n}`, (one) =>
        one.replace('</w:rPr><w:t', `<w:rPrChange ${by('张某')}><w:rPr/></w:rPrChange></w:rPr><w:t`),
      ),
    (text) => text,
  ],
]
const applyTo = (text: string, which: 1 | 2) =>
  numbers.reduce((sum, n) => KINDS.reduce((one, kind) => kind[which](one, n), sum), text)
const source = (folder: string) => readFileSync(join(folder, 'issues/2026-01.yaml'), 'utf8')

describe('a returned copy with changes of every kind', () => {
  test('over two hundred of them by two reviewers: the source is what they read, its comments where they stood', () => {
    const folder = project({ 'issues/2026-01.yaml': ISSUE })
    returned(folder, (xml) => applyTo(xml, 1))
    const found = JSON.parse(jianbao(folder, ['review', 'back.docx', '--take', 'all', '--json']).out)
    const left = found.changes.filter((one: { state: string }) => one.state !== 'taken')
    expect(left).toEqual([])
    expect(found.changes.length + found.others.length).toBeGreaterThan(200)
    expect(found.others.map((one: { kind: string }) => one.kind)).toEqual(numbers.map(() => 'looks'))
    expect(source(folder)).toBe(applyTo(ISSUE, 2))
  })

  test('accepted in Word before it came home, marks gone: the same text comes in', () => {
    const folder = project({ 'issues/2026-01.yaml': ISSUE })
    const plain = (xml: string) =>
      xml
        .replace(/<w:bookmark(?:Start|End)[^>]*>/g, '')
        .replaceAll('供水量是', '供水总量是')
        .replaceAll('逐日公布', '按日公布')
    returned(folder, plain)
    const found = JSON.parse(jianbao(folder, ['review', 'back.docx', '--take', 'all', '--json']).out)
    expect(found.changes).toHaveLength(2 * COUNT)
    expect(source(folder)).toBe(ISSUE.replaceAll('供水量是', '供水总量是').replaceAll('逐日公布', '按日公布'))
  })

  test('paragraphs that came or went without tracking are changes like others', () => {
    const folder = project({ 'issues/2026-01.yaml': ISSUE })
    returned(folder, (xml) =>
      inParagraph(
        inParagraph(xml, '没有用的一段10', () => ''),
        '后一段11',
        (one) => `${one}<w:p><w:r><w:t>悄悄添的一段。</w:t></w:r></w:p>`,
      ),
    )
    const found = JSON.parse(jianbao(folder, ['review', 'back.docx', '--take', 'all', '--json']).out)
    expect(found.changes).toMatchObject([
      { before: '没有用的一段10。', after: '', authors: [], state: 'taken' },
      { before: '', after: '\n悄悄添的一段。', authors: [], state: 'taken' },
    ])
  })

  test('masthead and colophon: taken where their words stand in a file, else listed', () => {
    const folder = project({ 'issues/2026-01.yaml': ISSUE })
    returned(folder, (xml) => {
      const [, issuer = ''] = /<w:t xml:space="preserve">([^<]*办[^<]*)<\/w:t>/.exec(xml) ?? []
      const named = inRun(xml, issuer, gone(issuer) + came('城南新区办'))
      const dated = inRun(named, '2026年1月5日', gone('2026年1月5日') + came('2026年1月6日'))
      return inRun(dated, '第1期', gone('第1期') + came('第2期'))
    })
    const found = JSON.parse(jianbao(folder, ['review', 'back.docx', '--take', 'all', '--json']).out)
    expect(found.changes.map((one: { after: string; state: string }) => [one.after, one.state])).toEqual([
      ['第2期', 'failed'],
      ['城南新区办', 'taken'],
      ['2026年1月6日', 'taken'],
    ])
    expect(found.changes[0].reason).toBe('composed')
    expect(source(folder)).toContain('date: 2026-01-06')
    expect(readFileSync(join(folder, 'publication.yaml'), 'utf8')).toContain('城南新区办')
  })

  test('pictures, boxes and notes that came are listed', () => {
    const folder = project({ 'issues/2026-01.yaml': ISSUE })
    returned(folder, (xml) =>
      inRun(
        xml,
        '前一段10。',
        `<w:r><w:t>前一段10。</w:t></w:r><w:ins ${by('李某')}><w:r><w:drawing/></w:r></w:ins><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent><w:p><w:r><w:t>请核数字</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>`,
      ),
    )
    const { changes, others } = JSON.parse(jianbao(folder, ['review', 'back.docx', '--json']).out)
    expect(changes).toEqual([])
    expect(others).toMatchObject([
      { kind: 'picture', author: '李某' },
      { kind: 'box', text: '请核数字' },
    ])
  })
})

const soffice = spawnSync('soffice', ['--version']).status === 0
test.skipIf(!soffice)(
  'a copy that LibreOffice (skipped where it is not installed) saved anew comes home without a change, and with one',
  () => {
    const folder = project({ 'issues/2026-01.yaml': ISSUE })
    returned(folder, (xml) => inRun(xml, '供水量是10', gone('供水量是10') + came('供水总量是10', '李某')))
    const convert = (from: string, to: string) =>
      execFileSync(
        'soffice',
        [
          '--headless',
          `-env:UserInstallation=file://${folder}/profile`,
          '--convert-to',
          'docx:MS Word 2007 XML',
          '--outdir',
          to,
          from,
        ],
        { cwd: folder, stdio: 'ignore' },
      )
    convert('sent.docx', 'saved')
    convert('back.docx', 'saved')
    const untouched = JSON.parse(jianbao(folder, ['review', 'saved/sent.docx', '--json']).out)
    expect(untouched.changes).toEqual([])
    const parts = unzipSync(new Uint8Array(readFileSync(join(folder, 'saved/back.docx'))))
    const renamed = new TextDecoder()
      .decode(parts['word/document.xml'])
      .replaceAll('w:name="jb_', 'w:name="WPS_')
    writeFileSync(
      join(folder, 'renamed.docx'),
      zipSync({ ...parts, 'word/document.xml': new TextEncoder().encode(renamed) }),
    )
    for (const name of ['saved/back.docx', 'renamed.docx']) {
      const { changes } = JSON.parse(jianbao(folder, ['review', name, '--json']).out)
      expect(changes, name).toMatchObject([
        { before: '供水量是10', after: '供水总量是10', authors: ['张某', '李某'] },
      ])
    }
  },
  180_000,
)
