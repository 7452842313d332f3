import { expect, test } from 'vitest'
import { creditLines } from '../../src/page/credit-lines.ts'
import { shapeText } from '../../src/text/shape.ts'
import { fakeFonts, styled, textOptions } from '../text/fake-fonts.ts'

function turned(credit: string, em: number): string[] {
  const text = shapeText(styled(credit, { align: 'right' }), fakeFonts, textOptions)
  return creditLines(text, em * 10).map((line) =>
    line.text.clusters
      .slice(line.from, line.to)
      .map((one) => one.text)
      .join(''),
  )
}

test('a credit turns between units or people, never inside a name', () => {
  expect(turned('【供稿：水务集团　周明远、安居公司　许望舒】', 18)).toEqual([
    '【供稿：水务集团　周明远、',
    '安居公司　许望舒】',
  ])
})

test('a credit of any length is set whole, at once', () => {
  const credit = '国'.repeat(2000)
  expect(turned(credit, 20).join('')).toBe(credit)
})
