import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cured } from '../../src/project/fix-sources.ts'
import { articleText, bodyOf, PUBLICATION, reading, shortBlock } from './reading.ts'

const blocks = (body: string, keys = '') => bodyOf(body, keys).blocks.map(shortBlock)

describe('numbered lines pasted from a word processor', () => {
  test.each([
    ['一、', '二、'],
    ['（一）', '（二）'],
    ['(一)', '(二)'],
    ['1、', '2、'],
    ['1．', '2．'],
    ['1.', '2.'],
    ['1）', '2）'],
    ['（1）', '（2）'],
    ['(1)', '(2)'],
    ['①', '②'],
    ['⑴', '⑵'],
    ['㈠', '㈡'],
    ['第一，', '第二，'],
    ['第一、', '第二、'],
    ['其一，', '其二，'],
    ['第一条　', '第二条　'],
    ['Ⅰ、', 'Ⅱ、'],
    ['A．', 'B．'],
    ['——', '——'],
    ['一.', '二.'],
    ['一：', '二：'],
    ['一　', '二　'],
    ['第一步：', '第二步：'],
    ['[1]', '[2]'],
    ['【1】', '【2】'],
    ['1.1 ', '1.2 '],
    ['A.', 'B.'],
    ['a)', 'b)'],
    ['·', '·'],
  ])('%s and %s are paragraphs of their own', (first, second) => {
    const lines = ['主要做法：', `${first}备足物资；`, `${second}落实值班。`]
    const { blocks: read, codes } = bodyOf(lines.join('\n'))
    expect(read.map(shortBlock)).toEqual(lines.map((line) => `p ${line}`))
    expect(codes).toEqual([])
  })

  test('without marks at their ends they go on from one another', () => {
    expect(blocks('1、备足物资\n2、落实值班\n和备勤\n3、检查管网')).toEqual([
      'p 1、备足物资',
      'p 2、落实值班和备勤',
      'p 3、检查管网',
    ])
  })

  test.each(['---', '———', '====', '……'.repeat(2), '* * *'])(
    'a line of strokes, %s, is no part of a sentence',
    (rule) => {
      expect(blocks(`甲。\n${rule}\n乙。`)).toHaveLength(3)
    },
  )

  test.each([
    ['numbers and dates in running text', '共投入1.5亿元，\n2.3万人参加，\n5月1日完工。'],
    ['a dash that goes on with its sentence', '他们说的那句话\n——做好工作——大家都记得。'],
    ['names that turn at their point', '他叫买买提\n·吐尔逊，'],
    ['lines of one width', '一、今年以来我们认真贯彻有关要求\n坚持问题导向和目标导向相统一的'],
  ])('%s stay one paragraph', (_, body) => {
    const { blocks: read, codes } = bodyOf(body)
    expect(read.map(shortBlock)).toEqual([`p ${body.replaceAll('\n', '')}`])
    expect(codes).toEqual([])
  })

  test('they part in lists, quotations and notes too', () => {
    expect(blocks('- 甲：\n（1）乙；\n（2）丙。')).toEqual(['ul 甲：', 'p （1）乙；', 'p （2）丙。'])
    expect(blocks('> 甲：\n> （1）乙；\n> （2）丙。')).toEqual(['q 甲： / （1）乙； / （2）丙。'])
    const { issue } = reading(
      articleText('文。', '      note: |\n        编者按：\n        一、甲。\n        二、乙。\n'),
    )
    expect(issue.sections[0]?.articles[0]?.note).toHaveLength(3)
  })
})

describe('bullets pasted from a word processor', () => {
  test.each(['•', '• ', '•\t', '●', '■', '◆ ', '➢', '✓ ', '\uf0b7\t', '\uf0d8', '\uf06c '])(
    'a line that begins with %j is a paragraph of its own, and said',
    (sign) => {
      const { blocks: read, codes } = bodyOf(`备好了\n${sign}物资\n${sign}车辆`)
      expect(read).toHaveLength(3)
      expect(codes.filter((one) => one === 'W-LIST-SIGN')).toHaveLength(2)
    },
  )

  test.each(['•', '\uf0b7\t', '● ', '\uf0d8 ', '* ', '+ ', 'o\t'])('%j becomes a list', (sign) => {
    expect(mended(articleText(`备好了：\n\n${sign}物资\n${sign}车辆`))).toBe(
      articleText('备好了：\n\n- 物资\n- 车辆'),
    )
  })

  test('a bullet that no font has is told by its number', () => {
    const { diagnostics } = reading(articleText('\uf0b7 物资'))
    expect(diagnostics[0]?.values).toEqual({ sign: 'U+F0B7' })
  })
})

/** The text after every cure, round after round. */
function mended(text: string): string {
  const file = 'issues/2024-01.yaml'
  const { diagnostics } = reading(text)
  const next = cured(diagnostics, new Map([[file, { file, text }]])).sources.get(file)?.text
  return next === undefined ? text : mended(next)
}

describe('lines that were joined', () => {
  test('a heading above its text is said, and parted by the cure', () => {
    const body = '一、基本情况\n今年以来，全区国有企业生产经营总体平稳，各项工作有序推进。'
    expect(bodyOf(body).codes).toEqual(['W-LINE-SIGN'])
    expect(mended(articleText(body))).toBe(articleText(body.replace('\n', '\n\n')))
  })

  test('a number below what does not end is said with its place', () => {
    const { diagnostics } = reading(articleText('主要做法\n（一）备足物资'))
    const text = articleText('主要做法\n（一）备足物资')
    expect(diagnostics.map(({ code, span }) => [code, text.slice(span?.from, span?.to)])).toEqual([
      ['W-LINE-SIGN', '（一）'],
    ])
  })

  test('sentences on lines of their own are parted, lines inside a sentence are not', () => {
    const body = '第一段到此\n结束。\n第二段\n到此结束。\n第三段到此结束。'
    expect(bodyOf(body).codes).toEqual(['W-LINES'])
    expect(mended(articleText(body))).toBe(
      articleText('第一段到此\n结束。\n\n第二段\n到此结束。\n\n第三段到此结束。'),
    )
  })

  test('with line ends of Windows', () => {
    const text = articleText('第一段。\n第二段。\n第三段。').replaceAll('\n', '\r\n')
    expect(mended(text)).toBe(articleText('第一段。\n\n第二段。\n\n第三段。').replaceAll('\n', '\r\n'))
  })

  test('nothing is put into a text whose line ends are escapes', () => {
    const text =
      'date: 2024-01-15\nsections:\n  动态:\n    - title: 甲\n      body: "第一段。\\n第二段。\\n第三段。"\n'
    const { diagnostics } = reading(text)
    expect(diagnostics.map(({ code, replacement }) => [code, replacement])).toEqual([['W-LINES', undefined]])
  })

  test('the cure changes nothing but blanks, and leaves nothing to say', () => {
    const line = fc.constantFrom(
      '一、基本情况',
      '（一）甲',
      '1、乙。',
      '今年以来，各项工作有序推进，成效明显。',
      '第一，丙',
      '丁',
    )
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) => {
        const text = articleText(lines.join('\n'))
        const after = mended(text)
        expect(after.replaceAll('\n', '')).toBe(text.replaceAll('\n', ''))
        expect(reading(after).diagnostics).toEqual([])
      }),
      { numRuns: 40 },
    )
  })
})

describe('paragraphs: every-line', () => {
  const everyLine = `${PUBLICATION}paragraphs: every-line\n`
  const read = (keys: string, publication: string) =>
    reading(articleText('甲\n乙', keys), publication).issue.sections[0]?.articles[0]?.body.length

  test('for a whole publication, unless an article says otherwise', () => {
    expect(read('', PUBLICATION)).toBe(1)
    expect(read('', everyLine)).toBe(2)
    expect(read('      paragraphs: blank-line\n', everyLine)).toBe(1)
    expect(read('      paragraphs: every-line\n', PUBLICATION)).toBe(2)
  })
})
