import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { breakOpportunities, type SetLine, setLines } from '../../src/typography.ts'

const piece = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...'国家企业工作安全生产检查新城集团公司发展建设会议') },
  fc.constantFrom(
    'GDP',
    'A',
    'the',
    'PDF/A',
    '3',
    '12',
    '2023',
    '18.30',
    '30%',
    '2023-12-31',
    '℃',
    'the way',
  ),
  fc.constantFrom(...'，，。、；：？！'),
  fc.constantFrom(
    '“新”',
    '《条例》',
    '（试行）',
    '“‘芯’力”',
    '——',
    '……',
    '·',
    '？！',
    '！！！',
    '“GDP”',
    '、《',
  ),
  fc.constant(' '),
)
const paragraph = fc
  .array(piece, { minLength: 12, maxLength: 120 })
  .map((pieces) => pieces.join('').replace(/ +/g, ' ').trim())
  .filter((text) => text !== '')
const widths = fc.constantFrom<((character: string) => number | undefined) | undefined>(
  undefined,
  (character) => (/[0-9]/.test(character) ? 0.555 : /[A-Za-z]/.test(character) ? 0.62 : undefined),
)

const NEVER_FIRST = /^[。，、；：？！”’）〕】》〉］｝」』·–～]/u
const NEVER_LAST = /[“‘（〔【《〈［｛「『]$/u

const INDENT = 2

function onGrid(text: string, measure: number, more: { advance?: (one: string) => number | undefined } = {}) {
  return setLines(text, { measure, indent: INDENT, grid: true, ...more })
}

/** How far Han stand from their cells, at the most, in em. */
function offGrid(lines: readonly SetLine[]): number {
  const xs = lines.flatMap((line) => line.clusters.filter(({ text }) => /\p{Script=Han}/u.test(text)))
  return Math.max(0, ...xs.map(({ x }) => Math.abs(x - Math.round(x))))
}

/** Whether a place lies inside what has no break and no room in a first line: such a piece is torn somewhere. */
function isTorn(
  text: string,
  at: number,
  em: number,
  advance: (one: string) => number | undefined = () => undefined,
) {
  const breaks = breakOpportunities(text)
  if (breaks.includes(at)) return false
  const from = breaks.findLast((one) => one < at) ?? 0
  const to = breaks.find((one) => one > at) ?? text.length
  const widths = [...text.slice(from, to)].map((one) => advance(one) ?? (/[ -~“”‘’]/.test(one) ? 0.5 : 1))
  return widths.reduce((sum, one) => sum + one, 0) > em - INDENT
}

describe('the grid of cells (R61; clreq, grid alignment)', () => {
  test('every Han stands in a cell, nothing is lost, no line edge is forbidden', () => {
    fc.assert(
      fc.property(paragraph, fc.integer({ min: 8, max: 40 }), widths, (text, em, advance) => {
        const lines = onGrid(text, em, advance ? { advance } : {})
        expect(lines.map((line) => line.text).join('')).toBe(text)
        expect(offGrid(lines)).toBeLessThan(0.02)
        let at = 0
        for (const [index, line] of lines.entries()) {
          if (index > 0 && !isTorn(text, at, em, advance)) expect(line.text).not.toMatch(NEVER_FIRST)
          at += line.text.length
          if (index < lines.length - 1) expect(line.text.trim()).not.toMatch(NEVER_LAST)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('boxes never overlap, and only a point that hangs leaves the measure', () => {
    fc.assert(
      fc.property(paragraph, fc.integer({ min: 12, max: 40 }), widths, (text, em, advance) => {
        for (const { clusters } of onGrid(text, em, advance ? { advance } : {})) {
          clusters.forEach(({ text: own, x, advance: width }, index) => {
            const next = clusters[index + 1]
            if (next) expect(x + width).toBeLessThan(next.x + 0.001)
            if (!/^[，、；：。． ]$/u.test(own)) expect(x + width).toBeLessThan(em + 0.001)
          })
        }
      }),
      { numRuns: 200 },
    )
  })

  test('lines of Han and points are full, a point hanging where it would begin a line', () => {
    const lines = onGrid('国家企业工作安全生产检查，新城集团公司发展建设会议。国家企业工作安全生产检查', 10)
    expect(lines.map((line) => line.text)).toEqual([
      '国家企业工作安全',
      '生产检查，新城集团公',
      '司发展建设会议。国家',
      '企业工作安全生产检查',
    ])
    const hanging = onGrid('国家企业工作安全，生产检查新城集团公司，发展建设', 10)
    expect(hanging.map((line) => line.text)).toEqual([
      '国家企业工作安全，',
      '生产检查新城集团公司，',
      '发展建设',
    ])
    expect(hanging[1]?.clusters.at(-1)?.x).toBeCloseTo(10)
    expect(hanging[1]?.width).toBeCloseTo(10)
  })

  test('Latin between Han has whole cells, the same room at both ends; at a line’s edge none', () => {
    const [line] = onGrid('国2023年12月GDP', 20)
    const at = (text: string, from = 0) => line?.clusters.slice(from).find((one) => one.text === text)?.x
    expect(at('国')).toBeCloseTo(2)
    expect(at('2')).toBeCloseTo(3.5)
    expect(at('年')).toBeCloseTo(6)
    expect(onGrid('2023年', 20)[0]?.clusters.map(({ x }) => x)).toEqual([2, 2.5, 3, 3.5, 5])
  })

  test('one cell more for Latin rather than one left over at the end', () => {
    const [filled] = setLines('国家企业工作3国安全“生产”检查国家国家国家国家国家', {
      measure: 11,
      grid: true,
      advance: (one) => (one === '3' ? 0.6 : undefined),
    })
    expect(filled?.text).toBe('国家企业工作3国安全')
    expect(filled?.clusters.map(({ x }) => x)).toEqual([0, 1, 2, 3, 4, 5, 6.7, 8, 9, 10])
  })

  test('off by default: Latin keeps its gap', () => {
    const xs = setLines('国2023年', { measure: 20 })[0]?.clusters.map(({ x }) => x)
    expect(xs).toEqual([0, 1.25, 1.75, 2.25, 2.75, 3.5])
  })
})

test('each line of the grid has its own measure', () => {
  const measure = (line: number) => 4 + line
  const set = setLines('国家企业安全生产工作会议公司建设新城集团发展', { measure, grid: true })
  expect(set.slice(0, -1).map(({ clusters }) => clusters.length)).toEqual([4, 5, 6])
})
