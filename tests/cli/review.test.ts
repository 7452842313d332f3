import { chmodSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { docx, p, SENTENCE } from '../importers/docx-parts.ts'
import { ensureBundle, jianbao } from './bundle.ts'
import { project } from './project.ts'
import { by, came, gone, inRun, returned, sentFrom } from './returned-copy.ts'

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

  test('plain changes, lost marks, comments; a paragraph behind the last brief is a brief', () => {
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
      ['', '\n新加的一段。', 'taken'],
    ])
    expect(read(folder)).toBe(`${ISSUE.replace('0.20', '0.24')}    - 新加的一段。\n`)
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

  test('what cannot be written is not told as taken, and no file is changed without the others', () => {
    const folder = project(files)
    returned(folder, (xml) =>
      inRun(inRun(xml, '0.20', gone('0.20') + came('0.24')), '改造', gone('改造') + came('远控')),
    )
    chmodSync(join(folder, 'issues/2026-01/a.md'), 0o444)
    const ran = jianbao(folder, ['review', 'back.docx', '--take', 'all'])
    expect(ran.code).toBe(5)
    expect(ran.err).toContain('E-WRITE-DENIED')
    expect(ran.err).not.toContain('采纳')
    expect([read(folder), read(folder, 'issues/2026-01/a.md')]).toEqual([ISSUE, ARTICLE])
  })

  test('another file, or none, says so', () => {
    const folder = project({ ...files, 'a.docx': 'x', 'c.docx': docx({ body: p(SENTENCE) }) })
    expect(jianbao(folder, ['review', 'a.docx']).code).toBe(3)
    expect(jianbao(folder, ['review', 'b.docx']).code).toBe(3)
    const other = jianbao(folder, ['review', 'c.docx', '--take', 'all', '--json'])
    expect(other.code).toBe(3)
    expect(JSON.parse(other.out).diagnostics[0].code).toBe('E-REVIEW-OTHER')
    expect(read(folder)).toBe(ISSUE)
  })
})
