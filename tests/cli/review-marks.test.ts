import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { png } from '../importers/pictures.ts'
import { ensureBundle, jianbao } from './bundle.ts'
import { project } from './project.ts'
import { came, gone, returned, sentFrom } from './returned-copy.ts'

beforeAll(ensureBundle, 60_000)

/** Every mark that the language has, and what stands below tables. */
const ISSUE = `date: 2026-01-05  # 印发
sections:
  要闻:
    - title: 水厂检查|供水保障   # 题
      shoulder: 迎峰度夏进行时
      subtitle: ——第二水厂见闻
      body: |
        ## 背景情况

        第一组**到厂察看**，供水量是*三万立方米*，折合m^2^与CO~2~。

        见[公告全文](https://example.org/a)，网址 https://example.org/b 不变。

        __东湖泵站__和~~供水条例~~都已写明，星号\\*与竖线\\|照写。

        一段里
        换了行的文字。

        > 群众说：“水压稳了。”
        >
        > 又说：“放心了。”

        - 水泵三台
        - 管材五吨

        1. 先到泵房
        2. 再到机房

        : 各站供水量 {span: page}
        | 项目 | 数量 | << |
        | --- | --- | --- |
        | 阀门 | 备用 | 三只 |
        | ^^ | 停用 | 五只 |
        : 注：数量截至6月4日。
        : 来源：调度中心

        ![](图一)

        最后一段有注[^1]。

        [^1]: 注文写在这里。
      images:
        - { id: 图一, src: a.png, caption: '图为泵房内景' }
`
const COMMENTS = ISSUE.match(/ # .*/g)

/** What a reviewer does to one run: with its words, and how a run of other words like it is written. */
type Edit = (words: string, run: (words: string) => string, at: number) => string
const name = (at: number) => (at % 2 === 0 ? '张某' : '李某')
const EDITS: readonly (readonly [how: string, edit: Edit])[] = [
  ['within', (words, run, at) => run(words[0] ?? '') + came('添', name(at)) + run(words.slice(1))],
  ['before', (words, run, at) => came('添', name(at)) + run(words)],
  ['behind', (words, run, at) => run(words) + came('添', name(at))],
  ['signs within', (words, run) => run(words[0] ?? '') + came('*_^~[|') + run(words.slice(1))],
  ['anew', (words, _, at) => gone(words, name(at)) + came('换', name(at))],
]

/** The article's runs edited; numbers and bullets of lists and marks of notes are the program's. */
function edited(xml: string, edit: Edit): string {
  const from = xml.indexOf('w:name="jb_0_0_0"')
  let at = 0
  const runs = /<w:r>(<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)<w:t xml:space="preserve">([^<]*)<\/w:t><\/w:r>/g
  return (
    xml.slice(0, from) +
    xml.slice(from).replace(runs, (whole, looks: string, words: string) => {
      if (/^(?:● |\d\. |① ?)$/.test(words)) return whole
      at += 1
      const run = (some: string) =>
        some === '' ? '' : `<w:r>${looks}<w:t xml:space="preserve">${some}</w:t></w:r>`
      return edit(words, run, at)
    })
  )
}

function paragraphs(xml: string): readonly string[] {
  return [...xml.replace(/<w:del [\s\S]*?<\/w:del>/g, '').matchAll(/<w:p>[\s\S]*?<\/w:p>/g)].map(([one]) =>
    [...one.matchAll(/<w:t(?: [^>]*)?>([^<]*)/g)]
      .map((match) => match[1])
      .join('')
      .replace(/\s/g, ''),
  )
}

describe('words under every mark, out and back', () => {
  test.each(EDITS)('changed %s: the issue says what the reviewers read', (_, edit) => {
    const folder = project({ 'issues/2026-01.yaml': ISSUE, 'issues/a.png': png(40, 30) })
    let read = ''
    returned(folder, (xml) => {
      read = edited(xml, edit)
      return read
    })
    const { changes } = JSON.parse(jianbao(folder, ['review', 'back.docx', '--take', 'all', '--json']).out)
    expect(changes.length).toBeGreaterThan(20)
    expect(changes.filter((one: { state: string }) => one.state !== 'taken')).toEqual([])
    const again = new TextDecoder().decode(sentFrom(folder)['word/document.xml'])
    expect(paragraphs(again)).toEqual(paragraphs(read))
    expect(readFileSync(join(folder, 'issues/2026-01.yaml'), 'utf8').match(/ # .*/g)).toEqual(COMMENTS)
  })
})
