import { expect, test } from 'vitest'
import { creditedRows, creditLines, parted } from '../../src/page/blocks/credit-lines.ts'
import { setParagraph } from '../../src/text/set-paragraph.ts'
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

test('beside a picture each line has its own measure', () => {
  const text = shapeText(
    styled('【供稿：水务集团　周明远、何静、许望舒】', { align: 'right' }),
    fakeFonts,
    textOptions,
  )
  const lines = creditLines(text, (line) => (line === 0 ? 140 : 300))
  expect(lines.map((line) => [line.to, Math.round(line.width)])).toEqual([
    [13, 140],
    [20, 300],
  ])
})

function brief(words: string, credit: string, em: number): string[] {
  const text = shapeText(styled(words + credit), fakeFonts, textOptions)
  const parts = parted(text, credit.length, 1)
  const lines = setParagraph(parts.words, em * 10).lines
  return creditedRows(lines, parts.credit ?? text, em * 10).map((row) =>
    row
      .map((line) =>
        line.text.clusters
          .slice(line.from, line.to)
          .map((one) => one.text)
          .join(''),
      )
      .join('|'),
  )
}

test("a brief's credit stands in its last line where it has room there, else in a line of its own", () => {
  const credit = '【供稿：田秋实】'
  expect(brief('国'.repeat(25), credit, 20)).toEqual(['国'.repeat(20), `国国国国国|${credit}`])
  expect(brief('国'.repeat(35), credit, 20)).toEqual(['国'.repeat(20), '国'.repeat(15), credit])
})

test('a credit as long as a text may be is filled line by line, none of them set again and again', () => {
  const text = shapeText(styled('周明远、许望舒'.repeat(2000)), fakeFonts, textOptions)
  let asked = 0
  const lines = creditLines(text, () => {
    asked += 1
    return 200
  })
  expect(lines.at(-1)?.to).toBe(text.clusters.length)
  expect(lines.slice(0, -1).every(({ to }) => text.clusters[to - 1]?.text === '、')).toBe(true)
  expect(asked).toBeLessThan(4 * lines.length)
})

test("a brief's long credit turns between units, never inside a name", () => {
  expect(brief('国国国', '【供稿：水务集团　周明远、安居公司　许望舒】', 18)).toEqual([
    '国国国',
    '【供稿：水务集团　周明远、',
    '安居公司　许望舒】',
  ])
})
