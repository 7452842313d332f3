import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync, zipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { part } from '../importers/docx-parts.ts'
import { ensureBundle, jianbao } from './bundle.ts'
import { project } from './project.ts'

beforeAll(ensureBundle, 60_000)

const ISSUE = `date: 2026-01-05   # 印发日期
sections:
  要闻:   # 头版
    - title: 水务集团检查供水保障
      body: |
        6 月 4 日，水务集团检查供水保障工作，要求**各站**备足物资。

        管网末梢压力保持在0.20兆帕，居民用水没有受到影响。
      # 照片未到
      credit: { 水务集团: 周明远 }
    - file: 2026-01/a.md
  简讯:
    - 5月9日，产业园公司举办招聘会。
`
const ARTICLE = '---\ntitle: 岸桥投入运行 # 已核\n---\n5月30日，最后一台岸桥完成改造，\n转入常态运行。\n'

const sentFrom = (folder: string) => {
  expect(jianbao(folder, ['build', '--make', 'docx', '-o', 'sent.docx']).code).toBe(0)
  return unzipSync(new Uint8Array(readFileSync(join(folder, 'sent.docx'))))
}
const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)

/** The copy as a reviewer sends it back: its document.xml changed by `edit`. */
function returned(folder: string, edit: (xml: string) => string, comments = ''): void {
  const parts = sentFrom(folder)
  const document = edit(text(parts['word/document.xml']))
  const relationships = text(parts['word/_rels/document.xml.rels'])
  const link =
    '<Relationship Id="c1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/>'
  writeFileSync(
    join(folder, 'back.docx'),
    zipSync({
      ...parts,
      'word/document.xml': new TextEncoder().encode(document),
      ...(comments === ''
        ? {}
        : {
            'word/comments.xml': new TextEncoder().encode(part('comments', comments)),
            'word/_rels/document.xml.rels': new TextEncoder().encode(
              relationships.replace('</Relationships>', `${link}</Relationships>`),
            ),
          }),
    }),
  )
}

const by = (name: string) => `w:author="${name}" w:date="2026-01-08T09:00:00Z"`
const gone = (words: string, name = '张某') =>
  `<w:del ${by(name)}><w:r><w:delText>${words}</w:delText></w:r></w:del>`
const came = (words: string, name = '张某') => `<w:ins ${by(name)}><w:r><w:t>${words}</w:t></w:r></w:ins>`

/** Within the run that has `words`: those words become `xml`. */
function inRun(document: string, words: string, xml: string): string {
  const found = new RegExp(
    `<w:r>(<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)<w:t xml:space="preserve">([^<]*)${words}([^<]*)</w:t></w:r>`,
  ).exec(document)
  if (!found) throw new Error(words)
  const run = (rest: string) =>
    rest === '' ? '' : `<w:r>${found[1]}<w:t xml:space="preserve">${rest}</w:t></w:r>`
  return document.replace(found[0], `${run(found[2] ?? '')}${xml}${run(found[3] ?? '')}`)
}

const files = { 'issues/2026-01.yaml': ISSUE, 'issues/2026-01/a.md': ARTICLE }
const read = (folder: string, name = 'issues/2026-01.yaml') => readFileSync(join(folder, name), 'utf8')

describe('jianbao review', () => {
  test('tracked changes of two reviewers go into YAML and Markdown; comments stay where they stood', () => {
    const folder = project(files)
    returned(folder, (xml) =>
      [
        ['0.20', gone('0.20') + came('0.24', '李某')],
        ['备足物资', `${came('全部')}<w:r><w:t>备足物资</w:t></w:r>`],
        ['改造', gone('改造') + came('远控*改造*')],
        ['招聘会', gone('招聘会') + came('春季招聘会')],
      ].reduce((sum, [words = '', change = '']) => inRun(sum, words, change), xml),
    )
    const ran = jianbao(folder, ['review', 'back.docx', '--take', 'all'])
    expect(ran.code).toBe(0)
    expect(ran.err).toContain('张某、李某（同一处）')
    expect(ran.err).toContain('issues/2026-01.yaml:8')
    expect(ran.err).toContain('共 4 处改动，采纳 4 处')
    expect(read(folder)).toBe(
      ISSUE.replace('0.20', '0.24').replace('备足物资', '全部备足物资').replace('招聘会', '春季招聘会'),
    )
    expect(read(folder, 'issues/2026-01/a.md')).toBe(ARTICLE.replace('改造', '远控\\*改造\\*'))
    // The same again finds nothing to do.
    sentFrom(folder)
    const again = JSON.parse(jianbao(folder, ['review', 'sent.docx', '--take', 'all', '--json']).out)
    expect(again.changes).toEqual([])
  })

  test('changes are listed one by one and taken by their numbers; nothing is taken unasked', () => {
    const folder = project(files)
    returned(folder, (xml) =>
      inRun(inRun(xml, '0.20', gone('0.20') + came('0.24')), '招聘会', gone('招聘会') + came('春季招聘会')),
    )
    expect(jianbao(folder, ['review', 'back.docx']).code).toBe(0)
    expect(read(folder)).toBe(ISSUE)
    expect(jianbao(folder, ['review', 'back.docx', '--take', '2']).code).toBe(0)
    expect(read(folder)).toBe(ISSUE.replace('招聘会', '春季招聘会'))
    expect(jianbao(folder, ['review', 'back.docx', '--take', '3']).code).toBe(2)
  })

  test('plain changes, lost marks, comments; what has no place is listed', () => {
    const folder = project(files)
    const comment = `<w:comment w:id="7" ${by('王某')}><w:p><w:r><w:t>请核实</w:t></w:r></w:p></w:comment>`
    returned(
      folder,
      (xml) =>
        `${inRun(
          xml.replace(/<w:bookmark(?:Start|End)[^>]*>/g, ''),
          '0.20',
          `${gone('0.20')}${came('0.24')}<w:r><w:commentReference w:id="7"/></w:r>`,
        )
          .replace('受到影响', '受到任何影响')
          .replace('受到任何影响', '受到影响')}`.replace(
          '<w:sectPr>',
          `<w:p>${came('新加的一段。', '李某')}</w:p><w:sectPr>`,
        ),
      comment,
    )
    const found = JSON.parse(jianbao(folder, ['review', 'back.docx', '--take', 'all', '--json']).out)
    expect(
      found.changes.map((one: { before: string; after: string; state: string }) => [
        one.before,
        one.after,
        one.state,
      ]),
    ).toEqual([
      ['0.20', '0.24', 'taken'],
      ['', '新加的一段。', 'unmatched'],
    ])
    expect(found.comments).toMatchObject([{ author: '王某', text: '请核实' }])
    const other = project(files)
    returned(other, (xml) => xml.replace('没有受到影响', '没有受到任何影响'))
    const plain = JSON.parse(jianbao(other, ['review', 'back.docx', '--take', 'all', '--json']).out)
    expect(plain.changes).toMatchObject([{ before: '', after: '任何', authors: [], state: 'taken' }])
    expect(read(other)).toBe(ISSUE.replace('受到影响', '受到任何影响'))
  })

  test('two hundred changes by two reviewers: the source is what they read', () => {
    const lines = Array.from({ length: 200 }, (_, at) => `第${at}段，供水量是${at}万立方米。`)
    const issue = `date: 2026-01-05\nsections:\n  要闻:\n    - title: 供水情况\n      body: |   # 正文\n${lines.map((line) => `        ${line}\n`).join('\n')}      # 完\n`
    const folder = project({ 'issues/2026-01.yaml': issue })
    returned(folder, (xml) =>
      lines.reduce(
        (sum, _, at) =>
          inRun(
            sum,
            `是${at}万`,
            `${gone(`是${at}万`, at % 2 ? '张某' : '李某')}${came(`为${at + 1}万`, at % 2 ? '张某' : '李某')}`,
          ),
        xml,
      ),
    )
    expect(jianbao(folder, ['review', 'back.docx', '--take', 'all']).err).toContain(
      '共 200 处改动，采纳 200 处',
    )
    expect(read(folder)).toBe(
      lines.reduce((sum, _, at) => sum.replace(`是${at}万立`, `为${at + 1}万立`), issue),
    )
  })

  test('another file, or none, says so', () => {
    const folder = project({ ...files, 'a.docx': 'x' })
    expect(jianbao(folder, ['review', 'a.docx']).code).toBe(3)
    expect(jianbao(folder, ['review', 'b.docx']).code).toBe(3)
  })
})
