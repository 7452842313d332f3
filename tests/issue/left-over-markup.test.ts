import { describe, expect, test } from 'vitest'
import { markupCures } from '../../src/base/messages/markup-words.ts'
import { readIssue } from '../../src/issue/read-issue.ts'
import { wordsOf } from '../../src/report/words.ts'
import { articleText, PUBLICATION, reading } from './reading.ts'

/** What people bring along, with its kind and what is pointed at. */
const LEFT: readonly (readonly [kind: keyof typeof markupCures, text: string, found: string])[] = [
  ['break', '会议召开。<br>会议强调', '<br>'],
  ['break', '会议召开。<BR />会议强调', '<BR />'],
  ['bold', '会议<b>强调</b>', '<b>'],
  ['emphasis', '会议<em class="a">强调', '<em class="a">'],
  ['superscript', '平方米m<sup>2</sup>', '<sup>'],
  ['subscript', 'CO<sub>2</sub>', '<sub>'],
  ['link', '见<a href="https://example.invalid">网站</a>', '<a href="https://example.invalid">'],
  ['link', '见<https://example.invalid>', '<https://example.invalid>'],
  ['picture', '<img src="a.jpg">', '<img src="a.jpg">'],
  ['table', '<table><tr><td>甲</td></tr></table>', '<table>'],
  ['rule', '甲\n\n<hr/>\n\n乙', '<hr/>'],
  ['heading', '<h2>一、总体情况</h2>', '<h2>'],
  ['list', '<li>第一条', '<li>'],
  ['tag', '<span style="color:red">甲</span>', '<span style="color:red">'],
  ['tag', '甲<o:p></o:p>', '<o:p>'],
  ['comment', '甲<!-- 待核 -->乙', '<!-- 待核 -->'],
  ['entity', '甲&nbsp;乙', '&nbsp;'],
  ['entity', '研发&amp;设计', '&amp;'],
  ['entity', '甲&#8220;乙', '&#8220;'],
  ['entity', '甲&#x4e59;', '&#x4e59;'],
  ['field', '见错误!未找到引用源。', '错误!未找到引用源'],
  ['fence', '```json\n甲\n```', '```json'],
  ['fence', '~~~\n甲\n~~~', '~~~'],
  ['code', '运行`git`命令', '`git`'],
  ['highlight', '要==高度重视==安全', '==高度重视=='],
  ['underline', '总体情况\n====', '===='],
  ['underline', '总体情况\n----', '----'],
  ['underline', '甲\n\n---\n\n乙', '---'],
  ['attributes', '## 总体情况 {#zong}', '{#zong}'],
  ['attributes', '总体情况{.red}', '{.red}'],
  ['span', '{span: page}', '{span: page}'],
  ['span', '{跨栏：通栏}', '{跨栏：通栏}'],
  ['span', '{turn: true}', '{turn: true}'],
  ['span', '{卧排：是}', '{卧排：是}'],
  ['formula', '面积为$x^2$', '$x^2$'],
  ['formula', '面积为$$a_1+b$$', '$$a_1+b$$'],
  ['formula', '面积为\\(x^2\\)', '\\(x^2\\)'],
  ['command', '\\textbf{甲}', '\\textbf'],
  ['reference', '见[通知][2]。', '[通知][2]'],
  ['reference', '[2]: https://example.invalid', '[2]: https://example.invalid'],
  ['reference', '见[[城南区]]', '[[城南区]]'],
  ['task', '- [ ] 完成检修', '- [ ]'],
  ['template', '{{姓名}}出席会议', '{{姓名}}'],
  ['template', '\u0024{date}召开会议', '\u0024{date}'],
  ['forum', '[b]重要[/b]通知', '[b]'],
  ['forum', '[color=red]重要[/color]', '[color=red]'],
  ['contents', '[TOC]', '[TOC]'],
  ['sticker', '大家鼓掌[鼓掌][微笑]。', '[鼓掌][微笑]'],
  ['sticker', '谢谢[抱拳]', '[抱拳]'],
  ['container', '::: tip\n甲\n:::', '::: tip'],
]

/** What offices write, in which such signs stand by right. */
const ORDINARY = [
  '当A<B且C>D时，x<b 且 y>3，1<2，3>2；a = b，A==B，1==1。',
  '研发（R&D）投入增长，《甲》&《乙》，AT&T，Q&A；问&答',
  '价格由$5降到$4，US$100、HK$200，$A和$B两档；100$左右',
  '两个脚注[^1][^2]、引文[甲][^2]。\n\n[^1]: 一。\n\n[^2]: 二。',
  '见附件[1][2]，[2024]3号文，〔2024〕5号，【供稿：甲】，[甲]（见附件），[甲](见附件)，[鼓掌](https://a.invalid)，\\[鼓掌\\]，［微笑］',
  '编号{1}、{甲}，集合{a, b}，模板 {name}、{date}',
  '产量为10~20吨，3*4*5，H~2~O，m^2^，__王某__，~~甲书~~，snake_case，C#、#1、A_1',
  '—— …… “甲” ‘乙’ ·、1. 2) （1） 3）①',
  '邮箱 <zhang@example.invalid>，网址 https://example.invalid/a?b=1&c=2&d=3；',
  '5`30″，北纬30°，比分 3:2，时间 10:30，错误率 3%，Error 404',
  '路径 C:\\甲\\乙，\\(见附件\\)，\\[甲\\]，\\<br>，\\&nbsp;，\\==甲==，\\$x^2$，\\`git`',
  '--',
  '甲—乙',
]

const markup = (text: string) => {
  const source = articleText(text)
  return reading(source).diagnostics.flatMap((one) =>
    one.code === 'W-MARKUP' ? [source.slice(one.span?.from, one.span?.to)] : [],
  )
}

describe('markup of others', () => {
  test.each(LEFT)('%s: %j', (kind, text, found) => {
    const source = articleText(text)
    const said = reading(source).diagnostics.filter((one) => one.code === 'W-MARKUP')
    const own = said.find((one) => one.values.cureZh === markupCures[kind].zh)
    expect(source.slice(own?.span?.from, own?.span?.to).trim()).toBe(found)
    expect(said).toHaveLength(1)
    expect(wordsOf(said[0] as (typeof said)[0], 'zh').message).toContain(markupCures[kind].zh)
  })

  test('every kind has its case', () => {
    // A body has footnotes: their marks are left over elsewhere, see below.
    const kinds = new Set([...LEFT.map(([kind]) => kind), 'footnote'])
    expect(kinds).toEqual(new Set(Object.keys(markupCures)))
  })

  test.each(ORDINARY)('no false alarm: %s', (text) => {
    expect(markup(text)).toEqual([])
  })

  test('is printed all the same, and counted', () => {
    const { issue, diagnostics } = reading(articleText('甲<br>乙<br/>丙'))
    expect(JSON.stringify(issue.sections[0]?.articles[0]?.body)).toContain('甲<br>乙<br/>丙')
    expect(diagnostics.map((one) => one.values.moreZh)).toEqual(['（共 2 处）'])
  })

  test('in headlines, captions, briefs and names', () => {
    const text = `date: 2024-01-15
sections:
  动态:
    - title: 甲<br>乙
      subtitle: 甲&nbsp;乙
      note: 甲[^1]
      body: 正文。
      images: { placeholder: 甲<br>, caption: 甲==乙== }
  简讯: [甲<b>乙</b>]
`
    const publication = PUBLICATION.replace('城南工作动态', '城南&amp;城北')
    const { diagnostics } = readIssue({
      publication: { file: 'publication.yaml', text: publication },
      issue: { file: 'a.yaml', text },
      others: [],
      article: () => ({ value: null, diagnostics: [] }),
    })
    expect(diagnostics.map((one) => `${one.code} ${one.values.found} ${one.guess ?? ''}`.trim())).toEqual([
      'W-MARKUP &amp;',
      'W-MARKUP <br>',
      'W-MARKUP &nbsp;',
      'W-MARKUP [^1]',
      'W-MARKUP <br>',
      'W-MARKUP ==乙==',
      'W-MARKUP <b>',
    ])
  })

  test('a picture among words, with words of its own or without', () => {
    for (const picture of ['![](a)', '![会场](a.jpg)', '![会场](https://example.invalid/a.jpg)']) {
      const source = articleText(`见图${picture}所示`)
      const { issue, diagnostics } = reading(source)
      expect(diagnostics.map((one) => one.code)).toEqual(['W-PICTURE-INLINE'])
      expect(JSON.stringify(issue.sections[0]?.articles[0]?.body)).toContain(picture)
    }
  })

  test('1) at the start of a line is no list', () => {
    expect(reading(articleText('1) 甲\n\n2) 乙')).diagnostics.map((one) => one.code)).toEqual([
      'W-LIST-SIGN',
      'W-LIST-SIGN',
    ])
  })

  test('long texts of its signs are looked through in a moment', () => {
    for (const sign of [
      '<',
      '&',
      '==',
      '$',
      '[',
      '`',
      '{.a',
      '<!--',
      '\\(',
      '==甲',
      '[a][',
      '$a^',
      '<b a=',
    ]) {
      expect(markup(sign.repeat(20_000 / sign.length)).length).toBeLessThan(5)
    }
  })
})
