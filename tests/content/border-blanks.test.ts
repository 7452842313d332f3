import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withoutBorderBlanks } from '../../src/base/border-blanks.ts'
import { withoutBlanks } from '../../src/issue/body/without-blanks.ts'
import type { Inline } from '../../src/issue/issue.ts'

describe('blanks typed where the typesetter sets its own gap', () => {
  test.each([
    ['5 月 27 日', '5月27日'],
    ['5\u00a0月\u00a027\u00a0日', '5月27日'],
    ['5　月　27　日', '5月27日'],
    ['5\u2009月 \u202f27  日', '5月27日'],
    ['第 3 期、A 股、 B股', '第3期、A股、 B股'],
    ['增长 5% 以上，36 ℃ 左右', '增长5%以上，36 ℃左右'],
    ['５ 月', '５月'],
  ])('%s is set as %s', (typed, set) => {
    expect(withoutBorderBlanks(typed)).toBe(set)
  })

  test.each(['王　某', '甲公司　3人', '会 议', 'New York', '5 — 6', '云汀国企动态　2026年'])(
    '%s stays',
    (typed) => {
      expect(withoutBorderBlanks(typed)).toBe(typed)
    },
  )

  test('over the borders of marks, with the places in the source and where the title turns', () => {
    const typed: readonly Inline[] = [
      { text: '5', bold: true, span: { file: 'a', from: 2, to: 3 } },
      { text: ' 月 2', span: { file: 'a', from: 5, to: 9 } },
      { text: '7 日', emphasis: true, span: { file: 'a', from: 10, to: 13 } },
    ]
    const { text, breaks } = withoutBlanks({ text: typed, breaks: [3, 6] })
    expect(text.map((run) => [run.text, run.span.from, run.span.to])).toEqual([
      ['5', 2, 3],
      ['月', 6, 7],
      ['2', 8, 9],
      ['7', 10, 11],
      ['日', 12, 13],
    ])
    expect(breaks).toEqual([2, 4])
  })

  test('runs say what their text says, wherever they are divided', () => {
    const word = fc.array(fc.constantFrom('5', '月', ' ', '\u00a0', '　', 'A', '，'), {
      minLength: 1,
      maxLength: 6,
    })
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), (words) => {
        let at = 0
        const runs = words.map((parts): Inline => {
          const text = parts.join('')
          const span = { file: 'a', from: at, to: at + text.length }
          at += text.length
          return { text, span }
        })
        const plain = runs.map((run) => run.text).join('')
        const { text } = withoutBlanks({ text: runs, breaks: [] })
        expect(text.map((run) => run.text).join('')).toBe(withoutBorderBlanks(plain))
        for (const run of text) expect(run.text).toBe(plain.slice(run.span.from, run.span.to))
      }),
    )
  })
})
