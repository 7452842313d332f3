import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { InlineText } from '../../src/issue/issue.ts'
import { articleText, bodyOf, reading, short, shortBlock } from './reading.ts'

const blocks = (body: string, keys = '') => bodyOf(body, keys).blocks.map(shortBlock)
const line = (text: string) => {
  const [block] = bodyOf(text).blocks
  return block?.kind === 'paragraph' ? short(block.text) : `not a paragraph: ${block?.kind}`
}

describe('blocks', () => {
  test.each([
    ['甲。\n\n乙。', ['p 甲。', 'p 乙。']],
    ['甲，\n乙\nAI\n2024', ['p 甲，乙 AI 2024']],
    ['甲\n\n\n\n乙', ['p 甲', 'p 乙']],
    ['## 一、甲\n乙', ['h2 一、甲', 'p 乙']],
    ['### 甲\n## 乙', ['h3 甲', 'h2 乙']],
    ['- 甲\n- 乙\n  丙\n\n- 丁', ['ul 甲 / 乙丙 / 丁']],
    ['- 甲\n\n乙', ['ul 甲', 'p 乙']],
    ['1. 甲\n2. 乙', ['ol1 甲 / 乙']],
    ['3. 甲\n4. 乙\n6. 丙', ['ol3 甲 / 乙', 'ol6 丙']],
    ['1.5 亿元', ['p 1.5 亿元']],
    ['> 甲\n> 乙\n>\n> 丙', ['q 甲乙 / 丙']],
    ['> 甲\n\n> 乙', ['q 甲', 'q 乙']],
    ['甲\n***\n乙', ['p 甲', 'blank', 'p 乙']],
    ['甲\n* * *', ['p 甲', 'blank']],
    ['| 甲 | 乙 |\n| --- | :-: |\n| 丙 | **丁** |\n| 戊 |', ['table 甲|乙 / 丙|b[丁] / 戊| (auto centre)']],
    [': 表题\n| 甲 |\n|--|\n| 乙 |\n\n丙', ['表题: table 甲 / 乙 (auto)', 'p 丙']],
    ['：**表**题\n\n| 甲 |\n|--|', ['b[表]题: table 甲 (auto)']],
    ['| 甲 |\n|--|\n| 乙 |\n\n：表题\n丙', ['表题: table 甲 / 乙 (auto)', 'p 丙']],
    ['| 甲 |\n|--|\n: 表题\n\n| 乙 |\n|--|', ['table 甲 (auto)', '表题: table 乙 (auto)']],
    ['| 甲 |\n|:--|', ['table 甲 (left)']],
    ['甲：\n：乙', ['p 甲：：乙']],
    ['\\：甲\n| 乙 |\n|--|', ['p ：甲', 'table 乙 (auto)']],
    [': 甲\n| 乙 |', ['p : 甲', 'p | 乙 |']],
    ['| 甲\\|乙 |\n|--:|', ['table 甲|乙 (right)']],
    ['　　甲。\n　　乙。', ['p 甲。', 'p 乙。']],
    ['#话题#、#1机组、-5℃、——甲、“乙”', ['p #话题#、#1机组、-5℃、——甲、“乙”']],
    ['\\# 甲\n\n\\- 乙\n\n1\\. 丙\n\n\\> 丁', ['p # 甲', 'p - 乙', 'p 1. 丙', 'p > 丁']],
    ['<b>甲</b> &amp; `乙` $x$', ['p <b>甲</b> &amp; `乙` $x$']],
  ])('%j', (body, expected) => {
    expect(blocks(body)).toEqual(expected)
  })

  test('every line is a paragraph when the article says so', () => {
    expect(blocks('甲。\n乙。\n- 丙\n- 丁', '      paragraphs: every-line\n')).toEqual([
      'p 甲。',
      'p 乙。',
      'ul 丙 / 丁',
    ])
  })

  test('pictures stand at their places', () => {
    const images = '      images: [{ id: a, caption: 图 }, 2024-01/b.jpg]\n'
    expect(blocks('甲\n![](a)\n乙\n\n![](b)', images)).toEqual(['p 甲', 'place a', 'p 乙', 'place b'])
  })
})

describe('marks', () => {
  test.each([
    ['二要**落实值班**；', '二要b[落实值班]；'],
    ['**“引文”**后', 'b[“引文”]后'],
    ['*着重*与***两样***', 'e[着重]与be[两样]'],
    ['**粗*着重*粗**', 'b[粗]be[着重]b[粗]'],
    ['**粗***着重*', 'b[粗]e[着重]'],
    ['*着重***粗**', 'e[着重]b[粗]'],
    ['m^2^，CO~2~', 'm^[2]，CO_[2]'],
    ['1.2×10^4^ m^3^，10^-3^', '1.2×10^[4] m^[3]，10^[-3]'],
    ['2^3和4^5', '2^3和4^5'],
    ['10~20℃，30~40℃', '10~20℃，30~40℃'],
    ['5月~8月，9月~10月', '5月~8月，9月~10月'],
    ['3*4*5', '3*4*5'],
    ['** 不成对 **', '** 不成对 **'],
    ['a_b_c、snake__case__name', 'a_b_c、snake__case__name'],
    ['__云汀__的__河湾____青石桥__，__Lin Yun__2024年', 'n1[云汀]的n2[河湾]n3[青石桥]，n4[Lin Yun]2024年'],
    ['~~河湾志~~、~~石桥记~~~~续记~~', 't1[河湾志]、t2[石桥记]t3[续记]'],
    ['~~甲__乙__丙~~，__甲**乙**丙__', 't1[甲]t1[乙]t1[丙]，n3[甲]bn3[乙]n3[丙]'],
    ['____年__月__日，__ 甲 __', '____年__月__日，__ 甲 __'],
    ['好~~，太好~~了。\\__甲__', '好~~，太好~~了。__甲__'],
    [`__${'甲'.repeat(61)}__`, `__${'甲'.repeat(61)}__`],
    ['[热线](tel:12345)', '[热线]→tel:12345'],
    ['[**网站**](https://a.cn/b?c=1)', 'b[网站]→https://a.cn/b?c=1'],
    ['[网站](https://a.cn/（甲）)', '[网站]→https://a.cn/%EF%BC%88%E7%94%B2%EF%BC%89'],
    ['[网站](https://a.cn/x(1))', '[网站]→https://a.cn/x(1)'],
    ['[甲](见附件)、[1]、[]', '[甲](见附件)、[1]、[]'],
    ['\\*甲\\*、\\[乙](x)、C:\\甲', '*甲*、[乙](x)、C:\\甲'],
    ['＊＊甲＊＊', '＊＊甲＊＊'],
    ['**甲\n乙**', 'b[甲]b[乙]'],
  ])('%j', (text, expected) => {
    expect(line(text)).toBe(expected)
  })

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:x',
    '\tjavascript:x',
    'vbscript:x',
    'file:///etc/passwd',
    'data:text/html,x',
    '//evil.cn',
    'www.a.cn',
    'https://a@b.cn',
    'https://аpple.com',
    'a.pdf',
    '附件/报告.docx',
    'example.com/甲',
    'ban@example.com',
    '010-12345678',
    `https://a.cn/${'x'.repeat(3000)}`,
  ])('a link to %s is only its text', (target) => {
    const { blocks: found, codes } = bodyOf(`见[这里](${target.trim()})。`)
    expect(codes).toEqual(['W-LINK'])
    expect(found.map(shortBlock)).toEqual(['p 见这里。'])
  })
})

describe('two asterisks without a partner', () => {
  test.each([
    ['落实** 值班制度。', 1],
    ['落实 **值班 **制度**。', 1],
    ['落实** 值班** 制度。', 1],
    ['落实** 值班制度**。', 1],
    ['**落实**值班**制度。', 1],
    ['2 ** 3 ** 4 ** 5', 2],
    ['编号 1234****5678', 0],
  ])('%s', (text, times) => {
    expect(bodyOf(text).codes).toEqual(Array(times).fill('W-MARK'))
  })
})

describe('headlines', () => {
  const headline = (title: string) => {
    const text = articleText('正文。').replace('检查冬季供水', title)
    const article = reading(text).issue.sections[0]?.articles[0]
    return [short(article?.title ?? []), article?.titleBreaks]
  }

  test.each([
    ['甲集团召开会议|暨专题会议', ['甲集团召开会议暨专题会议', [7]]],
    ['甲集团 | 乙集团|丙', ['甲集团乙集团丙', [3, 6]]],
    ['甲\\|乙', ['甲|乙', []]],
    ['5G | AI 应用', ['5G AI 应用', [2]]],
    ['"“六个一”举措"', ['“六个一”举措', []]],
    ["'it''s 甲'", ["it's 甲", []]],
    ['"甲\\u4e59\\t丙"', ['甲乙 丙', []]],
    ['2024', ['2024', []]],
    ['甲集团\n        召开会议', ['甲集团召开会议', []]],
    ['>\n        甲集团\n        召开会议', ['甲集团召开会议', []]],
  ])('%j', (title, expected) => {
    expect(headline(title)).toEqual(expected)
  })
})

describe('places', () => {
  const runs = (value: unknown): InlineText => {
    if (Array.isArray(value)) return value.flatMap(runs)
    if (typeof value !== 'object' || value === null) return []
    return 'text' in value && typeof value.text === 'string' && 'span' in value
      ? [value as never]
      : Object.values(value).flatMap(runs)
  }

  test('each character of a run is where its run says', () => {
    const piece = fc.constantFrom(
      ...'甲乙ab1 ，。*^~\\|',
      '**',
      '\n',
      '\n\n',
      '\n- ',
      '[甲](tel:1)',
      '　　',
      '\u200b',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.constantFrom('\n', '\r\n', '\r'), (pieces, end) => {
        const text = articleText(`甲${pieces.join('')}`).replace(/\n/g, end)
        const { issue } = reading(text)
        for (const run of runs(issue.sections)) {
          const source = text.slice(run.span.from, run.span.to)
          const typed = run.text.endsWith(' ') ? source.replace(/[\r\n]$/, ' ') : source
          if (!typed.includes('\u200b')) expect(typed).toBe(run.text)
        }
      }),
      { numRuns: 300 },
    )
  })
})
