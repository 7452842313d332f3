import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Line } from '../../src/text/line.ts'
import { setParagraph, setVariants } from '../../src/text/set-paragraph.ts'
import { shapeText } from '../../src/text/shape.ts'
import { breakOpportunities, setLines } from '../../src/typography.ts'
import { fakeFonts, styled, textOptions } from './fake-fonts.ts'

const han = fc.constantFrom(...'国家企业工作安全生产检查新城集团公司发展建设会议年月日第一二三人民')
const latin = fc.constantFrom('GDP', 'IPO', 'A', 'the', 'PDF/A', 'TCP')
const digits = fc.constantFrom('3', '12', '2023', '18.30', '1,234.5', '30%', '2023-12-31')
const mark = fc.constantFrom(...'，，，。。、；：？！')
const quoted = fc.constantFrom(
  '“新三件套”',
  '《条例》',
  '（试行）',
  '“‘芯’聚力”',
  '——',
  '……',
  '·',
  '？！',
  '“GDP”',
)
const piece = fc.oneof(
  { weight: 12, arbitrary: han },
  { weight: 1, arbitrary: latin },
  digits,
  mark,
  quoted,
  fc.constant(' '),
)
const paragraph = fc
  .array(piece, { minLength: 12, maxLength: 160 })
  .map((pieces) => pieces.join('').replace(/ +/g, ' ').trim())
  .filter((text) => text !== '')
const measure = fc.integer({ min: 16, max: 80 }).map((half) => half / 2)

function shaped(text: string) {
  return shapeText(styled(text, { firstIndentEm: 2 }), fakeFonts, textOptions)
}

function linesOf(text: string, em: number): readonly Line[] {
  return setParagraph(shaped(text), em * 10).lines
}

function textOf(line: Line): string {
  return line.text.clusters
    .slice(line.from, line.to)
    .map((one) => one.text)
    .join('')
}

const NEVER_FIRST = /^[。，、；：？！”’）〕】》〉］｝」』·–～]/u
const NEVER_LAST = /[“‘（〔【《〈［｛「『]$/u

describe('laws of set paragraphs', () => {
  test('nothing is lost, doubled or put in another order', () => {
    fc.assert(
      fc.property(paragraph, measure, (text, em) => {
        expect(linesOf(text, em).map(textOf).join('')).toBe(text)
      }),
    )
  })

  test('every line ends where a line may end', () => {
    fc.assert(
      fc.property(paragraph, measure, (text, em) => {
        const may = new Set(breakOpportunities(text))
        let at = 0
        for (const line of linesOf(text, em)) {
          at += textOf(line).length
          expect(may.has(at) || line.cut === true, `${textOf(line)}|`).toBe(true)
        }
      }),
    )
  })

  test('no forbidden mark at an edge', () => {
    fc.assert(
      fc.property(paragraph, measure, (text, em) => {
        for (const [index, line] of linesOf(text, em).entries()) {
          const set = textOf(line)
          if (index > 0) expect(set).not.toMatch(NEVER_FIRST)
          if (!line.last) expect(set.trimEnd()).not.toMatch(NEVER_LAST)
        }
      }),
    )
  })

  test('every line but the last is flush at both sides', () => {
    fc.assert(
      fc.property(paragraph, measure, (text, em) => {
        for (const line of linesOf(text, em)) {
          expect(line.overfull).toBe(0)
          expect(line.width).toBeLessThanOrEqual(line.measure + 0.2)
          const items = line.text.items
          const places = items.track.slice(line.from, line.to - 1).some((one) => one === 1)
          if (!line.last && places) expect(Math.abs(line.width - line.measure)).toBeLessThanOrEqual(0.2)
        }
      }),
    )
  })

  test('origins never go back, and Han are never closer than their em', () => {
    fc.assert(
      fc.property(paragraph, measure, (text, em) => {
        for (const line of linesOf(text, em)) {
          for (let k = 1; k < line.xs.length; k += 1) {
            const step = (line.xs[k] as number) - (line.xs[k - 1] as number)
            const pair = line.text.clusters.slice(line.from + k - 1, line.from + k + 1).map((one) => one.text)
            if (/^\p{Script=Han}{2}$/u.test(pair.join(''))) expect(step).toBeGreaterThan(10 - 0.001)
          }
        }
      }),
    )
  })

  test('no single character on the last line where any setting avoids it', () => {
    fc.assert(
      fc.property(paragraph, measure, (text, em) => {
        const lines = linesOf(text, em)
        const last = textOf(lines.at(-1) as Line)
        const solid = [...last.replace(/[\p{P}\s]/gu, '')].length
        if (lines.length === 1 || solid >= 2) return
        expect(canAvoidRunt(text, em), `${lines.map(textOf).join('/')}`).toBe(false)
      }),
    )
  })

  test('variants have one line fewer and one more, and keep to the tracking limit', () => {
    fc.assert(
      fc.property(paragraph, measure, (text, em) => {
        const { shorter, natural, longer } = setVariants(shaped(text), em * 10)
        const count = natural.lines.length
        if (shorter) expect(shorter.lines.length).toBe(count - 1)
        if (longer) expect(longer.lines.length).toBe(count + 1)
        for (const one of [shorter, longer]) {
          for (const line of one?.lines ?? []) expect(line.trackingEm).toBeLessThanOrEqual(0.1001)
          if (one) expect(one.lines.map(textOf).join('')).toBe(text)
        }
      }),
    )
  })

  test('lines of changing width are each flush to their own', () => {
    fc.assert(
      fc.property(paragraph, measure, (text, em) => {
        const widths = (line: number) => (line < 3 ? em * 10 : (em + 6) * 10)
        const { lines } = setParagraph(shaped(text), widths)
        expect(lines.map(textOf).join('')).toBe(text)
        for (const [index, line] of lines.entries()) expect(line.measure).toBe(widths(index))
      }),
    )
  })
})

/** Whether some breaking that fills every line with tracking up to 0.1 em ends in two characters or more. */
function canAvoidRunt(text: string, em: number): boolean {
  const may = breakOpportunities(text)
  const fits = (from: number, to: number, first: boolean): boolean => {
    const lines = setLines(text.slice(from, to), { measure: em, indent: first ? 2 : 0 })
    return lines.length === 1
  }
  const tight = (from: number, to: number, first: boolean): boolean => {
    if (!fits(from, to, first)) return false
    const room = em - (first ? 2 : 0)
    const width = (setLines(text.slice(from, to), { measure: em, indent: 0 })[0]?.width ?? 0) as number
    return (room - width) / Math.max(1, to - from - 1) <= 0.08
  }
  const reach = new Set([0])
  for (const to of may) {
    for (const from of [...reach])
      if (from < to && to < text.length && tight(from, to, from === 0)) reach.add(to)
  }
  return [...reach].some((from) => {
    const solid = [...text.slice(from).replace(/[\p{P}\s]/gu, '')].length
    return from > 0 && solid >= 2 && fits(from, text.length, false)
  })
}
