import { expect, test } from 'vitest'
import { fittedIn, type PastedChar, runsOf } from '../../src/preview/page/pasted-text.ts'

const plain = (text: string): readonly PastedChar[] =>
  [...text].map((char) => ({ char, bold: false, raised: undefined }))
const bold = (text: string) => plain(text).map((one) => ({ ...one, bold: true }))

test.each([
  ['　　第一段。', '第一段。'],
  ['张三 李四\u00a0王五', '张三 李四 王五'],
  ['张三　李四　王五', '张三 李四 王五'],
  ['张　三、通 知', '张三、通知'],
  ['一行\n二行', '一行二行'],
  ['完成 80 %  左右', '完成 80 % 左右'],
  ['会议 ，强调： 要', '会议，强调：要'],
  ['\t1月\u00ad8日\u200b，\ufeff开会\u200e', '1月8日，开会'],
  ['a\nb', 'a b'],
  [' \u00a0　\n', ''],
])('%j is %j', (given, wanted) => {
  expect(
    runsOf(plain(given))
      .map(({ text }) => text)
      .join(''),
  ).toBe(wanted)
})

test('a blank at the edge of bold words is not bold', () => {
  const runs = runsOf([...bold('A '), ...plain('B'), ...bold(' C D')])
  expect(runs).toEqual([{ text: 'A', bold: true }, { text: ' B ' }, { text: 'C D', bold: true }])
})

test.each([
  [['一段。', '', '二段。'], '前', '后', '一段。\n\n  二段。'],
  [['- 一项'], '前', '', '\n\n  - 一项'],
  [['| 甲 | 乙 |'], '前', '后', '\n\n  | 甲 | 乙 |\n\n  '],
  [['- 一项'], '  ', '后', '- 一项\n\n  '],
  [['词'], '前', '后', '词'],
])('%j between “%s” and “%s”', (lines, before, behind, wanted) => {
  expect(fittedIn(lines, { before, behind, indent: '  ' })).toBe(wanted)
})
