import { describe, expect, test } from 'vitest'
import { setParagraph } from '../../src/text/set-paragraph.ts'
import { shapeText } from '../../src/text/shape.ts'
import { readBulletin } from './bulletin.ts'
import { fakeFonts, styled, textOptions } from './fake-fonts.ts'
import { qualityOf, shareUpTo } from './quality.ts'

const bulletin = readBulletin()
const paragraphs = bulletin?.paragraphs ?? []

function setAt(em: number) {
  return qualityOf(
    paragraphs.map((text) =>
      setParagraph(shapeText(styled(text, { firstIndentEm: 2 }), fakeFonts, textOptions), em * 10),
    ),
  )
}

describe.skipIf(bulletin === null)('a real bulletin (skipped where ../shared/data is absent)', () => {
  test('at 22 em nothing is amiss', () => {
    const quality = setAt(22)
    expect(quality.forbiddenEdges).toEqual([])
    expect(quality.looseEdges).toEqual([])
    expect(quality.unsqueezedPairs).toEqual([])
    expect(quality.missingGaps).toEqual([])
    expect(quality.runts).toEqual([])
    expect(quality.ragged).toEqual([])
    expect(shareUpTo(quality.tracking, 0.05)).toBeGreaterThanOrEqual(0.95)
    expect(Math.max(...quality.tracking)).toBeLessThanOrEqual(0.1)
    expect(Math.max(...quality.contrast)).toBeLessThanOrEqual(0.05)
  })

  test.each([8, 12, 16])('at %d em, beside pictures, there is still no forbidden edge', (em) => {
    const quality = setAt(em)
    expect(quality.forbiddenEdges).toEqual([])
    expect(quality.runts).toEqual([])
    expect(quality.ragged).toEqual([])
    expect(Math.max(...quality.tracking)).toBeLessThanOrEqual(0.25)
  })

  test('no headline leaves a single character alone', () => {
    for (const title of bulletin?.titles ?? []) {
      for (const em of [10, 15.4, 22, 32]) {
        const text = shapeText(styled(title, { headline: true, align: 'centre' }), fakeFonts, textOptions)
        for (const line of setParagraph(text, em * 10).lines) expect(line.to - line.from).toBeGreaterThan(1)
      }
    }
  })
})
